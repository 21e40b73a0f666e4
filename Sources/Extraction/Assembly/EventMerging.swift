import GraphCore

/// Which events of different reports are one happening.
///
/// Pairs that share enough are joined, the most alike first, as long as no member of the one contradicts a member of the
/// other. An event whose day is not known to both joins only if a single happening of the case fits; where several fit, or
/// where a little less is shared, the pair is offered for review.
struct EventMerging: Sendable {
  /// Members ascending, so that the first is of the earliest report. In the order of their first members.
  private(set) var clusters: [[EventPlace]] = []
  /// Pairs of clusters that may be one. Ascending.
  private(set) var doubtful: [Doubt] = []
  private var numbers: [EventPlace: Int] = [:]

  struct Doubt: Hashable, Comparable, Sendable {
    let first: Int
    let second: Int
    let why: String
    static func < (a: Self, b: Self) -> Bool { (a.first, a.second, a.why) < (b.first, b.second, b.why) }
  }

  func number(of event: EventPlace) -> Int? { numbers[event] }

  /// What two events must reach to be joined, and to be offered for review.
  static let enough = 4
  static let nearlyEnough = 3
  /// What two reports of one story lend to a pair of their events.
  static let bonusOfStory = 2
  /// Within a report the reading has had its say already.
  static let extraWithinReport = 3

  init(
    of events: [EventPlace], in reports: [AssembledReport], _ identities: Identities, _ kinship: Kinship,
    threads: Int = 1
  ) {
    let events = events.sorted()
    let traits = parallelMap(events.count, threads: threads) {
      EventTraits(of: events[$0], in: reports, identities, kinship)
    }
    let pairs = Self.pairs(of: traits, threads: threads)
    var joining = ClusterJoining(traits: traits)
    for pair in pairs where pair.likeness.isSameDay && pair.likeness.score >= Self.needed(pair, traits) {
      joining.join(pair.a, pair.b)
    }
    joining.joinWherePlain(pairs.filter { !$0.likeness.isSameDay && $0.likeness.score >= Self.needed($0, traits) })
    // What is said in passing finds its event among those of reports that tell the same story.
    let related = StoryLinks(of: reports, identities)
    joining.joinWherePlain(mainDeeds(of: related, traits, joining))
    let stories = joining.storyLinks()
    joining.joinWherePlain(
      pairs.filter { pair in
        stories.contains(ReportPair(traits[pair.a].place.report, traits[pair.b].place.report))
          && pair.likeness.score + Self.bonusOfStory >= Self.needed(pair, traits)
      })
    clusters = joining.clusters().map { $0.map { traits[$0].place } }
    for (number, cluster) in clusters.enumerated() { for member in cluster { numbers[member] = number } }
    doubtful = doubts(among: pairs, traits, joining.undecided)
  }

  /// Two reports that name the same out-of-the-way people, bodies and places tell one story; what each tells most of is its
  /// deed, and one, as long as nothing in the one contradicts the other.
  private func mainDeeds(of related: StoryLinks, _ traits: [EventTraits], _ joining: ClusterJoining) -> [Pair] {
    var weights: [Int: [Int: Int]] = [:]
    for (index, event) in traits.enumerated()
    where event.actuality == .happened && event.family == "ASSAULT" && !event.isLarge {
      weights[event.place.report, default: [:]][index] = event.weight
    }
    let mains = weights.compactMapValues { events in
      events.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }
    return related.pairs.compactMap { pair in
      guard let a = mains[pair.first], let b = mains[pair.second], let likeness = EventLikeness(traits[a], traits[b]),
        likeness.score >= 0
      else { return nil }
      return Pair(a: min(a, b), b: max(a, b), likeness: likeness)
    }
  }

  private func doubts(among pairs: [Pair], _ traits: [EventTraits], _ undecided: Set<[Int]>) -> [Doubt] {
    var found: [Int: [Int: Doubt]] = [:]
    for pair in pairs where traits[pair.a].place.report != traits[pair.b].place.report {
      guard pair.likeness.score >= Self.nearlyEnough || undecided.contains([pair.a, pair.b]),
        let a = numbers[traits[pair.a].place], let b = numbers[traits[pair.b].place], a != b
      else { continue }
      let doubt = Doubt(first: min(a, b), second: max(a, b), why: pair.likeness.reasons.joined(separator: ", "))
      if found[doubt.first]?[doubt.second] == nil { found[doubt.first, default: [:]][doubt.second] = doubt }
    }
    return found.values.flatMap { $0.values.sorted().prefix(Self.mostDoubts) }.sorted()
  }

  private static let mostDoubts = 3

  // MARK: Pairs worth looking at

  struct Pair {
    let a: Int
    let b: Int
    let likeness: EventLikeness
  }

  private static func needed(_ pair: Pair, _ traits: [EventTraits]) -> Int {
    guard pair.likeness.isAnchored else { return .max }
    return traits[pair.a].place.report == traits[pair.b].place.report ? enough + extraWithinReport : enough
  }

  /// Without contradiction and with something in common; the most alike first.
  private static func pairs(of traits: [EventTraits], threads: Int) -> [Pair] {
    var seen: Set<UInt64> = []
    var candidates: [UInt64] = []
    for block in blocks(of: traits) {
      for (position, one) in block.enumerated() {
        for other in block[(position + 1)...].prefix(neighbours) {
          let pair = UInt64(min(one, other)) << 32 | UInt64(max(one, other))
          if seen.insert(pair).inserted { candidates.append(pair) }
        }
      }
    }
    let pairs = candidates
    return parallelMap(pairs.count, threads: threads) { index -> Pair? in
      let (a, b) = (Int(pairs[index] >> 32), Int(pairs[index] & 0xFFFF_FFFF))
      guard let likeness = EventLikeness(traits[a], traits[b]), likeness.score >= enough - bonusOfStory else {
        return nil
      }
      return Pair(a: a, b: b, likeness: likeness)
    }
    .compactMap(\.self).sorted { ($1.likeness.score, $0.a, $0.b) < ($0.likeness.score, $1.a, $1.b) }
  }

  /// With how many of those behind it in a block an event is compared, so that a case of many reports stays linear.
  private static let neighbours = 16
  /// A word that more events share says nothing.
  private static let mostWithWord = 64

  /// Events that share a kind and a day, a place, a participant or a rare word; by time within each.
  private static func blocks(of traits: [EventTraits]) -> [[Int]] {
    var blocks: [String: [Int]] = [:]
    for (index, event) in traits.enumerated() {
      var keys = event.sites.flatMap { ["place \($0.name)"] + $0.containers.map { "place \($0)" } }
      keys += event.agents.union(event.targets).union(event.recipients).map { "actor \($0)" }
      keys += event.words.map { "word \($0)" }
      if let day = event.days?.lowerBound, event.isDayKnown { keys.append("day \(day)") }
      for key in Set(keys) { blocks["\(key) \(event.family)", default: []].append(index) }
    }
    let useful = blocks.filter { key, block in
      block.count > 1 && (block.count <= mostWithWord || !key.hasPrefix("word "))
    }
    let order = traits.map { $0.days?.lowerBound ?? $0.published ?? 0 }
    return useful.sorted { $0.key < $1.key }.map { $0.value.sorted { (order[$0], $0) < (order[$1], $1) } }
  }
}

/// Two reports, the earlier first.
struct ReportPair: Hashable {
  let first: Int
  let second: Int

  init(_ a: Int, _ b: Int) {
    first = min(a, b)
    second = max(a, b)
  }
}

/// Events fall into clusters, and no cluster comes to hold two that contradict each other.
private struct ClusterJoining {
  let traits: [EventTraits]
  private var members: [[Int]]
  private var cluster: [Int]
  /// Pairs that were left apart since others fitted as well, the smaller index first.
  private(set) var undecided: Set<[Int]> = []

  init(traits: [EventTraits]) {
    self.traits = traits
    members = traits.indices.map { [$0] }
    cluster = Array(traits.indices)
  }

  func clusters() -> [[Int]] {
    members.filter { !$0.isEmpty }.map { $0.sorted() }.sorted { ($0.first ?? 0) < ($1.first ?? 0) }
  }

  mutating func join(_ a: Int, _ b: Int) {
    let (into, from) = (min(cluster[a], cluster[b]), max(cluster[a], cluster[b]))
    guard into != from, !areContrary(members[into], members[from]) else { return }
    for member in members[from] { cluster[member] = into }
    members[into] += members[from]
    members[from] = []
  }

  /// Joins the events of these pairs where only one cluster of those before fits.
  mutating func joinWherePlain(_ pairs: [EventMerging.Pair]) {
    var fitting: [Int: Set<Int>] = [:]
    for pair in pairs {
      let (a, b) = (cluster[pair.a], cluster[pair.b])
      guard a != b, !areContrary(members[a], members[b]) else { continue }
      fitting[a, default: []].insert(b)
      fitting[b, default: []].insert(a)
    }
    let before = cluster
    for pair in pairs {
      let (a, b) = (before[pair.a], before[pair.b])
      guard a != b, let ofA = fitting[a], let ofB = fitting[b] else { continue }
      // What is vague must not have to choose: all that each of the two could join must go together.
      if areAllOne(ofA.union([a])), areAllOne(ofB.union([b])) {
        join(pair.a, pair.b)
      } else {
        undecided.insert([pair.a, pair.b])
      }
    }
  }

  private static let mostAlternatives = 24

  /// Reports that tell of one event both. Of a cluster of many reports each is linked with some: that is enough to find
  /// what belongs together, and stays linear.
  func storyLinks() -> Set<ReportPair> {
    var links: Set<ReportPair> = []
    for cluster in members where cluster.count > 1 {
      let reports = Set(cluster.map { traits[$0].place.report }).sorted()
      for (position, report) in reports.enumerated() {
        for other in reports[(position + 1)...].prefix(Self.mostAlternatives) {
          links.insert(ReportPair(report, other))
        }
      }
    }
    return links
  }

  private func areAllOne(_ clusters: Set<Int>) -> Bool {
    let sorted = clusters.sorted().prefix(Self.mostAlternatives)
    return sorted.indices.allSatisfy { i in
      sorted[(i + 1)...].allSatisfy { !areContrary(members[sorted[i]], members[$0]) }
    }
  }

  private func areContrary(_ a: [Int], _ b: [Int]) -> Bool {
    // A large cluster is judged by its first members: they are the earliest reports, and the cost stays bounded.
    a.prefix(8).contains { x in b.prefix(8).contains { traits[x].contradicts(traits[$0]) } }
  }
}
