import GraphCore
import QueryExecutor
import QueryLanguage
import Testing

@Suite("temporal functions")
struct FunctionsTemporalTests {
  @Test(
    "clocks show the statement's time",
    arguments: [
      ("date", "2024-03-22"), ("localtime", "16:58:30.25"), ("time", "16:58:30.25Z"),
      ("localdatetime", "2024-03-22T16:58:30.25"), ("datetime", "2024-03-22T16:58:30.25Z"),
      ("timestamp", "1711126710250"),
      ("datetime.realtime", "2024-03-22T16:58:30.25Z"), ("date.statement", "2024-03-22"),
    ])
  func clocks(name: String, expected: String) throws {
    #expect(try call(name).plainText == expected)
  }

  @Test("a clock can be asked for another zone's time")
  func clocksOfZones() throws {
    #expect(try call("date.transaction", .string("Pacific/Auckland")).plainText == "2024-03-23")
    let zone = Value.map(ValueMap([("timezone", .string("+03:00"))]))
    #expect(try call("datetime", zone).plainText == "2024-03-22T19:58:30.25+03:00")
    #expect(
      failure { () throws(FunctionFailure) in try call("datetime.statement", .string("Nowhere/At_All")) }
        == .invalidArgumentValue)
  }

  @Test(
    "kinds are converted: what is missing is midnight or UTC",
    arguments: [
      ("date", "localdatetime", "2024-03-22T19:58", "2024-03-22"),
      ("localdatetime", "date", "2024-03-22", "2024-03-22T00:00"),
      ("datetime", "localdatetime", "2024-03-22T19:58", "2024-03-22T19:58Z"), ("time", "localtime", "19:58", "19:58Z"),
      ("localtime", "datetime", "2024-03-22T19:58+03:00", "19:58"),
      ("time", "datetime", "2024-03-22T19:58+03:00", "19:58+03:00"),
    ])
  func conversions(name: String, source: String, text: String, expected: String) throws {
    #expect(try call(name, try call(source, .string(text))).plainText == expected)
  }

  @Test("what has no date cannot become one, and numbers are no times")
  func noConversion() throws {
    let time = try call("localtime", .string("19:58"))
    #expect(failure { () throws(FunctionFailure) in try call("date", time) } == .invalidArgumentType)
    #expect(failure { () throws(FunctionFailure) in try call("datetime", .integer(0)) } == .invalidArgumentType)
    #expect(failure { () throws(FunctionFailure) in try call("date", .string("yesterday")) } == .invalidArgumentValue)
  }

  @Test("null, and a map with a null component, give null")
  func null() throws {
    #expect(try call("date", .null).isNull)
    #expect(try call("date", .map(ValueMap([("year", .null)]))).isNull)
    #expect(try call("duration.between", try call("date"), .null).isNull)
    #expect(try call("date.truncate", .null).isNull)
  }

  @Test("instants are made of seconds or milliseconds")
  func epoch() throws {
    #expect(try call("datetime.fromepoch", .integer(-1), .integer(1)).plainText == "1969-12-31T23:59:59.000000001Z")
    #expect(try call("datetime.fromepochmillis", .integer(1500)).plainText == "1970-01-01T00:00:01.5Z")
    #expect(
      failure { () throws(FunctionFailure) in try call("datetime.fromepoch", .integer(.max)) } == .numberOutOfRange)
  }

  @Test("truncation takes components to set")
  func truncation() throws {
    let map = Value.map(ValueMap([("day", .integer(5))]))
    let value = try call("datetime", .string("2024-03-22T19:58+03:00"))
    #expect(try call("date.truncate", .string("month"), value, map).plainText == "2024-03-05")
    #expect(try call("datetime.truncate", .string("hour"), value).plainText == "2024-03-22T19:00+03:00")
    #expect(try call("date.truncate", .string("year")).plainText == "2024-01-01")
    #expect(
      failure { () throws(FunctionFailure) in try call("date.truncate", .string("aeon"), value) }
        == .invalidArgumentValue)
  }
}
