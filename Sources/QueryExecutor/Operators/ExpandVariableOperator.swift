import GraphCore
import QueryLanguage
import QueryPlanner

/// Each input row with each walk of a bounded or unbounded number of edges, none of them twice (a trail), level by
/// level: all walks of one more edge are found from all walks of one less in one expansion.
final class ExpandVariableOperator: Operator {
  let layout: Layout
  private let input: any Operator
  private let expand: LogicalPlan.ExpandVariable
  private let context: ExecutionContext

  init(_ input: any Operator, _ expand: LogicalPlan.ExpandVariable, _ context: ExecutionContext) {
    self.input = input
    self.expand = expand
    self.context = context
    layout = Layout(input.layout.variables + [expand.edges] + (expand.isInto ? [] : [expand.to]))
  }

  /// Walks of one length, each by its last edge and the walk before it.
  private struct Level {
    /// Row of the input.
    var rows: [Int]
    var ends: [NodeID]
    var edges: [EdgeID]
    /// Position in the level before; unused in level 0.
    var parents: [Int]
  }

  func next() throws(QueryError) -> Batch? {
    while let batch = try input.next() {
      let rows = Rows(batch, input.layout)
      let targets = expand.isInto ? rows.column(expand.to).nodeIDs : nil
      var found: (rows: [Int], ends: [NodeID], walks: [Value]) = ([], [], [])
      try walk(rows) { (level, levels) throws(QueryError) in
        for position in level.rows.indices {
          if let targets, targets[level.rows[position]] != level.ends[position] { continue }
          found.rows.append(level.rows[position])
          found.ends.append(level.ends[position])
          found.walks.append(.list(edges(upTo: position, in: levels)))
        }
      }
      guard !found.rows.isEmpty else { continue }
      // Rows in the order of the input, shorter walks first.
      let order = found.rows.indices.sorted { (found.rows[$0], $0) < (found.rows[$1], $1) }
      let ends: [Column] = expand.isInto ? [] : [.nodes(order.map { found.ends[$0] })]
      let repeated = batch.gathered(order.map { found.rows[$0] })
      return Batch(
        rowCount: order.count, columns: repeated.columns + [.values(order.map { found.walks[$0] })] + ends)
    }
    return nil
  }

  private func walk(_ rows: Rows, report: (Level, [Level]) throws(QueryError) -> Void) throws(QueryError) {
    let graph = context.graph
    let types = LabelTest.types(expand.types, in: graph)
    let starts = rows.column(expand.from).nodeIDs
    let live = starts.indices.filter { starts[$0] != .none }
    var levels = [Level(rows: live, ends: live.map { starts[$0] }, edges: [], parents: [])]
    if expand.minimum == 0 { try report(levels[0], levels) }
    var length = 0
    while length < expand.maximum ?? .max, let last = levels.last, !last.rows.isEmpty {
      length += 1
      var expansion = Expansion()
      graph.expand(last.ends, expand.direction, types: types, into: &expansion)
      var next = Level(rows: [], ends: [], edges: [], parents: [])
      let passes = try edgesPassing(expansion, last, rows)
      for position in expansion.rows.indices where passes[position] {
        let parent = expansion.rows[position]
        guard !contains(expansion.edges[position], upTo: parent, in: levels) else { continue }
        next.rows.append(last.rows[parent])
        next.ends.append(expansion.neighbours[position])
        next.edges.append(expansion.edges[position])
        next.parents.append(parent)
      }
      try context.check(rows: next.rows.count)
      levels.append(next)
      if length >= expand.minimum { try report(next, levels) }
    }
  }

  private func edgesPassing(_ expansion: Expansion, _ level: Level, _ rows: Rows) throws(QueryError) -> [Bool] {
    guard let predicate = expand.edgePredicate else { return Array(repeating: true, count: expansion.rows.count) }
    let inner = rows.gathered(expansion.rows.map { level.rows[$0] }).appending(expand.edge, .edges(expansion.edges))
    return try Evaluator(context).mask(predicate, on: inner)
  }

  private func contains(_ edge: EdgeID, upTo position: Int, in levels: [Level]) -> Bool {
    var position = position
    for level in levels.dropFirst().reversed() {
      if level.edges[position] == edge { return true }
      position = level.parents[position]
    }
    return false
  }

  private func edges(upTo position: Int, in levels: [Level]) -> [Value] {
    var position = position
    var edges: [Value] = []
    for level in levels.dropFirst().reversed() {
      edges.append(.edge(level.edges[position]))
      position = level.parents[position]
    }
    // Collected from the end; the list goes along the pattern.
    return expand.isReversed ? edges : edges.reversed()
  }
}
