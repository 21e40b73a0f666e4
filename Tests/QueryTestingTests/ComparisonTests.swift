import Hearsay
import Testing

@testable import QueryTesting

@Test(
  "a cell tells the type of its value",
  arguments: [
    (.string("Iran"), "Iran"), (.string("Iran's ministry"), "Iran's ministry"), (.string("144"), "'144'"),
    (.integer(144), "144"), (.float(144), "144.0"), (.string("null"), "'null'"), (.null, "null"),
    (.boolean(true), "true"),
    (.string(""), "''"), (.string(" a"), "' a'"), (.string("a\nb"), "'a\\nb'"), (.string("a…b"), "'a\\u2026b'"),
    (.string("2024-03-22"), "'2024-03-22'"), (.string("[1]"), "'[1]'"), (.string("date('x')"), "'date(\\'x\\')'"),
    (.list([.integer(1), .string("a")]), "[1, 'a']"), (.string("nan"), "'nan'"), (.string("3rd source"), "3rd source"),
  ] as [(Value, String)])
func cellText(_ value: Value, _ text: String) {
  #expect(CellText(value).full == text)
  // What is written is read as the same value, and as no other.
  #expect(ExpectedCell(text).matches(CellText(value)))
}

@Test(
  "cells match by value or pattern",
  arguments: [
    ("Iran", .string("Iran"), true), ("'Iran'", .string("Iran"), true), ("Iran", .string("Iraq"), false),
    ("144", .integer(144), true), ("144", .float(144), false), ("144", .string("144"), false),
    ("'144'", .string("144"), true),
    ("0.3", .float(0.1 + 0.2), true), ("0.3", .float(0.31), false), ("1e3", .float(1000), true), ("…", .null, true),
    ("Ir…", .string("Iran"), true), ("…an", .string("Iran"), true), ("I…a…n", .string("Iran"), true),
    ("a…a", .string("a"), false), ("…x…", .string("Iran"), false),
    ("[1, 'a']", .list([.integer(1), .string("a")]), true),
    ("[1,'a']", .list([.integer(1), .string("a")]), true), ("[1, …]", .list([.integer(1), .integer(2)]), true),
    ("null", .null, true), ("null", .string("null"), false), ("{a: 1}", .map(ValueMap([("a", .integer(1))])), true),
    ("[:AGENT_OF", .string("[:AGENT_OF"), false),
  ] as [(String, Value, Bool)])
func cells(_ cell: String, _ value: Value, _ isMatch: Bool) {
  #expect(ExpectedCell(cell).matches(CellText(value)) == isMatch)
}

@Test("dates are written bare and compared as dates")
func dates() throws {
  let date = Value.date(try CalendarDate(parsing: "2024-03-22"))
  #expect(CellText(date).full == "2024-03-22")
  #expect(ExpectedCell("2024-03-22").matches(CellText(date)))
  #expect(ExpectedCell("date('2024-03-22')").matches(CellText(date)))
  #expect(!ExpectedCell("'2024-03-22'").matches(CellText(date)))
}

@Test("nodes match in full, by the property that names them, or by pattern")
func nodes() throws {
  let result = try GraphSession().run("CREATE (a:State:Actor {name: 'Iran', kind: 'state'}) RETURN a")
  let cell = try #require(result.cellTexts.first?.first)
  for text in [
    "(:Actor:State {kind: 'state', name: 'Iran'})", "(:Actor:State {name: 'Iran', …})", "(…'Iran'…)", "(:Actor…",
  ] {
    #expect(ExpectedCell(text).matches(cell), "\(text)")
  }
  for text in ["(:Actor:State {name: 'Iran'})", "(:Actor:State {name: 'Iraq', …})"] {
    #expect(!ExpectedCell(text).matches(cell), "\(text)")
  }
}

private func expected(_ cells: String...) -> [ExpectedRow] {
  cells.map { ExpectedRow(cells: [ExpectedCell($0)], line: 1) }
}

private func got(_ values: String...) -> [[CellText]] { values.map { [CellText(.string($0))] } }

@Test("rows are compared as a bag")
func bag() {
  #expect(RowMatching(expected("a", "b", "a"), got("a", "a", "b")).isComplete)
  let twice = RowMatching(expected("a", "a"), got("a", "b"))
  #expect(twice.missing == [1])
  #expect(twice.surprising == [1])
}

@Test("a wildcard takes no row that another row needs")
func matching() {
  let rows = RowMatching(expected("a…", "ab…", "abc"), got("abc", "abd", "ax"))
  #expect(rows.isComplete)
  #expect(rows.found == [2, 1, 0])
  let chain = RowMatching(expected("…", "a…", "…b", "ab…"), got("abx", "x", "axb", "ay"))
  #expect(chain.isComplete && chain.surprising.isEmpty)
}

@Test("as many rows are matched as can be", arguments: 0..<60)
func mostMatched(_ seed: UInt64) {
  var state = seed &+ 7
  func next(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }
  let letters = ["a", "b"]
  let rows = (0..<5).map { _ in got(letters[next(2)] + letters[next(2)])[0] }
  let patterns = ["a…", "b…", "…a", "…b", "aa", "ab", "…"]
  let wanted = (0..<5).map { _ in expected(patterns[next(patterns.count)])[0] }
  let matching = RowMatching(wanted, rows)
  #expect(matching.found.compactMap { $0 }.count == bestCount(wanted[...], Array(rows.indices), rows))
  for (index, place) in matching.found.enumerated() {
    if let place { #expect(wanted[index].matches(rows[place])) }
  }
  #expect(Set(matching.found.compactMap { $0 }).count + matching.surprising.count == rows.count)
}

/// By trying every assignment.
private func bestCount(_ wanted: ArraySlice<ExpectedRow>, _ free: [Int], _ rows: [[CellText]]) -> Int {
  guard let first = wanted.first else { return 0 }
  var best = bestCount(wanted.dropFirst(), free, rows)
  for place in free where first.matches(rows[place]) {
    best = max(best, 1 + bestCount(wanted.dropFirst(), free.filter { $0 != place }, rows))
  }
  return best
}

@Test("sorted rows must come in their order")
func order() {
  #expect(RowMatching.inOrder(expected("a", "…"), got("a", "b")).isComplete)
  let wrong = RowMatching.inOrder(expected("b", "a"), got("a", "b"))
  #expect(wrong.isOutOfOrder && !wrong.isComplete)
}
