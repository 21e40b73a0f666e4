/// The forms in which a word can stand in a text, be it a verb or a noun: more than there are, and all that there are.
///
/// The table of matters has lemmas and is asked by words as they are written, of which nothing else is known.
enum InflectedForms {
  /// Of a lemma in lower case, itself included.
  static func of(_ lemma: String) -> Set<String> {
    guard lemma.count > 1, lemma.allSatisfy(\.isLetter) else { return [lemma] }
    var forms: Set<String> = [lemma]
    forms.formUnion(irregular[lemma] ?? [])
    if lemma.hasSuffix("man") { forms.insert(lemma.dropLast(2) + "en") }
    // `knives`, `thieves`, `halves`; but `beliefs`, `safes` are among the others.
    if lemma.hasSuffix("ife") { forms.insert(lemma.dropLast(2) + "ves") }
    if ["ief", "eaf", "alf", "elf"].contains(where: { lemma.hasSuffix($0) }) { forms.insert(lemma.dropLast() + "ves") }
    for (base, endings) in bases(of: lemma) { for ending in endings { forms.insert(base + ending) } }
    return forms
  }

  /// What endings follow, and which.
  private static func bases(of lemma: String) -> [(base: String, endings: [String])] {
    let letters = Array(lemma)
    let (last, before) = (letters[letters.count - 1], letters[letters.count - 2])
    if lemma.hasSuffix("ie") { return [(lemma, ["s", "d"]), (lemma.dropLast(2) + "y", ["ing"])] }
    if last == "e" {
      return [(lemma, ["s", "d"]), (before == "e" ? lemma : String(lemma.dropLast()), ["ing"])]
    }
    if last == "y", !isVowel(before) { return [(String(lemma.dropLast()), ["ies", "ied"]), (lemma, ["ing"])] }
    if last == "s" || last == "x" || last == "z" || lemma.hasSuffix("ch") || lemma.hasSuffix("sh") {
      return [(lemma, ["es", "ed", "ing"])]
    }
    let plural = (lemma, last == "o" ? ["s", "es"] : ["s"])
    let doubled = (lemma + String(last), ["ed", "ing"])
    guard letters.count > 2, !isVowel(last), !"wxy".contains(last), isVowel(before),
      !isVowel(letters[letters.count - 3])
    else { return [plural, (lemma, ["ed", "ing"])] }
    // `rob`, `robbed`; of longer words the stress would tell: `transferred`, `entered`.
    return KnownLemmas.doublesItsEnd(letters) ? [plural, doubled] : [plural, doubled, (lemma, ["ed", "ing"])]
  }

  private static func isVowel(_ letter: Character) -> Bool { "aeiou".contains(letter) }

  /// By lemma.
  private static let irregular: [String: Set<String>] = {
    var forms: [String: Set<String>] = [:]
    for (form, lemma) in KnownLemmas.irregular.merging(others, uniquingKeysWith: { known, _ in known }) {
      forms[lemma, default: []].insert(form)
    }
    return forms
  }()

  /// Those that no lexicon had asked for.
  private static let others: [String: String] = [
    "became": "become", "bent": "bend", "bit": "bite", "bitten": "bite", "bled": "bleed", "bred": "breed",
    "built": "build", "burnt": "burn", "came": "come", "children": "child", "chose": "choose", "chosen": "choose",
    "crept": "creep", "did": "do", "done": "do", "does": "do", "drank": "drink", "drunk": "drink", "eaten": "eat",
    "ate": "eat", "fallen": "fall", "felt": "feel", "feet": "foot", "flung": "fling", "foresaw": "foresee",
    "foreseen": "foresee", "gone": "go", "went": "go", "got": "get", "gotten": "get", "grew": "grow", "grown": "grow",
    "had": "have", "has": "have", "hid": "hide", "hidden": "hide", "kept": "keep", "knew": "know", "known": "know",
    "leant": "lean", "leapt": "leap", "learnt": "learn", "made": "make", "meant": "mean", "mistook": "mistake",
    "mown": "mow", "ran": "run", "rang": "ring", "rung": "ring", "saw": "see", "seen": "see", "said": "say",
    "shone": "shine", "shrank": "shrink", "shrunk": "shrink", "slept": "sleep", "slid": "slide", "slit": "slit",
    "smelt": "smell", "sped": "speed", "spent": "spend", "spilt": "spill", "spun": "spin", "sprang": "spring",
    "sprung": "spring", "stank": "stink", "strung": "string", "stuck": "stick", "swam": "swim", "swum": "swim",
    "taught": "teach", "thought": "think", "told": "tell", "understood": "understand", "was": "be", "were": "be",
    "is": "be", "are": "be", "been": "be", "being": "be", "wept": "weep", "wore": "wear", "worn": "wear",
  ]
}
