import TextAnalysis

/// How words look, as far as names are told by it.
enum WordShape {
  /// Whether the first letter is a capital.
  static func isCapitalised(_ form: String) -> Bool {
    // Most words begin with a letter of ASCII, which needs no table.
    if let first = form.utf8.first, first < 0x80, WordFolding.isASCIIAlphanumeric(first) { return first &- 0x41 < 26 }
    guard let first = form.unicodeScalars.first(where: { $0.properties.isAlphabetic || ("0"..."9").contains($0) })
    else { return false }
    return first.properties.isUppercase
  }

  /// `MSPs`, `NGOs`: a plural of initials, which stands for many.
  static func isPluralOfInitials(_ form: String) -> Bool {
    form.count > 2 && form.last == "s" && form.dropLast().allSatisfy { $0.isUppercase }
  }

  /// Two or more letters, all capitals (`NATO`, `U.N.`, `ISIS`).
  static func isAcronym(_ form: String) -> Bool {
    // Most words begin with a small letter of ASCII.
    if let first = form.utf8.first, first &- 0x61 < 26 { return false }
    var letters = 0
    for scalar in form.unicodeScalars where scalar.properties.isAlphabetic {
      guard scalar.properties.isUppercase else { return false }
      letters += 1
    }
    return letters >= 2
  }

  static func hasLetter(_ form: String) -> Bool {
    for byte in form.utf8 {
      // Other scripts have letters that a table knows.
      if byte >= 0x80 { return form.contains(where: \.isLetter) }
      if (byte | 0x20) &- 0x61 < 26 { return true }
    }
    return false
  }

  static func isNumber(_ form: String) -> Bool {
    form.utf8.first.map { $0 &- 0x30 < 10 } ?? false
  }

  /// Words that are written with a capital and name no one.
  static let calendarWords: Set<String> = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march",
    "april", "may", "june", "july", "august", "september", "october", "november", "december", "jan", "feb", "mar",
    "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "mon", "tue", "tues", "wed", "thu", "thurs", "fri",
    "sat", "sun", "am", "pm", "gmt", "utc", "cet", "est", "ist", "christmas", "easter", "ramadan", "eid",
  ]

  /// Words that begin sentences and are no names there, whatever the tagger thinks.
  static let openers: Set<String> = [
    "the", "a", "an", "this", "that", "these", "those", "it", "he", "she", "they", "we", "i", "you", "his", "her",
    "its",
    "their", "our", "my", "in", "on", "at", "by", "for", "from", "to", "of", "with", "as", "if", "but", "and", "or",
    "so", "no", "not", "nobody", "none", "nothing", "some", "many", "most", "all", "both", "each", "several", "few",
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "dozens", "hundreds", "thousands",
    "another", "other", "others", "more", "what", "who", "when", "where", "why", "how", "there", "here", "then", "now",
    "after", "before", "while", "although", "though", "since", "until", "because", "despite", "according", "however",
    "meanwhile", "also", "asked", "yes", "well", "first", "second", "third", "last", "next", "earlier", "later",
    "neither", "either", "such", "under", "over", "during", "without", "about", "between", "around", "still", "yet",
    "had", "has", "have", "was", "were", "is", "are", "did", "does", "do", "will", "would", "could", "should", "may",
    "everyone", "someone", "anyone", "everything", "something", "today", "yesterday", "tomorrow", "sources",
    "officials",
  ]
}

extension Document {
  /// Whether a token opens its sentence, a quotation, or what follows a colon or dash.
  func isOpening(_ index: Int, in sentence: Sentence) -> Bool {
    var before = index - 1
    while before >= sentence.tokens.lowerBound, ["\"", "“", "'", "‘", "(", "[", "``"].contains(tokens[before].form) {
      // A straight quote that is joined to what stands before it closes.
      if !tokens[before].hasSpaceBefore, before > sentence.tokens.lowerBound, tokens[before + 1].hasSpaceBefore {
        return false
      }
      before -= 1
    }
    // The mark of a list, in front of an entry.
    if before == sentence.tokens.lowerBound,
      ["-", "–", "—", "•", "*", "·", "▪", "■", "►"].contains(tokens[before].form)
    {
      return true
    }
    if before < sentence.tokens.lowerBound { return true }
    return before < index - 1 || [":", "…", "...", "?", "!"].contains(tokens[before].form)
  }

  /// The form in lower case.
  func lower(_ index: Int) -> String { tokens[index].lower }

  /// The first child of a token in one of these relations.
  func child(of token: Int, in sentence: Sentence, _ relations: Set<String>) -> Int? {
    sentence.tokens.first { tokens[$0].head == token && relations.contains(tokens[$0].deprel) }
  }
}
