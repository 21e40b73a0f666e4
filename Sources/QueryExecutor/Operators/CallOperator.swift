import GraphCore
import QueryLanguage
import QueryPlanner

/// Each input row with each row that a procedure returns for it.
final class CallOperator: Operator {
  let layout: Layout
  private let input: any Operator
  private let call: LogicalPlan.ProcedureCall
  private let context: ExecutionContext

  init(_ input: any Operator, _ call: LogicalPlan.ProcedureCall, _ context: ExecutionContext) {
    self.input = input
    self.call = call
    self.context = context
    layout = Layout(input.layout.variables + call.outputs.map(\.variable))
  }

  func next() throws(QueryError) -> Batch? {
    guard let procedure = context.procedures[call.name] else {
      throw QueryError(
        .procedureNotFound, .procedureError, .runtime, message: "there is no procedure `\(call.name)`",
        range: call.range)
    }
    while let batch = try input.next() {
      let rows = Rows(batch, input.layout)
      var arguments: [Column] = []
      for argument in call.arguments { arguments.append(try Evaluator(context).evaluate(argument, on: rows)) }
      var outer: [Int] = []
      var found: [[Value]] = []
      for row in 0..<batch.rowCount {
        let values = arguments.map { $0[row] }
        try requireTypes(values, procedure.signature)
        let results = try procedure.rows(for: values, in: context.graph)
        if call.isVoid {
          outer.append(row)
        } else {
          found += results
          outer += repeatElement(row, count: results.count)
        }
      }
      try context.check(rows: outer.count, at: call.range)
      guard !outer.isEmpty else { continue }
      let columns = call.outputs.map { output in Column.values(found.map { $0[output.field] }) }
      return Batch(rowCount: outer.count, columns: batch.gathered(outer).columns + columns)
    }
    return nil
  }

  private func requireTypes(_ values: [Value], _ signature: ProcedureSignature) throws(QueryError) {
    for (value, input) in zip(values, signature.inputs) where !value.isNull && !input.types.accepts(value) {
      throw QueryError(
        .invalidArgumentType, .syntaxError, .compile,
        message: "`\(signature.name)` takes \(input.types.names) for `\(input.name)`, this is \(value.typeName)",
        range: call.range)
    }
  }
}

extension ValueTypes {
  func accepts(_ value: Value) -> Bool {
    switch value {
    case .null: true
    case .boolean: contains(.boolean)
    // An integer will do where a float is asked for.
    case .integer: contains(.integer) || contains(.float)
    case .float: contains(.float)
    case .string: contains(.string)
    case .list: contains(.list)
    case .map: contains(.map)
    case .date: contains(.date)
    case .localTime: contains(.localTime)
    case .time: contains(.time)
    case .localDateTime: contains(.localDateTime)
    case .dateTime: contains(.dateTime)
    case .duration: contains(.duration)
    case .node: contains(.node)
    case .edge: contains(.edge)
    case .path: contains(.path)
    }
  }
}
