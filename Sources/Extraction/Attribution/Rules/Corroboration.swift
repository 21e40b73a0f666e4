extension AttributionRule {
  /// `Two officials said the same`, `X confirmed Y's account`, `her version was borne out by Z`: who says what another has said.
  static let corroboration = AttributionRule("corroboration") { context, verb in
    let syntax = context.syntax
    guard syntax.isPart(verb, .verb), let (words, stance) = context.seconded(by: verb), !context.isUnsaid(verb) else {
      return []
    }
    let agent = syntax.isPassive(verb) ? syntax.child(verb, .agent) ?? syntax.oblique(verb, "by") : syntax.subject(verb)
    guard let agent, let speaker = context.speaker(agent) else { return [] }
    let particles = syntax.children(verb, .particle)
    var found = Attribution(
      rule: "attribution.corroboration", speaker: speaker, cue: context.cueRange(verb, [verb] + particles),
      cueHead: verb, contentHeads: [words],
      // `the same` and `this account` say nothing without whose verb they are.
      content: syntax.isPart(words, .verb) || syntax.child(words, .possessive) != nil
        ? context.content(words) : context.clauseContent(verb),
      stance: stance)
    found.isOpaque = true
    found.weight = 2
    found.seconded = words
    return [found]
  }
}

extension AttributionContext {
  /// The words of another that a verb takes up as its own: `the same`, `this account`, `what survivors had said`; and how.
  func seconded(by verb: Int) -> (words: Int, stance: ClaimRecord.Stance)? {
    guard let object = syntax.undergoer(verb) ?? whatIsSaid(behind: verb) else { return nil }
    if Self.telling.contains(syntax.lemmas[verb]), !syntax.isPassive(verb), isTheSame(object) {
      return (object, .asserts)
    }
    guard isSupport(verb) else { return nil }
    if ["this", "that", "it"].contains(syntax.lemmas[object]) {
      return Self.confirming.contains(syntax.lemmas[verb]) ? (object, .confirms) : nil
    }
    // `repeated the claim that S`: S is what is said.
    if syntax.isPart(object, .noun), Self.spoken.contains(syntax.lemmas[object]), isKnown(object),
      syntax.child(object, RelationSet.adnominalClauses) == nil
    {
      return (object, .confirms)
    }
    return whatIsSaid(behind: verb) == object ? (object, .confirms) : nil
  }

  /// `the same`, `much the same story`, `a similar account`.
  private func isTheSame(_ object: Int) -> Bool {
    if syntax.lemmas[object] == "same" { return syntax.child(object, .determiner) != nil }
    guard Self.spoken.contains(syntax.lemmas[object]) || syntax.lemmas[object] == "thing" else { return false }
    return syntax.children(object, .adjective).contains { Self.equal.contains(syntax.lemmas[$0]) }
  }

  private func isSupport(_ verb: Int) -> Bool {
    let particle = syntax.child(verb, .particle).map { syntax.lemmas[$0] }
    switch syntax.lemmas[verb] {
    case "back": return particle == nil || particle == "up"
    case "bear": return particle == "out"
    default: return particle == nil && Self.supporting.contains(syntax.lemmas[verb])
    }
  }

  /// `the captain's account`, `this version`, and not `a report`.
  private func isKnown(_ noun: Int) -> Bool {
    syntax.child(noun, .possessive) != nil
      || syntax.children(noun, .determiner).contains {
        ["the", "this", "that", "these", "those", "both"].contains(syntax.lemmas[$0])
      }
  }

  /// `bore out what survivors had said`: the clause of saying behind the verb.
  private func whatIsSaid(behind verb: Int) -> Int? {
    syntax.children(verb, RelationSet(.clausalComplement, .object)).first { clause in
      guard clause > verb else { return false }
      let saying =
        syntax.isPart(clause, .verb) ? clause : syntax.child(clause, RelationSet.adnominalClauses) ?? clause
      return syntax.isPart(saying, .verb) && Self.telling.contains(syntax.lemmas[saying])
        && syntax.tokens[syntax.span(clause).lowerBound].lower == "what"
    }
  }

  private static let telling: Set = [
    "say", "tell", "give", "offer", "report", "describe", "recount", "state", "testify", "repeat", "relate", "provide",
  ]
  private static let supporting: Set = [
    "confirm", "corroborate", "echo", "support", "verify", "second", "repeat", "substantiate", "uphold", "share",
    "endorse",
  ]
  private static let confirming: Set = ["confirm", "corroborate", "verify", "echo", "second"]
  private static let equal: Set = ["same", "similar", "identical", "matching"]
  private static let spoken: Set = [
    "account", "version", "story", "claim", "statement", "description", "word", "testimony", "allegation", "assertion",
    "charge", "accusation", "remark", "report", "recollection", "narrative", "figure", "count", "estimate", "number",
    "explanation", "finding", "information",
  ]
}
