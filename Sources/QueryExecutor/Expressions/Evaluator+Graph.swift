import GraphCore
import QueryLanguage
import QueryPlanner
import SourceText

extension Evaluator {
  // MARK: Properties

  func property(of base: Column, _ key: String, _ range: SourceRange) throws(QueryError) -> Column {
    let graph = context.graph
    switch base {
    case .nodes(let nodes):
      if context.hasDeletions { try requireLive(nodes, graph, range) }
      guard let id = graph.names.propertyKey(key) else { return .constant(.null, count: nodes.count) }
      return graph.property(id, ofNodes: nodes)
    case .edges(let edges):
      if context.hasDeletions { try requireLive(edges, graph, range) }
      guard let id = graph.names.propertyKey(key) else { return .constant(.null, count: edges.count) }
      return graph.property(id, ofEdges: edges)
    default:
      // The parts of a day that reports are grouped by; the others go the way of all values.
      if case .dates(let days) = base, let part = CalendarDate.Part(rawValue: key) {
        return .integers(CalendarDate.parts(part, of: days))
      }
      let id = graph.names.propertyKey(key)
      var values: [Value] = []
      values.reserveCapacity(base.count)
      for row in 0..<base.count {
        switch base[row] {
        case .node(let node):
          if context.hasDeletions { try requireLive([node], graph, range) }
          values.append(id.map { graph.property($0, ofNodes: [node])[0] } ?? .null)
        case .edge(let edge):
          if context.hasDeletions { try requireLive([edge], graph, range) }
          values.append(id.map { graph.property($0, ofEdges: [edge])[0] } ?? .null)
        case let value:
          values.append(
            try failing(at: range) { () throws(FunctionFailure) in try ScalarPredicates.property(key, of: value) })
        }
      }
      return .values(values)
    }
  }

  private func requireLive(_ nodes: [NodeID], _ graph: any GraphReader, _ range: SourceRange) throws(QueryError) {
    for node in nodes where node != .none && !graph.contains(node) { throw deletedAccess(range) }
  }

  private func requireLive(_ edges: [EdgeID], _ graph: any GraphReader, _ range: SourceRange) throws(QueryError) {
    for edge in edges where edge != .none && !graph.contains(edge) { throw deletedAccess(range) }
  }

  func requireLive(_ value: Value, _ range: SourceRange) throws(QueryError) {
    switch value {
    case .node(let node): try requireLive([node], context.graph, range)
    case .edge(let edge): try requireLive([edge], context.graph, range)
    default: break
    }
  }

  private func deletedAccess(_ range: SourceRange) -> QueryError {
    QueryError(
      .deletedEntityAccess, .entityNotFound, .runtime, message: "this element was deleted by the same statement",
      range: range, suggestion: "read what you need in a WITH before DELETE")
  }

  /// All properties of a node, edge or map.
  func allProperties(of value: Value, _ range: SourceRange) throws(QueryError) -> ValueMap {
    if case .map(let map) = value { return map }
    let graph = context.graph
    let names = graph.names
    switch value {
    case .node(let node):
      if context.hasDeletions { try requireLive([node], graph, range) }
      return ValueMap(graph.properties(of: node).map { (names.name(of: $0.key), $0.value) })
    case .edge(let edge):
      if context.hasDeletions { try requireLive([edge], graph, range) }
      return ValueMap(graph.properties(of: edge).map { (names.name(of: $0.key), $0.value) })
    case .null: return ValueMap()
    default:
      throw QueryError(
        .invalidArgumentType, .typeError, .runtime,
        message: "Node, Edge or Map is needed here, this is \(value.typeName)",
        range: range)
    }
  }

  func isPresent(_ column: Column) -> Column {
    let graph = context.graph
    return .booleans(
      (0..<column.count).map { row in
        switch column[row] {
        case .node(let node): graph.contains(node)
        case .edge(let edge): graph.contains(edge)
        default: false
        }
      })
  }

  // MARK: Labels and types

  func hasLabels(_ column: Column, _ test: LabelTest, _ range: SourceRange) throws(QueryError) -> Column {
    let graph = context.graph
    let mask = LabelMask(test, in: graph)
    if case .nodes(let nodes) = column, !context.hasDeletions, !nodes.contains(.none) {
      return .booleans(nodes.map { mask.contains($0, in: graph) })
    }
    var truths: [Truth] = []
    for row in 0..<column.count {
      switch column[row] {
      case .node(let node):
        if context.hasDeletions { try requireLive([node], graph, range) }
        truths.append(Truth(mask.contains(node, in: graph)))
      case .edge(let edge): truths.append(Truth(test.passes([typeName(of: edge, graph)])))
      case .null: truths.append(.unknown)
      case let value:
        throw QueryError(
          .invalidArgumentType, .typeError, .runtime,
          message: "only nodes and edges have labels, this is \(value.typeName)",
          range: range)
      }
    }
    return Column(truths)
  }

  /// Whether an element has all or any of the names that stand beside it; unknown where either is null.
  func hasLabels(
    _ column: Column, namedBy names: Column, needsAll: Bool, _ range: SourceRange
  ) throws(QueryError) -> Column {
    let graph = context.graph
    var truths: [Truth] = []
    for row in 0..<column.count {
      let known: [String]
      switch column[row] {
      case .node(let node): known = try labelNames(of: node, range)
      case .edge(let edge): known = [typeName(of: edge, graph)]
      case .null:
        truths.append(.unknown)
        continue
      case let value:
        throw QueryError(
          .invalidArgumentType, .typeError, .runtime,
          message: "only nodes and edges have labels, this is \(value.typeName)", range: range)
      }
      guard let wanted = try names[row].names(range) else {
        truths.append(.unknown)
        continue
      }
      truths.append(
        Truth(needsAll ? wanted.allSatisfy { known.contains($0) } : wanted.contains { known.contains($0) }))
    }
    return Column(truths)
  }

  /// Also of an edge that this statement has deleted.
  func typeName(of edge: EdgeID, _ graph: any GraphReader) -> String {
    context.deletedEdgeTypes[edge] ?? graph.names.name(of: graph.type(of: edge))
  }

  func labelNames(of node: NodeID, _ range: SourceRange) throws(QueryError) -> [String] {
    let graph = context.graph
    if context.hasDeletions { try requireLive([node], graph, range) }
    return graph.labels(of: node).map { graph.names.name(of: $0) }
  }

  // MARK: Paths

  /// The walk along variables; null where one of them is.
  func path(_ elements: [PlanExpression.PathElement], on rows: Rows) -> Column {
    let graph = context.graph
    let columns = elements.map { element in
      switch element {
      case .node(let variable), .edge(let variable), .edges(let variable): rows.column(variable)
      }
    }
    return .values(
      (0..<rows.count).map { row in
        var nodes: [NodeID] = []
        var edges: [EdgeID] = []
        for (element, column) in zip(elements, columns) {
          switch (element, column[row]) {
          case (.node, .node(let node)):
            // Behind a list of edges the walk has arrived already.
            if nodes.last != node || nodes.count == edges.count { nodes.append(node) }
          case (.edge, .edge(let edge)): edges.append(edge)
          case (.edges, .list(let list)):
            for case .edge(let edge) in list {
              guard let last = nodes.last else { continue }
              edges.append(edge)
              nodes.append(graph.source(of: edge) == last ? graph.target(of: edge) : graph.source(of: edge))
            }
          default: return .null
          }
        }
        return .path(Path(nodes: nodes, edges: edges))
      })
  }

  /// Whether no edge of one row's first column is among its second's.
  func edgesDiffer(_ a: Column, _ b: Column) -> Column {
    if case .edges(let left) = a, case .edges(let right) = b {
      return .booleans(zip(left, right).map { $0 != $1 })
    }
    return .booleans(
      (0..<a.count).map { row in
        let left = a[row].edges
        let right = b[row].edges
        return !left.contains { right.contains($0) }
      })
  }
}

extension Value {
  /// The edge, or the edges of the list.
  fileprivate var edges: [EdgeID] {
    switch self {
    case .edge(let edge): [edge]
    case .list(let values): values.compactMap { if case .edge(let edge) = $0 { edge } else { nil } }
    default: []
    }
  }
}

extension Value {
  /// A string or list of strings that names labels, types or keys; nil for null.
  func names(_ range: SourceRange) throws(QueryError) -> [String]? {
    switch self {
    case .null: return nil
    case .string(let name): return [name]
    case .list(let values):
      var names: [String] = []
      for value in values {
        guard case .string(let name) = value else { throw notAName(value, range) }
        names.append(name)
      }
      return names
    default: throw notAName(self, range)
    }
  }

  private func notAName(_ value: Value, _ range: SourceRange) -> QueryError {
    QueryError(
      .invalidArgumentType, .typeError, .runtime,
      message: "a computed label or type is String or a list of them, this is \(value.typeName)", range: range,
      suggestion: "`toString(…)` makes a String")
  }

  /// The same where something is to be made or changed: null and empty names cannot be.
  func writableNames(_ range: SourceRange) throws(QueryError) -> [String] {
    guard let names = try names(range), !names.contains("") else {
      throw QueryError(
        .invalidArgumentValue, .argumentError, .runtime,
        message: isNull ? "a computed label or type cannot be null" : "a label or type cannot be an empty text",
        range: range, suggestion: "give it a name with `coalesce(…, 'Name')`")
    }
    return names
  }
}
