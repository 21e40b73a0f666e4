import TextAnalysis

extension AttributionRule {
  /// `the claim that S`, `X's assertion that S`, `a report in X that S`.
  static let nominalCue = AttributionRule("nominal-cue") { context, noun in
    let syntax = context.syntax
    guard syntax.isPart(noun, .noun), let cue = context.cues.noun(syntax.lemmas[noun]), cue.takes(.clause)
    else { return [] }
    guard let clause = syntax.child(noun, RelationSet(.adnominalClause, .clausalComplement)), clause > noun,
      syntax.children(clause, .marker).contains(where: { syntax.lemmas[$0] == "that" }),
      syntax.ownSubject(clause) != nil
    else { return [] }
    return [
      Attribution(
        rule: "attribution.nominal-cue", speaker: .document(noun), cue: noun..<(noun + 1), cueHead: noun,
        contentHeads: [clause], content: context.content(clause), stance: cue.stance,
        hedge: cue.hedge.map { _ in syntax.tokens[noun].form })
    ]
  }
}
