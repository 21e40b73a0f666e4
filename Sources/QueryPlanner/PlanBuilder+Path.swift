import GraphCore
import QueryLanguage
import SourceText

/// Patterns whose walks are searched as a whole: quantified groups, modes, selections (ISO GQL, 16.4 to 16.11).
extension PlanBuilder {
  /// How a pattern is searched as a whole; nil where its nodes and edges can be joined one by one.
  func search(
    of pattern: PathPattern, among patterns: [PathPattern], _ matchMode: MatchMode?
  ) throws(QueryError) -> (mode: PathMode, selection: LogicalPlan.PathSearch.Selection?)? {
    let repeats = matchMode == .repeatableElements
    guard pattern.search == .all else {
      if repeats {
        throw QueryError(
          .unsupported, message: "a shortest path search passes no relationship twice", range: pattern.range,
          suggestion: "write `ANY SHORTEST` or `ALL SHORTEST` in front of the pattern")
      }
      return nil
    }
    let selection = try self.selection(pattern)
    if selection != nil, !repeats, patterns.count > 1 {
      throw QueryError(
        .invalidRelationshipPattern, message: "a pattern that selects paths stands alone in its MATCH",
        range: pattern.range,
        suggestion: "give it a MATCH of its own, or write `MATCH REPEATABLE ELEMENTS`")
    }
    let mode = pattern.mode ?? (repeats ? .walk : .trail)
    let isUnbounded = pattern.steps.contains { $0.link.quantifier.map { $0.maximum == nil } ?? false }
    if repeats, mode == .walk, selection == nil, isUnbounded {
      throw QueryError(
        .invalidRelationshipPattern, message: "without an upper bound there is no end of walks that may repeat",
        range: pattern.range, suggestion: "bound it as in `{1,5}`, or write `TRAIL` or `ANY SHORTEST` in front")
    }
    guard !pattern.steps.isEmpty else { return nil }
    // Where edges differ anyway, a walk is a trail.
    let effective: PathMode = mode == .walk && !repeats ? .trail : mode
    let isPlain = effective == (repeats ? .walk : .trail) && selection == nil
    guard isPlain else { return (effective, selection) }
    // Lists of edges that may repeat are searched here; single edges can be joined.
    return repeats && pattern.steps.contains { $0.link.quantifier != nil } ? (effective, selection) : nil
  }

  private func selection(_ pattern: PathPattern) throws(QueryError) -> LogicalPlan.PathSearch.Selection? {
    let range = pattern.range
    func count(_ written: Expression?) throws(QueryError) -> PlanExpression {
      guard let written else { return PlanExpression(.constant(.integer(1)), range: range) }
      return try resolve(written, in: Scope()).expression
    }
    switch pattern.selection {
    case nil, .all: return nil
    case .any(let number): return .paths(try count(number))
    case .anyShortest: return .paths(try count(nil))
    case .shortest(let number): return .paths(try count(number))
    case .allShortest: return .groups(try count(nil))
    case .shortestGroups(let number): return .groups(try count(number))
    }
  }

  // MARK: groups

  /// A quantified group as a segment; its variables come into scope as lists.
  func segment(
    _ group: PathGroup, number: Int, _ scope: inout Scope, known: Scope
  ) throws(QueryError) -> (PathProgram.Segment, [PathProgram.Export]) {
    let pattern = group.pattern
    guard !pattern.steps.isEmpty else {
      throw QueryError(
        .invalidRelationshipPattern, message: "a pattern that is walked several times needs a relationship",
        range: group.range, suggestion: "write `((a)-->(b)){1,3}`")
    }
    var inner = known
    var own: [String: Variable] = [:]
    var exports: [PathProgram.Export] = []
    var tests: [PlanExpression] = []
    var pending: [PendingTest] = []

    func bind(
      _ name: Name?, _ types: ValueTypes, _ source: PathProgram.Export.Source
    ) throws(QueryError) -> Variable {
      let variable = fresh(name?.text)
      guard let name else { return variable }
      if let other = own[name.text] {
        guard types == .node, inner[name.text]?.types == .node else {
          throw conflict(inner[name.text] ?? .init(variable: other, types: types), types, name)
        }
        tests.append(equality(variable, other, name.range))
        return variable
      }
      guard scope[name.text] == nil else {
        throw QueryError(
          .variableAlreadyBound,
          message: "`\(name.text)` is defined already; a pattern that is walked several times needs new names",
          range: name.range, suggestion: "give this one another name, and compare them in its WHERE")
      }
      own[name.text] = variable
      inner.bind(name.text, to: .init(variable: variable, types: types))
      exports.append(.init(variable: fresh(name.text), source: source, isSingle: group.isQuestioned))
      return variable
    }

    func add(_ node: NodePattern, _ index: Int) throws(QueryError) -> Variable {
      let variable = try bind(node.variable, .node, .nodes(segment: number, node: index))
      tests += note(
        variable, .node, node.labels, node.properties, node.predicate, node.variable, node.range, &pending)
      return variable
    }

    var from = try add(pattern.start, 0)
    var hops: [PathProgram.Hop] = []
    for (index, step) in pattern.steps.enumerated() {
      guard let edge = step.link.edge, edge.length == nil else {
        throw QueryError(
          .invalidRelationshipPattern, message: "a pattern that is walked several times holds no other such pattern",
          range: group.range, suggestion: "write its relationships one by one")
      }
      try count(operators: 1, edge.range)
      let variable = try bind(edge.variable, .edge, .edges(segment: number, hop: index))
      let types = edge.types.flatMap { LabelTest($0) }
      tests += note(
        variable, .edge, types == nil ? edge.types : nil, edge.properties, edge.predicate, edge.variable, edge.range,
        &pending)
      if let types = edge.types { warnIfUnknown(types, .edgeType) }
      let to = try add(step.node, index + 1)
      hops.append(
        .init(from: from, edge: variable, to: to, direction: direction(edge.direction), types: types))
      from = to
    }
    if let predicate = pattern.predicate { pending.append(PendingTest(subject: .pattern, predicate: predicate)) }
    var segment = PathProgram.Segment(
      hops: hops, minimum: group.quantifier.minimum ?? 0, maximum: group.quantifier.maximum)
    for test in pending { tests += try resolve(test, in: inner) }
    for test in tests { segment.add(test) }
    for export in exports {
      let isEdge = if case .edges = export.source { true } else { false }
      scope.bind(
        export.variable.name,
        to: group.isQuestioned
          ? .init(variable: export.variable, types: isEdge ? .edge : .node)
          : .init(variable: export.variable, types: .list, elements: isEdge ? .edge : .node))
    }
    return (segment, exports)
  }

  /// Adds a list of edges with what it looks like to the patterns, and gives its variable.
  func add(
    _ program: PathProgram, _ mode: PathMode, _ selection: LogicalPlan.PathSearch.Selection?, from: Variable,
    to: Variable, _ range: SourceRange, _ graph: inout PatternGraph
  ) -> Variable {
    let hops = program.segments.flatMap(\.hops)
    let direction = hops.first?.direction ?? .both
    let edges = fresh()
    graph.optional.formUnion(program.exports.filter(\.isSingle).map(\.variable))
    graph.edges.append(
      .init(
        variable: edges, from: from, to: to,
        direction: hops.allSatisfy { $0.direction == direction } ? direction : .both, types: program.types,
        walk: .init(program: program, mode: mode, selection: selection), range: range))
    return edges
  }

  /// Tests of a node or edge that need no other name, and what does in `pending`.
  private func note(
    _ variable: Variable, _ kind: ValueTypes, _ labels: LabelExpression?, _ properties: Expression?,
    _ predicate: Expression?, _ name: Name?, _ range: SourceRange, _ pending: inout [PendingTest]
  ) -> [PlanExpression] {
    if kind == .node, let labels { warnIfUnknown(labels, .label) }
    let test = labels.flatMap { LabelTest($0) }
    if properties != nil || predicate != nil || (labels != nil && test == nil) {
      pending.append(
        PendingTest(
          subject: .element(variable, kind), properties: properties, predicate: predicate,
          labels: test == nil ? labels : nil, name: name))
    }
    return test.map {
      [PlanExpression(.hasLabels(PlanExpression(.variable(variable), range: range), $0), range: range)]
    }
      ?? []
  }

  func equality(_ a: Variable, _ b: Variable, _ range: SourceRange) -> PlanExpression {
    PlanExpression(
      .compare(
        .equal, PlanExpression(.variable(a), range: range), PlanExpression(.variable(b), range: range)), range: range)
  }

  // MARK: whole patterns

  /// A pattern that is searched as a whole, before its tests can be resolved.
  struct PathDraft {
    /// Position in the pattern graph.
    let edge: Int
    var tests: [PlanExpression] = []
    var pending: [PendingTest] = []
    /// What stands in the pattern and is known only while it is searched, or after.
    var locals: Set<Variable> = []
    let ends: Set<Variable>
    let range: SourceRange
  }

  func add(
    _ pattern: PathPattern, searchedBy walk: (mode: PathMode, selection: LogicalPlan.PathSearch.Selection?),
    to graph: inout PatternGraph, _ scope: inout Scope, known: Scope
  ) throws(QueryError) -> PathDraft {
    var builder = PathBuilder(self, scope: scope, known: known, isSelective: walk.selection != nil)
    try builder.read(pattern, &graph)
    scope = builder.scope
    let program = PathProgram(segments: builder.segments, gates: builder.gates, exports: builder.exports)
    let edges = add(program, walk.mode, walk.selection, from: builder.start, to: builder.end, pattern.range, &graph)
    graph.passed.formUnion(program.gates.map(\.node))
    try bindPath(of: pattern, along: [.node(builder.start), .edges(edges), .node(builder.end)], &graph, &scope)
    var draft = PathDraft(
      edge: graph.edges.count - 1, ends: [builder.start, builder.end], range: pattern.range)
    draft.tests = builder.tests
    draft.pending = builder.pending
    if let predicate = pattern.predicate {
      draft.pending.append(PendingTest(subject: .pattern, predicate: predicate))
    }
    draft.locals = Set(program.gates.map(\.node) + program.exports.map(\.variable))
    for hop in program.segments.flatMap(\.hops) { draft.locals.formUnion([hop.from, hop.edge, hop.to]) }
    draft.locals.subtract(draft.ends)
    return draft
  }

  /// Puts each test of a searched pattern where it is decided first.
  func finish(
    _ draft: PathDraft, in scope: Scope, _ graph: inout PatternGraph, known: Scope
  ) throws(QueryError) {
    guard var walk = graph.edges[draft.edge].walk else { return }
    var tests = draft.tests
    for test in draft.pending { tests += try resolve(test, in: scope) }
    let reachable = draft.locals.union(draft.ends).union(known.variables)
    for test in tests {
      let needed = test.freeVariables
      let own = needed.intersection(draft.locals)
      if own.isEmpty || !needed.isSubset(of: reachable) {
        // About the ends or about other patterns: decided around the search.
        graph.predicates.append(test)
      } else if let gate = walk.program.gates.firstIndex(where: {
        own == [$0.node] && needed.isDisjoint(with: draft.ends)
      }) {
        walk.program.gates[gate].test = conjunction(walk.program.gates[gate].test, test)
      } else if let segment = walk.program.segments.firstIndex(where: { segment in
        segment.hops.contains {
          needed.subtracting(known.variables).isSubset(of: [$0.from, $0.edge, $0.to])
        }
      }) {
        walk.program.segments[segment].add(test)
      } else if walk.selection == nil {
        graph.predicates.append(test)
      } else {
        walk.program.condition = conjunction(walk.program.condition, test)
      }
    }
    // What is neither named nor tested is not worth a column.
    let tested = tests.reduce(into: Set<Variable>()) { $0.formUnion($1.freeVariables) }
    walk.program.exports.removeAll { scope[$0.variable.name] == nil && !tested.contains($0.variable) }
    graph.edges[draft.edge].walk = walk
  }

  /// Reads a pattern into segments and gates.
  struct PathBuilder {
    private let planner: PlanBuilder
    private let known: Scope
    private let isSelective: Bool
    private(set) var scope: Scope
    private(set) var segments: [PathProgram.Segment] = []
    private(set) var gates: [PathProgram.Gate] = []
    private(set) var exports: [PathProgram.Export] = []
    private(set) var tests: [PlanExpression] = []
    private(set) var pending: [PendingTest] = []
    private(set) var start: Variable
    private(set) var end: Variable

    init(_ planner: PlanBuilder, scope: Scope, known: Scope, isSelective: Bool) {
      self.planner = planner
      self.scope = scope
      self.known = known
      self.isSelective = isSelective
      start = planner.fresh()
      end = start
    }

    mutating func read(_ pattern: PathPattern, _ graph: inout PatternGraph) throws(QueryError) {
      start = try planner.node(pattern.start, &graph, &scope, &pending)
      var left = start
      for (index, step) in pattern.steps.enumerated() {
        let right =
          index == pattern.steps.count - 1 ? try last(step.node, &graph) : try gate(step.node)
        switch step.link {
        case .edge(let edge): try read(edge, from: left, to: right)
        case .group(let group):
          try planner.count(operators: 2, group.range)
          let (segment, lists) = try planner.segment(group, number: segments.count, &scope, known: known)
          segments.append(segment)
          exports += lists
        }
        left = right
      }
      end = left
    }

    /// The right end. Where it is a node that the walk has passed, it is compared afterwards.
    private mutating func last(_ node: NodePattern, _ graph: inout PatternGraph) throws(QueryError) -> Variable {
      if let name = node.variable, let binding = scope[name.text] { try requireDecided(binding, name) }
      guard let name = node.variable, let binding = scope[name.text],
        gates.contains(where: { $0.node == binding.variable })
      else { return try planner.node(node, &graph, &scope, &pending) }
      var unnamed = node
      unnamed.variable = nil
      let variable = try planner.node(unnamed, &graph, &scope, &pending)
      tests.append(planner.equality(variable, binding.variable, name.range))
      return variable
    }

    private mutating func gate(_ node: NodePattern) throws(QueryError) -> Variable {
      let variable = planner.fresh(node.variable?.text)
      if let name = node.variable {
        if let binding = scope[name.text] {
          try planner.requireConflictFree(binding, .node, name)
          try requireDecided(binding, name)
          try refuseIfSelective(name, "node")
          tests.append(planner.equality(variable, binding.variable, name.range))
        } else {
          scope.bind(name.text, to: .init(variable: variable, types: .node))
        }
      }
      exports.append(.init(variable: variable, source: .gate(gates.count)))
      gates.append(.init(node: variable))
      tests += planner.note(
        variable, .node, node.labels, node.properties, node.predicate, node.variable, node.range, &pending)
      return variable
    }

    private func requireDecided(_ binding: Scope.Binding, _ name: Name) throws(QueryError) {
      guard exports.contains(where: { $0.isSingle && $0.variable == binding.variable }) else { return }
      throw planner.undecided(name)
    }

    /// What is known from before cannot stand inside a pattern that selects: it would change what is selected from.
    private func refuseIfSelective(_ name: Name, _ what: String) throws(QueryError) {
      guard isSelective, known[name.text] != nil else { return }
      throw QueryError(
        .variableAlreadyBound,
        message: "`\(name.text)` is a \(what) inside a pattern that selects paths, and is known already",
        range: name.range,
        suggestion: "give this one another name and compare them in a WHERE in the pattern's brackets")
    }

    private mutating func read(_ edge: EdgePattern, from: Variable, to: Variable) throws(QueryError) {
      try planner.count(operators: 2, edge.range)
      if let types = edge.types { planner.warnIfUnknown(types, .edgeType) }
      let types = edge.types.flatMap { LabelTest($0) }
      let number = segments.count
      let single = planner.fresh(edge.length == nil ? edge.variable?.text : nil)
      if let length = edge.length {
        segments.append(
          .init(
            hops: [
              .init(
                from: planner.fresh(), edge: single, to: planner.fresh(),
                direction: planner.direction(edge.direction), types: types)
            ], minimum: max(0, length.minimum ?? 1), maximum: length.maximum))
        try bindList(edge, single, number)
      } else {
        // A cycle of one edge: the variable at both ends stands for one of them.
        segments.append(
          .init(
            hops: [
              .init(
                from: from, edge: single, to: from == to ? planner.fresh() : to,
                direction: planner.direction(edge.direction), types: types)
            ], minimum: 1, maximum: 1))
        if let name = edge.variable { try bindSingle(name, single) }
        exports.append(.init(variable: single, source: .edge(segment: number)))
        tests += planner.note(
          single, .edge, types == nil ? edge.types : nil, edge.properties, edge.predicate, edge.variable, edge.range,
          &pending)
      }
    }

    private mutating func bindSingle(_ name: Name, _ variable: Variable) throws(QueryError) {
      guard let binding = scope[name.text] else {
        scope.bind(name.text, to: .init(variable: variable, types: .edge))
        return
      }
      try planner.requireConflictFree(binding, .edge, name)
      try requireDecided(binding, name)
      try refuseIfSelective(name, "relationship")
      tests.append(planner.equality(variable, binding.variable, name.range))
    }

    /// The list of a variable length edge. Its tests hold for each edge, by the name of the list.
    private mutating func bindList(_ edge: EdgePattern, _ single: Variable, _ number: Int) throws(QueryError) {
      var inner = known
      if let name = edge.variable {
        guard scope[name.text] == nil else { throw planner.alreadyBound(name) }
        let list = planner.fresh(name.text)
        scope.bind(name.text, to: .init(variable: list, types: .list, elements: .edge))
        exports.append(.init(variable: list, source: .edges(segment: number, hop: 0)))
        inner.bind(name.text, to: .init(variable: single, types: .edge))
      }
      var own: [PendingTest] = []
      let types = edge.types.flatMap { LabelTest($0) }
      _ = planner.note(
        single, .edge, types == nil ? edge.types : nil, edge.properties, edge.predicate, edge.variable, edge.range, &own
      )
      for test in own {
        for condition in try planner.resolve(test, in: inner) { segments[number].add(condition) }
      }
    }
  }
}

extension PathLink {
  /// How often it is walked, if that is written.
  fileprivate var quantifier: EdgePattern.Length? {
    switch self {
    case .edge(let edge): edge.length
    case .group(let group): group.quantifier
    }
  }
}
