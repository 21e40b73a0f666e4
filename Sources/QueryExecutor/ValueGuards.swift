import GraphCore
import QueryLanguage
import SourceText

/// What keeps values from growing beyond what the engine can hold, wherever an expression makes new ones.
extension Value {
  func requireShallow(at range: SourceRange) throws(QueryError) {
    if isNested(deeperThan: ValueLimits.deepestNesting) {
      throw QueryError(
        .memoryLimit, .resourceError, .runtime,
        message: "lists and maps may stand at most \(ValueLimits.deepestNesting) deep in each other", range: range)
    }
  }

  /// What a value costs besides its row, in rows. Elements count a half, bytes a sixty-fourth.
  fileprivate var weight: Int {
    switch self {
    case .list(let values): values.count / 2
    case .map(let map): map.count / 2
    case .string(let text): text.utf8.count / 64
    default: 0
    }
  }
}

extension Column {
  /// For values that were made of other lists and maps.
  func requireShallow(at range: SourceRange) throws(QueryError) {
    switch self {
    case .constant(let value, _): try value.requireShallow(at: range)
    case .values(let values): for value in values { try value.requireShallow(at: range) }
    case .nodes, .edges, .booleans, .integers, .floats, .dates, .strings: break
    }
  }
}

extension ExecutionContext {
  /// Counts newly made values against the limit of rows, so that a few rows with huge values are stopped like many rows.
  func charge(_ values: [Value], at range: SourceRange) throws(QueryError) {
    var weight = 0
    for value in values { weight += value.weight }
    if weight > 0 { try check(rows: weight, at: range) }
  }
}
