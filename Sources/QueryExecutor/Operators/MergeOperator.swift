import GraphCore
import QueryLanguage
import QueryPlanner
import SourceText

/// For each row what matches the pattern, or else a new one. Row by row, since a row may find what one before it made.
final class MergeOperator: Operator {
  let layout: Layout
  private let input: any Operator
  private let merge: LogicalPlan.Merge
  private let context: ExecutionContext
  private var output = BufferedOutput()

  init(_ input: any Operator, _ merge: LogicalPlan.Merge, _ context: ExecutionContext) {
    self.input = input
    self.merge = merge
    self.context = context
    layout = Layout(input.layout.variables + merge.added)
  }

  func next() throws(QueryError) -> Batch? {
    try output.next(from: input) { (batches) throws(QueryError) in
      var merged: [Batch] = []
      for batch in batches {
        let rows = Rows(batch, input.layout)
        for row in 0..<batch.rowCount { merged.append(try merge(rows.gathered([row]))) }
      }
      return merged
    }
  }

  private func merge(_ row: Rows) throws(QueryError) -> Batch {
    try refuseNulls(row)
    let found = try Evaluator(context).run(merge.match, on: row).rows
    var result = found.count > 0 ? row.gathered(Array(repeating: 0, count: found.count)) : row
    if found.count > 0 {
      for variable in merge.added { result.append(variable, found.column(variable)) }
      for position in 0..<result.count { try merge.onMatch.run(on: result.gathered([position]), context) }
    } else {
      let created = try merge.creation.run(on: row, context, refusesNull: true)
      for variable in merge.added { result.append(variable, created.column(variable)) }
      try merge.onCreate.run(on: result, context)
    }
    return result.batch
  }

  /// A property that is null matches nothing and cannot be created: told before anything is done.
  private func refuseNulls(_ row: Rows) throws(QueryError) {
    let maps = merge.creation.elements.map(\.properties)
    for case let properties? in maps {
      guard case .map(let entries) = properties.kind else { continue }
      for entry in entries where try Evaluator(context).evaluate(entry.value, on: row)[0].isNull {
        throw QueryError(
          .mergeReadOwnWrites, .semanticError, .runtime,
          message: "MERGE cannot use null for `\(entry.key)`: it would create what it can never find",
          range: entry.value.range)
      }
    }
  }
}
