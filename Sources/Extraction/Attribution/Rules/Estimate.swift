import TextAnalysis

extension AttributionRule {
  /// `the hospital put the toll at 11`, `officials estimate the damage at $2 million`: a figure is given.
  static let estimate = AttributionRule("estimate") { context, verb in
    let syntax = context.syntax
    if let taken = figureTakenUp(context, verb) ?? placed(context, verb) { return [taken] }
    guard syntax.isPart(verb, .verb), estimating.contains(syntax.lemmas[verb]), syntax.isPredicate(verb),
      !context.isUnsaid(verb), let object = syntax.undergoer(verb),
      let figure = syntax.oblique(verb, "at") ?? syntax.modifier(object, "at") ?? context.boundedFigure(below: verb)
        ?? context.nearFigure(below: verb) ?? context.figureBehindDay(below: object)
        ?? context.quotedFigure(behind: object),
      context.isFigure(figure)
    else { return [] }
    if syntax.isPassive(verb), let each = sharedOut(context, verb, object) { return each }
    let agent = syntax.isPassive(verb) ? syntax.child(verb, .agent) ?? syntax.oblique(verb, "by") : syntax.subject(verb)
    guard let speaker = context.speaker(agent) else { return [] }
    let tokens = Set(syntax.subtree(object) + syntax.subtree(figure)).sorted()
    return [
      Attribution(
        rule: "attribution.estimate", speaker: speaker, cue: verb..<(verb + 1), cueHead: verb, contentHeads: [object],
        content: context.trimmed(tokens), stance: .asserts)
    ]
  }

  /// `was put at 30 by the police and at 42 by the union`: to each his own.
  private static func sharedOut(_ context: AttributionContext, _ verb: Int, _ object: Int) -> [Attribution]? {
    let syntax = context.syntax
    let below = syntax.subtree(verb).filter { $0 > verb }
    let figures = below.filter { syntax.preposition($0) == "at" && context.isFigure($0) }
    guard figures.count > 1 else { return nil }
    let givers = below.filter { syntax.preposition($0) == "by" }
    var found: [Attribution] = []
    for (position, figure) in figures.enumerated() {
      let next = position + 1 < figures.count ? figures[position + 1] : Int.max
      guard let giver = givers.first(where: { figure < $0 && $0 < next }), let speaker = context.speaker(giver) else {
        return []
      }
      let tokens = syntax.subtree(object) + syntax.subtree(figure) { $0 == giver }
      found.append(
        Attribution(
          rule: "attribution.estimate", speaker: speaker, cue: verb..<(verb + 1),
          cueHead: position == 0 ? verb : figure,
          contentHeads: [object], content: context.trimmed(Set(tokens).sorted()), stance: .asserts))
    }
    return found
  }

  /// `The survey put the epicentre near the port`, `put its depth at 10 km`: what was measured, and where or how much it was.
  private static func placed(_ context: AttributionContext, _ verb: Int) -> Attribution? {
    let syntax = context.syntax
    guard syntax.isPart(verb, .verb), ["put", "place", "locate"].contains(syntax.lemmas[verb]),
      syntax.isPredicate(verb), !context.isUnsaid(verb), !syntax.isPassive(verb),
      let object = syntax.child(verb, .object), measured.contains(syntax.lemmas[object]), object > verb,
      let speaker = context.speaker(syntax.subject(verb))
    else { return nil }
    let rest = syntax.children(verb).filter {
      $0 > object && !syntax.isPart($0, .punctuation, .coordinatingConjunction)
    }
    .filter { RelationSet(.oblique, .unmarkedOblique, .adverb, .openComplement).has(syntax.relations[$0]) }
    return Attribution(
      rule: "attribution.estimate", speaker: speaker, cue: verb..<(verb + 1), cueHead: verb, contentHeads: [object],
      content: context.trimmed(Set(([object] + rest).flatMap { syntax.subtree($0) }).sorted()), stance: .asserts)
  }

  private static let measured: Set = ["epicentre", "epicenter", "depth", "magnitude", "hypocentre", "hypocenter"]

  /// `the minister announced that figure`, `police confirmed the toll`: a number given before, taken up.
  private static func figureTakenUp(_ context: AttributionContext, _ verb: Int) -> Attribution? {
    let syntax = context.syntax
    guard syntax.isPart(verb, .verb), givingOut.contains(syntax.lemmas[verb]), syntax.isPredicate(verb),
      !syntax.isNegated(verb), syntax.modals(verb).isEmpty, !context.isUnsaid(verb), !syntax.isPassive(verb),
      let object = syntax.child(verb, .object), KnownFigure.isMeant(by: object, syntax),
      let speaker = context.speaker(syntax.subject(verb))
    else { return nil }
    // `had given the figure as 17`
    let number = syntax.oblique(verb, "as").filter { context.isFigure($0) }
    return Attribution(
      rule: "attribution.estimate", speaker: speaker, cue: verb..<(verb + 1), cueHead: verb, contentHeads: [object],
      content: context.trimmed((syntax.subtree(object) + (number.map { syntax.subtree($0) } ?? [])).sorted()),
      stance: context.predicates[verb]?.cue.stance ?? .asserts)
  }

  private static let givingOut: Set = [
    "announce", "give", "confirm", "release", "publish", "issue", "report", "repeat", "cite", "endorse", "defend",
  ]

  private static let estimating: Set = [
    "put", "estimate", "place", "set", "peg", "count", "measure", "assess", "reckon",
  ]

  /// `spoke of 23 dead`, `warned against hasty conclusions`, `warned of an attack`: what is said stands behind a
  /// preposition.
  static let prepositionalContent = AttributionRule("prepositional-content") { context, verb in
    let syntax = context.syntax
    guard let (cue, cueTokens) = context.predicates[verb], cue.partOfSpeech == .verb, syntax.isPart(verb, .verb),
      cue.stance == .warns || ["speak", "talk", "tell", "admit", "confess"].contains(syntax.lemmas[verb]),
      !context.isUnsaid(verb),
      syntax.child(verb, RelationSet(.clausalComplement, .openComplement)) == nil, !syntax.isPassive(verb)
    else { return [] }
    let noun = syntax.children(verb, RelationSet(.oblique, .adverbialClause)).first { child in
      guard child > verb else { return false }
      let marks = syntax.children(child, RelationSet(.caseMarker, .marker)).map { syntax.lemmas[$0] }
      if cue.stance == .warns { return !cue.prepositions.filter { marks.contains($0) }.isEmpty }
      // `admitted to six meetings`, `to having met him`; `admitted to the police` says to whom.
      if cue.stance == .confirms {
        return marks.contains("to")
          && (context.isGerund(child) || context.isEventNoun(syntax.lemmas[child]) || context.isGivenNumber(child))
      }
      return (marks.contains("of") || syntax.tokens[syntax.span(child).lowerBound].lower == "of")
        && (context.isEventNoun(syntax.lemmas[child]) || context.isFigure(child))
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

  /// `put the sum closer to 120`, `nearer to 40`.
  fileprivate func nearFigure(below verb: Int) -> Int? {
    guard
      let near = syntax.children(verb).first(where: {
        $0 > verb && ["closer", "nearer", "close", "near"].contains(syntax.tokens[$0].lower)
      })
    else { return nil }
    return (syntax.children(verb) + syntax.children(near)).first {
      $0 > near && syntax.preposition($0) == "to" && isFigure($0)
    }
  }

  /// `put the number of crossings that day at 90`: the preposition's phrase hangs on the day.
  fileprivate func figureBehindDay(below object: Int) -> Int? {
    syntax.subtree(object).last { $0 > object && syntax.isPart($0, .numeral) && syntax.preposition($0) == "at" }
  }

  /// `put the number involved at "no more than 60"`: between the preposition and the number stand quotation marks and words for
  /// the bound, over which the tree stumbles.
  fileprivate func quotedFigure(behind object: Int) -> Int? {
    let end = syntax.document.sentences[syntax.sentenceOfToken[object]].tokens.upperBound
    guard let at = (object + 1..<min(object + 5, end)).first(where: { syntax.tokens[$0].lower == "at" }),
      let figure = (at + 1..<min(at + 7, end)).first(where: { syntax.isPart($0, .numeral) }),
      (at + 1..<figure).allSatisfy({
        syntax.isPart($0, .punctuation) || Self.bounds.contains(syntax.tokens[$0].lower)
      }), syntax.tokens[at + 1].xpos == "``"
    else { return nil }
    return figure
  }

  private static let bounds: Set = [
    "no", "not", "more", "less", "fewer", "than", "at", "least", "most", "about", "around", "some", "nearly", "over",
    "almost", "roughly", "up", "to", "only", "just", "exactly", "well", "under",
  ]

  /// A number, or what one counts: `11`, `23 dead`.
  fileprivate func isFigure(_ token: Int) -> Bool {
    if ["more", "less", "few", "many", "little"].contains(syntax.lemmas[token]) {
      return syntax.children(token).contains { syntax.isPart($0, .numeral) }
    }
    return syntax.isPart(token, .numeral) || syntax.isPart(token, .symbol)
      || syntax.children(token, .number).contains { syntax.isPart($0, .numeral) }
  }
}
