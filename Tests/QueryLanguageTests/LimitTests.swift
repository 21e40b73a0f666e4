import QueryLanguage
import Testing

@Suite("limits")
struct LimitTests {
  private func code(_ text: String, _ limits: ParserLimits = .standard) -> QueryError.Code? {
    do throws(QueryError) {
      _ = try parse(text, limits: limits)
      return nil
    } catch {
      return error.code
    }
  }

  /// What opens a level, what stands inside, what closes it.
  static let nests: [(String, String, String)] = [
    ("(", "1", ")"), ("[", "1", "]"), ("{a: ", "1", "}"), ("f(", "1", ")"), ("NOT ", "true", ""), ("- ", "a", ""),
    ("+", "a", ""), ("CASE WHEN true THEN ", "1", " END"), ("[x IN ", "xs", " | x]"), ("any(x IN ", "xs", " WHERE x)"),
    ("COUNT { (n WHERE 1 = ", "1", ") }"), ("EXISTS { MATCH (n) WHERE ", "1", " RETURN 1 }"),
    ("reduce(a = ", "1", ", x IN xs | a)"), ("a[", "1", "]"), ("a {b: ", "1", "}"), ("1 + (", "1", ")"),
    ("1 - (2 * ", "1", ")"), ("a OR (b AND ", "c", ")"), ("(1 + ", "1", " + 1)"), ("[(n)--(m) | ", "m", "]"),
    ("n:!(A|", "B", ")"), ("a = (b IN (", "c", "))"), ("exists((n)-->({a: ", "1", "}))"),
    ("(a OR b XOR c AND NOT d = e IN f + g * h ^ -", "a", ")"),
  ]

  @Test("100,000 levels are refused by name, in any form", arguments: nests)
  func tooDeep(_ open: String, _ inside: String, _ close: String) {
    let count = 100_000 / open.utf8.count
    for text in [
      "RETURN " + String(repeating: open, count: count),
      "RETURN " + String(repeating: open, count: count) + inside + String(repeating: close, count: count),
    ] {
      let code = code(text)
      #expect(code == .nestingTooDeep || open.hasPrefix("n:") && code == .unexpectedSyntax, "\(open)")
    }
  }

  @Test("whatever is accepted can be compared, printed, parsed again and given up", arguments: nests)
  func deepest(_ open: String, _ inside: String, _ close: String) throws {
    var accepted = 0
    for count in [20, 40, 49, 64, 66, 90, 98, 99, 100, 190, 197, 198, 199] {
      let text = "RETURN " + String(repeating: open, count: count) + inside + String(repeating: close, count: count)
      guard let first = try? parse(text) else { continue }
      accepted += 1
      let second = try parse(text)
      #expect(first == second)
      #expect(try parse(first.description) == first)
    }
    #expect(accepted > 0 || open.hasPrefix("n:") || open.utf8.count > 40, "\(open)")
  }

  @Test("chains count as depth where the tree leans to one side")
  func chains() throws {
    for (element, joint) in [("1", " + "), ("a", " ^ "), ("a", "."), ("a", " IN "), ("a", " IS NULL AND b = ")] {
      let text = "RETURN " + Array(repeating: element, count: 10_000).joined(separator: joint)
      let code = code(text)
      #expect(code == .nestingTooDeep || joint.contains("AND") && code == nil, "\(joint)")
    }
    #expect(code("RETURN a" + String(repeating: "[0]", count: 10_000)) == .nestingTooDeep)
    #expect(code("RETURN a" + String(repeating: " IS NULL", count: 10_000)) == .nestingTooDeep)
  }

  @Test("many alternatives, elements, comparisons, clauses and edges are no depth")
  func wide() throws {
    let many = 5_000
    for text in [
      "RETURN " + Array(repeating: "a", count: many).joined(separator: " OR "),
      "RETURN " + Array(repeating: "a AND b", count: many).joined(separator: " XOR "),
      "RETURN " + Array(repeating: "a", count: many).joined(separator: " = "),
      "RETURN [" + Array(repeating: "1", count: many).joined(separator: ", ") + "]",
      "MATCH (n:" + Array(repeating: "A", count: many).joined(separator: "|") + ") RETURN n",
      "MATCH (a)" + String(repeating: "-->()", count: many) + " RETURN a",
      String(repeating: "MATCH (a) ", count: many) + "RETURN a",
      "RETURN CASE" + String(repeating: " WHEN a THEN b", count: many) + " END",
    ] {
      let query = try parse(text)
      #expect(query.description == text)
      #expect(try parse(query.description) == query)
    }
  }

  @Test("a statement longer than the limit is refused by name, a long script of short ones is not")
  func length() {
    let limits = ParserLimits(maximumNesting: 100, maximumHeight: 100, maximumLengthBytes: 50)
    #expect(code("RETURN '" + String(repeating: "x", count: 50) + "'", limits) == .queryTooLong)
    let script = String(repeating: "RETURN 1;\n", count: 1_000)
    #expect(parseAll(script, limits: limits).count == 1_000)
    #expect(code("RETURN '" + String(repeating: "x", count: 2_000_000) + "'") == .queryTooLong)
  }

  @Test(
    "hostile text is refused",
    arguments: [
      "(", "[", "{", "((", "(a)-[", "[x IN ", "[(a)--(b) ", "CASE ", "a.", "(a ", "n:", "`", "'", "/*", "-", "$", "1..",
      "f(a,", "\\", "é",
      "(n:A {a: (", "exists((", "a AS OF ", "[p = (", "reduce(a = ", "any(x IN ", "count {", "a|", "&", "=",
    ])
  func hostile(_ piece: String) {
    // What is quadratic in 100,000 bytes would not come to an end here; how time grows is for `Benchmarks growth`.
    for start in ["RETURN ", "MATCH ", "MATCH (n) WHERE ", ""] {
      let found = code(start + String(repeating: piece, count: 100_000 / piece.utf8.count))
      // A long name may be returned; nothing else here is a statement.
      #expect(found != nil || start == "RETURN ", "\(start)\(piece)")
    }
  }
}
