import TextAnalysis

/// Paragraphs of a conversation in print: `Lindgren: We have nothing to hide. The bridge is safe.` A name and a colon in
/// front speak the whole paragraph. In a conversation somebody speaks more than once; a list of places, each with a colon
/// behind it, is none. Whether the name is a person's is seen when claims are made.
struct SpeechTurns: Sendable {
  let context: AttributionContext
  static let rule = "attribution.speech-turn"

  /// Attributions of the turns, one for each sentence. Where other words of saying stand, as in a report that quotes,
  /// they are `found` already; what they attribute is passed on.
  func find() -> [Attribution] {
    let document = context.syntax.document
    var turns: [Attribution] = []
    var colon: Int?
    let talking = conversing()
    for (number, sentence) in document.sentences.enumerated() {
      let opens = number == 0 || document.sentences[number - 1].paragraph != sentence.paragraph
      if opens || sentence.part != .body { colon = nil }
      guard sentence.part == .body else { continue }
      if opens, let mark = self.colon(of: sentence), let name = name(before: mark, in: sentence),
        talking.contains(context.syntax.words(sentence.tokens.lowerBound..<mark))
      {
        if let turn = turn(.noun(name), mark, (mark + 1)..<sentence.tokens.upperBound) {
          turns.append(turn)
          colon = mark
        }
      } else if let mark = colon, let root = context.syntax.root(of: sentence.tokens) {
        if let turn = turn(.sameAs(cueHead: mark), root, sentence.tokens) { turns.append(turn) }
      }
    }
    return turns
  }

  /// The names that open two paragraphs or more.
  private func conversing() -> Set<String> {
    let document = context.syntax.document
    var counts: [String: Int] = [:]
    for (number, sentence) in document.sentences.enumerated() where sentence.part == .body {
      guard number == 0 || document.sentences[number - 1].paragraph != sentence.paragraph,
        let mark = colon(of: sentence)
      else { continue }
      counts[context.syntax.words(sentence.tokens.lowerBound..<mark), default: 0] += 1
    }
    return Set(counts.filter { $0.value > 1 }.keys)
  }

  /// Behind one to four words that may be a name, with a clause behind.
  private func colon(of sentence: Sentence) -> Int? {
    let tokens = context.syntax.tokens
    let start = sentence.tokens.lowerBound
    guard let colon = sentence.tokens.prefix(5).first(where: { tokens[$0].form == ":" }), colon > start,
      (start..<colon).allSatisfy({ context.syntax.isPart($0, .properNoun) }),
      (colon + 1..<sentence.tokens.upperBound).contains(where: { context.syntax.isPredicate($0) })
    else { return nil }
    return colon
  }

  private func name(before colon: Int, in sentence: Sentence) -> Int? {
    (sentence.tokens.lowerBound..<colon).first { token in
      context.syntax.heads[token].map { !(sentence.tokens.lowerBound..<colon).contains($0) } ?? true
    }
  }

  private func turn(_ speaker: SpeakerWords, _ head: Int, _ tokens: Range<Int>) -> Attribution? {
    let content = context.trimmed(Array(tokens))
    let heads = tokens.filter { token in
      !context.syntax.isPart(token, .punctuation) && !(context.syntax.heads[token].map { tokens.contains($0) } ?? false)
    }
    guard !content.isEmpty, !heads.isEmpty else { return nil }
    return Attribution(
      rule: Self.rule, speaker: speaker, cue: head..<(head + 1), cueHead: head, contentHeads: heads, content: content,
      stance: .asserts)
  }
}

extension Syntax {
  /// The word that a sentence hangs on.
  fileprivate func root(of sentence: Range<Int>) -> Int? {
    sentence.first { heads[$0] == nil && !isPart($0, .punctuation) }
  }
}
