import TextAnalysis

extension AttributionRule {
  /// `according to X, S` and other prepositions that attribute.
  static let accordingTo = AttributionRule("according-to") { context, noun in
    let syntax = context.syntax
    guard RelationSet(.oblique, .nominalModifier, .parataxis, .adverbialClause).has(syntax.relations[noun]) else {
      return []
    }
    // `statements according to which S`: another rule's.
    if syntax.lemmas[noun] == "which" { return [] }
    let preposition = syntax.preposition(noun)
    guard !preposition.isEmpty, let cue = context.cues.phrase(preposition),
      cue.attributive == .yes || context.isAuthority(noun, behind: preposition),
      cue.takes(.clause), let speaker = context.speaker(noun), let host = context.hostClause(of: noun)
    else { return [] }
    let marks = syntax.children(noun, .caseMarker)
    let cueEnd = marks.flatMap { syntax.span($0) }.max() ?? noun
    guard let cueStart = marks.first, cueStart <= cueEnd else { return [] }
    if context.isConformity(with: noun, behind: cueStart) { return [] }
    let rest = context.tail(behind: noun)
    var tokens = syntax.subtree(host) { $0 == noun || context.isParted($0, from: noun) }.filter { !rest.contains($0) }
    for setting in context.settings(behind: noun) { tokens += syntax.subtree(setting) }
    let runs = context.trimmed(Set(tokens).sorted())
    guard !runs.isEmpty else { return [] }
    return [
      Attribution(
        rule: "attribution.according-to", speaker: speaker, cue: cueStart..<(cueEnd + 1), cueHead: noun,
        contentHeads: [host], content: runs, stance: cue.stance, hedge: nil)
    ]
  }
}

extension AttributionContext {
  /// `justice according to the law`, `went according to plan`: what accords with something, and what nobody says.
  fileprivate func isConformity(with noun: Int, behind cueStart: Int) -> Bool {
    guard Self.norms.contains(syntax.lemmas[noun]) else { return false }
    let sentence = syntax.document.sentences[syntax.sentenceOfToken[noun]].tokens
    return cueStart > sentence.lowerBound && syntax.tokens[cueStart - 1].form != ","
  }

  private static let norms: Set = [
    "law", "constitution", "plan", "schedule", "custom", "tradition", "principle", "need", "ability", "size", "age",
    "rank",
    "taste", "conscience", "statute", "precedent", "recipe", "script", "protocol", "rule",
  ]

  /// `Per the complaint, S`, `S, per Reuters`: papers and names, set off; `per head` and `as per the agreement` are measures.
  fileprivate func isAuthority(_ noun: Int, behind preposition: String) -> Bool {
    guard preposition == "per" else { return false }
    let isNamed = syntax.isPart(noun, .properNoun)
    let isPaper =
      Self.documentNouns.contains(syntax.lemmas[noun])
      && syntax.child(noun, RelationSet(.determiner, .possessive)) != nil
    guard isNamed || isPaper else { return false }
    let start = syntax.span(noun).lowerBound
    let sentence = syntax.document.sentences[syntax.sentenceOfToken[noun]].tokens
    return start == sentence.lowerBound || syntax.tokens[start].form == "," || syntax.tokens[start - 1].form == ","
  }

  /// `According to X, S; Y said T`: behind a semicolon a clause with a subject of its own is no longer what X says, nor is
  /// it behind `but` where that subject speaks.
  fileprivate func isParted(_ clause: Int, from phrase: Int) -> Bool {
    guard clause > phrase, RelationSet(.parataxis, .conjunct).has(syntax.relations[clause]),
      syntax.child(clause, RelationSet.subjects) != nil, syntax.span(clause).lowerBound > phrase
    else { return false }
    let speaks = predicates[clause] != nil && syntax.child(clause, .clausalComplement) != nil
    let isAgainst = syntax.children(clause, .coordinator).contains { ["but", "yet"].contains(syntax.lemmas[$0]) }
    return speaks && isAgainst || syntax.tokens[phrase..<clause].contains { $0.form == ";" }
  }

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

  /// `According to X, in the morning S`: what a comma and a preposition set off behind X says when or where S.
  fileprivate func settings(behind noun: Int) -> [Int] {
    syntax.children(noun, RelationSet(.nominalModifier, .oblique)).filter { child in
      let start = syntax.span(child).lowerBound
      guard child > noun, syntax.child(child, .caseMarker) != nil, start > 0 else { return false }
      return syntax.tokens[start - 1].form == "," || syntax.tokens[start].form == ","
    }
  }

  /// `S, according to X, head of Y.`: what follows to the end of the sentence without a verb of its own describes X,
  /// wherever the tree hangs it.
  fileprivate func tail(behind phrase: Int) -> Range<Int> {
    let span = syntax.span(phrase)
    let sentence = syntax.document.sentences[syntax.sentenceOfToken[phrase]].tokens
    let rest = span.upperBound..<max(span.upperBound, sentence.upperBound)
    guard span.lowerBound > sentence.lowerBound,
      syntax.tokens[span.lowerBound - 1].form == ","
        || syntax.tokens[span.lowerBound].form == ",", rest.first.map({ syntax.tokens[$0].form == "," }) ?? false,
      !rest.contains(where: { syntax.isPart($0, .verb, .auxiliary) })
    else { return span.upperBound..<span.upperBound }
    return rest
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
