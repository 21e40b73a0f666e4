import TextAnalysis

/// Finds, for each claim that takes up what another has said, the claim of the same report that it takes up.
struct CorroborationLinker {
  let context: AttributionContext
  let attributions: [Attribution]
  let referents: Referents
  private var syntax: Syntax { context.syntax }

  init(context: AttributionContext, attributions: [Attribution], referents: Referents) {
    self.context = context
    self.attributions = attributions
    self.referents = referents
  }

  func link(_ claims: inout [ClaimDraft]) {
    // Most reports have nothing of the kind.
    var near: (claims: ClaimsBySentence, resolver: SpeakerResolver)?
    for index in claims.indices where claims[index].record.relays == nil {
      guard let words = seconded(in: claims[index]) else { continue }
      let known =
        near
        ?? (
          ClaimsBySentence(claims),
          SpeakerResolver(syntax: syntax, quotations: context.quotations, referents: referents)
        )
      near = known
      claims[index].record.agrees = targets(of: words, by: index, among: claims, known.claims, known.resolver)
    }
  }

  /// `X confirmed Y's account` says so itself; of `Z said the report bore out what survivors had said` it is Z's.
  private func seconded(in claim: ClaimDraft) -> Int? {
    guard let own = claim.attribution else { return nil }
    if let words = attributions[own].seconded { return words }
    guard claim.record.stance == .asserts, syntax.tokens.indices.contains(claim.head),
      syntax.isPart(claim.head, .verb), !syntax.isNegated(claim.head)
    else { return nil }
    return context.seconded(by: claim.head)?.words
  }

  /// What was said last by whose words they are, or by another than who takes them up, with what the same one has said
  /// right before it.
  private func targets(
    of words: Int, by index: Int, among claims: [ClaimDraft], _ bySentence: ClaimsBySentence,
    _ resolver: SpeakerResolver
  ) -> [ClaimID] {
    let own = claims[index].record
    let named = speakers(of: words, resolver)
    let reach = named.isEmpty ? DenialLinker.farthestWords : Self.farthestNamed
    let before = bySentence.roots(in: max(0, own.sentence - reach)...own.sentence).filter { other in
      let claim = claims[other]
      return claim.attribution != nil && states(claim) && claim.record.agrees.isEmpty
        && claim.tokens.last ?? words < words
        && (named.isEmpty ? claim.record.speaker != own.speaker : named.contains(claim.record.speaker))
    }
    func place(_ claim: Int) -> (Int, Int, Int) {
      (claims[claim].record.sentence, claims[claim].tokens.last ?? 0, claim)
    }
    guard let last = before.max(by: { place($0) < place($1) }) else { return [] }
    let paragraph = syntax.document.sentences[claims[last].record.sentence].paragraph
    let run = before.filter {
      claims[$0].record.speaker == claims[last].record.speaker
        && syntax.document.sentences[claims[$0].record.sentence].paragraph == paragraph
    }
    return run.sorted { place($0) < place($1) }.suffix(Self.longestAccount).map { ClaimID($0) }
  }

  private func states(_ claim: ClaimDraft) -> Bool {
    switch claim.record.stance {
    case .declinesToComment, .disclaimsKnowledge: false
    default: true
    }
  }

  /// Whose words they are: `the captain's account`, `what survivors had said`.
  private func speakers(of words: Int, _ resolver: SpeakerResolver) -> [EntityID] {
    let clause = syntax.isPart(words, .verb) ? words : syntax.child(words, RelationSet.adnominalClauses)
    if let clause, let subject = syntax.children(clause, .subject).last(where: { syntax.lemmas[$0] != "what" }) {
      return resolver.actor(at: subject).map { [$0] } ?? []
    }
    return syntax.isPart(words, .verb) ? [] : resolver.issuers(of: words, cited: nil)
  }

  /// How many sentences back the words of somebody who is named are looked for.
  private static let farthestNamed = 40
  /// How many claims are one account.
  private static let longestAccount = 4
}
