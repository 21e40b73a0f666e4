import GraphCore
import QueryExecutor
import QueryLanguage
import QueryPlanner
import Testing

/// Calls a function as the evaluator does.
func call(_ name: String, _ arguments: Value...) throws(FunctionFailure) -> Value {
  var context = FunctionContext()
  // 2024-03-22T16:58:30.25Z
  context.statementSecond = 1_711_126_710
  context.statementNanosecond = 250_000_000
  guard let body = ScalarFunctions.bodies[name] else {
    throw FunctionFailure(.unknownFunction, .syntaxError, "no body named \(name)")
  }
  return try body(arguments, context)
}

/// The code that a call fails with; nil if it does not.
func failure(_ body: () throws(FunctionFailure) -> Value) -> QueryError.Code? {
  do {
    _ = try body()
    return nil
  } catch {
    return error.code
  }
}

func list(_ values: Value...) -> Value { .list(values) }

@Suite("the catalog of functions")
struct FunctionsCatalogTests {
  @Test("every scalar function has a signature and a body")
  func signaturesAndBodies() {
    let signatures = FunctionCatalog.all.filter { $0.kind == .scalar }.map(\.name)
    #expect(Set(signatures) == Set(ScalarFunctions.bodies.keys))
    #expect(Set(signatures.map { $0.lowercased() }).count == signatures.count)
  }

  @Test("null, strange kinds and too few arguments never trap")
  func strangeArguments() {
    let values: [Value] = [
      .null, .boolean(true), .integer(.min), .integer(.max), .integer(-1), .integer(3), .float(.nan),
      .float(-.infinity),
      .float(1e300), .string(""), .string("e\u{301}🇺🇦"), list(), list(.null, .integer(1)), .map(ValueMap()),
      .map(ValueMap([("year", .integer(.max)), ("timezone", .string("Z"))])), .date(CalendarDate(epochDay: .max)),
      .duration(CalendarDuration(months: .min, days: .max, seconds: .min, nanoseconds: 1)), .node(NodeID(1)),
      .dateTime(
        ZonedDateTime(
          local: LocalDateTime(date: CalendarDate(epochDay: .min), time: .midnight), offsetSeconds: 64_800, zone: nil)),
    ]
    for signature in FunctionCatalog.all where signature.kind == .scalar {
      guard let body = ScalarFunctions.bodies[signature.name] else { continue }
      _ = try? body([], FunctionContext())
      for first in values {
        _ = try? body([first], FunctionContext())
        for second in values where signature.argumentCounts.upperBound > 1 {
          // A range may be long and still allowed; those are tried one by one.
          if signature.name == "range" { continue }
          _ = try? body([first, second], FunctionContext())
          for third in values where signature.argumentCounts.upperBound > 2 {
            _ = try? body([first, second, third], FunctionContext())
          }
        }
      }
    }
  }

  @Test("functions of one argument answer null with null")
  func nullForNull() throws {
    let exceptions = ["coalesce", "valueType", "nullIf"]
    for signature in FunctionCatalog.all where signature.kind == .scalar && !signature.parameters.isEmpty {
      if exceptions.contains(signature.name) { continue }
      let arguments = signature.parameters.filter { !$0.isOptional }.map { _ in Value.null }
      let body = try #require(ScalarFunctions.bodies[signature.name])
      #expect(try body(arguments.isEmpty ? [.null] : arguments, FunctionContext()).isNull, "\(signature.name)")
    }
  }

  @Test("coalesce, nullIf and valueType tell null from values")
  func general() throws {
    #expect(try call("coalesce", .null, .integer(2), .integer(3)).literalText == "2")
    #expect(try call("coalesce", .null).isNull)
    #expect(try call("nullIf", .integer(1), .float(1)).isNull)
    #expect(try call("nullIf", .integer(1), .null).literalText == "1")
    #expect(try call("valueType", .null).plainText == "NULL")
    #expect(try call("valueType", .integer(1)).plainText == "INTEGER NOT NULL")
    #expect(
      try call("valueType", list(.float(1), .string("x"), .string("y"))).plainText
        == "LIST<STRING NOT NULL | FLOAT NOT NULL> NOT NULL")
    #expect(try call("valueType", list(list(.null, .integer(1)))).plainText == "LIST<LIST<INTEGER> NOT NULL> NOT NULL")
    #expect(try call("valueType", list()).plainText == "LIST<NOTHING> NOT NULL")
  }
}
