import GraphCore
import QueryLanguage
import QueryPlanner

/// The rows for which a predicate is true; null is not.
final class FilterOperator: Operator {
  let layout: Layout
  private let input: any Operator
  /// All must be true; each is evaluated on the rows that passed those before it.
  private let tests: [PlanExpression]
  private let context: ExecutionContext

  init(_ input: any Operator, _ predicate: PlanExpression, _ context: ExecutionContext) {
    self.input = input
    tests = predicate.conjuncts
    self.context = context
    layout = input.layout
  }

  func next() throws(QueryError) -> Batch? {
    while var batch = try input.next() {
      for test in tests where batch.rowCount > 0 {
        let mask = try Evaluator(context).mask(test, on: Rows(batch, layout))
        let kept = mask.indices.filter { mask[$0] }
        if kept.count < batch.rowCount { batch = batch.gathered(kept) }
      }
      if batch.rowCount > 0 { return batch }
    }
    return nil
  }
}
