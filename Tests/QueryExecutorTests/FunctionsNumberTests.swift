import GraphCore
import QueryExecutor
import QueryLanguage
import Testing

@Suite("functions of numbers and conversions")
struct FunctionsNumberTests {
  @Test(
    "rounding goes up at a tie without precision, away from zero with it, or as the mode says",
    arguments: [
      ([.float(2.5)], "3.0"), ([.float(-2.5)], "-2.0"), ([.integer(3)], "3.0"), ([.float(1.005), .integer(2)], "1.01"),
      ([.float(-1.25), .integer(1)], "-1.3"), ([.float(-1.25), .integer(1), .string("HALF_DOWN")], "-1.2"),
      ([.float(1.25), .integer(1), .string("half_even")], "1.2"), ([.float(1.21), .integer(1), .string("UP")], "1.3"),
      ([.float(-1.21), .integer(1), .string("CEILING")], "-1.2"),
      ([.float(1.29), .integer(1), .string("FLOOR")], "1.2"),
      ([.float(1.29), .integer(1), .string("DOWN")], "1.2"), ([.float(9.99), .integer(1)], "10.0"),
      ([.float(0.001), .integer(0), .string("UP")], "1.0"), ([.float(0.04), .integer(1)], "0.0"),
      ([.float(1e300), .integer(9)], "1.0E300"),
      ([.float(0.5), .integer(.max)], "0.5"), ([.float(.infinity)], "(1.0 / 0.0)"),
    ] as [([Value], String)])
  func rounding(arguments: [Value], expected: String) throws {
    let body = try #require(ScalarFunctions.bodies["round"])
    #expect(try body(arguments, FunctionContext()).literalText == expected)
  }

  @Test("a rounding mode or precision that is none is refused")
  func noRounding() {
    #expect(
      failure { () throws(FunctionFailure) in try call("round", .float(1), .integer(-1)) } == .negativeIntegerArgument)
    #expect(
      failure { () throws(FunctionFailure) in try call("round", .float(1), .integer(1), .string("SIDEWAYS")) }
        == .invalidArgumentValue)
  }

  @Test("kinds of number are kept where they can be")
  func kinds() throws {
    #expect(try call("abs", .integer(-3)).literalText == "3")
    #expect(try call("abs", .float(-3)).literalText == "3.0")
    #expect(try call("sign", .float(-0.5)).literalText == "-1")
    #expect(try call("ceil", .float(1.2)).literalText == "2.0")
    #expect(try call("sqrt", .integer(16)).literalText == "4.0")
    #expect(try call("isNaN", .float(.nan)).literalText == "true")
    #expect(failure { () throws(FunctionFailure) in try call("abs", .integer(.min)) } == .numberOutOfRange)
    #expect(failure { () throws(FunctionFailure) in try call("sqrt", .string("16")) } == .invalidArgumentType)
  }

  @Test(
    "values are converted, and text that is none gives null",
    arguments: [
      ("toInteger", .string(" 42 "), "42"), ("toInteger", .string("1.9"), "1"), ("toInteger", .string("1e3"), "1000"),
      ("toInteger", .string("0x10"), "null"), ("toInteger", .string("inf"), "null"), ("toInteger", .float(-1.9), "-1"),
      ("toInteger", .float(1e30), "null"), ("toInteger", .boolean(true), "1"), ("toFloat", .string("1"), "1.0"),
      ("toFloat", .string("1,5"), "null"), ("toFloat", .string("NaN"), "(0.0 / 0.0)"),
      ("toBoolean", .string("TRUE"), "true"),
      ("toBoolean", .string("yes"), "null"), ("toBoolean", .integer(0), "false"),
      ("toString", .float(1e10), "'1.0E10'"),
      ("toString", .boolean(false), "'false'"), ("toIntegerOrNull", list(), "null"),
      ("toFloatOrNull", .boolean(true), "null"),
      ("toIntegerList", list(.string("1"), .string("x"), list()), "[1, null, null]"),
      ("toStringList", list(.integer(1), .null), "['1', null]"), ("toInteger", .string("9223372036854775808"), "null"),
    ] as [(String, Value, String)])
  func conversions(name: String, value: Value, expected: String) throws {
    #expect(try call(name, value).literalText == expected)
  }

  @Test(
    "kinds that cannot be converted are a type error", arguments: ["toInteger", "toFloat", "toBoolean", "toString"])
  func noConversion(name: String) {
    #expect(failure { () throws(FunctionFailure) in try call(name, list()) } == .invalidArgumentValue)
    #expect(failure { () throws(FunctionFailure) in try call(name, .node(NodeID(0))) } == .invalidArgumentValue)
  }
}
