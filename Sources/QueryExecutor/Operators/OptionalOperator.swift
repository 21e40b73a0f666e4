import GraphCore
import QueryLanguage
import QueryPlanner

/// Each input row with the subplan's rows for it, or with nulls where there are none.
final class OptionalOperator: Operator {
  let layout: Layout
  private let input: any Operator
  private let subplan: Subplan
  private let added: [Variable]
  private let context: ExecutionContext
  private var cursor = InputCursor()

  init(_ input: any Operator, _ subplan: Subplan, _ added: [Variable], _ context: ExecutionContext) {
    self.input = input
    self.subplan = subplan
    self.added = added
    self.context = context
    layout = Layout(input.layout.variables + added)
  }

  func next() throws(QueryError) -> Batch? {
    guard let batch = try cursor.next(from: input) else { return nil }
    let inner = try Evaluator(context).run(subplan, on: Rows(batch, input.layout))
    cursor.adapt(to: inner.rows.count)
    return batch.joined(
      with: added.map { inner.rows.column($0) }, outerRows: inner.outerRows, keepsUnmatched: true)
  }
}
