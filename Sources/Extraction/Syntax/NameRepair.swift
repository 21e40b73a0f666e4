import TextAnalysis

/// Makes each name one node of the tree: `Downing Street said`, read as two things that each did something, is one subject.
///
/// The parser knows no names; who is meant hangs on them more than on anything else. A name, with the title in front of
/// it, keeps the best of the relations that its words have to the rest of the sentence, and its other words hang below.
struct NameRepair: Sendable {
  let lexicon: Lexicon

  func repaired(_ document: Document) -> Document {
    let finder = NameFinder(document: document, lexicon: lexicon)
    var tokens = document.tokens
    for (index, sentence) in document.sentences.enumerated() where sentence.part == .body {
      for span in finder.names(inSentence: index) {
        let head = join(span.tokens, sentence.tokens, &tokens)
        retag(span, &tokens)
        makeOpeningSubject(span, sentence.tokens, &tokens)
        if let title = span.title, let head {
          join(title.lowerBound.upTo(span.tokens.upperBound), under: head, sentence.tokens, &tokens)
        } else if let head {
          joinNoun(before: span, head, sentence.tokens, &tokens)
        }
      }
    }
    return Document(text: document.text, sentences: document.sentences, tokens: tokens)
  }

  /// A capitalised word within a longer name is no verb: `Downing Street`.
  private func retag(_ span: NameSpan, _ tokens: inout [Token]) {
    guard span.tokens.count > 1 else { return }
    for index in span.tokens
    where [.verb, .adverb, .auxiliary].contains(tokens[index].upos) && WordShape.isCapitalised(tokens[index].form) {
      tokens[index].upos = .properNoun
      tokens[index].xpos = "NNP"
      tokens[index].lemma = tokens[index].form
    }
  }

  /// `Maly denied that S`, with an adverb for the name: what the text writes large within its sentences, at the head of one and
  /// in front of a finite verb without a subject, is who does it, and so behind a semicolon.
  private func makeOpeningSubject(_ span: NameSpan, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    let word = span.tokens.lowerBound
    guard span.tokens.count == 1, [.adverb, .adjective].contains(tokens[word].upos),
      word == sentence.lowerBound || tokens[word - 1].form == ";",
      !span.senses.contains(where: { if case .demonym = $0 { true } else { false } }),
      let verb = tokens[word].head, verb > word,
      ["advmod", "amod", "nsubj", "obl", "discourse"].contains(tokens[word].deprel),
      ["VBD", "VBZ", "VBP"].contains(tokens[verb].xpos)
    else { return }
    if tokens[word].deprel != "nsubj" {
      guard !sentence.contains(where: { tokens[$0].head == verb && tokens[$0].deprel.hasPrefix("nsubj") }) else {
        return
      }
      tokens[word].deprel = "nsubj"
    }
    tokens[word].upos = .properNoun
    tokens[word].xpos = "NNP"
    tokens[word].lemma = tokens[word].form
  }

  /// `spokeswoman Alena Karatkevich`: a role that stands directly before a name has the name below it and not beside it.
  private func joinNoun(before span: NameSpan, _ head: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    let noun = span.tokens.lowerBound - 1
    if raiseOverOffice(noun, span, head, sentence, &tokens) { return }
    if joinPhrase(endingIn: noun, span, head, sentence, &tokens) { return }
    guard sentence.contains(noun), tokens[noun].upos == .noun, tokens[noun].xpos == "NN", tokens[head].head != noun,
      tokens[noun].head != head, !span.senses.contains(where: { if case .demonym = $0 { true } else { false } }),
      let role = lexicon.role(tokens[noun].lower), role.number == .person,
      isNominal(tokens[noun].deprel), isNominal(tokens[head].deprel), tokens[noun].head == tokens[head].head
    else { return }
    tokens[head].head = noun
    tokens[head].deprel = "appos"
  }

  /// `deputy director of the fire service Kamrul Hasan`, with the name hung on the service: it is the director's.
  private func raiseOverOffice(
    _ noun: Int, _ span: NameSpan, _ head: Int, _ sentence: Range<Int>, _ tokens: inout [Token]
  ) -> Bool {
    guard sentence.contains(noun), tokens[noun].upos == .noun, span.senses.isEmpty, (2...3).contains(span.tokens.count),
      span.tokens.allSatisfy({ WordShape.isCapitalised(tokens[$0].form) }),
      Self.offices.contains(tokens[noun].lower)
        || Self.publicKinds.contains(lexicon.headNoun(tokens[noun].lower)?.kind ?? ""),
      tokens[noun].form.first?.isLowercase ?? false,
      let of = sentence.lowerBound.upTo(noun).last(where: { tokens[$0].head == noun && tokens[$0].lower == "of" }),
      of > sentence.lowerBound, case let role = of - 1, tokens[role].upos == .noun,
      lexicon.role(tokens[role].lower)?.number == .person, tokens[noun].head == role,
      tokens[head].head == noun || tokens[head].head == role, !["nmod:poss"].contains(tokens[head].deprel),
      !sentence.contains(where: { tokens[$0].head == head && tokens[$0].deprel == "case" })
    else { return false }
    tokens[head].head = role
    tokens[head].deprel = "appos"
    return true
  }

  private static let offices: Set<String> = ["state", "service", "staff", "council", "committee", "commission"]
  private static let publicKinds: Set<String> = ["government", "military", "police", "court", "legislature"]

  /// `Kremlin spokesperson Dmitry Peskov`, with the name hung on the Kremlin: the role in front of a name, and the name in
  /// front of the role, belong to the last of the three.
  private func joinPhrase(
    endingIn noun: Int, _ span: NameSpan, _ head: Int, _ sentence: Range<Int>, _ tokens: inout [Token]
  ) -> Bool {
    guard sentence.contains(noun), noun > sentence.lowerBound, tokens[noun].upos == .noun, tokens[noun].xpos == "NN",
      let role = lexicon.role(tokens[noun].lower), role.number == .person,
      !span.senses.contains(where: { if case .demonym = $0 { true } else { false } }),
      let governor = tokens[head].head, governor < noun,
      tokens[head].deprel == "flat" || tokens[head].deprel == "compound"
    else { return false }
    var start = noun
    while start > sentence.lowerBound, [.properNoun, .adjective, .noun].contains(tokens[start - 1].upos) { start -= 1 }
    guard start <= governor else { return false }
    join(start.upTo(span.tokens.upperBound), under: head, sentence, &tokens)
    return true
  }

  private func isNominal(_ relation: String) -> Bool {
    ["nsubj", "nsubj:pass", "obj", "iobj", "obl", "nmod", "appos", "compound", "flat"].contains(relation)
  }

  /// Hangs all words of a name below the one that stands best in the sentence, and returns that.
  @discardableResult
  private func join(
    _ name: Range<Int>, under wanted: Int? = nil, _ sentence: Range<Int>, _ tokens: inout [Token]
  ) -> Int? {
    guard sentence.contains(name.lowerBound), name.upperBound <= sentence.upperBound else { return nil }
    let outer = name.filter { index in tokens[index].head.map { !name.contains($0) } ?? true }
    // What is reached from the rest of the sentence only through another word of the name cannot carry it.
    let top = outer.filter { !passes(through: name, from: $0, tokens) }
    guard let best = top.min(by: { (rank(tokens[$0]), $0) < (rank(tokens[$1]), $1) }) else { return nil }
    let head = wanted ?? best
    guard outer.count > 1 || head != best else { return head }
    let (governor, relation) = (tokens[best].head, tokens[best].deprel)
    for index in sentence where index != head {
      let isInside = name.contains(index)
      let isMoved = isInside ? outer.contains(index) : tokens[index].head.map({ name.contains($0) }) ?? false
      guard isMoved else { continue }
      tokens[index].head = head
      if isInside, tokens[index].upos != .punctuation {
        tokens[index].deprel = wanted != nil ? "nmod:desc" : index < head ? "compound" : "flat"
      }
    }
    tokens[head].head = governor
    tokens[head].deprel = relation
    return head
  }

  private func passes(through name: Range<Int>, from start: Int, _ tokens: [Token]) -> Bool {
    var here = tokens[start].head
    // Trees may close circles; no path is longer than the sentence's words.
    for _ in 0..<512 {
      guard let token = here else { return false }
      if name.contains(token) { return true }
      here = tokens[token].head
    }
    return true
  }

  /// How much a relation says of a name's part in the sentence, the most first.
  private func rank(_ token: Token) -> Int {
    let base = token.deprel.split(separator: ":").first.map(String.init) ?? ""
    return Self.ranks[base] ?? Self.ranks.count
  }

  private static let ranks: [String: Int] = Dictionary(
    uniqueKeysWithValues: [
      "nsubj", "obj", "iobj", "obl", "nmod", "appos", "conj", "root", "parataxis", "vocative", "xcomp", "flat",
      "compound", "ccomp", "list", "dep", "amod", "advcl", "acl",
    ].enumerated().map { ($1, $0) })
}
