import GraphCore
import QueryLanguage
import QueryPlanner

/// Each input row with each element of a list. Null gives no row, anything that is no list one.
final class UnwindOperator: Operator {
  let layout: Layout
  private let input: any Operator
  private let unwind: LogicalPlan.Unwind
  private let context: ExecutionContext
  private var cursor = InputCursor()

  init(_ input: any Operator, _ unwind: LogicalPlan.Unwind, _ context: ExecutionContext) {
    self.input = input
    self.unwind = unwind
    self.context = context
    layout = Layout(input.layout.variables + [unwind.variable] + [unwind.position?.variable].compactMap { $0 })
  }

  func next() throws(QueryError) -> Batch? {
    while let batch = try cursor.next(from: input) {
      let lists = try Evaluator(context).evaluate(unwind.list, on: Rows(batch, input.layout))
      if unwind.needsList { try requireLists(lists) }
      let flattened = lists.flattened()
      cursor.adapt(to: flattened.rows.count)
      guard !flattened.rows.isEmpty else { continue }
      try context.check(rows: flattened.rows.count, at: unwind.list.range)
      let repeated = batch.gathered(flattened.rows)
      var columns = repeated.columns + [.values(flattened.elements)]
      if let position = unwind.position { columns.append(.integers(positions(flattened.rows, first: position.first))) }
      return Batch(rowCount: flattened.rows.count, columns: columns)
    }
    return nil
  }

  private func requireLists(_ column: Column) throws(QueryError) {
    for row in 0..<column.count {
      switch column[row] {
      case .null, .list: continue
      case let value:
        throw QueryError(
          .invalidArgumentType, .typeError, .runtime, message: "FOR needs List, this is \(value.typeName)",
          range: unwind.list.range, suggestion: "put the value in brackets: `[value]`")
      }
    }
  }

  /// Counts anew with each row that the elements come from.
  private func positions(_ rows: [Int], first: Int64) -> [Int64] {
    var positions: [Int64] = []
    positions.reserveCapacity(rows.count)
    for (index, row) in rows.enumerated() {
      let continues = index > 0 && rows[index - 1] == row
      positions.append(continues ? positions[index - 1] + 1 : first)
    }
    return positions
  }
}

extension Column {
  /// The elements of all lists with the row each comes from. Null has none; what is no list is its own only element.
  func flattened() -> (rows: [Int], elements: [Value]) {
    var rows: [Int] = []
    var elements: [Value] = []
    for row in 0..<count {
      switch self[row] {
      case .null: break
      case .list(let values):
        elements += values
        rows += repeatElement(row, count: values.count)
      case let value:
        elements.append(value)
        rows.append(row)
      }
    }
    return (rows, elements)
  }
}
