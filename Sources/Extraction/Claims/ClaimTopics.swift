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
    var cast: [ClaimID: [EntityID]] = [:]
    for (index, event) in events.enumerated() {
      for role in event.roles {
        for id in role.claims {
          imputed[id, default: []].append(EventID(index))
          cast[id, default: []].append(role.entity)
        }
      }
      for figure in event.figures { imputed[figure.claim, default: []].append(EventID(index)) }
    }
    let standing = standing(in: claims, events, referents)
    let order = claims.indices.sorted { (claims[$0].tokens.first ?? 0, $0) < (claims[$1].tokens.first ?? 0, $1) }
    let main = mainEvent(events)
    var lastEvents: [EventID] = []
    for index in order {
      var targets = claims[index].tokens.compactMap { eventsAtToken[$0] }
      if let attribution = claims[index].attribution, let own = eventsAtToken[attributions[attribution].cueHead] {
        targets.append(own)
      }
      targets += imputed[ClaimID(index)] ?? []
      // `X confirmed Y's account` speaks of what Y does.
      for seconded in claims[index].record.agrees {
        targets += claims[seconded.index].record.about.compactMap {
          if case .event(let event) = $0 { event } else { nil }
        }
      }
      let own = targets.uniqued()
      var about = own.map { ClaimRecord.Target.event($0) }
      let actors =
        arguments(claims[index], referents).filter { standing.contains($0) } + (cast[ClaimID(index)] ?? [])
      about += actors.map { .entity($0) }
      about += ([claims[index].record.denies].compactMap { $0 } + claims[index].record.agrees).map { .claim($0) }
      // A clause that names no event speaks of the one at hand or of what the whole report is about.
      if own.isEmpty { about += (lastEvents + [main].compactMap { $0 }).map { .event($0) } }
      claims[index].record.about = about.uniqued()
      if !own.isEmpty { lastEvents = Array(own.prefix(2)) }
    }
  }

  /// Who is somebody in this report: those with a name, and of the others those that speak, take part in something or
  /// belong to somebody. `The attackers numbered about 20` speaks of the attack.
  private func standing(in claims: [ClaimDraft], _ events: [EventRecord], _ referents: Referents) -> Set<EntityID> {
    var standing = Set(referents.entities.indices.filter { referents.entities[$0].isNamed }.map { EntityID($0) })
    standing.formUnion(claims.map(\.record.speaker))
    for event in events { standing.formUnion(event.roles.map(\.entity)) }
    for relation in referents.relations { standing.formUnion([relation.from, relation.to]) }
    return standing
  }

  /// The actors and places that the clause's predicate takes as subject, object or phrase.
  private func arguments(_ claim: ClaimDraft, _ referents: Referents) -> [EntityID] {
    let isInside = Set(claim.tokens)
    let wanted: RelationSet = [RelationSet.subjects, RelationSet.obliques, RelationSet(.object, .indirectObject)]
    var nouns = [claim.head] + syntax.children(claim.head, wanted)
    if let subject = syntax.subject(claim.head) { nouns.append(subject) }
    nouns += nouns.flatMap { syntax.children($0, RelationSet(.conjunct, .possessive, .nominalModifier)) }
    // What a pronoun stands for is known for a role, where it counts, and too doubtful for a topic.
    let named = nouns.filter { isInside.contains($0) && !syntax.isPart($0, .pronoun) }
    return named.compactMap { referents.entityAtHead[$0] }.uniqued()
  }

  /// The deed or disaster told of most, the first of several; without one, the event told of most. What the report opens
  /// with counts for more than what it mentions.
  private func mainEvent(_ events: [EventRecord]) -> EventID? {
    let lead = syntax.document.sentences.firstIndex { $0.part == .body }
    func weight(_ event: EventRecord) -> Int {
      let isLarge = ["war", "conflict", "offensive", "operation"].contains(event.subtype ?? "")
      let isGrave = (event.type == "ASSAULT" || !event.figures.isEmpty) && event.actuality == .happened && !isLarge
      let opens = event.triggers.contains { $0.sentence == lead }
      return event.triggers.count + event.figures.count + min(2, event.roles.count) + (isGrave ? 3 : 0)
        + (opens ? 3 : 0)
    }
    return events.indices.max { (weight(events[$0]), $1) < (weight(events[$1]), $0) }.map { EventID($0) }
  }
}
