import GraphCore
import QueryExecutor
import QueryLanguage
import SeededRandom
import Testing

@Suite("predicates and access")
struct FunctionsPredicateTests {
  @Test(
    "IN is unknown only while null may hide an equal element",
    arguments: [
      (.integer(1), list(.integer(1), .null), "true"), (.integer(2), list(.integer(1), .null), "null"),
      (.integer(2), list(.integer(1)), "false"), (.null, list(), "false"), (.null, list(.integer(1)), "null"),
      (.float(1), list(.integer(1)), "true"), (list(.integer(1), .null), list(list(.integer(2), .null)), "false"),
      (.string("1"), list(.integer(1)), "false"), (.integer(1), .null, "null"),
    ] as [(Value, Value, String)])
  func membership(element: Value, list: Value, expected: String) throws {
    #expect(try ScalarPredicates.isElement(element, of: list).literalText == expected)
  }

  @Test("IN wants a list")
  func membershipOfNoList() {
    #expect(
      failure { () throws(FunctionFailure) in try ScalarPredicates.isElement(.integer(1), of: .integer(1)) }
        == .invalidArgumentType)
  }

  @Test(
    "string predicates compare code points, not what looks alike",
    arguments: [
      ("Crocus City", "Crocus", "City", "us C"), ("é", "é", "é", "é"), ("", "", "", ""), ("🇺🇦x", "🇺🇦", "x", "🇦"),
    ])
  func strings(text: String, prefix: String, suffix: String, part: String) {
    #expect(ScalarPredicates.startsWith(.string(text), .string(prefix)).literalText == "true")
    #expect(ScalarPredicates.endsWith(.string(text), .string(suffix)).literalText == "true")
    #expect(ScalarPredicates.contains(.string(text), .string(part)).literalText == "true")
    #expect(ScalarPredicates.contains(.string(text), .string("e\u{301}")).literalText == "false")
    #expect(ScalarPredicates.startsWith(.string(text), .integer(1)).isNull)
  }

  @Test("searching agrees with the plain definition", arguments: [41 as UInt64, 42])
  func searching(seed: UInt64) {
    var numbers = SeededGenerator(seed: seed)
    func random(_ length: Int) -> String {
      String((0..<length).map { _ in Bool.random(using: &numbers) ? "a" : "b" })
    }
    for _ in 0..<500 {
      let (text, part) = (random(40), random(Int.random(in: 0...24, using: &numbers)))
      let expected = part.isEmpty || text.indices.contains { text[$0...].hasPrefix(part) }
      #expect(
        ScalarPredicates.contains(.string(text), .string(part)).literalText == "\(expected)", "\(text) \(part) \(seed)")
    }
  }

  @Test(
    "elements are counted from 0 or from the end, null outside",
    arguments: [
      (0, "'a'"), (2, "'c'"), (-1, "'c'"), (-3, "'a'"), (3, "null"), (-4, "null"), (.min, "null"), (.max, "null"),
    ]
      as [(Int64, String)])
  func elements(index: Int64, expected: String) throws {
    let letters = list(.string("a"), .string("b"), .string("c"))
    #expect(try ScalarPredicates.element(of: letters, at: .integer(index)).literalText == expected)
  }

  @Test(
    "a slice is cut to the list, and null bounds make it null",
    arguments: [
      (.integer(1), .integer(2), "[2]"), (.integer(-2), nil, "[2, 3]"), (nil, .integer(-1), "[1, 2]"),
      (nil, nil, "[1, 2, 3]"),
      (.integer(2), .integer(1), "[]"), (.integer(.min), .integer(.max), "[1, 2, 3]"), (.null, nil, "null"),
      (nil, .null, "null"),
    ] as [(Value?, Value?, String)])
  func slices(from: Value?, to: Value?, expected: String) throws {
    let numbers = list(.integer(1), .integer(2), .integer(3))
    #expect(try ScalarPredicates.slice(of: numbers, from: from, to: to).literalText == expected)
  }

  @Test("lists are indexed by integers, maps by strings, other values not at all")
  func wrongIndex() {
    let map = Value.map(ValueMap([("a", .integer(1))]))
    for (container, index, code) in [
      (list(), .string("0"), .listElementAccessByNonInteger), (map, .integer(0), .mapElementAccessByNonString),
      (.string("abc"), .integer(0), .invalidArgumentType),
    ] as [(Value, Value, QueryError.Code)] {
      #expect(failure { () throws(FunctionFailure) in try ScalarPredicates.element(of: container, at: index) } == code)
    }
  }

  @Test("properties of maps and components of temporal values are read by name")
  func properties() throws {
    let map = Value.map(ValueMap([("a", .integer(1))]))
    #expect(try ScalarPredicates.property("a", of: map).literalText == "1")
    #expect(try ScalarPredicates.property("b", of: map).isNull)
    #expect(try ScalarPredicates.property("year", of: try call("date", .string("2024-03-22"))).literalText == "2024")
    #expect(
      failure { () throws(FunctionFailure) in
        try ScalarPredicates.property("hour", of: .date(CalendarDate(epochDay: 0)))
      }
        == .invalidArgumentValue)
    #expect(
      failure { () throws(FunctionFailure) in try ScalarPredicates.property("a", of: .integer(1)) }
        == .invalidArgumentType)
  }
}
