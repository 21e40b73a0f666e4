import GraphCore
import QueryLanguage
import QueryPlanner

/// New columns, beside the input's or in their place.
final class ProjectOperator: Operator {
  let layout: Layout
  private let input: any Operator
  private let bindings: [LogicalPlan.Binding]
  private let keepsInput: Bool
  private let context: ExecutionContext

  init(
    _ input: any Operator, _ bindings: [LogicalPlan.Binding], keepsInput: Bool, _ context: ExecutionContext
  ) {
    self.input = input
    self.bindings = bindings
    self.keepsInput = keepsInput
    self.context = context
    layout = Layout((keepsInput ? input.layout.variables : []) + bindings.map(\.variable))
  }

  func next() throws(QueryError) -> Batch? {
    guard let batch = try input.next() else { return nil }
    let rows = Rows(batch, input.layout)
    var columns = keepsInput ? batch.columns : []
    for binding in bindings { columns.append(try Evaluator(context).evaluate(binding.expression, on: rows)) }
    return Batch(rowCount: batch.rowCount, columns: columns)
  }
}
