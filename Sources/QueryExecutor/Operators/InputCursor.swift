import GraphCore
import QueryLanguage

/// Takes an input's rows in portions that suit an operator which makes many rows of one: smaller portions the more it
/// makes, so that no batch grows out of hand before a limit can be checked.
struct InputCursor {
  private var batch: Batch?
  private var position = 0
  private var portion = 64
  private static let mostRows = 4 * Batch.preferredRowCount

  mutating func next(from input: any Operator) throws(QueryError) -> Batch? {
    if batch == nil {
      batch = try input.next()
      position = 0
    }
    guard let batch else { return nil }
    let end = min(position + portion, batch.rowCount)
    defer {
      position = end
      if end == batch.rowCount { self.batch = nil }
    }
    return batch.slice(position..<end)
  }

  /// To be told how many rows the last portion became.
  mutating func adapt(to rowCount: Int) { Self.adapt(&portion, to: rowCount) }

  static func adapt(_ portion: inout Int, to rowCount: Int) {
    if rowCount > mostRows {
      portion = max(1, portion / 4)
    } else if rowCount < Batch.preferredRowCount {
      portion = min(Batch.preferredRowCount, portion * 2)
    }
  }
}
