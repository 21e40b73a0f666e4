import GraphCore
import QueryLanguage
import QueryPlanner

/// The nodes on the shortest walks between two nodes, by breadth-first searches from both that meet: each goes half the
/// way, which is far less than half of what lies around (Pohl 1971). The one with fewer nodes at its rim goes on.
struct MeetingSearch {
  let direction: EdgeDirection
  let types: [EdgeTypeID]?
  /// All node ids are below this.
  let capacity: Int
  /// The most edges of a walk; nil for any number.
  let longest: Int?
  /// The nodes an edge away from some, as often as edges lead to them.
  let expand: ([NodeID], EdgeDirection) throws(QueryError) -> [NodeID]
  /// To be told how many edges a walk has by now.
  let check: (Int) throws(QueryError) -> Void

  /// What one of the searches has come to.
  private struct Side {
    let direction: EdgeDirection
    /// By node, how many edges away it was found, and one more; 0 for not yet.
    let distances: ZeroedMemory<UInt32>
    var rim: [NodeID]
    var length = 0

    init(from node: NodeID, _ direction: EdgeDirection, _ capacity: Int) throws(QueryError) {
      self.direction = direction
      distances = try ZeroedMemory(capacity)
      distances[node] = 1
      rim = [node]
    }
  }

  /// The nodes that stand on a shortest walk, each at one distance from the start.
  ///
  /// Whoever walks along them asks of the end of each edge on the way: of a set that took a third of a search.
  struct Levels {
    /// Edges of each walk.
    let length: Int
    /// By node, its distance from the start, and one more; 0 for those on none.
    private let places: ZeroedMemory<UInt32>

    init(length: Int, _ capacity: Int) throws(QueryError) {
      self.length = length
      places = try ZeroedMemory(capacity)
    }

    func contains(_ node: NodeID, at distance: Int) -> Bool { Int(places[node]) == distance + 1 }

    /// False if it is there already.
    fileprivate func insert(_ node: NodeID, at distance: Int) -> Bool {
      guard places[node] == 0 else { return false }
      places[node] = UInt32(truncatingIfNeeded: distance + 1)
      return true
    }
  }

  /// nil if there is no walk. Start and end must differ.
  func levels(from start: NodeID, to end: NodeID) throws(QueryError) -> Levels? {
    var outward = try Side(from: start, direction, capacity)
    var inward = try Side(from: end, direction.reversed, capacity)
    while !outward.rim.isEmpty, !inward.rim.isEmpty, outward.length + inward.length < longest ?? .max {
      let isOutward = outward.rim.count <= inward.rim.count
      let met = isOutward ? try step(&outward, inward) : try step(&inward, outward)
      if !(isOutward ? outward.rim : inward.rim).isEmpty { try check(outward.length + inward.length) }
      guard met.isEmpty else {
        let (middle, length) = (outward.length, outward.length + inward.length)
        let levels = try Levels(length: length, capacity)
        for node in met { _ = levels.insert(node, at: middle) }
        try walkBack(from: met, in: outward) { levels.insert($0, at: $1) }
        try walkBack(from: met, in: inward) { levels.insert($0, at: length - $1) }
        return levels
      }
    }
    return nil
  }

  /// One edge further. Returns the nodes that the other search knows: both are then as far from each other as their
  /// lengths say, since no node was known to both before.
  private func step(_ side: inout Side, _ other: Side) throws(QueryError) -> [NodeID] {
    side.length += 1
    let mark = UInt32(truncatingIfNeeded: side.length + 1)
    var next: [NodeID] = []
    var met: [NodeID] = []
    for node in try expand(side.rim, side.direction) where side.distances[node] == 0 {
      side.distances[node] = mark
      next.append(node)
      if other.distances[node] != 0 { met.append(node) }
    }
    side.rim = next
    return met
  }

  /// From the nodes where the searches met back to where one of them began.
  ///
  /// - Parameter insert: is given the nodes at each distance from there, the farthest first; false if it has one already.
  private func walkBack(
    from met: [NodeID], in side: Side, _ insert: (NodeID, Int) -> Bool
  ) throws(QueryError) {
    var nodes = met
    for distance in (0..<side.length).reversed() {
      let mark = UInt32(truncatingIfNeeded: distance + 1)
      nodes = try expand(nodes, side.direction.reversed).filter { side.distances[$0] == mark && insert($0, distance) }
    }
  }
}
