import TextAnalysis

extension AttributionRule {
  /// `the hospital put the toll at 11`, `officials estimate the damage at $2 million`: a figure is given.
  static let estimate = AttributionRule("estimate") { context, verb in
    let syntax = context.syntax
    if let taken = figureTakenUp(context, verb) ?? placed(context, verb) { return [taken] }
    guard syntax.isPart(verb, .verb), estimating.contains(syntax.lemmas[verb]), syntax.isPredicate(verb),
      !context.isUnsaid(verb), let object = syntax.undergoer(verb),
      let figure = context.figure(of: object, by: verb)
    else { return [] }
    if syntax.isPassive(verb), let each = sharedOut(context, verb, object) { return each }
    let agent = syntax.isPassive(verb) ? syntax.child(verb, .agent) ?? syntax.oblique(verb, "by") : syntax.subject(verb)
    guard let speaker = context.speaker(agent) else { return [] }
    let second = syntax.isPassive(verb) ? nil : context.secondGiver(behind: figure, of: verb)
    let tokens = syntax.subtree(object) + context.figureWords(figure, behind: object)
    let first = Attribution(
      rule: "attribution.estimate", speaker: speaker, cue: verb..<(verb + 1), cueHead: verb, contentHeads: [object],
      content: context.trimmed(Set(tokens.filter { second.map { $0.start } ?? Int.max > $0 }).sorted()),
      stance: .asserts)
    guard let second, let other = context.speaker(second.giver) else { return [first] }
    let own = syntax.subtree(object).filter { $0 < figure && syntax.tokens[$0].lower != "at" }
    return [
      first,
      Attribution(
        rule: "attribution.estimate", speaker: other, cue: verb..<(verb + 1), cueHead: second.figure,
        contentHeads: [object], content: context.trimmed(Set(own + Array(second.words)).sorted()), stance: .asserts),
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
      cue.stance == .warns || ["speak", "talk", "tell", "admit", "confess", "complain"].contains(syntax.lemmas[verb]),
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
      // `spoke of hearing three blasts`, `complained of being kept in the dark`
      return (marks.contains("of") || syntax.tokens[syntax.span(child).lowerBound].lower == "of")
        && (context.isEventNoun(syntax.lemmas[child]) || context.isFigure(child)
          || syntax.relations[child] == .adverbialClause && context.isGerund(child))
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
  /// The number that a verb of estimating gives of its object.
  fileprivate func figure(of object: Int, by verb: Int) -> Int? {
    let at = syntax.oblique(verb, "at") ?? syntax.modifier(object, "at")
    if let at, isFigure(at) { return at }
    let found =
      boundedFigure(below: verb) ?? nearFigure(below: verb) ?? figureBehindDay(below: object)
      ?? quotedFigure(behind: object)
    return found.filter { isFigure($0) } ?? multiple(behind: object, verb)
  }

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

  /// `at fewer than 900`, with the preposition, and all that stands between it and the number.
  fileprivate func figureWords(_ figure: Int, behind object: Int) -> [Int] {
    let below = syntax.subtree(figure)
    guard let at = (object + 1).upTo(figure).last(where: { syntax.tokens[$0].lower == "at" }),
      (at + 1).upTo(figure).allSatisfy({ syntax.isPart($0, .punctuation) || isBound($0) })
    else { return below }
    return Array(at...figure) + below
  }

  /// `put losses at more than twice that`: how many times another number, where no number is given.
  fileprivate func multiple(behind object: Int, _ verb: Int) -> Int? {
    let end = syntax.document.sentences[syntax.sentenceOfToken[object]].tokens.upperBound
    guard object > verb, let at = (object + 1..<min(object + 6, end)).first(where: { syntax.tokens[$0].lower == "at" }),
      let that = (at + 1..<min(at + 6, end)).first(where: { isMultiple($0) }),
      (at + 1..<that - 1).allSatisfy({ isBound($0) })
    else { return nil }
    return that
  }

  fileprivate func isMultiple(_ token: Int) -> Bool {
    token > 0 && ["that", "this", "it"].contains(syntax.tokens[token].lower)
      && ["twice", "double", "triple", "thrice", "half", "treble", "quadruple"].contains(syntax.tokens[token - 1].lower)
  }

  private func isBound(_ token: Int) -> Bool { Self.bounds.contains(syntax.tokens[token].lower) }

  /// `put the price at 40 million, another at 55 million`; `puts the toll at 12 and the ministry at nine`: a second one who gives
  /// a number for the same, the verb left out.
  fileprivate func secondGiver(
    behind figure: Int, of verb: Int
  ) -> (giver: Int, figure: Int, start: Int, words: Range<Int>)? {
    let end = syntax.document.sentences[syntax.sentenceOfToken[verb]].tokens.upperBound
    guard let at = (figure + 1).upTo(min(figure + 10, end)).first(where: { syntax.tokens[$0].lower == "at" }),
      let number = (at + 1).upTo(min(at + 7, end)).first(where: { syntax.isPart($0, .numeral) }),
      (at + 1).upTo(number).allSatisfy({ isBound($0) || ["closer", "nearer"].contains(syntax.tokens[$0].lower) }),
      let border = (figure + 1).upTo(at).first(where: {
        [",", "and", "while", "but"].contains(syntax.tokens[$0].lower)
      }), let giver = (border + 1).upTo(at).last,
      syntax.isPart(giver, .noun, .properNoun) || ["another", "others"].contains(syntax.tokens[giver].lower),
      (border + 1).upTo(at).allSatisfy({
        syntax.isPart($0, .noun, .properNoun, .determiner, .adjective)
          || ["'s", "’s", "and", "while", "but", "another", "others"].contains(syntax.tokens[$0].lower)
      })
    else { return nil }
    let last = (number..<end).prefix { syntax.isPart($0, .numeral, .symbol) || syntax.heads[$0] == number }.last
    return (giver, number, border, at..<((last ?? number) + 1))
  }

  /// `put the number involved at "no more than 60"`, `the figure at fewer than 900`: between the preposition and the number stand
  /// quotation marks or words for the bound, over which the tree stumbles.
  fileprivate func quotedFigure(behind object: Int) -> Int? {
    let end = syntax.document.sentences[syntax.sentenceOfToken[object]].tokens.upperBound
    guard let at = (object + 1..<min(object + 5, end)).first(where: { syntax.tokens[$0].lower == "at" }),
      let figure = (at + 1..<min(at + 7, end)).first(where: { syntax.isPart($0, .numeral) }),
      (at + 1..<figure).allSatisfy({
        syntax.isPart($0, .punctuation) || Self.bounds.contains(syntax.tokens[$0].lower)
      }), figure > at + 1
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
    if syntax.isPart(token, .numeral) || syntax.isPart(token, .symbol) { return true }
    // `magnitude 6.4`
    if ["magnitude", "category", "level"].contains(syntax.lemmas[token]), token + 1 < syntax.tokens.count,
      syntax.heads[token + 1] == token, syntax.isPart(token + 1, .numeral)
    {
      return true
    }
    return syntax.children(token, .number).contains { syntax.isPart($0, .numeral) }
  }
}
