import GraphCore
import QueryLanguage
import QueryPlanner

/// Each input row with each node that passes the label test, a batch of nodes at a time.
final class NodeScanOperator: Operator {
  let layout: Layout
  private let input: any Operator
  private let labels: LabelTest?
  private let context: ExecutionContext
  private var current: Batch?
  private var row = 0
  private var cursor = 0

  init(_ input: any Operator, _ node: Variable, _ labels: LabelTest?, _ context: ExecutionContext) {
    self.input = input
    self.labels = labels
    self.context = context
    layout = Layout(input.layout.variables + [node])
  }

  func next() throws(QueryError) -> Batch? {
    while true {
      if current == nil {
        guard let batch = try input.next() else { return nil }
        current = batch
        row = 0
        cursor = 0
      }
      guard let batch = current else { return nil }
      let nodes = scan()
      let source = row
      if nodes.count < Batch.preferredRowCount {
        row += 1
        cursor = 0
        if row == batch.rowCount { current = nil }
      }
      guard !nodes.isEmpty else { continue }
      try context.check(rows: nodes.count)
      let repeated = batch.gathered(Array(repeating: source, count: nodes.count))
      return Batch(rowCount: nodes.count, columns: repeated.columns + [.nodes(nodes)])
    }
  }

  /// Up to a batch of nodes; fewer only at the end.
  private func scan() -> [NodeID] {
    let graph = context.graph
    var nodes: [NodeID] = []
    nodes.reserveCapacity(Batch.preferredRowCount)
    let conjunction = labels.map(\.conjunction) ?? []
    let required = (conjunction ?? []).map { graph.names.label($0) }
    // A label that the graph does not know is on no node.
    if required.contains(where: { $0 == nil }) { return [] }
    let isExact = labels == nil || conjunction != nil
    var hasMore = true
    while hasMore, nodes.count < Batch.preferredRowCount {
      let start = nodes.count
      hasMore = graph.scanNodes(
        having: required.compactMap { $0 }, from: &cursor, limit: Batch.preferredRowCount - start, into: &nodes)
      if !isExact, let labels {
        let passes = LabelMask(labels, in: graph)
        nodes = nodes[..<start] + nodes[start...].filter { passes.contains($0, in: graph) }
      }
    }
    return nodes
  }
}

/// A label test decided once for each set of labels that occurs.
struct LabelMask {
  private let passes: [Bool]

  init(_ test: LabelTest, in graph: any GraphReader) {
    let names = graph.names
    passes = (0..<graph.labelSetCount).map { set in
      test.passes(graph.labels(inSet: set).map { names.name(of: $0) })
    }
  }

  func contains(_ node: NodeID, in graph: any GraphReader) -> Bool {
    let set = graph.labelSet(of: node)
    return passes.indices.contains(set) && passes[set]
  }
}

extension LabelTest {
  /// The edge types of the graph that pass; nil for no test.
  static func types(_ test: LabelTest?, in graph: any GraphReader) -> [EdgeTypeID]? {
    guard let test else { return nil }
    let names = graph.names
    return names.edgeTypes.filter { test.passes([$0]) }.compactMap { names.edgeType($0) }
  }
}
