import GraphCore
import QueryLanguage
import QueryPlanner

/// All rows in order; with a limit, only the first of them, and never many more held than that. Equal rows keep the
/// order they came in.
final class SortOperator: Operator {
  let layout: Layout
  private let input: any Operator
  private let keys: [LogicalPlan.SortKey]
  private let skip: PlanExpression?
  private let limit: PlanExpression?
  private let context: ExecutionContext
  private var isDone = false

  init(
    _ input: any Operator, _ keys: [LogicalPlan.SortKey], skip: PlanExpression?, limit: PlanExpression?,
    _ context: ExecutionContext
  ) {
    self.input = input
    self.keys = keys
    self.skip = skip
    self.limit = limit
    self.context = context
    layout = input.layout
  }

  func next() throws(QueryError) -> Batch? {
    guard !isDone else { return nil }
    isDone = true
    let bounds = try rowBounds(skip: skip, limit: limit, context)
    var held: [Batch] = []
    var heldRows = 0
    while let batch = try input.next() {
      held.append(try withKeys(batch))
      heldRows += batch.rowCount
      try context.check(rows: batch.rowCount)
      if limit != nil, heldRows / 4 > max(bounds.end, Batch.preferredRowCount) {
        held = [sorted(held, first: 0, end: bounds.end)].compactMap { $0 }
        heldRows = held.reduce(0) { $0 + $1.rowCount }
      }
    }
    guard let result = sorted(held, first: bounds.first, end: bounds.end), result.rowCount > 0 else { return nil }
    return Batch(rowCount: result.rowCount, columns: Array(result.columns.dropLast(keys.count)))
  }

  private func withKeys(_ batch: Batch) throws(QueryError) -> Batch {
    let rows = Rows(batch, layout)
    var columns = batch.columns
    for key in keys { columns.append(try Evaluator(context).evaluate(key.expression, on: rows)) }
    return Batch(rowCount: batch.rowCount, columns: columns)
  }

  private func sorted(_ batches: [Batch], first: Int, end: Int) -> Batch? {
    guard let all = Batch.joined(batches) else { return nil }
    let columns = all.columns.suffix(keys.count).map(\.values)
    let order = (0..<all.rowCount).sorted { a, b in
      for (values, key) in zip(columns, keys) {
        if values[a].isNull != values[b].isNull { return values[a].isNull == key.putsNullsFirst }
        let result = values[a].ordered(against: values[b])
        if result != 0 { return key.isDescending ? result > 0 : result < 0 }
      }
      return a < b
    }
    return all.gathered(Array(order[min(first, order.count)..<min(end, order.count)]))
  }
}
