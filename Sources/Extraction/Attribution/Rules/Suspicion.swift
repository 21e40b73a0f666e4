import TextAnalysis

extension AttributionRule {
  /// `police suspect X`, `X is suspected`: nothing more is said, so that the deed is the one spoken of.
  static let suspicion = AttributionRule("suspicion") { context, verb in
    let syntax = context.syntax
    guard syntax.lemmas[verb] == "suspect", syntax.isPart(verb, .verb), syntax.isPredicate(verb),
      let (cue, cueTokens) = context.predicates[verb], !context.isUnsaid(verb), let suspect = syntax.undergoer(verb),
      syntax.child(verb, RelationSet(.clausalComplement, .openComplement, .adverbialClause)) == nil,
      syntax.oblique(verb, "of") == nil, syntax.modifier(suspect, "of") == nil || !syntax.isPassive(verb)
    else { return [] }
    guard !syntax.isPassive(verb) || !RelationSet.adnominalClauses.has(syntax.relations[verb]) else { return [] }
    let speaker = syntax.isPassive(verb) ? .unknown : context.speaker(syntax.subject(verb))
    guard let speaker else { return [] }
    var found = Attribution(
      rule: "attribution.suspicion", speaker: speaker, cue: context.cueRange(verb, cueTokens), cueHead: verb,
      contentHeads: [verb], content: context.clauseContent(verb), stance: cue.stance,
      hedge: syntax.tokens[verb].form)
    found.weight = 2
    found.culprit = suspect
    return [found]
  }

  /// `the main suspects are X`, `X is the prime suspect in the killing`.
  static let suspect = AttributionRule("suspect") { context, noun in
    let syntax = context.syntax
    guard syntax.isPart(noun, .noun), let (predicate, other) = context.equation(noun), !context.isUnsaid(predicate)
    else { return [] }
    var found = Attribution(
      rule: "attribution.suspect", speaker: .unknown, cue: noun..<(noun + 1), cueHead: noun,
      contentHeads: [predicate], content: context.clauseContent(predicate), stance: .alleges,
      hedge: syntax.tokens[noun].form)
    found.weight = 2
    found.culprit = other
    found.deed = syntax.modifier(noun, "in", "of", "behind", "for")
    return [found]
  }
}

extension AttributionContext {
  /// The predicate of a clause that says who a suspect is, and who that is.
  fileprivate func equation(_ noun: Int) -> (predicate: Int, other: Int)? {
    guard syntax.lemmas[noun] == "suspect" else { return nil }
    if syntax.child(noun, .copula) != nil { return syntax.subject(noun).map { (noun, $0) } }
    guard syntax.relations[noun] == .subject, let head = syntax.heads[noun], syntax.child(head, .copula) != nil,
      syntax.isPart(head, .properNoun, .noun)
    else { return nil }
    return (head, head)
  }
}
