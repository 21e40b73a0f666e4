import GraphCore

/// A change of plan that keeps its rows. One rule, one file; `rewrite` applies them bottom-up in this order.
protocol RewriteRule: Sendable {
  /// A better plan with the same rows, or nil if the rule does not fit here. The inputs are rewritten already.
  func apply(to plan: LogicalPlan) -> LogicalPlan?
}

/// - Parameter graph: what the plan will run on, unchanged; nil if it may change before.
func rewriteRules(_ graph: (any GraphReader)?) -> [any RewriteRule] {
  let knowing: [any RewriteRule] =
    graph.map { [DropImpliedTests(graph: $0), KeysBelowWalk(), CountWalks(graph: $0)] } ?? []
  return [MergeSortAndLimit(), ReadBehindTop(), DropTrueFilter(), SeekByProperty()] + knowing + [
    IntersectNeighbours(), CountByDegree(), CountOptional(),
  ]
}

/// The plan after all rules, bottom-up. Subplans inside expressions were rewritten when they were built.
func rewrite(_ plan: LogicalPlan, _ rules: [any RewriteRule]) -> LogicalPlan {
  var plan = plan.mapInputs { rewrite($0, rules) }
  for rule in rules { plan = rule.apply(to: plan) ?? plan }
  return plan
}

extension LogicalPlan {
  /// This operator on other inputs.
  func mapInputs(_ map: (LogicalPlan) -> LogicalPlan) -> LogicalPlan {
    switch self {
    case .unit, .argument: self
    case .nodeScan(let input, let node, let labels): .nodeScan(map(input), node, labels)
    case .nodeSeek(let input, let seek): .nodeSeek(map(input), seek)
    case .degree(let input, let degree): .degree(map(input), degree)
    case .expand(let input, let expand): .expand(map(input), expand)
    case .expandVariable(let input, let expand): .expandVariable(map(input), expand)
    case .countWalks(let input, let walks): .countWalks(map(input), walks)
    case .intersect(let input, let intersect): .intersect(map(input), intersect)
    case .shortestPath(let input, let search): .shortestPath(map(input), search)
    case .pathSearch(let input, let search): .pathSearch(map(input), search)
    case .edgeEnds(let input, let ends): .edgeEnds(map(input), ends)
    case .filter(let input, let predicate): .filter(map(input), predicate)
    case .project(let input, let bindings): .project(map(input), bindings)
    case .extend(let input, let bindings): .extend(map(input), bindings)
    case .aggregate(let input, let aggregate): .aggregate(map(input), aggregate)
    case .distinct(let input, let variables): .distinct(map(input), variables)
    case .sort(let input, let keys): .sort(map(input), keys)
    case .slice(let input, let skip, let limit, let partition):
      .slice(map(input), skip: skip, limit: limit, partition: partition)
    case .top(let input, let keys, let skip, let limit): .top(map(input), keys, skip: skip, limit: limit)
    case .unwind(let input, let unwind): .unwind(map(input), unwind)
    case .load(let input, let load): .load(map(input), load)
    case .optional(let input, let subplan, let added):
      .optional(map(input), Subplan(plan: map(subplan.plan), row: subplan.row), added: added)
    case .union(let left, let right, let columns): .union(map(left), map(right), columns)
    case .combine(let left, let right, let combination): .combine(map(left), map(right), combination)
    case .apply(let input, let apply):
      .apply(
        map(input),
        .init(
          subplan: apply.subplan.mapped(map), kind: apply.kind, added: apply.added, isUpdating: apply.isUpdating,
          view: apply.view))
    case .choose(let input, let choose):
      .choose(
        map(input),
        .init(
          choices: choose.choices.map {
            .init(predicate: $0.predicate, subplan: $0.subplan.mapped(map), columns: $0.columns)
          }, added: choose.added, keepsRows: choose.keepsRows, isUpdating: choose.isUpdating))
    case .through(let input, let subplan): .through(map(input), subplan.mapped(map))
    case .foreach(let input, let foreach):
      .foreach(
        map(input), .init(variable: foreach.variable, list: foreach.list, body: foreach.body.mapped(map)))
    case .create(let input, let creation): .create(map(input), creation)
    case .merge(let input, let merge): .merge(map(input), merge)
    case .set(let input, let operations): .set(map(input), operations)
    case .delete(let input, let targets, let detaches): .delete(map(input), targets, detaches: detaches)
    case .call(let input, let call): .call(map(input), call)
    case .discard(let input): .discard(map(input))
    }
  }
}

extension Subplan {
  fileprivate func mapped(_ map: (LogicalPlan) -> LogicalPlan) -> Subplan { Subplan(plan: map(plan), row: row) }
}
