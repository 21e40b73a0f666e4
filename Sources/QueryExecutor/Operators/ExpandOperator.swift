import GraphCore
import QueryLanguage
import QueryPlanner

/// Each input row with each edge of one of its nodes, and the node at the other end.
final class ExpandOperator: Operator {
  let layout: Layout
  private let input: any Operator
  private let expand: LogicalPlan.Expand
  private let context: ExecutionContext
  private var cursor = InputCursor()
  private let carried: CarriedColumns
  /// Whether somebody needs the edge, and the end.
  private let (keepsEdge, keepsEnd): (Bool, Bool)

  init(_ input: any Operator, _ expand: LogicalPlan.Expand, _ needs: Needs, _ context: ExecutionContext) {
    self.input = input
    self.expand = expand
    self.context = context
    carried = CarriedColumns(of: input.layout, needs)
    keepsEdge = needs.contains(expand.edge)
    keepsEnd = !expand.isInto && needs.contains(expand.to)
    layout = Layout(
      carried.variables + (keepsEdge ? [expand.edge] : []) + (keepsEnd ? [expand.to] : []))
  }

  func next() throws(QueryError) -> Batch? {
    while let batch = try cursor.next(from: input) {
      let rows = Rows(batch, input.layout)
      let graph = context.graph
      var expansion = Expansion()
      graph.expand(
        rows.column(expand.from).nodeIDs, expand.direction, types: LabelTest.types(expand.types, in: graph),
        into: &expansion)
      cursor.adapt(to: expansion.rows.count)
      // What leads elsewhere was looked at too.
      try context.check(rows: expansion.rows.count)
      if expand.isInto { expansion.keep(endingAt: rows.column(expand.to).nodeIDs) }
      guard !expansion.rows.isEmpty else { continue }
      let edges: [Column] = keepsEdge ? [.edges(expansion.edges)] : []
      let ends: [Column] = keepsEnd ? [.nodes(expansion.neighbours)] : []
      return Batch(
        rowCount: expansion.rows.count, columns: carried.of(batch, at: expansion.rows) + edges + ends)
    }
    return nil
  }
}

extension Expansion {
  /// Only what ends at the node that the row knows already.
  mutating func keep(endingAt nodes: [NodeID]) {
    let kept = rows.indices.filter { neighbours[$0] == nodes[rows[$0]] }
    rows = kept.map { rows[$0] }
    edges = kept.map { edges[$0] }
    neighbours = kept.map { neighbours[$0] }
  }
}

extension Column {
  /// Each row as a node; `NodeID.none` for null and for anything that is no node.
  var nodeIDs: [NodeID] {
    switch self {
    case .nodes(let nodes): nodes
    default: values.map { if case .node(let node) = $0 { node } else { .none } }
    }
  }

  var edgeIDs: [EdgeID] {
    switch self {
    case .edges(let edges): edges
    default: values.map { if case .edge(let edge) = $0 { edge } else { .none } }
    }
  }
}
