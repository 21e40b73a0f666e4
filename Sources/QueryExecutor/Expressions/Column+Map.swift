import GraphCore
import QueryLanguage
import SourceText

typealias SourceRangeOfQuery = SourceRange

extension Column {
  /// Each value through a function; a constant only once.
  func map(
    _ range: SourceRange, _ body: (Value) throws(FunctionFailure) -> Value
  ) throws(QueryError) -> Column {
    do throws(FunctionFailure) {
      if case .constant(let value, let count) = self {
        return count == 0 ? self : .constant(try body(value), count: count)
      }
      var values: [Value] = []
      values.reserveCapacity(count)
      for row in 0..<count { values.append(try body(self[row])) }
      return .values(values)
    } catch {
      throw error.at(range)
    }
  }

  /// Each pair of values through a function; two constants only once.
  func map(
    with other: Column, _ range: SourceRange, _ body: (Value, Value) throws(FunctionFailure) -> Value
  ) throws(QueryError) -> Column {
    do throws(FunctionFailure) {
      if case .constant(let a, let count) = self, case .constant(let b, _) = other {
        return count == 0 ? self : .constant(try body(a, b), count: count)
      }
      var values: [Value] = []
      values.reserveCapacity(count)
      for row in 0..<count { values.append(try body(self[row], other[row])) }
      return .values(values)
    } catch {
      throw error.at(range)
    }
  }
}

extension [Column] {
  /// The values, if all columns are constants.
  var constants: [Value]? {
    var values: [Value] = []
    for column in self {
      guard case .constant(let value, _) = column else { return nil }
      values.append(value)
    }
    return values
  }
}
