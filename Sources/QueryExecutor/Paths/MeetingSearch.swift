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

  /// The nodes of shortest walks by their distance from the start; empty if there is no walk. Start and end must differ.
  func levels(from start: NodeID, to end: NodeID) throws(QueryError) -> [Set<NodeID>] {
    var outward = try Side(from: start, direction, capacity)
    var inward = try Side(from: end, direction.reversed, capacity)
    while !outward.rim.isEmpty, !inward.rim.isEmpty, outward.length + inward.length < longest ?? .max {
      let isOutward = outward.rim.count <= inward.rim.count
      let met = isOutward ? try step(&outward, inward) : try step(&inward, outward)
      if !(isOutward ? outward.rim : inward.rim).isEmpty { try check(outward.length + inward.length) }
      guard met.isEmpty else {
        let before = try levels(from: met, in: outward)
        let behind = try levels(from: met, in: inward)
        return before.reversed() + [Set(met)] + behind
      }
    }
    return []
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

  /// From the nodes where the searches met back to where one of them began: the nodes at each distance, the farthest first.
  private func levels(from met: [NodeID], in side: Side) throws(QueryError) -> [Set<NodeID>] {
    var levels: [Set<NodeID>] = []
    var nodes = met
    for distance in (0..<side.length).reversed() {
      let mark = UInt32(truncatingIfNeeded: distance + 1)
      let level = Set(try expand(nodes, side.direction.reversed).lazy.filter { side.distances[$0] == mark })
      levels.append(level)
      nodes = Array(level)
    }
    return levels
  }
}
