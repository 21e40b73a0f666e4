import TextAnalysis

extension AttributionRule {
  /// `the hospital put the toll at 11`, `officials estimate the damage at $2 million`: a figure is given.
  static let estimate = AttributionRule("estimate") { context, verb in
    let syntax = context.syntax
    if let taken = figureTakenUp(context, verb) { return [taken] }
    guard estimating.contains(syntax.lemmas[verb]), syntax.isPart(verb, .verb), syntax.isPredicate(verb),
      !context.isUnsaid(verb), let object = syntax.undergoer(verb),
      let figure = syntax.oblique(verb, "at") ?? syntax.modifier(object, "at") ?? context.boundedFigure(below: verb),
      context.isFigure(figure)
    else { return [] }
    let agent = syntax.isPassive(verb) ? syntax.child(verb, .agent) ?? syntax.oblique(verb, "by") : syntax.subject(verb)
    guard let speaker = context.speaker(agent) else { return [] }
    let tokens = Set(syntax.subtree(object) + syntax.subtree(figure)).sorted()
    return [
      Attribution(
        rule: "attribution.estimate", speaker: speaker, cue: verb..<(verb + 1), cueHead: verb, contentHeads: [object],
        content: context.trimmed(tokens), stance: .asserts)
    ]
  }

  /// `the minister announced that figure`, `police confirmed the toll`: a number given before, taken up.
  private static func figureTakenUp(_ context: AttributionContext, _ verb: Int) -> Attribution? {
    let syntax = context.syntax
    guard givingOut.contains(syntax.lemmas[verb]), syntax.isPart(verb, .verb), syntax.isPredicate(verb),
      !syntax.isNegated(verb), syntax.modals(verb).isEmpty, !context.isUnsaid(verb), !syntax.isPassive(verb),
      let object = syntax.child(verb, .object), KnownFigure.isMeant(by: object, syntax),
      let speaker = context.speaker(syntax.subject(verb))
    else { return nil }
    return Attribution(
      rule: "attribution.estimate", speaker: speaker, cue: verb..<(verb + 1), cueHead: verb, contentHeads: [object],
      content: context.content(object), stance: context.predicates[verb]?.cue.stance ?? .asserts)
  }

  private static let givingOut: Set = [
    "announce", "give", "confirm", "release", "publish", "issue", "report", "repeat", "cite", "endorse", "defend",
  ]

  private static let estimating: Set = ["put", "estimate", "place", "set", "peg", "count"]

  /// `spoke of 23 dead`, `warned against hasty conclusions`, `warned of an attack`: what is said stands behind a
  /// preposition.
  static let prepositionalContent = AttributionRule("prepositional-content") { context, verb in
    let syntax = context.syntax
    guard let (cue, cueTokens) = context.predicates[verb], cue.partOfSpeech == .verb, syntax.isPart(verb, .verb),
      cue.stance == .warns || ["speak", "talk", "tell"].contains(syntax.lemmas[verb]), !context.isUnsaid(verb),
      syntax.child(verb, RelationSet(.clausalComplement, .openComplement)) == nil, !syntax.isPassive(verb)
    else { return [] }
    let noun = syntax.children(verb, RelationSet(.oblique, .adverbialClause)).first { child in
      guard child > verb else { return false }
      let marks = syntax.children(child, RelationSet(.caseMarker, .marker)).map { syntax.lemmas[$0] }
      if cue.stance == .warns { return !cue.prepositions.filter { marks.contains($0) }.isEmpty }
      return marks.contains("of") && (context.isEventNoun(syntax.lemmas[child]) || context.isFigure(child))
    }
    guard let noun, let speaker = context.speaker(syntax.subject(verb)) else { return [] }
    return [
      Attribution(
        rule: "attribution.prepositional-content", speaker: speaker, cue: context.cueRange(verb, cueTokens),
        cueHead: verb, contentHeads: [noun], content: context.content(noun), stance: cue.stance, hedge: cue.hedge)
    ]
  }
}

extension AttributionContext {
  /// `put the toll at more than 150`: the preposition hangs on the words for the bound.
  fileprivate func boundedFigure(below verb: Int) -> Int? {
    syntax.children(verb, .oblique).first { child in
      child > verb && isFigure(child) && syntax.tokens[syntax.span(child).lowerBound].lower == "at"
    }
  }

  /// A number, or what one counts: `11`, `23 dead`.
  fileprivate func isFigure(_ token: Int) -> Bool {
    syntax.isPart(token, .numeral) || syntax.children(token, .number).contains { syntax.isPart($0, .numeral) }
  }
}
