import GraphCore
import QueryLanguage
import QueryPlanner

/// Each input row with each row that a procedure returns for it.
final class CallOperator: Operator {
  let layout: Layout
  private let input: any Operator
  private let call: LogicalPlan.ProcedureCall
  private let context: ExecutionContext
  private var current: Progress?
  /// What the procedure was asked last, and what it returned: in a subquery nearly every row asks the same, and a search
  /// over all reports takes milliseconds.
  private var last: (arguments: [Value], rows: [[Value]])?

  /// How far a batch has come.
  private struct Progress {
    let batch: Batch
    let arguments: [Column]
    var row = 0
    /// The rows of the procedure that are out already for `row`.
    var taken = 0
  }

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
    while var progress = try progress() {
      var outer: [Int] = []
      var found: [[Value]] = []
      while progress.row < progress.batch.rowCount, outer.count < Batch.preferredRowCount {
        let results = try rows(of: procedure, for: progress.arguments.map { $0[progress.row] })
        if call.isVoid {
          outer.append(progress.row)
        } else {
          let some = results[progress.taken...].prefix(Batch.preferredRowCount - outer.count)
          found += some
          outer += repeatElement(progress.row, count: some.count)
          progress.taken += some.count
          guard progress.taken == results.count else { break }
        }
        progress.row += 1
        progress.taken = 0
      }
      current = progress.row < progress.batch.rowCount ? progress : nil
      try context.check(rows: outer.count, at: call.range)
      guard !outer.isEmpty else { continue }
      let columns = call.outputs.map { output in Column.values(found.map { $0[output.field] }) }
      return Batch(rowCount: outer.count, columns: progress.batch.gathered(outer).columns + columns)
    }
    return nil
  }

  private func progress() throws(QueryError) -> Progress? {
    if let current { return current }
    guard let batch = try input.next() else { return nil }
    let rows = Rows(batch, input.layout)
    var arguments: [Column] = []
    for argument in call.arguments { arguments.append(try Evaluator(context).evaluate(argument, on: rows)) }
    return Progress(batch: batch, arguments: arguments)
  }

  private func rows(of procedure: any Procedure, for arguments: [Value]) throws(QueryError) -> [[Value]] {
    if let last, zip(last.arguments, arguments).allSatisfy({ $0.isEquivalent(to: $1) }) { return last.rows }
    try requireTypes(arguments, procedure.signature)
    let rows = try procedure.rows(for: arguments, in: context.graph)
    last = (arguments, rows)
    return rows
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
