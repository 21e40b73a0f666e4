import GraphCore
import QueryLanguage
import QueryPlanner

/// Each input row with one or all of the shortest walks between two of its nodes. Rows without a walk are dropped.
final class ShortestPathOperator: Operator {
  let layout: Layout
  private let input: any Operator
  private let search: LogicalPlan.ShortestPath
  private let context: ExecutionContext

  init(_ input: any Operator, _ search: LogicalPlan.ShortestPath, _ context: ExecutionContext) {
    self.input = input
    self.search = search
    self.context = context
    layout = Layout(input.layout.variables + [search.edges])
  }

  func next() throws(QueryError) -> Batch? {
    while let batch = try input.next() {
      let rows = Rows(batch, input.layout)
      let starts = rows.column(search.from).nodeIDs
      let ends = rows.column(search.to).nodeIDs
      var found: (rows: [Int], walks: [Value]) = ([], [])
      for row in 0..<batch.rowCount where starts[row] != .none && ends[row] != .none {
        for walk in try walks(from: starts[row], to: ends[row], row: rows.gathered([row])) {
          found.rows.append(row)
          found.walks.append(.list(walk.map(Value.edge)))
        }
      }
      guard !found.rows.isEmpty else { continue }
      return Batch(rowCount: found.rows.count, columns: batch.gathered(found.rows).columns + [.values(found.walks)])
    }
    return nil
  }

  /// How a node was reached: by which edges of the level before.
  private typealias Arrivals = [NodeID: [(edge: EdgeID, from: NodeID)]]

  private func walks(from start: NodeID, to end: NodeID, row: Rows) throws(QueryError) -> [[EdgeID]] {
    if start == end, search.minimum == 0 { return [[]] }
    guard start == end else { return try walks(from: start, to: end, atMost: search.maximum, avoiding: nil, row) }
    return try cycles(at: start, row)
  }

  /// The shortest cycles: each first step, and the shortest way back that does not take the same edge again.
  private func cycles(at start: NodeID, _ row: Rows) throws(QueryError) -> [[EdgeID]] {
    let graph = context.graph
    var steps = Expansion()
    graph.expand([start], search.direction, types: LabelTest.types(search.types, in: graph), into: &steps)
    let passes = try edgesPassing(steps, row)
    var found: [[EdgeID]] = []
    for position in steps.rows.indices where passes[position] {
      let best = found.first?.count
      let longest = best.map { search.findsAll ? $0 : $0 - 1 } ?? search.maximum ?? .max
      guard longest > 0 else { break }
      let edge = steps.edges[position]
      let neighbour = steps.neighbours[position]
      let rest =
        neighbour == start ? [[]] : try walks(from: neighbour, to: start, atMost: longest - 1, avoiding: edge, row)
      guard let length = rest.first.map({ $0.count + 1 }) else { continue }
      if let best, length < best { found = [] }
      found += rest.map { [edge] + $0 }
    }
    return found
  }

  private func walks(
    from start: NodeID, to end: NodeID, atMost longest: Int?, avoiding avoided: EdgeID?, _ row: Rows
  ) throws(QueryError) -> [[EdgeID]] {
    let graph = context.graph
    let types = LabelTest.types(search.types, in: graph)
    let meeting = MeetingSearch(
      direction: search.direction, types: types, capacity: graph.nodeCapacity, longest: longest,
      expand: { (nodes, direction) throws(QueryError) in
        var expansion = Expansion()
        graph.expand(nodes, direction, types: types, into: &expansion)
        try self.context.check(rows: expansion.rows.count)
        guard avoided != nil || self.search.edgePredicate != nil else { return expansion.neighbours }
        let passes = try self.edgesPassing(expansion, row)
        return expansion.rows.indices.lazy.filter { passes[$0] && expansion.edges[$0] != avoided }
          .map { expansion.neighbours[$0] }
      }, check: { (length) throws(QueryError) in try self.context.check(pathLength: length, at: self.search.range) })
    // Level by level along the nodes that stand on a shortest walk, so that walks come in the order of their edges.
    guard let levels = try meeting.levels(from: start, to: end) else { return [] }
    var arrivals: Arrivals = [:]
    var frontier = [start]
    for distance in 1...levels.length {
      var expansion = Expansion()
      graph.expand(frontier, search.direction, types: types, into: &expansion)
      try context.check(rows: expansion.rows.count)
      let passes = try edgesPassing(expansion, row)
      var next: [NodeID] = []
      for position in expansion.rows.indices where levels.contains(expansion.neighbours[position], at: distance) {
        guard passes[position], expansion.edges[position] != avoided else { continue }
        let node = expansion.neighbours[position]
        if arrivals[node] == nil { next.append(node) }
        if search.findsAll || arrivals[node] == nil {
          arrivals[node, default: []].append((expansion.edges[position], frontier[expansion.rows[position]]))
        }
      }
      frontier = next
    }
    return try trace(to: end, from: start, arrivals)
  }

  private func edgesPassing(_ expansion: Expansion, _ row: Rows) throws(QueryError) -> [Bool] {
    guard let predicate = search.edgePredicate else { return Array(repeating: true, count: expansion.rows.count) }
    let inner = row.gathered(Array(repeating: 0, count: expansion.rows.count))
      .appending(search.edge, .edges(expansion.edges))
    return try Evaluator(context).mask(predicate, on: inner)
  }

  /// All ways back to the start, as edges from the start on. Depth is the length of the walk, so no recursion.
  private func trace(
    to node: NodeID, from start: NodeID, _ arrivals: Arrivals
  ) throws(QueryError) -> [[EdgeID]] {
    var open: [(node: NodeID, edges: [EdgeID])] = [(node, [])]
    var done: [[EdgeID]] = []
    while let (node, edges) = open.popLast() {
      if node == start {
        // There may be exponentially many.
        try context.check(rows: 1 + edges.count / 2)
        done.append(edges.reversed())
        continue
      }
      for step in (arrivals[node] ?? []).reversed() { open.append((step.from, edges + [step.edge])) }
    }
    return done
  }
}
