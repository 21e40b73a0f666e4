import GraphCore
import QueryExecutor
import QueryLanguage
import Testing

@Suite("functions of text and lists")
struct FunctionsTextTests {
  @Test(
    "text is counted in code points",
    arguments: [
      ("size", [.string("a🇺🇦")], "3"), ("char_length", [.string("e\u{301}")], "2"),
      ("left", [.string("héllo"), .integer(2)], "'hé'"),
      ("right", [.string("abc"), .integer(5)], "'abc'"), ("substring", [.string("abcdef"), .integer(2)], "'cdef'"),
      ("substring", [.string("abcdef"), .integer(2), .integer(3)], "'cde'"),
      ("substring", [.string("abc"), .integer(9)], "''"),
      ("substring", [.string("é"), .integer(0), .integer(0)], "''"),
      ("substring", [.string("héllo"), .integer(1), .integer(3)], "'éll'"),
      ("substring", [.string("abcdé"), .integer(1), .integer(3)], "'bcd'"),
      ("substring", [.string("abcdé"), .integer(3), .integer(.max)], "'dé'"),
      ("substring", [.string("abc"), .integer(.max), .integer(.max)], "''"),
      ("reverse", [.string("ab🙂")], "'🙂ba'"), ("toUpper", [.string("straße")], "'STRASSE'"),
      ("toLower", [.string("ÀB")], "'àb'"),
    ] as [(String, [Value], String)])
  func codePoints(name: String, arguments: [Value], expected: String) throws {
    let body = try #require(ScalarFunctions.bodies[name])
    #expect(try body(arguments, FunctionContext()).literalText == expected)
  }

  @Test("a negative length or position is refused", arguments: ["left", "right", "substring"])
  func negative(name: String) {
    #expect(
      failure { () throws(FunctionFailure) in try call(name, .string("abc"), .integer(-1)) } == .negativeIntegerArgument
    )
  }

  @Test("white space is trimmed, or the characters given")
  func trimming() throws {
    #expect(try call("trim", .string(" \u{A0}a b\n")).plainText == "a b")
    #expect(try call("ltrim", .string("  a ")).plainText == "a ")
    #expect(try call("rtrim", .string("  a ")).plainText == "  a")
    #expect(try call("btrim", .string("xyaxy"), .string("yx")).plainText == "a")
    #expect(try call("trim", .string("   ")).plainText == "")
  }

  @Test(
    "every occurrence is replaced, from left to right",
    arguments: [
      ("aaa", "a", "bb", "bbbbbb"), ("aaa", "aa", "b", "ba"), ("abc", "", "x", "abc"), ("abab", "ab", "", ""),
      ("été", "é", "e", "ete"),
    ])
  func replacing(text: String, search: String, replacement: String, expected: String) throws {
    #expect(try call("replace", .string(text), .string(search), .string(replacement)).plainText == expected)
  }

  @Test("a replacement that would grow beyond the longest string is refused before it is built")
  func replacingTooMuch() {
    let text = Value.string(String(repeating: "a", count: 100_000))
    #expect(failure { () throws(FunctionFailure) in try call("replace", text, .string("a"), text) } == .memoryLimit)
  }

  @Test(
    "text is split at one delimiter or any of several",
    arguments: [
      ("a,b,,c", .string(","), "['a', 'b', '', 'c']"), ("abc", .string(""), "['a', 'b', 'c']"),
      ("", .string(","), "['']"), (",é,", .string(","), "['', 'é', '']"), ("aéb", .string("é"), "['a', 'b']"),
      ("a--b-", .string("--"), "['a', 'b-']"),
      ("a,b;c", list(.string(","), .string(";")), "['a', 'b', 'c']"),
      ("a--b", list(.string("-"), .string("--")), "['a', 'b']"),
    ] as [(String, Value, String)])
  func splitting(text: String, delimiter: Value, expected: String) throws {
    #expect(try call("split", .string(text), delimiter).literalText == expected)
  }

  @Test("text is brought to a normal form")
  func normalising() throws {
    #expect(try call("size", try call("normalize", .string("e\u{301}"))).literalText == "1")
    #expect(try call("size", try call("normalize", .string("é"), .string("nfd"))).literalText == "2")
    #expect(
      failure { () throws(FunctionFailure) in try call("normalize", .string("a"), .string("NFX")) }
        == .invalidArgumentValue)
  }

  @Test("lists give their ends")
  func ends() throws {
    let numbers = list(.integer(1), .integer(2), .integer(3))
    #expect(try call("head", numbers).literalText == "1")
    #expect(try call("last", numbers).literalText == "3")
    #expect(try call("tail", numbers).literalText == "[2, 3]")
    #expect(try call("reverse", numbers).literalText == "[3, 2, 1]")
    #expect(try call("head", list()).isNull)
    #expect(try call("tail", list()).literalText == "[]")
    #expect(try call("isEmpty", list()).literalText == "true")
  }

  @Test(
    "a range has both its ends",
    arguments: [
      (1, 3, 1, "[1, 2, 3]"), (3, 1, -1, "[3, 2, 1]"), (0, 10, 4, "[0, 4, 8]"), (3, 1, 1, "[]"), (1, 3, -1, "[]"),
      (.max - 1, .max, 1, "[9223372036854775806, 9223372036854775807]"),
      (.min, .max, .max, "[-9223372036854775808, -1, 9223372036854775806]"), (5, 5, .min, "[5]"),
    ] as [(Int64, Int64, Int64, String)])
  func ranges(start: Int64, end: Int64, step: Int64, expected: String) throws {
    #expect(try call("range", .integer(start), .integer(end), .integer(step)).literalText == expected)
  }

  @Test("a range without a step to take, or too long to hold, is refused")
  func noRanges() {
    #expect(
      failure { () throws(FunctionFailure) in try call("range", .integer(0), .integer(1), .integer(0)) }
        == .numberOutOfRange)
    #expect(
      failure { () throws(FunctionFailure) in try call("range", .integer(0), .integer(1_000_000_000_000)) }
        == .memoryLimit)
    #expect(failure { () throws(FunctionFailure) in try call("range", .integer(.min), .integer(.max)) } == .memoryLimit)
  }
}
