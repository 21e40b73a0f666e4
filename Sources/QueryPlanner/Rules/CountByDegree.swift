import GraphCore
import SourceText

/// `count(*)` over the edges of nodes adds up their numbers, where nothing else is asked of the edges and what they lead to.
/// What does not notice rows that come again may be asked beside it.
struct CountByDegree: RewriteRule {
  func apply(to plan: LogicalPlan) -> LogicalPlan? {
    guard case .aggregate(let input, let aggregate) = plan, aggregate.partition == nil,
      let last = Self.lastExpansion(input)
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
    let matched: Set<Variable> = [expand.edge, expand.to]
    guard let counted = aggregate.adding(degree.result, for: matched, certain: matched.union([expand.from])) else {
      return nil
    }
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
