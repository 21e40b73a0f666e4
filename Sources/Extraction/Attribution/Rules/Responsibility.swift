extension AttributionRule {
  /// `X claimed responsibility for E`.
  static let responsibility = AttributionRule("responsibility") { context, verb in
    guard let (cue, cueTokens) = context.predicates[verb], cue.stance == .claimsResponsibility else { return [] }
    let syntax = context.syntax
    guard !context.isUnsaid(verb) else { return [] }
    let claimant = syntax.isPassive(verb) ? syntax.actor(verb) : syntax.subject(verb)
    guard let speaker = context.speaker(claimant) else { return [] }
    var found = Attribution(
      rule: "attribution.responsibility", speaker: speaker, cue: context.cueRange(verb, cueTokens), cueHead: verb,
      contentHeads: [verb], content: context.clauseContent(verb), stance: .claimsResponsibility)
    found.weight = 3
    found.deed = context.deed(below: verb)
    return [found]
  }

  /// `the attack was claimed by X`, `bombings claimed by X`.
  static let responsibilityClaimedBy = AttributionRule("responsibility-claimed-by") { context, verb in
    let syntax = context.syntax
    guard syntax.lemmas[verb] == "claim", syntax.isPart(verb, .verb), syntax.isPassive(verb), !context.isUnsaid(verb)
    else { return [] }
    guard let agent = syntax.child(verb, .agent) ?? syntax.oblique(verb, "by"), let deed = syntax.subject(verb),
      context.isEventNoun(syntax.lemmas[deed])
        || ["this", "it", "that", "responsibility"].contains(syntax.lemmas[deed]),
      let speaker = context.speaker(agent)
    else { return [] }
    var found = Attribution(
      rule: "attribution.responsibility-claimed-by", speaker: speaker, cue: verb..<(verb + 1), cueHead: verb,
      contentHeads: [verb], content: context.clauseContent(verb), stance: .claimsResponsibility)
    found.weight = 3
    found.deed = deed
    return [found]
  }
}

extension AttributionContext {
  /// The event that responsibility is claimed for: behind `for`, `of` or `in`, at the verb or its object.
  func deed(below verb: Int) -> Int? {
    if let deed = syntax.oblique(verb, "for", "of") { return deed }
    for object in syntax.children(verb, RelationSet(.object, .passiveSubject)) {
      if let deed = syntax.modifier(object, "for", "of", "in") { return deed }
      if let clause = syntax.child(object, RelationSet.adnominalClauses) { return clause }
    }
    return syntax.child(verb, .adverbialClause)
  }
}
