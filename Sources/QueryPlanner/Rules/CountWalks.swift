import GraphCore

/// `count(*)` over walks of variable length adds up how many lead to each node, which is told level by level from the
/// numbers at the level before, without making the walks.
///
/// That counts walks that pass an edge twice as well, and so is for types along which there are none: no way leads back to
/// where it began, or ways are too short to pass an edge twice.
struct CountWalks: RewriteRule {
  let graph: any GraphReader

  func apply(to plan: LogicalPlan) -> LogicalPlan? {
    guard case .aggregate(let input, let aggregate) = plan, aggregate.partition == nil,
      let (walk, counting) = counting(input),
      let counted = aggregate.adding(walk.count, for: [walk.walk.edges], certain: [walk.walk.to, walk.walk.from])
    else { return nil }
    return .aggregate(counting, counted)
  }

  /// The plan with its last walk counted, below tests that ask nothing of its edges.
  private func counting(_ plan: LogicalPlan) -> (LogicalPlan.WalkCount, plan: LogicalPlan)? {
    switch plan {
    case .expandVariable(let below, let walk):
      guard !walk.isInto, walk.edgePredicate == nil, passesNoEdgeTwice(walk) else { return nil }
      let count = LogicalPlan.WalkCount(walk: walk, count: walk.edges)
      return (count, .countWalks(below, count))
    case .filter(let below, let predicate):
      guard let (walk, plan) = counting(below), !predicate.freeVariables.contains(walk.walk.edges) else { return nil }
      return (walk, .filter(plan, predicate))
    default: return nil
    }
  }

  private func passesNoEdgeTwice(_ walk: LogicalPlan.ExpandVariable) -> Bool {
    guard walk.direction != .both, let names = walk.types?.disjunction else { return false }
    let types = names.compactMap { graph.names.edgeType($0) }
    if graph.isAcyclic(types) { return true }
    // Two edges one behind the other are the same only where an edge leads to the node it comes from.
    return (walk.maximum ?? .max) <= 2 && graph.sides(.both, types: types) != nil
  }
}
