extension AttributionRule {
  /// `X is said to VP`, `it is believed that S`, `S, it was reported by Y`: whoever says so is named behind `by` or
  /// nowhere.
  static let passiveReport = AttributionRule("passive-report") { context, verb in
    guard let (cue, cueTokens) = context.predicates[verb], cue.attributive != .relay else { return [] }
    let syntax = context.syntax
    guard syntax.isPassive(verb), syntax.child(verb, .passiveAuxiliary) != nil else { return [] }
    guard !context.isUnsaid(verb) else { return [] }
    let agent = syntax.child(verb, .agent) ?? syntax.oblique(verb, "by")
    let speaker = agent.flatMap { context.speaker($0) } ?? .unknown
    let hedge = "is " + syntax.tokens[verb].form
    func make(_ head: Int, _ content: [Range<Int>]) -> [Attribution] {
      [
        Attribution(
          rule: "attribution.passive-report", speaker: speaker, cue: context.cueRange(verb, cueTokens), cueHead: verb,
          contentHeads: [head], content: content, stance: cue.stance, hedge: speaker == .unknown ? hedge : cue.hedge)
      ]
    }
    if let clause = syntax.child(verb, .openComplement), cue.takes(.passiveInfinitive) {
      var tokens = syntax.subtree(clause)
      if let subject = syntax.child(verb, .passiveSubject) { tokens += syntax.subtree(subject) }
      return make(clause, context.trimmed(Set(tokens).sorted()))
    }
    let isImpersonal =
      syntax.child(verb, .expletive) != nil
      || syntax.child(verb, .passiveSubject).map { syntax.lemmas[$0] == "it" } ?? false
    if isImpersonal, let clause = syntax.child(verb, RelationSet(.clausalComplement, .clausalSubject)) {
      return make(clause, context.content(clause))
    }
    return []
  }
}
