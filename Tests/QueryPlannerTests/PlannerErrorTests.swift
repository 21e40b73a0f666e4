import GraphCore
import QueryLanguage
import QueryPlanner
import Testing

@Suite("mistakes that the planner finds")
struct PlannerErrorTests {
  /// A query with the wrong part between `«` and `»`, and the code of the error that names it.
  private static let mistakes: [(query: String, code: QueryError.Code)] = [
    ("MATCH (a) RETURN «b»", .undefinedVariable),
    ("MATCH (a) WITH a.x AS x RETURN «a»", .undefinedVariable),
    ("RETURN [x IN [1] | «y»]", .undefinedVariable),
    ("MATCH (a) WHERE («b»)-->(a) RETURN a", .undefinedVariable),
    ("MATCH (a) UNWIND [1] AS «a» RETURN a", .variableAlreadyBound),
    ("MATCH (a) CREATE («a» {x: 1})", .variableAlreadyBound),
    ("MATCH (a)-[r]->() CREATE (a)-[«r»:R]->()", .variableAlreadyBound),
    ("MATCH (a)-[a]->() RETURN 1", .variableTypeConflict),
    ("MATCH (a)-[r]->()-[«r»]->() RETURN 1", .relationshipUniquenessViolation),
    ("MATCH (a) WITH «a.x» RETURN 1", .noExpressionAlias),
    ("RETURN 1 AS x, «2» AS x", .columnNameConflict),
    ("«RETURN *»", .noVariablesInScope),
    ("RETURN 1 AS x UNION «RETURN 2 AS y»", .differentColumnsInUnion),
    ("MATCH (a) WHERE «count(a)» > 1 RETURN a", .invalidAggregation),
    ("MATCH (a) RETURN sum(«count(a)»)", .nestedAggregation),
    ("MATCH (a) RETURN «a».x + count(*)", .ambiguousAggregationExpression),
    ("MATCH (a) RETURN count(«rand()»)", .nonConstantExpression),
    ("MATCH (a) RETURN a LIMIT «a.x»", .nonConstantExpression),
    ("MATCH (a) RETURN a SKIP «-1»", .negativeIntegerArgument),
    ("MATCH (a) RETURN a LIMIT «1.5»", .invalidArgumentType),
    ("CREATE (a)«-[:R|S]->»(b)", .noSingleRelationshipType),
    ("CREATE (a)«-[]->»(b)", .noSingleRelationshipType),
    ("CREATE (a)«-[:R]-»(b)", .requiresDirectedRelationship),
    ("CREATE (a)«-[:R*2]->»(b)", .creatingVarLength),
    ("MATCH (a) DELETE «a:L»", .invalidDelete),
    ("MATCH (a «$p») RETURN a", .invalidParameterUse),
    ("RETURN «nosuch»(1)", .unknownFunction),
    ("RETURN «size»(1, 2)", .invalidNumberOfArguments),
    ("RETURN size(«1»)", .invalidArgumentType),
    ("RETURN NOT «1»", .invalidArgumentType),
    ("RETURN true AND «'x'»", .invalidArgumentType),
    ("RETURN «true» * 2", .invalidArgumentType),
    ("MATCH p = (a)-->() RETURN «p».x", .invalidArgumentType),
    ("MATCH (a) WHERE «a» RETURN a", .invalidArgumentType),
    ("RETURN 1 IN «'x'»", .invalidArgumentType),
    ("CALL «no.such»()", .procedureNotFound),
    // clauses over the table
    ("LET x = 1, y = «x» RETURN y", .undefinedVariable),
    ("UNWIND [1] AS x LET «x» = 2 RETURN x", .variableAlreadyBound),
    ("MATCH (a) LET n = «count(a)» RETURN n", .invalidAggregation),
    ("MATCH (a) FILTER «a» RETURN a", .invalidArgumentType),
    ("FOR x IN «1» RETURN x", .invalidArgumentType),
    ("FOR x IN [1] WITH OFFSET «x» RETURN x", .variableAlreadyBound),
    ("MATCH (a) LIMIT «a.x» RETURN a", .nonConstantExpression),
    ("MATCH (a) ORDER BY «count(a)» RETURN a", .invalidAggregation),
    ("MATCH (a) RETURN «a».x, count(*) GROUP BY a.y", .ambiguousAggregationExpression),
    ("MATCH (a) RETURN count(*) AS n GROUP BY «n»", .invalidAggregation),
    ("LOAD CSV FROM «1» AS row RETURN row", .invalidArgumentType),
    // queries of queries
    ("RETURN 1 AS x EXCEPT «RETURN 2 AS y»", .differentColumnsInUnion),
    ("RETURN 1 AS x NEXT RETURN «y»", .undefinedVariable),
    ("WHEN true THEN RETURN 1 AS x ELSE «RETURN 1 AS y»", .differentColumnsInUnion),
    ("WHEN «1» THEN RETURN 1 AS x", .invalidArgumentType),
    ("UNWIND [1] AS x CALL { RETURN «x» AS y } RETURN y", .undefinedVariable),
    ("UNWIND [1] AS x CALL (x, «x») { RETURN 1 AS y } RETURN y", .variableAlreadyBound),
    ("UNWIND [1] AS x CALL («y») { RETURN 1 AS z } RETURN z", .undefinedVariable),
    ("UNWIND [1] AS x CALL (x) { «RETURN x» } RETURN x", .variableAlreadyBound),
    ("UNWIND [1] AS x CALL (x) { WITH «2» AS x RETURN x AS y } RETURN y", .variableAlreadyBound),
    ("UNWIND [1] AS x CALL { «WITH x AS y» RETURN y } RETURN y", .invalidClauseComposition),
    ("UNWIND [1] AS x CALL { «WITH x LIMIT 1» RETURN x AS y } RETURN y", .invalidClauseComposition),
    ("UNWIND [1] AS x FOREACH («x» IN [1] | CREATE ())", .variableAlreadyBound),
    ("FOREACH (x IN «1» | CREATE ())", .invalidArgumentType),
    // labels, types, forms of expressions
    ("MATCH (a:$(«1»)) RETURN a", .invalidArgumentType),
    ("MATCH (a) SET a[«1»] = 2", .invalidArgumentType),
    ("CREATE «(:$any(['A']))»", .unexpectedSyntax),
    ("RETURN «CAST(1 AS NODE)»", .invalidArgumentType),
    ("RETURN PROPERTY_EXISTS(«1», a)", .invalidArgumentType),
    ("RETURN same(«1», 2)", .invalidArgumentType),
    ("RETURN «1» IS TRUE", .invalidArgumentType),
    ("RETURN allReduce(a = 0, x IN [1] | a + x, «1»)", .invalidArgumentType),
    ("MATCH (a), (b), «shortestPath((a)-[*2..]->(b))» RETURN 1", .unsupported),
    ("MATCH (a), (b), «p = shortestPath((a)-->()-->(b))» RETURN 1", .invalidRelationshipPattern),
  ]

  private func split(_ query: String) -> (text: String, range: Range<Int>?) {
    var bytes: [UInt8] = []
    var start: Int?
    var end: Int?
    for character in query {
      switch character {
      case "«": start = bytes.count
      case "»": end = bytes.count
      default: bytes += Array(String(character).utf8)
      }
    }
    let range = start.flatMap { start in end.map { start..<$0 } }
    return (String(decoding: bytes, as: UTF8.self), range)
  }

  @Test("each mistake has its code and points at the part that is wrong", arguments: mistakes.indices)
  func mistake(index: Int) throws {
    let (text, range) = split(Self.mistakes[index].query)
    let query = try parse(text)
    do {
      _ = try plan(query, in: PlanningContext(names: Names(), statistics: GraphStatistics()))
      Issue.record("`\(text)` is planned without complaint")
    } catch {
      #expect(error.code == Self.mistakes[index].code, "\(text): \(error.message)")
      #expect(error.phase == .compile, "\(text)")
      if let range {
        #expect(error.range.start == range.lowerBound, "\(text): \(error.message)")
        #expect(error.range.end == range.upperBound, "\(text): \(error.message)")
      }
    }
  }

  @Test(
    "the name that was probably meant is offered",
    arguments: [
      ("MATCH (claim) RETURN clami", "did you mean `claim`?"), ("RETURN toUper('a')", "did you mean `toUpper`?"),
      ("MATCH (n) RETURN n.x ORDER BY coutn(n)", "did you mean `count`?"),
    ])
  func suggestion(text: String, expected: String) throws {
    let query = try parse(text)
    do {
      _ = try plan(query, in: PlanningContext(names: Names(), statistics: GraphStatistics()))
      Issue.record("`\(text)` is planned without complaint")
    } catch {
      #expect(error.suggestion == expected)
    }
  }

  @Test(
    "a statement of too many parts is refused by name, not by running out of stack",
    arguments: [
      "RETURN 1 AS x" + String(repeating: " UNION ALL RETURN 1 AS x", count: 20_000),
      "WITH 1 AS x " + String(repeating: "WITH x ", count: 50_000) + "RETURN x",
      "MATCH (a)" + String(repeating: "-->()", count: 20_000) + " RETURN a",
      "MATCH (a)" + String(repeating: ",()", count: 20_000) + " RETURN a",
    ])
  func tooLong(text: String) throws {
    let query = try parse(text)
    #expect { _ = try plan(query, in: PlanningContext(names: Names(), statistics: GraphStatistics())) } throws: {
      error in
      (error as? QueryError)?.code == .queryTooLong
    }
  }

  @Test(
    "a statement of nearly as many parts as allowed is planned",
    arguments: [
      "RETURN 1 AS x" + String(repeating: " UNION RETURN 1 AS x", count: 240),
      "WITH 1 AS x " + String(repeating: "WITH DISTINCT x ORDER BY x SKIP 0 LIMIT 9 WHERE x > 0 ", count: 160)
        + "RETURN x",
      "MATCH (a)" + (0..<490).map { "-[r\($0):R]->(n\($0):L {p: \($0)})" }.joined() + " RETURN a",
      "MATCH (a)" + (0..<490).map { ",(n\($0):L {p: \($0)})" }.joined() + " RETURN a",
      "MATCH (a) " + String(repeating: "OPTIONAL MATCH (a)-->() ", count: 160) + "RETURN a",
      String(repeating: "CREATE (:N {x: 1}) ", count: 5_000),
    ])
  func long(text: String) throws {
    let planned = try plan(parse(text), in: PlanningContext(names: Names(), statistics: GraphStatistics()))
    #expect(!explain(planned).isEmpty)
  }
}
