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
    var pending: [(number: Int, leading: Int?)] = []
    var last: (cueHead: Int, sentence: Int)?
    var additions: [Attribution] = []
    /// Quoted sentences that nobody behind them speaks go with the one who was heard right in front of them.
    func giveUp() {
      for waiting in pending {
        if let leading = waiting.leading { additions.append(contentsOf: attribute(waiting.number, to: found[leading])) }
      }
      pending = []
    }
    for (number, sentence) in document.sentences.enumerated() where sentence.part == .body {
      if let speaking = quoting(bySentence[number] ?? [], found) {
        for waiting in pending {
          if belongs(waiting.number, before: number) {
            additions.append(contentsOf: attribute(waiting.number, to: found[speaking]))
          } else if let leading = waiting.leading {
            additions.append(contentsOf: attribute(waiting.number, to: found[leading]))
          }
        }
        pending = []
        last = (found[speaking].cueHead, number)
        continue
      }
      guard isQuotedThroughout(sentence) else {
        giveUp()
        if bySentence[number] != nil || startsParagraph(number) { last = nil }
        continue
      }
      if let source = last,
        source.sentence == number - 1 || document.sentences[source.sentence].paragraph == sentence.paragraph,
        let speaker = found.first(where: { $0.cueHead == source.cueHead })
      {
        additions.append(contentsOf: attribute(number, to: speaker))
        last = (source.cueHead, number)
      } else if let before = pending.last, before.number == number - 1, !startsParagraph(number) {
        pending.append((number, before.leading))
      } else {
        let leading = startsParagraph(number) ? nil : self.leading(bySentence[number - 1] ?? [], found)
        pending.append((number, leading))
      }
    }
    giveUp()
    found.append(contentsOf: additions)
  }

  /// `X said S. "T."`: who was heard in the sentence in front, if only one was.
  private func leading(_ candidates: [Int], _ found: [Attribution]) -> Int? {
    let speaking = candidates.filter { index in
      guard !context.quotations.contains(found[index].cueHead), found[index].speaker != .unknown,
        context.withheld(found[index]) == nil, let cue = context.predicates[found[index].cueHead]?.cue
      else { return false }
      return cue.attributive == .yes && cue.takes(.quote)
    }
    guard Set(speaking.map { found[$0].speaker }).count == 1 else { return nil }
    return speaking.max { found[$0].contentCount < found[$1].contentCount }
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
      // What goes on behind a warning or a denial is told.
      stance: [.warns, .denies].contains(speaker.stance) ? .asserts : speaker.stance,
      hedge: nil)
    continued.relayers = speaker.relayers
    return [continued]
  }
}
