import GraphCore
import QueryLanguage
import QueryPlanner
import SourceText

extension Evaluator {
  func function(
    _ signature: FunctionSignature, _ arguments: [PlanExpression], on rows: Rows, _ range: SourceRange
  ) throws(QueryError) -> Column {
    if signature.name == "coalesce" { return try coalesce(arguments, on: rows) }
    var columns: [Column] = []
    for argument in arguments { columns.append(try evaluate(argument, on: rows)) }
    if signature.kind == .figure, columns.count == 2, let body = GraphFunctions.figureBodies[signature.name] {
      return try GraphFunctions.figures(self, columns[0], columns[1], range, body)
    }
    if signature.kind == .graph { return try graphFunction(signature, columns, rows.count, range) }
    guard let body = ScalarFunctions.bodies[signature.name] else {
      throw QueryError(
        .unknownFunction, .syntaxError, .runtime, message: "`\(signature.name)` has no implementation", range: range)
    }
    let functions = context.functions
    if signature.isDeterministic, let constants = columns.constants, rows.count > 0 {
      let value = try failing(at: range) { () throws(FunctionFailure) in try body(constants, functions) }
      try context.charge([value][...], at: range)
      return .constant(value, count: rows.count)
    }
    // One array for all rows.
    var values = [Value](repeating: .null, count: columns.count)
    return try chunked(rows.count, range) { (row) throws(FunctionFailure) in
      for (place, column) in columns.enumerated() { values[place] = column[row] }
      return try body(values, functions)
    }
  }

  /// The first value that is not null: an argument is evaluated on the rows that those before it leave open, as CASE would
  /// (ISO 39075, 20.7).
  private func coalesce(_ arguments: [PlanExpression], on rows: Rows) throws(QueryError) -> Column {
    guard let first = arguments.first else { return .constant(.null, count: rows.count) }
    let column = try evaluate(first, on: rows)
    var open = (0..<rows.count).filter { column[$0].isNull }
    if open.isEmpty || arguments.count == 1 { return column }
    var values = column.values
    for argument in arguments.dropFirst() where !open.isEmpty {
      let next = try evaluate(argument, on: open.count == rows.count ? rows : rows.gathered(open))
      for (place, row) in open.enumerated() { values[row] = next[place] }
      open.removeAll { !values[$0].isNull }
    }
    return .values(values)
  }

  /// Some megabytes of text.
  private static let weightPerCheck = 1 << 16

  /// A value for each row. What they cost is counted every few rows: a batch of huge values must not be finished first.
  func chunked(
    _ count: Int, _ range: SourceRange, _ body: (Int) throws(FunctionFailure) -> Value
  ) throws(QueryError) -> Column {
    var values: [Value] = []
    values.reserveCapacity(count)
    while values.count < count {
      let end = min(values.count + 32, count)
      var weight = 0
      do throws(FunctionFailure) {
        while values.count < end, weight < Self.weightPerCheck {
          let value = try body(values.count)
          weight += value.weight
          values.append(value)
        }
      } catch {
        throw error.at(range)
      }
      try context.check(rows: 0, weight: weight, at: range)
    }
    return .values(values)
  }

  private func graphFunction(
    _ signature: FunctionSignature, _ columns: [Column], _ count: Int, _ range: SourceRange
  ) throws(QueryError) -> Column {
    guard let body = GraphFunctions.bodies[signature.name], let column = columns.first else {
      throw QueryError(
        .unknownFunction, .syntaxError, .runtime, message: "`\(signature.name)` has no implementation", range: range)
    }
    return try body(self, column, range)
  }
}

/// Bodies of the functions that look into the graph, by canonical name; a column at a time.
enum GraphFunctions {
  typealias Body = @Sendable (Evaluator, Column, SourceRange) throws(QueryError) -> Column

  static let bodies: [String: Body] = elementBodies.merging(provenanceBodies) { first, _ in first }

  /// A body from what it does to one value that is not null.
  static func eachValue(
    _ wanted: String, _ body: @escaping @Sendable (Evaluator, Value, SourceRange) throws(QueryError) -> Value?
  ) -> Body {
    { (evaluator, column, range) throws(QueryError) in
      var values: [Value] = []
      values.reserveCapacity(column.count)
      for row in 0..<column.count {
        let value = column[row]
        if value.isNull {
          values.append(.null)
        } else if let result = try body(evaluator, value, range) {
          values.append(result)
        } else {
          throw QueryError(
            .invalidArgumentValue, .typeError, .runtime, message: "\(wanted) is needed here, this is \(value.typeName)",
            range: range)
        }
      }
      return .values(values)
    }
  }

  private static let elementBodies: [String: Body] = [
    "id": eachValue("Node or Edge") { _, value, _ in
      switch value {
      case .node(let node): .integer(Int64(node.rawValue))
      case .edge(let edge): .integer(Int64(edge.rawValue))
      default: nil
      }
    },
    "elementId": eachValue("Node or Edge") { evaluator, value, _ in
      switch value {
      case .node(let node): .string(evaluator.context.graph.key(of: node).description)
      case .edge(let edge): .string(evaluator.context.graph.key(of: edge).description)
      default: nil
      }
    },
    "labels": eachValue("Node") { (evaluator, value, range) throws(QueryError) in
      guard case .node(let node) = value else { return nil }
      return .list(try evaluator.labelNames(of: node, range).map(Value.string))
    },
    "type": eachValue("Edge") { evaluator, value, _ in
      guard case .edge(let edge) = value else { return nil }
      return .string(evaluator.typeName(of: edge, evaluator.context.graph))
    },
    "keys": eachValue("Node, Edge or Map") { (evaluator, value, range) throws(QueryError) in
      .list(try evaluator.allProperties(of: value, range).keys.map(Value.string))
    },
    "properties": eachValue("Node, Edge or Map") { (evaluator, value, range) throws(QueryError) in
      .map(try evaluator.allProperties(of: value, range))
    },
    "startNode": eachValue("Edge") { evaluator, value, _ in
      guard case .edge(let edge) = value else { return nil }
      return .node(evaluator.context.graph.source(of: edge))
    },
    "endNode": eachValue("Edge") { evaluator, value, _ in
      guard case .edge(let edge) = value else { return nil }
      return .node(evaluator.context.graph.target(of: edge))
    },
    "nodes": eachValue("Path") { _, value, _ in
      guard case .path(let path) = value else { return nil }
      return .list(path.nodes.map(Value.node))
    },
    "relationships": eachValue("Path") { _, value, _ in
      guard case .path(let path) = value else { return nil }
      return .list(path.edges.map(Value.edge))
    },
  ]
}
