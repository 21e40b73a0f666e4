extension AttributionRule {
  /// `X blamed Y for E`, `blamed E on Y`, `attributed E to Y`, `held Y responsible for E`, `pointed the finger at Y`.
  static let blame = AttributionRule("blame") { context, verb in
    guard let (cue, cueTokens) = context.predicates[verb], cue.stance == .alleges, !context.isUnsaid(verb) else {
      return []
    }
    let syntax = context.syntax
    // `a recording that implicates the minister`: things point at people, and allege nothing.
    if syntax.lemmas[verb] == "implicate", syntax.relations[verb] == .relativeClause,
      syntax.ownSubject(verb).map({ syntax.lemmas[$0] != "who" }) ?? true
    {
      return []
    }
    guard syntax.child(verb, .clausalComplement) == nil, let parts = context.imputation(verb, cue) else { return [] }
    let agent = syntax.isPassive(verb) ? syntax.child(verb, .agent) ?? syntax.oblique(verb, "by") : syntax.subject(verb)
    let speaker = agent.flatMap { context.speaker($0) } ?? (syntax.isPassive(verb) ? .unknown : nil)
    guard let speaker else { return [] }
    var found = Attribution(
      rule: "attribution.blame", speaker: speaker, cue: context.cueRange(verb, cueTokens), cueHead: verb,
      contentHeads: [verb], content: context.clauseContent(verb), stance: .alleges,
      hedge: speaker == .unknown ? syntax.tokens[verb].form : nil)
    found.weight = 2
    found.culprit = parts.culprit
    found.deed = parts.deed
    return [found]
  }
}

extension AttributionContext {
  /// Whom a verb of blaming points at, and for what.
  fileprivate func imputation(_ verb: Int, _ cue: Cue) -> (culprit: Int, deed: Int?)? {
    // `blames overcrowding`: by its tag a verb.
    let gerund = syntax.child(verb, .openComplement).flatMap { syntax.tokens[$0].xpos == "VBG" ? $0 : nil }
    let object = syntax.undergoer(verb) ?? gerund
    switch cue.lemmas.first {
    case "blame":
      if let culprit = syntax.oblique(verb, "on") { return (culprit, object) }
      return object.map { ($0, syntax.oblique(verb, "for") ?? syntax.child(verb, .adverbialClause)) }
    case "hold":
      return object.map { ($0, syntax.oblique(verb, "for") ?? responsibleFor(verb)) }
    case "attribute", "ascribe", "trace":
      return syntax.oblique(verb, "to").map { ($0, object) }
    case "pin", "place", "put", "lay", "cast":
      return syntax.oblique(verb, "on", "with", "at").map { ($0, object.flatMap { syntax.modifier($0, "for") }) }
    case "point":
      let pointed = syntax.oblique(verb, "at") ?? object.flatMap { syntax.modifier($0, "at") }
      return pointed.map { ($0, syntax.oblique(verb, "for")) }
    case "implicate":
      return object.map { ($0, syntax.oblique(verb, "in")) }
    default:
      return nil
    }
  }

  private func responsibleFor(_ verb: Int) -> Int? {
    syntax.child(verb, RelationSet(.openComplement, .adjective)).flatMap { syntax.oblique($0, "for") }
  }
}
