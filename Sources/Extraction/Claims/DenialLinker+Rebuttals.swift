import TextAnalysis

/// What a rebuttal answers by where it stands: the claim that a verdict judges, a paper's report, what another said last.
extension DenialLinker {
  /// What a fact-check's verdict judges: the last that it has set out before.
  func checked(before token: Int, _ claims: [ClaimDraft]) -> ClaimID? {
    claims.indices.filter { other in
      (claims[other].tokens.first ?? token) < token
        && claims[other].attribution.map { attributions[$0].rule == CheckedClaims.claimRule } ?? false
    }.max { (claims[$0].tokens.first ?? 0) < (claims[$1].tokens.first ?? 0) }.map { ClaimID($0) }
  }

  /// `dismissed the report`, behind what a paper had reported: the paper.
  func outlet(citedBefore noun: Int, _ claims: [ClaimDraft], _ resolver: SpeakerResolver) -> [EntityID] {
    guard resolver.isPeriodical(noun),
      syntax.children(noun).allSatisfy({ syntax.relations[$0] == .determiner && syntax.lemmas[$0] == "the" }),
      syntax.child(noun, .determiner) != nil
    else { return [] }
    let entities = resolver.referents.entities
    let cited = claims.filter { draft in
      draft.attribution != nil && (draft.tokens.last ?? noun) < noun
        && ClaimBuilder.outletKinds.contains(entities[draft.record.speaker.index].kind ?? "")
    }
    return cited.max { ($0.tokens.last ?? 0) < ($1.tokens.last ?? 0) }.map { [$0.record.speaker] } ?? []
  }

  /// `There is no depot here, countered X`: what another said last of the same things, or right before.
  func countered(by index: Int, among claims: [ClaimDraft], _ search: DenialSearch) -> ClaimID? {
    let draft = claims[index]
    let side = search.sides.side(of: draft.record.speaker)
    let words = contentWords(draft)
    func isAnswered(_ other: ClaimDraft) -> Bool {
      isRoot(other) && other.attribution != nil && Self.stating.contains(other.record.stance)
        && !search.sides.isOn(side, other.record.speaker)
    }
    let start = draft.tokens.first ?? 0
    let sentence = draft.record.sentence
    return search.latest(claims, before: start, from: sentence - Self.farthestWords) {
      isAnswered($0) && !words.isDisjoint(with: contentWords($0))
    } ?? search.latest(claims, before: start, from: sentence - 1) { isAnswered($0) }
  }

  /// `the official was lying`: what that one said last in front.
  func said(byLiar noun: Int, before token: Int, _ claims: [ClaimDraft], _ search: DenialSearch) -> ClaimID? {
    guard let liar = search.resolver.actor(at: noun) else { return nil }
    let sentence = syntax.sentenceOfToken[token]
    return search.latest(claims, before: token, from: sentence - Self.farthestLie) { draft in
      isRoot(draft) && draft.attribution != nil && Self.stating.contains(draft.record.stance)
        && search.speaks(draft.record.speaker, for: liar)
    }
  }

  private static let farthestLie = 12

  static let countering: Set = ["counter", "rebut", "retort"]

  /// `X says S. Y remembers it differently: T`: the last that another said in front.
  func toldOtherwise(by index: Int, among claims: [ClaimDraft], _ sides: SpeakerSides) -> ClaimID? {
    guard let own = claims[index].attribution, let start = claims[index].tokens.first else { return nil }
    let verb = attributions[own].cueHead
    if let told = contradicted(in: claims[index], among: claims, sides) { return told }
    guard
      disagrees(before: start, by: claims[index], sides)
        || syntax.children(verb, .adverb).contains(where: { ["differently", "otherwise"].contains(syntax.lemmas[$0]) })
    else { return nil }
    let side = sides.side(of: claims[index].record.speaker)
    let sentence = claims[index].record.sentence
    return claims.indices.filter { other in
      isRoot(claims[other]) && claims[other].attribution != nil && (claims[other].tokens.last ?? start) < start
        && sentence - claims[other].record.sentence <= 1 && !sides.isOn(side, claims[other].record.speaker)
        && claims[other].record.stance != .declinesToComment
    }.max { (claims[$0].tokens.last ?? 0, $0) < (claims[$1].tokens.last ?? 0, $1) }.map { ClaimID($0) }
  }

  /// `The police disagree: a spokesman said T`, `Her lawyer begs to differ: "T," he said`: in front of a colon somebody is set
  /// against what was said before, and nobody else speaks behind it.
  private func disagrees(before token: Int, by draft: ClaimDraft, _ sides: SpeakerSides) -> Bool {
    let sentence = syntax.document.sentences[draft.record.sentence].tokens
    // The words in front of the colon may stand within those of the claim.
    let behind = min(sentence.upperBound, token + Self.longestDisagreement)
    guard let colon = (sentence.lowerBound..<behind).last(where: { syntax.tokens[$0].form == ":" }),
      colon - sentence.lowerBound <= Self.longestDisagreement,
      let verb = (sentence.lowerBound..<colon).last(where: {
        ["disagree", "differ", "disagrees", "differs", "disagreed", "differed"].contains(syntax.tokens[$0].lower)
      }), verb > sentence.lowerBound
    else { return false }
    let words = (sentence.lowerBound..<colon).map { syntax.tokens[$0].lower }
    return !words.contains("not") && !words.contains("n't") && !words.contains("with")
  }

  private static let longestDisagreement = 12

  /// `An adviser contradicted him: "S," she said`: the last that he said in front.
  func contradicted(in draft: ClaimDraft, among claims: [ClaimDraft], _ sides: SpeakerSides) -> ClaimID? {
    let sentence = syntax.document.sentences[draft.record.sentence].tokens
    guard let start = draft.tokens.first,
      let verb = (max(sentence.lowerBound, start - Self.farthestVerb)..<start).last(where: {
        syntax.lemmas[$0] == "contradict"
      }),
      !syntax.isPassive(verb), !syntax.isNegated(verb), let object = syntax.child(verb, .object),
      let subject = syntax.subject(verb), (verb..<start).contains(where: { syntax.tokens[$0].form == ":" }),
      let entity = sides.referents.entityAtHead[object], entity != draft.record.speaker,
      sides.referents.entityAtHead[subject].map({ $0 == draft.record.speaker }) ?? true
    else { return nil }
    return claims.indices.filter { other in
      isRoot(claims[other]) && claims[other].record.speaker == entity && (claims[other].tokens.last ?? start) < start
        && draft.record.sentence - claims[other].record.sentence <= Self.farthestWords
    }.max { (claims[$0].tokens.last ?? 0, $0) < (claims[$1].tokens.last ?? 0, $1) }.map { ClaimID($0) }
  }

  /// How many tokens in front of the words the verb may stand that sets them against another's.
  private static let farthestVerb = 60
}
