import GraphCore
import QueryExecutor
import QueryFuzzing
import QueryLanguage
import QueryPlanner
import SeededRandom

/// A graph that statements are run on, as a session would, with rows as plain text.
final class TestGraph {
  private(set) var graph = PropertyGraph()
  var limits = ExecutionLimits.standard

  init(_ statements: String...) throws {
    for statement in statements { try run(statement) }
  }

  init(_ graph: PropertyGraph) { self.graph = graph }

  /// A few nodes with labels L and M and properties `id` and `x`, and edges of types R and S with `w`.
  convenience init(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let count = 3 + generator.below(6)
    var parts: [String] = []
    for id in 0..<count {
      let labels = generator.pick(["", ":L", ":M", ":L:M"])
      let x = generator.chance(30) ? "" : ", x: \(generator.below(6))"
      parts.append("(n\(id)\(labels) {id: \(id)\(x)})")
    }
    for _ in 0..<generator.below(10) {
      let (from, to) = (generator.below(count), generator.below(count))
      parts.append("(n\(from))-[:\(generator.pick(["R", "S"])) {w: \(generator.below(4))}]->(n\(to))")
    }
    try self.init("CREATE " + parts.joined(separator: ", "))
  }

  func fold() { graph.fold() }

  @discardableResult
  func run(_ text: String, _ parameters: [String: Value] = [:]) throws -> ExecutionResult {
    let query = try parse(text)
    let planned = try plan(query, in: PlanningContext(names: graph.names, statistics: graph.statistics, graph: graph))
    let options = ExecutionOptions(parameters: parameters, limits: limits, time: (1_711_240_000, 0))
    guard planned.isUpdating else { return try execute(planned, reading: graph, transaction: nil, options: options) }
    let transaction = GraphTransaction(graph)
    graph = PropertyGraph()
    do {
      let result = try execute(planned, reading: PropertyGraph(), transaction: transaction, options: options)
      graph = transaction.commit()
      return result
    } catch {
      graph = transaction.rollBack()
      throw error
    }
  }

  /// What EXPLAIN shows.
  func planText(_ text: String) throws -> String {
    try explain(
      plan(
        parse(text), in: PlanningContext(names: graph.names, statistics: graph.statistics, graph: graph)))
  }

  /// Rows as text, cells parted by `|`. Nodes show their `id` property, or their position.
  func rows(_ text: String, _ parameters: [String: Value] = [:]) throws -> [String] {
    try run(text, parameters).values.map { row in row.map(show).joined(separator: "|") }
  }

  /// The one cell of the one row.
  func value(_ text: String, _ parameters: [String: Value] = [:]) throws -> String {
    try rows(text, parameters).joined(separator: "⏎")
  }

  func error(_ text: String, _ parameters: [String: Value] = [:]) -> QueryError? {
    do {
      try run(text, parameters)
      return nil
    } catch {
      return error as? QueryError
    }
  }

  func show(_ value: Value) -> String {
    switch value {
    case .null: return "null"
    case .boolean(let value): return "\(value)"
    case .integer(let value): return "\(value)"
    case .float(let value): return "\(value)"
    case .string(let value): return value
    case .list(let values): return "[" + values.map(show).joined(separator: ", ") + "]"
    case .map(let map): return "{" + map.entries.map { "\($0.key): \(show($0.value))" }.joined(separator: ", ") + "}"
    case .node(let node):
      guard let key = graph.names.propertyKey("id") else { return "(\(node.rawValue))" }
      let id = graph.property(key, ofNodes: [node])[0]
      return id.isNull ? "(\(node.rawValue))" : "(\(show(id)))"
    case .edge(let edge): return "[\(edge.rawValue)]"
    case .path(let path):
      return "<" + path.nodes.map { show(.node($0)) }.joined() + " " + path.edges.map { show(.edge($0)) }.joined() + ">"
    default: return "\(value)"
    }
  }
}

extension ExecutionResult {
  var values: [[Value]] {
    batches.flatMap { batch in (0..<batch.rowCount).map { row in batch.columns.map { $0[row] } } }
  }
}

extension TestGraph {
  static func planned(_ text: String, _ graph: PropertyGraph) throws -> PlannedQuery {
    try plan(parse(text), in: PlanningContext(names: graph.names, statistics: graph.statistics))
  }
}
