/// Compressed adjacency (CSR) of one edge type in one direction: for each node its neighbours, ascending, and the edges
/// that lead to them.
struct Adjacency: Sendable {
  /// One entry per node and one more: the neighbours of node `n` stand at `offsets[n] ..< offsets[n + 1]`.
  let offsets: [UInt32]
  let neighbours: [UInt32]
  let edges: [UInt32]

  /// Counting sort by node, then each node's slice by (neighbour, edge): O(nodes + edges log degree).
  init(nodeCapacity: Int, from starts: [UInt32], to ends: [UInt32], edges ids: [UInt32]) {
    var offsets = [UInt32](repeating: 0, count: nodeCapacity + 1)
    for start in starts { offsets[Int(start) + 1] += 1 }
    for node in 0..<nodeCapacity { offsets[node + 1] += offsets[node] }
    var next = offsets
    var order = [UInt32](repeating: 0, count: starts.count)
    for position in starts.indices {
      let slot = Int(next[Int(starts[position])])
      order[slot] = UInt32(position)
      next[Int(starts[position])] += 1
    }
    for node in 0..<nodeCapacity {
      let slice = Int(offsets[node])..<Int(offsets[node + 1])
      guard slice.count > 1 else { continue }
      order[slice].sort { (ends[Int($0)], ids[Int($0)]) < (ends[Int($1)], ids[Int($1)]) }
    }
    self.offsets = offsets
    neighbours = order.map { ends[Int($0)] }
    edges = order.map { ids[Int($0)] }
  }

  /// Positions in `neighbours` and `edges`.
  @inline(__always)
  func slots(of node: UInt32) -> Range<Int> {
    let node = Int(node)
    guard node + 1 < offsets.count else { return 0..<0 }
    return Int(offsets[node])..<Int(offsets[node + 1])
  }
}
