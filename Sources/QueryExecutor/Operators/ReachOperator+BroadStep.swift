import GraphCore
import QueryLanguage

/// A step of the search of a single group that comes to a good part of the graph: each edge marks its end, seen or not, and
/// the marks are then read off in the order of the nodes. No branch is foretold wrongly, and half of them were: a count of
/// what 250,000 edges lead to takes 2.0 ms and not 3.3. Threads mark each for itself.
extension ReachOperator {
  private static let fewestEdges = 4_096
  /// Under so many nodes for each edge it costs less to mark than to look.
  private static let mostNodesPerEdge = 16
  /// Above, two threads gain more than it costs to start one.
  private static let fewestEdgesOfThreads = 1 << 17
  private static let nodesPerTask = 1_024

  /// The nodes a step further, ascending; nil where edges are too few for it. Decided by the graph alone, so that no order
  /// depends on how many threads there are.
  func broadStep(
    from frontier: [NodeID], _ sides: [AdjacencySide], seen: ZeroedMemory<UInt8>
  ) throws(QueryError) -> [NodeID]? {
    guard frontier.count >= UInt64.bitWidth else { return nil }
    let edges = AdjacencyPointers.with(sides) { sides in
      sides.reduce(0) { edges, side in frontier.reduce(edges) { $0 + side.slots(of: $1.rawValue).count } }
    }
    let capacity = context.graph.nodeCapacity
    guard edges >= max(Self.fewestEdges, capacity / Self.mostNodesPerEdge) else { return nil }
    let tasks = stride(from: 0, to: frontier.count, by: Self.nodesPerTask).map {
      $0..<min($0 + Self.nodesPerTask, frontier.count)
    }
    let isShared = edges >= Self.fewestEdgesOfThreads && context.transaction == nil && context.profiler == nil
    let threads = isShared ? min(context.limits.threads, tasks.count) : 1
    while marks.count < threads { marks.append(try ZeroedMemory(capacity)) }
    // Its limits are counted by atomics.
    nonisolated(unsafe) let context = context
    _ = try shareOut(tasks.count, among: Array(marks.prefix(threads))) { (marks, number) throws(QueryError) in
      let passed = AdjacencyPointers.with(sides) { Self.mark($0, from: frontier[tasks[number]], in: marks.elements) }
      try context.check(rows: passed / Self.edgesPerRow + 1)
    }
    return Self.take(marks.prefix(threads).map(\.elements), notIn: seen.elements)
  }

  private static func mark(
    _ sides: [AdjacencyPointers], from nodes: ArraySlice<NodeID>, in marks: UnsafeMutableBufferPointer<UInt8>
  ) -> Int {
    // Marks have no order: nothing is looked up for each node that all have in common.
    nodes.withUnsafeBufferPointer { nodes in
      var passed = 0
      for side in sides {
        for node in nodes {
          let slots = side.slots(of: node.rawValue)
          passed += slots.count
          for slot in slots { marks[Int(side.neighbours[slot])] = 1 }
        }
      }
      return passed
    }
  }

  /// The marked nodes that were not seen, which now are; the marks are wiped off. Eight nodes are looked at at once.
  private static func take(
    _ marks: [UnsafeMutableBufferPointer<UInt8>], notIn seen: UnsafeMutableBufferPointer<UInt8>
  ) -> [NodeID] {
    let width = MemoryLayout<UInt64>.size
    var news: [(first: Int, bytes: UInt64)] = []
    var count = 0
    for first in stride(from: 0, to: seen.count, by: width) {
      let length = min(width, seen.count - first)
      var new: UInt64 = 0
      for marks in marks { new |= word(marks, first, length) }
      if new == 0 { continue }
      for marks in marks { for node in first..<first + length { marks[node] = 0 } }
      new &= ~word(seen, first, length)
      if new == 0 { continue }
      news.append((first, new))
      count += new.nonzeroBitCount
    }
    return [NodeID](unsafeUninitializedCapacity: count) { nodes, filled in
      for (first, bytes) in news {
        var bytes = bytes
        while bytes != 0 {
          let node = first + bytes.trailingZeroBitCount / width
          nodes.initializeElement(at: filled, to: NodeID(UInt32(truncatingIfNeeded: node)))
          filled += 1
          seen[node] = 1
          bytes &= bytes - 1
        }
      }
    }
  }

  @inline(__always)
  private static func word(_ bytes: UnsafeMutableBufferPointer<UInt8>, _ first: Int, _ count: Int) -> UInt64 {
    if count == MemoryLayout<UInt64>.size {
      return UInt64(littleEndian: UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: first, as: UInt64.self))
    }
    return (0..<count).reduce(0) { $0 | UInt64(bytes[first + $1]) << UInt64(8 * $1) }
  }
}
