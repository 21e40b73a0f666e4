import Hearsay
import Testing

@testable import QueryTesting

func file(_ contents: String) throws(QueryFileError) -> QueryFile {
  try QueryFile(Text(origin: "a.gql", contents: contents))
}

@Test("a file's parts are found")
func parts() throws {
  let file = try file(
    """
    // What is known.
    //! case: demo
    CREATE (:Place);
    //# test who-warned   tags: smoke, crocus
    // Who warned Russia?
    MATCH (a)
      RETURN a; MATCH (b) RETURN b.name AS b, 1 AS n ORDER BY b;
    //? to = 'Russia'
    //? days = [1, date('2024-03-22')]
    //= b    | n
    //= Iran | 1
    //= a…   | 2.5
    //# test typo
    MATCH (a:Actr) RETURN a
    //= none
    //= warning: unknown label …
    """)
  #expect(file.source == .demo)
  #expect(file.setUp.map(\.text) == ["CREATE (:Place)"])
  #expect(file.tests.map(\.name) == ["who-warned", "typo"])
  let test = file.tests[0]
  #expect(test.tags == ["smoke", "crocus"])
  #expect(test.remark == "Who warned Russia?")
  #expect(test.line == 4)
  #expect(test.statements.map(\.line) == [6, 7])
  #expect(test.parameters.keys.sorted() == ["days", "to"])
  let row = { (cells: [ExpectedCell], line: Int) in ExpectedRow(cells: cells, line: line) }
  #expect(
    test.expectation?.outcome
      == .rows(
        columns: ["b", "n"],
        [row([.exact("Iran"), .exact("1")], 11), row([.pattern(["a", ""]), .float(2.5)], 12)]))
  #expect(file.tests[1].expectation == QueryTesting.Expectation(outcome: .none, warnings: ["unknown label …"]))
}

@Test(
  "the case may be any of four",
  arguments: [
    ("//! case: empty", .empty), ("//! case: build: reports/*.txt, more.md", .build(["reports/*.txt", "more.md"])),
    ("//! build: a.txt", .build(["a.txt"])), ("//! case: import: g.graphml", .imported("g.graphml")), ("", .empty),
  ] as [(String, CaseSource)])
func sources(_ header: String, _ source: CaseSource) throws {
  #expect(try file(header + "\n//# test a\nRETURN 1;").source == source)
}

@Test(
  "expectations are read",
  arguments: [
    ("none", .none), ("rows >= 3", .rowCount(.atLeast, 3)), ("rows = 0", .rowCount(.equal, 0)),
    ("error UndefinedVariable at 2:7", .error(code: "UndefinedVariable", line: 2, column: 7)),
    ("error …", .error(code: "…", line: nil, column: nil)), ("warning: x", .any),
    ("`none`", .rows(columns: ["none"], [])), ("rows | n", .rows(columns: ["rows", "n"], [])),
    ("contains\n//= a", .contains(columns: ["a"], [])),
    ("a\\|b | c", .rows(columns: ["a|b", "c"], [])),
  ] as [(String, QueryTesting.Expectation.Outcome)])
func expectations(_ text: String, _ outcome: QueryTesting.Expectation.Outcome) throws {
  let expectation = try file("//# test a\nRETURN 1;\n//= \(text)").tests.first?.expectation
  #expect(expectation?.outcome == outcome)
}

@Test(
  "mistakes have a place",
  arguments: [
    ("//# tset a\nRETURN 1;", 1, 5, "expected `//# test name`"), ("//# test\nRETURN 1;", 1, 5, "a name without spaces"),
    ("//# test a b\nRETURN 1;", 1, 5, "found `b` behind the name"), ("//# test a", 1, 5, "has no statement"),
    ("//# test a\nRETURN 1;\n//# test a\nRETURN 1;", 3, 5, "a second test"),
    ("//! case: dmo", 1, 5, "did you mean `demo`?"),
    ("//! cas: demo", 1, 5, "did you mean `case`?"), ("//! case: demo\n//! case: empty", 2, 5, "a second time"),
    ("//= x", 1, 5, "belongs to a test"), ("//# test a\nRETURN 1;\n//! case: demo", 3, 5, "before the first test"),
    ("//# test a\nRETURN 1;\n//= a | b\n//= 1", 4, 5, "has 1 cells, the columns are 2"),
    ("//# test a\nRETURN 1;\n//= a | b\n//= 1 |", 4, 5, "a cell is empty"),
    ("//# test a\nRETURN 1;\n//= none\n//= a", 4, 5, "nothing can stand beside"),
    ("//# test a\nRETURN 1;\n//= error Nope at 1:1", 3, 5, "there is no error `Nope`"),
    ("//# test a\nRETURN 1;\n//= error UndefinedVariable at x", 3, 5, "expected a place"),
    ("//# test a\nRETURN 1;\n//= rows ~ 3", 3, 5, "expected `rows >= 3`"),
    ("//# test a\nRETURN 1;\n//= contains", 3, 5, "names of the columns"),
    ("//# test a\nRETURN 1;\n  //? x = [1, 'a", 3, 15, "parameter `x`"),
    ("//# test a\nRETURN 1;\n//? = 1", 3, 5, "name = value"),
    ("//# test a\nRETURN 1;\n//? x = 1\n//? x = 2", 4, 5, "a second time"),
    ("//# test a\nRETURN 1;\n//= a\n//= 1\nRETURN 2;", 5, 1, "a statement after the expectations"),
  ])
func mistakes(_ text: String, _ line: Int, _ column: Int, _ part: String) {
  do throws(QueryFileError) {
    _ = try file(text)
    Issue.record("no error for \(text)")
  } catch {
    #expect((error.line, error.column) == (line, column))
    #expect(error.message.contains(part), "\(error.message)")
    #expect(error.sentence.hasPrefix("a.gql:\(line):\(column): "))
  }
}

@Test("no text stops the parser", arguments: 0..<200)
func hostile(_ seed: UInt64) {
  var state = seed &* 6_364_136_223_846_793_005 &+ 1
  func next(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }
  let pieces = [
    "//# test a", "//= ", "//? x = ", "//! case: ", "\n", "\r\n", "|", "\\", "…", "'", "RETURN 1;", "`", "\u{0}", "[",
    "é",
    "rows >= ", "error ", "at 1:", "warning:", "99999999999999999999", " ", "/*",
  ]
  let text = (0..<next(60)).map { _ in pieces[next(pieces.count)] }.joined()
  _ = try? file(text)
}
