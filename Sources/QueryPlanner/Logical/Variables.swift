extension PlanExpression {
  /// The variables it reads that it does not bind itself.
  package var freeVariables: Set<Variable> {
    switch kind {
    case .constant, .parameter: return []
    case .variable(let variable): return [variable]
    case .list(let items), .and(let items), .or(let items), .function(_, let items): return Self.union(items)
    case .map(let entries): return Self.union(entries.map(\.value))
    case .property(let base, _), .hasLabels(let base, _), .not(let base), .negate(let base), .isNull(let base, _),
      .isTyped(let base, _, _), .isTruth(let base, _, _), .cast(let base, _):
      return base.freeVariables
    case .index(let a, let b), .xor(let a, let b), .compare(_, let a, let b), .arithmetic(_, let a, let b),
      .test(_, let a, let b), .hasComputedLabels(let a, let b, _):
      return a.freeVariables.union(b.freeVariables)
    case .binding(let variable, let value, let body):
      return value.freeVariables.union(body.freeVariables.subtracting([variable]))
    case .slice(let base, let from, let to): return Self.union([base, from, to].compactMap { $0 })
    case .case(let branches, let otherwise):
      return Self.union(branches.flatMap { [$0.when, $0.then] } + [otherwise].compactMap { $0 })
    case .comprehension(let variable, let list, let predicate, let result):
      return list.freeVariables.union(Self.union([predicate, result].compactMap { $0 }).subtracting([variable]))
    case .quantified(_, let variable, let list, let predicate):
      return list.freeVariables.union(predicate.freeVariables.subtracting([variable]))
    case .reduce(let accumulator, let initial, let variable, let list, let result):
      return Self.union([initial, list]).union(result.freeVariables.subtracting([accumulator, variable]))
    case .allReduce(let accumulator, let initial, let variable, let list, let result, let predicate):
      return Self.union([initial, list]).union(
        Self.union([result, predicate]).subtracting([accumulator, variable]))
    case .exists(let subplan), .countRows(let subplan), .collectRows(let subplan, _): return subplan.imported
    case .path(let elements):
      return Set(
        elements.map { element in
          switch element {
          case .node(let variable), .edge(let variable), .edges(let variable): variable
          }
        })
    case .edgesDiffer(let a, let b): return [a, b]
    case .isPresent(let variable): return [variable]
    case .viewed(_, let inner): return inner.freeVariables
    case .mapProjection(let base, let items):
      let values = items.compactMap { item -> PlanExpression? in
        if case .entry(_, let value) = item { value } else { nil }
      }
      return base.freeVariables.union(Self.union(values))
    }
  }

  private static func union(_ expressions: [PlanExpression]) -> Set<Variable> {
    expressions.reduce(into: []) { $0.formUnion($1.freeVariables) }
  }

  /// The parts of a conjunction.
  public var conjuncts: [PlanExpression] {
    if case .and(let parts) = kind { parts.flatMap(\.conjuncts) } else { [self] }
  }
}

extension Subplan {
  /// The outer variables that its `argument` leaves ask for.
  public var imported: Set<Variable> { plan.argumentVariables }
}

extension LogicalPlan {
  /// The plans whose rows this operator takes; subplans are not among them.
  public var inputs: [LogicalPlan] {
    switch self {
    case .unit, .argument: []
    case .union(let left, let right, _), .combine(let left, let right, _): [left, right]
    case .nodeScan(let input, _, _), .nodeSeek(let input, _), .degree(let input, _), .expand(let input, _),
      .expandVariable(let input, _), .countWalks(let input, _), .intersect(let input, _), .shortestPath(let input, _),
      .pathSearch(let input, _), .edgeEnds(let input, _), .filter(let input, _), .project(let input, _),
      .extend(let input, _),
      .aggregate(let input, _), .distinct(let input, _), .sort(let input, _), .slice(let input, _, _, _),
      .top(let input, _, _, _), .unwind(let input, _), .load(let input, _), .optional(let input, _, _),
      .create(let input, _),
      .merge(let input, _), .set(let input, _), .delete(let input, _, _), .call(let input, _), .discard(let input),
      .apply(let input, _), .choose(let input, _), .through(let input, _), .foreach(let input, _):
      [input]
    }
  }

  /// Whether it or what it takes its rows from changes the graph.
  public var changesGraph: Bool {
    switch self {
    case .create, .merge, .set, .delete, .foreach: true
    case .apply(let input, let apply): apply.isUpdating || input.changesGraph
    case .choose(let input, let choose): choose.isUpdating || input.changesGraph
    case .through(let input, let subplan): subplan.plan.changesGraph || input.changesGraph
    default: inputs.contains(where: \.changesGraph)
    }
  }

  fileprivate var argumentVariables: Set<Variable> {
    if case .argument(let variables, _) = self { return Set(variables) }
    return inputs.reduce(into: []) { $0.formUnion($1.argumentVariables) }
  }
}
