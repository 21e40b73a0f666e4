extension AttributionRule {
  /// `X said: "S"`, and a quotation that the tree hangs beside the verb instead of below it.
  static let colonQuotation = AttributionRule("colon-quotation") { context, verb in
    guard let (cue, cueTokens) = context.predicates[verb], cue.takes(.quote) else { return [] }
    let syntax = context.syntax
    guard syntax.child(verb, .clausalComplement) == nil, !context.isUnsaid(verb) else { return [] }
    let candidates = syntax.children(verb, RelationSet(.parataxis, .object, .dislocated, .list))
    guard let said = candidates.first(where: { context.stands(behindColonOrQuoted: $0, verb: verb) }) else { return [] }
    // `added two towns: A and B`
    guard syntax.isPredicate(said) || context.quotations.contains(said) else { return [] }
    guard let speaker = context.speaker(syntax.actor(verb)) else { return [] }
    var found = Attribution(
      rule: "attribution.colon-quotation", speaker: speaker, cue: context.cueRange(verb, cueTokens), cueHead: verb,
      contentHeads: [said], content: context.content(said), stance: cue.stance, hedge: cue.hedge)
    found.relayers = context.hearers(verb, cue)
    return [found]
  }
}

extension AttributionContext {
  fileprivate func stands(behindColonOrQuoted token: Int, verb: Int) -> Bool {
    let span = syntax.span(token)
    let isQuoted = quotations.contains(token) && !quotations.contains(verb)
    guard token > verb else { return isQuoted }
    let isBehindColon = (verb..<token).contains { syntax.tokens[$0].form == ":" }
    guard syntax.relations[token] == .object else { return isQuoted || isBehindColon }
    return isBehindColon || (isQuoted && quotations.contains(span.lowerBound) && span.count > 3)
  }
}
