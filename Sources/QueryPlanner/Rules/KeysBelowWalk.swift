import GraphCore

/// A group key that is a property of what was found before a walk of variable length is read before the walk: it is the
/// value that the rows are grouped by, so that the walk from all nodes with the same value is one search and not one for
/// each of them.
struct KeysBelowWalk: RewriteRule {
  func apply(to plan: LogicalPlan) -> LogicalPlan? {
    guard case .aggregate(let whole, let aggregate) = plan, aggregate.partition == nil else { return nil }
    var input = whole
    var hasMoved = false
    let groups = aggregate.groups.map { group -> LogicalPlan.Binding in
      guard case .property(let base, _) = group.expression.kind, case .variable(let element) = base.kind,
        let below = Self.reading(group, of: element, in: input)
      else { return group }
      input = below
      hasMoved = true
      return LogicalPlan.Binding(
        group.variable, PlanExpression(.variable(group.variable), range: group.expression.range))
    }
    guard hasMoved else { return nil }
    return .aggregate(
      input,
      .init(
        groups: groups, calls: aggregate.calls, partition: nil, yieldsEmptyGroup: aggregate.yieldsEmptyGroup))
  }

  /// The plan with the key read below its lowest walk that knows the element already; nil where there is none.
  private static func reading(
    _ group: LogicalPlan.Binding, of element: Variable, in plan: LogicalPlan
  ) -> LogicalPlan? {
    switch plan {
    case .expand, .expandVariable, .filter, .intersect, .degree, .extend: break
    default: return nil
    }
    guard let below = plan.inputs.first, below.outputs.contains(element) else { return nil }
    if let moved = reading(group, of: element, in: below) { return plan.mapInputs { _ in moved } }
    guard case .expandVariable = plan else { return nil }
    return plan.mapInputs { .extend($0, [group]) }
  }
}
