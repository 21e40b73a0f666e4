import TextAnalysis

/// The lemmas that the lexicons ask for, put in the place of what the lemmatiser guessed for forms it had not met.
///
/// It learns endings from a treebank of everyday text, where hardly anybody is bombed or telephoned: `bombed` became
/// `bombe`, `invaded` `invad`, `withdrew` `withdr`. A lexicon word that regular spelling leads to is the better guess.
struct KnownLemmas: Sendable {
  private let verbs: Set<String>
  private let nouns: Set<String>

  init(_ lexicon: Lexicon) {
    var verbs: Set<String> = []
    var nouns: Set<String> = []
    for word in lexicon.eventWords {
      for lemma in word.lemmas.enumerated() {
        let choices = lemma.element.split(separator: "/").map(String.init)
        if word.partOfSpeech == .verb, lemma.offset == 0 { verbs.formUnion(choices) } else { nouns.formUnion(choices) }
      }
    }
    for cue in lexicon.cues where cue.partOfSpeech == .verb { if let verb = cue.lemmas.first { verbs.insert(verb) } }
    self.verbs = verbs
    self.nouns = nouns
  }

  /// Linear in the number of tokens.
  func correct(_ document: Document) -> Document {
    var tokens = document.tokens
    var hasChanged = false
    for index in tokens.indices where tokens[index].upos == .verb || tokens[index].upos == .noun {
      guard let lemma = better(tokens[index]) else { continue }
      tokens[index].lemma = lemma
      hasChanged = true
    }
    return hasChanged ? Document(text: document.text, sentences: document.sentences, tokens: tokens) : document
  }

  private func better(_ token: Token) -> String? {
    let known = token.upos == .verb ? verbs : nouns
    let lemma = token.lemma.lowercased()
    if known.contains(lemma) { return nil }
    let form = token.lower
    if token.upos == .verb, let base = Self.irregular[form] { return known.contains(base) ? base : nil }
    let candidates = token.upos == .verb ? Self.verbBases(of: form) : Self.nounBases(of: form)
    return candidates.first { $0 != lemma && known.contains($0) }
  }

  // MARK: Spelling

  private static func verbBases(of form: String) -> [String] {
    if form.hasSuffix("ing") { return bases(String(form.dropLast(3))) }
    if form.hasSuffix("ied") { return [String(form.dropLast(3)) + "y"] }
    if form.hasSuffix("ed") { return bases(String(form.dropLast(2))) }
    if form.hasSuffix("ies") { return [String(form.dropLast(3)) + "y"] }
    if form.hasSuffix("es") { return [String(form.dropLast()), String(form.dropLast(2))] }
    if form.hasSuffix("s"), !form.hasSuffix("ss") { return [String(form.dropLast())] }
    return []
  }

  /// What is left of `bombed`, `raided`, `invaded`, `nabbed`: the base, the base without `e`, or with its end doubled.
  private static func bases(_ stem: String) -> [String] {
    let letters = Array(stem)
    guard letters.count > 2 else { return [stem + "e"] }
    var result = doublesItsEnd(letters) ? [stem + "e"] : [stem, stem + "e"]
    if letters[letters.count - 1] == letters[letters.count - 2] { result.append(String(letters.dropLast())) }
    return result
  }

  /// `rob`, whose past is `robbed`; so `robed` is none of it.
  static func doublesItsEnd(_ letters: [Character]) -> Bool {
    let isVowel = letters.map { "aeiou".contains($0) }
    let count = letters.count
    return !isVowel[count - 1] && !"wxy".contains(letters[count - 1]) && isVowel[count - 2] && !isVowel[count - 3]
      && isVowel.filter { $0 }.count == 1
  }

  private static func nounBases(of form: String) -> [String] {
    if form.hasSuffix("ies") { return [String(form.dropLast(3)) + "y"] }
    if form.hasSuffix("es") { return [String(form.dropLast()), String(form.dropLast(2))] }
    return form.hasSuffix("s") && !form.hasSuffix("ss") ? [String(form.dropLast())] : []
  }

  /// By form.
  static let irregular: [String: String] = [
    "beaten": "beat", "began": "begin", "begun": "begin", "besought": "beseech", "blew": "blow", "blown": "blow",
    "broke": "break", "broken": "break", "brought": "bring", "bought": "buy", "caught": "catch", "dealt": "deal",
    "drew": "draw", "drawn": "draw", "driven": "drive", "drove": "drive", "dug": "dig", "fed": "feed", "fell": "fall",
    "fled": "flee", "flew": "fly", "flown": "fly", "forbade": "forbid", "forbidden": "forbid", "forgave": "forgive",
    "forgiven": "forgive", "forsook": "forsake", "fought": "fight", "found": "find", "froze": "freeze",
    "frozen": "freeze", "gave": "give", "given": "give", "held": "hold", "hung": "hang", "laid": "lay", "led": "lead",
    "left": "leave", "lent": "lend", "lost": "lose", "met": "meet", "overran": "overrun", "overthrew": "overthrow",
    "overthrown": "overthrow", "paid": "pay", "retaken": "retake", "retook": "retake", "risen": "rise", "rose": "rise",
    "sank": "sink", "sent": "send", "shaken": "shake", "shook": "shake", "shot": "shoot", "slain": "slay",
    "slew": "slay", "sold": "sell", "sought": "seek", "spoke": "speak", "spoken": "speak", "stole": "steal",
    "stolen": "steal", "stood": "stand", "struck": "strike", "sunk": "sink", "swept": "sweep", "swore": "swear",
    "sworn": "swear", "taken": "take", "threw": "throw", "thrown": "throw", "took": "take", "tore": "tear",
    "torn": "tear", "undertook": "undertake", "upheld": "uphold", "withdrawn": "withdraw", "withdrew": "withdraw",
    "withheld": "withhold", "won": "win", "wrote": "write", "written": "write",
  ]
}
