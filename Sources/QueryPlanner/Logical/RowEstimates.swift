import GraphCore

/// How many rows each operator of a plan is expected to yield: for EXPLAIN, and beside what came for PROFILE.
///
/// From counts per label and type and from samples of the properties that are tested; what a list or a procedure yields is
/// guessed. Operators are taken as independent of each other.
public struct RowEstimates {
  private let names: Names
  private let statistics: GraphStatistics
  private let graph: (any GraphReader)?
  private let shares: Selectivity
  private var labels: [Variable: LabelTest] = [:]
  /// By the path of an operator: which input of which input it is, from the last operator on.
  private var rows: [[Int]: Double] = [:]

  public init(of plan: LogicalPlan, in context: PlanningContext) {
    names = context.names
    statistics = context.statistics
    graph = context.graph
    shares = Selectivity(context)
    noteLabels(of: plan)
    _ = estimate(plan, [])
  }

  public func rows(_ path: [Int]) -> Double? { rows[path] }

  /// `about 1,200 rows`, to two digits: more would claim to know more.
  public func remark(_ path: [Int]) -> String? {
    rows[path].map { rows in
      guard rows >= 1, rows < 1e15 else { return rows < 1 ? "less than a row" : "beyond number" }
      let unit = rows < 100 ? 1 : Self.power(of: rows) / 10
      let rounded = (rows / unit).rounded() * unit
      return "about \(Self.grouped(Int(rounded))) \(rounded == 1 ? "row" : "rows")"
    }
  }

  private static func power(of number: Double) -> Double {
    var power = 1.0
    while power * 10 <= number { power *= 10 }
    return power
  }

  private static func grouped(_ number: Int) -> String {
    let digits = Array(String(number))
    return String(
      digits.indices.flatMap { (digits.count - $0) % 3 == 0 && $0 > 0 ? [",", digits[$0]] : [digits[$0]] })
  }

  private mutating func noteLabels(of plan: LogicalPlan) {
    switch plan {
    case .nodeScan(_, let node, let test?): labels[node] = test
    case .nodeSeek(_, let seek): if let test = seek.labels { labels[seek.node] = test }
    case .filter(_, let predicate):
      for case .hasLabels(let base, let test) in predicate.conjuncts.map(\.kind) {
        if case .variable(let node) = base.kind { labels[node] = test }
      }
    case .expand(_, let expand): noteEnd(expand.to, expand.direction, expand.types)
    case .expandVariable(_, let expand): noteEnd(expand.to, expand.direction, expand.types)
    case .countWalks(_, let walks): noteEnd(walks.walk.to, walks.walk.direction, walks.walk.types)
    case .intersect(_, let intersect):
      for leg in intersect.legs { noteEnd(intersect.node, leg.direction, leg.types) }
    default: break
    }
    for input in plan.inputs { noteLabels(of: input) }
  }

  /// A test that all ends of such edges pass has been dropped from the plan; what it said is still so.
  private mutating func noteEnd(_ node: Variable, _ direction: EdgeDirection, _ types: LabelTest?) {
    let ids = types?.disjunction?.compactMap { names.edgeType($0) } ?? []
    guard labels[node] == nil, let graph, !ids.isEmpty, let sets = graph.endLabelSets(direction, types: ids),
      let set = sets.first, sets.count == 1, let label = graph.labels(inSet: set).first
    else { return }
    labels[node] = .name(names.name(of: label))
  }

  private mutating func estimate(_ plan: LogicalPlan, _ path: [Int]) -> Double {
    let inputs = plan.inputs.enumerated().map { estimate($1, path + [$0]) }
    let result = rows(of: plan, inputs)
    rows[path] = result
    return result
  }

  private func rows(of plan: LogicalPlan, _ inputs: [Double]) -> Double {
    let input = inputs.first ?? 1
    switch plan {
    case .nodeScan(_, _, let test): return input * nodeCount(test)
    case .nodeSeek(_, let seek):
      let population = nodeCount(seek.labels)
      let distinct = shares.sample(seek.labels, seek.key, population: population)?.distinct
      let each = distinct.map { population / $0 } ?? population * 0.05
      return input * min(population, each * (seek.isAny ? seek.value.guessedElements : 1))
    case .expand(_, let expand):
      let found = input * degree(of: expand.from, expand.direction, expand.types)
      return expand.isInto ? found / max(1, nodeCount(labels[expand.to])) : found
    case .expandVariable(_, let expand): return walks(expand, from: input)
    // Walks that come to the same node are a row.
    case .countWalks(_, let walks):
      return min(self.walks(walks.walk, from: input), input * nodeCount(labels[walks.walk.to]))
    case .intersect(_, let intersect):
      let population = max(1, nodeCount(labels[intersect.node]))
      return intersect.legs.reduce(input * population) { rows, leg in
        rows * degree(of: leg.from, leg.direction, leg.types) / population
      }
    case .filter(_, let predicate): return predicate.conjuncts.reduce(input) { $0 * share($1) }
    case .aggregate(_, let aggregate):
      return aggregate.groups.isEmpty ? 1 : groups(aggregate.groups.map(\.expression), input)
    case .distinct: return input * 0.5
    case .slice(_, let skip, let limit, _): return sliced(input, skip, limit)
    case .top(_, _, let skip, let limit): return sliced(input, skip, limit)
    case .unwind(_, let unwind): return input * Self.length(of: unwind.list)
    case .load: return input * 1_000
    case .union(_, _, _): return inputs.reduce(0, +)
    case .pathSearch(_, let search): return search.isInto ? input : input * Double(statistics.nodeCount).squareRoot()
    case .call: return input * 10
    case .discard: return 0
    default: return input
    }
  }

  private static let longestWalk = 4

  private func walks(_ walk: LogicalPlan.ExpandVariable, from input: Double) -> Double {
    let degree = degree(of: walk.from, walk.direction, walk.types)
    let longest = min(walk.maximum ?? Self.longestWalk, max(Self.longestWalk, walk.minimum))
    var ways = 0.0
    var way = 1.0
    for length in 0...longest {
      if length >= walk.minimum { ways += way }
      way = min(way * degree, Double(statistics.nodeCount))
    }
    return input * ways / (walk.isInto ? max(1, nodeCount(labels[walk.to])) : 1)
  }

  private func nodeCount(_ test: LabelTest?) -> Double { statistics.nodeCount(test, names) }

  /// The mean over the nodes that edges of these types can begin at.
  private func degree(of node: Variable, _ direction: EdgeDirection, _ types: LabelTest?) -> Double {
    let edges = statistics.edgeCount(types, names)
    let directions: [EdgeDirection] = direction == .both ? [.outgoing, .incoming] : [direction]
    return directions.reduce(0) { sum, direction in
      sum + edges / max(1, labels[node].map { nodeCount($0) } ?? startCount(direction, types))
    }
  }

  private func startCount(_ direction: EdgeDirection, _ types: LabelTest?) -> Double {
    let ids = types?.disjunction?.compactMap { names.edgeType($0) } ?? []
    guard let graph, !ids.isEmpty, let sets = graph.endLabelSets(direction.reversed, types: ids) else {
      return Double(statistics.nodeCount)
    }
    let first = Set(sets.compactMap { graph.labels(inSet: $0).first })
    return first.reduce(0) { $0 + Double(statistics.count(of: $1)) }
  }

  private func share(_ test: PlanExpression) -> Double {
    switch test.kind {
    case .edgesDiffer, .isPresent: return 1
    case .hasLabels(_, let wanted): return max(0.01, nodeCount(wanted) / max(1, Double(statistics.nodeCount)))
    case .isNull(let inner, isNegated: true):
      if case .variable = inner.kind { return 1 }
    default: break
    }
    let nodes = test.freeVariables
    guard nodes.count == 1, let node = nodes.first, labels[node] != nil else { return test.guessedShare }
    return shares.share(test, of: node, labels[node], population: nodeCount(labels[node]))
  }

  private func groups(_ keys: [PlanExpression], _ input: Double) -> Double {
    let combinations = keys.reduce(1.0) { product, key in
      switch key.kind {
      case .variable(let node): return product * (labels[node].map { nodeCount($0) } ?? input)
      case .property(let base, let name):
        guard case .variable(let node) = base.kind,
          let sample = shares.sample(labels[node], name, population: nodeCount(labels[node]))
        else { return product * input.squareRoot() }
        return product * sample.distinct
      default: return product * input.squareRoot()
      }
    }
    return min(input, max(1, combinations))
  }

  private func sliced(_ input: Double, _ skip: PlanExpression?, _ limit: PlanExpression?) -> Double {
    func number(_ expression: PlanExpression?) -> Double? {
      if case .constant(.integer(let number))? = expression?.kind { Double(number) } else { nil }
    }
    return min(max(0, input - (number(skip) ?? 0)), limit.map { number($0) ?? input } ?? input)
  }

  private static func length(of list: PlanExpression) -> Double {
    switch list.kind {
    case .list(let items): Double(items.count)
    case .constant(.list(let values)): Double(values.count)
    default: 10
    }
  }
}
