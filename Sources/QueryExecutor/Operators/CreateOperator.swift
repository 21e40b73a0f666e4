import GraphCore
import QueryLanguage
import QueryPlanner
import SourceText

/// New nodes and edges for each row.
final class CreateOperator: Operator {
  let layout: Layout
  private let input: any Operator
  private let creation: LogicalPlan.Creation
  private let context: ExecutionContext
  private var output = BufferedOutput()

  init(_ input: any Operator, _ creation: LogicalPlan.Creation, _ context: ExecutionContext) {
    self.input = input
    self.creation = creation
    self.context = context
    layout = Layout(input.layout.variables + creation.variables)
  }

  func next() throws(QueryError) -> Batch? {
    try output.next(from: input) { (batches) throws(QueryError) in
      var created: [Batch] = []
      for batch in batches {
        created.append(try creation.run(on: Rows(batch, input.layout), context, refusesNull: false).batch)
      }
      return created
    }
  }
}

extension LogicalPlan.Creation {
  /// Creates the elements for each row and returns the rows with them.
  ///
  /// - Parameter refusesNull: MERGE cannot create what it could never find again.
  func run(on rows: Rows, _ context: ExecutionContext, refusesNull: Bool) throws(QueryError) -> Rows {
    guard let transaction = context.transaction else {
      throw QueryError(
        .readOnly, .semanticError, .runtime, message: "this graph can only be read", range: SourceRange(0, 0))
    }
    var rows = rows
    try context.check(rows: rows.count * elements.count)
    for element in elements {
      let maps = try propertyLists(element.properties, rows, context, refusesNull: refusesNull)
      switch element {
      case .node(let node):
        let labels = try labels(of: node, on: rows, context)
        let ids = (0..<rows.count).map { row in transaction.createNode(labels: labels[row], properties: maps[row]) }
        rows.append(node.variable, .nodes(ids))
      case .edge(let edge):
        rows.append(edge.variable, .edges(try create(edge, maps, on: rows, transaction, context)))
      }
    }
    for path in paths { rows.append(path.variable, try Evaluator(context).evaluate(path.expression, on: rows)) }
    return rows
  }

  private func labels(
    of node: LogicalPlan.NodeCreation, on rows: Rows, _ context: ExecutionContext
  ) throws(QueryError) -> [[String]] {
    var labels = [[String]](repeating: node.labels, count: rows.count)
    for computed in node.computedLabels {
      let column = try Evaluator(context).evaluate(computed, on: rows)
      for row in 0..<rows.count {
        for name in try column[row].writableNames(computed.range) where !labels[row].contains(name) {
          labels[row].append(name)
        }
      }
    }
    return labels
  }

  private func types(
    of edge: LogicalPlan.EdgeCreation, on rows: Rows, _ context: ExecutionContext
  ) throws(QueryError) -> [String] {
    switch edge.type {
    case .name(let name): return [String](repeating: name, count: rows.count)
    case .computed(let expression):
      let column = try Evaluator(context).evaluate(expression, on: rows)
      var types: [String] = []
      for row in 0..<rows.count {
        let names = try column[row].writableNames(expression.range)
        guard names.count == 1 else {
          throw QueryError(
            .noSingleRelationshipType, .argumentError, .runtime,
            message: "a relationship has exactly one type, these are \(names.count)", range: expression.range,
            suggestion: "give it one name")
        }
        types.append(names[0])
      }
      return types
    }
  }

  private func create(
    _ edge: LogicalPlan.EdgeCreation, _ properties: [[(key: String, value: Value)]], on rows: Rows,
    _ transaction: GraphTransaction, _ context: ExecutionContext
  ) throws(QueryError) -> [EdgeID] {
    let sources = rows.column(edge.from).nodeIDs
    let targets = rows.column(edge.to).nodeIDs
    let types = try types(of: edge, on: rows, context)
    var ids: [EdgeID] = []
    for row in 0..<rows.count {
      guard sources[row] != .none, targets[row] != .none else { throw missingEnd(edge, types[row]) }
      if context.hasDeletions, !transaction.graph.contains(sources[row]) || !transaction.graph.contains(targets[row]) {
        throw missingEnd(edge, types[row])
      }
      ids.append(
        transaction.createEdge(type: types[row], from: sources[row], to: targets[row], properties: properties[row]))
    }
    return ids
  }

  private func missingEnd(_ edge: LogicalPlan.EdgeCreation, _ type: String) -> QueryError {
    QueryError(
      .deletedEntityAccess, .entityNotFound, .runtime,
      message: "an edge of type `\(type)` needs a node at both ends, one of them is null or deleted",
      range: edge.range)
  }

  private func propertyLists(
    _ properties: PlanExpression?, _ rows: Rows, _ context: ExecutionContext, refusesNull: Bool
  ) throws(QueryError) -> [[(key: String, value: Value)]] {
    guard let properties else { return Array(repeating: [], count: rows.count) }
    let column = try Evaluator(context).evaluate(properties, on: rows)
    var lists: [[(key: String, value: Value)]] = []
    for row in 0..<rows.count {
      let map = try Evaluator(context).allProperties(of: column[row], properties.range)
      for (key, value) in map.entries {
        try requireStorable(value, key, properties.range)
        if refusesNull, value.isNull {
          throw QueryError(
            .mergeReadOwnWrites, .semanticError, .runtime,
            message: "MERGE cannot use null for `\(key)`: it would create what it can never find",
            range: properties.range)
        }
      }
      lists.append(map.entries)
    }
    return lists
  }
}

/// Properties hold plain values and lists of them; maps, nodes, edges and paths do not fit.
func requireStorable(_ value: Value, _ key: String, _ range: SourceRange) throws(QueryError) {
  let isStorable: Bool
  switch value {
  case .map, .node, .edge, .path: isStorable = false
  case .list(let values):
    isStorable = values.allSatisfy { element in
      switch element {
      case .map, .node, .edge, .path, .list, .null: false
      default: true
      }
    }
  default: isStorable = true
  }
  guard isStorable else {
    throw QueryError(
      .invalidPropertyType, .typeError, .runtime,
      message:
        "the property `\(key)` cannot hold \(value.typeName == "List" ? "a list with maps, lists, nulls or elements in it" : value.typeName)",
      range: range)
  }
}
