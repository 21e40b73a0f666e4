import GraphCore
import QueryLanguage
import QueryPlanner

/// CALL of a subquery: each input row with the subquery's rows for it. What changes the graph runs row by row, so that
/// each run sees what those before it have done; what only reads runs for many rows at once.
final class ApplyOperator: Operator {
  let layout: Layout
  private let input: any Operator
  private let apply: LogicalPlan.Apply
  private let context: ExecutionContext
  private var cursor = InputCursor()
  private var output = BufferedOutput()

  init(_ input: any Operator, _ apply: LogicalPlan.Apply, _ context: ExecutionContext) {
    self.input = input
    self.apply = apply
    self.context = context
    layout = Layout(input.layout.variables + apply.added)
  }

  func next() throws(QueryError) -> Batch? {
    if apply.isUpdating {
      return try output.next(from: input) { (batches) throws(QueryError) in
        var results: [Batch] = []
        for batch in batches {
          for row in 0..<batch.rowCount {
            try context.check(rows: 1)
            results.append(try applied(to: batch.gathered([row])))
          }
        }
        return results
      }
    }
    while let batch = try cursor.next(from: input) {
      let result = try applied(to: batch)
      cursor.adapt(to: result.rowCount)
      if result.rowCount > 0 { return result }
    }
    return nil
  }

  private func applied(to batch: Batch) throws(QueryError) -> Batch {
    let rows = Rows(batch, input.layout)
    guard apply.kind != .keepingRows else {
      try Evaluator(context).runDry(apply.subplan, on: rows)
      return batch
    }
    let viewing = try apply.view.map { (view) throws(QueryError) in try context.viewing(view) } ?? context
    let inner = try Evaluator(viewing).run(apply.subplan, on: rows)
    try context.check(rows: inner.rows.count)
    return batch.joined(
      with: apply.added.map { inner.rows.column($0) }, outerRows: inner.outerRows,
      keepsUnmatched: apply.kind == .optional
    )
  }
}

extension Batch {
  /// Each row with the rows of `columns` that belong to it, in the order of these rows.
  ///
  /// - Parameters:
  ///   - outerRows: for each row of `columns`, the row of this batch.
  ///   - keepsUnmatched: whether a row that has none is kept, with nulls.
  func joined(with columns: [Column], outerRows: [Int], keepsUnmatched: Bool) -> Batch {
    var byRow = [[Int]](repeating: [], count: rowCount)
    for (position, row) in outerRows.enumerated() { byRow[row].append(position) }
    // A position behind the last stands for the nulls of a row without a match.
    let nulls = outerRows.count
    var outer: [Int] = []
    var matched: [Int] = []
    for row in 0..<rowCount {
      let positions = byRow[row].isEmpty && keepsUnmatched ? [nulls] : byRow[row]
      outer += repeatElement(row, count: positions.count)
      matched += positions
    }
    let added = columns.map { $0.appending(.constant(.null, count: 1)).gathered(matched) }
    return Batch(rowCount: outer.count, columns: gathered(outer).columns + added)
  }
}
