public import GraphCore
public import QueryExecutor
public import SourceText

/// What a statement came to: rows, effects, warnings.
public struct QueryResult: Sendable {
  public let columns: [String]
  public let batches: [Batch]
  /// The graph as the statement left it: nodes and edges in the rows are looked up here. To be let go of before the next
  /// change, which would otherwise have to copy what it touches.
  public let graph: PropertyGraph
  public let effects: GraphEffects
  public let warnings: [Diagnostic]
  /// For EXPLAIN: the plan instead of rows.
  public let plan: String?
  /// For PROFILE: the plan with what each operator did, beside the rows.
  public var profile: String?

  public var rowCount: Int { batches.reduce(0) { $0 + $1.rowCount } }

  /// All rows, one value per column each.
  public var rows: [[Value]] {
    batches.flatMap { batch in (0..<batch.rowCount).map { row in batch.columns.map { $0[row] } } }
  }
}
