extension AttributionRule {
  /// `X said he did not know S`, `claimed to be unaware of`, `had no information on`: knowledge is disclaimed.
  ///
  /// Plain not knowing is a state and no saying; it needs a verb of saying above it, spoken by the same one.
  static let ignorance = AttributionRule("ignorance") { context, verb in
    guard let (cue, cueTokens) = context.predicates[verb], cue.stance == .disclaimsKnowledge else { return [] }
    let syntax = context.syntax
    // `Nobody in Europe has seen proof` says so of all, and not of oneself alone.
    if let subject = syntax.subject(verb), syntax.isNegative(nominal: subject) { return [] }
    let saying = context.sayingAbove(verb)
    guard saying != nil || (cue.lemmas.count > 1 && cue.lemmas != ["not", "know"] && cue.attributive == .yes) else {
      return []
    }
    // `The video could not be verified`: nobody speaks but the report, and it says so.
    if saying == nil, syntax.isPassive(verb), syntax.actor(verb) == nil { return [] }
    let source = saying ?? verb
    guard let speaker = context.speaker(syntax.actor(source) ?? syntax.subject(source)) else { return [] }
    var found = Attribution(
      rule: "attribution.ignorance", speaker: speaker,
      cue: saying.map { $0..<($0 + 1) } ?? context.cueRange(verb, cueTokens), cueHead: source, contentHeads: [verb],
      content: context.clauseContent(verb), stance: .disclaimsKnowledge)
    if let saying, let sayingCue = context.predicates[saying]?.cue {
      found.relayers = context.hearers(saying, sayingCue)
    }
    found.weight = 3
    found.isOpaque = true
    return [found]
  }
}

extension AttributionContext {
  /// The verb of saying whose complement the clause is, where the clause speaks of the speaker: `he said he`, `claimed to`.
  func sayingAbove(_ verb: Int) -> Int? {
    guard RelationSet(.clausalComplement, .openComplement).has(syntax.relations[verb]), let head = syntax.heads[verb],
      let cue = predicates[head]?.cue, cue.stance != .disclaimsKnowledge,
      cue.takes(.clause) || cue.takes(.infinitive), !isUnsaid(head)
    else { return nil }
    if let subject = syntax.ownSubject(verb) {
      guard syntax.isPart(subject, .pronoun),
        !["it", "there"].contains(syntax.lemmas[subject]) || syntax.lemmas[subject] == "it"
      else { return nil }
    }
    return head
  }
}
