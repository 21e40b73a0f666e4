/// A small graph and what queries on it mean, by nested loops over all assignments: straight from the definition of
/// pattern matching, without any of the engine.
struct NaiveGraph {
  struct Node {
    var labels: Set<String>
    var x: Int?
  }

  struct Edge {
    var type: String
    var source: Int
    var target: Int
    var w: Int?
  }

  var nodes: [Node] = []
  var edges: [Edge] = []

  init(_ generator: inout SeededGenerator) {
    for _ in 0..<1 + generator.below(5) {
      let labels = generator.pick([[], ["A"], ["B"], ["A", "B"]] as [Set<String>])
      nodes.append(Node(labels: labels, x: generator.chance(25) ? nil : generator.below(3)))
    }
    for _ in 0..<generator.below(8) {
      edges.append(
        Edge(
          type: generator.pick(["R", "S"]), source: generator.below(nodes.count), target: generator.below(nodes.count),
          w: generator.chance(25) ? nil : generator.below(2)))
    }
  }

  /// A statement that creates the graph, in the order of its numbers.
  var statement: String {
    let nodes = nodes.enumerated().map { id, node in
      "(n\(id)\(node.labels.sorted().map { ":\($0)" }.joined()) {id: \(id), x: \(node.x.map(String.init) ?? "null")})"
    }
    let edges = edges.map { edge in
      "(n\(edge.source))-[:\(edge.type) {w: \(edge.w.map(String.init) ?? "null")}]->(n\(edge.target))"
    }
    return "CREATE " + (nodes + edges).joined(separator: ", ")
  }
}

private enum Bound: Equatable {
  case node(Int)
  case edges([Int])
  case null
}

private typealias Row = [String: Bound]

struct NaiveEvaluator {
  let graph: NaiveGraph

  /// Rows as text, cells parted by `|`; sorted unless the query orders them.
  func rows(_ query: RandomQuery) -> [String] {
    var rows: [Row] = [[:]]
    for match in query.matches { rows = rows.flatMap { self.rows(match, extending: $0) } }
    var cells = query.isAggregating ? aggregate(query, rows) : rows.map { row in query.items.map { [value($0, row)] } }
    if query.isDistinct {
      var seen: Set<[[Int?]]> = []
      cells = cells.filter { seen.insert($0).inserted }
    }
    if let order = query.order {
      cells.sort { a, b in
        for (position, isDescending) in order.enumerated() {
          // Null is after all numbers.
          let (left, right) = (a[position][0] ?? .max, b[position][0] ?? .max)
          if left != right { return isDescending ? left > right : left < right }
        }
        return false
      }
      cells = Array(cells.dropFirst(query.skip ?? 0).prefix(query.limit ?? .max))
    }
    let texts = cells.map { row in
      zip(query.items, row).map { item, values in
        if case .aggregate("collect", _) = item {
          return "[" + values.map { $0.map(String.init) ?? "null" }.sorted().joined(separator: ", ") + "]"
        }
        return values[0].map(String.init) ?? "null"
      }.joined(separator: "|")
    }
    return query.order == nil ? texts.sorted() : texts
  }

  // MARK: Matching

  private func rows(_ match: RandomQuery.Match, extending row: Row) -> [Row] {
    var found = assignments(match.patterns.flatMap(\.nodes), row)
    for pattern in match.patterns { found = found.flatMap { walk(pattern, $0) } }
    // Edges of one MATCH are all different.
    var matched = found.filter { row in
      let used = row.used
      return Set(used).count == used.count
    }
    for position in matched.indices { matched[position].used = [] }
    if let predicate = match.predicate { matched = matched.filter { truth(predicate, $0.row) == true } }
    guard matched.isEmpty, match.isOptional else { return matched.map(\.row) }
    var nulls = row
    for pattern in match.patterns {
      for node in pattern.nodes where nulls[node.name] == nil { nulls[node.name] = .null }
      for step in pattern.steps { if let name = step.edge.name { nulls[name] = .null } }
    }
    return [nulls]
  }

  private struct Candidate {
    var row: Row
    var used: [Int] = []
  }

  /// Every way to give the nodes of a pattern a node that passes.
  private func assignments(_ nodes: [RandomQuery.Node], _ row: Row) -> [Candidate] {
    var candidates = [Candidate(row: row)]
    for node in nodes {
      candidates = candidates.flatMap { candidate -> [Candidate] in
        let choices: [Int]
        switch candidate.row[node.name] {
        case .node(let known): choices = [known]
        case .null: choices = []
        default: choices = Array(graph.nodes.indices)
        }
        return choices.filter { passes(node, $0) }.map { choice in
          var next = candidate
          next.row[node.name] = .node(choice)
          return next
        }
      }
    }
    return candidates
  }

  private func passes(_ node: RandomQuery.Node, _ id: Int) -> Bool {
    if let label = node.label, !graph.nodes[id].labels.contains(label) { return false }
    if let x = node.x, graph.nodes[id].x != x { return false }
    return true
  }

  /// Every way to give the edges of a pattern edges between its nodes.
  private func walk(_ pattern: RandomQuery.Pattern, _ candidate: Candidate) -> [Candidate] {
    var candidates = [candidate]
    var from = pattern.start.name
    for (edge, node) in pattern.steps {
      candidates = candidates.flatMap { candidate -> [Candidate] in
        guard case .node(let start) = candidate.row[from], case .node(let end) = candidate.row[node.name]
        else { return [] }
        return trails(edge, from: start, to: end, [], edge.length ?? 1...1).map { trail in
          var next = candidate
          next.used += trail
          if let name = edge.name { next.row[name] = .edges(trail) }
          return next
        }
      }
      from = node.name
    }
    return candidates
  }

  private func trails(
    _ edge: RandomQuery.Edge, from start: Int, to end: Int, _ taken: [Int], _ length: ClosedRange<Int>
  ) -> [[Int]] {
    var found: [[Int]] = length.contains(taken.count) && start == end ? [taken] : []
    guard taken.count < length.upperBound else { return found }
    for (id, candidate) in graph.edges.enumerated() where !taken.contains(id) {
      guard edge.types.isEmpty || edge.types.contains(candidate.type) else { continue }
      if let w = edge.w, candidate.w != w { continue }
      var ends: Set<Int> = []
      if edge.isOutgoing != false, candidate.source == start { ends.insert(candidate.target) }
      if edge.isOutgoing != true, candidate.target == start { ends.insert(candidate.source) }
      for next in ends { found += trails(edge, from: next, to: end, taken + [id], length) }
    }
    return found
  }

  // MARK: Values

  private func value(_ term: RandomQuery.Term, _ row: Row) -> Int? {
    switch term {
    case .constant(let number): return number
    case .null: return nil
    case .property(let name, let key):
      switch (row[name], key) {
      case (.node(let id), "id"): return id
      case (.node(let id), _): return graph.nodes[id].x
      case (.edges(let edges), _): return edges.first.flatMap { graph.edges[$0].w }
      default: return nil
      }
    }
  }

  private func value(_ item: RandomQuery.Item, _ row: Row) -> Int? {
    if case .property(let name, let key) = item { return value(RandomQuery.Term.property(name, key), row) }
    return nil
  }

  private func truth(_ predicate: RandomQuery.Predicate, _ row: Row) -> Bool? {
    switch predicate {
    case .compare(let a, let op, let b):
      guard let left = value(a, row), let right = value(b, row) else { return nil }
      switch op {
      case "=": return left == right
      case "<>": return left != right
      case "<": return left < right
      case "<=": return left <= right
      case ">": return left > right
      default: return left >= right
      }
    case .hasLabel(let name, let label):
      guard case .node(let id) = row[name] else { return nil }
      return graph.nodes[id].labels.contains(label)
    case .isNull(let term): return value(term, row) == nil
    case .hasEdge(let name, let isOutgoing, let type):
      guard case .node(let id) = row[name] else { return false }
      return graph.edges.contains { $0.type == type && (isOutgoing ? $0.source : $0.target) == id }
    case .and(let a, let b):
      let (left, right) = (truth(a, row), truth(b, row))
      if left == false || right == false { return false }
      return left == nil || right == nil ? nil : true
    case .or(let a, let b):
      let (left, right) = (truth(a, row), truth(b, row))
      if left == true || right == true { return true }
      return left == nil || right == nil ? nil : false
    case .not(let inner): return truth(inner, row).map { !$0 }
    }
  }

  // MARK: Aggregation

  private func aggregate(_ query: RandomQuery, _ rows: [Row]) -> [[[Int?]]] {
    var groups: [[Int?]: [Row]] = [:]
    for row in rows {
      let key = query.items.compactMap { item -> Int?? in
        if case .property = item { .some(value(item, row)) } else { nil }
      }
      groups[key, default: []].append(row)
    }
    let hasKeys = query.items.contains { item in
      if case .property = item { true } else { false }
    }
    if groups.isEmpty, !hasKeys { groups[[]] = [] }
    return groups.values.map { rows in
      query.items.map { item in
        switch item {
        case .property: [value(item, rows[0])]
        case .countRows: [rows.count]
        case .aggregate(let function, let term): aggregate(function, rows.compactMap { value(term, $0) })
        }
      }
    }
  }

  private func aggregate(_ function: String, _ values: [Int]) -> [Int?] {
    switch function {
    case "count": [values.count]
    case "countDistinct": [Set(values).count]
    case "sum": [values.reduce(0, +)]
    case "min": [values.min()]
    case "max": [values.max()]
    default: values
    }
  }
}
