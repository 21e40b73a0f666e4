/// `OPTIONAL MATCH … count(x)` asks of each row how many matches it has, none among them: a number, and no rows that are
/// joined to it. What does not notice rows that come again may be asked beside it.
struct CountOptional: RewriteRule {
  func apply(to plan: LogicalPlan) -> LogicalPlan? {
    guard case .aggregate(.optional(let input, let subplan, let added), let aggregate) = plan,
      aggregate.partition == nil, let number = added.first, let range = aggregate.calls.first?.call.range,
      // A row without a match is a row all the same: `count(*)` counts one more kind of rows than the number does.
      let counted = aggregate.adding(number, for: Set(added), certain: subplan.plan.matched, countsRows: false)
    else { return nil }
    let count = PlanExpression(.countRows(subplan), range: range)
    return .aggregate(.extend(input, [.init(number, count)]), counted)
  }
}

extension LogicalPlan {
  /// What a plan of matches and tests alone finds itself: null in none of its rows.
  fileprivate var matched: Set<Variable> {
    switch self {
    case .nodeScan(let input, let node, _): input.matched.union([node])
    case .nodeSeek(let input, let seek): input.matched.union([seek.node])
    case .expand(let input, let expand): input.matched.union(expand.isInto ? [expand.edge] : [expand.edge, expand.to])
    case .expandVariable(let input, let expand): input.matched.union(expand.isInto ? [] : [expand.to])
    case .filter(let input, _): input.matched
    default: []
    }
  }
}
