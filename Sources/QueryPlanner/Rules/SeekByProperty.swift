import GraphCore

/// A scan whose nodes must have a property of a value that is known before becomes a look into an index.
struct SeekByProperty: RewriteRule {
  func apply(to plan: LogicalPlan) -> LogicalPlan? {
    guard case .filter(.nodeScan(let input, let node, let labels), let predicate) = plan else { return nil }
    var tests = predicate.conjuncts
    // One value before several: it leaves fewer nodes.
    for isAny in [false, true] {
      for (place, test) in tests.enumerated() {
        guard let (key, value) = isAny ? Self.membership(test, of: node) : Self.equality(test, of: node) else {
          continue
        }
        tests.remove(at: place)
        let seek = LogicalPlan.nodeSeek(input, .init(node: node, labels: labels, key: key, value: value, isAny: isAny))
        guard let first = tests.first else { return seek }
        return .filter(seek, tests.count == 1 ? first : PlanExpression(.and(tests), range: first.range))
      }
    }
    return nil
  }

  private static func membership(_ test: PlanExpression, of node: Variable) -> (key: String, value: PlanExpression)? {
    guard case .test(.in, let side, let list) = test.kind, case .property(let base, let key) = side.kind,
      case .variable(let variable) = base.kind, variable == node
    else { return nil }
    switch list.kind {
    case .constant(.list), .parameter: return (key, list)
    case .list(let elements): return elements.allSatisfy { isKnownBefore($0, node) } ? (key, list) : nil
    default: return nil
    }
  }

  private static func equality(_ test: PlanExpression, of node: Variable) -> (key: String, value: PlanExpression)? {
    guard case .compare(.equal, let left, let right) = test.kind else { return nil }
    for (side, other) in [(left, right), (right, left)] {
      guard case .property(let base, let key) = side.kind, case .variable(let variable) = base.kind, variable == node,
        isKnownBefore(other, node)
      else { continue }
      return (key, other)
    }
    return nil
  }

  /// Constants, parameters and what other variables hold: nothing that fails, since a filter would not ask for it where
  /// there is no node.
  private static func isKnownBefore(_ value: PlanExpression, _ node: Variable) -> Bool {
    switch value.kind {
    case .constant, .parameter: true
    case .variable(let variable): variable != node
    case .property(let base, _):
      if case .variable(let variable) = base.kind { variable != node } else { false }
    default: false
    }
  }
}
