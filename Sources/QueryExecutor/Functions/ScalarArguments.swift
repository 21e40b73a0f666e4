import GraphCore
import QueryLanguage

/// The arguments of one call, none of them null, with the function's name for messages.
struct Arguments {
  let function: String
  let values: [Value]

  var count: Int { values.count }

  /// Null if there is no such argument.
  subscript(position: Int) -> Value { position < values.count ? values[position] : .null }

  func string(_ position: Int) throws(FunctionFailure) -> String {
    guard case .string(let value) = self[position] else { throw wrongType(position, "String") }
    return value
  }

  func integer(_ position: Int) throws(FunctionFailure) -> Int64 {
    guard case .integer(let value) = self[position] else { throw wrongType(position, "Integer") }
    return value
  }

  /// An integer or a float as a float.
  func number(_ position: Int) throws(FunctionFailure) -> Double {
    switch self[position] {
    case .integer(let value): return Double(value)
    case .float(let value): return value
    default: throw wrongType(position, "Integer or Float")
    }
  }

  func list(_ position: Int) throws(FunctionFailure) -> [Value] {
    guard case .list(let value) = self[position] else { throw wrongType(position, "List") }
    return value
  }

  /// A length or position: not negative.
  func count(_ position: Int) throws(FunctionFailure) -> Int {
    let value = try integer(position)
    guard value >= 0 else {
      throw FunctionFailure(
        .negativeIntegerArgument, .argumentError,
        "argument \(position + 1) of `\(function)` must not be negative, found \(value)")
    }
    return Int(value)
  }

  func wrongType(_ position: Int, _ expected: String) -> FunctionFailure {
    FunctionFailure(
      .invalidArgumentType, .typeError,
      "argument \(position + 1) of `\(function)` must be \(expected), found \(self[position].typeName)")
  }

  /// A value of a kind that the function cannot convert.
  func cannotConvert(_ position: Int = 0) -> FunctionFailure {
    FunctionFailure(
      .invalidArgumentValue, .typeError, "`\(function)` cannot convert a value of type \(self[position].typeName)")
  }

  func invalidValue(_ message: String) -> FunctionFailure {
    FunctionFailure(.invalidArgumentValue, .argumentError, message)
  }
}

/// A body under its canonical name.
typealias NamedBody = (name: String, body: ScalarBody)

/// A function that answers null as soon as one of its arguments is null.
func strict(
  _ name: String, _ body: @escaping @Sendable (Arguments) throws(FunctionFailure) -> Value
) -> NamedBody {
  (
    name,
    { (values, _) throws(FunctionFailure) in
      if values.contains(where: \.isNull) { return .null }
      return try body(Arguments(function: name, values: values))
    }
  )
}

/// A function from a number to a float.
func real(_ name: String, _ body: @escaping @Sendable (Double) -> Double) -> NamedBody {
  strict(name) { arguments throws(FunctionFailure) in .float(body(try arguments.number(0))) }
}

extension FunctionFailure {
  static func overflow(_ operation: String) -> FunctionFailure {
    FunctionFailure(.numberOutOfRange, .arithmeticError, "\(operation) does not fit a 64-bit integer")
  }

  static let divisionByZero = FunctionFailure(.divisionByZero, .arithmeticError, "division by zero")

  static let listTooLong = FunctionFailure(
    .memoryLimit, .resourceError, "a list may have at most \(ValueLimits.longestList) elements")

  static let stringTooLong = FunctionFailure(
    .memoryLimit, .resourceError, "a string may have at most \(ValueLimits.longestString) bytes")
}

extension FunctionFailure {
  /// A failure of the calendar, under the codes of the language.
  package init(_ error: TemporalError) {
    switch error.code {
    case .invalidValue: self.init(.invalidArgumentValue, .argumentError, error.message)
    case .invalidType: self.init(.invalidArgumentType, .typeError, error.message)
    case .outOfRange: self.init(.numberOutOfRange, .arithmeticError, error.message)
    }
  }
}
