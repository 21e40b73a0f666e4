import TextAnalysis

/// Finds, for each denial, the claim of the same report that it denies, where the text itself says so.
struct DenialLinker {
  let syntax: Syntax
  let attributions: [Attribution]
  let events: [EventRecord]
  let relations: [RelationDraft]

  func link(_ claims: inout [ClaimDraft], referents: Referents, claimsOf: [[ClaimID]]) {
    for (index, attribution) in attributions.enumerated() where attribution.stance == .denies {
      for id in claimsOf[index] {
        let speaker = claims[id.index].record.speaker
        let target = denied(attribution, speaker, before: attribution.cue.lowerBound, claims, referents)
        guard let target, target != id else { continue }
        claims[id.index].record.denies = target
      }
    }
  }

  private func denied(
    _ attribution: Attribution, _ speaker: EntityID, before token: Int, _ claims: [ClaimDraft], _ referents: Referents
  ) -> ClaimID? {
    if let noun = attribution.denied, isWords(noun) {
      let resolver = SpeakerResolver(syntax: syntax, quotations: Quotations(syntax.document), referents: referents)
      let issuers = issuers(of: noun, resolver)
      return latest(claims, before: token) { draft in
        draft.record.speaker != speaker && draft.record.stance != .declinesToComment
          && (issuers.isEmpty
            ? isRoot(draft) : issuers.contains { speaks(draft.record.speaker, for: $0, referents) })
          && (!issuers.isEmpty || syntax.sentenceOfToken[token] - draft.record.sentence <= 3)
      }
    }
    return rival(speaker, before: token, claims)
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

  /// A claim that puts the denier at an event which is denied to be his.
  private func rival(_ speaker: EntityID, before token: Int, _ claims: [ClaimDraft]) -> ClaimID? {
    var found: ClaimID?
    for event in events {
      let isDenied = event.roles.contains { role in
        role.isDenied
          && role.claims.contains { claims[$0.index].record.speaker == speaker && claims[$0.index].head >= 0 }
      }
      guard isDenied else { continue }
      for role in event.roles where !role.isDenied && role.edge == .agent {
        for id in role.claims
        where claims[id.index].record.speaker != speaker && claims[id.index].head < token && isRoot(claims[id.index]) {
          if role.entity == speaker || event.roles.contains(where: { $0.isDenied && $0.entity == role.entity }) {
            found = max(found ?? id, id)
          }
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
