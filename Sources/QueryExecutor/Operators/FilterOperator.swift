import GraphCore
import QueryLanguage
import QueryPlanner

/// The rows for which a predicate is true; null is not.
final class FilterOperator: Operator {
  let layout: Layout
  private let input: any Operator
  private let predicate: PlanExpression
  private let context: ExecutionContext

  init(_ input: any Operator, _ predicate: PlanExpression, _ context: ExecutionContext) {
    self.input = input
    self.predicate = predicate
    self.context = context
    layout = input.layout
  }

  func next() throws(QueryError) -> Batch? {
    while let batch = try input.next() {
      let mask = try Evaluator(context).mask(predicate, on: Rows(batch, layout))
      let kept = mask.indices.filter { mask[$0] }
      if kept.count == batch.rowCount { return batch }
      if !kept.isEmpty { return batch.gathered(kept) }
    }
    return nil
  }
}
