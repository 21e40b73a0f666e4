/// What a full stop behind a word can mean, told from the word alone.
enum Abbreviation {
  /// Never ends a sentence by itself: titles and what stands before a name or number.
  case leading
  /// Ends a sentence only if what follows looks like the beginning of one.
  case either
}

/// Abbreviations of news English in lower case without their last stop.
///
/// Those that are words too (`no`, `sun`, `art`) are told by their capital or what follows; see ``abbreviation(_:)``.
private let leadingAbbreviations: Set<String> = [
  "mr", "mrs", "ms", "messrs", "mme", "mlle", "dr", "prof", "rev", "hon", "st", "ste", "gen", "lt", "col", "maj",
  "capt", "cmdr", "cpl", "sgt", "adm", "brig", "pvt", "gov", "sen", "rep", "reps", "sens", "pres", "supt", "det",
  "insp", "amb", "atty", "msgr", "fr", "sr", "ft", "mt", "vs", "no", "nos", "fig", "figs", "eq", "sec", "art",
  "vol", "pp", "approx", "ca", "cf", "viz", "i.e", "e.g", "ext", "tel", "fax", "spec", "lt.-col", "lt.-gen", "univ",
  "dept", "pte", "ptl", "const", "secy", "asst",
]

private let eitherAbbreviations: Set<String> = [
  "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "mon", "tue", "tues", "wed",
  "thu", "thur", "thurs", "fri", "sat", "sun", "inc", "corp", "co", "ltd", "plc", "llc", "bros", "cos", "jr", "esq",
  "etc", "al", "ave", "blvd", "rd", "hwy", "a.m", "p.m", "ph.d", "m.d", "b.a", "m.a", "d.c", "u.s", "u.n", "u.k",
  "e.u", "u.s.a", "u.a.e", "ala", "ariz", "ark", "calif", "colo", "conn", "del", "fla", "ga", "ill", "ind", "kan", "ky",
  "la", "md", "mich", "minn", "miss", "mo", "mont", "neb", "nev", "okla", "ont", "ore", "pa", "que", "tenn", "tex",
  "va",
  "vt", "wash", "wis", "wyo", "est", "hrs", "hr", "min", "mins", "secs", "yrs", "yr", "lb", "lbs", "oz", "km", "kg",
  "cm", "mm", "mph", "dist", "gov't", "int'l", "nat'l", "s.a", "n.v", "a.g", "s.p.a", "p.o", "p.s", "t.v", "r.i.p",
  "arr", "dep", "ed", "eds", "trans", "bn", "mn", "tn",
]

/// Words of the lists that stop being abbreviations when they are written small.
private let onlyCapitalised: Set<String> = [
  "mar", "jun", "jul", "dec", "mon", "wed", "sat", "sun", "art", "fig", "ill", "ind", "kan", "la", "mo", "pa", "va",
  "wash", "miss", "del", "ark", "cos", "min", "tex", "ore", "no", "nos", "rep", "reps", "gen", "col", "fr", "hon",
  "sec",
  "mt", "det", "pres", "const", "amb", "rev", "ed", "est", "mont", "minn", "conn", "colo", "ga", "md", "ky", "vt",
  "que",
  "ont", "dep", "arr", "trans", "univ",
]

/// What a word means to a full stop behind it, or nil if the stop is no part of it. `I` is a word, not an initial.
func abbreviation(_ word: ArraySlice<UInt8>) -> Abbreviation? {
  guard let first = word.first, word.count <= 8 else { return nil }
  if word.count == 1, first == UInt8(ascii: "c") { return .leading }
  if word.count == 1 { return isUpper(first) ? (first == UInt8(ascii: "I") ? .either : .leading) : nil }
  let lower = String(decoding: word.map(lowered), as: UTF8.self)
  if onlyCapitalised.contains(lower), !isUpper(first) { return nil }
  if leadingAbbreviations.contains(lower) { return .leading }
  if eitherAbbreviations.contains(lower) { return .either }
  return isInitials(word) ? .either : nil
}

/// Letters one by one with stops between: `U.S`, `J.F.K`.
func isInitials(_ word: ArraySlice<UInt8>) -> Bool {
  guard word.count >= 3, word.count % 2 == 1 else { return false }
  for (position, byte) in word.enumerated() {
    guard position % 2 == 0 ? isASCIILetter(byte) : byte == UInt8(ascii: ".") else { return false }
  }
  return true
}

/// Words that begin sentences far more often than they follow an abbreviation inside one.
let sentenceStarters: Set<String> = [
  "the", "a", "an", "this", "that", "these", "those", "it", "he", "she", "they", "we", "i", "you", "his", "her",
  "their",
  "our", "its", "my", "in", "on", "at", "by", "for", "from", "after", "before", "but", "and", "or", "so", "yet", "as",
  "when", "while", "if", "although", "though", "because", "since", "until", "there", "here", "what", "who", "where",
  "why", "how", "no", "not", "some", "many", "most", "all", "both", "each", "several", "two", "three", "one", "another",
  "other", "others", "however", "meanwhile", "also", "then", "now", "according", "despite", "during", "with", "without",
  "under", "over", "about", "is", "are", "was", "were", "do", "does", "did", "has", "have", "asked", "earlier", "later",
  "officials", "police", "authorities", "last", "next", "still", "more", "among", "even", "once", "only", "such",
  "today",
  "yesterday", "instead", "moreover", "nevertheless", "similarly", "additionally", "following", "every", "any", "nor",
]

/// What a capital behind `a.m.` may name without beginning a sentence: a day or a month ...
let namesOfDays: Set<String> = [
  "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "tues", "wed", "thu",
  "thurs",
  "fri", "sat", "sun", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
  "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
  "christmas", "easter",
]

/// ... or whose time it is.
let namesOfTimes: Set<String> = ["eastern", "central", "pacific", "mountain", "greenwich", "universal", "zulu", "hkt"]
