import GraphCore
import QueryLanguage
import QueryPlanner
import SourceText

extension Value {
  /// Whether the value is of a type. Null is of every type that does not rule it out.
  func isOf(_ type: TypeName) -> Bool {
    if isNull { return allowsNull(type) }
    switch (type.kind, self) {
    case (.any, _), (.boolean, .boolean), (.string, .string), (.integer, .integer), (.float, .float), (.date, .date),
      (.localTime, .localTime), (.zonedTime, .time), (.localDateTime, .localDateTime), (.zonedDateTime, .dateTime),
      (.duration, .duration), (.node, .node), (.edge, .edge), (.path, .path), (.map, .map):
      return true
    case (.list(let element), .list(let values)): return values.allSatisfy { $0.isOf(element) }
    case (.union(let members), _): return members.contains { isOf($0) }
    case (.propertyValue, .list(let values)): return values.allSatisfy(\.isPlain)
    case (.propertyValue, _): return isPlain
    default: return false
    }
  }

  private func allowsNull(_ type: TypeName) -> Bool {
    switch type.kind {
    case .nothing: false
    case .null: true
    case .union(let members): type.isNullable && members.contains { allowsNull($0) }
    default: type.isNullable
    }
  }

  /// What a node or edge can store, lists apart.
  private var isPlain: Bool {
    switch self {
    case .null, .list, .map, .node, .edge, .path: false
    default: true
    }
  }
}

extension Evaluator {
  /// CAST: what cannot be of the type is an error.
  func cast(_ column: Column, to type: TypeName, _ range: SourceRange) throws(QueryError) -> Column {
    var values: [Value] = []
    values.reserveCapacity(column.count)
    for row in 0..<column.count { values.append(try cast(column[row], to: type, range)) }
    return .values(values)
  }

  private func cast(_ value: Value, to type: TypeName, _ range: SourceRange) throws(QueryError) -> Value {
    if value.isOf(type) { return value }
    if value.isNull { throw impossible(value, type, range) }
    if case .list(let element) = type.kind, case .list(let values) = value {
      var cast: [Value] = []
      for value in values { cast.append(try self.cast(value, to: element, range)) }
      return .list(cast)
    }
    guard let name = type.makingFunction, let body = ScalarFunctions.bodies[name] else {
      throw impossible(value, type, range)
    }
    let result: Value
    do throws(FunctionFailure) {
      result = try body([value], context.functions)
    } catch {
      throw impossible(value, type, range)
    }
    guard !result.isNull, result.isOf(type) else { throw impossible(value, type, range) }
    // A text of digits that is too large for a float is no infinity.
    if case .float(let number) = result, number.isInfinite, case .string(let text) = value,
      text.contains(where: \.isNumber)
    {
      throw impossible(value, type, range)
    }
    return result
  }

  private func impossible(_ value: Value, _ type: TypeName, _ range: SourceRange) -> QueryError {
    let shown =
      switch value {
      case .string(let text): "`\(text.prefix(40))`"
      case .float(let number): "the Float \(floatText(number))"
      default: value.typeName
      }
    if value.isNull {
      return QueryError(
        .invalidArgumentValue, .argumentError, .runtime, message: "null cannot be cast to \(type.spelling)",
        range: range, suggestion: "leave NOT NULL out, or give another value with `coalesce(…)`")
    }
    let suggestion: String? =
      switch type.kind {
      case .integer: "`toIntegerOrNull(…)` gives null instead"
      case .float: "`toFloatOrNull(…)` gives null instead"
      case .boolean: "`toBooleanOrNull(…)` gives null instead"
      case .string: "`toStringOrNull(…)` gives null instead"
      default: "ask `IS :: \(type.spelling)` before"
      }
    return QueryError(
      .invalidArgumentValue, .argumentError, .runtime, message: "\(shown) cannot be cast to \(type.spelling)",
      range: range, suggestion: suggestion)
  }
}

extension TypeName {
  /// The function that makes values of the type out of others.
  fileprivate var makingFunction: String? {
    switch kind {
    case .boolean: "toBoolean"
    case .integer: "toInteger"
    case .float: "toFloat"
    case .string: "toString"
    case .date: "date"
    case .localTime: "localtime"
    case .zonedTime: "time"
    case .localDateTime: "localdatetime"
    case .zonedDateTime: "datetime"
    case .duration: "duration"
    default: nil
    }
  }
}
