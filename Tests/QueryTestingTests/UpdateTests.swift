import Hearsay
import Testing

@testable import QueryTesting

private func updated(_ text: String) throws -> String? {
  TestRunner { _, _ in PropertyGraph() }.update([try file(text)]).texts[0]
}

@Test("only wrong and missing lines are written, all else stays byte for byte")
func update() throws {
  let text = """
    // Notes.\t
    //# test right
    RETURN 'abc' AS a;
    //= a
    //= a…

    //# test wrong
      RETURN 1 AS n, 'x|y' AS t;   // why
      //= n | t
      // between
      //= 2 | z
    // after
    //# test new
    RETURN [1] AS list
    //? unused = 1

    //# test last
    RETURN x
    """
  let result = try #require(try updated(text))
  #expect(
    result == """
      // Notes.\t
      //# test right
      RETURN 'abc' AS a;
      //= a
      //= a…

      //# test wrong
        RETURN 1 AS n, 'x|y' AS t;   // why
        //= n | t
        //= 1 | x\\|y
        // between
      // after
      //# test new
      RETURN [1] AS list
      //? unused = 1
      //= list
      //= [1]

      //# test last
      RETURN x
      //= error UndefinedVariable at 1:8

      """)
  #expect(try updated(result) == nil, "what was written passes")
}

@Test("rows that stay keep their wording and place, new ones follow, columns are lined up")
func rows() throws {
  let text =
    "//# test a\nUNWIND ['zz', 'new', 'ab'] AS n RETURN n, 1 AS one;\n//= n | one\n//= a… | …\n//= gone | 1\n//= zz | 1\n"
  let lines = try #require(try updated(text)).split(separator: "\n").suffix(4)
  #expect(lines == ["//= n   | one", "//= a…  | …", "//= zz  | 1", "//= new | 1"])
}

@Test("lines of Windows stay so")
func carriageReturns() throws {
  #expect(try updated("//# test a\r\nRETURN 1 AS n;\r\n") == "//# test a\r\nRETURN 1 AS n;\r\n//= n\r\n//= 1\r\n")
}

@Test("warnings are filled in too")
func warnings() throws {
  let result = try updated("//# test a\nCREATE (:Known);\nMATCH (n:Nope) RETURN n;")
  #expect(result?.contains("//= none\n//= warning: unknown label `Nope`") == true)
}

@Test(
  "what is filled in passes, whatever the values",
  arguments: [
    "'a\\nb'", "''", "'…'", "'|'", "'\\\\|'", "[{a: 'x|y'}]", "1.5", "-1", "0.1 + 0.2", "null", "date('2024-02-29')",
    "'2024-02-29'", "duration('P1D')", "'P1D'", "' '", "'\\u001B[31m'", "'`none`'", "1.0 / 0", "[1, null, 'q\\'']",
    "'none'",
    "'144'", "true", "'true'", "localtime('12:00')", "'a\\u202Eb'", "{}",
  ])
func roundTrip(_ expression: String) throws {
  let result = try #require(try updated("//# test a\nRETURN \(expression) AS none;\n"))
  #expect(try updated(result) == nil, "\(result)")
}
