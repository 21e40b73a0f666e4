extension AttributionRule {
  /// `X accused Y of VP`, `companies accused of smuggling`: what Y is said to have done. A formal charge is an event that
  /// the report itself tells.
  static let accusation = AttributionRule("accusation") { context, verb in
    let syntax = context.syntax
    guard let (cue, cueTokens) = context.predicates[verb], cue.stance == .alleges,
      let prepositions = accusing[syntax.lemmas[verb]]
    else { return [] }
    guard !context.isUnsaid(verb), let accused = syntax.undergoer(verb) ?? syntax.subject(verb) else { return [] }
    if context.scope == .putForward, isMutual(accused, by: verb, syntax) { return [] }
    let charge = syntax.children(verb, RelationSet(.adverbialClause, .oblique, .openComplement, .clausalComplement))
      .first {
        prepositions.contains(syntax.preposition($0))
          || syntax.children($0, .marker).contains { prepositions.contains(syntax.lemmas[$0]) }
      }
    guard let charge else { return [] }
    let speaker: SpeakerWords
    if syntax.isPassive(verb) {
      speaker = (syntax.child(verb, .agent) ?? syntax.oblique(verb, "by")).flatMap { context.speaker($0) } ?? .unknown
    } else {
      guard let named = context.speaker(syntax.subject(verb)) else { return [] }
      speaker = named
    }
    var tokens = syntax.subtree(charge)
    // `those who accuse X of it` tells whom; `companies accused of it` hangs on them.
    if !RelationSet.adnominalClauses.has(syntax.relations[verb]) || !syntax.isPassive(verb), accused < charge,
      syntax.heads[verb] != accused
    {
      tokens += syntax.subtree(accused) { $0 == verb }
    }
    var found = Attribution(
      rule: "attribution.accusation", speaker: speaker, cue: context.cueRange(verb, cueTokens), cueHead: verb,
      contentHeads: [charge], content: context.trimmed(Set(tokens).sorted()), stance: .alleges,
      hedge: speaker == .unknown ? syntax.tokens[verb].form : nil)
    found.weight = 2
    found.culprit = accused
    found.deed = charge
    return [found]
  }

  /// `each accusing the other of firing first`: two claims in one, of which neither speaker is named alone.
  private static func isMutual(_ accused: Int, by verb: Int, _ syntax: Syntax) -> Bool {
    guard syntax.lemmas[accused] == "other" || syntax.lemmas[accused] == "another" else { return false }
    let isEach = syntax.children(accused).contains { ["each", "one"].contains(syntax.lemmas[$0]) }
    return isEach || syntax.subject(verb).map { ["each", "both"].contains(syntax.lemmas[$0]) } ?? false
  }

  private static let accusing: [String: [String]] = [
    "accuse": ["of"], "suspect": ["of"],
  ]
}
