/// What must be known of claims to weigh them: who made them, where, through whom. The same whether they stand in a graph
/// or are still being assembled, so that a stored count and one asked for later come from the same code.
package protocol ClaimNeighbourhood {
  associatedtype Node: Hashable & Comparable

  func speaker(of claim: Node) -> Node?
  func report(of claim: Node) -> Node?
  func stance(of claim: Node) -> Stance
  /// The claims that this one passes on.
  func relayed(by claim: Node) -> [Node]
  /// The claims that pass this one on.
  func relayers(of claim: Node) -> [Node]
  /// The claims that deny this one.
  func deniers(of claim: Node) -> [Node]
  func citations(of report: Node) -> [Node]
  func publisher(of report: Node) -> Node?
  func isNamed(_ actor: Node) -> Bool
}

/// How many independent origins stand behind something.
package struct OriginCount: Equatable, Sendable {
  package var count: Int
  /// Whether all of them are reports' own voices, so that nobody knows where they have it from.
  package var isLineageUnknown: Bool

  package init(count: Int, isLineageUnknown: Bool) {
    self.count = count
    self.isLineageUnknown = isLineageUnknown
  }
}

extension ClaimNeighbourhood {
  /// The claims that relay nothing, reached from `claims` over what they relay; a claim that relays nothing is its own
  /// root. Ascending, each once. A ring of relays, which only people can make, has no root.
  package func roots(of claims: [Node]) -> [Node] {
    closure(of: claims, over: relayed(by:)).filter { relayed(by: $0).isEmpty }.sorted()
  }

  /// Ascending, each once.
  package func speakers(of claims: [Node]) -> [Node] { Set(claims.compactMap(speaker(of:))).sorted() }

  /// How many independent roots assert what `claims` say. Roots that share their report, their speaker or a report that
  /// theirs cites for the same matter are one origin. `denials` are those of `claims` that say it is not so.
  ///
  /// A cited report counts for the matter if its publisher speaks in one of the chains that the claims belong to.
  ///
  /// Specialised here for layers: a call from another module would else go through the protocol at every step, and weighing
  /// the claims of a case took three times as long.
  @_specialize(where Self == LayerNeighbourhood)
  package func origins(of claims: [Node], denials: [Node] = []) -> OriginCount {
    let supporters = supporters(of: claims, denials: denials)
    guard !supporters.isEmpty else { return OriginCount(count: 0, isLineageUnknown: false) }
    let voices = voices(around: claims)
    var components = UnionFind()
    var slots: [Node: Int] = [:]
    func slot(_ node: Node) -> Int {
      if let known = slots[node] { return known }
      let new = components.add()
      slots[node] = new
      return new
    }
    var isLineageUnknown = true
    for root in supporters {
      let own = slot(root)
      guard let report = report(of: root) else {
        isLineageUnknown = false
        continue
      }
      components.join(own, slot(report))
      if let speaker = speaker(of: root) {
        components.join(own, slot(speaker))
        if speaker != publisher(of: report) { isLineageUnknown = false }
      }
      for cited in citations(of: report) {
        guard let publisher = publisher(of: cited), voices[report]?.contains(publisher) == true else { continue }
        components.join(own, slot(cited))
        isLineageUnknown = false
      }
    }
    let count = Set(supporters.map { components.root(of: slot($0)) }).count
    return OriginCount(count: count, isLineageUnknown: isLineageUnknown)
  }

  /// How `claims` stand to each other. Contested: some deny what others assert, or it rests on allegations alone, or it
  /// puts blame (`isBlame`) on the word of speakers without a name. What is done by saying it (`isUtterance`), an
  /// accusation, is no allegation: its words allege, that they were said is plain.
  @_specialize(where Self == LayerNeighbourhood)
  package func status(
    of claims: [Node], denials: [Node] = [], isBlame: Bool = false, isUtterance: Bool = false
  ) -> WorldStatus {
    guard !claims.isEmpty else { return .unattested }
    let supporters = supporters(of: claims, denials: denials)
    let chains = closure(of: claims, over: relayed(by:))
    let isOpposed = !denials.isEmpty || chains.contains { stance(of: $0).weight == .opposes }
    if supporters.isEmpty {
      if isOpposed { return .denied }
      return chains.contains { stance(of: $0) == .doubts } ? .contested : .unattested
    }
    let denied = closure(of: supporters, over: relayers(of:)).contains { claim in
      // Whoever takes back their own words revises them; that is no dispute.
      deniers(of: claim).contains { speaker(of: $0) != speaker(of: claim) }
    }
    if isOpposed || denied { return .contested }
    let isAllegedOnly = !isUtterance && supporters.allSatisfy { stance(of: $0) == .alleges }
    let isAnonymousBlame = isBlame && supporters.allSatisfy { speaker(of: $0).map { !isNamed($0) } ?? false }
    return isAllegedOnly || isAnonymousBlame ? .contested : .asserted
  }

  /// The roots of those of `claims` that are no denials, as far as the roots themselves support. A root that a denial
  /// leads to is none of them.
  private func supporters(of claims: [Node], denials: [Node]) -> [Node] {
    let against = Set(denials)
    let excluded = against.union(roots(of: denials))
    return roots(of: claims.filter { !against.contains($0) })
      .filter { !excluded.contains($0) && stance(of: $0).weight == .supports }
  }

  /// For each report, who speaks in the chains that `claims` belong to.
  private func voices(around claims: [Node]) -> [Node: Set<Node>] {
    let inner = closure(of: claims, over: relayed(by:))
    var voices: [Node: Set<Node>] = [:]
    for claim in closure(of: inner, over: relayers(of:)) {
      guard let report = report(of: claim), let speaker = speaker(of: claim) else { continue }
      voices[report, default: []].insert(speaker)
    }
    return voices
  }

  private func closure(of claims: [Node], over neighbours: (Node) -> [Node]) -> [Node] {
    var seen = Set(claims)
    var queue = Array(seen)
    while let claim = queue.popLast() {
      for next in neighbours(claim) where seen.insert(next).inserted { queue.append(next) }
    }
    return Array(seen)
  }
}

/// Which elements belong together.
package struct UnionFind: Sendable {
  private var parents: [Int] = []

  package init(count: Int = 0) { parents = Array(0..<count) }

  package mutating func add() -> Int {
    parents.append(parents.count)
    return parents.count - 1
  }

  /// The smallest element of the set that holds `element`.
  package mutating func root(of element: Int) -> Int {
    var element = element
    while parents[element] != element {
      parents[element] = parents[parents[element]]
      element = parents[element]
    }
    return element
  }

  package mutating func join(_ a: Int, _ b: Int) {
    let (a, b) = (root(of: a), root(of: b))
    parents[max(a, b)] = min(a, b)
  }
}
