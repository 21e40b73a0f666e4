import GraphCore

/// How much speaks for two events being one, of which none contradicts the other.
struct EventLikeness: Sendable {
  /// Grows with each thing they share, falls with what does not fit.
  private(set) var score = 0
  /// Both known to the day, and the same day.
  private(set) var isSameDay = false
  /// Nil where they are not asked for, as nearly always.
  private var reasons: [String]?
  /// Whether they share something beside their kind, their agent and the days they were reported on: a state that
  /// attacks does so more than once.
  private(set) var isAnchored = false
  /// Whether their names share at least the words for their kind and for those who do such things: enough in one story, and
  /// nothing elsewhere.
  private(set) var isNamedAlike = false

  /// Nil if they contradict each other.
  init?(_ a: EventTraits, _ b: EventTraits) { self.init(a, b, reasons: nil) }

  /// What they share, in words; nothing if they contradict each other.
  static func reasons(_ a: EventTraits, _ b: EventTraits) -> [String] { Self(a, b, reasons: [])?.reasons ?? [] }

  private init?(_ a: EventTraits, _ b: EventTraits, reasons: [String]?) {
    guard !a.contradicts(b) else { return nil }
    self.reasons = reasons
    compareKind(a, b)
    compareTime(a, b)
    comparePlaces(a, b)
    compare(a.targets, b.targets, "target", areKin: !a.targetSides.isDisjoint(with: b.targetSides))
    compare(
      a.agents, b.agents, "agent", areKin: !a.agentSides.isDisjoint(with: b.agentSides),
      isAnchor: a.isUtterance && a.actuality == .happened)
    compare(a.recipients, b.recipients, "recipient", areKin: !a.recipientSides.isDisjoint(with: b.recipientSides))
    compareFigures(a, b)
  }

  private mutating func add(_ points: Int, _ reason: @autoclosure () -> String, isAnchor: Bool = true) {
    score += points
    reasons?.append(reason())
    if isAnchor { isAnchored = true }
  }

  private mutating func compareKind(_ a: EventTraits, _ b: EventTraits) {
    if let x = a.subtype, let y = b.subtype {
      if x == y { add(1, "same subtype", isAnchor: false) } else { score -= 1 }
    }
    if !a.lemmas.isDisjoint(with: b.lemmas) { add(1, "same word", isAnchor: false) }
    let shared = a.words.intersection(b.words).subtracting(a.lemmas).subtracting(b.lemmas)
    if !shared.isEmpty {
      isNamedAlike = true
      let isOfKind = shared.isSubset(of: a.kindWords.union(b.kindWords))
      add(min(2, shared.count), "names share words", isAnchor: !isOfKind)
    }
  }

  private mutating func compareTime(_ a: EventTraits, _ b: EventTraits) {
    if let x = a.days, let y = b.days {
      isSameDay = a.isDayKnown && b.isDayKnown
      if isSameDay { return add(3, "same day") }
      if min(x.count, y.count) <= 7, max(x.count, y.count) <= 31 { return add(1, "days that overlap") }
      return
    }
    if let x = a.published, let y = b.published, abs(x - y) <= 14 {
      add(1, "reported within two weeks", isAnchor: false)
    }
  }

  private mutating func comparePlaces(_ a: EventTraits, _ b: EventTraits) {
    switch a.nearness(to: b) {
    case .same: add(2, "same place")
    case .inside: add(1, "one place in the other")
    case .apart, .unknown, nil: break
    }
  }

  private mutating func compare(_ x: Set<Int>, _ y: Set<Int>, _ role: String, areKin: Bool, isAnchor: Bool = true) {
    if !x.isDisjoint(with: y) {
      add(2, "same \(role)", isAnchor: isAnchor)
    } else if areKin {
      add(1, "\(role)s of one side", isAnchor: isAnchor)
    }
  }

  private mutating func compareFigures(_ a: EventTraits, _ b: EventTraits) {
    for (attribute, ours) in a.figures.sorted(by: { $0.key < $1.key }) {
      guard let theirs = b.figures[attribute] else { continue }
      if ours.contains(where: { x in theirs.contains { x.value == $0.value && x.value >= 2 } }) {
        add(2, "same figure of \(attribute)")
      }
    }
  }
}

extension EventTraits {
  /// Whether something is told of one that cannot be if the other is the same event.
  func contradicts(_ other: EventTraits) -> Bool {
    if family != other.family { return true }
    if let x = days, let y = other.days, !x.overlaps(y) { return true }
    if isForeseen && other.actuality == .happened || other.isForeseen && actuality == .happened { return true }
    return nearness(to: other) == .apart || hasOtherParticipants(than: other) || hasOtherCount(than: other)
  }

  private var isForeseen: Bool { actuality == .planned || actuality == .possible }

  /// Of an assault different sides name different agents, and one report tells of other victims than the next.
  private func hasOtherParticipants(than other: EventTraits) -> Bool {
    func areOther(_ x: Set<Int>, _ y: Set<Int>, _ sidesOfX: Set<Int>, _ sidesOfY: Set<Int>) -> Bool {
      guard !x.isEmpty, !y.isEmpty, x.isDisjoint(with: y), sidesOfX.isDisjoint(with: sidesOfY) else { return false }
      // Of those without a name nobody knows who they are, unless their description tells the side.
      return !sidesOfX.isEmpty && !sidesOfY.isEmpty || !x.isSubset(of: unnamed) && !y.isSubset(of: other.unnamed)
    }
    return family != "ASSAULT" && areOther(targets, other.targets, targetSides, other.targetSides)
      || areOther(recipients, other.recipients, recipientSides, other.recipientSides)
      || isKnownByAgent && areOther(agents, other.agents, agentSides, other.agentSides)
      || isUtterance && hasOtherVoice(than: other)
  }

  /// Of what is done by saying it, a state's word and that of people without name or side are two.
  private func hasOtherVoice(than other: EventTraits) -> Bool {
    guard !agents.isEmpty, !other.agents.isEmpty, agents.isDisjoint(with: other.agents),
      agentSides.isDisjoint(with: other.agentSides)
    else { return false }
    return agents.isSubset(of: unnamed) != other.agents.isSubset(of: other.unnamed)
  }

  /// Tolls grow with the reports; who was arrested is counted once.
  private func hasOtherCount(than other: EventTraits) -> Bool {
    guard let x = figures["arrested"], let y = other.figures["arrested"] else { return false }
    let isExact = x.allSatisfy { $0.bound == .exact } && y.allSatisfy { $0.bound == .exact }
    return isExact && Set(x.map(\.value)).isDisjoint(with: y.map(\.value))
  }

  enum Nearness: Int, Comparable {
    case apart, unknown, inside, same
    static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
  }

  /// Of the two places that are nearest to each other; nil if one has none.
  func nearness(to other: EventTraits) -> Nearness? {
    var best: Nearness?
    for x in sites { for y in other.sites { best = max(best ?? .apart, x.nearness(to: y)) } }
    return best
  }
}

extension EventTraits.Site {
  fileprivate func nearness(to other: Self) -> EventTraits.Nearness {
    if number == other.number || name == other.name { return .same }
    if containers.contains(other.name) || other.containers.contains(name) { return .inside }
    if kind == other.kind, kind == "city" || kind == "country" { return .apart }
    if kind == "country", !other.containers.isEmpty { return .apart }
    if other.kind == "country", !containers.isEmpty { return .apart }
    let lieApart = !containers.isEmpty && !other.containers.isEmpty && containers.isDisjoint(with: other.containers)
    return lieApart ? .apart : .unknown
  }
}
