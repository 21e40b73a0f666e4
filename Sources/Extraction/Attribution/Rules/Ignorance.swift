extension AttributionRule {
  /// `X said he did not know S`, `claimed to be unaware of`, `had no information on`: knowledge is disclaimed.
  ///
  /// Plain not knowing is a state and no saying; it needs a verb of saying above it, spoken by the same one.
  static let ignorance = AttributionRule("ignorance") { context, verb in
    guard let (cue, cueTokens) = context.predicates[verb], cue.stance == .disclaimsKnowledge else { return [] }
    let syntax = context.syntax
    // `Nobody in Europe has seen proof` says so of all, and not of oneself alone.
    if let subject = syntax.subject(verb), syntax.isNegative(nominal: subject) { return [] }
    // `had never seen money`: what he tells of himself; only of proofs and papers does it say that he knows nothing.
    if cue.lemmas.contains("see"), !context.seesProof(verb) { return [] }
    let saying = context.sayingAbove(verb)
    let isForgotten =
      cue.lemmas == ["not", "know"] || cue.lemmas == ["not", "remember"] || cue.lemmas == ["not", "recall"]
    guard
      saying != nil || cue.lemmas.count > 1 && cue.attributive == .yes && (!isForgotten || context.goesOnTelling(verb))
    else { return [] }
    // `The video could not be verified`: nobody speaks but the report, and it says so.
    if saying == nil, syntax.isPassive(verb), syntax.actor(verb) == nil { return [] }
    let source = saying ?? verb
    guard let speaker = context.speaker(syntax.actor(source) ?? syntax.subject(source)) else { return [] }
    var found = Attribution(
      rule: "attribution.ignorance", speaker: speaker,
      cue: saying.map { $0..<($0 + 1) } ?? context.cueRange(verb, cueTokens), cueHead: source, contentHeads: [verb],
      content: context.clauseContent(verb), stance: .disclaimsKnowledge)
    if let saying, let sayingCue = context.predicates[saying]?.cue {
      found.relayers = context.hearers(saying, sayingCue)
    }
    found.weight = 3
    found.isOpaque = true
    return [found]
  }
}

extension AttributionContext {
  /// `Ann Lee said she had heard a blast. She did not know who was behind it.`: a pronoun behind somebody's words, with no
  /// words in quotation marks between, goes on with what that one told.
  fileprivate func goesOnTelling(_ verb: Int) -> Bool {
    let sentences = syntax.document.sentences
    let here = syntax.sentenceOfToken[verb]
    guard scope == .putForward, here > 0, sentences[here - 1].part == .body,
      sentences[here - 1].paragraph == sentences[here].paragraph, !quotations.contains(verb),
      let subject = syntax.ownSubject(verb), syntax.isPart(subject, .pronoun),
      ["he", "she", "they"].contains(syntax.lemmas[subject]),
      // `knew nobody who could help` is no answer that was given.
      syntax.heads[verb] == nil, asksOrNames(verb)
    else { return false }
    return sentences[here - 1].tokens.contains { token in
      predicates[token].map { $0.cue.takes(.clause) && $0.cue.attributive == .yes } ?? false
        && syntax.subject(token) != nil && !isUnsaid(token)
        && syntax.child(token, RelationSet(.clausalComplement, .parataxis)) != nil
    }
  }

  /// `did not know who`, `could not remember the date`.
  private func asksOrNames(_ verb: Int) -> Bool {
    if let object = syntax.child(verb, .object) {
      return ["date", "name", "detail", "number", "time", "reason", "cause", "identity", "whereabouts", "motive"]
        .contains(syntax.lemmas[object])
        || Self.askingWords.contains(syntax.lemmas[syntax.span(object).lowerBound])
    }
    guard let clause = syntax.child(verb, RelationSet(.clausalComplement, .openComplement, .adverbialClause)) else {
      return false
    }
    return Self.askingWords.contains(syntax.lemmas[syntax.span(clause).lowerBound])
  }

  private static let askingWords: Set = [
    "who", "what", "how", "why", "where", "when", "whether", "if", "which", "whose", "whom",
  ]

  /// `had not seen any evidence`, `the report`.
  fileprivate func seesProof(_ verb: Int) -> Bool {
    guard let object = syntax.child(verb, .object) else { return true }
    let lemma = syntax.lemmas[object]
    return cues.noun(lemma) != nil || Self.documentNouns.contains(lemma) || Self.inquiries.contains(lemma)
      || syntax.isPart(object, .pronoun, .determiner)
      || [
        "proof", "sign", "indication", "information", "footage", "photo", "photograph", "order", "text", "file",
        "trace",
        "reason", "need", "clip", "image", "picture", "case", "detail", "intelligence",
      ]
      .contains(lemma)
  }

  /// The verb of saying whose complement the clause is, where the clause speaks of the speaker: `he said he`, `claimed to`.
  func sayingAbove(_ verb: Int) -> Int? {
    guard RelationSet(.clausalComplement, .openComplement).has(syntax.relations[verb]), let head = syntax.heads[verb],
      let cue = predicates[head]?.cue, cue.stance != .disclaimsKnowledge,
      cue.takes(.clause) || cue.takes(.infinitive), !isUnsaid(head)
    else { return nil }
    if let subject = syntax.ownSubject(verb) {
      guard syntax.isPart(subject, .pronoun),
        !["it", "there"].contains(syntax.lemmas[subject]) || syntax.lemmas[subject] == "it"
      else { return nil }
    }
    return head
  }
}
