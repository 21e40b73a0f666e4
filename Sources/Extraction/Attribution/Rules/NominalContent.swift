extension AttributionRule {
  /// `X announced the arrest of Y`, `confirmed discussions`, `pledged a rescue effort`: the event is named by a noun.
  static let nominalContent = AttributionRule("nominal-content") { context, verb in
    guard let (cue, cueTokens) = context.predicates[verb], cue.attributive == .yes, cue.takes(.object) else {
      return []
    }
    let syntax = context.syntax
    guard [.announces, .confirms, .alleges].contains(cue.stance) || syntax.lemmas[verb] == "report" else { return [] }
    guard !context.isUnsaid(verb), syntax.child(verb, RelationSet(.clausalComplement, .openComplement)) == nil else {
      return []
    }
    guard let object = syntax.undergoer(verb), syntax.isPart(object, .noun) else { return [] }
    // Whatever is pledged is yet to be done; what is announced may be a thing.
    let isDeed =
      context.isEventNoun(syntax.lemmas[object]) || ["pledge", "promise", "vow"].contains(syntax.lemmas[verb])
      || syntax.children(object, .compound).contains { context.isEventNoun(syntax.lemmas[$0]) }
    guard isDeed else { return [] }
    let agent = syntax.isPassive(verb) ? syntax.child(verb, .agent) ?? syntax.oblique(verb, "by") : syntax.subject(verb)
    guard let speaker = context.speaker(agent) else { return [] }
    guard !RelationSet.adnominalClauses.has(syntax.relations[verb]) || syntax.heads[verb] != object else { return [] }
    return [
      Attribution(
        rule: "attribution.nominal-content", speaker: speaker, cue: context.cueRange(verb, cueTokens), cueHead: verb,
        contentHeads: [object], content: context.content(object), stance: cue.stance, hedge: cue.hedge)
    ]
  }
}
