import GraphCore
import QueryLanguage
import QueryPlanner

/// Each input row with each element of a list. Null gives no row, anything that is no list one.
final class UnwindOperator: Operator {
  let layout: Layout
  private let input: any Operator
  private let list: PlanExpression
  private let context: ExecutionContext
  private var cursor = InputCursor()

  init(_ input: any Operator, _ variable: Variable, _ list: PlanExpression, _ context: ExecutionContext) {
    self.input = input
    self.list = list
    self.context = context
    layout = Layout(input.layout.variables + [variable])
  }

  func next() throws(QueryError) -> Batch? {
    while let batch = try cursor.next(from: input) {
      let flattened = try Evaluator(context).evaluate(list, on: Rows(batch, input.layout)).flattened()
      cursor.adapt(to: flattened.rows.count)
      guard !flattened.rows.isEmpty else { continue }
      try context.check(rows: flattened.rows.count, at: list.range)
      let repeated = batch.gathered(flattened.rows)
      return Batch(rowCount: flattened.rows.count, columns: repeated.columns + [.values(flattened.elements)])
    }
    return nil
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
