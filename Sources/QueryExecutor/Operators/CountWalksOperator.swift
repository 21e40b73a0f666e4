import GraphCore
import QueryLanguage
import QueryPlanner
import SourceText

/// How many walks lead from each group of input rows to each node: how many of one length do is told by how many lead to
/// its neighbours with an edge less, so that each level takes the time of the edges it passes, however many walks there
/// are (4.4 million walks of up to two citations from 50,000 reports: 1,100 ms walk by walk, 6 so).
final class CountWalksOperator: Operator {
  let layout: Layout
  private let input: any Operator
  private let walk: LogicalPlan.ExpandVariable
  private let context: ExecutionContext
  private let carried: CarriedColumns
  /// Where it is false, a group's walks are counted together.
  private let keepsEnd: Bool
  private var groups: WalkGroups?
  private var memory: Memory?

  init(_ input: any Operator, _ walks: LogicalPlan.WalkCount, _ needs: Needs, _ context: ExecutionContext) {
    self.input = input
    walk = walks.walk
    self.context = context
    carried = CarriedColumns(of: input.layout, needs)
    keepsEnd = needs.contains(walk.to)
    layout = Layout(carried.variables + [walks.count] + (keepsEnd ? [walk.to] : []))
  }

  /// Numbers of walks by the node they lead to; all zero between two groups.
  private struct Memory {
    let next: ZeroedMemory<Int64>
    let total: ZeroedMemory<Int64>

    init(_ nodeCapacity: Int) throws(QueryError) {
      next = try ZeroedMemory(nodeCapacity)
      total = try ZeroedMemory(nodeCapacity)
    }
  }

  /// Walks of one length.
  private struct Level {
    var nodes: [NodeID]
    /// Of each node.
    var counts: [Int64]
    var length = 0
  }

  func next() throws(QueryError) -> Batch? {
    var groups: WalkGroups
    if let known = self.groups {
      groups = known
    } else {
      groups = try WalkGroups(input, from: walk.from, carrying: carried)
    }
    var rows: [Int] = []
    var ends: [NodeID] = []
    var counts: [Int64] = []
    while groups.next < groups.starts.count, rows.count < Batch.preferredRowCount {
      let found = try count(from: groups.starts[groups.next])
      if keepsEnd {
        rows += repeatElement(groups.next, count: found.nodes.count)
        ends += found.nodes
        counts += found.counts
      } else if !found.counts.isEmpty {
        rows.append(groups.next)
        counts.append(try sum(of: found.counts))
      }
      groups.next += 1
    }
    self.groups = groups
    guard !rows.isEmpty else { return nil }
    try context.check(rows: rows.count)
    let columns = carried.variables.isEmpty ? [] : groups.batch?.gathered(rows).columns ?? []
    return Batch(rowCount: rows.count, columns: columns + [.integers(counts)] + (keepsEnd ? [.nodes(ends)] : []))
  }

  /// The nodes that walks from some lead to, each once, with their numbers.
  private func count(from starts: [NodeID]) throws(QueryError) -> Level {
    let memory = try takeMemory()
    var level = Level(nodes: [], counts: [])
    for node in starts {
      if memory.next[node] == 0 { level.nodes.append(node) }
      memory.next[node] += 1
    }
    level.counts = taken(level.nodes, from: memory.next)
    var reached: [NodeID] = []
    while !level.nodes.isEmpty {
      try context.check(pathLength: level.length, at: walk.range)
      if level.length >= walk.minimum { try add(level, to: memory.total, &reached) }
      guard level.length < walk.maximum ?? .max else { break }
      level = try lengthened(level, memory)
    }
    return Level(nodes: reached, counts: taken(reached, from: memory.total))
  }

  private func takeMemory() throws(QueryError) -> Memory {
    if let memory { return memory }
    let made = try Memory(context.graph.nodeCapacity)
    memory = made
    return made
  }

  private func sum(of counts: [Int64]) throws(QueryError) -> Int64 {
    var sum: Int64 = 0
    for count in counts { sum = try added(sum, count) }
    return sum
  }

  /// The walks with one edge more.
  private func lengthened(_ level: Level, _ memory: Memory) throws(QueryError) -> Level {
    let graph = context.graph
    let types = LabelTest.types(walk.types, in: graph)
    let sides = graph.sides(walk.direction, types: types)
    var longer = Level(nodes: [], counts: [], length: level.length + 1)
    for start in stride(from: 0, to: level.nodes.count, by: Self.nodesPerCheck) {
      let part = start..<min(start + Self.nodesPerCheck, level.nodes.count)
      var passed = 0
      if let sides {
        for side in sides { passed += try lengthen(level, part, along: side.adjacency, memory.next, &longer.nodes) }
      } else {
        var expansion = Expansion()
        graph.expand(Array(level.nodes[part]), walk.direction, types: types, into: &expansion)
        for (row, end) in zip(expansion.rows, expansion.neighbours) {
          try count(level.counts[start + row], to: end, memory.next, &longer.nodes)
        }
        passed = expansion.rows.count
      }
      try context.check(rows: passed / ReachOperator.edgesPerRow + part.count)
    }
    longer.counts = taken(longer.nodes, from: memory.next)
    return longer
  }

  /// - Returns: how many edges were passed.
  private func lengthen(
    _ level: Level, _ part: Range<Int>, along adjacency: Adjacency, _ next: ZeroedMemory<Int64>, _ nodes: inout [NodeID]
  ) throws(QueryError) -> Int {
    var passed = 0
    for place in part {
      let slots = adjacency.slots(of: level.nodes[place].rawValue)
      passed += slots.count
      for slot in slots { try count(level.counts[place], to: NodeID(adjacency.neighbours[slot]), next, &nodes) }
    }
    return passed
  }

  @inline(__always)
  private func count(
    _ walks: Int64, to node: NodeID, _ next: ZeroedMemory<Int64>, _ nodes: inout [NodeID]
  ) throws(QueryError) {
    let known = next[node]
    if known == 0 { nodes.append(node) }
    next[node] = try added(known, walks)
  }

  private func taken(_ nodes: [NodeID], from memory: ZeroedMemory<Int64>) -> [Int64] {
    nodes.map { node in
      defer { memory[node] = 0 }
      return memory[node]
    }
  }

  private func add(_ level: Level, to total: ZeroedMemory<Int64>, _ reached: inout [NodeID]) throws(QueryError) {
    for (node, count) in zip(level.nodes, level.counts) {
      if total[node] == 0 { reached.append(node) }
      total[node] = try added(total[node], count)
    }
  }

  @inline(__always)
  private func added(_ a: Int64, _ b: Int64) throws(QueryError) -> Int64 {
    let (sum, overflows) = a.addingReportingOverflow(b)
    if overflows { throw tooMany }
    return sum
  }

  private var tooMany: QueryError {
    QueryError(
      .numberOutOfRange, .arithmeticError, .runtime, message: "there are more walks than an Integer can count",
      range: walk.range, suggestion: "bound the length of the walk")
  }

  private static let nodesPerCheck = 4_096
}
