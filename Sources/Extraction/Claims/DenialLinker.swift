import TextAnalysis

/// Finds, for each denial, the claim of the same report that it denies, where the text itself says so.
struct DenialLinker {
  let syntax: Syntax
  let attributions: [Attribution]
  let events: [EventRecord]
  let relations: [RelationDraft]

  func link(_ claims: inout [ClaimDraft], referents: Referents) {
    let sides = SpeakerSides(syntax: syntax, referents: referents)
    let contents = ContentStance(syntax: syntax, sides: sides)
    for index in claims.indices where claims[index].record.relays == nil {
      guard let own = claims[index].attribution else { continue }
      let attribution = attributions[own]
      var denial = ContentStance.Denial()
      if attribution.stance == .denies {
        denial.words = attribution.denied
        denial.isOfPart = attribution.denied.map { Self.parts.contains(syntax.lemmas[$0]) } ?? false
      } else if attribution.stance == .asserts, let found = contents.denial(in: claims[index]) {
        denial = found
        claims[index].record.stance = .denies
      } else {
        continue
      }
      let search = Search(claims: claims, referents: referents, sides: sides)
      if let target = denied(denial, by: index, search), target.index != index {
        claims[index].record.denies = target
      }
    }
  }

  /// What a denied claim is looked for among.
  private struct Search {
    let claims: [ClaimDraft]
    let referents: Referents
    let sides: SpeakerSides
  }

  private static let parts: Set = [
    "involvement", "role", "part", "hand", "responsibility", "participation", "complicity", "link", "connection",
  ]

  private func denied(_ denial: ContentStance.Denial, by index: Int, _ search: Search) -> ClaimID? {
    let draft = search.claims[index]
    let speaker = draft.record.speaker
    let start = draft.tokens.first ?? 0
    if let noun = denial.words, isWords(noun) {
      let resolver = SpeakerResolver(
        syntax: syntax, quotations: Quotations(syntax.document), referents: search.referents)
      let issuers = syntax.isPart(noun, .pronoun, .determiner) ? [] : issuers(of: noun, resolver)
      let isOfDenial = syntax.lemmas[noun] == "denial"
      let side = search.sides.side(of: speaker)
      // A denial, or words whose speaker is named, may be denied by his own people.
      let mayBeOwn = isOfDenial || !issuers.isEmpty
      let isCharge = Self.charges.contains(syntax.lemmas[noun])
      func target(issuers: [EntityID]) -> ClaimID? {
        latest(search.claims, before: start) { draft in
          let isForeign =
            mayBeOwn
            ? draft.record.speaker != speaker : !isOneSide(side, search.sides.side(of: draft.record.speaker), search)
          // Who denies `it` behind another's denial denies what that one denied; who denies a charge, what accuses.
          let isDenied =
            isOfDenial
            ? draft.record.stance == .denies
            : Self.stating.contains(draft.record.stance)
              && (!isCharge || !issuers.isEmpty || accuses(draft) || imputation(to: side, in: draft, search.sides) > 0)
          // `it` is what somebody said, and not what the report tells by itself.
          let isSaid =
            draft.attribution != nil || !syntax.isPart(noun, .pronoun, .determiner) || accuses(draft)
            || imputation(to: side, in: draft, search.sides) > 0
          return isForeign && isDenied && isSaid
            && (issuers.isEmpty
              ? isRoot(draft) : issuers.contains { speaks(draft.record.speaker, for: $0, search.referents) })
            && (!issuers.isEmpty || isOfDenial || syntax.sentenceOfToken[start] - draft.record.sentence <= 3)
        }
      }
      // `his denial`, of whom the pronoun was not understood: the last one.
      return target(issuers: issuers) ?? (isOfDenial && !issuers.isEmpty ? target(issuers: []) : nil)
    }
    return rival(speaker, before: start, search) ?? answered(denial, by: index, search)
  }

  private static let charges: Set = ["charge", "accusation", "allegation"]

  /// Whether a claim puts a deed to somebody: by its stance, or since an event has its agent from it.
  private func accuses(_ draft: ClaimDraft) -> Bool {
    if draft.record.stance == .alleges { return true }
    guard draft.record.stance == .asserts, draft.tokens.indices.contains(0) else { return false }
    return draft.tokens.contains { Self.accusing.contains(syntax.lemmas[$0]) }
  }

  private static let accusing: Set = ["accuse", "charge", "blame", "allege", "accusation", "indict", "suspect"]

  /// Whether two belong together: one to the other, or both to one body or state.
  private func isOneSide(_ side: Set<EntityID>, _ other: Set<EntityID>, _ search: Search) -> Bool {
    other.contains { search.sides.isOn(side, $0) }
  }

  // MARK: What a denial answers

  /// The claim that puts what is denied to the speaker's side: it speaks of that side, and of the same things or close by.
  private func answered(_ denial: ContentStance.Denial, by index: Int, _ search: Search) -> ClaimID? {
    let draft = search.claims[index]
    var side = search.sides.side(of: draft.record.speaker)
    if let cleared = denial.cleared, let entity = search.referents.entityAtHead[cleared] { side.insert(entity) }
    let words = contentWords(draft)
    var best: (score: Int, distance: Int, claim: Int)?
    for (other, claim) in search.claims.enumerated() where other != index && isRoot(claim) {
      guard Self.stating.contains(claim.record.stance), !search.sides.isOn(side, claim.record.speaker) else { continue }
      let distance = draft.record.sentence - claim.record.sentence
      guard distance >= 0, distance <= Self.farthestAnswer else { continue }
      let points = imputation(to: side, in: claim, search.sides)
      guard points > 0 else { continue }
      let shared = min(3, words.intersection(contentWords(claim)).count)
      let isNear = distance <= 2
      // To speak of the same side is not enough for `denied that S`: of the same things, or the next thing said.
      guard denial.isOfPart || denial.cleared != nil || shared > 0 || isNear else { continue }
      let score = points + shared + (isNear ? 1 : 0)
      guard score >= (denial.isOfPart ? 2 : 3) else { continue }
      if let known = best, (known.score, -known.distance) >= (score, -distance) { continue }
      best = (score, distance, other)
    }
    return best.map { ClaimID($0.claim) }
  }

  /// How many sentences back a denial answers.
  private static let farthestAnswer = 40
  private static let stating: Set<ClaimRecord.Stance> = [.asserts, .alleges, .confirms, .announces]

  /// 0 if the claim does not speak of the side, more if it tells what the side did.
  private func imputation(to side: Set<EntityID>, in claim: ClaimDraft, _ sides: SpeakerSides) -> Int {
    if let subject = syntax.subject(claim.head), let entity = sides.referents.entityAtHead[subject],
      sides.isOn(side, entity)
    {
      return 3
    }
    let isNamed = claim.tokens.contains { token in
      sides.referents.entityAtHead[token].map { sides.isOn(side, $0) } ?? false
    }
    return isNamed ? 2 : 0
  }

  private func contentWords(_ claim: ClaimDraft) -> Set<String> {
    Set(
      claim.tokens.filter {
        syntax.isPart($0, .noun, .verb) && syntax.lemmas[$0].count > 2
          && !["have", "say", "tell", "take", "make", "get"].contains(syntax.lemmas[$0])
      }.map { syntax.lemmas[$0] })
  }

  /// Whether what a speaker says counts as said by `other`: itself, or one who belongs to it.
  private func speaks(_ speaker: EntityID, for other: EntityID, _ referents: Referents) -> Bool {
    if speaker == other { return true }
    let name = referents.entities[other.index].name
    return relations.contains { relation in
      relation.from == speaker
        && ["PART_OF", "BASED_IN", "MEMBER_OF", "SPOKESPERSON_OF", "HEAD_OF"].contains(relation.type)
        && (relation.to == other || referents.entities[relation.to.index].name == name)
    }
  }

  /// `the claims made by the United States`, `Kyiv's accusation`.
  private func issuers(of noun: Int, _ resolver: SpeakerResolver) -> [EntityID] {
    for clause in syntax.children(noun, RelationSet.adnominalClauses) {
      if let agent = syntax.child(clause, .agent) ?? syntax.oblique(clause, "by"),
        let entity = resolver.actor(at: agent)
      {
        return [entity]
      }
    }
    return resolver.issuers(of: noun, cited: nil)
  }

  private func isWords(_ noun: Int) -> Bool {
    ["this", "that", "it", "these", "denial"].contains(syntax.lemmas[noun])
      || AttributionContext.documentNouns.contains(syntax.lemmas[noun])
      || ["accusation", "assertion", "charge", "suggestion", "denial", "version", "statement", "reports"].contains(
        syntax.lemmas[noun])
  }

  private func isRoot(_ draft: ClaimDraft) -> Bool { draft.record.relays == nil }

  /// A claim that puts the denier, or whom he clears, at an event which he denies to be theirs.
  private func rival(_ speaker: EntityID, before token: Int, _ search: Search) -> ClaimID? {
    let claims = search.claims
    let side = search.sides.side(of: speaker)
    var found: ClaimID?
    for event in events {
      let denied = event.roles.filter { role in
        role.isDenied
          && role.claims.contains { claims[$0.index].record.speaker == speaker && claims[$0.index].head >= 0 }
      }
      guard !denied.isEmpty else { continue }
      for role in event.roles
      where !role.isDenied && role.edge == .agent
        && (role.entity == speaker || denied.contains { $0.entity == role.entity })
      {
        for id in role.claims
        where !search.sides.isOn(side, claims[id.index].record.speaker) && claims[id.index].head < token
          && isRoot(claims[id.index])
        {
          found = max(found ?? id, id)
        }
      }
    }
    return found
  }

  private func latest(_ claims: [ClaimDraft], before token: Int, where holds: (ClaimDraft) -> Bool) -> ClaimID? {
    let candidates = claims.indices.filter { (claims[$0].tokens.last ?? Int.max) < token && holds(claims[$0]) }
    return candidates.max { (claims[$0].tokens.last ?? 0, $0) < (claims[$1].tokens.last ?? 0, $1) }.map { ClaimID($0) }
  }
}
