extension AttributionRule {
  /// `X claimed to know nothing`, `vowed to fight`, `denied having been there`: the speaker is the one who would do it.
  static let infinitive = AttributionRule("infinitive") { context, verb in
    guard let (cue, cueTokens) = context.predicates[verb], cue.attributive == .yes else { return [] }
    let syntax = context.syntax
    guard !syntax.isPassive(verb), !context.isUnsaid(verb) else { return [] }
    guard syntax.child(verb, RelationSet(.object, .indirectObject, .clausalComplement)) == nil else { return [] }
    // `reported seeing S`, `admitted having planted S`
    guard let clause = syntax.child(verb, .openComplement), clause > verb,
      cue.takes(.infinitive) || context.isGerund(clause) && (cue.takes(.clause) || syntax.lemmas[verb] == "describe"),
      syntax.isPart(clause, .verb) || syntax.child(clause, .copula) != nil,
      let speaker = context.speaker(syntax.actor(verb))
    else { return [] }
    return [
      Attribution(
        rule: "attribution.infinitive", speaker: speaker, cue: context.cueRange(verb, cueTokens), cueHead: verb,
        contentHeads: [clause], content: context.content(clause), stance: cue.stance, hedge: cue.hedge)
    ]
  }
}

extension AttributionContext {
  func isGerund(_ clause: Int) -> Bool {
    syntax.tokens[clause].xpos == "VBG"
      || syntax.children(clause, RelationSet(.auxiliary, .passiveAuxiliary, .copula)).contains {
        syntax.tokens[$0].xpos == "VBG"
      }
  }
}
