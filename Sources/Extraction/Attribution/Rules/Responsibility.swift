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
      contentHeads: [verb], content: context.clauseContent(verb, isAlone: true),
      stance: .claimsResponsibility)
    found.weight = 3
    found.deed = context.deed(below: verb)
    return [found]
  }

  /// `the attack was claimed by X`, `bombings claimed by X`; `X claimed the attack`.
  static let responsibilityClaimedBy = AttributionRule("responsibility-claimed-by") { context, verb in
    let syntax = context.syntax
    guard syntax.lemmas[verb] == "claim", syntax.isPart(verb, .verb), !context.isUnsaid(verb) else { return [] }
    guard let claimant = syntax.actor(verb), let deed = syntax.undergoer(verb), claimant != deed,
      syntax.isPassive(verb)
        ? context.isEventNoun(syntax.lemmas[deed])
          || ["this", "it", "that", "responsibility"].contains(syntax.lemmas[deed])
        : violence.contains(syntax.lemmas[deed]) && syntax.child(verb, .openComplement) == nil,
      let speaker = context.speaker(claimant)
    else { return [] }
    var found = Attribution(
      rule: "attribution.responsibility-claimed-by", speaker: speaker, cue: verb..<(verb + 1), cueHead: verb,
      contentHeads: [verb], content: context.clauseContent(verb, isAlone: true),
      stance: .claimsResponsibility)
    found.weight = 3
    found.deed = deed
    return [found]
  }

  /// Whoever claims one of these claims to have done it; a victory or a success is claimed otherwise.
  private static let violence: Set = [
    "attack", "bombing", "blast", "explosion", "assassination", "murder", "killing", "kidnapping", "abduction",
    "shooting", "ambush", "raid", "hijacking", "massacre", "assault", "strike", "bomb", "sabotage", "arson",
  ]
}

extension AttributionContext {
  /// The event that responsibility is claimed for: behind `for`, `of` or `in`, at the verb or its object.
  func deed(below verb: Int) -> Int? {
    if let deed = syntax.oblique(verb, "for", "of") { return meant(by: deed, verb) }
    for object in syntax.children(verb, RelationSet(.object, .passiveSubject)) {
      if let deed = syntax.modifier(object, "for", "of", "in") { return meant(by: deed, verb) }
      if let clause = syntax.child(object, RelationSet.adnominalClauses) { return clause }
    }
    return syntax.child(verb, .adverbialClause)
  }

  /// `the bombing, for which X claimed responsibility`: the noun in front, also where the tree has the clause for the
  /// main one.
  private func meant(by deed: Int, _ verb: Int) -> Int {
    if let antecedent = syntax.antecedent(ofRelative: deed, in: verb) { return antecedent }
    guard syntax.lemmas[deed] == "which", let preposition = syntax.child(deed, .caseMarker) else { return deed }
    let first = syntax.document.sentences[syntax.sentenceOfToken[deed]].tokens.lowerBound
    var before = preposition - 1
    if before >= first, syntax.tokens[before].form == "," { before -= 1 }
    return before >= first && syntax.isPart(before, .noun, .properNoun) ? before : deed
  }
}
