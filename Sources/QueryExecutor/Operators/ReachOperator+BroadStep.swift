import GraphCore
import QueryLanguage

/// A step of the search of a single group that comes to a good part of the graph: each edge marks its end, seen or not, and
/// the marks are then read off in the order of the nodes. No branch is foretold wrongly, and half of them were: a count of
/// what 250,000 edges lead to takes 2.0 ms and not 3.3. A byte is set and not looked at: bits take a quarter longer. Threads
/// mark each for itself.
extension ReachOperator {
  private static let fewestEdges = 4_096
  /// Under so many nodes for each edge it costs less to mark than to look.
  private static let mostNodesPerEdge = 16
  /// Above, two threads gain more than it costs to start one.
  private static let fewestEdgesOfThreads = 1 << 16
  private static let nodesPerTask = 1_024

  /// The nodes a step further, ascending; nil where edges are too few for it. Decided by the graph alone, so that no order
  /// depends on how many threads there are.
  func broadStep(
    from frontier: [NodeID], _ sides: [AdjacencySide], seen: ZeroedMemory<UInt8>
  ) throws(QueryError) -> [NodeID]? {
    guard let marks = try marked(from: frontier, sides) else { return nil }
    return Self.take(marks.elements, notIn: seen.elements)
  }

  /// How many there are, where nobody asks which; nothing is searched from here on.
  func broadCount(
    from frontier: [NodeID], _ sides: [AdjacencySide], seen: ZeroedMemory<UInt8>
  ) throws(QueryError) -> Int? {
    guard let marks = try marked(from: frontier, sides) else { return nil }
    return Self.count(marks.elements, notIn: seen.elements)
  }

  /// The marks of all threads, to be wiped off by whoever reads them.
  private func marked(from frontier: [NodeID], _ sides: [AdjacencySide]) throws(QueryError) -> ZeroedMemory<UInt8>? {
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
    while marks.count < threads { marks.append(try Self.bytes(for: capacity)) }
    let marks = Array(marks.prefix(threads))
    // Its limits are counted by atomics.
    nonisolated(unsafe) let context = context
    _ = try shareOut(tasks.count, among: marks) { (marks, number) throws(QueryError) in
      let passed = AdjacencyPointers.with(sides) { Self.mark($0, from: frontier[tasks[number]], in: marks.elements) }
      try context.check(rows: passed / Self.edgesPerRow + 1)
    }
    for other in marks.dropFirst() { Self.move(other.elements, into: marks[0].elements) }
    return marks[0]
  }

  /// A byte for each node, and a few more: eight are looked at at once.
  static func bytes(for capacity: Int) throws(QueryError) -> ZeroedMemory<UInt8> {
    try ZeroedMemory((capacity + 7) & ~7)
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

  private static func move(
    _ marks: UnsafeMutableBufferPointer<UInt8>, into others: UnsafeMutableBufferPointer<UInt8>
  ) {
    let (marks, others) = (EightNodes(marks), EightNodes(others))
    for place in 0..<min(marks.count, others.count) {
      others[place] |= marks[place]
      marks[place] = 0
    }
  }

  /// The marked nodes that were not seen, which now are; the marks are wiped off.
  private static func take(
    _ marks: UnsafeMutableBufferPointer<UInt8>, notIn seen: UnsafeMutableBufferPointer<UInt8>
  ) -> [NodeID] {
    let count = unseen(marks, seen)
    let (marks, seen) = (EightNodes(marks), EightNodes(seen))
    return [NodeID](unsafeUninitializedCapacity: count) { nodes, filled in
      for place in 0..<min(marks.count, seen.count) where marks[place] != 0 {
        var new = marks[place] & ~seen[place]
        marks[place] = 0
        seen[place] |= new
        while new != 0 {
          let node = place * 8 + new.trailingZeroBitCount / 8
          nodes.initializeElement(at: filled, to: NodeID(UInt32(truncatingIfNeeded: node)))
          filled += 1
          new &= new - 1
        }
      }
    }
  }

  private static func count(
    _ marks: UnsafeMutableBufferPointer<UInt8>, notIn seen: UnsafeMutableBufferPointer<UInt8>
  ) -> Int {
    let count = unseen(marks, seen)
    marks.update(repeating: 0)
    return count
  }

  private static func unseen(
    _ marks: UnsafeMutableBufferPointer<UInt8>, _ seen: UnsafeMutableBufferPointer<UInt8>
  ) -> Int {
    let (marks, seen) = (EightNodes(marks), EightNodes(seen))
    var count = 0
    for place in 0..<min(marks.count, seen.count) { count &+= (marks[place] & ~seen[place]).nonzeroBitCount }
    return count
  }
}

/// The bytes of `ReachOperator.bytes`, each 0 or 1, eight at once; the first node's is the least.
private struct EightNodes {
  private let bytes: UnsafeMutableRawBufferPointer
  let count: Int

  init(_ bytes: UnsafeMutableBufferPointer<UInt8>) {
    self.bytes = UnsafeMutableRawBufferPointer(bytes)
    count = bytes.count / MemoryLayout<UInt64>.size
  }

  @inline(__always)
  subscript(place: Int) -> UInt64 {
    get { UInt64(littleEndian: bytes.load(fromByteOffset: place * MemoryLayout<UInt64>.size, as: UInt64.self)) }
    nonmutating set {
      bytes.storeBytes(of: newValue.littleEndian, toByteOffset: place * MemoryLayout<UInt64>.size, as: UInt64.self)
    }
  }
}
