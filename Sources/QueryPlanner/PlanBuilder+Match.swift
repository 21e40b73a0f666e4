import GraphCore
import QueryLanguage
import SourceText

extension PlanBuilder {
  func match(_ clause: MatchClause, on stage: Stage) throws(QueryError) -> Stage {
    try count(operators: 2, clause.range)
    if !clause.filters.isEmpty { return try viewedMatch(clause, on: stage) }
    guard clause.isOptional else {
      return try match(clause.patterns, clause.mode, predicate: clause.predicate, on: stage, range: clause.range)
    }
    let inner = try subplan(clause, on: stage)
    let known = Set(stage.scope.variables)
    let added = inner.scope.variables.filter { !known.contains($0) }
    return Stage(
      plan: .optional(stage.plan, inner.subplan, added: added), scope: stage.scope.overlaid(with: inner.scope))
  }

  /// A MATCH as a plan that runs for the rows of a stage, with the names it leaves.
  func subplan(_ clause: MatchClause, on stage: Stage) throws(QueryError) -> (subplan: Subplan, scope: Scope) {
    let row = fresh()
    var mentioned = MentionedNames()
    for pattern in clause.patterns { mentioned.add(pattern) }
    if let predicate = clause.predicate { mentioned.add(predicate) }
    let imported = mentioned.includesAll ? stage.scope : stage.scope.restricted(to: mentioned.names)
    let inner = try match(
      clause.patterns, clause.mode, predicate: clause.predicate,
      on: Stage(plan: .argument(imported.variables, row: row), scope: imported), range: clause.range)
    return (Subplan(plan: inner.plan, row: row), inner.scope)
  }

  /// Plans patterns on top of a stage and brings their variables into scope.
  func match(
    _ patterns: [PathPattern], _ mode: MatchMode? = nil, predicate: Expression?, on stage: Stage,
    range: SourceRange
  ) throws(QueryError) -> Stage {
    var scope = stage.scope
    var graph = PatternGraph()
    var pending: [PendingTest] = []
    graph.repeatsEdges = mode == .repeatableElements
    var searches: [PathDraft] = []
    for pattern in patterns {
      if let walk = try search(of: pattern, among: patterns, mode) {
        searches.append(try add(pattern, searchedBy: walk, to: &graph, &scope, known: stage.scope))
      } else {
        try add(pattern, to: &graph, &scope, &pending, known: stage.scope)
      }
    }
    for test in pending { graph.predicates += try resolve(test, in: scope, &graph) }
    for search in searches { try finish(search, in: scope, &graph, known: stage.scope) }
    if let predicate {
      let condition = try resolve(predicate, in: scope)
      if predicate.containsAggregate { throw misplacedAggregate(predicate.range) }
      try require(condition, .boolean, predicate, "WHERE")
      graph.predicates += condition.expression.conjuncts
    }
    let bound = Set(stage.scope.variables)
    if isViewing {
      // What is known from before may be hidden here.
      let known = graph.nodes.filter(bound.contains) + graph.edges.filter(\.isBound).map(\.variable)
      graph.predicates += known.map { PlanExpression(.isPresent($0), range: range) }
    }
    var order = JoinOrder(graph, on: stage.plan, bound: bound, context: context, range: range, mayBeDeleted: isUpdating)
    return Stage(plan: order.build(), scope: scope)
  }

  /// A test written inside a pattern: resolved once all variables of the MATCH are in scope.
  struct PendingTest {
    enum Subject {
      case element(Variable, ValueTypes)
      /// The pattern as a whole.
      case pattern
      /// Each edge of a variable length edge, by its position in the pattern graph.
      case eachEdge(Int)
    }
    var subject: Subject
    var properties: Expression?
    var predicate: Expression?
    /// Labels or types with names that are computed.
    var labels: LabelExpression?
    var name: Name?
  }

  // MARK: From pattern to graph

  private func add(
    _ pattern: PathPattern, to graph: inout PatternGraph, _ scope: inout Scope, _ pending: inout [PendingTest],
    known: Scope
  ) throws(QueryError) {
    if pattern.search != .all, pattern.steps.count != 1 {
      throw QueryError(
        .invalidRelationshipPattern, message: "a shortest path search takes a pattern of one relationship",
        range: pattern.range)
    }
    if pattern.search != .all, let minimum = pattern.steps.first?.link.edge?.length?.minimum, minimum > 1 {
      throw QueryError(
        .unsupported, message: "a shortest path search starts from 0 or 1 relationships, not \(minimum)",
        range: pattern.range, suggestion: "match all paths of that length with ORDER BY length(p) LIMIT 1")
    }
    try count(operators: 2, pattern.range)
    var elements: [PlanExpression.PathElement] = []
    var from = try node(pattern.start, &graph, &scope, &pending)
    elements.append(.node(from))
    for step in pattern.steps {
      let to: Variable
      switch step.link {
      case .edge(let link):
        try count(operators: 2, link.range)
        to = try node(step.node, &graph, &scope, &pending)
        let edge = try self.edge(
          link, from: from, to: to, search: pattern.search, &graph, &scope, &pending, known: known)
        elements.append(link.length == nil && pattern.search == .all ? .edge(edge) : .edges(edge))
      case .group(let group):
        try count(operators: 2, group.range)
        let (segment, exports) = try self.segment(group, number: 0, &scope, known: known)
        to = try node(step.node, &graph, &scope, &pending)
        let program = PathProgram(segments: [segment], gates: [], exports: exports)
        elements.append(.edges(add(program, .trail, nil, from: from, to: to, group.range, &graph)))
      }
      elements.append(.node(to))
      from = to
    }
    if let predicate = pattern.predicate {
      pending.append(PendingTest(subject: .pattern, predicate: predicate))
    }
    try bindPath(of: pattern, along: elements, &graph, &scope)
  }

  func bindPath(
    of pattern: PathPattern, along elements: [PlanExpression.PathElement], _ graph: inout PatternGraph,
    _ scope: inout Scope
  ) throws(QueryError) {
    guard let name = pattern.variable else { return }
    guard scope[name.text] == nil else { throw alreadyBound(name) }
    let variable = fresh(name.text)
    scope.bind(name.text, to: .init(variable: variable, types: .path))
    graph.paths.append(.init(variable, PlanExpression(.path(elements), range: pattern.range)))
  }

  func node(
    _ pattern: NodePattern, _ graph: inout PatternGraph, _ scope: inout Scope, _ pending: inout [PendingTest]
  ) throws(QueryError) -> Variable {
    let variable: Variable
    if let name = pattern.variable, let known = scope[name.text] {
      try requireConflictFree(known, .node, name)
      try requireDecided(known, name, graph)
      if graph.passed.contains(known.variable) {
        // Another pattern's walk brings it: matched here anew, and compared.
        variable = fresh(name.text)
        graph.predicates.append(equality(variable, known.variable, name.range))
      } else {
        variable = known.variable
      }
    } else {
      variable = fresh(pattern.variable?.text)
      if let name = pattern.variable { scope.bind(name.text, to: .init(variable: variable, types: .node)) }
    }
    graph.add(node: variable)
    var computed: LabelExpression?
    if let labels = pattern.labels {
      warnIfUnknown(labels, .label)
      if let test = LabelTest(labels) { graph.add(test, on: variable) } else { computed = labels }
    }
    if pattern.properties != nil || pattern.predicate != nil || computed != nil {
      pending.append(
        PendingTest(
          subject: .element(variable, .node), properties: pattern.properties, predicate: pattern.predicate,
          labels: computed, name: pattern.variable))
    }
    return variable
  }

  private func edge(
    _ pattern: EdgePattern, from: Variable, to: Variable, search: PathPattern.Search, _ graph: inout PatternGraph,
    _ scope: inout Scope, _ pending: inout [PendingTest], known: Scope
  ) throws(QueryError) -> Variable {
    let isList = pattern.length != nil || search != .all
    var variable = fresh(pattern.variable?.text)
    var isBound = false
    if let name = pattern.variable {
      if let binding = scope[name.text] {
        try requireDecided(binding, name, graph)
        guard known[name.text] != nil else {
          // Twice in one MATCH: as an edge it could never be two edges at once; as anything else it is a conflict.
          if binding.types == .edge {
            throw QueryError(
              .relationshipUniquenessViolation, message: "`\(name.text)` stands for two relationships of one pattern",
              range: name.range,
              suggestion: "relationships of one MATCH are all different; give this one another name")
          }
          throw conflict(binding, isList ? .list : .edge, name)
        }
        try requireConflictFree(binding, isList ? .list : .edge, name)
        isBound = true
        if isList {
          // The list is known: match anew and compare.
          graph.predicates.append(
            PlanExpression(
              .compare(
                .equal, PlanExpression(.variable(variable), range: name.range),
                PlanExpression(.variable(binding.variable), range: name.range)), range: name.range))
        } else {
          variable = binding.variable
        }
      } else {
        let types: ValueTypes = isList ? .list : .edge
        scope.bind(name.text, to: .init(variable: variable, types: types, elements: isList ? .edge : .any))
      }
    }
    if let types = pattern.types { warnIfUnknown(types, .edgeType) }
    var edge = PatternGraph.Edge(
      variable: variable, from: from, to: to, direction: direction(pattern.direction),
      types: pattern.types.flatMap { LabelTest($0) }, search: search, isBound: isBound && !isList,
      range: pattern.range)
    if isList {
      let length = pattern.length ?? .init(minimum: 1, maximum: 1)
      edge.length = .init(
        minimum: max(0, length.minimum ?? 1), maximum: length.maximum, edge: fresh(), predicate: nil)
    }
    graph.edges.append(edge)
    let computed = pattern.types.flatMap { LabelTest($0) == nil ? $0 : nil }
    if pattern.properties != nil || pattern.predicate != nil || computed != nil {
      pending.append(
        PendingTest(
          subject: isList ? .eachEdge(graph.edges.count - 1) : .element(variable, .edge),
          properties: pattern.properties,
          predicate: pattern.predicate, labels: computed, name: pattern.variable))
    }
    return variable
  }

  func direction(_ direction: EdgePattern.Direction) -> EdgeDirection {
    switch direction {
    case .outgoing: .outgoing
    case .incoming: .incoming
    case .either: .both
    }
  }

  /// What a piece may leave out is known only once the whole is matched.
  func requireDecided(_ binding: Scope.Binding, _ name: Name, _ graph: PatternGraph) throws(QueryError) {
    guard graph.optional.contains(binding.variable) else { return }
    throw undecided(name)
  }

  func undecided(_ name: Name) -> QueryError {
    QueryError(
      .variableAlreadyBound,
      message: "`\(name.text)` stands in a part of the pattern that may be left out, and cannot stand beside it",
      range: name.range, suggestion: "give this one another name, and compare them in WHERE")
  }

  func requireConflictFree(
    _ binding: Scope.Binding, _ wanted: ValueTypes, _ name: Name
  ) throws(QueryError) {
    if binding.types.isDisjoint(with: wanted), binding.types != .never { throw conflict(binding, wanted, name) }
  }

  func conflict(_ binding: Scope.Binding, _ wanted: ValueTypes, _ name: Name) -> QueryError {
    QueryError(
      .variableTypeConflict,
      message: "`\(name.text)` is \(binding.types.names) already and cannot be \(wanted.names) here",
      range: name.range, suggestion: "give this one another name")
  }

  // MARK: Tests inside patterns

  private func resolve(
    _ test: PendingTest, in scope: Scope, _ graph: inout PatternGraph
  ) throws(QueryError) -> [PlanExpression] {
    guard case .eachEdge(let position) = test.subject else { return try resolve(test, in: scope) }
    guard let edge = graph.edges[position].length?.edge else { return [] }
    var inner = scope
    if let name = test.name { inner.bind(name.text, to: .init(variable: edge, types: .edge)) }
    var single = test
    single.subject = .element(edge, .edge)
    var predicate: PlanExpression?
    for condition in try resolve(single, in: scope, predicatesIn: inner) {
      predicate = conjunction(predicate, condition)
    }
    graph.edges[position].length?.predicate = predicate
    return []
  }

  /// - Parameter predicatesIn: the scope of its WHERE, where that is another.
  func resolve(
    _ test: PendingTest, in scope: Scope, predicatesIn inner: Scope? = nil
  ) throws(QueryError) -> [PlanExpression] {
    var tests: [PlanExpression] = []
    if case .element(let variable, let kind) = test.subject {
      tests += try propertyTests(test.properties, on: variable, kind, in: scope)
      tests += try labelTests(test.labels, on: variable, in: scope)
    }
    if let predicate = test.predicate {
      let condition = try resolve(predicate, in: inner ?? scope)
      if predicate.containsAggregate { throw misplacedAggregate(predicate.range) }
      try require(condition, .boolean, predicate, "WHERE")
      tests += condition.expression.conjuncts
    }
    return tests
  }

  private func labelTests(
    _ labels: LabelExpression?, on variable: Variable, in scope: Scope
  ) throws(QueryError) -> [PlanExpression] {
    guard let labels, let range = labels.expressions.first?.range else { return [] }
    return [try labelTest(labels, on: PlanExpression(.variable(variable), range: range), range, scope)]
  }

  private func propertyTests(
    _ properties: Expression?, on variable: Variable, _ kind: ValueTypes, in scope: Scope
  ) throws(QueryError) -> [PlanExpression] {
    guard let properties else { return [] }
    guard case .map(let entries) = properties.kind else {
      throw QueryError(
        .invalidParameterUse, message: "a pattern to be matched needs its properties one by one",
        range: properties.range,
        suggestion: "write `{key: $parameter.key}`")
    }
    var tests: [PlanExpression] = []
    for entry in entries {
      warnIfUnknown(entry.key, .property)
      let value = try resolve(entry.value, in: scope)
      let subject = PlanExpression(.variable(variable), range: entry.key.range)
      let property = PlanExpression(.property(subject, key: entry.key.text), range: entry.key.range)
      tests.append(PlanExpression(.compare(.equal, property, value.expression), range: entry.key.range))
    }
    return tests
  }
}
