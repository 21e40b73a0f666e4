import QueryLanguage
import SourceText
import Testing

/// A text, the code of its error, the words the error points at, and a part of the suggestion.
struct Mistake: Sendable, CustomTestStringConvertible {
  let text: String
  let code: QueryError.Code
  let words: String
  let suggestion: String?

  init(_ text: String, _ code: QueryError.Code, at words: String, _ suggestion: String? = nil) {
    self.text = text
    self.code = code
    self.words = words
    self.suggestion = suggestion
  }

  var testDescription: String { text }
}

let mistakes: [Mistake] = [
  // words and their order
  Mistake("MATHC (n) RETURN n", .unexpectedSyntax, at: "MATHC", "`MATCH`"),
  Mistake("MATCH (n) RETRUN n", .unexpectedSyntax, at: "RETRUN", "`RETURN`"),
  Mistake("MATCH (n) WHRE n.x = 1 RETURN n", .unexpectedSyntax, at: "WHRE", "`WHERE`"),
  Mistake("MATCH (n) RETURN n LIMT 5", .unexpectedSyntax, at: "LIMT", "`LIMIT`"),
  Mistake("MATCH (n) RETURN n ORDER n.x", .unexpectedSyntax, at: "ORDER"),
  Mistake("OPTIONAL MACTH (n) RETURN n", .unexpectedSyntax, at: "MACTH", "`MATCH`"),
  Mistake("RETURN CASE WHEN a THEN b EDN", .unexpectedSyntax, at: "EDN", "`END`"),
  Mistake("MATCH (n) RETURN", .unexpectedSyntax, at: ""),
  Mistake("", .unexpectedSyntax, at: ""),
  Mistake("// nothing", .unexpectedSyntax, at: ""),
  Mistake("RETURN 1; RETURN 2", .unexpectedSyntax, at: "R", "one after another"),
  Mistake("RETURN 1 WHERE true", .unexpectedSyntax, at: "WHERE", "`WITH`"),
  Mistake("MATCH (match) RETURN 1", .unexpectedSyntax, at: "match", "`` `match` ``"),
  Mistake("RETURN 1 AS where", .unexpectedSyntax, at: "where", "`` `where` ``"),
  Mistake("MATCH (n WITHOUT SOURCE 'x') RETURN n", .unexpectedSyntax, at: "WITHOUT"),
  Mistake("MATCH (n) WITHOUT SUORCE 'x' RETURN n", .unexpectedSyntax, at: "SUORCE", "`SOURCE`"),
  Mistake("RETURN 1 AS OF date() UNION RETURN 2", .unexpectedSyntax, at: "UNION", "to the end"),
  // composition
  Mistake("RETURN 1 AS a UNION ALL RETURN 2 AS a UNION RETURN 3 AS a", .invalidClauseComposition, at: "UNION"),
  Mistake("RETURN 1 MATCH (n) RETURN n", .invalidClauseComposition, at: "MATCH", "`WITH`"),
  Mistake("CREATE (n) MATCH (m) RETURN m", .invalidClauseComposition, at: "MATCH", "`WITH *`"),
  Mistake("MATCH (n)", .invalidClauseComposition, at: "MATCH", "`RETURN`"),
  Mistake("MATCH (n) WITH n", .invalidClauseComposition, at: "WITH", "`RETURN`"),
  Mistake("MATCH (n) WHERE EXISTS { MATCH (n)-->(m) SET m.x = 1 } RETURN n", .invalidClauseComposition, at: "SET"),
  Mistake("RETURN COLLECT { MATCH (n) }", .invalidClauseComposition, at: "MATCH"),
  Mistake("CALL p YIELD out RETURN out", .invalidArgumentPassingMode, at: "p", "`p(…)`"),
  Mistake("CALL p() YIELD * RETURN 1", .unexpectedSyntax, at: "CALL p() YIELD *"),
  Mistake("RETURN 1 LIMIT 2 SKIP 1", .unexpectedSyntax, at: "SKIP", "the order is"),
  Mistake("FINISH RETURN 1", .invalidClauseComposition, at: "RETURN", "`FINISH` ends"),
  Mistake("MATCH (n) FILTER n.x", .invalidClauseComposition, at: "FILTER", "`RETURN`"),
  Mistake("LET x 1 RETURN x", .unexpectedSyntax, at: "1", "`name = value`"),
  Mistake("RETURN x ORDER BY x NULLS FRIST", .unexpectedSyntax, at: "FRIST", "`FIRST`"),
  Mistake("INSERT (:A:B)", .unexpectedSyntax, at: ":", "`&`"),
  Mistake("RETURN 1 AS a UNION RETURN 2 AS a EXCEPT RETURN 3 AS a", .invalidClauseComposition, at: "EXCEPT", "braces"),
  Mistake("WHEN a THEN RETURN 1 AS x UNION RETURN 2 AS x", .invalidClauseComposition, at: "UNION", "braces"),
  Mistake("RETURN 1 AS x UNION WHEN a THEN RETURN 1 AS x", .invalidClauseComposition, at: "WHEN", "braces"),
  Mistake("MATCH (n) WHEN a THEN RETURN 1 AS x", .unexpectedSyntax, at: "WHEN", "`CALL (*)"),
  Mistake("CREATE (n) NEXT RETURN 1", .invalidClauseComposition, at: "CREATE", "return what"),
  Mistake("CALL { CREATE (n) } IN TRANSACTIONS", .unsupported, at: "IN", "leave it out"),
  Mistake("CALL (n + 1) { RETURN 1 AS a } RETURN a", .unexpectedSyntax, at: "+", "LET"),
  Mistake("CALL (n) RETURN 1", .unexpectedSyntax, at: "RETURN"),
  Mistake("FOREACH (x IN xs | RETURN x)", .invalidClauseComposition, at: "RETURN", "`FOR x IN"),
  Mistake("RETURN COUNT { CALL { CREATE (n) } RETURN 1 AS a }", .invalidClauseComposition, at: "CALL", "of its own"),
  Mistake("RETURN 1 AS OF date() NEXT RETURN 2", .unexpectedSyntax, at: "NEXT", "to the end"),
  Mistake("LOAD CSV FROM 'a' AS r FIELDTERMINATOR ', ' RETURN r", .unexpectedSyntax, at: "', '", "';'"),
  Mistake("LOAD CVS FROM 'a' AS r RETURN r", .unexpectedSyntax, at: "CVS", "`CSV`"),
  Mistake("SELECT n.x FROM n", .unexpectedSyntax, at: "SELECT", "`MATCH (n)"),
  Mistake("MATCH (n) RETURN n.x HAVING n.x > 1", .unexpectedSyntax, at: "HAVING", "WITH"),
  Mistake("RETURN 1 AS a NEXT YIELD a { RETURN a }", .unsupported, at: "YIELD a", "before `NEXT`"),
  Mistake("RETURN COUNT { UNWIND [1] AS x UNION UNWIND [1] AS x }", .invalidClauseComposition, at: "UNWIND", "columns"),
  // labels and types
  Mistake("MATCH (n IS NOT A) RETURN n", .unexpectedSyntax, at: "NOT", "`:!Label`"),
  Mistake("MATCH (n:$x) RETURN n", .unexpectedSyntax, at: "$x", "`$($x)`"),
  Mistake("MATCH (n) WHERE n IS NOT A RETURN n", .unexpectedSyntax, at: "A", "`IS NOT LABELED A`"),
  Mistake("MATCH (n) SET n:$any(x)", .unexpectedSyntax, at: "x", "`$(…)`"),
  Mistake("RETURN $(1)", .unexpectedSyntax, at: "$", "a label or type"),
  Mistake("RETURN 1 IS :: INTEGR", .unexpectedSyntax, at: "INTEGR", "`INTEGER`"),
  Mistake("RETURN 1 IS :: LIST<>", .unexpectedSyntax, at: ""),
  Mistake("RETURN CAST(1, INTEGER)", .unexpectedSyntax, at: ","),
  Mistake("RETURN PROPERTY_EXISTS(n, 'x')", .unexpectedSyntax, at: "'x'", "without quotes"),
  Mistake("RETURN CASE WHEN > 2 THEN 1 END", .unexpectedSyntax, at: ">"),
  Mistake("RETURN allReduce(0, x IN xs | 1, true)", .unexpectedSyntax, at: "0"),
  // literals
  Mistake("RETURN 9223372036854775808", .integerOverflow, at: "9223372036854775808"),
  Mistake("RETURN -9223372036854775809", .integerOverflow, at: "9223372036854775809"),
  Mistake("RETURN 0x8000000000000000", .integerOverflow, at: "0x8000000000000000"),
  Mistake("RETURN -0o1000000000000000000001", .integerOverflow, at: "0o1000000000000000000001"),
  Mistake("RETURN 1.34E999", .floatingPointOverflow, at: "1.34E999"),
  Mistake("RETURN 12h34", .invalidNumberLiteral, at: "12h34"),
  Mistake("RETURN 0x", .invalidNumberLiteral, at: "0x"),
  Mistake("RETURN 0x1G", .invalidNumberLiteral, at: "0x1G"),
  Mistake("RETURN 0o8", .invalidNumberLiteral, at: "0o8"),
  Mistake("RETURN 1e", .invalidNumberLiteral, at: "1e"),
  Mistake("RETURN 012", .invalidNumberLiteral, at: "012", "0o"),
  Mistake("RETURN 1.", .unexpectedSyntax, at: ""),
  Mistake("RETURN 12#34", .unexpectedSyntax, at: "#"),
  Mistake("RETURN '\\uH'", .invalidUnicodeLiteral, at: "\\uH"),
  Mistake("RETURN 'a\\u12é4'", .invalidUnicodeLiteral, at: "\\u12é"),
  Mistake("RETURN '\\uD83D'", .invalidUnicodeLiteral, at: "\\uD83D"),
  Mistake("RETURN '\\U00110000'", .invalidUnicodeLiteral, at: "\\U00110000"),
  Mistake("RETURN 'a\\qb'", .unexpectedSyntax, at: "\\q", "`\\\\`"),
  Mistake("RETURN 42 — 41", .invalidUnicodeCharacter, at: "—", "`-`"),
  Mistake("RETURN ‘a’", .invalidUnicodeCharacter, at: "‘", "`'`"),
  Mistake("RETURN 'abc", .unexpectedSyntax, at: "'", "close it"),
  Mistake("RETURN `abc", .unexpectedSyntax, at: "`"),
  Mistake("RETURN 1 /* abc", .unexpectedSyntax, at: "/", "`*/`"),
  Mistake("RETURN $", .unexpectedSyntax, at: "$", "`$name`"),
  // lists, maps, brackets
  Mistake("RETURN [, ]", .unexpectedSyntax, at: ","),
  Mistake("RETURN [[[]]", .unexpectedSyntax, at: ""),
  Mistake("RETURN [1 2]", .unexpectedSyntax, at: "2"),
  Mistake("RETURN {, }", .unexpectedSyntax, at: ","),
  Mistake("RETURN {[]}", .unexpectedSyntax, at: "["),
  Mistake("RETURN {'a': 1}", .unexpectedSyntax, at: "'a'", "back quotes"),
  Mistake("RETURN {1a: 1}", .unexpectedSyntax, at: "1a", "back quotes"),
  Mistake("MATCH (n:1) RETURN n", .unexpectedSyntax, at: "1", "back quotes"),
  Mistake("RETURN {param}", .unexpectedSyntax, at: "{param}", "`$param`"),
  Mistake("RETURN 1)", .unexpectedSyntax, at: ")", "no bracket"),
  Mistake("RETURN 1 != 2", .unexpectedSyntax, at: "!", "`<>`"),
  Mistake("RETURN 1 == 2", .unexpectedSyntax, at: "=", "single `=`"),
  Mistake("RETURN a = NOT b", .unexpectedSyntax, at: "NOT", "brackets"),
  // patterns
  Mistake("MATCH (a)-[:LIKES..]->(b) RETURN b", .invalidRelationshipPattern, at: "..", "`*1..3`"),
  Mistake("MATCH (a)-[:LIKES*-2]->(b) RETURN b", .invalidRelationshipPattern, at: "*-"),
  Mistake("MATCH (a)-[*1.5]->(b) RETURN b", .invalidRelationshipPattern, at: "*1.5"),
  Mistake("MATCH (a)-[*$n]->(b) RETURN b", .invalidParameterUse, at: "$n"),
  Mistake("MATCH (n {p}) RETURN n", .unexpectedSyntax, at: "{p}", "`$p`"),
  Mistake("CREATE (a)->(b)", .unexpectedSyntax, at: ">"),
  Mistake("MATCH (a) ((b)-->(c)) RETURN a", .invalidRelationshipPattern, at: "(b)"),
  Mistake("MATCH (a)-->(TRAIL (b)-->(c))-->(d) RETURN a", .unexpectedSyntax, at: "(TRAIL (b)-->(c))"),
  Mistake("MATCH p = SHORTEST (a)-->(b) RETURN a", .unexpectedSyntax, at: "("),
  Mistake("MATCH ANY SHORTEST TRAIL ACYCLIC (a)-->(b) RETURN a", .unexpectedSyntax, at: "ACYCLIC"),
  Mistake("MATCH (a) (TRAIL (b)-->(c))+ RETURN a", .unexpectedSyntax, at: "(TRAIL (b)-->(c))+"),
  Mistake("MATCH (a) (p = (b)-->(c))+ RETURN a", .unexpectedSyntax, at: "p"),
  Mistake("MATCH a RETURN a", .unexpectedSyntax, at: "a"),
  Mistake("MATCH (n) RETURN (n)-[]->()", .unexpectedSyntax, at: "(n)-[]->()"),
  Mistake("MATCH (n) RETURN size((n)-->())", .unexpectedSyntax, at: "(n)-->()", "exists"),
  Mistake("MATCH (n) WHERE (n)-->() = true RETURN n", .unexpectedSyntax, at: "(n)-->()"),
  Mistake("CREATE (n WHERE n.x = 1)", .unexpectedSyntax, at: "WHERE"),
  Mistake("CREATE shortestPath((a)-[*]-(b))", .unexpectedSyntax, at: "shortestPath"),
  Mistake("SET n =", .unexpectedSyntax, at: ""),
  Mistake("SET n", .unexpectedSyntax, at: ""),
  Mistake("MATCH (n) SET 1 = 2", .unexpectedSyntax, at: "1"),
]

@Suite("syntax errors")
struct ErrorTests {
  @Test("an error has its code, points at the place and says what to do", arguments: mistakes)
  func mistake(_ mistake: Mistake) throws {
    let error = try #require(failure(mistake.text))
    #expect(error.code == mistake.code)
    #expect(words(error.range, of: mistake.text) == mistake.words)
    if mistake.words.isEmpty { #expect(error.range.start == mistake.text.utf8.count) }
    if let suggestion = mistake.suggestion {
      #expect(error.suggestion?.contains(suggestion) == true, "\(String(describing: error.suggestion))")
    }
    #expect(error.phase == .compile)
    #expect(!error.message.hasSuffix("."))
  }

  @Test("a message says what was found and what was expected")
  func message() {
    #expect(failure("RETURN [1 2]")?.message == "found `2`, expected `,` or `]`")
    #expect(failure("MATCH (n) RETURN")?.message == "found the end of the query, expected an expression")
  }

  private func failure(_ text: String) -> QueryError? {
    do throws(QueryError) {
      _ = try parse(text)
      return nil
    } catch {
      return error
    }
  }

  @Test("every code has a status of five characters, in a class of ISO GQL or one of ours")
  func status() {
    for code in QueryError.Code.allCases {
      let status = code.gqlStatus
      #expect(status.utf8.count == 5 && ["42", "22", "25", "G1", "53", "54", "58"].contains(String(status.prefix(2))))
    }
  }
}
