import QueryLanguage

extension LogicalPlan {
  /// The expressions that it evaluates itself, in the order that EXPLAIN shows the subqueries in them.
  var expressions: [PlanExpression] {
    switch self {
    case .unit, .argument, .nodeScan, .degree, .expand, .countWalks, .intersect, .edgeEnds, .distinct, .optional,
      .union, .combine,
      .apply,
      .through,
      .discard:
      []
    case .nodeSeek(_, let seek): [seek.value]
    case .expandVariable(_, let expand): [expand.edgePredicate].compactMap { $0 }
    case .shortestPath(_, let search): [search.edgePredicate].compactMap { $0 }
    case .pathSearch(_, let search): search.program.tests
    case .filter(_, let predicate): [predicate]
    case .project(_, let bindings), .extend(_, let bindings): bindings.map(\.expression)
    case .aggregate(_, let aggregate): aggregate.groups.map(\.expression) + aggregate.calls.flatMap(\.call.arguments)
    case .sort(_, let keys), .top(_, let keys, _, _): keys.map(\.expression)
    case .slice(_, let skip, let limit, _): [skip, limit].compactMap { $0 }
    case .unwind(_, let unwind): [unwind.list]
    case .load(_, let load): [load.source]
    case .choose(_, let choose): choose.choices.compactMap(\.predicate)
    case .foreach(_, let foreach): [foreach.list]
    case .create(_, let creation): creation.expressions
    case .merge(_, let merge):
      merge.creation.expressions + (merge.onCreate + merge.onMatch).flatMap(\.expressions)
    case .set(_, let operations): operations.flatMap(\.expressions)
    case .delete(_, let elements, _): elements
    case .call(_, let call): call.arguments
    }
  }
}

extension PathProgram {
  fileprivate var tests: [PlanExpression] {
    segments.flatMap { segment in segment.hops.compactMap(\.test) + [segment.test].compactMap { $0 } }
      + gates.compactMap(\.test) + [condition].compactMap { $0 }
  }
}

extension LogicalPlan.Creation {
  fileprivate var expressions: [PlanExpression] {
    elements.flatMap { element in
      switch element {
      case .node(let node): return node.computedLabels + [node.properties].compactMap { $0 }
      case .edge(let edge):
        var found = [edge.properties].compactMap { $0 }
        if case .computed(let type) = edge.type { found.append(type) }
        return found
      }
    }
  }
}

extension LogicalPlan.SetOperation {
  fileprivate var expressions: [PlanExpression] {
    switch self {
    case .property(let target, _, let value), .properties(let target, let value, _): [target, value]
    case .computedProperty(let target, let key, let value): [target, key, value]
    case .addLabels(let target, let labels), .removeLabels(let target, let labels): [target] + labels
    }
  }
}

extension PlanExpression {
  /// A subquery in an expression, as EXPLAIN calls it.
  package typealias NamedSubplan = (name: String, subplan: Subplan)

  /// The subqueries in it, from left to right; those inside them are their plans' own.
  package var subplans: [NamedSubplan] {
    switch kind {
    case .exists(let subplan): [("Exists", subplan)]
    case .countRows(let subplan): [("Count", subplan)]
    case .collectRows(let subplan, _): [("Collect", subplan)]
    default: children.flatMap(\.subplans)
    }
  }

  /// Whether it gives the same for the same row.
  public var isDeterministic: Bool {
    if case .function(let signature, _) = kind, !signature.isDeterministic { return false }
    return children.allSatisfy(\.isDeterministic) && ownSubplans.allSatisfy { $0.subplan.plan.isDeterministic }
  }

  private var ownSubplans: [NamedSubplan] {
    switch kind {
    case .exists, .countRows, .collectRows: subplans
    default: []
    }
  }

  /// The expressions that stand directly in it.
  private var children: [PlanExpression] {
    switch kind {
    case .constant, .parameter, .variable, .exists, .countRows, .collectRows, .path, .edgesDiffer, .isPresent: []
    case .list(let items), .and(let items), .or(let items), .function(_, let items): items
    case .map(let entries): entries.map(\.value)
    case .property(let base, _), .hasLabels(let base, _), .not(let base), .negate(let base), .isNull(let base, _),
      .isTyped(let base, _, _), .isTruth(let base, _, _), .cast(let base, _), .viewed(_, let base):
      [base]
    case .index(let a, let b), .xor(let a, let b), .compare(_, let a, let b), .arithmetic(_, let a, let b),
      .test(_, let a, let b), .hasComputedLabels(let a, let b, _), .binding(_, let a, let b):
      [a, b]
    case .slice(let base, let from, let to): [base, from, to].compactMap { $0 }
    case .case(let branches, let otherwise):
      branches.flatMap { [$0.when, $0.then] } + [otherwise].compactMap { $0 }
    case .comprehension(_, let list, let predicate, let result): [list, predicate, result].compactMap { $0 }
    case .quantified(_, _, let list, let predicate): [list, predicate]
    case .reduce(_, let initial, _, let list, let result): [initial, list, result]
    case .allReduce(_, let initial, _, let list, let result, let predicate): [initial, list, result, predicate]
    case .mapProjection(let base, let items):
      [base]
        + items.compactMap { item in
          if case .entry(_, let value) = item { value } else { nil }
        }
    }
  }
}

extension LogicalPlan {
  /// Whether it is known to make the same rows for the same input.
  fileprivate var isDeterministic: Bool {
    switch self {
    case .call, .load, .apply, .choose, .through, .optional, .merge, .foreach: false
    default: expressions.allSatisfy(\.isDeterministic) && inputs.allSatisfy(\.isDeterministic)
    }
  }
}
