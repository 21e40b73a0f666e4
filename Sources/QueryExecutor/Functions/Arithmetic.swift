import Foundation
import GraphCore
import QueryLanguage

/// The arithmetic operators on single values. Null on either side gives null; an operator answers kinds of value that
/// it does not know with a TypeError.
package enum Arithmetic {
  /// `+`: numbers, strings with what has a text, lists with lists or single elements, temporal values with durations.
  package static func add(_ a: Value, _ b: Value) throws(FunctionFailure) -> Value {
    switch (a, b) {
    case (.null, _), (_, .null): return .null
    case (.integer(let x), .integer(let y)):
      let (sum, overflow) = x.addingReportingOverflow(y)
      if overflow { throw .overflow("\(x) + \(y)") }
      return .integer(sum)
    case (.list(let x), .list(let y)): return try joined(x, y)
    case (.list(let x), _): return try joined(x, [b])
    case (_, .list(let y)): return try joined([a], y)
    case (.string(let x), _):
      guard let y = b.textToAppend else { throw wrongOperands("+", a, b) }
      return try joined(x, y)
    case (_, .string(let y)):
      guard let x = a.textToAppend else { throw wrongOperands("+", a, b) }
      return try joined(x, y)
    default: break
    }
    if let (x, y) = floats(a, b) { return .float(x + y) }
    return try withTemporal("+", a, b) { (x, y) throws(TemporalError) in try TemporalArithmetic.add(x, y) }
  }

  /// `-`: numbers, temporal values less durations.
  package static func subtract(_ a: Value, _ b: Value) throws(FunctionFailure) -> Value {
    switch (a, b) {
    case (.null, _), (_, .null): return .null
    case (.integer(let x), .integer(let y)):
      let (difference, overflow) = x.subtractingReportingOverflow(y)
      if overflow { throw .overflow("\(x) - \(y)") }
      return .integer(difference)
    default: break
    }
    if let (x, y) = floats(a, b) { return .float(x - y) }
    return try withTemporal("-", a, b) { (x, y) throws(TemporalError) in try TemporalArithmetic.subtract(x, y) }
  }

  /// `*`: numbers, a duration times a number.
  package static func multiply(_ a: Value, _ b: Value) throws(FunctionFailure) -> Value {
    switch (a, b) {
    case (.null, _), (_, .null): return .null
    case (.integer(let x), .integer(let y)):
      let (product, overflow) = x.multipliedReportingOverflow(by: y)
      if overflow { throw .overflow("\(x) * \(y)") }
      return .integer(product)
    default: break
    }
    if let (x, y) = floats(a, b) { return .float(x * y) }
    return try withTemporal("*", a, b) { (x, y) throws(TemporalError) in try TemporalArithmetic.multiply(x, y) }
  }

  /// `/`: of integers the whole part of the quotient, towards zero; a duration by a number.
  package static func divide(_ a: Value, _ b: Value) throws(FunctionFailure) -> Value {
    switch (a, b) {
    case (.null, _), (_, .null): return .null
    case (.integer(let x), .integer(let y)):
      if y == 0 { throw .divisionByZero }
      let (quotient, overflow) = x.dividedReportingOverflow(by: y)
      if overflow { throw .overflow("\(x) / \(y)") }
      return .integer(quotient)
    default: break
    }
    if let (x, y) = floats(a, b) { return .float(x / y) }
    return try withTemporal("/", a, b) { (x, y) throws(TemporalError) in try TemporalArithmetic.divide(x, y) }
  }

  /// `%`: what is left of a division towards zero; has the sign of the dividend.
  package static func modulo(_ a: Value, _ b: Value) throws(FunctionFailure) -> Value {
    switch (a, b) {
    case (.null, _), (_, .null): return .null
    case (.integer(let x), .integer(let y)):
      if y == 0 { throw .divisionByZero }
      // The least integer modulo -1 is 0, though the quotient does not fit.
      return .integer(y == -1 ? 0 : x % y)
    default: break
    }
    guard let (x, y) = floats(a, b) else { throw wrongOperands("%", a, b) }
    return .float(x.truncatingRemainder(dividingBy: y))
  }

  /// `^`: always a float.
  package static func power(_ a: Value, _ b: Value) throws(FunctionFailure) -> Value {
    if a.isNull || b.isNull { return .null }
    guard let (x, y) = floats(a, b) else { throw wrongOperands("^", a, b) }
    return .float(pow(x, y))
  }

  /// `||`: two strings or two lists.
  package static func concatenate(_ a: Value, _ b: Value) throws(FunctionFailure) -> Value {
    switch (a, b) {
    case (.null, _), (_, .null): return .null
    case (.string(let x), .string(let y)): return try joined(x, y)
    case (.list(let x), .list(let y)): return try joined(x, y)
    default: throw wrongOperands("||", a, b)
    }
  }

  /// Unary `-`.
  package static func negate(_ a: Value) throws(FunctionFailure) -> Value {
    switch a {
    case .null: return .null
    case .integer(let x):
      let (result, overflow) = Int64(0).subtractingReportingOverflow(x)
      if overflow { throw .overflow("-(\(x))") }
      return .integer(result)
    case .float(let x): return .float(-x)
    case .duration:
      return try withTemporal("-", a, .integer(-1)) { (x, y) throws(TemporalError) in
        try TemporalArithmetic.multiply(x, y)
      }
    default: throw wrongOperand("-", a)
    }
  }

  /// Unary `+`.
  package static func affirm(_ a: Value) throws(FunctionFailure) -> Value {
    switch a {
    case .null, .integer, .float, .duration: return a
    default: throw wrongOperand("+", a)
    }
  }
}

/// Both as floats, if both are numbers.
private func floats(_ a: Value, _ b: Value) -> (Double, Double)? {
  switch (a, b) {
  case (.float(let x), .float(let y)): (x, y)
  case (.integer(let x), .float(let y)): (Double(x), y)
  case (.float(let x), .integer(let y)): (x, Double(y))
  case (.integer(let x), .integer(let y)): (Double(x), Double(y))
  default: nil
  }
}

private func joined(_ a: [Value], _ b: [Value]) throws(FunctionFailure) -> Value {
  guard a.count <= ValueLimits.longestList - b.count else { throw .listTooLong }
  return .list(a + b)
}

private func joined(_ a: String, _ b: String) throws(FunctionFailure) -> Value {
  guard a.utf8.count <= ValueLimits.longestString - b.utf8.count else { throw .stringTooLong }
  return .string(a + b)
}

extension Value {
  /// What `'text' + value` appends; nil for kinds that have no text of their own.
  fileprivate var textToAppend: String? {
    switch self {
    case .null, .list, .map, .node, .edge, .path: nil
    default: plainText
    }
  }
}

/// `operation` gives nil for kinds of value that it does not know.
private func withTemporal(
  _ symbol: String, _ a: Value, _ b: Value, _ operation: (Value, Value) throws(TemporalError) -> Value?
) throws(FunctionFailure) -> Value {
  do {
    if let result = try operation(a, b) { return result }
  } catch {
    throw FunctionFailure(error)
  }
  throw wrongOperands(symbol, a, b)
}

private func wrongOperands(_ symbol: String, _ a: Value, _ b: Value) -> FunctionFailure {
  FunctionFailure(
    .invalidArgumentType, .typeError, "`\(symbol)` does not combine \(a.typeName) and \(b.typeName)")
}

private func wrongOperand(_ symbol: String, _ a: Value) -> FunctionFailure {
  FunctionFailure(.invalidArgumentType, .typeError, "unary `\(symbol)` does not take \(a.typeName)")
}
