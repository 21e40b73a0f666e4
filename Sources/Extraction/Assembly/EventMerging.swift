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
    of events: [EventPlace], in reports: AssembledReports, _ identities: Identities, _ kinship: Kinship,
    threads: Int = 1
  ) {
    let events = events.sorted()
    let traits = parallelMap(events.count, threads: threads) {
      EventTraits(of: events[$0], in: reports, identities, kinship)
    }
    let pairs = Self.pairs(of: traits, threads: threads)
    var joining = ClusterJoining(traits: traits)
    let related = concurrently(threads: threads) {
      for pair in pairs where pair.isSameDay && pair.score >= Self.needed(pair, traits) {
        joining.join(pair.a, pair.b)
      }
      joining.joinWherePlain(pairs.filter { !$0.isSameDay && $0.score >= Self.needed($0, traits) })
    } with: {
      StoryLinks(of: reports, identities)
    }
    // What is said in passing finds its event among those of reports that tell the same story.
    joining.joinWherePlain(mainDeeds(of: related, traits, joining))
    let stories = joining.storyLinks()
    joining.joinWherePlain(
      pairs.filter { pair in
        stories.contains(ReportPair(traits[pair.a].place.report, traits[pair.b].place.report))
          && pair.score + Self.bonusOfStory
            >= (Self.isTakenUp(traits[pair.a], traits[pair.b]) ? Self.enough : Self.needed(pair, traits, inStory: true))
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
    where event.actuality == .happened && event.isMainDeed {
      weights[event.place.report, default: [:]][index] = event.weight
    }
    let mains = weights.compactMapValues { events in
      events.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }
    return related.pairs.compactMap { pair in
      guard let a = mains[pair.first], let b = mains[pair.second], let likeness = EventLikeness(traits[a], traits[b]),
        likeness.score >= 0
      else { return nil }
      return Pair(a: a, b: b, likeness: likeness)
    }
  }

  private func doubts(among pairs: [Pair], _ traits: [EventTraits], _ undecided: Set<[Int]>) -> [Doubt] {
    var found: [Int: [Int: Doubt]] = [:]
    for pair in pairs where traits[pair.a].place.report != traits[pair.b].place.report {
      guard pair.score >= Self.nearlyEnough || undecided.contains([pair.a, pair.b]),
        let a = numbers[traits[pair.a].place], let b = numbers[traits[pair.b].place], a != b,
        found[min(a, b)]?[max(a, b)] == nil
      else { continue }
      let why = EventLikeness.reasons(traits[pair.a], traits[pair.b]).joined(separator: ", ")
      let doubt = Doubt(first: min(a, b), second: max(a, b), why: why)
      found[doubt.first, default: [:]][doubt.second] = doubt
    }
    return found.values.flatMap { $0.values.sorted().prefix(Self.mostDoubts) }.sorted()
  }

  private static let mostDoubts = 3

  // MARK: Pairs worth looking at

  /// Two events that have something in common, by their places among the traits, the smaller first. There are many.
  struct Pair {
    private let first: Int32
    private let second: Int32
    private let points: Int16
    let isSameDay: Bool
    let isAnchored: Bool
    let isNamedAlike: Bool
    var a: Int { Int(first) }
    var b: Int { Int(second) }
    var score: Int { Int(points) }

    init(a: Int, b: Int, likeness: EventLikeness) {
      first = Int32(clamping: min(a, b))
      second = Int32(clamping: max(a, b))
      points = Int16(clamping: likeness.score)
      isSameDay = likeness.isSameDay
      isAnchored = likeness.isAnchored
      isNamedAlike = likeness.isNamedAlike
    }
  }

  private static func needed(_ pair: Pair, _ traits: [EventTraits], inStory: Bool = false) -> Int {
    guard pair.isAnchored || inStory && pair.isNamedAlike else { return .max }
    return traits[pair.a].place.report == traits[pair.b].place.report ? enough + extraWithinReport : enough
  }

  /// `the closure`, with nothing said of it: what another report of the story tells of one kind, for what it is. Of
  /// attacks a story has the one that was and those that were feared.
  private static func isTakenUp(_ a: EventTraits, _ b: EventTraits) -> Bool {
    guard a.place.report != b.place.report, a.subtype != nil, a.subtype == b.subtype, a.isBare || b.isBare else {
      return false
    }
    return a.family != "ASSAULT" || a.actuality == .happened && b.actuality == .happened
  }

  /// Without contradiction and with something in common; the most alike first.
  private static func pairs(of traits: [EventTraits], threads: Int) -> [Pair] {
    let blocks = Blocks(of: traits)
    // In all blocks events stand in one order, so that all that makes a pair of two is found at the first of them.
    @Sendable func alike(_ one: Int) -> [Pair] {
      Set(blocks.followers(of: one)).compactMap { other in
        let (a, b) = (min(one, other), max(one, other))
        guard let likeness = EventLikeness(traits[a], traits[b]), likeness.score >= enough - bonusOfStory else {
          return nil
        }
        return Pair(a: a, b: b, likeness: likeness)
      }
    }
    // There are millions: they come into one list, which is sorted where it stands.
    var pairs: [Pair] = []
    forEachInOrder(traits.count, threads: threads, alike) { pairs += $0 }
    pairs.sort { ($1.score, $0.a, $0.b) < ($0.score, $1.a, $1.b) }
    return pairs
  }
}

/// Two reports, the earlier first. A large case has millions of pairs that share something.
struct ReportPair: Hashable {
  private let earlier, later: UInt32
  var first: Int { Int(earlier) }
  var second: Int { Int(later) }

  init(_ a: Int, _ b: Int) {
    earlier = UInt32(clamping: min(a, b))
    later = UInt32(clamping: max(a, b))
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
