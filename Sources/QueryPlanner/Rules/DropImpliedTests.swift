import GraphCore

/// Tests that the edges of a graph leave no doubt about: of the labels that edges of a type always lead to, and whether
/// two edges are the same, where one lies behind the other on a way that cannot be a circle.
///
/// Holds as long as the graph does not change: statements that change it are not simplified so.
struct DropImpliedTests: RewriteRule {
  let graph: any GraphReader
  /// Longer patterns are searched for no implications, which would cost the square of their length.
  private static let mostEdges = 32

  func apply(to plan: LogicalPlan) -> LogicalPlan? {
    guard case .filter(let input, let predicate) = plan else { return nil }
    let tests = predicate.conjuncts
    guard tests.contains(where: { mayBeImplied($0) }) else { return nil }
    let edges = input.patternEdges
    guard edges.count <= Self.mostEdges else { return nil }
    let kept = tests.filter { !isImplied($0, edges) }
    guard kept.count < tests.count else { return nil }
    guard let first = kept.first else { return input }
    return .filter(input, kept.count == 1 ? first : PlanExpression(.and(kept), range: first.range))
  }

  private func mayBeImplied(_ test: PlanExpression) -> Bool {
    switch test.kind {
    case .edgesDiffer, .hasLabels: true
    default: false
    }
  }

  private func isImplied(_ test: PlanExpression, _ edges: [Variable: PatternEdge]) -> Bool {
    switch test.kind {
    case .edgesDiffer(let a, let b): areDifferent(a, b, edges)
    case .hasLabels(let base, let labels):
      if case .variable(let node) = base.kind {
        edges.values.contains { $0.to == node && alwaysLeads($0, to: labels) }
      } else {
        false
      }
    default: false
    }
  }

  // MARK: Labels

  private func alwaysLeads(_ edge: PatternEdge, to labels: LabelTest) -> Bool {
    guard let types = types(of: edge), let sets = graph.endLabelSets(edge.direction, types: types) else { return false }
    let names = graph.names
    return sets.allSatisfy { set in labels.passes(graph.labels(inSet: set).map { names.name(of: $0) }) }
  }

  private func types(of edge: PatternEdge) -> [EdgeTypeID]? {
    edge.types?.disjunction.map { names in names.compactMap { graph.names.edgeType($0) } }
  }

  // MARK: Edges

  /// In a graph without circles nodes have an order that all edges follow. Two edges are one only if they have both ends in
  /// common, which they have not where the pattern leads from one's end to the other's.
  private func areDifferent(_ a: Variable, _ b: Variable, _ edges: [Variable: PatternEdge]) -> Bool {
    guard let first = edges[a], let second = edges[b], let firstEnds = first.ends, let secondEnds = second.ends,
      let firstTypes = types(of: first), let secondTypes = types(of: second),
      graph.isAcyclic(firstTypes + secondTypes)
    else { return false }
    let known = Set(firstTypes + secondTypes)
    var targets: [Variable: [Variable]] = [:]
    for edge in edges.values {
      guard let ends = edge.ends, let types = types(of: edge), known.isSuperset(of: types) else { continue }
      targets[ends.source, default: []].append(ends.target)
    }
    func leads(_ start: Variable, to end: Variable) -> Bool {
      var seen: Set<Variable> = []
      var open = targets[start] ?? []
      while let node = open.popLast() {
        if node == end { return true }
        if seen.insert(node).inserted { open += targets[node] ?? [] }
      }
      return false
    }
    return leads(firstEnds.source, to: secondEnds.source) || leads(secondEnds.source, to: firstEnds.source)
      || leads(firstEnds.target, to: secondEnds.target) || leads(secondEnds.target, to: firstEnds.target)
  }
}
