import GraphCore
import QueryLanguage
import QueryPlanner

/// Each input row with each node that can be reached from one of its nodes, once: a walk of variable length where neither
/// its edges nor the number of its ways matter to anybody.
///
/// A node that some walk reaches is reached by one without repetition of edges, the shortest; so a breadth-first search
/// finds the same nodes as enumerating the walks does, in the time of the edges instead of the walks. Up to 64 rows are
/// searched together, a bit each, so that what they have in common is looked at once (Then et al., "The more the merrier:
/// efficient multi-source graph traversal", 2014). Rows that differ in nothing anybody needs are one search.
final class ReachOperator: Operator {
  let layout: Layout
  private let input: any Operator
  let expand: LogicalPlan.ExpandVariable
  /// Tests that depend on the end alone: decided once for each node.
  let endTests: [PlanExpression]
  let context: ExecutionContext
  let carried: CarriedColumns
  /// Where it is false, it is enough to know that there is one.
  private let keepsEnd: Bool
  var groups: WalkGroups?
  private var search: Search?

  /// Whether a walk can be searched so.
  static func fits(_ expand: LogicalPlan.ExpandVariable, _ needs: Needs) -> Bool {
    guard needs.isSet, !needs.contains(expand.edges), expand.edgePredicate == nil, !expand.isInto else { return false }
    // Along edges in both directions the way back to the start is no walk without repetition.
    return expand.minimum == 0 || expand.minimum == 1 && expand.direction != .both
  }

  /// Whether a single edge is walked as well so: where its rows are wanted as a set and of their other columns none is,
  /// each end is one row.
  static func fits(_ expand: LogicalPlan.Expand, above input: LogicalPlan, _ needs: Needs) -> Bool {
    needs.isSet && !expand.isInto && !needs.contains(expand.edge) && input.outputs.allSatisfy { !needs.contains($0) }
  }

  init(
    _ input: any Operator, _ expand: LogicalPlan.ExpandVariable, _ endTests: [PlanExpression], _ needs: Needs,
    _ context: ExecutionContext
  ) {
    self.input = input
    self.expand = expand
    self.endTests = endTests
    self.context = context
    carried = CarriedColumns(of: input.layout, needs)
    keepsEnd = needs.contains(expand.to)
    layout = Layout(carried.variables + (keepsEnd ? [expand.to] : []))
  }

  /// Up to 64 groups on their way.
  struct Search {
    let first: Int
    /// By node, the groups that have come to it, and those that come to it with the next step.
    let seen: ZeroedMemory<UInt64>
    let coming: ZeroedMemory<UInt64>
    /// The nodes that were new at the last step, and the groups each was new to.
    var frontier: [NodeID] = []
    var bits: [UInt64] = []
    /// How many of the new nodes have become rows.
    var reported = 0
    var length = 0
    /// All nodes that were new at some step.
    var touched: [NodeID] = []
    /// Of a single group: a byte for each node says as much as the words do, in an eighth of the memory.
    var only: ZeroedMemory<UInt8>?
  }

  /// For broad steps, one for each thread; all zero.
  var marks: [ZeroedMemory<UInt8>] = []
  /// All zero, for the next search.
  private var spare: (seen: ZeroedMemory<UInt64>, coming: ZeroedMemory<UInt64>)?

  /// Gives back what the next search can use.
  func finish(_ search: Search) {
    for node in search.touched { search.seen[node] = 0 }
    if search.only == nil { spare = (search.seen, search.coming) }
  }

  func next() throws(QueryError) -> Batch? {
    var groups: WalkGroups
    if let known = self.groups { groups = known } else { groups = try group() }
    if !keepsEnd, groups.next == 0, let batch = try rowsWithEnds(groups) {
      groups.next = groups.starts.count
      self.groups = groups
      return batch.rowCount > 0 ? batch : nil
    }
    while true {
      // Only one may hold the arrays that grow.
      var current = exchange(&search, with: nil)
      if current == nil { current = try start(&groups) }
      self.groups = groups
      guard var search = current else { return nil }
      let batch = search.length == 0 && expand.minimum > 0 ? nil : try ends(of: &search, groups)
      if let batch, search.reported < search.frontier.count {
        self.search = search
        if batch.rowCount > 0 { return batch }
        continue
      }
      if search.length < expand.maximum ?? .max { try step(&search) } else { search.frontier = [] }
      if search.frontier.isEmpty {
        finish(search)
      } else {
        self.search = search
      }
      if let batch, batch.rowCount > 0 { return batch }
    }
  }

  func group() throws(QueryError) -> WalkGroups { try WalkGroups(input, from: expand.from, carrying: carried) }

  func start(_ groups: inout WalkGroups) throws(QueryError) -> Search? {
    guard groups.next < groups.starts.count else { return nil }
    let capacity = context.graph.nodeCapacity
    if groups.starts.count == 1, let single = try startSingle(&groups, capacity) { return single }
    let memory =
      if let spare { spare } else {
        (seen: try ZeroedMemory<UInt64>(capacity), coming: try ZeroedMemory<UInt64>(capacity))
      }
    var search = Search(first: groups.next, seen: memory.seen, coming: memory.coming)
    let end = min(groups.next + UInt64.bitWidth, groups.starts.count)
    for group in groups.next..<end {
      for node in groups.starts[group] {
        if search.coming[node] == 0 { search.frontier.append(node) }
        search.coming[node] |= 1 << UInt64(group - search.first)
      }
    }
    groups.next = end
    search.bits = search.frontier.map { node in
      defer { search.coming[node] = 0 }
      return search.coming[node]
    }
    // A start that is no end yet may be one, at the end of a circle.
    if expand.minimum == 0 {
      for (node, bits) in zip(search.frontier, search.bits) { search.seen[node] = bits }
      search.touched = search.frontier
    }
    return search
  }

  /// A search of the only group there is.
  private func startSingle(_ groups: inout WalkGroups, _ capacity: Int) throws(QueryError) -> Search? {
    let graph = context.graph
    guard graph.sides(expand.direction, types: LabelTest.types(expand.types, in: graph)) != nil else { return nil }
    let seen = try Self.bytes(for: capacity)
    var search = Search(first: 0, seen: try ZeroedMemory(0), coming: try ZeroedMemory(0))
    let starts = groups.starts[0]
    if expand.minimum > 0, zip(starts, starts.dropFirst()).allSatisfy({ $0 < $1 }) {
      // A search that comes from another, whose ends are in order: no node twice, and none of them an end already.
      search.frontier = starts
    } else {
      for node in starts where seen[node] == 0 {
        seen[node] = 1
        search.frontier.append(node)
      }
      if expand.minimum > 0 { for node in search.frontier { seen[node] = 0 } }
    }
    search.bits = Array(repeating: 1, count: search.frontier.count)
    search.only = seen
    groups.next = 1
    return search
  }

  private static let mostExpanded = 4_096

  /// From the frontier to the one an edge further.
  func step(_ search: inout Search) throws(QueryError) {
    let graph = context.graph
    let types = LabelTest.types(expand.types, in: graph)
    var next: [NodeID] = []
    let sides = graph.sides(expand.direction, types: types)
    if let only = search.only, let sides, let next = try broadStep(from: search.frontier, sides, seen: only) {
      (search.frontier, search.bits) = (next, Array(repeating: 1, count: next.count))
      (search.length, search.reported) = (search.length + 1, 0)
      return
    }
    for start in stride(from: 0, to: search.frontier.count, by: Self.mostExpanded) {
      let part = start..<min(start + Self.mostExpanded, search.frontier.count)
      let passed =
        if let sides {
          sides.reduce(0) { passed, side in
            passed
              + (search.only.map { Self.walk(side.adjacency, part, search.frontier, $0, &next) }
                ?? Self.walk(side.adjacency, part, search, &next))
          }
        } else {
          Self.walk(graph, expand.direction, types, part, search, &next)
        }
      try context.check(rows: passed / Self.edgesPerRow + part.count)
    }
    if search.only != nil {
      search.bits = Array(repeating: 1, count: next.count)
    } else {
      search.bits = next.map { node in
        let bits = search.coming[node]
        search.coming[node] = 0
        search.seen[node] |= bits
        return bits
      }
      search.touched += next
    }
    search.frontier = next
    (search.length, search.reported) = (search.length + 1, 0)
  }

  /// So many edges looked at count as one row against the limit.
  static let edgesPerRow = 32

  /// - Returns: how many edges were passed.
  private static func walk(
    _ adjacency: Adjacency, _ part: Range<Int>, _ search: Search, _ next: inout [NodeID]
  ) -> Int {
    var passed = 0
    adjacency.neighbours.withUnsafeBufferPointer { neighbours in
      for place in part {
        let slots = adjacency.slots(of: search.frontier[place].rawValue)
        passed += slots.count
        let bits = search.bits[place]
        for slot in slots {
          let node = NodeID(neighbours[slot])
          let new = bits & ~search.seen[node]
          guard new != 0 else { continue }
          let coming = search.coming[node]
          if coming == 0 { next.append(node) }
          search.coming[node] = coming | new
        }
      }
    }
    return passed
  }

  /// The same for a single group.
  private static func walk(
    _ adjacency: Adjacency, _ part: Range<Int>, _ frontier: [NodeID], _ seen: ZeroedMemory<UInt8>,
    _ next: inout [NodeID]
  ) -> Int {
    var passed = 0
    adjacency.neighbours.withUnsafeBufferPointer { neighbours in
      for place in part {
        let slots = adjacency.slots(of: frontier[place].rawValue)
        passed += slots.count
        for slot in slots {
          let node = NodeID(neighbours[slot])
          if seen[node] != 0 { continue }
          seen[node] = 1
          next.append(node)
        }
      }
    }
    return passed
  }

  private static func walk(
    _ graph: any GraphReader, _ direction: EdgeDirection, _ types: [EdgeTypeID]?, _ part: Range<Int>,
    _ search: Search, _ next: inout [NodeID]
  ) -> Int {
    var expansion = Expansion()
    graph.expand(Array(search.frontier[part]), direction, types: types, into: &expansion)
    for (place, node) in expansion.neighbours.enumerated() {
      let new = search.bits[part.lowerBound + expansion.rows[place]] & ~search.seen[node]
      guard new != 0 else { continue }
      let coming = search.coming[node]
      if coming == 0 { next.append(node) }
      search.coming[node] = coming | new
    }
    return expansion.rows.count
  }

  /// So many nodes at a time: each may be new to 64 groups, and what is made of the rows is to look at the clock.
  private static let (nodesPerBatch, nodesPerBatchOfOne) = (1 << 10, 1 << 16)

  /// A row for each group and each node that is new to it, some at a time.
  private func ends(of search: inout Search, _ groups: WalkGroups) throws(QueryError) -> Batch? {
    if !keepsEnd { return try withEnds(&search, try passing(search.frontier), groups) }
    let most = search.only == nil ? Self.nodesPerBatch : Self.nodesPerBatchOfOne
    let part = search.reported..<min(search.reported + most, search.frontier.count)
    search.reported = part.upperBound
    let nodes = part.count == search.frontier.count ? search.frontier : Array(search.frontier[part])
    let passes = try passing(nodes)
    if search.only != nil { return try endsOfOnlyGroup(search, nodes, passes, groups) }
    var rows: [Int] = []
    var ends: [NodeID] = []
    for (place, node) in nodes.enumerated() where passes[place] {
      var bits = search.bits[part.lowerBound + place]
      while bits != 0 {
        rows.append(search.first + bits.trailingZeroBitCount)
        ends.append(node)
        bits &= bits - 1
      }
    }
    try context.check(rows: rows.count)
    let columns = groups.batch?.gathered(rows).columns ?? []
    return Batch(rowCount: rows.count, columns: columns + [.nodes(ends)])
  }

  /// The same for a single group, whose nodes bear no bits to look at.
  private func endsOfOnlyGroup(
    _ search: Search, _ nodes: [NodeID], _ passes: [Bool], _ groups: WalkGroups
  ) throws(QueryError) -> Batch? {
    let ends = endTests.isEmpty ? nodes : nodes.indices.filter { passes[$0] }.map { nodes[$0] }
    try context.check(rows: ends.count)
    let columns =
      carried.variables.isEmpty
      ? [] : groups.batch?.gathered(Array(repeating: search.first, count: ends.count)).columns ?? []
    return Batch(rowCount: ends.count, columns: columns + [.nodes(ends)])
  }

  /// A row for each group that has come to an end, which then is done.
  private func withEnds(_ search: inout Search, _ passes: [Bool], _ groups: WalkGroups) throws(QueryError) -> Batch? {
    var done: UInt64 = 0
    search.reported = search.frontier.count
    for (place, bits) in search.bits.enumerated() where passes[place] { done |= bits }
    guard done != 0 else { return nil }
    let rows = (0..<UInt64.bitWidth).filter { done >> UInt64($0) & 1 == 1 }.map { search.first + $0 }
    let open = search.bits.indices.filter { search.bits[$0] & ~done != 0 }
    search.frontier = open.map { search.frontier[$0] }
    search.reported = open.count
    search.bits = open.map { search.bits[$0] & ~done }
    try context.check(rows: rows.count)
    return Batch(rowCount: rows.count, columns: groups.batch?.gathered(rows).columns ?? [])
  }

  /// The groups that have an end, found by depth-first search, which for all of them together passes each edge about once:
  /// what is known to lead to an end is not walked again. nil where lengths matter or edges have changed.
  private func rowsWithEnds(_ groups: WalkGroups) throws(QueryError) -> Batch? {
    let graph = context.graph
    guard expand.maximum == nil, !groups.starts.isEmpty,
      let sides = graph.sides(expand.direction, types: LabelTest.types(expand.types, in: graph))
    else { return nil }
    var search = EndSearch(sides: sides, states: try ZeroedMemory(graph.nodeCapacity))
    var found: [Int] = []
    for (group, starts) in groups.starts.enumerated() {
      for start in starts {
        let hasEnd = try search.leadsToEnd(start, includingStart: expand.minimum == 0) { (nodes) throws(QueryError) in
          try passing(nodes)
        }
        if hasEnd {
          found.append(group)
          break
        }
      }
      try context.check(rows: search.takePassed() / Self.edgesPerRow + 1)
    }
    return Batch(rowCount: found.count, columns: groups.batch?.gathered(found).columns ?? [])
  }

  // MARK: Tests of the end alone

  /// Shared by those who search on other threads.
  var verdicts: EndVerdicts?

  func passing(_ nodes: [NodeID]) throws(QueryError) -> [Bool] {
    guard !endTests.isEmpty else { return Array(repeating: true, count: nodes.count) }
    return try sharedVerdicts().passing(nodes) { (open) throws(QueryError) in
      var rows = Rows(Batch(rowCount: open.count, columns: [.nodes(open)]), Layout([expand.to]))
      for test in endTests where rows.count > 0 {
        let mask = try Evaluator(context).mask(test, on: rows)
        rows = rows.gathered(mask.indices.filter { mask[$0] })
      }
      return rows.column(expand.to).nodeIDs
    }
  }

  func sharedVerdicts() throws(QueryError) -> EndVerdicts {
    if let verdicts { return verdicts }
    let made = try EndVerdicts(nodeCapacity: context.graph.nodeCapacity)
    verdicts = made
    return made
  }
}
