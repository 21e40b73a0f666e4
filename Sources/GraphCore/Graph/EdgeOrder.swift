/// What the directions of the edges of one type have in common.
enum EdgeOrder: Sendable {
  /// Each leads to a node with a greater id.
  case ascending
  /// Each leads to a node with a lesser id.
  case descending
  /// No way along them is a circle.
  case acyclic
  case none

  /// O(edges), or O(nodes + edges) if ids do not tell.
  init(_ adjacencies: BaseGraph.Adjacencies) {
    let sources = adjacencies.sources
    let targets = adjacencies.outgoing.neighbours
    if sources.indices.allSatisfy({ sources[$0] < targets[$0] }) {
      self = .ascending
    } else if sources.indices.allSatisfy({ sources[$0] > targets[$0] }) {
      self = .descending
    } else {
      self = Self.isAcyclic(adjacencies) ? .acyclic : .none
    }
  }

  /// Takes away nodes that nothing leads to any more until none is left, or a circle (Kahn 1962).
  private static func isAcyclic(_ adjacencies: BaseGraph.Adjacencies) -> Bool {
    let outgoing = adjacencies.outgoing
    guard let last = outgoing.neighbours.max() else { return true }
    var open = [UInt32](repeating: 0, count: Int(max(last, adjacencies.sources.last ?? 0)) + 1)
    for target in outgoing.neighbours { open[Int(target)] += 1 }
    var free = (0..<UInt32(open.count)).filter { open[Int($0)] == 0 }
    var passed = 0
    while let node = free.popLast() {
      for slot in outgoing.slots(of: node) {
        passed += 1
        let target = outgoing.neighbours[slot]
        open[Int(target)] -= 1
        if open[Int(target)] == 0 { free.append(target) }
      }
    }
    return passed == outgoing.neighbours.count
  }
}
