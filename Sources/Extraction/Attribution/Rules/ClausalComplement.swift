extension AttributionRule {
  /// `X said (that) S`, `X told Y that S`, `said X` with the words in front: the clause is the verb's complement.
  static let clausalComplement = AttributionRule("clausal-complement") { context, verb in
    guard let (cue, cueTokens) = context.predicates[verb], cue.attributive != .relay else { return [] }
    let syntax = context.syntax
    if cue.stance == .declinesToComment || cue.stance == .disclaimsKnowledge { return [] }
    guard cue.takes(.clause) || cue.takes(.quote) else { return [] }
    guard let clause = syntax.child(verb, .clausalComplement), !context.isUnsaid(verb) || cue.isNegative else {
      return []
    }
    if syntax.isPassive(verb), syntax.child(verb, .passiveSubject) != nil, syntax.actor(verb) == nil { return [] }
    guard let speaker = context.speaker(syntax.actor(verb)) else { return [] }
    if context.asksOnly(clause, under: cue) || context.isQuotedAs(verb) { return [] }
    let isFronted = clause < verb
    var found = Attribution(
      rule: isFronted ? "attribution.fronted-content" : "attribution.clausal-complement", speaker: speaker,
      cue: context.cueRange(verb, cueTokens), cueHead: verb, contentHeads: [clause], content: context.content(clause),
      stance: cue.stance, hedge: cue.hedge)
    found.relayers = context.hearers(verb, cue)
    found.isOpaque = cue.stance == .denies || cue.stance == .doubts
    return [found]
  }
}

extension AttributionContext {
  /// `did not say who`, `asked whether`: a question is put, nothing is put forward.
  func asksOnly(_ clause: Int, under cue: Cue) -> Bool {
    guard cue.stance != .declinesToComment, cue.stance != .disclaimsKnowledge else { return false }
    if syntax.children(clause, .marker).contains(where: { ["whether", "if"].contains(syntax.lemmas[$0]) }) {
      return true
    }
    return false
  }

  /// `saying` in `quoted X as saying S`, which another rule reads.
  func isQuotedAs(_ verb: Int) -> Bool {
    guard let head = syntax.heads[verb], predicates[head]?.cue.attributive == .relay else { return false }
    return syntax.children(verb, RelationSet(.marker, .caseMarker)).contains { syntax.lemmas[$0] == "as" }
  }

  /// Who was told, as a possible relayer: `told Reuters`, `said to the paper`. Whether it is an outlet is seen later.
  func hearers(_ verb: Int, _ cue: Cue) -> [SpeakerWords] {
    guard let addressee = cue.addressee else { return [] }
    let hearer: Int?
    switch addressee {
    case "object": hearer = syntax.child(verb, RelationSet(.indirectObject, .object))
    default: hearer = syntax.oblique(verb, addressee)
    }
    if let hearer, syntax.isPart(hearer, .properNoun, .noun, .pronoun) { return [.noun(hearer)] }
    return []
  }
}
