import GraphCore
import QueryLanguage
import QueryPlanner

/// WHEN … THEN … ELSE: each input row with the rows of the first branch whose predicate is true for it.
final class ChooseOperator: Operator {
  let layout: Layout
  private let input: any Operator
  private let choose: LogicalPlan.Choose
  private let context: ExecutionContext
  private var cursor = InputCursor()
  private var output = BufferedOutput()

  init(_ input: any Operator, _ choose: LogicalPlan.Choose, _ context: ExecutionContext) {
    self.input = input
    self.choose = choose
    self.context = context
    layout = Layout(input.layout.variables + choose.added)
  }

  func next() throws(QueryError) -> Batch? {
    if choose.isUpdating {
      return try output.next(from: input) { (batches) throws(QueryError) in
        var results: [Batch] = []
        for batch in batches {
          for row in 0..<batch.rowCount {
            try context.check(rows: 1)
            results.append(try chosen(for: batch.gathered([row])))
          }
        }
        return results
      }
    }
    while let batch = try cursor.next(from: input) {
      let result = try chosen(for: batch)
      cursor.adapt(to: result.rowCount)
      if result.rowCount > 0 { return result }
    }
    return nil
  }

  private func chosen(for batch: Batch) throws(QueryError) -> Batch {
    var columns = [Column](repeating: .values([]), count: choose.added.count)
    var outerRows: [Int] = []
    var open = Array(0..<batch.rowCount)
    for choice in choose.choices where !open.isEmpty {
      var taken = open
      if let predicate = choice.predicate {
        let mask = try Evaluator(context).mask(predicate, on: Rows(batch.gathered(open), input.layout))
        taken = open.indices.filter { mask[$0] }.map { open[$0] }
        open = open.indices.filter { !mask[$0] }.map { open[$0] }
      } else {
        open = []
      }
      guard !taken.isEmpty else { continue }
      let rows = Rows(batch.gathered(taken), input.layout)
      guard !choose.keepsRows else {
        try Evaluator(context).runDry(choice.subplan, on: rows)
        continue
      }
      let inner = try Evaluator(context).run(choice.subplan, on: rows)
      try context.check(rows: inner.rows.count)
      outerRows += inner.outerRows.map { taken[$0] }
      columns = zip(columns, choice.columns).map { $0.appending(inner.rows.column($1)) }
    }
    if choose.keepsRows { return batch }
    return batch.joined(with: columns, outerRows: outerRows, keepsUnmatched: false)
  }
}
