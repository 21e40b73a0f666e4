import GraphCore
import QueryLanguage
import SourceText

/// What keeps values from growing beyond what the engine can hold, wherever an expression makes new ones.
extension Value {
  /// - Returns: how many values were looked at.
  @discardableResult
  func requireShallow(at range: SourceRange) throws(QueryError) -> Int {
    switch extent {
    case .values(let count): return count
    case .tooDeep:
      throw QueryError(
        .memoryLimit, .resourceError, .runtime,
        message: "lists and maps may stand at most \(ValueLimits.deepestNesting) deep in each other", range: range)
    case .tooLarge:
      throw QueryError(
        .memoryLimit, .resourceError, .runtime,
        message: "a list or map may hold at most \(ValueLimits.largestValue) values in all", range: range)
    }
  }

  /// What a value costs besides its row, in rows. Elements count a half, bytes a sixty-fourth.
  var weight: Int {
    switch self {
    case .list(let values): values.count / 2
    case .map(let map): map.count / 2
    case .string(let text): text.utf8.count / 64
    default: 0
    }
  }
}

extension ExecutionContext {
  /// For a column of values that were made of other lists and maps. Looking at them costs time, which is counted.
  func requireShallow(_ column: Column, at range: SourceRange) throws(QueryError) {
    switch column {
    case .constant(let value, _): try value.requireShallow(at: range)
    case .values(let values):
      var looked = 0
      for value in values {
        looked += try value.requireShallow(at: range)
        if looked >= Self.valuesPerCheck {
          try check(rows: looked / Self.valuesPerRow, at: range)
          looked = 0
        }
      }
    case .nodes, .edges, .booleans, .integers, .floats, .dates, .strings: break
    }
  }

  private static let valuesPerCheck = 1 << 16
  /// So many values looked at count as one row against the limit.
  private static let valuesPerRow = 16

  /// Counts newly made values against the limit of rows, so that a few rows with huge values are stopped like many rows.
  func charge(_ values: ArraySlice<Value>, at range: SourceRange) throws(QueryError) {
    var weight = 0
    for value in values { weight += value.weight }
    try check(rows: 0, weight: weight, at: range)
  }
}
