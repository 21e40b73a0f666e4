import GraphCore
import QueryLanguage
import QueryPlanner

/// Each input row with each node that has a property of a value that the row gives: by an index instead of a scan.
final class NodeSeekOperator: Operator {
  let layout: Layout
  private let input: any Operator
  private let seek: LogicalPlan.NodeSeek
  private let context: ExecutionContext
  private let carried: CarriedColumns
  /// What was found for the value of the last row: rows often share it.
  private var last: (value: Value, nodes: [NodeID])?

  init(_ input: any Operator, _ seek: LogicalPlan.NodeSeek, _ needs: Needs, _ context: ExecutionContext) {
    self.input = input
    self.seek = seek
    self.context = context
    carried = CarriedColumns(of: input.layout, needs)
    layout = Layout(carried.variables + [seek.node])
  }

  func next() throws(QueryError) -> Batch? {
    while let batch = try input.next() {
      let values = try Evaluator(context).evaluate(seek.value, on: Rows(batch, input.layout))
      var rows: [Int] = []
      var nodes: [NodeID] = []
      for row in 0..<batch.rowCount {
        let found = try self.nodes(where: values[row])
        rows += repeatElement(row, count: found.count)
        nodes += found
      }
      try context.check(rows: nodes.count)
      guard !nodes.isEmpty else { continue }
      return Batch(rowCount: nodes.count, columns: carried.of(batch, at: rows) + [.nodes(nodes)])
    }
    return nil
  }

  private func nodes(where value: Value) throws(QueryError) -> [NodeID] {
    if value.isNull { return [] }
    if let last, last.value.equals(value) == true { return last.nodes }
    let nodes = try find(value)
    // Within a statement that writes, the graph may be another by the next row.
    last = context.transaction == nil ? (value, nodes) : nil
    return nodes
  }

  private func find(_ value: Value) throws(QueryError) -> [NodeID] {
    let graph = context.graph
    guard let key = graph.names.propertyKey(seek.key) else { return [] }
    let conjunction = seek.labels.map(\.conjunction) ?? []
    let labels = (conjunction ?? []).map { graph.names.label($0) }
    // A label that the graph does not know is on no node.
    if labels.contains(where: { $0 == nil }) { return [] }
    var nodes: [NodeID]
    if let found = graph.nodes(having: labels.compactMap(\.self), where: key, equals: value) {
      nodes = found
    } else {
      nodes = []
      var cursor = 0
      var hasMore = true
      while hasMore {
        var scanned: [NodeID] = []
        hasMore = graph.scanNodes(
          having: labels.compactMap(\.self), from: &cursor, limit: Batch.preferredRowCount, into: &scanned)
        try context.check(rows: scanned.count)
        let values = graph.property(key, ofNodes: scanned)
        nodes += scanned.indices.filter { values[$0].equals(value) == true }.map { scanned[$0] }
      }
    }
    guard conjunction == nil, let test = seek.labels else { return nodes }
    let mask = LabelMask(test, in: graph)
    return nodes.filter { mask.contains($0, in: graph) }
  }
}
