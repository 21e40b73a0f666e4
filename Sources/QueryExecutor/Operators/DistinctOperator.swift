import GraphCore
import QueryLanguage
import QueryPlanner

/// Each combination of these variables' values once, in the order of first occurrence.
final class DistinctOperator: Operator {
  let layout: Layout
  private let input: any Operator
  private let context: ExecutionContext
  private var seen = KeyTable()

  init(_ input: any Operator, _ variables: [Variable], _ context: ExecutionContext) {
    self.input = input
    self.context = context
    layout = Layout(variables)
  }

  func next() throws(QueryError) -> Batch? {
    while let batch = try input.next() {
      let rows = Rows(batch, input.layout)
      let columns = layout.variables.map { rows.column($0) }
      var count = seen.count
      // A number not given before belongs to a new combination.
      let kept = seen.numbers(of: columns, rowCount: batch.rowCount).enumerated().compactMap { row, number in
        guard number == count else { return nil as Int? }
        count += 1
        return row
      }
      guard !kept.isEmpty else { continue }
      try context.check(rows: kept.count)
      return Batch(rowCount: kept.count, columns: columns).gathered(kept)
    }
    return nil
  }
}
