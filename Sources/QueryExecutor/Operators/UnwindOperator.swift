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
  /// Rows that are being unwound: how far.
  private var open: (batch: Batch, lists: Column, row: Int, element: Int)?

  init(_ input: any Operator, _ unwind: LogicalPlan.Unwind, _ context: ExecutionContext) {
    self.input = input
    self.unwind = unwind
    self.context = context
    layout = Layout(input.layout.variables + [unwind.variable] + [unwind.position?.variable].compactMap { $0 })
  }

  func next() throws(QueryError) -> Batch? {
    while true {
      if open == nil {
        guard let batch = try cursor.next(from: input) else { return nil }
        let lists = try Evaluator(context).evaluate(unwind.list, on: Rows(batch, input.layout))
        if unwind.needsList { try requireLists(lists) }
        open = (batch, lists, 0, 0)
      }
      if let batch = try slice() { return batch }
      open = nil
    }
  }

  private static let mostRows = 2 * Batch.preferredRowCount

  /// The next rows of those that are open; nil once they are done. A long list is never unwound as a whole.
  private func slice() throws(QueryError) -> Batch? {
    guard let (batch, lists, firstRow, firstElement) = open else { return nil }
    var (row, element) = (firstRow, firstElement)
    var rows: [Int] = []
    var elements: [Value] = []
    var positions: [Int64] = []
    while row < lists.count, rows.count < Self.mostRows {
      let values: [Value] =
        switch lists[row] {
        case .null: []
        case .list(let values): values
        case let value: [value]
        }
      let end = min(values.count, element + Self.mostRows - rows.count)
      elements += values[element..<end]
      rows += repeatElement(row, count: end - element)
      if let position = unwind.position { positions += (element..<end).lazy.map { position.first + Int64($0) } }
      element = end
      if element == values.count { (row, element) = (row + 1, 0) }
    }
    cursor.adapt(to: rows.count)
    open = (batch, lists, row, element)
    guard !rows.isEmpty else { return nil }
    try context.check(rows: rows.count, at: unwind.list.range)
    var columns = batch.gathered(rows).columns + [.values(elements)]
    if unwind.position != nil { columns.append(.integers(positions)) }
    return Batch(rowCount: rows.count, columns: columns)
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
}
