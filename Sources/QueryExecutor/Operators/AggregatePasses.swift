import GraphCore
import QueryPlanner

/// Calls that see their rows as sets, and different columns of them, are each made on rows of their own where a walk of
/// variable length is among what makes these rows: how many things are reached from how many is the product of the two,
/// what each call asks for is not.
struct AggregatePasses: Sendable {
  /// The calls of each pass, and what is needed of the rows below.
  let passes: [(calls: [Int], needs: Needs)]

  /// nil where one pass is all it takes.
  init?(_ aggregate: LogicalPlan.Aggregate, above input: LogicalPlan) {
    let whole = Needs.all.ofInput(of: .aggregate(input, aggregate))
    guard whole.isSet, aggregate.calls.count > 1, input.isRepeatable else { return nil }
    let groups = aggregate.groups.reduce(into: Set<Variable>()) { $0.formUnion($1.expression.freeVariables) }
    var passes: [(calls: [Int], needs: Needs)] = []
    for (position, (_, call)) in aggregate.calls.enumerated() {
      let variables = call.arguments.reduce(into: groups) { $0.formUnion($1.freeVariables) }
      if let place = passes.firstIndex(where: { $0.needs.variables == variables }) {
        passes[place].calls.append(position)
      } else {
        passes.append(([position], Needs(variables: variables, isSet: true)))
      }
    }
    guard passes.count > 1, passes.contains(where: { input.hasReach($0.needs) }) else { return nil }
    self.passes = passes
  }
}

extension LogicalPlan {
  /// Whether it makes the same rows again: matches and tests alone, without chance.
  var isRepeatable: Bool {
    var plan = self
    while true {
      switch plan {
      case .unit, .argument: return true
      case .nodeScan(let input, _, _), .expand(let input, _), .intersect(let input, _), .degree(let input, _):
        plan = input
      case .nodeSeek(let input, let seek):
        guard seek.value.isDeterministic else { return false }
        plan = input
      case .expandVariable(let input, let expand):
        guard expand.edgePredicate?.isDeterministic ?? true else { return false }
        plan = input
      case .filter(let input, let predicate):
        guard predicate.isDeterministic else { return false }
        plan = input
      case .extend(let input, let bindings):
        guard bindings.allSatisfy(\.expression.isDeterministic) else { return false }
        plan = input
      default: return false
      }
    }
  }

  /// Whether a walk in it is searched as a set if so much is needed of its rows.
  func hasReach(_ needs: Needs) -> Bool {
    if case .expandVariable(_, let expand) = self, ReachOperator.fits(expand, needs) { return true }
    return inputs.first?.hasReach(needs.ofInput(of: self)) ?? false
  }
}
