import GraphCore
import QueryLanguage
import QueryPlanner

extension Evaluator {
  /// How many rows a subplan has that follows one edge from a node which is known and asks for nothing but labels at its
  /// other end, the degree of the node, or to a node that is known as well. nil for others, and where only following the
  /// edges can tell.
  func degrees(_ subplan: Subplan, on rows: Rows) throws(QueryError) -> [Int]? {
    var plan = subplan.plan
    var tests: [PlanExpression] = []
    func takeTests() {
      while case .filter(let below, let predicate) = plan {
        tests += predicate.conjuncts
        plan = below
      }
    }
    takeTests()
    guard case .expand(let below, let expand) = plan, expand.from != expand.to else { return nil }
    plan = below
    takeTests()
    guard case .argument(let known, _) = plan, known.contains(expand.from), !expand.isInto || known.contains(expand.to)
    else { return nil }
    var labels: LabelTest?
    for test in tests {
      switch test.kind {
      // A null has no edges.
      case .isNull(let base, isNegated: true) where base.isVariable(expand.from) || base.isVariable(expand.to): continue
      case .hasLabels(let base, let test) where base.isVariable(expand.to) && !expand.isInto:
        labels = labels.map { .and($0, test) } ?? test
      default: return nil
      }
    }
    let graph = context.graph
    guard !context.hasDeletions, case .nodes(let nodes) = rows.column(expand.from) else { return nil }
    if expand.isInto { return try edges(between: nodes, expand, on: rows) }
    let types = LabelTest.types(expand.types, in: graph) ?? graph.names.edgeTypes.indices.map { EdgeTypeID(UInt32($0)) }
    let mask = labels.map { LabelMask($0, in: graph) }
    try context.check(rows: rows.count)
    return graph.degrees(nodes, expand.direction, types: types, endingIn: mask?.passes)
  }

  private func edges(
    between nodes: [NodeID], _ expand: LogicalPlan.Expand, on rows: Rows
  ) throws(QueryError) -> [Int]? {
    let graph = context.graph
    guard case .nodes(let ends) = rows.column(expand.to),
      let sides = graph.sides(expand.direction, types: LabelTest.types(expand.types, in: graph))
    else { return nil }
    try context.check(rows: rows.count)
    return nodes.indices.map { row in
      guard nodes[row] != .none, ends[row] != .none else { return 0 }
      return sides.reduce(0) { $0 + $1.slots(of: nodes[row], endingAt: ends[row]).count }
    }
  }
}

extension PlanExpression {
  fileprivate func isVariable(_ wanted: Variable) -> Bool {
    if case .variable(let variable) = kind { variable == wanted } else { false }
  }
}
