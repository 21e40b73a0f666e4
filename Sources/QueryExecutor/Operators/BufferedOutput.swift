import GraphCore
import QueryLanguage

/// The rows of an operator that has to see all of its input before it changes the graph, so that a MATCH before it does
/// not see the changes: handed out in batches afterwards.
struct BufferedOutput {
  private var batches: [Batch]?

  /// Runs the input dry on the first call and lets `change` work on it; yields what it made, batch by batch.
  mutating func next(
    from input: any Operator, _ change: ([Batch]) throws(QueryError) -> [Batch]
  ) throws(QueryError) -> Batch? {
    if batches == nil {
      var all: [Batch] = []
      while let batch = try input.next() { all.append(batch) }
      batches = try change(all).filter { $0.rowCount > 0 }.reversed()
    }
    return batches?.popLast()
  }
}
