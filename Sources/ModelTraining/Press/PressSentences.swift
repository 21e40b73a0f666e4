import SeededRandom

/// Makes sentences in the manner of news agencies, with their trees: frames of reporting from a grammar, and in their slots
/// clauses and phrases cut out of the treebank.
struct PressSentences {
  private let grammar = PressGrammar(PressGrammar.text)
  private let lexicon = PressLexicon()
  private let cuttings: [String: [PressPhrase]]
  private var generator: SeededGenerator

  static func make(_ count: Int, from treebank: [TreebankSentence], seed: UInt64 = 41) -> [TreebankSentence] {
    guard count > 0 else { return [] }
    var maker = PressSentences(treebank, seed: seed)
    return (0..<count).map { _ in maker.sentence() }
  }

  init(_ treebank: [TreebankSentence], seed: UInt64) {
    cuttings = TreebankCuttings(treebank).phrases
    generator = SeededGenerator(seed: seed)
  }

  private mutating func number(_ bound: Int) -> Int { Int(generator.next() >> 33) % bound }

  private mutating func sentence() -> TreebankSentence {
    while true {
      var phrase = self.phrase("sentence", depth: 0)
      guard phrase.words.count <= 70 else { continue }
      phrase.capitalize()
      Self.settleMarks(&phrase)
      guard phrase.isProjective else { continue }
      return finished(phrase)
    }
  }

  private mutating func phrase(_ name: String, depth: Int) -> PressPhrase {
    if let pool = cuttings[name], !pool.isEmpty, grammar.rules[name] == nil { return pool[number(pool.count)] }
    guard let lines = grammar.rules[name] else { preconditionFailure("the grammar has no \(name)") }
    let line = lines[number(lines.count)]
    var items: [PressGrammar.Item] = []
    choose(line, &items)
    var result = PressPhrase()
    var labels: [String: Int] = [:]
    var waiting: [(place: Int, label: String)] = []
    for item in items {
      let part = self.part(item, depth: depth)
      let place = result.append(part, under: nil, as: item.deprel)
      if let label = item.label { labels[label] = place }
      if let head = item.head { waiting.append((place, head)) }
    }
    for (place, label) in waiting {
      guard let head = labels[label] else { preconditionFailure("no \(label) in a line of \(name)") }
      result.words[place].head = head
    }
    return result
  }

  private mutating func choose(_ parts: [PressGrammar.Part], _ items: inout [PressGrammar.Item]) {
    for part in parts {
      switch part {
      case .item(let item): items.append(item)
      case .optional(let inner): if number(2) == 0 { choose(inner, &items) }
      }
    }
  }

  private mutating func part(_ item: PressGrammar.Item, depth: Int) -> PressPhrase {
    switch item.what {
    case .word(let form, let upos, let xpos):
      return PressPhrase([
        PressWord(
          form: form, upos: upos ?? PressGrammar.upos(xpos, item.deprel ?? ""), xpos: xpos, head: nil,
          deprel: item.deprel ?? "dep")
      ])
    case .lexical(let name, let tag):
      let (form, xpos, upos) = lexicon.word(name, tag: tag, number: number(1 << 30))
      return PressPhrase([
        PressWord(
          form: form, upos: upos ?? PressGrammar.upos(xpos, item.deprel ?? ""), xpos: xpos, head: nil,
          deprel: item.deprel ?? "dep")
      ])
    case .phrase(let name, let isCapital):
      var phrase = self.phrase(name, depth: depth + 1)
      if isCapital { phrase.capitalize() }
      return phrase
    }
  }

  /// Of two marks in a row that part the same, one goes; so does a comma in front of the end.
  private static func settleMarks(_ phrase: inout PressPhrase) {
    var place = 0
    while place + 1 < phrase.words.count {
      let (here, next) = (phrase.words[place], phrase.words[place + 1])
      let isComma = here.form == "," && here.upos == "PUNCT"
      if isComma, [",", ".", ":", ";", "--", "–", ")"].contains(next.form) {
        phrase.remove(at: place)
      } else {
        place += 1
      }
    }
  }

  private mutating func finished(_ phrase: PressPhrase) -> TreebankSentence {
    let quotes = [("\"", "\""), ("\"", "\""), ("“", "”"), ("“", "”"), ("'", "'"), ("‘", "’")][number(6)]
    let apostrophe = number(2) == 0 ? "'" : "’"
    var sentence = TreebankSentence()
    for (index, word) in phrase.words.enumerated() {
      let next = index + 1 < phrase.words.count ? phrase.words[index + 1] : nil
      var form = word.form
      if word.deprel == "det", ["a", "A"].contains(form), let next, Self.takesAn(next.form) { form += "n" }
      if word.form == "``" { form = quotes.0 }
      if word.form == "''" { form = quotes.1 }
      if word.xpos == "POS" || word.form == "n't" { form = word.form.replacing("'", with: apostrophe) }
      sentence.forms.append(form)
      sentence.lemmas.append(form.lowercased())
      sentence.upos.append(word.upos)
      sentence.xpos.append(word.xpos)
      sentence.heads.append((word.head ?? -1) + 1)
      sentence.deprels.append(word.head == nil ? "root" : word.deprel)
      sentence.spaceAfter.append(word.spaceAfter && hasSpace(word, next))
    }
    return sentence
  }

  private static func takesAn(_ form: String) -> Bool {
    let small = form.lowercased()
    return "aeiou".contains(small.first ?? "x") && !["one", "uni", "use", "eu"].contains { small.hasPrefix($0) }
  }

  private func hasSpace(_ word: PressWord, _ next: PressWord?) -> Bool {
    guard let next else { return true }
    if ["``", "-LRB-", "HYPH", "$"].contains(word.xpos) { return false }
    if [",", ".", "''", "-RRB-", "HYPH", "POS"].contains(next.xpos) || next.form == "n't" || next.form == "%" {
      return next.form == "--" || next.form == "–" || next.form == "—"
    }
    return !(next.form == ":" || next.form == ";")
  }

  static func conllu(_ sentences: [TreebankSentence]) -> String {
    var result = ""
    for sentence in sentences {
      for index in 0..<sentence.count {
        let space = sentence.spaceAfter[index] ? "_" : "SpaceAfter=No"
        let columns: [String] = [
          String(index + 1), sentence.forms[index], sentence.lemmas[index], sentence.upos[index], sentence.xpos[index],
          "_", String(sentence.heads[index]), sentence.deprels[index], "_", space,
        ]
        result += columns.joined(separator: "\t") + "\n"
      }
      result += "\n"
    }
    return result
  }
}
