import GraphCore
import QueryLanguage
import QueryPlanner
import SourceText

/// SET and REMOVE, row by row: each row sees what the rows before it have set.
final class SetOperator: Operator {
  let layout: Layout
  private let input: any Operator
  private let operations: [LogicalPlan.SetOperation]
  private let context: ExecutionContext
  private var output = BufferedOutput()

  init(_ input: any Operator, _ operations: [LogicalPlan.SetOperation], _ context: ExecutionContext) {
    self.input = input
    self.operations = operations
    self.context = context
    layout = input.layout
  }

  func next() throws(QueryError) -> Batch? {
    try output.next(from: input) { (batches) throws(QueryError) in
      for batch in batches {
        let rows = Rows(batch, layout)
        for row in 0..<batch.rowCount { try operations.run(on: rows.gathered([row]), context) }
      }
      return batches
    }
  }
}

extension [LogicalPlan.SetOperation] {
  /// Carries the operations out on one row.
  func run(on row: Rows, _ context: ExecutionContext) throws(QueryError) {
    for operation in self { try operation.run(on: row, context) }
  }
}

extension LogicalPlan.SetOperation {
  fileprivate func run(on row: Rows, _ context: ExecutionContext) throws(QueryError) {
    guard let transaction = context.transaction else {
      throw QueryError(
        .readOnly, .semanticError, .runtime, message: "this graph can only be read", range: SourceRange(0, 0))
    }
    let evaluator = Evaluator(context)
    func element(_ target: PlanExpression) throws(QueryError) -> Value {
      let value = try evaluator.evaluate(target, on: row)[0]
      if context.hasDeletions { try evaluator.requireLive(value, target.range) }
      return value
    }
    switch self {
    case .property(let target, let key, let value):
      let value = try evaluator.evaluate(value, on: row)[0]
      try requireStorable(value, key, target.range)
      try transaction.set(key, of: try element(target), to: value, target.range)
    case .properties(let target, let value, let replaces):
      let source = try evaluator.evaluate(value, on: row)[0]
      let map = try evaluator.allProperties(of: source, value.range)
      let element = try element(target)
      if element.isNull { return }
      if replaces {
        for key in try evaluator.allProperties(of: element, target.range).keys where map[key] == nil {
          try transaction.set(key, of: element, to: .null, target.range)
        }
      }
      for (key, value) in map.entries {
        try requireStorable(value, key, target.range)
        try transaction.set(key, of: element, to: value, target.range)
      }
    case .computedProperty(let target, let key, let value):
      let name = try evaluator.evaluate(key, on: row)[0]
      guard case .string(let name) = name else {
        throw QueryError(
          .mapElementAccessByNonString, .typeError, .runtime,
          message: "a property key is String, this is \(name.typeName)", range: key.range,
          suggestion: "`toString(…)` makes a String")
      }
      let value = try evaluator.evaluate(value, on: row)[0]
      try requireStorable(value, name, target.range)
      try transaction.set(name, of: try element(target), to: value, target.range)
    case .addLabels(let target, let names):
      let labels = try writableNames(names, on: row, evaluator)
      try changeLabels(of: try element(target), transaction, target.range) { known in
        known + labels.filter { !known.contains($0) }
      }
    case .removeLabels(let target, let names):
      let labels = try writableNames(names, on: row, evaluator)
      try changeLabels(of: try element(target), transaction, target.range) { known in
        known.filter { !labels.contains($0) }
      }
    }
  }

  private func writableNames(
    _ names: [PlanExpression], on row: Rows, _ evaluator: Evaluator
  ) throws(QueryError) -> [String] {
    var result: [String] = []
    for expression in names {
      for name in try evaluator.evaluate(expression, on: row)[0].writableNames(expression.range)
      where !result.contains(name) {
        result.append(name)
      }
    }
    return result
  }

  private func changeLabels(
    of element: Value, _ transaction: GraphTransaction, _ range: SourceRange, _ change: ([String]) -> [String]
  ) throws(QueryError) {
    switch element {
    case .null: return
    case .node(let node):
      let names = transaction.graph.names
      let known = transaction.graph.labels(of: node).map { names.name(of: $0) }
      let changed = change(known)
      if changed != known { transaction.setLabels(of: node, to: changed) }
    default:
      throw QueryError(
        .invalidArgumentType, .typeError, .runtime, message: "only nodes have labels, this is \(element.typeName)",
        range: range)
    }
  }
}

extension GraphTransaction {
  fileprivate func set(_ key: String, of element: Value, to value: Value, _ range: SourceRange) throws(QueryError) {
    switch element {
    case .null: break
    case .node(let node):
      // Removing what is not there is no change.
      if value.isNull, !has(key, graph.properties(of: node)) { return }
      setProperty(key, of: node, to: value)
    case .edge(let edge):
      if value.isNull, !has(key, graph.properties(of: edge)) { return }
      setProperty(key, of: edge, to: value)
    default:
      throw QueryError(
        .invalidArgumentType, .typeError, .runtime,
        message: "only nodes and edges have properties to set, this is \(element.typeName)", range: range)
    }
  }

  private func has(_ key: String, _ properties: [(key: PropertyKeyID, value: Value)]) -> Bool {
    guard let id = graph.names.propertyKey(key) else { return false }
    return properties.contains { $0.key == id }
  }
}
