import GraphCore
import QueryLanguage
import QueryPlanner

/// What `count(DISTINCT end)` asks of a walk of variable length, where each row that ends are found for is a group of its
/// own: the search counts them, and no row is made for each.
struct ReachCounts {
  /// Of each group that has ends.
  let keys: [Column]
  let counts: [Int]

  /// nil where rows have to be made after all; the operator has then yielded none.
  init?(
    of root: any Operator, for calls: [Int], _ aggregate: LogicalPlan.Aggregate, _ context: ExecutionContext
  ) throws(QueryError) {
    guard let reach = root as? ReachOperator, !calls.isEmpty else { return nil }
    let layout = reach.groupLayout
    let known = Set(layout.variables)
    let isCounted = calls.allSatisfy { position in
      let call = aggregate.calls[position].call
      guard call.isDistinct, call.function?.name == "count", call.arguments.count == 1,
        case .variable(let variable) = call.arguments[0].kind
      else { return false }
      return variable == reach.expand.to
    }
    guard isCounted, aggregate.groups.allSatisfy({ $0.expression.freeVariables.isSubset(of: known) }) else {
      return nil
    }
    let batch = try reach.groupRows()
    let rows = Rows(batch, layout)
    let keys = try aggregate.keys(Evaluator(context), rows)
    var table = KeyTable()
    _ = table.numbers(of: keys, rowCount: batch.rowCount)
    guard table.count == batch.rowCount else { return nil }
    let counts = try reach.countEnds()
    let found = counts.indices.filter { counts[$0] > 0 }
    self.keys = keys.map { $0.gathered(found) }
    self.counts = found.map { counts[$0] }
  }
}
