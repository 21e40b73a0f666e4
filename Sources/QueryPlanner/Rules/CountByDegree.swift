import GraphCore
import SourceText

/// `count(*)` over the edges of nodes adds up their numbers, where nothing else is asked of the edges and what they lead to.
/// What does not notice rows that come again may be asked beside it.
struct CountByDegree: RewriteRule {
  func apply(to plan: LogicalPlan) -> LogicalPlan? {
    guard case .aggregate(let input, let aggregate) = plan, aggregate.partition == nil,
      let last = Self.lastExpansion(input), let sum = FunctionCatalog.signature(named: "sum")
    else { return nil }
    let (below, expand, tests) = last
    guard !expand.isInto, expand.edge != expand.to else { return nil }
    var labels: LabelTest?
    var apart: [Variable] = []
    for test in tests {
      switch test.kind {
      case .hasLabels(let base, let test):
        guard case .variable(expand.to) = base.kind else { return nil }
        labels = labels.map { .and($0, test) } ?? test
      case .edgesDiffer(expand.edge, let other), .edgesDiffer(let other, expand.edge):
        guard below.patternEdges[other] != nil else { return nil }
        apart.append(other)
      default: return nil
      }
    }
    let degree = LogicalPlan.Degree(
      from: expand.from, direction: expand.direction, types: expand.types, labels: labels, apartFrom: apart,
      result: expand.edge)
    guard let counted = aggregate.adding(degree.result, for: [expand.edge, expand.to], by: sum) else { return nil }
    return .aggregate(.degree(below, degree), counted)
  }

  private static func lastExpansion(
    _ plan: LogicalPlan
  ) -> (below: LogicalPlan, LogicalPlan.Expand, tests: [PlanExpression])? {
    switch plan {
    case .expand(let below, let expand): (below, expand, [])
    case .filter(.expand(let below, let expand), let predicate): (below, expand, predicate.conjuncts)
    default: nil
    }
  }
}

extension LogicalPlan.Aggregate {
  /// The same over rows that each stand for a number of rows: `count(*)` adds the numbers up.
  ///
  /// - Parameters:
  ///   - number: the variable that holds the number.
  ///   - hidden: what the rows do not have any more.
  /// - Returns: nil where a call cannot be had so, a key or an argument asks for what is hidden, or nothing is counted.
  func adding(_ number: Variable, for hidden: Set<Variable>, by sum: FunctionSignature) -> Self? {
    guard groups.allSatisfy({ hidden.isDisjoint(with: $0.expression.freeVariables) }) else { return nil }
    var calls: [(variable: Variable, call: LogicalPlan.AggregateCall)] = []
    var counts = false
    for (variable, call) in self.calls {
      if call.function == nil, !call.isDistinct {
        counts = true
        let argument = PlanExpression(.variable(number), range: call.range)
        calls.append((variable, .init(function: sum, isDistinct: false, arguments: [argument], range: call.range)))
      } else if call.ignoresRepetition, call.arguments.allSatisfy({ hidden.isDisjoint(with: $0.freeVariables) }) {
        calls.append((variable, call))
      } else {
        return nil
      }
    }
    guard counts else { return nil }
    return .init(groups: groups, calls: calls, partition: partition, yieldsEmptyGroup: yieldsEmptyGroup)
  }
}
