/// Events that share a kind and a day, a place, a participant or a rare word: those that are compared with each other.
///
/// A block holds its events by time; an event is compared with some of those behind it in each of its blocks, so that a
/// case of many reports stays linear. All is in flat arrays: as a dictionary of lists the blocks took more memory than the
/// reports.
struct Blocks: Sendable {
  /// The blocks one behind the other, and for each place where its block ends.
  private var events: [Int32] = []
  private var ends: [Int32] = []
  /// The places at which an event stands: those of event e from `starts[e]` up to `starts[e + 1]`.
  private var places: [Int32]
  private var starts: [Int32]

  /// With how many of those behind it in a block an event is compared.
  private static let neighbours = 16
  /// A word that more events share says nothing.
  private static let mostWithWord = 64

  init(of traits: [EventTraits]) {
    let order = traits.map { $0.days?.lowerBound ?? $0.published ?? 0 }
    let ranks = Self.ranks(order)
    var entries = Self.entries(of: traits, ranks)
    entries.sort()
    let byRank = Self.inverse(ranks)
    var start = 0
    while start < entries.count {
      let key = entries[start].key
      var end = start
      let first = events.count
      while end < entries.count, entries[end].key == key {
        // What a key stands for may be in an event twice.
        if end == start || entries[end].rank != entries[end - 1].rank { events.append(byRank[Int(entries[end].rank)]) }
        end += 1
      }
      let count = events.count - first
      if count < 2 || count > Self.mostWithWord && BlockEntry.isWord(key) { events.removeLast(count) }
      ends += repeatElement(Int32(events.count), count: events.count - first)
      start = end
    }
    starts = [Int32](repeating: 0, count: traits.count + 1)
    for event in events { starts[Int(event) + 1] += 1 }
    for event in traits.indices { starts[event + 1] += starts[event] }
    var next = starts
    places = [Int32](repeating: 0, count: events.count)
    for (place, event) in events.enumerated() {
      places[Int(next[Int(event)])] = Int32(place)
      next[Int(event)] += 1
    }
  }

  /// Those that an event is compared with; some may come twice.
  func followers(of event: Int) -> [Int] {
    var followers: [Int] = []
    for place in places[Int(starts[event])..<Int(starts[event + 1])] {
      let first = Int(place) + 1
      for other in events[first..<max(first, min(Int(ends[Int(place)]), first + Self.neighbours))] {
        followers.append(Int(other))
      }
    }
    return followers
  }

  /// For each event how many stand before it by time, and of one time by number.
  private static func ranks(_ order: [Int64]) -> [Int32] {
    var ranks = [Int32](repeating: 0, count: order.count)
    for (rank, event) in order.indices.sorted(by: { (order[$0], $0) < (order[$1], $1) }).enumerated() {
      ranks[event] = Int32(rank)
    }
    return ranks
  }

  private static func inverse(_ ranks: [Int32]) -> [Int32] {
    var byRank = ranks
    for (event, rank) in ranks.enumerated() { byRank[Int(rank)] = Int32(event) }
    return byRank
  }

  private static func entries(of traits: [EventTraits], _ ranks: [Int32]) -> [BlockEntry] {
    var numbers: [String: Int] = [:]
    func number(of word: String) -> Int {
      if let number = numbers[word] { return number }
      numbers[word] = numbers.count
      return numbers.count - 1
    }
    var entries: [BlockEntry] = []
    for (index, event) in traits.enumerated() {
      let family = number(of: event.family)
      func add(_ kind: BlockEntry.Kind, _ number: Int) {
        entries.append(BlockEntry(kind, number, family: family, rank: ranks[index]))
      }
      for site in event.sites {
        add(.place, number(of: site.name))
        for container in site.containers { add(.place, number(of: container)) }
      }
      for actor in event.agents.union(event.targets).union(event.recipients) { add(.actor, actor) }
      for word in event.words { add(.word, number(of: word)) }
      if let day = event.days?.lowerBound, event.isDayKnown { add(.day, Int(day)) }
    }
    return entries
  }
}

/// That an event belongs to a block. Sorted, those of one block stand together, by time.
private struct BlockEntry: Comparable {
  enum Kind: UInt64 { case place, actor, word, day }

  /// Kind and number, then the family of the event.
  struct Key: Equatable {
    fileprivate let number: UInt64
    fileprivate let family: Int32
  }

  let key: Key
  let rank: Int32

  init(_ kind: Kind, _ number: Int, family: Int, rank: Int32) {
    key = Key(
      number: kind.rawValue << 48 | UInt64(bitPattern: Int64(number)) & 0xFFFF_FFFF_FFFF,
      family: Int32(clamping: family))
    self.rank = rank
  }

  static func isWord(_ key: Key) -> Bool { key.number >> 48 == Kind.word.rawValue }

  static func < (a: Self, b: Self) -> Bool {
    (a.key.number, a.key.family, a.rank) < (b.key.number, b.key.family, b.rank)
  }
}
