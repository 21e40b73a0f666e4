import TextAnalysis

/// Gives sentences that stand wholly in quotation marks to the speaker of the quotation beside them.
struct QuotationContinuer: Sendable {
  let context: AttributionContext

  func continueQuotations(in found: inout [Attribution]) {
    let document = context.syntax.document
    var bySentence: [Int: [Int]] = [:]
    for index in found.indices {
      bySentence[context.syntax.sentenceOfToken[found[index].cueHead], default: []].append(index)
    }
    var pending: [Int] = []
    var last: (cueHead: Int, sentence: Int)?
    var additions: [Attribution] = []
    for (number, sentence) in document.sentences.enumerated() where sentence.part == .body {
      if let speaking = quoting(bySentence[number] ?? [], found) {
        for waiting in pending where belongs(waiting, before: number) {
          additions.append(contentsOf: attribute(waiting, to: found[speaking]))
        }
        pending = []
        last = (found[speaking].cueHead, number)
        continue
      }
      guard isQuotedThroughout(sentence) else {
        pending = []
        if bySentence[number] != nil || startsParagraph(number) { last = nil }
        continue
      }
      if let source = last,
        source.sentence == number - 1 || document.sentences[source.sentence].paragraph == sentence.paragraph,
        let speaker = found.first(where: { $0.cueHead == source.cueHead })
      {
        additions.append(contentsOf: attribute(number, to: speaker))
        last = (source.cueHead, number)
      } else {
        pending.append(number)
      }
    }
    found.append(contentsOf: additions)
  }

  /// The attribution of a sentence whose content is quoted, the outermost if several.
  private func quoting(_ candidates: [Int], _ found: [Attribution]) -> Int? {
    candidates.filter { index in
      !context.quotations.contains(found[index].cueHead)
        && found[index].content.contains { run in
          run.contains { context.quotations.contains($0) && (context.quotations.span(at: $0)?.count ?? 0) > 2 }
        }
    }.max { found[$0].contentCount < found[$1].contentCount }
  }

  private func isQuotedThroughout(_ sentence: Sentence) -> Bool {
    let words = sentence.tokens.filter { !context.syntax.isPart($0, .punctuation) }
    return !words.isEmpty && words.allSatisfy { context.quotations.contains($0) }
  }

  private func startsParagraph(_ number: Int) -> Bool {
    number == 0
      || context.syntax.document.sentences[number - 1].paragraph != context.syntax.document.sentences[number].paragraph
  }

  /// A quoted sentence waits for the words of saying behind it within the same quotation or paragraph.
  private func belongs(_ waiting: Int, before number: Int) -> Bool {
    let sentences = context.syntax.document.sentences
    return sentences[waiting].paragraph == sentences[number].paragraph
  }

  private func attribute(_ number: Int, to speaker: Attribution) -> [Attribution] {
    let tokens = context.syntax.document.sentences[number].tokens
    let roots = tokens.filter { context.syntax.heads[$0] == nil && !context.syntax.isPart($0, .punctuation) }
    guard let root = roots.first else { return [] }
    var continued = Attribution(
      rule: "attribution.continued-quotation", speaker: .sameAs(cueHead: speaker.cueHead), cue: speaker.cue,
      cueHead: root,
      contentHeads: roots, content: context.trimmed(Array(tokens)),
      stance: speaker.stance == .warns ? .asserts : speaker.stance,
      hedge: nil)
    continued.relayers = speaker.relayers
    return [continued]
  }
}
