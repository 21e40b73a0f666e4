import GraphCore
import QueryLanguage
import QueryPlanner

/// The properties of a scan's nodes that a filter right above it compares with values known before: where few nodes lie
/// within them, an index finds these, and the filter has no others to look at.
struct ScanBounds {
  private struct Comparison {
    let key: String
    let op: Expression.ComparisonOperator
    let value: PlanExpression
  }

  private let comparisons: [Comparison]

  /// nil where nothing is compared so.
  init?(of node: Variable, in predicate: PlanExpression) {
    comparisons = predicate.conjuncts.compactMap { test in
      guard case .compare(let op, let left, let right) = test.kind else { return nil }
      for (side, other, op) in [(left, right, op), (right, left, op.mirrored)] {
        guard case .property(let base, let key) = side.kind, case .variable(node) = base.kind, other.isKnownBefore,
          op != .equal, op != .notEqual
        else { continue }
        return Comparison(key: key, op: op, value: other)
      }
      return nil
    }
    if comparisons.isEmpty { return nil }
  }

  /// Those that an index finds; nil where a scan does as well.
  func nodes(_ labels: LabelTest?, _ context: ExecutionContext) -> [NodeID]? {
    let graph = context.graph
    guard let conjunction = labels.map({ $0.conjunction }) ?? [] else { return nil }
    let ids = conjunction.compactMap { graph.names.label($0) }
    guard ids.count == conjunction.count else { return nil }
    for key in Set(comparisons.map(\.key)).sorted() {
      guard let property = graph.names.propertyKey(key), let bounds = bounds(of: key, context),
        let found = graph.nodes(having: ids, where: property, within: bounds)
      else { continue }
      return found
    }
    return nil
  }

  private func bounds(of key: String, _ context: ExecutionContext) -> ValueBounds? {
    var bounds = ValueBounds()
    for comparison in comparisons where comparison.key == key {
      // What fails here fails in the filter, which says so.
      guard
        let column = try? Evaluator(context).evaluate(comparison.value, on: Rows(.unit, Layout([]))), column.count == 1
      else { return nil }
      let bound = ValueBounds.Bound(
        column[0], isIncluded: comparison.op == .lessOrEqual || comparison.op == .greaterOrEqual)
      // Of two on one side either will do: the filter asks for both.
      switch comparison.op {
      case .greater, .greaterOrEqual: bounds.lower = bound
      case .less, .lessOrEqual: bounds.upper = bound
      case .equal, .notEqual: continue
      }
    }
    return bounds
  }
}

extension PlanExpression {
  /// Whether it is the same for all rows of a statement.
  fileprivate var isKnownBefore: Bool { freeVariables.isEmpty && isDeterministic && subplans.isEmpty }
}
