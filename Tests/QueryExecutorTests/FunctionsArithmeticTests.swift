import GraphCore
import QueryExecutor
import QueryLanguage
import Testing

@Suite("arithmetic operators")
struct FunctionsArithmeticTests {
  private static let operations: [String: @Sendable (Value, Value) throws(FunctionFailure) -> Value] = [
    "+": Arithmetic.add, "-": Arithmetic.subtract, "*": Arithmetic.multiply, "/": Arithmetic.divide,
    "%": Arithmetic.modulo, "^": Arithmetic.power, "||": Arithmetic.concatenate,
  ]

  private func apply(_ symbol: String, _ a: Value, _ b: Value) throws -> Value {
    let operation = try #require(Self.operations[symbol])
    return try operation(a, b)
  }

  private func code(_ symbol: String, _ a: Value, _ b: Value) -> QueryError.Code? {
    do {
      _ = try apply(symbol, a, b)
      return nil
    } catch {
      return (error as? FunctionFailure)?.code
    }
  }

  @Test(
    "integers stay integers, a float makes a float, a power is a float",
    arguments: [
      ("+", .integer(7), .integer(2), "9"), ("-", .integer(7), .float(2), "5.0"),
      ("*", .integer(7), .integer(-2), "-14"),
      ("/", .integer(7), .integer(2), "3"), ("/", .integer(-7), .integer(2), "-3"),
      ("/", .integer(7), .float(2), "3.5"),
      ("%", .integer(-7), .integer(3), "-1"), ("%", .float(7.5), .integer(2), "1.5"),
      ("^", .integer(2), .integer(3), "8.0"),
      ("%", .integer(.min), .integer(-1), "0"), ("/", .float(1), .integer(0), "(1.0 / 0.0)"),
      ("^", .integer(2), .integer(-1), "0.5"),
    ] as [(String, Value, Value, String)])
  func numbers(symbol: String, a: Value, b: Value, expected: String) throws {
    #expect(try apply(symbol, a, b).literalText == expected)
  }

  @Test(
    "what does not fit 64 bits, or is divided by zero, fails",
    arguments: [
      ("+", .integer(.max), .integer(1), .numberOutOfRange), ("-", .integer(.min), .integer(1), .numberOutOfRange),
      ("*", .integer(.max), .integer(2), .numberOutOfRange), ("/", .integer(.min), .integer(-1), .numberOutOfRange),
      ("/", .integer(1), .integer(0), .divisionByZero), ("%", .integer(1), .integer(0), .divisionByZero),
    ] as [(String, Value, Value, QueryError.Code)])
  func overflow(symbol: String, a: Value, b: Value, expected: QueryError.Code) {
    #expect(code(symbol, a, b) == expected)
  }

  @Test(
    "`+` joins strings with what has a text, and lists with anything",
    arguments: [
      (.string("a"), .string("b"), "'ab'"), (.string("a"), .integer(1), "'a1'"), (.float(1), .string("b"), "'1.0b'"),
      (.string("on "), .date(CalendarDate(epochDay: 0)), "'on 1970-01-01'"),
      (list(.integer(1)), list(.integer(2)), "[1, 2]"),
      (list(.integer(1)), .string("x"), "[1, 'x']"), (.boolean(true), list(), "[true]"), (list(list()), list(), "[[]]"),
    ] as [(Value, Value, String)])
  func joining(a: Value, b: Value, expected: String) throws {
    #expect(try Arithmetic.add(a, b).literalText == expected)
  }

  @Test("null on either side gives null", arguments: operations.keys.sorted())
  func null(symbol: String) throws {
    #expect(try apply(symbol, .null, .integer(1)).isNull)
    #expect(try apply(symbol, list(), .null).isNull)
    #expect(try apply(symbol, .null, .null).isNull)
  }

  @Test(
    "kinds that an operator does not combine are a type error",
    arguments: [
      ("+", .boolean(true), .integer(1)), ("+", .map(ValueMap()), .string("x")), ("-", .string("a"), .string("b")),
      ("*", .string("a"), .integer(2)), ("^", .boolean(true), .integer(1)), ("%", list(), .integer(1)),
      ("||", .string("a"), .integer(1)), ("-", .date(CalendarDate(epochDay: 0)), .integer(1)),
    ] as [(String, Value, Value)])
  func wrongKinds(symbol: String, a: Value, b: Value) {
    #expect(code(symbol, a, b) == .invalidArgumentType)
  }

  @Test("dates and durations are added and subtracted")
  func temporal() throws {
    let date = try call("date", .string("2024-01-31"))
    let month = try call("duration", .string("P1M"))
    #expect(try Arithmetic.add(date, month).literalText == "'2024-02-29'")
    #expect(try Arithmetic.add(month, date).literalText == "'2024-02-29'")
    #expect(try Arithmetic.subtract(date, month).literalText == "'2023-12-31'")
    #expect(try Arithmetic.multiply(.integer(14), month).literalText == "'P1Y2M'")
    #expect(try Arithmetic.negate(month).literalText == "'P-1M'")
    #expect(code("-", month, date) == .invalidArgumentType)
    #expect(code("/", month, .integer(0)) == .numberOutOfRange)
  }

  @Test("unary minus of the least integer does not fit")
  func negate() throws {
    #expect(failure { () throws(FunctionFailure) in try Arithmetic.negate(.integer(.min)) } == .numberOutOfRange)
    #expect(try Arithmetic.negate(.integer(.max)).literalText == "-9223372036854775807")
    #expect(try Arithmetic.negate(.float(0)).literalText == "-0.0")
    #expect(failure { () throws(FunctionFailure) in try Arithmetic.affirm(.string("1")) } == .invalidArgumentType)
  }
}
