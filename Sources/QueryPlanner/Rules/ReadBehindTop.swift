import GraphCore

/// What is only read from nodes and edges is read of the rows that ORDER BY with LIMIT keeps, and not of all that it looks
/// at: of 75,000 claims in a page of fifty, the id of a thousand.
struct ReadBehindTop: RewriteRule {
  func apply(to plan: LogicalPlan) -> LogicalPlan? {
    guard case .top(.extend(let input, let bindings), let keys, let skip, let limit) = plan, !input.changesGraph else {
      return nil
    }
    let elements = input.patternElements
    guard bindings.allSatisfy({ $0.expression.isReading(of: elements) }),
      bindings.contains(where: { if case .property = $0.expression.kind { true } else { false } })
    else { return nil }
    let bound = Dictionary(bindings.map { ($0.variable, $0.expression) }, uniquingKeysWith: { $1 })
    var below: [LogicalPlan.SortKey] = []
    for key in keys {
      if case .variable(let variable) = key.expression.kind, let expression = bound[variable] {
        below.append(key.with(expression))
      } else if key.expression.freeVariables.isDisjoint(with: bound.keys) {
        below.append(key)
      } else {
        return nil
      }
    }
    return .extend(.top(input, below, skip: skip, limit: limit), bindings)
  }
}

extension LogicalPlan {
  /// The variables that hold a node or an edge each, as far as the operators down to the first that is no match tell.
  fileprivate var patternElements: Set<Variable> {
    var found = Set(patternEdges.keys)
    var plan = self
    while true {
      switch plan {
      case .expand(_, let expand): found.formUnion([expand.from, expand.to])
      case .expandVariable(_, let expand): found.formUnion([expand.from, expand.to])
      case .intersect(_, let intersect): found.insert(intersect.node)
      case .nodeScan(_, let node, _): found.insert(node)
      case .nodeSeek(_, let seek): found.insert(seek.node)
      case .filter: break
      default: return found
      }
      guard let below = plan.inputs.first else { return found }
      plan = below
    }
  }
}

extension PlanExpression {
  /// Whether it is a variable, or a property of one of these, which has a value whatever the row.
  fileprivate func isReading(of elements: Set<Variable>) -> Bool {
    switch kind {
    case .variable: return true
    case .property(let base, _):
      if case .variable(let variable) = base.kind { return elements.contains(variable) }
      return false
    default: return false
    }
  }
}
