import GraphCore
import QueryLanguage

extension NaiveEvaluator {
  /// A way through a pattern, and what is still to be asked of it once all names of the MATCH are there.
  private struct Walk {
    var row: Row
    /// Edges of this MATCH so far.
    var used: [Int] = []
    /// Of the pattern at hand.
    var nodes: [Int] = []
    var edges: [Int] = []
    var questions: [Question] = []
  }

  private struct Question {
    let element: Value
    /// What the element is called in its own WHERE.
    let name: String?
    let properties: Expression?
    let predicate: Expression?
  }

  private struct Rules {
    let mode: PathMode
    /// Whether no edge may be used twice in the MATCH.
    let keepsEdgesApart: Bool
  }

  func match(_ clause: MatchClause, _ row: Row) throws -> [Row] {
    let found = try viewed(clause.filters) { try matches(clause.patterns, clause.predicate, row, clause.mode) }
    guard found.isEmpty, clause.isOptional else { return found }
    let added = clause.patterns.flatMap(\.names).map { ($0, Value.null) }
    return [row.merging(added) { old, _ in old }]
  }

  func matches(
    _ patterns: [PathPattern], _ predicate: Expression?, _ row: Row, _ mode: MatchMode? = nil
  ) throws -> [Row] {
    let repeats = mode == .repeatableElements
    var walks = [Walk(row: row)]
    for pattern in patterns {
      walks = try walks.flatMap { walk in
        let isSearch = pattern.search != .all
        let rules = Rules(
          mode: isSearch ? .trail : pattern.mode ?? (repeats ? .walk : .trail),
          keepsEdgesApart: !repeats && !isSearch)
        let found = try self.walks(pattern, from: walk, rules, known: row)
        return try selected(found, pattern)
      }
    }
    return try walks.filter { walk in
      try walk.questions.allSatisfy { try holds($0, walk.row) }
        && patterns.allSatisfy { try $0.predicate.map { try truth($0, walk.row) == true } ?? true }
        && predicate.map { try truth($0, walk.row) == true } ?? true
    }.map(\.row)
  }

  private func holds(_ question: Question, _ row: Row) throws -> Bool {
    if case .map(let entries)? = question.properties?.kind {
      for entry in entries {
        let wanted = try value(entry.value, row)
        if areEqual(try property(question.element, entry.key.text), wanted) != true { return false }
      }
    } else if question.properties != nil {
      throw Failure.unsupported("properties")
    }
    guard let predicate = question.predicate else { return true }
    var scope = row
    if let name = question.name { scope[name] = question.element }
    return try truth(predicate, scope) == true
  }

  // MARK: Which are kept

  /// For each pair of ends the walks that a selection keeps: all tests in the pattern come before.
  private func selected(_ walks: [Walk], _ pattern: PathPattern) throws -> [Walk] {
    let (most, isGroups): (Int, Bool)
    switch (pattern.search, pattern.selection) {
    case (.shortest, _): (most, isGroups) = (1, false)
    case (.allShortest, _): (most, isGroups) = (1, true)
    case (_, nil), (_, .all): return walks
    case (_, .anyShortest): (most, isGroups) = (1, false)
    case (_, .allShortest): (most, isGroups) = (1, true)
    case (_, .any(let count)): (most, isGroups) = (try number(count), false)
    case (_, .shortest(let count)): (most, isGroups) = (try number(count), false)
    case (_, .shortestGroups(let count)): (most, isGroups) = (try number(count), true)
    }
    let fitting = try walks.filter { walk in
      try walk.questions.allSatisfy { try holds($0, walk.row) }
        && pattern.predicate.map { try truth($0, walk.row) == true } ?? true
    }
    let pairs = Dictionary(grouping: fitting) { [$0.nodes.first, $0.nodes.last] }
    return pairs.values.flatMap { walks -> [Walk] in
      let sorted = walks.sorted { $0.edges.count < $1.edges.count }
      guard isGroups else { return Array(sorted.prefix(most)) }
      let lengths = Set(sorted.map(\.edges.count)).sorted().prefix(most)
      return sorted.filter { lengths.contains($0.edges.count) }
    }
  }

  private func number(_ count: Expression?) throws -> Int {
    guard let count else { return 1 }
    guard case .integer(let number) = try value(count, [:]), number > 0 else { throw Failure.mistake("a number") }
    return Int(number)
  }

  // MARK: All walks

  private func walks(_ pattern: PathPattern, from start: Walk, _ rules: Rules, known: Row) throws -> [Walk] {
    var begin = start
    begin.nodes = []
    begin.edges = []
    var walks = try graph.nodes.indices.flatMap { node -> [Walk] in
      if graph.nodes[node].isDeleted { return [] }
      var walk = begin
      walk.nodes = [node]
      return try arrive(walk, pattern.start).map { [$0] } ?? []
    }
    for step in pattern.steps {
      switch step.link {
      case .edge(let edge) where edge.length == nil && pattern.search == .all:
        walks = try walks.flatMap { try hops($0, edge, rules, binds: edge.variable?.text) }
      case .edge(let edge): walks = try repeated(walks, edge, rules)
      case .group(let group): walks = try repeated(walks, group, rules, known)
      }
      walks = try walks.compactMap { try arrive($0, step.node) }
    }
    guard let name = pattern.variable?.text else { return walks }
    return walks.map { walk in
      var walk = walk
      walk.row[name] = .path(
        Path(nodes: walk.nodes.map { NodeID(UInt32($0)) }, edges: walk.edges.map { EdgeID(UInt32($0)) }))
      return walk
    }
  }

  /// The walk with its last node under the pattern's name; nil if that is another node, or its labels do not fit.
  private func arrive(_ walk: Walk, _ pattern: NodePattern) throws -> Walk? {
    guard let last = walk.nodes.last else { return nil }
    if let labels = pattern.labels, try !passes(graph.nodes[last].labels, labels, walk.row) { return nil }
    var walk = walk
    if let name = pattern.variable?.text {
      if let bound = walk.row[name], areEqual(bound, node(last)) != true { return nil }
      walk.row[name] = node(last)
    }
    if pattern.properties != nil || pattern.predicate != nil {
      walk.questions.append(
        Question(
          element: node(last), name: pattern.variable?.text, properties: pattern.properties,
          predicate: pattern.predicate))
    }
    return walk
  }

  /// The walk with one more edge, each that fits.
  private func hops(_ walk: Walk, _ pattern: EdgePattern, _ rules: Rules, binds name: String?) throws -> [Walk] {
    guard let from = walk.nodes.last else { return [] }
    var found: [Walk] = []
    for (id, candidate) in graph.edges.enumerated() where !candidate.isDeleted {
      try count()
      if let types = pattern.types, try !passes([candidate.type], types, walk.row) { continue }
      var ends: Set<Int> = []
      if pattern.direction != .incoming, candidate.source == from { ends.insert(candidate.target) }
      if pattern.direction != .outgoing, candidate.target == from { ends.insert(candidate.source) }
      for end in ends where allows(walk, id, end, rules) {
        var next = walk
        if let name {
          if let bound = next.row[name], areEqual(bound, edge(id)) != true { continue }
          next.row[name] = edge(id)
        }
        next.used.append(id)
        next.edges.append(id)
        next.nodes.append(end)
        if pattern.properties != nil || pattern.predicate != nil {
          next.questions.append(
            Question(
              element: edge(id), name: pattern.variable?.text, properties: pattern.properties,
              predicate: pattern.predicate))
        }
        found.append(next)
      }
    }
    try count(found.count)
    return found
  }

  private func allows(_ walk: Walk, _ edge: Int, _ end: Int, _ rules: Rules) -> Bool {
    if rules.keepsEdgesApart, walk.used.contains(edge) { return false }
    switch rules.mode {
    case .walk: return true
    case .trail: return !walk.edges.contains(edge)
    case .acyclic: return !walk.nodes.contains(end)
    case .simple:
      let isClosed = walk.nodes.count > 1 && walk.nodes.first == walk.nodes.last
      return !isClosed && !walk.nodes.dropFirst().contains(end)
    }
  }

  private func repeated(_ walks: [Walk], _ edge: EdgePattern, _ rules: Rules) throws -> [Walk] {
    var single = edge
    let name = single.variable?.text
    if edge.properties == nil, edge.predicate == nil { single.variable = nil }
    let length = edge.length ?? .init(minimum: 1, maximum: 1)
    return try repeated(walks, length.minimum ?? 1, length.maximum, rules) { walk in
      try hops(walk, single, rules, binds: nil)
    }.compactMap { walk, first in
      guard let name else { return walk }
      let list = Value.list(walk.edges[first...].map { self.edge($0) })
      if let bound = walk.row[name], areEqual(bound, list) != true { return nil }
      var walk = walk
      walk.row[name] = list
      return walk
    }
  }

  private func repeated(_ walks: [Walk], _ group: PathGroup, _ rules: Rules, _ known: Row) throws -> [Walk] {
    let names = Set(group.pattern.names)
    let start = walks.map { walk in
      var walk = walk
      for name in names { walk.row[name] = group.isQuestioned ? .null : .list([]) }
      return walk
    }
    let quantifier = group.quantifier
    return try repeated(start, quantifier.minimum ?? 0, quantifier.maximum, rules) { walk in
      var inner = walk
      inner.row = known
      inner.questions = []
      var rounds = try arrive(inner, group.pattern.start).map { [$0] } ?? []
      for step in group.pattern.steps {
        guard let edge = step.link.edge else { throw Failure.unsupported("a group in a group") }
        rounds = try rounds.flatMap { try hops($0, edge, rules, binds: edge.variable?.text) }
        rounds = try rounds.compactMap { try arrive($0, step.node) }
      }
      return try rounds.compactMap { round in
        guard try round.questions.allSatisfy({ try holds($0, round.row) }) else { return nil }
        if let predicate = group.pattern.predicate, try truth(predicate, round.row) != true { return nil }
        var next = round
        next.row = walk.row
        next.questions = walk.questions
        if group.isQuestioned { for name in names { next.row[name] = round.row[name] } }
        for name in names {
          if case .list(let before)? = walk.row[name] { next.row[name] = .list(before + [round.row[name] ?? .null]) }
        }
        return next
      }
    }.map(\.walk)
  }

  /// All walks with so many more rounds, and where in its edges each began.
  private func repeated(
    _ walks: [Walk], _ least: Int, _ most: Int?, _ rules: Rules, _ round: (Walk) throws -> [Walk]
  ) throws -> [(walk: Walk, first: Int)] {
    if most == nil, rules.mode == .walk, !rules.keepsEdgesApart { throw Failure.unsupported("walks without end") }
    var level = walks.map { (walk: $0, first: $0.edges.count) }
    var found = least == 0 ? level : []
    var rounds = 0
    while !level.isEmpty, rounds < most ?? .max {
      rounds += 1
      level = try level.flatMap { entry in try round(entry.walk).map { ($0, entry.first) } }
      if rounds >= least { found += level }
      try count(level.count)
    }
    return found
  }
}

extension PathPattern {
  /// All names in it.
  var names: [String] {
    var found = [variable?.text, start.variable?.text]
    for step in steps {
      switch step.link {
      case .edge(let edge): found.append(edge.variable?.text)
      case .group(let group): found += group.pattern.names
      }
      found.append(step.node.variable?.text)
    }
    return found.compactMap { $0 }
  }
}
