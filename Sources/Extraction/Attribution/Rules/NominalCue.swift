import TextAnalysis

extension AttributionRule {
  /// `the claim that S`, `X's assertion that S`, `a report in X that S`.
  static let nominalCue = AttributionRule("nominal-cue") { context, noun in
    let syntax = context.syntax
    guard syntax.isPart(noun, .noun), let cue = context.cues.noun(syntax.lemmas[noun]), cue.takes(.clause)
    else { return [] }
    // `a report in X that a list was prepared`: what `that` marks and what has a subject of its own is said, and tells
    // nothing of the report.
    let isIssued = syntax.modifier(noun, "in", "by", "from") != nil
    let clauses =
      isIssued
      ? RelationSet(.adnominalClause, .clausalComplement, .relativeClause)
      : RelationSet(.adnominalClause, .clausalComplement)
    guard let clause = syntax.child(noun, clauses), clause > noun,
      syntax.children(clause, .marker).contains(where: { syntax.lemmas[$0] == "that" })
        // What is done to something has no object: `that` marks the clause, whatever the tree says.
        || isIssued && syntax.isPassive(clause)
          && syntax.children(clause, .object).contains(where: { syntax.lemmas[$0] == "that" }),
      syntax.ownSubject(clause) != nil
    else { return [] }
    return Self.attribution(context, noun, cue, clause)
  }

  /// `statements by X, according to which S`: the words that a clause tells the content of.
  static let accordingToWhich = AttributionRule("according-to-which") { context, noun in
    let syntax = context.syntax
    guard syntax.isPart(noun, .noun), let cue = context.cues.noun(syntax.lemmas[noun]), cue.takes(.clause),
      let clause = syntax.children(noun, RelationSet.adnominalClauses).first(where: { clause in
        clause > noun && syntax.children(clause).contains { context.isAccordingToWhich($0) }
      }), let which = syntax.children(clause).first(where: { context.isAccordingToWhich($0) })
    else { return [] }
    if context.scope == .putForward, syntax.isNegative(nominal: noun) { return [] }
    let content = syntax.subtree(clause) { $0 == which }.filter { $0 > which }
    return [
      Attribution(
        rule: "attribution.according-to-which", speaker: context.voice(of: noun) ?? .document(noun),
        cue: noun..<(noun + 1), cueHead: noun, contentHeads: [clause], content: context.trimmed(content),
        stance: cue.stance, hedge: nil)
    ]
  }

  private static func attribution(
    _ context: AttributionContext, _ noun: Int, _ cue: Cue, _ clause: Int
  ) -> [Attribution] {
    let syntax = context.syntax
    // `there is no evidence that S`
    if context.scope == .putForward, syntax.isNegative(nominal: noun) { return [] }
    return [
      Attribution(
        rule: "attribution.nominal-cue", speaker: context.voice(of: noun) ?? .document(noun), cue: noun..<(noun + 1),
        cueHead: noun,
        contentHeads: [clause], content: context.content(clause), stance: cue.stance,
        hedge: cue.hedge.map { _ in syntax.tokens[noun].form })
    ]
  }
}

extension AttributionContext {
  fileprivate func isAccordingToWhich(_ token: Int) -> Bool {
    syntax.lemmas[token] == "which" && syntax.preposition(token) == "according to"
  }

  /// `X repeated the claim that S`, `X came to the conclusion that S`: who gives the noun its voice, if the noun does not
  /// say itself whose it is.
  fileprivate func voice(of noun: Int) -> SpeakerWords? {
    guard let verb = syntax.heads[noun], syntax.isPart(verb, .verb), syntax.possessor(noun) == nil,
      syntax.modifier(noun, "by", "from", "of", "in") == nil,
      RelationSet(.object, .oblique).has(syntax.relations[noun]), Self.voicing.contains(syntax.lemmas[verb]),
      !syntax.isPassive(verb), !isUnsaid(verb)
    else { return nil }
    return speaker(syntax.subject(verb))
  }

  private static let voicing: Set = [
    "make", "express", "repeat", "issue", "give", "reach", "come", "voice", "share", "hold", "draw", "arrive", "offer",
    "raise", "level", "advance", "have", "add", "renew", "reiterate", "put", "stand", "post", "publish", "release",
    "carry", "air", "broadcast", "print", "spread",
    "circulate",
  ]
}
