import GraphCore
import QueryLanguage
import SourceText

extension PlanBuilder {
  func match(_ clause: MatchClause, on stage: Stage) throws(QueryError) -> Stage {
    try count(operators: 2, clause.range)
    guard clause.isOptional else {
      return try match(
        clause.patterns, predicate: clause.predicate, filters: clause.filters, on: stage, range: clause.range)
    }
    let row = fresh()
    var mentioned = MentionedNames()
    for pattern in clause.patterns { mentioned.add(pattern) }
    if let predicate = clause.predicate { mentioned.add(predicate) }
    let imported = mentioned.includesAll ? stage.scope : stage.scope.restricted(to: mentioned.names)
    let inner = try match(
      clause.patterns, predicate: clause.predicate, filters: clause.filters,
      on: Stage(plan: .argument(imported.variables, row: row), scope: imported), range: clause.range)
    let known = Set(stage.scope.variables)
    let added = inner.scope.variables.filter { !known.contains($0) }
    return Stage(
      plan: .optional(stage.plan, Subplan(plan: inner.plan, row: row), added: added),
      scope: stage.scope.overlaid(with: inner.scope))
  }

  /// Plans patterns on top of a stage and brings their variables into scope.
  func match(
    _ patterns: [PathPattern], predicate: Expression?, filters: [ProvenanceFilter] = [], on stage: Stage,
    range: SourceRange
  ) throws(QueryError) -> Stage {
    if let filter = filters.first {
      throw QueryError(
        .unsupported, message: "provenance filters stand at the end of the whole query", range: filter.range,
        suggestion: "move it behind RETURN")
    }
    var scope = stage.scope
    var graph = PatternGraph()
    var pending: [PendingTest] = []
    var named: Set<String> = []
    for pattern in patterns {
      try add(pattern, to: &graph, &scope, &pending, &named, known: stage.scope)
    }
    for test in pending { graph.predicates += try resolve(test, in: scope, &graph) }
    if let predicate {
      let condition = try resolve(predicate, in: scope)
      if predicate.containsAggregate { throw misplacedAggregate(predicate.range) }
      try require(condition, .boolean, predicate, "WHERE")
      graph.predicates += condition.expression.conjuncts
    }
    let bound = Set(stage.scope.variables)
    var order = JoinOrder(graph, on: stage.plan, bound: bound, context: context, range: range)
    return Stage(plan: order.build(), scope: scope)
  }

  /// A test written inside a pattern: resolved once all variables of the MATCH are in scope.
  private struct PendingTest {
    enum Subject {
      case element(Variable, ValueTypes)
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
    _ named: inout Set<String>, known: Scope
  ) throws(QueryError) {
    if pattern.search != .all, pattern.steps.count != 1 {
      throw QueryError(
        .invalidRelationshipPattern, message: "a shortest path search takes a pattern of one relationship",
        range: pattern.range)
    }
    if pattern.search != .all, let minimum = pattern.steps.first?.edge.length?.minimum, minimum > 1 {
      throw QueryError(
        .unsupported, message: "a shortest path search starts from 0 or 1 relationships, not \(minimum)",
        range: pattern.range, suggestion: "match all paths of that length with ORDER BY length(p) LIMIT 1")
    }
    try count(operators: 2, pattern.range)
    var elements: [PlanExpression.PathElement] = []
    var from = try node(pattern.start, &graph, &scope, &pending)
    elements.append(.node(from))
    for step in pattern.steps {
      try count(operators: 2, step.edge.range)
      let to = try node(step.node, &graph, &scope, &pending)
      let edge = try self.edge(
        step.edge, from: from, to: to, search: pattern.search, &graph, &scope, &pending, &named, known: known)
      elements.append(step.edge.length == nil && pattern.search == .all ? .edge(edge) : .edges(edge))
      elements.append(.node(to))
      from = to
    }
    if let name = pattern.variable {
      guard scope[name.text] == nil else { throw alreadyBound(name) }
      let variable = fresh(name.text)
      scope.bind(name.text, to: .init(variable: variable, types: .path))
      graph.paths.append(.init(variable, PlanExpression(.path(elements), range: pattern.range)))
    }
  }

  private func node(
    _ pattern: NodePattern, _ graph: inout PatternGraph, _ scope: inout Scope, _ pending: inout [PendingTest]
  ) throws(QueryError) -> Variable {
    let variable: Variable
    if let name = pattern.variable, let known = scope[name.text] {
      try requireConflictFree(known, .node, name)
      variable = known.variable
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
    _ scope: inout Scope, _ pending: inout [PendingTest], _ named: inout Set<String>, known: Scope
  ) throws(QueryError) -> Variable {
    let isList = pattern.length != nil || search != .all
    var variable = fresh(pattern.variable?.text)
    var isBound = false
    if let name = pattern.variable {
      if let binding = scope[name.text] {
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
      named.insert(name.text)
    }
    if let types = pattern.types { warnIfUnknown(types, .edgeType) }
    var edge = PatternGraph.Edge(
      variable: variable, from: from, to: to, direction: direction(pattern.direction),
      types: pattern.types.flatMap { LabelTest($0) }, search: search, isBound: isBound && !isList)
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

  private func direction(_ direction: EdgePattern.Direction) -> EdgeDirection {
    switch direction {
    case .outgoing: .outgoing
    case .incoming: .incoming
    case .either: .both
    }
  }

  private func requireConflictFree(
    _ binding: Scope.Binding, _ wanted: ValueTypes, _ name: Name
  ) throws(QueryError) {
    if binding.types.isDisjoint(with: wanted), binding.types != .never { throw conflict(binding, wanted, name) }
  }

  private func conflict(_ binding: Scope.Binding, _ wanted: ValueTypes, _ name: Name) -> QueryError {
    QueryError(
      .variableTypeConflict,
      message: "`\(name.text)` is \(binding.types.names) already and cannot be \(wanted.names) here",
      range: name.range, suggestion: "give this one another name")
  }

  // MARK: Tests inside patterns

  private func resolve(
    _ test: PendingTest, in scope: Scope, _ graph: inout PatternGraph
  ) throws(QueryError) -> [PlanExpression] {
    switch test.subject {
    case .element(let variable, let kind):
      var tests = try propertyTests(test.properties, on: variable, kind, in: scope)
      tests += try labelTests(test.labels, on: variable, in: scope)
      if let predicate = test.predicate {
        let condition = try resolve(predicate, in: scope)
        try require(condition, .boolean, predicate, "WHERE")
        tests += condition.expression.conjuncts
      }
      return tests
    case .eachEdge(let position):
      guard let edge = graph.edges[position].length?.edge else { return [] }
      var tests = try propertyTests(test.properties, on: edge, .edge, in: scope)
      tests += try labelTests(test.labels, on: edge, in: scope)
      if let predicate = test.predicate {
        var inner = scope
        if let name = test.name { inner.bind(name.text, to: .init(variable: edge, types: .edge)) }
        tests.append(try resolve(predicate, in: inner).expression)
      }
      if let first = tests.first {
        graph.edges[position].length?.predicate =
          tests.count == 1 ? first : PlanExpression(.and(tests), range: first.range)
      }
      return []
    }
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
