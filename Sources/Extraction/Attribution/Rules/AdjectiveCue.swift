import TextAnalysis

extension AttributionRule {
  /// `X was adamant that S`, `X is convinced that S`, `X remained sceptical that S`.
  static let adjectiveCue = AttributionRule("adjective-cue") { context, token in
    let syntax = context.syntax
    guard syntax.isPart(token, .adjective, .verb), context.predicates[token] == nil,
      let cue = context.cues.adjective(syntax.tokens[token].lower), cue.takes(.clause),
      cue.attributive != .inner || context.scope == .mentioned
    else { return [] }
    if let head = syntax.heads[token], context.predicates[head]?.tokens.contains(token) ?? false { return [] }
    guard
      syntax.child(token, RelationSet(.copula, .passiveAuxiliary)) != nil
        || syntax.relations[token] == .openComplement
    else { return [] }
    guard let clause = syntax.child(token, RelationSet(.clausalComplement, .adverbialClause)), clause > token,
      syntax.ownSubject(clause) != nil, context.isThatClause(clause), !context.isUnsaid(token),
      let speaker = context.speaker(syntax.subject(token))
    else { return [] }
    var found = Attribution(
      rule: "attribution.adjective-cue", speaker: speaker, cue: token..<(token + 1), cueHead: token,
      contentHeads: [clause], content: context.content(clause), stance: cue.stance, hedge: cue.hedge)
    found.isOpaque = cue.stance == .doubts
    return [found]
  }
}

extension AttributionContext {
  /// A complement: with `that`, or without any mark.
  fileprivate func isThatClause(_ clause: Int) -> Bool {
    let marks = syntax.children(clause, .marker)
    if marks.contains(where: { syntax.lemmas[$0] == "that" }) { return true }
    return marks.isEmpty && syntax.relations[clause] == .clausalComplement
  }
}
