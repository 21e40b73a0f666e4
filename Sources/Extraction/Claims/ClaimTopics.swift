import TextAnalysis

/// Says of each claim what it is about: events, then the actors and places of its main clause, claims and reports.
struct ClaimTopics {
  let syntax: Syntax
  let attributions: [Attribution]
  let mentions: [EventMention]
  let eventOfMention: [EventID?]

  func fill(_ claims: inout [ClaimDraft], referents: Referents, events: [EventRecord]) {
    var eventsAtToken: [Int: EventID] = [:]
    for (index, mention) in mentions.enumerated() { eventsAtToken[mention.token] = eventOfMention[index] }
    var imputed: [ClaimID: [EventID]] = [:]
    for (index, event) in events.enumerated() {
      for role in event.roles { for id in role.claims { imputed[id, default: []].append(EventID(index)) } }
      for figure in event.figures { imputed[figure.claim, default: []].append(EventID(index)) }
    }
    let order = claims.indices.sorted { (claims[$0].tokens.first ?? 0, $0) < (claims[$1].tokens.first ?? 0, $1) }
    var lastEvents: [EventID] = []
    for index in order {
      var targets = claims[index].tokens.compactMap { eventsAtToken[$0] }
      if let attribution = claims[index].attribution, let own = eventsAtToken[attributions[attribution].cueHead] {
        targets.append(own)
      }
      targets += imputed[ClaimID(index)] ?? []
      let own = targets.uniqued()
      var about = own.map { ClaimRecord.Target.event($0) }
      about += arguments(claims[index], referents).map { .entity($0) }
      if let denied = claims[index].record.denies { about.append(.claim(denied)) }
      if own.isEmpty, refersBack(claims[index]) { about += lastEvents.map { .event($0) } }
      claims[index].record.about = about.uniqued()
      if !own.isEmpty { lastEvents = Array(own.prefix(2)) }
    }
  }

  /// The actors and places that the clause's predicate takes as subject, object or phrase.
  private func arguments(_ claim: ClaimDraft, _ referents: Referents) -> [EntityID] {
    let isInside = Set(claim.tokens)
    let wanted: RelationSet = [RelationSet.subjects, RelationSet.obliques, RelationSet(.object, .indirectObject)]
    var nouns = [claim.head] + syntax.children(claim.head, wanted)
    if let subject = syntax.subject(claim.head) { nouns.append(subject) }
    nouns += nouns.flatMap { syntax.children($0, RelationSet(.conjunct, .possessive, .nominalModifier)) }
    return nouns.filter { isInside.contains($0) }.compactMap { referents.entityAtHead[$0] }.uniqued()
  }

  /// Claims that name no event of their own speak of the one at hand.
  private func refersBack(_ claim: ClaimDraft) -> Bool { true }
}
