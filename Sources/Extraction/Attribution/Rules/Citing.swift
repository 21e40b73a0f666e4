extension AttributionRule {
  /// `Y reported, citing X, that S`; `a Y report quoting X`; `Y, which cited X`: the words are X's, passed on by Y. Their
  /// content is that of the attribution they hang on, which is filled in when all are known.
  static let citing = AttributionRule("citing") { context, token in
    let syntax = context.syntax
    if let (cue, _) = context.predicates[token], cue.attributive == .relay, syntax.isPart(token, .verb) {
      guard
        RelationSet(.adverbialClause, .adnominalClause, .relativeClause, .conjunct, .parataxis).has(
          syntax.relations[token]),
        let host = syntax.heads[token], let cited = syntax.child(token, .object),
        syntax.antecedent(ofRelative: cited, in: token) == nil, !context.isUnsaid(token)
      else { return [] }
      return make(context, cited, host, token)
    }
    guard RelationSet(.oblique, .nominalModifier).has(syntax.relations[token]), let host = syntax.heads[token],
      let mark = syntax.child(token, .caseMarker),
      context.cues.phrase(syntax.lemmas[mark])?.attributive == .relay
        || ["citing", "quoting"].contains(syntax.tokens[mark].lower)
    else { return [] }
    return make(context, token, host, mark)
  }

  private static func make(_ context: AttributionContext, _ cited: Int, _ host: Int, _ cue: Int) -> [Attribution] {
    guard let speaker = context.speaker(cited) else { return [] }
    var found = Attribution(
      rule: "attribution.citing", speaker: speaker, cue: cue..<(cue + 1), cueHead: cue, contentHeads: [], content: [],
      stance: .asserts)
    found.borrows = host
    return [found]
  }
}
