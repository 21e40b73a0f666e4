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
  /// All nodes that pass, once they are known from the first row and are not too many to keep. The graph does not change
  /// while rows are read: operators that change it read all their input first.
  private var known: [NodeID]?
  private var seen: [NodeID]? = []
  /// What a filter above asks of the nodes, until it has been looked at.
  private var bounds: ScanBounds?
  private static let mostKnown = 1 << 20

  private let carried: CarriedColumns

  /// - Parameter bounds: nodes that are not within them may be left out.
  init(
    _ input: any Operator, _ node: Variable, _ labels: LabelTest?, within bounds: ScanBounds?, _ needs: Needs,
    _ context: ExecutionContext
  ) {
    self.input = input
    self.bounds = bounds
    carried = CarriedColumns(of: input.layout, needs)
    self.labels = labels
    self.context = context
    layout = Layout(carried.variables + [node])
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
      var sources: [Int] = []
      var nodes: [NodeID] = []
      nodes.reserveCapacity(Batch.preferredRowCount)
      while nodes.count < Batch.preferredRowCount, row < batch.rowCount {
        let start = nodes.count
        let hasMore = scan(upTo: Batch.preferredRowCount, into: &nodes)
        sources += repeatElement(row, count: nodes.count - start)
        if !hasMore {
          row += 1
          cursor = 0
        }
      }
      if row == batch.rowCount { current = nil }
      guard !nodes.isEmpty else { continue }
      try context.check(rows: nodes.count)
      return Batch(rowCount: nodes.count, columns: carried.of(batch, at: sources) + [.nodes(nodes)])
    }
  }

  /// Adds the next nodes for the current row until there are `count`; false when there are no more.
  private func scan(upTo count: Int, into nodes: inout [NodeID]) -> Bool {
    if let bounds = exchange(&bounds, with: nil) { known = bounds.nodes(labels, context) }
    if let known {
      let end = min(known.count, cursor + count - nodes.count)
      nodes += known[cursor..<end]
      cursor = end
      return cursor < known.count
    }
    let start = nodes.count
    let hasMore = Self.scan(context.graph, labels, from: &cursor, upTo: count, into: &nodes)
    seen?.append(contentsOf: nodes[start...])
    if let all = seen, all.count > Self.mostKnown { seen = nil }
    if !hasMore {
      known = seen
      seen = nil
    }
    return hasMore
  }

  /// All that pass, for those who share them out; whoever makes rows of them counts them.
  static func nodes(of graph: any GraphReader, passing labels: LabelTest?) -> [NodeID] {
    var nodes: [NodeID] = []
    var cursor = 0
    while scan(graph, labels, from: &cursor, upTo: nodes.count + mostScanned, into: &nodes) {}
    return nodes
  }

  private static let mostScanned = 1 << 16

  /// False where there are no more.
  private static func scan(
    _ graph: any GraphReader, _ labels: LabelTest?, from cursor: inout Int, upTo count: Int, into nodes: inout [NodeID]
  ) -> Bool {
    let conjunction = labels.map(\.conjunction) ?? []
    let required = (conjunction ?? []).map { graph.names.label($0) }
    // A label that the graph does not know is on no node.
    if required.contains(where: { $0 == nil }) { return false }
    let mask = conjunction == nil ? labels.map { LabelMask($0, in: graph) } : nil
    while nodes.count < count {
      let start = nodes.count
      let hasMore = graph.scanNodes(
        having: required.compactMap { $0 }, from: &cursor, limit: count - start, into: &nodes)
      if let mask { nodes.replaceSubrange(start..., with: nodes[start...].filter { mask.contains($0, in: graph) }) }
      if !hasMore { return false }
    }
    return true
  }
}

/// Nodes that are known already: a part of what a scan finds.
final class ListedNodesOperator: Operator {
  let layout: Layout
  private let nodes: [NodeID]
  private let context: ExecutionContext
  private var position = 0

  init(_ nodes: [NodeID], _ node: Variable, _ context: ExecutionContext) {
    self.nodes = nodes
    self.context = context
    layout = Layout([node])
  }

  func next() throws(QueryError) -> Batch? {
    guard position < nodes.count else { return nil }
    let end = min(position + Batch.preferredRowCount, nodes.count)
    defer { position = end }
    try context.check(rows: end - position)
    return Batch(rowCount: end - position, columns: [.nodes(Array(nodes[position..<end]))])
  }
}

/// A label test decided once for each set of labels that occurs.
struct LabelMask {
  /// By label set.
  let passes: [Bool]

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
