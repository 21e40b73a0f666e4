import TextAnalysis

extension AttributionRule {
  /// A number that somebody gives without a clause: `had earlier said 41`, `reported 52 missing`, `raised the toll to seven`,
  /// `has documented the deaths of 112 people`, `Her own estimate is 410`.
  static let givenFigure = AttributionRule("given-figure") { context, verb in
    guard !context.quotations.contains(verb) else { return [] }
    let found =
      saidNumber(context, verb) ?? changedFigure(context, verb) ?? recordedFigure(context, verb)
      ?? ownFigure(context, verb) ?? upheldFigure(context, verb) ?? countGiven(context, verb)
    return found.map { [$0] } ?? []
  }

  /// `It had earlier said 41`, `The agency had reported 52 missing`.
  private static func saidNumber(_ context: AttributionContext, _ verb: Int) -> Attribution? {
    let syntax = context.syntax
    guard syntax.isPart(verb, .verb), sayingNumbers.contains(syntax.lemmas[verb]),
      syntax.isPredicate(verb), !syntax.isPassive(verb), !context.isUnsaid(verb),
      syntax.child(verb, RelationSet(.clausalComplement, .indirectObject)) == nil,
      let object = syntax.child(verb, .object), object > verb, syntax.isPart(object, .numeral),
      let subject = syntax.ownSubject(verb)
    else { return nil }
    let state = syntax.child(verb, .openComplement).filter { $0 > object }
    let heads = [object] + (state.map { [$0] } ?? [])
    let stance = context.predicates[verb]?.cue.stance == .confirms ? ClaimRecord.Stance.confirms : .asserts
    return made(context, verb, by: subject, [object], heads.flatMap { syntax.subtree($0) }, stance)
  }

  /// `the minister raised the number of dead to seven`, `lowered the toll to 81 from 87`: whoever changes a count gives one.
  private static func changedFigure(_ context: AttributionContext, _ verb: Int) -> Attribution? {
    let syntax = context.syntax
    guard syntax.isPart(verb, .verb), changing.contains(syntax.lemmas[verb]), syntax.isPredicate(verb),
      !context.isUnsaid(verb), let count = syntax.undergoer(verb), counts.contains(syntax.lemmas[count]),
      let figure = syntax.oblique(verb, "to") ?? syntax.modifier(count, "to") ?? numberBehindClause(context, count),
      context.isGivenNumber(figure),
      !isTold(context, verb)
    else { return nil }
    let agent = syntax.isPassive(verb) ? syntax.child(verb, .agent) ?? syntax.oblique(verb, "by") : syntax.subject(verb)
    guard let agent else { return nil }
    let former = (syntax.oblique(verb, "from") ?? syntax.modifier(figure, "from")).map { syntax.subtree($0) } ?? []
    return made(context, verb, by: agent, [count], syntax.subtree(count) + syntax.subtree(figure) + former)
  }

  /// `corrected the number of people whose data was stolen to 860,000`: the tree hangs the number on the clause in front of it.
  private static func numberBehindClause(_ context: AttributionContext, _ count: Int) -> Int? {
    let syntax = context.syntax
    let last = syntax.span(count).upperBound - 1
    guard syntax.isPart(last, .numeral), syntax.preposition(last) == "to", let clause = syntax.heads[last],
      RelationSet.adnominalClauses.has(syntax.relations[clause])
    else { return nil }
    return last
  }

  /// `The group has documented the deaths of 112 people`, `the monitor recorded 40 attacks`, `Hospital records show 371 implants`.
  private static func recordedFigure(_ context: AttributionContext, _ verb: Int) -> Attribution? {
    let syntax = context.syntax
    guard syntax.isPart(verb, .verb), syntax.isPredicate(verb), !syntax.isPassive(verb), !context.isUnsaid(verb),
      let object = syntax.child(verb, .object), object > verb, let subject = syntax.ownSubject(verb)
    else { return nil }
    let isPaper = AttributionContext.documentNouns.contains(syntax.lemmas[subject])
    guard
      ["document", "record", "register", "tally", "count"].contains(syntax.lemmas[verb])
        || isPaper && ["show", "list"].contains(syntax.lemmas[verb])
    else { return nil }
    let counted = syntax.modifier(object, "of") ?? object
    guard context.isGivenNumber(counted) || context.isGivenNumber(object),
      isPaper || context.isEventNoun(syntax.lemmas[object]) || people.contains(syntax.lemmas[counted])
        || syntax.isPart(object, .numeral)
    else { return nil }
    let since = syntax.oblique(verb, "since").map { syntax.subtree($0) } ?? []
    return made(context, verb, by: subject, [object], syntax.subtree(object) + since)
  }

  /// `Her own estimate is 410`, `the union's count stood at 74`: the figure is hers, and the union's.
  private static func ownFigure(_ context: AttributionContext, _ head: Int) -> Attribution? {
    let syntax = context.syntax
    guard syntax.heads[head] == nil, let count = syntax.ownSubject(head), tallies.contains(syntax.lemmas[count]),
      let owner = syntax.possessor(count), !syntax.isNegated(head), syntax.modals(head).isEmpty
    else { return nil }
    if let copula = syntax.child(head, .copula) {
      guard context.isGivenNumber(head) else { return nil }
      return made(context, copula, by: owner, [count], syntax.subtree(count) + syntax.subtree(head) { $0 == count })
    }
    guard syntax.isPart(head, .verb), ["stand", "come", "run", "reach", "be"].contains(syntax.lemmas[head]),
      let figure = syntax.oblique(head, "at", "to") ?? syntax.child(head, .object), context.isGivenNumber(figure)
    else { return nil }
    return made(context, head, by: owner, [count], syntax.subtree(count) + syntax.subtree(figure))
  }

  /// `Organisers stuck to their figure of 80,000`, `the union stands by its count of 41`
  private static func upheldFigure(_ context: AttributionContext, _ verb: Int) -> Attribution? {
    let syntax = context.syntax
    guard syntax.isPart(verb, .verb), ["stick", "stand", "keep", "hold", "adhere"].contains(syntax.lemmas[verb]),
      syntax.isPredicate(verb), !context.isUnsaid(verb), !syntax.isPassive(verb), !syntax.isNegated(verb),
      let count = syntax.oblique(verb, "to", "by"), count > verb, tallies.contains(syntax.lemmas[count]),
      let number = syntax.modifier(count, "of"), context.isGivenNumber(number), let subject = syntax.ownSubject(verb)
    else { return nil }
    return made(context, verb, by: subject, [count], syntax.subtree(count))
  }

  /// `The ministry gave a toll of 26`, `the mayor gave the number of injured as 14`, `the centre gave it as 6.1`
  private static func countGiven(_ context: AttributionContext, _ verb: Int) -> Attribution? {
    let syntax = context.syntax
    guard syntax.isPart(verb, .verb),
      ["give", "cite", "report", "list", "issue", "publish"].contains(syntax.lemmas[verb]),
      syntax.isPredicate(verb), !syntax.isPassive(verb), !context.isUnsaid(verb), syntax.modals(verb).isEmpty,
      let count = syntax.child(verb, .object), count > verb,
      counts.contains(syntax.lemmas[count]) || syntax.lemmas[count] == "it", let subject = syntax.ownSubject(verb)
    else { return nil }
    let isIt = syntax.lemmas[count] == "it"
    if isIt, syntax.lemmas[verb] != "give" { return nil }
    let behind = syntax.oblique(verb, "as", "at") ?? syntax.modifier(count, "as", "at")
    guard let number = behind ?? (isIt ? nil : syntax.modifier(count, "of")), context.isGivenNumber(number) else {
      return nil
    }
    return made(context, verb, by: subject, [count], syntax.subtree(count) + syntax.subtree(number))
  }

  /// `The government has raised the toll to 230, a minister said`: what is done stands within what somebody says.
  private static func isTold(_ context: AttributionContext, _ verb: Int) -> Bool {
    var here = context.syntax.heads[verb]
    while let token = here {
      if context.predicates[token].map({ $0.cue.takes(.clause) || $0.cue.takes(.quote) }) ?? false { return true }
      here = context.syntax.heads[token]
    }
    return false
  }

  private static func made(
    _ context: AttributionContext, _ verb: Int, by noun: Int, _ heads: [Int], _ tokens: [Int],
    _ stance: ClaimRecord.Stance = .asserts
  ) -> Attribution? {
    let syntax = context.syntax
    // `the raid raised the toll to nine`: a deed changes a number and says nothing.
    if syntax.isPart(noun, .noun), context.isEventNoun(syntax.lemmas[noun]) { return nil }
    guard let speaker = context.speaker(noun) else { return nil }
    return Attribution(
      rule: "attribution.given-figure", speaker: speaker, cue: verb..<(verb + 1), cueHead: verb, contentHeads: heads,
      content: context.trimmed(Set(tokens).subtracting([verb]).sorted()), stance: stance)
  }

  private static let sayingNumbers: Set = [
    "say", "report", "give", "cite", "acknowledge", "admit", "confirm", "concede",
  ]
  private static let changing: Set = [
    "raise", "lower", "revise", "increase", "reduce", "cut", "update", "correct", "amend", "adjust",
  ]
  private static let counts: Set = ["toll", "number", "count", "figure", "estimate", "tally", "total"]
  private static let tallies: Set = ["count", "tally", "estimate", "figure", "reckoning", "calculation"]
  private static let people: Set = [
    "people", "person", "civilian", "victim", "man", "woman", "child", "case", "incident", "dead", "death", "body",
    "injured", "wounded", "casualty", "fatality",
  ]
}

extension AttributionContext {
  /// A number, or what one counts.
  func isGivenNumber(_ token: Int) -> Bool {
    syntax.isPart(token, .numeral) || syntax.isPart(token, .symbol)
      || syntax.children(token, .number).contains { syntax.isPart($0, .numeral) }
  }
}
