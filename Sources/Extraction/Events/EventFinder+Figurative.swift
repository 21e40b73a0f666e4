import TextAnalysis

/// Words for violence that tell of none: `murdered democracy`, `attacked the ruling as unjust`, `were slaughtered 6-0`.
extension EventFinder {
  func isFigurative(_ token: Int, _ trigger: Trigger) -> Bool {
    guard trigger.type == "ASSAULT", syntax.isPart(token, .verb) else { return false }
    if isResult(of: token) { return true }
    guard let object = syntax.undergoer(token) else {
      // `The budget cuts bombed with voters.`
      return trigger.words == ["bomb"] && !syntax.isPassive(token) && isInert(syntax.ownSubject(token))
    }
    // The same, with the verb for a participle: what is bombed is bombed by somebody, and not with people.
    if trigger.words == ["bomb"], syntax.relations[token] == .adnominalClause, isInert(object),
      let company = syntax.oblique(token, "with"), syntax.isPart(company, .noun), things[company] == nil
    {
      return true
    }
    guard actor(at: object) == nil, !syntax.isPart(object, .properNoun, .pronoun) else { return false }
    if isIdea(object) { return true }
    guard trigger.words == ["attack"] else { return false }
    return Self.spoken.contains(syntax.lemmas[object]) || isJudged(token)
  }

  /// Whether what a deed is done to is an idea, and can neither bleed nor burn.
  private func isIdea(_ noun: Int) -> Bool {
    let lemma = syntax.lemmas[noun]
    guard syntax.child(noun, .number) == nil else { return false }
    return Self.ideas.contains(lemma) || ["cracy", "ism", "ness"].contains { lemma.hasSuffix($0) }
  }

  private func isInert(_ subject: Int?) -> Bool {
    guard let subject else { return false }
    return syntax.isPart(subject, .noun) && actor(at: subject) == nil && things[subject] == nil
  }

  /// `slaughtered 6-0`: a score stands behind it.
  private func isResult(of verb: Int) -> Bool {
    let sentence = syntax.document.sentences[syntax.sentenceOfToken[verb]].tokens
    return syntax.children(verb).contains { child in
      child > verb && child + 2 < sentence.upperBound && syntax.isPart(child, .numeral)
        && ["-", "–"].contains(syntax.tokens[child + 1].form) && syntax.isPart(child + 2, .numeral)
        && syntax.tokens[child].form.count <= 2 && syntax.tokens[child + 2].form.count <= 2
    }
  }

  /// `attacked the plan as reckless`: in words.
  private func isJudged(_ verb: Int) -> Bool {
    guard let verdict = syntax.oblique(verb, "as") ?? syntax.child(verb, .openComplement), verdict > verb,
      syntax.child(verdict, .determiner) == nil
    else { return false }
    return syntax.isPart(verdict, .adjective) && syntax.preposition(verdict) == "as"
  }

  /// What is attacked in words.
  private static let spoken: Set = [
    "ruling", "decision", "verdict", "remark", "record", "proposal", "report", "comment", "statement", "article",
    "book",
    "coverage", "handling", "approach", "stance", "strategy", "move", "choice", "judgment", "judgement", "appointment",
    "performance", "silence", "claim", "leadership", "character", "motive", "critic", "findings", "finding",
  ]

  private static let ideas: Set = [
    "hope", "dream", "democracy", "freedom", "liberty", "speech", "truth", "deal", "bill", "law", "plan", "proposal",
    "idea", "job", "growth", "economy", "spirit", "reform", "amendment", "motion", "initiative", "debate", "peace",
    "process", "chance", "career", "trade", "prospect", "ambition", "appetite", "competition", "innovation", "merger",
    "mood", "demand", "time", "pain", "romance", "joke", "fun", "faith", "trust", "morale", "confidence", "dignity",
    "credibility", "reputation", "language", "joy", "conversation", "discussion", "negotiation", "agreement", "treaty",
    "accord", "measure", "legislation", "policy", "budget", "tradition", "culture", "curiosity", "creativity",
    "investment", "recovery", "momentum", "enthusiasm", "justice", "rumour", "rumor", "story", "taboo", "myth",
  ]
}
