import GraphCore
import QueryLanguage
import SourceText

/// Lays the operators of one MATCH: starts where fewest rows are expected, then follows the edge that multiplies them
/// least, and filters as soon as a test's variables are there.
///
/// Greedy, as in "Greedy Operator Ordering" (Fegaras 1998); estimates come from counts per label and type.
struct JoinOrder {
  private let graph: PatternGraph
  private let names: Names
  private let statistics: GraphStatistics
  private let shares: Selectivity
  private let range: SourceRange
  private let isPlain: Bool
  private let mayBeDeleted: Bool
  private var plan: LogicalPlan
  private var solved: Set<Variable>
  private var openEdges: [PatternGraph.Edge]
  /// In the order of the text.
  private var predicates: [Predicate] = []
  private var predicatesByVariable: [Variable: [Int]] = [:]
  /// Predicates whose variables are all there, and other tests that go with them: laid as one filter.
  private var readyPredicates: [Int] = []
  private var readyTests: [PlanExpression] = []
  /// Edges of this MATCH that are matched: no two may be the same (openCypher 9, "Uniqueness").
  private var matchedEdges: [PatternGraph.Edge] = []

  private struct Predicate {
    let expression: PlanExpression
    /// How many of its variables are not solved yet.
    var missing: Int
  }

  init(
    _ graph: PatternGraph, on plan: LogicalPlan, bound: Set<Variable>, context: PlanningContext, range: SourceRange,
    mayBeDeleted: Bool
  ) {
    self.mayBeDeleted = mayBeDeleted
    self.graph = graph
    names = context.names
    statistics = context.statistics
    shares = Selectivity(context)
    isPlain = context.options.isPlain
    self.range = range
    self.plan = plan
    solved = bound
    openEdges = graph.edges
    for (position, expression) in graph.predicates.enumerated() {
      let open = expression.freeVariables.subtracting(bound)
      predicates.append(Predicate(expression: expression, missing: open.count))
      for variable in open { predicatesByVariable[variable, default: []].append(position) }
      if open.isEmpty { readyPredicates.append(position) }
    }
  }

  mutating func build() -> LogicalPlan {
    checkBoundNodes()
    layFilter()
    while let step = nextStep() {
      switch step {
      case .scan(let node): scan(node)
      case .follow(let position): follow(openEdges.remove(at: position))
      }
      layFilter()
    }
    if !graph.paths.isEmpty { plan = .extend(plan, graph.paths) }
    // Tests over path variables had to wait for the paths.
    for path in graph.paths { solve(path.variable) }
    layFilter()
    return plan
  }

  // MARK: Choosing

  private enum Step {
    case scan(Variable)
    case follow(Int)
  }

  private func nextStep() -> Step? {
    if isPlain { return nextInText() }
    if let edge = cheapestEdge() { return .follow(edge) }
    let open = graph.nodes.filter { !solved.contains($0) }
    guard let cheapest = open.enumerated().min(by: { (rows($0.element), $0.offset) < (rows($1.element), $1.offset) })
    else { return nil }
    return .scan(cheapest.element)
  }

  /// Edges from left to right, each from the node on its left, then nodes that stand alone.
  private func nextInText() -> Step? {
    guard let edge = openEdges.first else { return graph.nodes.first { !solved.contains($0) }.map(Step.scan) }
    if edge.isBound { return .follow(0) }
    if !solved.contains(edge.from) { return .scan(edge.from) }
    if edge.search != .all, !solved.contains(edge.to) { return .scan(edge.to) }
    return .follow(0)
  }

  /// Position of the open edge that can be followed now and is expected to multiply the rows least.
  private func cheapestEdge() -> Int? {
    var best: (cost: Double, position: Int)?
    for (position, edge) in openEdges.enumerated() {
      guard let cost = cost(of: edge) else { continue }
      if best.map({ cost < $0.cost }) ?? true { best = (cost, position) }
    }
    return best?.position
  }

  private func cost(of edge: PatternGraph.Edge) -> Double? {
    if edge.isBound { return 0 }
    let knowsFrom = solved.contains(edge.from)
    let knowsTo = solved.contains(edge.to)
    if edge.search != .all { return knowsFrom && knowsTo ? 1 : nil }
    guard knowsFrom || knowsTo else { return nil }
    if edge.walk?.selection != nil {
      if knowsFrom && knowsTo { return 1 }
      // To find the way to a node that is known is cheap; to find those to all nodes is not.
      return rows(knowsFrom ? edge.to : edge.from) <= Self.fewNodes ? nil : Double(statistics.nodeCount)
    }
    let start = knowsFrom ? edge.from : edge.to
    var factor = edgeCount(edge.types) / max(1, nodeCount(graph.labels[start]))
    if edge.direction == .both { factor *= 2 }
    if let length = edge.length { factor = (1 + factor) * Double(min(length.maximum ?? 8, 8)) }
    if edge.walk != nil { factor = (1 + factor) * 8 }
    // Between two known nodes an edge filters rather than multiplies.
    return knowsFrom && knowsTo
      ? factor / max(1, Double(statistics.nodeCount)) : factor * selectivity(knowsFrom ? edge.to : edge.from)
  }

  /// Up to how many expected nodes are looked up before a search for the shortest walks to each begins.
  private static let fewNodes = 16.0

  private func edgeCount(_ types: LabelTest?) -> Double { statistics.edgeCount(types, names) }
  private func nodeCount(_ labels: LabelTest?) -> Double { statistics.nodeCount(labels, names) }

  /// Expected rows of a scan with the tests that need nothing but the node (or what is known).
  private func rows(_ node: Variable) -> Double { nodeCount(graph.labels[node]) * selectivity(node) }

  /// The share of the node's labels that its tests let through.
  private func selectivity(_ node: Variable) -> Double {
    let labels = graph.labels[node]
    return (predicatesByVariable[node] ?? []).filter { predicates[$0].missing == 1 }.reduce(1) { factor, position in
      factor
        * shares.share(predicates[position].expression, of: node, labels, population: nodeCount(labels))
    }
  }

  // MARK: Laying

  /// A node known from before may be null (OPTIONAL MATCH), and then nothing matches.
  private mutating func checkBoundNodes() {
    for node in graph.nodes where solved.contains(node) {
      // One that the statement may have deleted is in no pattern either.
      readyTests.append(
        PlanExpression(
          mayBeDeleted ? .isPresent(node) : .isNull(expression(node), isNegated: true), range: range))
      if let labels = graph.labels[node] { filterLabels(node, labels) }
    }
  }

  private mutating func scan(_ node: Variable) {
    plan = .nodeScan(plan, node, graph.labels[node])
    solve(node)
  }

  private mutating func follow(_ edge: PatternGraph.Edge) {
    if edge.search != .all {
      searchShortest(edge)
    } else if edge.isBound {
      followBound(edge)
    } else {
      let isReversed = !solved.contains(edge.from)
      expand(edge, isReversed: isReversed)
    }
  }

  private mutating func expand(_ edge: PatternGraph.Edge, isReversed: Bool) {
    let start = isReversed ? edge.to : edge.from
    let end = isReversed ? edge.from : edge.to
    let direction = isReversed ? edge.direction.reversed : edge.direction
    let isInto = solved.contains(end)
    if let walk = edge.walk {
      let program = isReversed ? walk.program.reversed : walk.program
      plan = .pathSearch(
        plan,
        .init(
          from: start, to: end, edges: edge.variable, program: program, mode: walk.mode,
          repeatsEdges: graph.repeatsEdges, selection: walk.selection, isInto: isInto, isReversed: isReversed,
          range: edge.range))
      for export in program.exports { solve(export.variable) }
    } else if let length = edge.length {
      plan = .expandVariable(
        plan,
        .init(
          from: start, edges: edge.variable, to: end, direction: direction, types: edge.types,
          minimum: length.minimum, maximum: length.maximum, isInto: isInto, edge: length.edge,
          edgePredicate: length.predicate, isReversed: isReversed, range: edge.range))
    } else {
      plan = .expand(
        plan,
        .init(from: start, edge: edge.variable, to: end, direction: direction, types: edge.types, isInto: isInto))
    }
    arrive(at: end, isNew: !isInto)
    keepEdgesApart(edge)
  }

  private mutating func searchShortest(_ edge: PatternGraph.Edge) {
    let length = edge.length ?? .init(minimum: 1, maximum: 1, edge: edge.variable, predicate: nil)
    plan = .shortestPath(
      plan,
      .init(
        from: edge.from, edges: edge.variable, to: edge.to, direction: edge.direction, types: edge.types,
        minimum: length.minimum, maximum: length.maximum, edge: length.edge, edgePredicate: length.predicate,
        findsAll: edge.search == .allShortest, range: edge.range))
    solve(edge.variable)
  }

  private mutating func followBound(_ edge: PatternGraph.Edge) {
    let knowsFrom = solved.contains(edge.from)
    let knowsTo = solved.contains(edge.to)
    plan = .edgeEnds(
      plan,
      .init(
        edge: edge.variable, from: edge.from, to: edge.to, direction: edge.direction, isFromKnown: knowsFrom,
        isToKnown: knowsTo))
    if let types = edge.types {
      readyTests.append(PlanExpression(.hasLabels(expression(edge.variable), types), range: range))
    }
    arrive(at: edge.from, isNew: !knowsFrom)
    arrive(at: edge.to, isNew: !knowsTo && edge.from != edge.to)
    keepEdgesApart(edge)
  }

  private mutating func arrive(at node: Variable, isNew: Bool) {
    guard isNew else { return }
    solve(node)
    if let labels = graph.labels[node] { filterLabels(node, labels) }
  }

  private mutating func filterLabels(_ node: Variable, _ labels: LabelTest) {
    readyTests.append(PlanExpression(.hasLabels(expression(node), labels), range: range))
  }

  private mutating func keepEdgesApart(_ edge: PatternGraph.Edge) {
    solve(edge.variable)
    if graph.repeatsEdges { return }
    for other in matchedEdges where mayBeSame(edge, other) {
      readyTests.append(PlanExpression(.edgesDiffer(edge.variable, other.variable), range: range))
    }
    matchedEdges.append(edge)
  }

  /// Edges whose types cannot be the same need no test.
  private func mayBeSame(_ a: PatternGraph.Edge, _ b: PatternGraph.Edge) -> Bool {
    guard let left = a.types?.disjunction, let right = b.types?.disjunction else { return true }
    return !Set(left).isDisjoint(with: right)
  }

  private mutating func solve(_ variable: Variable) {
    guard solved.insert(variable).inserted else { return }
    for position in predicatesByVariable[variable] ?? [] {
      predicates[position].missing -= 1
      if predicates[position].missing == 0 { readyPredicates.append(position) }
    }
  }

  /// All that can be tested now in one operator: a plan stays as deep as its pattern is long.
  private mutating func layFilter() {
    let tests = readyTests + readyPredicates.sorted().map { predicates[$0].expression }
    readyTests = []
    readyPredicates = []
    guard let first = tests.first else { return }
    plan = .filter(plan, tests.count == 1 ? first : PlanExpression(.and(tests), range: first.range))
  }

  private func expression(_ variable: Variable) -> PlanExpression { PlanExpression(.variable(variable), range: range) }
}

extension GraphStatistics {
  func edgeCount(_ types: LabelTest?, _ names: Names) -> Double {
    guard let wanted = types?.disjunction else { return Double(edgeCount) }
    return wanted.reduce(0) { $0 + Double(names.edgeType($1).map { count(of: $0) } ?? 0) }
  }

  func nodeCount(_ labels: LabelTest?, _ names: Names) -> Double {
    guard let wanted = labels?.conjunction else { return Double(nodeCount) }
    return wanted.map { Double(names.label($0).map { count(of: $0) } ?? 0) }.min() ?? 0
  }
}
