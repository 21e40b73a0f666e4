import GraphCore
import QueryLanguage
import QueryPlanner

/// FOREACH: runs its body for each element of a list, one after the other, and passes the rows on.
final class ForeachOperator: Operator {
  let layout: Layout
  private let input: any Operator
  private let foreach: LogicalPlan.Foreach
  private let context: ExecutionContext
  private var output = BufferedOutput()

  init(_ input: any Operator, _ foreach: LogicalPlan.Foreach, _ context: ExecutionContext) {
    self.input = input
    self.foreach = foreach
    self.context = context
    layout = input.layout
  }

  func next() throws(QueryError) -> Batch? {
    try output.next(from: input) { (batches) throws(QueryError) in
      for batch in batches {
        for row in 0..<batch.rowCount { try run(on: Rows(batch.gathered([row]), layout)) }
      }
      return batches
    }
  }

  private func run(on row: Rows) throws(QueryError) {
    let list = try Evaluator(context).evaluate(foreach.list, on: row)[0]
    switch list {
    case .null: return
    case .list(let elements):
      for element in elements {
        try context.check(rows: 1, at: foreach.list.range)
        try Evaluator(context).runDry(foreach.body, on: row.appending(foreach.variable, .constant(element, count: 1)))
      }
    default:
      throw QueryError(
        .invalidArgumentType, .typeError, .runtime, message: "FOREACH needs List, this is \(list.typeName)",
        range: foreach.list.range, suggestion: "put the value in brackets: `[value]`")
    }
  }
}
