import TextAnalysis

/// Why words that attribute put nothing forward, and so make no claim.
package enum Withheld: String, Sendable {
  /// `did not say that S`.
  case negated
  /// `might say that S`, `if X says that S`, `wanted to say that S`.
  case unfulfilled
  /// `Did X say that S?`
  case question
  /// `Note that S.`
  case order
  /// `knew that S`, `noticed that S`: a state of mind or a sign.
  case inner
  /// `you say that S`.
  case addressee
  /// `Photo: X`.
  case credit
}

extension AttributionContext {
  /// Whether nothing is said by this verb, or is not to be heard as said in this scope.
  func isUnsaid(_ verb: Int) -> Bool { scope == .putForward && withheld(verb) != nil }

  /// Whether the saying is only thought of: negated, under a modal of possibility, a condition or a question.
  func withheld(_ verb: Int) -> Withheld? {
    if syntax.isNegated(verb) { return .negated }
    if syntax.modals(verb).contains(where: { Self.possibilities.contains($0) }) { return .unfulfilled }
    if syntax.children(verb, .marker).contains(where: { ["if", "whether", "unless"].contains(syntax.lemmas[$0]) }) {
      return .unfulfilled
    }
    // `is due to testify that S`
    if syntax.child(verb, .copula) != nil,
      syntax.children(verb, .marker).contains(where: { syntax.lemmas[$0] == "due" })
    {
      return .unfulfilled
    }
    if isAsked(verb) { return .question }
    return isUnfulfilled(verb) || isBeyondSaying(verb) || leavesOpenWho(verb) ? .unfulfilled : nil
  }

  /// `It is too early to say why`, `impossible to say whether`: an infinitive below what says that it is not done.
  private func isBeyondSaying(_ verb: Int) -> Bool {
    guard let head = syntax.heads[verb], head < verb, !syntax.isPart(head, .verb),
      syntax.child(verb, .marker).map({ syntax.lemmas[$0] == "to" }) ?? false
    else { return false }
    return Self.beyond.contains(syntax.lemmas[head])
      || syntax.children(head, .adverb).contains { syntax.lemmas[$0] == "too" && $0 < head }
  }

  private static let beyond: Set = ["impossible", "premature", "difficult", "hard"]

  /// `did not say who she thought was to blame`: what is thought has a gap where the one asked for would be.
  private func leavesOpenWho(_ verb: Int) -> Bool {
    guard syntax.relations[verb] == .clausalComplement else { return false }
    return syntax.children(verb).contains { child in
      child < verb && RelationSet(.subject, .passiveSubject, .object).has(syntax.relations[child])
        && ["who", "whom", "what", "which"].contains(syntax.lemmas[child])
    }
  }

  private static let possibilities: Set = ["may", "might", "could", "should", "must", "can"]

  /// `Did X say that S?`: the auxiliary in front of the subject, and a question mark behind.
  private func isAsked(_ verb: Int) -> Bool {
    guard let subject = syntax.ownSubject(verb),
      let auxiliary = syntax.child(verb, RelationSet(.auxiliary, .copula)), auxiliary < subject, subject < verb
    else { return false }
    let sentence = syntax.document.sentences[syntax.sentenceOfToken[verb]].tokens
    return (verb..<sentence.upperBound).contains { syntax.tokens[$0].form.hasPrefix("?") }
  }

  /// `refused to say that S`, `wanted to announce that S`: an infinitive below a verb that leaves open whether it is
  /// done, or says that it is not.
  private func isUnfulfilled(_ verb: Int) -> Bool {
    guard syntax.relations[verb] == .openComplement, let head = syntax.heads[verb],
      syntax.child(verb, .marker).map({ syntax.lemmas[$0] == "to" }) ?? false
    else { return false }
    return Self.openVerbs.contains(syntax.lemmas[head]) || syntax.isNegated(head)
  }

  private static let openVerbs: Set = [
    "want", "refuse", "decline", "need", "hope", "fail", "plan", "intend", "wish", "hesitate", "expect", "ask", "urge",
    "order", "reluctant", "unwilling", "likely", "ready", "unable", "prepared", "wait", "aim", "seek", "threaten",
    "prefer", "invite", "require", "encourage", "due", "set", "schedule", "slate", "poise", "about",
  ]

  /// `Note that S`: whoever reads is meant, and nobody speaks. Only what is mentioned counts these.
  func ordered(_ verb: Int) -> SpeakerWords? {
    guard scope == .mentioned, isOrder(verb) else { return nil }
    return .unknown
  }

  private func isOrder(_ verb: Int) -> Bool {
    syntax.tokens[verb].xpos == "VB" && syntax.subject(verb) == nil
      && syntax.child(verb, RelationSet(.marker, .auxiliary, .passiveAuxiliary, .copula)) == nil
  }

  /// Why this finding makes no claim; nil if it can make one.
  func withheld(_ attribution: Attribution) -> Withheld? {
    let head = attribution.cueHead
    if case .noun(let noun) = attribution.speaker {
      if syntax.isNegative(nominal: noun) { return .negated }
      if syntax.lemmas[noun] == "you" { return .addressee }
    }
    if attribution.rule == "attribution.nominal-cue", syntax.isNegative(nominal: head) { return .negated }
    guard let predicate = predicates[head] else { return nil }
    if attribution.speaker == .unknown, isOrder(head) { return .order }
    if let reason = withheld(head), !predicate.cue.isNegative { return reason }
    if predicate.cue.isNegative, attribution.rule == "attribution.clausal-complement" { return .negated }
    return predicate.cue.attributive == .inner ? .inner : nil
  }
}
