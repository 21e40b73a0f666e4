import TextAnalysis

/// `X said S, but Y said that they had not`: a bare auxiliary with a negation, which takes its verb from what was said
/// before; `no such letter had come`: what was spoken of is not.
///
/// What it says is the contrary of the claim that it takes the verb from.
struct EllipticDenial: Sendable {
  let syntax: Syntax
  let referents: Referents

  /// The claim whose contrary this one states: the last in front of it, of its sentence or the one before.
  func denied(by index: Int, among claims: [ClaimDraft]) -> ClaimID? {
    let claim = claims[index]
    let start = claim.tokens.first ?? 0
    let sentence = claim.record.sentence
    if let noun = missing(claim) {
      let reach = isSuch(claim) ? Self.farthestSuch : Self.reach
      let naming = claims.indices.filter { other in
        let draft = claims[other]
        // Who hands on another's words may have said it in his own.
        let inner = draft.record.relays.map { Set(claims[$0.index].tokens) } ?? []
        return (sentence - reach...sentence).contains(draft.record.sentence)
          && draft.tokens.last ?? start < start && draft.record.speaker != claim.record.speaker
          && draft.attribution != nil
          && (draft.tokens.contains { isNamed(noun, at: $0) && !inner.contains($0) } || isSaid(draft, by: noun))
      }
      return naming.max { (claims[$0].tokens.last ?? 0, $1) < (claims[$1].tokens.last ?? 0, $0) }.map { ClaimID($0) }
    }
    guard isElliptic(claim) || isOfTheKind(claim) else { return nil }
    let before = claims.indices.filter { other in
      let draft = claims[other]
      guard draft.record.relays == nil, draft.record.stance == .asserts || draft.record.stance == .alleges,
        (sentence - 1...sentence).contains(draft.record.sentence), let last = draft.tokens.last, last < start
      else { return false }
      return draft.record.speaker != claim.record.speaker && syntax.isPart(draft.head, .verb)
    }
    return before.max { (claims[$0].tokens.last ?? 0, $1) < (claims[$1].tokens.last ?? 0, $0) }.map { ClaimID($0) }
  }

  private static let reach = 3
  /// `no such order` means the one that was spoken of, be it some sentences back.
  private static let farthestSuch = 8

  private func isSuch(_ claim: ClaimDraft) -> Bool { claim.tokens.contains { syntax.tokens[$0].lower == "such" } }

  /// `S, citing an internal memo`: the thing is whose words they are.
  private func isSaid(_ claim: ClaimDraft, by noun: String) -> Bool {
    let speaker = referents.entities[claim.record.speaker.index]
    return speaker.kind == "source"
      && speaker.mentions.contains { syntax.lemmas.indices.contains($0.head) && syntax.lemmas[$0.head] == noun }
  }

  /// `had offered to step down`, `no such offer`: the thing itself, or the doing of it.
  private func isNamed(_ noun: String, at token: Int) -> Bool {
    if [.object, .subject, .passiveSubject].contains(syntax.relations[token]) { return syntax.lemmas[token] == noun }
    guard syntax.isPart(token, .verb), !syntax.isNegated(token) else { return false }
    return (Self.doing[noun] ?? noun) == syntax.lemmas[token]
  }

  private static let doing = [
    "payment": "pay", "meeting": "meet", "agreement": "agree", "decision": "decide", "conversation": "speak",
    "warning": "warn", "threat": "threaten", "discussion": "discuss", "instruction": "instruct",
    "invitation": "invite", "permission": "permit", "assurance": "assure", "remark": "say", "withdrawal": "withdraw",
    "transfer": "transfer", "sale": "sell", "proposal": "propose", "deal": "agree", "contact": "contact",
  ]

  /// `no such letters`: the lemma of what is said not to be.
  private func missing(_ claim: ClaimDraft) -> String? {
    if let noun = absent(claim) { return noun }
    return zip(claim.tokens, claim.tokens.dropFirst()).lazy.compactMap { no, such -> String? in
      guard syntax.tokens[no].lower == "no", syntax.tokens[such].lower == "such" else { return nil }
      let noun = (such + 1..<min(such + 4, syntax.tokens.count)).first { syntax.isPart($0, .noun) }
      return noun.map { syntax.lemmas[$0] }
    }.first
  }

  /// `There has been no medical`: the lemma of what is said not to be.
  private func absent(_ claim: ClaimDraft) -> String? {
    guard syntax.lemmas[claim.head] == "be", syntax.child(claim.head, .expletive) != nil,
      let noun = syntax.subject(claim.head), noun > claim.head, syntax.isPart(noun, .noun, .adjective),
      syntax.children(noun, .determiner).contains(where: { syntax.lemmas[$0] == "no" }),
      // `no jobs in the north`, `no strike law`: of some only.
      syntax.child(noun, RelationSet(.nominalModifier, .compound, .relativeClause, .adnominalClause)) == nil,
      syntax.child(claim.head, .obliques) == nil,
      !["doubt", "question", "evidence", "reason", "way", "need", "choice", "time", "plan", "sign", "one", "chance"]
        .contains(syntax.lemmas[noun])
    else { return nil }
    return syntax.lemmas[noun]
  }

  /// `nothing of the kind took place`, `no such thing happened`
  private func isOfTheKind(_ claim: ClaimDraft) -> Bool {
    let words = claim.tokens.map { syntax.tokens[$0].lower }
    return words.count <= Self.longestKind
      && ["kind", "sort"].contains { kind in
        words.indices.contains { words[$0...].starts(with: ["nothing", "of", "the", kind]) }
      }
  }

  private static let longestKind = 9

  /// Nothing but a subject, an auxiliary and `not`.
  private func isElliptic(_ claim: ClaimDraft) -> Bool {
    let words = claim.tokens.filter {
      !syntax.isPart($0, .punctuation) && syntax.relations[$0] != .marker && syntax.tokens[$0].lower != "that"
    }
    guard (2...5).contains(words.count), let last = words.last,
      let auxiliary = words.first(where: { Self.auxiliaries.contains(syntax.tokens[$0].lower) })
    else { return false }
    guard words.contains(where: { ["not", "n't", "n’t"].contains(syntax.tokens[$0].lower) }), last - auxiliary <= 1
    else {
      return false
    }
    // In front of it stands who it is said of, and no other verb.
    return words.allSatisfy { $0 >= auxiliary || syntax.isPart($0, .pronoun, .noun, .properNoun, .determiner) }
      && words.contains { $0 < auxiliary }
  }

  private static let auxiliaries: Set = [
    "had", "has", "have", "did", "does", "do", "was", "were", "is", "are",
  ]
}
