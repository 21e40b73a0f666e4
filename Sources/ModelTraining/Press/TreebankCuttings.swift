/// Clauses and phrases cut out of a treebank, by what they can stand for.
struct TreebankCuttings {
  private(set) var phrases: [String: [PressPhrase]] = [:]
  private var sentence = TreebankSentence()
  /// One entry per word: its children, and the first and last word below it.
  private var children: [[Int]] = []
  private var spans: [ClosedRange<Int>] = []
  private var sizes: [Int] = []
  /// Words that are written small somewhere.
  private let lowerForms: Set<String>

  private static let rough: Set<String> = [
    "parataxis", "discourse", "vocative", "list", "dep", "reparandum", "orphan", "goeswith", "dislocated",
  ]
  private static let doubtful: Set<String> = [
    "\"", "“", "”", "''", "``", "?", "!", "...", "(", ")", "[", "]", "*", ":", ";",
  ]
  private static let persons: Set<String> = ["i", "we", "you", "me", "us", "my", "our", "your", "myself", "'s"]
  private static let sayings: Set<String> = [
    "say", "tell", "report", "claim", "deny", "announce", "state", "argue", "insist", "warn", "confirm", "declare",
    "add", "accuse", "call", "reject", "explain", "ask", "urge", "testify", "acknowledge",
  ]

  init(_ treebank: [TreebankSentence]) {
    lowerForms = Set(treebank.lazy.flatMap(\.forms).filter { $0 == $0.lowercased() })
    for sentence in treebank where sentence.count <= 60 {
      self.sentence = sentence
      guard measure() else { continue }
      takeSentence()
      for word in 0..<sentence.count { take(word) }
    }
  }

  /// False for a sentence that is not projective.
  private mutating func measure() -> Bool {
    let count = sentence.count
    children = Array(repeating: [], count: count)
    for word in 0..<count where sentence.heads[word] > 0 { children[sentence.heads[word] - 1].append(word) }
    spans = (0..<count).map { $0...$0 }
    sizes = Array(repeating: 1, count: count)
    func visit(_ word: Int, _ depth: Int) -> Bool {
      guard depth < 60 else { return false }
      for child in children[word] {
        guard visit(child, depth + 1) else { return false }
        sizes[word] += sizes[child]
        spans[word] =
          min(spans[word].lowerBound, spans[child].lowerBound)...max(spans[word].upperBound, spans[child].upperBound)
      }
      return sizes[word] == spans[word].count
    }
    guard let root = sentence.heads.firstIndex(of: 0) else { return false }
    return visit(root, 0)
  }

  private func isPlain(_ range: ClosedRange<Int>, except: Set<Int> = []) -> Bool {
    range.allSatisfy { word in
      except.contains(word)
        || !Self.rough.contains(sentence.deprels[word]) && !Self.doubtful.contains(sentence.forms[word])
          && PartOfSpeechNames.known.contains(sentence.upos[word]) && sentence.xpos[word] != "ADD"
    }
  }

  private func isImpersonal(_ range: ClosedRange<Int>) -> Bool {
    range.allSatisfy { !Self.persons.contains(sentence.forms[$0].lowercased()) }
  }

  private func child(_ word: Int, _ relation: (String) -> Bool) -> Int? {
    children[word].first { relation(sentence.deprels[$0]) }
  }

  private func isFinite(_ word: Int) -> Bool {
    if ["VBD", "VBZ", "VBP"].contains(sentence.xpos[word]) { return true }
    return children[word].contains {
      ["aux", "aux:pass", "cop"].contains(sentence.deprels[$0])
        && ["VBD", "VBZ", "VBP", "MD"].contains(sentence.xpos[$0])
    }
  }

  private func subject(_ word: Int) -> Int? { child(word) { $0.hasPrefix("nsubj") || $0 == "expl" } }

  private mutating func add(_ name: String, _ range: ClosedRange<Int>, root: Int, without: Set<Int> = []) {
    guard var phrase = PressPhrase(sentence, range.lowerBound..<(range.upperBound + 1), root: root, without: without),
      phrase.words.last?.upos != "PUNCT", phrase.words.first?.upos != "PUNCT"
    else { return }
    if range.lowerBound == 0 { lower(&phrase.words[0]) }
    phrases[name, default: []].append(phrase)
  }

  /// A word that has its capital only from where it stood loses it.
  private func lower(_ word: inout PressWord) {
    let form = word.form.lowercased()
    guard !["NNP", "NNPS"].contains(word.xpos), lowerForms.contains(form) else { return }
    word.form = form
  }

  private mutating func takeSentence() {
    guard let root = sentence.heads.firstIndex(of: 0), ["VERB", "NOUN", "ADJ"].contains(sentence.upos[root]),
      let subject = subject(root), isFinite(root), subject < root, sentence.forms.last == ".",
      (5...26).contains(sentence.count), sentence.upos[0] != "CCONJ", sentence.upos[0] != "PUNCT"
    else { return }
    let range = 0...(sentence.count - 2)
    guard isPlain(range), sentence.heads[sentence.count - 1] == root + 1 else { return }
    guard children[root].allSatisfy({ !($0 < subject && ["ccomp", "mark"].contains(sentence.deprels[$0])) }) else {
      return
    }
    add("quotable", range, root: root)
    guard isImpersonal(range) else { return }
    add("clausal", range, root: root)
    guard spans[subject].lowerBound == 0, sentence.deprels[subject] == "nsubj", sentence.xpos[root] == "VBD",
      ["NOUN", "PROPN", "PRON"].contains(sentence.upos[subject]), sentence.xpos[subject] != "EX"
    else { return }
    let predicate = (spans[subject].upperBound + 1)...range.upperBound
    guard children[root].allSatisfy({ predicate.contains($0) || $0 == subject || $0 == sentence.count - 1 }),
      sentence.upos[predicate.lowerBound] != "PUNCT"
    else { return }
    add("did", predicate, root: root)
  }

  private mutating func take(_ word: Int) {
    let relation = sentence.deprels[word]
    let span = spans[word]
    guard span.count <= 16 else { return }
    switch relation {
    case "ccomp": takeComplement(word, span)
    case "xcomp" where sentence.xpos[word] == "VB": takeInfinitive(word, span)
    case "advcl" where sentence.xpos[word] == "VBG", "acl" where sentence.xpos[word] == "VBG",
      "xcomp" where sentence.xpos[word] == "VBG":
      takeGerund(word, span)
    case "acl" where sentence.xpos[word] == "VBN": if plainEnds(span) { add("reduced", span, root: word) }
    case "acl:relcl": takeRelative(word, span)
    case "nsubj", "nsubj:pass", "obj", "obl", "nmod", "obl:agent": takeNominal(word, span)
    case "advcl": takeAdverbial(word, span)
    default: break
    }
    if relation == "obl" { takePhrase(word, span) }
  }

  private func plainEnds(_ span: ClosedRange<Int>) -> Bool { isPlain(span) && isImpersonal(span) }

  private mutating func takeComplement(_ word: Int, _ span: ClosedRange<Int>) {
    guard let subject = subject(word), isFinite(word), subject < word, isPlain(span), isImpersonal(span) else { return }
    var range = span
    var left: Set<Int> = []
    if let mark = child(word, { $0 == "mark" }) {
      guard mark == span.lowerBound, ["that", "That"].contains(sentence.forms[mark]) else { return }
      left.insert(mark)
      range = (mark + 1)...span.upperBound
    }
    guard spans[subject].lowerBound == range.lowerBound, !["WP", "WDT"].contains(sentence.xpos[range.lowerBound]),
      sentence.upos[range.lowerBound] != "ADV" || sentence.xpos[range.lowerBound] != "WRB",
      sentence.xpos[subject] != "WP"
    else { return }
    add("clausal", range, root: word)
  }

  private mutating func takeInfinitive(_ word: Int, _ span: ClosedRange<Int>) {
    guard let mark = child(word, { $0 == "mark" }), mark == span.lowerBound, sentence.forms[mark] == "to",
      plainEnds(span), subject(word) == nil
    else { return }
    add("infinitive", span, root: word)
  }

  private mutating func takeGerund(_ word: Int, _ span: ClosedRange<Int>) {
    guard subject(word) == nil, plainEnds(span), children[word].allSatisfy({ sentence.deprels[$0] != "aux" }) else {
      return
    }
    var range = span
    if let mark = child(word, { $0 == "mark" }) {
      guard mark == span.lowerBound, span.count > 1 else { return }
      range = (mark + 1)...span.upperBound
    }
    guard children[word].contains(where: { ["obj", "obl", "ccomp", "xcomp"].contains(sentence.deprels[$0]) }),
      range.lowerBound == word
    else { return }
    add("doing", range, root: word)
  }

  private mutating func takeRelative(_ word: Int, _ span: ClosedRange<Int>) {
    guard plainEnds(span), span.count >= 2 else { return }
    switch sentence.forms[span.lowerBound].lowercased() {
    case "who": add("who", span, root: word)
    case "which" where sentence.upos[span.lowerBound] == "PRON": add("which", span, root: word)
    default: break
    }
  }

  private mutating func takeAdverbial(_ word: Int, _ span: ClosedRange<Int>) {
    guard let mark = child(word, { $0 == "mark" }), mark == span.lowerBound, plainEnds(span), span.count >= 3,
      ["after", "before", "while", "because", "if", "since", "although", "when", "until", "unless", "as"].contains(
        sentence.forms[mark].lowercased()), subject(word) != nil || sentence.xpos[word] == "VBG"
    else { return }
    add("adverbial", span, root: word)
  }

  private mutating func takePhrase(_ word: Int, _ span: ClosedRange<Int>) {
    guard let preposition = child(word, { $0 == "case" }), preposition == span.lowerBound,
      [
        "in", "at", "near", "on", "during", "after", "before", "from", "over", "under", "for", "with", "since",
        "against",
      ]
      .contains(sentence.forms[preposition].lowercased()), plainEnds(span), span.count <= 7
    else { return }
    add("prepositional", span, root: word)
  }

  private mutating func takeNominal(_ word: Int, _ span: ClosedRange<Int>) {
    guard span.count <= 9, ["NOUN", "PROPN"].contains(sentence.upos[word]), plainEnds(span) else { return }
    var range = span
    let cases = children[word].filter { sentence.deprels[$0] == "case" }
    if let last = cases.max() {
      guard last < word, cases.count == last - span.lowerBound + 1 else { return }
      range = (last + 1)...span.upperBound
    }
    guard !children[word].contains(where: { ["cop", "mark", "acl:relcl", "cc"].contains(sentence.deprels[$0]) }) else {
      return
    }
    guard sentence.upos[range.lowerBound] != "PRON" || sentence.xpos[range.lowerBound] == "PRP$" else { return }
    if sentence.upos[word] == "PROPN" {
      guard range.count >= 2 || sentence.forms[word].count > 2, range.count <= 5 else { return }
      add("named", range, root: word)
    } else {
      add("thing", range, root: word)
    }
    let isSpeaker =
      sentence.deprels[word] == "nsubj" && Self.sayings.contains(sentence.lemmas[sentence.heads[word] - 1])
    if isSpeaker { add("speaking", range, root: word) }
  }
}

enum PartOfSpeechNames {
  static let known: Set<String> = [
    "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "VERB",
  ]
}
