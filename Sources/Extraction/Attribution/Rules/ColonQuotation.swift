extension AttributionRule {
  /// `X said: "S"`, and a quotation that the tree hangs beside the verb instead of below it.
  static let colonQuotation = AttributionRule("colon-quotation") { context, verb in
    guard let (cue, cueTokens) = context.predicates[verb], cue.takes(.quote) else { return [] }
    let syntax = context.syntax
    guard syntax.child(verb, .clausalComplement) == nil, !context.isUnsaid(verb) else { return [] }
    let candidates = syntax.children(verb, RelationSet(.parataxis, .object, .dislocated, .list))
    guard let said = candidates.first(where: { context.stands(behindColonOrQuoted: $0, verb: verb) }) else { return [] }
    // `added two towns: A and B`
    guard syntax.isPredicate(said) || context.quotations.contains(said) else { return [] }
    guard let speaker = context.speaker(syntax.actor(verb)) else { return [] }
    var found = Attribution(
      rule: "attribution.colon-quotation", speaker: speaker, cue: context.cueRange(verb, cueTokens), cueHead: verb,
      contentHeads: [said], content: context.content(said), stance: cue.stance, hedge: cue.hedge)
    found.relayers = context.hearers(verb, cue)
    return [found]
  }
}

extension AttributionRule {
  /// `X gave another account: S`, `the ministry corrected its figures: S`: behind the colon stands what X gave.
  static let colonAccount = AttributionRule("colon-account") { context, verb in
    let syntax = context.syntax
    guard syntax.isPart(verb, .verb), syntax.isPredicate(verb), !context.isUnsaid(verb), !syntax.isPassive(verb),
      let object = syntax.child(verb, .object), object > verb,
      accounts[syntax.lemmas[verb]]?.contains(syntax.lemmas[object]) ?? false,
      let said = syntax.children(verb, .parataxis).first(where: { child in
        child > object && (object..<child).contains { syntax.tokens[$0].form == ":" }
      }), let colon = (object..<said).last(where: { syntax.tokens[$0].form == ":" }),
      let speaker = context.speaker(syntax.actor(verb))
    else { return [] }
    let sentence = syntax.document.sentences[syntax.sentenceOfToken[verb]].tokens
    // All that follows, whatever the tree makes of its words.
    let content = Array(colon + 1..<sentence.upperBound)
    return [
      Attribution(
        rule: "attribution.colon-account", speaker: speaker, cue: verb..<(object + 1), cueHead: verb,
        contentHeads: [said], content: context.trimmed(content), stance: .asserts)
    ]
  }

  private static let given: Set<String> = [
    "account", "version", "explanation", "reason", "story", "answer", "reply", "picture", "figure", "toll", "detail",
    "description", "number",
  ]
  private static let counted: Set<String> = [
    "figure", "toll", "count", "number", "estimate", "tally", "total", "statement", "account", "version", "list",
  ]
  private static let accounts: [String: Set<String>] = [
    "give": given, "offer": given, "provide": given, "have": given.union(["response", "theory"]), "tell": ["story"],
    "correct": counted, "revise": counted, "update": counted, "amend": counted, "change": counted,
  ]
}

extension AttributionContext {
  fileprivate func stands(behindColonOrQuoted token: Int, verb: Int) -> Bool {
    let span = syntax.span(token)
    let isQuoted = quotations.contains(token) && !quotations.contains(verb)
    guard token > verb else { return isQuoted }
    let isBehindColon = (verb..<token).contains { syntax.tokens[$0].form == ":" }
    guard syntax.relations[token] == .object else { return isQuoted || isBehindColon }
    return isBehindColon || (isQuoted && quotations.contains(span.lowerBound) && span.count > 3)
  }
}
