import TextAnalysis

/// What denied claims are looked for among, in order and by sentence: a report may hold thousands of claims and of denials,
/// and no denial looks at all claims.
struct DenialSearch {
  let sides: SpeakerSides
  let resolver: SpeakerResolver
  /// By claim: those that hand it on.
  private let relaying: [Int: [Int]]
  /// By who belongs to another: the others.
  private let wholes: [EntityID: [EntityID]]
  private let bySentence: ClaimsBySentence
  /// Claims by their last token, ascending; of those with the same one, by position.
  private let byEnd: [Int]
  /// One entry per place in `byEnd`: the last sentence of the claims up to there.
  private let lastSentences: [Int]
  /// By who denies a part in them: the events.
  private let deniedEvents: [EntityID: [EventRecord]]
  private var rivals: [EntityID: Rivals] = [:]

  /// - Parameter claims: their speakers, tokens and relays do not change while this is used.
  init(
    _ claims: [ClaimDraft], syntax: Syntax, events: [EventRecord], relations: [RelationDraft], sides: SpeakerSides
  ) {
    self.sides = sides
    resolver = SpeakerResolver(
      syntax: syntax, quotations: Quotations(syntax.document), referents: sides.referents)
    wholes = Dictionary(
      grouping: relations.filter { Self.speaking.contains($0.type) }, by: \.from
    ).mapValues { $0.map(\.to) }
    relaying = Dictionary(
      grouping: claims.indices.filter { claims[$0].record.relays != nil }, by: { claims[$0].record.relays?.index ?? 0 })
    bySentence = ClaimsBySentence(claims)
    byEnd = claims.indices.filter { !claims[$0].tokens.isEmpty }
      .sorted { (claims[$0].tokens.last ?? 0, $0) < (claims[$1].tokens.last ?? 0, $1) }
    var last = 0
    lastSentences = byEnd.map { index in
      last = max(last, claims[index].record.sentence)
      return last
    }
    var denied: [EntityID: [EventRecord]] = [:]
    for event in events {
      var deniers: Set<EntityID> = []
      for role in event.roles where role.isDenied {
        for id in role.claims where claims[id.index].head >= 0 { deniers.insert(claims[id.index].record.speaker) }
      }
      for denier in deniers { denied[denier, default: []].append(event) }
    }
    deniedEvents = denied
  }

  private static let speaking: Set = ["PART_OF", "BASED_IN", "MEMBER_OF", "SPOKESPERSON_OF", "HEAD_OF"]

  /// Whether what a speaker says counts as said by `other`: itself, or one who belongs to it.
  func speaks(_ speaker: EntityID, for other: EntityID) -> Bool {
    if speaker == other { return true }
    let entities = sides.referents.entities
    return (wholes[speaker] ?? []).contains { $0 == other || entities[$0.index].name == entities[other.index].name }
  }

  /// Whether one of a side is who tells that it was said.
  func isTold(_ claim: Int, by side: Set<EntityID>, _ claims: [ClaimDraft]) -> Bool {
    (relaying[claim] ?? []).contains { sides.isOn(side, claims[$0].record.speaker) }
  }

  /// The claims of some sentences that relay nothing.
  func roots(in sentences: ClosedRange<Int>) -> [Int] { bySentence.roots(in: sentences) }

  /// The claim that ends last in front of a token, among those of a sentence and all behind it.
  func latest(
    _ claims: [ClaimDraft], before token: Int, from sentence: Int, where holds: (ClaimDraft) -> Bool
  ) -> ClaimID? {
    var low = 0
    var high = byEnd.count
    while low < high {
      let middle = (low + high) / 2
      if (claims[byEnd[middle]].tokens.last ?? 0) < token { low = middle + 1 } else { high = middle }
    }
    for place in (0..<low).reversed() {
      if lastSentences[place] < sentence { return nil }
      if holds(claims[byEnd[place]]) { return ClaimID(byEnd[place]) }
    }
    return nil
  }

  /// A claim that puts the denier, or whom he clears, at an event which he denies to be theirs: of those in front of a token
  /// the last.
  mutating func rival(of speaker: EntityID, before token: Int, _ claims: [ClaimDraft]) -> ClaimID? {
    if let known = rivals[speaker] { return known.last(before: token) }
    let found = Rivals(imputing(to: speaker, claims).map { ($0, claims[$0.index].head) })
    rivals[speaker] = found
    return found.last(before: token)
  }

  private func imputing(to speaker: EntityID, _ claims: [ClaimDraft]) -> [ClaimID] {
    let side = sides.side(of: speaker)
    return (deniedEvents[speaker] ?? []).flatMap { event in
      var cleared: Set<EntityID> = [speaker]
      for role in event.roles where role.isDenied {
        let isOwn = role.claims.contains { claims[$0.index].record.speaker == speaker && claims[$0.index].head >= 0 }
        if isOwn { cleared.insert(role.entity) }
      }
      return event.roles.filter { !$0.isDenied && $0.edge == .agent && cleared.contains($0.entity) }.flatMap(\.claims)
        .filter { claims[$0.index].record.relays == nil && !sides.isOn(side, claims[$0.index].record.speaker) }
    }
  }

  /// Claims by their heads.
  private struct Rivals {
    private var heads: [Int] = []
    /// One entry per head: the last claim up to there.
    private var last: [ClaimID] = []

    init(_ claims: [(id: ClaimID, head: Int)]) {
      for claim in claims.sorted(by: { ($0.head, $0.id) < ($1.head, $1.id) }) {
        heads.append(claim.head)
        last.append(max(last.last ?? claim.id, claim.id))
      }
    }

    func last(before token: Int) -> ClaimID? {
      var low = 0
      var high = heads.count
      while low < high {
        let middle = (low + high) / 2
        if heads[middle] < token { low = middle + 1 } else { high = middle }
      }
      return low > 0 ? last[low - 1] : nil
    }
  }
}
