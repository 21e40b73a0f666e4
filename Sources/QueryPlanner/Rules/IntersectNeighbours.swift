import GraphCore

/// A node that is found along one edge and then tested for another is found along both at once: what has the edges of a
/// circle in common costs the lists of neighbours, and not all the ways that do not close (Ngo, Ré and Rudra, "Skew strikes
/// back", 2013).
struct IntersectNeighbours: RewriteRule {
  func apply(to plan: LogicalPlan) -> LogicalPlan? {
    switch plan {
    case .expand(let input, let closing) where closing.isInto && closing.from != closing.to:
      fused(input, closing)
    case .filter(.intersect(let input, let intersect), let predicate): absorbed(predicate, input, intersect)
    default: nil
    }
  }

  private func fused(_ input: LogicalPlan, _ closing: LogicalPlan.Expand) -> LogicalPlan? {
    var tests: [PlanExpression] = []
    var plan = input
    while case .filter(let below, let predicate) = plan {
      tests = predicate.conjuncts + tests
      plan = below
    }
    let (below, node, legs, apart): (LogicalPlan, Variable, [LogicalPlan.Intersect.Leg], [(Variable, Variable)])
    switch plan {
    case .expand(let inner, let first) where !first.isInto && first.from != first.to:
      let leg = LogicalPlan.Intersect.Leg(
        from: first.from, edge: first.edge, direction: first.direction, types: first.types)
      (below, node, legs, apart) = (inner, first.to, [leg], [])
    case .intersect(let inner, let known): (below, node, legs, apart) = (inner, known.node, known.legs, known.apart)
    default: return nil
    }
    guard node == closing.from || node == closing.to else { return nil }
    let isForward = closing.to == node
    let leg = LogicalPlan.Intersect.Leg(
      from: isForward ? closing.from : closing.to, edge: closing.edge,
      direction: isForward ? closing.direction : closing.direction.reversed, types: closing.types)
    let intersect = LogicalPlan.intersect(below, .init(node: node, legs: legs + [leg], apart: apart))
    guard let first = tests.first else { return intersect }
    let predicate = tests.count == 1 ? first : PlanExpression(.and(tests), range: first.range)
    return apply(to: .filter(intersect, predicate)) ?? .filter(intersect, predicate)
  }

  /// With the tests that keep its edges apart.
  private func absorbed(
    _ predicate: PlanExpression, _ input: LogicalPlan, _ intersect: LogicalPlan.Intersect
  ) -> LogicalPlan? {
    let legs = Set(intersect.legs.map(\.edge))
    let known = input.patternEdges
    var (apart, others) = (intersect.apart, [PlanExpression]())
    for test in predicate.conjuncts {
      if case .edgesDiffer(let a, let b) = test.kind, legs.contains(a) || legs.contains(b),
        legs.contains(a) || known[a] != nil, legs.contains(b) || known[b] != nil
      {
        apart.append((a, b))
      } else {
        others.append(test)
      }
    }
    guard apart.count > intersect.apart.count else { return nil }
    let absorbed = LogicalPlan.intersect(input, .init(node: intersect.node, legs: intersect.legs, apart: apart))
    guard let first = others.first else { return absorbed }
    return .filter(absorbed, others.count == 1 ? first : PlanExpression(.and(others), range: first.range))
  }
}
