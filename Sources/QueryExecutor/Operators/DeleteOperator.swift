import GraphCore
import QueryLanguage
import QueryPlanner
import SourceText

/// DELETE and DETACH DELETE: edges first, then nodes, so that one statement can take both.
final class DeleteOperator: Operator {
  let layout: Layout
  private let input: any Operator
  private let targets: [PlanExpression]
  private let detaches: Bool
  private let context: ExecutionContext
  private var output = BufferedOutput()

  init(_ input: any Operator, _ targets: [PlanExpression], detaches: Bool, _ context: ExecutionContext) {
    self.input = input
    self.targets = targets
    self.detaches = detaches
    self.context = context
    layout = input.layout
  }

  func next() throws(QueryError) -> Batch? {
    try output.next(from: input) { (batches) throws(QueryError) in
      var doomed = Doomed()
      for batch in batches {
        let rows = Rows(batch, layout)
        for target in targets { try doomed.add(try Evaluator(context).evaluate(target, on: rows), target.range) }
      }
      try delete(doomed)
      return batches
    }
  }

  private struct Doomed {
    var nodes: [NodeID: SourceRange] = [:]
    var edges: Set<EdgeID> = []

    mutating func add(_ column: Column, _ range: SourceRange) throws(QueryError) {
      for row in 0..<column.count {
        switch column[row] {
        case .null: break
        case .node(let node): nodes[node] = range
        case .edge(let edge): edges.insert(edge)
        case .path(let path):
          for node in path.nodes { nodes[node] = range }
          edges.formUnion(path.edges)
        case let value:
          throw QueryError(
            .invalidArgumentType, .typeError, .runtime,
            message: "DELETE takes nodes, edges and paths, this is \(value.typeName)", range: range)
        }
      }
    }
  }

  private func delete(_ doomed: Doomed) throws(QueryError) {
    guard let transaction = context.transaction else {
      throw QueryError(
        .readOnly, .semanticError, .runtime, message: "this graph can only be read", range: SourceRange(0, 0))
    }
    context.hasDeletions = true
    for edge in doomed.edges.sorted() { remove(edge, transaction) }
    for (node, range) in doomed.nodes.sorted(by: { $0.key < $1.key }) where transaction.graph.contains(node) {
      var expansion = Expansion()
      transaction.graph.expand([node], .both, types: nil, into: &expansion)
      guard detaches || expansion.edges.isEmpty else {
        throw QueryError(
          .deleteConnectedNode, .constraintVerificationFailed, .runtime,
          message:
            "a node that still has \(expansion.edges.count) \(expansion.edges.count == 1 ? "edge" : "edges") cannot be deleted",
          range: range,
          suggestion: "use DETACH DELETE to delete its edges too")
      }
      for edge in expansion.edges { remove(edge, transaction) }
      transaction.delete(node)
    }
  }

  private func remove(_ edge: EdgeID, _ transaction: GraphTransaction) {
    guard transaction.graph.contains(edge) else { return }
    context.deletedEdgeTypes[edge] = transaction.graph.names.name(of: transaction.graph.type(of: edge))
    transaction.delete(edge)
  }
}
