extension AttributionRule {
  /// `X denied any role`, `rejected the claims made by Y`, `has refuted the claim`, `cast doubt on E`.
  static let denial = AttributionRule("denial") { context, verb in
    if let answer = describedAnswer(context, verb) ?? disbelief(context, verb) { return [answer] }
    guard let (cue, cueTokens) = context.predicates[verb], cue.stance == .denies || cue.stance == .doubts else {
      return []
    }
    let syntax = context.syntax
    // A plea has a rule of its own.
    if cue.lemmas.first == "plead" { return [] }
    guard !context.isUnsaid(verb) || cue.isNegative, syntax.child(verb, .clausalComplement) == nil else { return [] }
    guard syntax.child(verb, .indirectObject) == nil else { return [] }
    let named =
      syntax.undergoer(verb) ?? cue.prepositions.lazy.compactMap { syntax.oblique(verb, $0) }.first
      ?? context.answeredWords(by: verb)
    let taken = context.takenUp(by: verb)
    let isWhole = cue.lemmas.count > 1 && taken == nil
    let object = taken ?? named.map { context.answeredClause($0, by: verb) ?? $0 }
    guard object != nil || isWhole else { return [] }
    // `said the government was playing it down`: that is charged, and not what the government says.
    if syntax.tokens[verb].xpos == "VBG", ["play", "downplay"].contains(syntax.lemmas[verb]) { return [] }
    if let object, !isWhole, taken == nil, !context.canBeDenied(object, by: syntax.lemmas[verb], cue) { return [] }
    let agent = syntax.isPassive(verb) ? syntax.child(verb, .agent) ?? syntax.oblique(verb, "by") : syntax.subject(verb)
    guard let speaker = context.speaker(agent) else { return [] }
    var found = Attribution(
      rule: "attribution.denial", speaker: speaker, cue: context.cueRange(verb, cueTokens), cueHead: verb,
      contentHeads: [isWhole ? verb : object ?? verb],
      content: isWhole
        ? context.clauseContent(verb, isAlone: true)
        : object.map { context.words(denied: $0, taken != nil, by: verb) } ?? [],
      stance: cue.stance)
    found.isOpaque = true
    found.weight = 1
    found.denied = object
    return [found]
  }
}

extension AttributionRule {
  /// `S, a charge the ministry described as a fabrication`: what is said of the noun for S says that S is untrue.
  fileprivate static func describedAnswer(_ context: AttributionContext, _ verb: Int) -> Attribution? {
    let syntax = context.syntax
    guard syntax.relations[verb] == .relativeClause, predicating.contains(syntax.lemmas[verb]),
      let noun = syntax.heads[verb], syntax.isSetOffWords(noun), !context.isUnsaid(verb), !syntax.isPassive(verb),
      let subject = syntax.ownSubject(verb), let speaker = context.speaker(subject),
      let said = syntax.children(verb).first(where: {
        $0 > verb && (syntax.relations[$0] == .openComplement || syntax.preposition($0) == "as")
      }),
      ([said] + syntax.children(said, .adjective)).contains(where: {
        ContentStance.untrue.contains(syntax.lemmas[$0])
      })
    else { return nil }
    var found = Attribution(
      rule: "attribution.denial", speaker: speaker, cue: verb..<(verb + 1), cueHead: verb, contentHeads: [noun],
      content: context.content(noun, without: [verb]), stance: .denies)
    found.isOpaque = true
    found.weight = 2
    found.denied = noun
    return found
  }
}

extension AttributionRule {
  /// `X found the explanation hard to believe`
  fileprivate static func disbelief(_ context: AttributionContext, _ verb: Int) -> Attribution? {
    let syntax = context.syntax
    guard syntax.lemmas[verb] == "find", !context.isUnsaid(verb), !syntax.isPassive(verb),
      let object = syntax.child(verb, .object), object > verb,
      let hard = syntax.child(verb, .openComplement),
      ["hard", "difficult", "impossible"].contains(syntax.lemmas[hard]),
      !syntax.isNegated(hard),
      syntax.children(hard).contains(where: {
        $0 > hard && ["believe", "accept", "credit"].contains(syntax.lemmas[$0])
      }),
      let speaker = context.speaker(syntax.ownSubject(verb))
    else { return nil }
    var found = Attribution(
      rule: "attribution.denial", speaker: speaker, cue: verb..<(verb + 1), cueHead: verb, contentHeads: [object],
      content: context.content(object), stance: .doubts)
    found.isOpaque = true
    found.weight = 2
    found.denied = object
    return found
  }
}

extension Syntax {
  /// `S, a charge that Y denies`: a noun for words behind a comma, with the clause that tells who answers it.
  func isSetOffWords(_ noun: Int) -> Bool {
    guard Self.answered.contains(lemmas[noun]), child(noun, RelationSet.adnominalClauses) != nil,
      !RelationSet.subjects.has(relations[noun]), relations[noun] != .object || isBehindContent(noun)
    else { return false }
    let start = span(noun).lowerBound
    return isPart(start, .punctuation) && Self.settingOff.contains(tokens[start].form)
      || start > 0 && Self.settingOff.contains(tokens[start - 1].form)
  }

  /// The noun for words that a clause belongs to, if it is set off.
  func setOffWords(above verb: Int) -> Int? {
    guard RelationSet.adnominalClauses.has(relations[verb]), let noun = heads[verb], isSetOffWords(noun) else {
      return nil
    }
    return noun
  }

  /// `said S, a claim the ministry called baseless`: a verb whose complement stands in front has no object behind it, and none
  /// has a passive.
  private func isBehindContent(_ noun: Int) -> Bool {
    guard let verb = heads[noun] else { return false }
    return child(verb, .clausalComplement).map { $0 < noun } ?? false || child(verb, .passiveAuxiliary) != nil
  }

  /// Marks that set a noun off from the clause that it stands for.
  static let settingOff: Set = [",", "—", "–", "-", "--", "("]

  static let answered: Set = [
    "charge", "claim", "accusation", "allegation", "assertion", "suggestion", "account", "version", "statement",
    "figure", "denial", "contention", "theory", "verdict", "view", "finding", "conclusion", "something", "notion",
    "story", "narrative", "explanation", "argument", "report", "rumour", "rumor", "toll", "number", "estimate", "tally",
    "description", "characterisation", "characterization", "interpretation",
  ]
}

extension AttributionContext {
  /// What is denied, in words; behind `dismissed that as "an excuse"` also what it is called, since `that` alone says nothing.
  fileprivate func words(denied object: Int, _ isTakenUp: Bool, by verb: Int) -> [Range<Int>] {
    if syntax.isPart(object, .pronoun, .determiner), let verdict = syntax.oblique(verb, "as"), verdict > object {
      return trimmed(syntax.subtree(object) + syntax.subtree(verdict))
    }
    // `something` alone says nothing.
    let isApart = syntax.isSetOffWords(object) && !isTakenUp || syntax.isPart(object, .verb)
    return content(object, without: isApart ? [verb] : [])
  }

  /// `A ransom is something the state has ruled out`: what `something` stands for, and `S, something the state ruled out`: itself.
  fileprivate func takenUp(by verb: Int) -> Int? {
    guard syntax.relations[verb] == .relativeClause, let noun = syntax.heads[verb], syntax.lemmas[noun] == "something"
    else { return nil }
    if syntax.child(noun, .copula) != nil { return syntax.ownSubject(noun) }
    return syntax.isSetOffWords(noun) ? noun : nil
  }

  /// `a claim the firm rejects`: without a pronoun, the noun in front is what is rejected.
  fileprivate func answeredWords(by verb: Int) -> Int? {
    guard syntax.relations[verb] == .relativeClause, let noun = syntax.heads[verb], syntax.isSetOffWords(noun) else {
      return nil
    }
    return noun
  }

  /// `shot down a jet, which Y disputes`: behind a comma `which` takes up the clause, where the noun in front is neither
  /// words nor a deed.
  fileprivate func answeredClause(_ noun: Int, by verb: Int) -> Int? {
    guard syntax.relations[verb] == .relativeClause, noun < verb, syntax.isPart(noun, .noun, .properNoun, .numeral),
      let which = syntax.child(verb, .object), syntax.lemmas[which] == "which", which > 0,
      syntax.tokens[which - 1].form == ",", cues.noun(syntax.lemmas[noun]) == nil,
      !Self.documentNouns.contains(syntax.lemmas[noun]), !isEventNoun(syntax.lemmas[noun])
    else { return nil }
    var here = syntax.heads[noun]
    for _ in 0..<8 {
      guard let token = here else { return nil }
      if syntax.isPart(token, .verb), syntax.isPredicate(token), predicates[token]?.cue.attributive != .yes {
        return token
      }
      here = syntax.heads[token]
    }
    return nil
  }

  /// Verbs that do nothing but deny take any object; others (`reject`, `dismiss`, `challenge`) only words and deeds.
  fileprivate func canBeDenied(_ object: Int, by verb: String, _ cue: Cue) -> Bool {
    if ["deny", "refute", "disavow", "rebut", "debunk", "repudiate"].contains(verb) { return true }
    let lemma = syntax.lemmas[object]
    // `S, which Y disputes`: the whole clause.
    if syntax.isPart(object, .verb), syntax.isPredicate(object) { return cue.attributive == .yes }
    if ["downplay", "play"].contains(verb) { return false }
    if ["this", "that", "it"].contains(lemma) { return cue.attributive == .yes }
    if Self.offers.contains(lemma) { return false }
    // `S, something Y disputes`
    if syntax.isSetOffWords(object) { return cue.attributive == .yes }
    // `rejects this theory`
    if Syntax.answered.contains(lemma), syntax.child(object, RelationSet(.determiner, .possessive)) != nil {
      return cue.attributive == .yes
    }
    if cues.noun(lemma) != nil || Self.documentNouns.contains(lemma) || Self.untruths.contains(lemma) { return true }
    return cue.attributive == .yes && isEventNoun(lemma)
  }

  /// Words of others, named by one who holds them to be untrue.
  private static let untruths: Set = [
    "fabrication", "insinuation", "falsehood", "lie", "slander", "smear", "innuendo", "invention", "speculation",
    "disinformation", "propaganda", "provocation", "calumny", "libel",
  ]

  private static let offers: Set = [
    "offer", "proposal", "bid", "request", "demand", "plan", "call", "application", "appeal", "petition", "deal",
    "agreement", "invitation", "amendment", "bill", "candidate", "ultimatum", "promise", "pledge", "warning", "threat",
  ]
}
