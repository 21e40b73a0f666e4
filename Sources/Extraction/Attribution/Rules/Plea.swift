extension AttributionRule {
  /// `X pleaded not guilty to murder`, `pleaded guilty to two counts of perjury`: the charge is denied, or owned to.
  static let plea = AttributionRule("plea") { context, verb in
    let syntax = context.syntax
    guard syntax.lemmas[verb] == "plead", syntax.isPart(verb, .verb),
      let guilty = syntax.children(verb, RelationSet(.openComplement, .adjective, .object)).first(where: {
        $0 > verb && syntax.lemmas[$0] == "guilty"
      }),
      context.scope == .mentioned || !syntax.isNegated(verb) && context.withheld(verb) == nil,
      let speaker = context.speaker(syntax.subject(verb))
    else { return [] }
    let isDenied =
      syntax.isNegated(guilty) || guilty > verb + 1 && (verb + 1..<guilty).contains { syntax.lemmas[$0] == "not" }
    let charge = [guilty, verb].lazy.compactMap { syntax.oblique($0, "to") ?? syntax.modifier($0, "to") }.first
    var found = Attribution(
      rule: "attribution.plea", speaker: speaker, cue: verb..<(guilty + 1), cueHead: verb,
      contentHeads: [charge ?? verb],
      content: charge.map { charge in
        context.trimmed(
          syntax.subtree(charge) { syntax.heads[$0] == charge && $0 < charge && syntax.relations[$0] == .caseMarker })
      } ?? context.clauseContent(verb, isAlone: true),
      stance: isDenied ? .denies : .confirms)
    found.isOpaque = isDenied
    found.weight = 2
    found.denied = isDenied ? charge : nil
    return [found]
  }
}
