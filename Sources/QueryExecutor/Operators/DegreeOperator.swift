import GraphCore
import QueryLanguage
import QueryPlanner

/// Each input row that has edges of a kind, with their number: where they are only to be counted, they are not walked.
final class DegreeOperator: Operator {
  let layout: Layout
  private let input: any Operator
  private let degree: LogicalPlan.Degree
  private let context: ExecutionContext
  private let carried: CarriedColumns

  init(_ input: any Operator, _ degree: LogicalPlan.Degree, _ needs: Needs, _ context: ExecutionContext) {
    self.input = input
    self.degree = degree
    self.context = context
    carried = CarriedColumns(of: input.layout, needs)
    layout = Layout(carried.variables + [degree.result])
  }

  func next() throws(QueryError) -> Batch? {
    while let batch = try input.next() {
      try context.check(rows: batch.rowCount)
      let counts = try counts(Rows(batch, input.layout))
      let rows = counts.indices.filter { counts[$0] > 0 }
      guard !rows.isEmpty else { continue }
      return Batch(
        rowCount: rows.count, columns: carried.of(batch, at: rows) + [.integers(rows.map { Int64(counts[$0]) })])
    }
    return nil
  }

  private func counts(_ rows: Rows) throws(QueryError) -> [Int] {
    let graph = context.graph
    let starts = rows.column(degree.from).nodeIDs
    let types = LabelTest.types(degree.types, in: graph)
    let mask = degree.labels.map { LabelMask($0, in: graph) }
    let all = types ?? graph.names.edgeTypes.indices.map { EdgeTypeID(UInt32($0)) }
    guard var counts = graph.degrees(starts, degree.direction, types: all, endingIn: mask?.passes) else {
      return try walked(rows, starts, types, mask)
    }
    let known = degree.apartFrom.map { rows.column($0).edgeIDs }
    // The edges that the row has already, as far as they are among those counted.
    for place in starts.indices where counts[place] > 0 {
      var others: [EdgeID] = []
      for column in known where column[place] != .none {
        let edge = column[place]
        guard !others.contains(edge), types?.contains(graph.type(of: edge)) ?? true,
          let end = other(end: edge, from: starts[place], graph), mask?.contains(end, in: graph) ?? true
        else { continue }
        others.append(edge)
      }
      counts[place] -= others.count
    }
    return counts
  }

  /// Where an edge leads from a node in the direction that is counted; nil if it does not.
  private func other(end edge: EdgeID, from node: NodeID, _ graph: any GraphReader) -> NodeID? {
    let (source, target) = (graph.source(of: edge), graph.target(of: edge))
    if degree.direction != .incoming, source == node { return target }
    return degree.direction != .outgoing && target == node ? source : nil
  }

  private func walked(
    _ rows: Rows, _ starts: [NodeID], _ types: [EdgeTypeID]?, _ mask: LabelMask?
  ) throws(QueryError) -> [Int] {
    let graph = context.graph
    var counts = [Int](repeating: 0, count: starts.count)
    let others = degree.apartFrom.map { rows.column($0).edgeIDs }
    // A few at a time: hubs have many edges.
    for first in stride(from: 0, to: starts.count, by: 64) {
      var expansion = Expansion()
      graph.expand(
        Array(starts[first..<min(first + 64, starts.count)]), degree.direction, types: types, into: &expansion)
      try context.check(rows: expansion.rows.count)
      for (place, edge) in expansion.edges.enumerated() {
        let row = first + expansion.rows[place]
        guard mask?.contains(expansion.neighbours[place], in: graph) ?? true,
          !others.contains(where: { $0[row] == edge })
        else { continue }
        counts[row] += 1
      }
    }
    return counts
  }
}
