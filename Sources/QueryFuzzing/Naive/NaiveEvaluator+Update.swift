import GraphCore
import QueryLanguage

/// Clauses that change the graph: row by row, each row seeing what those before it have done.
extension NaiveEvaluator {
  func create(_ patterns: [PathPattern], _ row: Row) throws -> Row {
    var row = row
    for pattern in patterns {
      var from = try makeNode(pattern.start, &row)
      for step in pattern.steps {
        guard let link = step.link.edge, link.length == nil, case .name(let type)? = link.types else {
          throw Failure.unsupported("a pattern to create")
        }
        let to = try makeNode(step.node, &row)
        let properties = try properties(link.properties, row)
        let ends = link.direction == .incoming ? (to, from) : (from, to)
        try change {
          $0.edges.append(.init(type: type.text, source: ends.0, target: ends.1, properties: properties))
        }
        if let name = link.variable?.text { row[name] = edge(graph.edges.count - 1) }
        from = to
      }
    }
    return row
  }

  private func makeNode(_ pattern: NodePattern, _ row: inout Row) throws -> Int {
    if let name = pattern.variable?.text, let bound = row[name] {
      guard case .node(let node) = bound else { throw Failure.mistake("an edge needs ends") }
      return Int(node.rawValue)
    }
    let labels = try pattern.labels.map(names) ?? []
    let properties = try properties(pattern.properties, row)
    try change { $0.nodes.append(.init(labels: labels, properties: properties)) }
    if let name = pattern.variable?.text { row[name] = node(graph.nodes.count - 1) }
    return graph.nodes.count - 1
  }

  private func names(_ labels: LabelExpression) throws -> Set<String> {
    switch labels {
    case .name(let name): return [name.text]
    case .and(let a, let b): return try names(a).union(names(b))
    default: throw Failure.unsupported("labels to create")
    }
  }

  private func properties(_ expression: Expression?, _ row: Row) throws -> [String: Value] {
    guard let expression else { return [:] }
    guard case .map(let map) = try value(expression, row) else { throw Failure.mistake("a map") }
    return Dictionary(uniqueKeysWithValues: map.entries.filter { !$0.value.isNull })
  }

  func merge(_ clause: MergeClause, _ row: Row) throws -> [Row] {
    let found = try matches([clause.pattern], nil, row)
    if found.isEmpty {
      let new = try create([clause.pattern], row)
      try set(clause.onCreate, new)
      return [new]
    }
    for row in found { try set(clause.onMatch, row) }
    return found
  }

  func set(_ items: [SetItem], _ row: Row) throws {
    for item in items {
      switch item {
      case .property(let target, let key, let value):
        let new = try self.value(value, row)
        try setProperty(key.text, of: try self.value(target, row), to: new)
      case .labels(let variable, let labels):
        guard case .node(let node)? = row[variable.text] else { continue }
        for label in labels {
          guard case .name(let name) = label else { throw Failure.unsupported("computed labels") }
          try change { $0.nodes[Int(node.rawValue)].labels.insert(name.text) }
        }
      case .properties(let variable, let value, let replaces):
        try setAll(row[variable.text] ?? .null, try self.value(value, row), replaces)
      case .computedProperty: throw Failure.unsupported("computed keys")
      }
    }
  }

  private func setAll(_ target: Value, _ value: Value, _ replaces: Bool) throws {
    guard case .map(let map) = value else { throw Failure.unsupported("properties of an element") }
    if replaces {
      switch target {
      case .node(let node): try change { $0.nodes[Int(node.rawValue)].properties = [:] }
      case .edge(let edge): try change { $0.edges[Int(edge.rawValue)].properties = [:] }
      default: return
      }
    }
    for (key, value) in map.entries { try setProperty(key, of: target, to: value) }
  }

  private func setProperty(_ key: String, of target: Value, to value: Value) throws {
    let stored: Value? = value.isNull ? nil : value
    switch target {
    case .node(let node): try change { $0.nodes[Int(node.rawValue)].properties[key] = stored }
    case .edge(let edge): try change { $0.edges[Int(edge.rawValue)].properties[key] = stored }
    case .null: return
    default: throw Failure.mistake("a property of \(target)")
    }
  }

  func remove(_ items: [RemoveItem], _ row: Row) throws {
    for item in items {
      switch item {
      case .property(let target, let key): try setProperty(key.text, of: try value(target, row), to: .null)
      case .labels(let variable, let labels):
        guard case .node(let node)? = row[variable.text] else { continue }
        for case .name(let name) in labels {
          try change { _ = $0.nodes[Int(node.rawValue)].labels.remove(name.text) }
        }
      case .computedProperty: throw Failure.unsupported("computed keys")
      }
    }
  }

  func delete(_ clause: DeleteClause, _ rows: [Row]) throws {
    for row in rows {
      for target in clause.targets {
        switch try value(target, row) {
        case .edge(let edge): try change { $0.edges[Int(edge.rawValue)].isDeleted = true }
        case .node(let node):
          let id = Int(node.rawValue)
          try change { graph in
            graph.nodes[id].isDeleted = true
            guard clause.detaches else { return }
            for edge in graph.edges.indices where [graph.edges[edge].source, graph.edges[edge].target].contains(id) {
              graph.edges[edge].isDeleted = true
            }
          }
        case .null: continue
        default: throw Failure.unsupported("what is deleted")
        }
      }
    }
    let hangs = graph.edges.contains {
      !$0.isDeleted && (graph.nodes[$0.source].isDeleted || graph.nodes[$0.target].isDeleted)
    }
    if hangs { throw Failure.mistake("edges without ends") }
  }

  func foreach(_ clause: ForeachClause, _ row: Row) throws {
    guard case .list(let elements) = try value(clause.list, row) else { return }
    for element in elements {
      let start = row.merging([clause.variable.text: element]) { _, new in new }
      let inner = SingleQuery(clauses: clause.clauses, range: clause.range)
      _ = try rows(of: Query(first: inner, range: clause.range), on: [start], outer: start)
    }
  }
}
