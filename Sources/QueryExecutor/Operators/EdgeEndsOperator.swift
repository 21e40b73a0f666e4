import GraphCore
import QueryLanguage
import QueryPlanner

/// The ends of an edge that the row knows already, in the direction of the pattern; both ways where it has none.
final class EdgeEndsOperator: Operator {
  let layout: Layout
  private let input: any Operator
  private let ends: LogicalPlan.EdgeEnds
  private let context: ExecutionContext
  private let addsFrom: Bool
  private let addsTo: Bool

  init(_ input: any Operator, _ ends: LogicalPlan.EdgeEnds, _ context: ExecutionContext) {
    self.input = input
    self.ends = ends
    self.context = context
    addsFrom = !ends.isFromKnown
    addsTo = !ends.isToKnown && ends.from != ends.to
    layout = Layout(input.layout.variables + (addsFrom ? [ends.from] : []) + (addsTo ? [ends.to] : []))
  }

  func next() throws(QueryError) -> Batch? {
    while let batch = try input.next() {
      let rows = Rows(batch, input.layout)
      let found = find(rows)
      guard !found.rows.isEmpty else { continue }
      var columns = batch.gathered(found.rows).columns
      if addsFrom { columns.append(.nodes(found.from)) }
      if addsTo { columns.append(.nodes(found.to)) }
      return Batch(rowCount: found.rows.count, columns: columns)
    }
    return nil
  }

  private func find(_ rows: Rows) -> (rows: [Int], from: [NodeID], to: [NodeID]) {
    let graph = context.graph
    let knownFrom = ends.isFromKnown ? rows.column(ends.from).nodeIDs : []
    let knownTo = ends.isToKnown ? rows.column(ends.to).nodeIDs : []
    var found: (rows: [Int], from: [NodeID], to: [NodeID]) = ([], [], [])
    for (row, edge) in rows.column(ends.edge).edgeIDs.enumerated() where edge != .none && graph.contains(edge) {
      let source = graph.source(of: edge)
      let target = graph.target(of: edge)
      var pairs: [(NodeID, NodeID)] = []
      if ends.direction != .incoming { pairs.append((source, target)) }
      if ends.direction == .incoming || (ends.direction == .both && source != target) { pairs.append((target, source)) }
      for (from, to) in pairs {
        if ends.isFromKnown, knownFrom[row] != from { continue }
        if ends.isToKnown, knownTo[row] != to { continue }
        if ends.from == ends.to, from != to { continue }
        found.rows.append(row)
        found.from.append(from)
        found.to.append(to)
      }
    }
    return found
  }
}
