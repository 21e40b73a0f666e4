import TextAnalysis

extension AttributionRule {
  /// `according to X, S` and other prepositions that attribute.
  static let accordingTo = AttributionRule("according-to") { context, noun in
    let syntax = context.syntax
    guard RelationSet(.oblique, .nominalModifier, .parataxis, .adverbialClause).has(syntax.relations[noun]) else {
      return []
    }
    let preposition = syntax.preposition(noun)
    guard !preposition.isEmpty, let cue = context.cues.phrase(preposition), cue.attributive == .yes,
      cue.takes(.clause), let speaker = context.speaker(noun), let host = context.hostClause(of: noun)
    else { return [] }
    let marks = syntax.children(noun, .caseMarker)
    let cueEnd = marks.flatMap { syntax.span($0) }.max() ?? noun
    guard let cueStart = marks.first, cueStart <= cueEnd else { return [] }
    let runs = context.content(host, without: [noun])
    guard !runs.isEmpty else { return [] }
    return [
      Attribution(
        rule: "attribution.according-to", speaker: speaker, cue: cueStart..<(cueEnd + 1), cueHead: noun,
        contentHeads: [host], content: runs, stance: cue.stance, hedge: nil)
    ]
  }
}

extension AttributionContext {
  /// The clause that a set-off phrase speaks for: the one it hangs on, and where it closes the sentence behind a comma
  /// the highest clause that does not begin behind it.
  func hostClause(of phrase: Int) -> Int? {
    var here = syntax.heads[phrase]
    while let token = here, !syntax.isPredicate(token), syntax.relations[token] != .root { here = syntax.heads[token] }
    guard var clause = here else { return nil }
    guard closesSentence(phrase) else { return clause }
    while let head = syntax.heads[clause], climbs(from: clause, phrase) {
      clause = head
    }
    return clause
  }

  private func climbs(from clause: Int, _ phrase: Int) -> Bool {
    switch syntax.relations[clause] {
    case .conjunct: syntax.ownSubject(clause) == nil
    case .parataxis: false
    default: true
    }
  }

  /// Behind a comma, with nothing but its own words up to the end of the sentence.
  private func closesSentence(_ phrase: Int) -> Bool {
    let span = syntax.span(phrase)
    let sentence = syntax.document.sentences[syntax.sentenceOfToken[phrase]].tokens
    guard span.lowerBound > sentence.lowerBound,
      syntax.tokens[span.lowerBound - 1].form == "," || syntax.tokens[span.lowerBound].form == ","
    else { return false }
    return (span.upperBound..<sentence.upperBound).allSatisfy { syntax.isPart($0, .punctuation) }
  }
}
