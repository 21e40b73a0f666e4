import QueryPlanner

/// What the operators above one need of its rows. What nobody needs is not carried along, and rows that only repeat others
/// may be left out where nobody counts.
struct Needs: Sendable {
  /// nil for all.
  var variables: Set<Variable>?
  /// Whether nobody above notices rows that come more than once.
  var isSet = false

  static let all = Needs(variables: nil)

  func contains(_ variable: Variable) -> Bool { variables?.contains(variable) ?? true }

  private func with(_ added: some Sequence<Variable>, without removed: [Variable] = [], isSet: Bool? = nil) -> Needs {
    Needs(variables: variables.map { $0.subtracting(removed).union(added) }, isSet: isSet ?? self.isSet)
  }

  private func without(_ removed: [Variable]) -> Needs { with([], without: removed) }

  /// What an operator whose rows are needed so needs of its input's.
  func ofInput(of plan: LogicalPlan) -> Needs {
    switch plan {
    case .nodeScan(_, let node, _): return with([], without: [node])
    case .nodeSeek(_, let seek): return with(seek.value.freeVariables, without: [seek.node])
    case .expand(_, let expand):
      return expand.isInto
        ? with([expand.from, expand.to], without: [expand.edge])
        : with([expand.from], without: [expand.edge, expand.to])
    case .expandVariable(_, let expand):
      let predicate = (expand.edgePredicate?.freeVariables ?? []).subtracting([expand.edge])
      return expand.isInto
        ? with(predicate.union([expand.from, expand.to]), without: [expand.edges])
        : with(predicate.union([expand.from]), without: [expand.edges, expand.to])
    case .intersect(_, let intersect):
      let added = intersect.legs.map(\.edge) + [intersect.node]
      return with(intersect.legs.map(\.from) + intersect.apart.flatMap { [$0.0, $0.1] }).without(added)
    case .countWalks(_, let walks):
      return with([walks.walk.from], without: [walks.count, walks.walk.to], isSet: false)
    case .degree(_, let degree): return with([degree.from] + degree.apartFrom, without: [degree.result], isSet: false)
    case .filter(_, let predicate):
      return with(predicate.freeVariables)
    // What nobody needs is evaluated all the same: it may fail, and is to say so.
    case .project(_, let bindings): return Needs(variables: Self.free(bindings), isSet: isSet)
    case .extend(_, let bindings): return with(Self.free(bindings), without: bindings.map(\.variable))
    case .aggregate(_, let aggregate):
      let arguments = aggregate.calls.flatMap(\.call.arguments).reduce(into: Set<Variable>()) {
        $0.formUnion($1.freeVariables)
      }
      return Needs(
        variables: Self.free(aggregate.groups).union(arguments),
        isSet: aggregate.calls.allSatisfy(\.call.ignoresRepetition))
    case .distinct(_, let variables): return Needs(variables: Set(variables), isSet: true)
    case .sort(_, let keys):
      return with(keys.reduce(into: Set<Variable>()) { $0.formUnion($1.expression.freeVariables) })
    case .top(_, let keys, let skip, let limit):
      return with(
        keys.reduce(into: Set<Variable>()) { $0.formUnion($1.expression.freeVariables) }.union(
          limit.freeVariables.union(skip?.freeVariables ?? [])), isSet: false)
    default: return .all
    }
  }

  private static func free(_ bindings: [LogicalPlan.Binding]) -> Set<Variable> {
    bindings.reduce(into: []) { $0.formUnion($1.expression.freeVariables) }
  }
}
