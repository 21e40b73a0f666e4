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
    let nodes = seek.isAny ? try findAny(of: value) : try find(value)
    // Within a statement that writes, the graph may be another by the next row.
    last = context.transaction == nil ? (value, nodes) : nil
    return nodes
  }

  /// Each node once, in the order of a scan, whatever the order of the list.
  private func findAny(of list: Value) throws(QueryError) -> [NodeID] {
    guard case .list(let values) = list else {
      let evaluator = Evaluator(context)
      _ = try evaluator.failing(at: seek.value.range) { () throws(FunctionFailure) in
        try ScalarPredicates.isElement(.null, of: list)
      }
      return []
    }
    let wanted = values.filter { !$0.isNull }
    let set = ScalarSet(wanted)
    let found = try find(wanted) { value in
      if let set { return set.contains(value).equals(.boolean(true)) == true }
      return wanted.contains { $0.equals(value) == true }
    }
    return Set(found).sorted { $0.rawValue < $1.rawValue }
  }

  private func find(_ value: Value) throws(QueryError) -> [NodeID] { try find([value]) { $0.equals(value) == true } }

  /// - Parameter test: says the same of a value as `wanted`, where there is no index to look into.
  private func find(_ wanted: [Value], _ test: (Value) -> Bool) throws(QueryError) -> [NodeID] {
    let graph = context.graph
    guard let key = graph.names.propertyKey(seek.key) else { return [] }
    let conjunction = seek.labels.map(\.conjunction) ?? []
    let names = (conjunction ?? []).map { graph.names.label($0) }
    // A label that the graph does not know is on no node.
    if names.contains(where: { $0 == nil }) { return [] }
    let labels = names.compactMap(\.self)
    var nodes: [NodeID] = []
    for value in wanted {
      guard let found = graph.nodes(having: labels, where: key, equals: value) else {
        nodes = try scan(graph, labels, key, test)
        break
      }
      nodes += found
    }
    guard conjunction == nil, let labels = seek.labels else { return nodes }
    let mask = LabelMask(labels, in: graph)
    return nodes.filter { mask.contains($0, in: graph) }
  }

  private func scan(
    _ graph: any GraphReader, _ labels: [LabelID], _ key: PropertyKeyID, _ test: (Value) -> Bool
  ) throws(QueryError) -> [NodeID] {
    var nodes: [NodeID] = []
    var cursor = 0
    var hasMore = true
    while hasMore {
      var scanned: [NodeID] = []
      hasMore = graph.scanNodes(having: labels, from: &cursor, limit: Batch.preferredRowCount, into: &scanned)
      try context.check(rows: scanned.count)
      let values = graph.property(key, ofNodes: scanned)
      nodes += scanned.indices.filter { test(values[$0]) }.map { scanned[$0] }
    }
    return nodes
  }
}
