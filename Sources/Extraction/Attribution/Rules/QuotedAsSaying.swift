extension AttributionRule {
  /// `X was quoted (by Y) as saying S`, `Y quoted X as saying S`: Y passes on what X said.
  static let quotedAsSaying = AttributionRule("quoted-as-saying") { context, verb in
    guard let (cue, _) = context.predicates[verb], cue.attributive == .relay, cue.prepositions.contains("as") else {
      return []
    }
    let syntax = context.syntax
    let saying = syntax.children(verb, RelationSet(.adverbialClause, .openComplement, .oblique, .clausalComplement))
      .first {
        child in
        syntax.children(child).contains {
          RelationSet(.marker, .caseMarker).has(syntax.relations[$0]) && syntax.lemmas[$0] == "as"
        } && context.predicates[child] != nil
      }
    guard !context.isUnsaid(verb) else { return [] }
    let isPassive = syntax.isPassive(verb)
    guard let quoted = syntax.undergoer(verb), let speaker = context.speaker(quoted) else { return [] }
    let relayer =
      isPassive
      ? syntax.actor(verb) ?? syntax.oblique(verb, "in")
        ?? saying.flatMap { syntax.child($0, .agent) ?? syntax.oblique($0, "by", "in") }
      : syntax.subject(verb)
    let relayers = relayer.flatMap { context.speaker($0) }.map { [$0] } ?? []
    let inner = saying.flatMap { context.predicates[$0]?.cue }
    var content: (heads: [Int], runs: [Range<Int>])?
    if let saying {
      if let clause = syntax.child(saying, RelationSet(.clausalComplement, .parataxis)) {
        content = ([clause], context.content(clause))
      } else if let object = syntax.child(saying, .object), syntax.subtree(object).count > 1 {
        content = ([object], context.content(object))
      }
    }
    if content == nil { content = context.surroundingContent(of: verb) }
    guard let content, saying != nil || context.quotations.cover(content.runs, in: syntax) else { return [] }
    var found = Attribution(
      rule: "attribution.quoted-as-saying", speaker: speaker, cue: context.cueRange(verb, [verb, saying ?? verb]),
      cueHead: verb, contentHeads: content.heads, content: content.runs, stance: inner?.stance ?? .asserts,
      hedge: inner?.hedge)
    found.relayers = relayers
    found.weight = 1
    return [found]
  }
}

extension AttributionContext {
  /// What a verb of saying without content of its own is set beside: its fronted complement or the clause it is
  /// parenthetical to.
  func surroundingContent(of verb: Int) -> (heads: [Int], runs: [Range<Int>])? {
    if let clause = syntax.child(verb, RelationSet(.clausalComplement, .parataxis)) {
      return ([clause], content(clause))
    }
    if RelationSet(.parataxis, .adverbialClause).has(syntax.relations[verb]), let host = syntax.heads[verb],
      isSetOff(verb), syntax.relations[verb] == .parataxis
    {
      return ([host], content(host, without: [verb]))
    }
    return nil
  }
}
