import Foundation
import GraphCore
import QueryExecutor
import QueryLanguage
import Testing

@Suite("hostile and odd statements")
struct HostileQueryTests {
  private func clique(_ size: Int) throws -> TestGraph {
    let graph = try TestGraph(
      "UNWIND range(1, \(size)) AS i CREATE (:N {id: i})",
      "MATCH (a:N), (b:N) WHERE a.id < b.id CREATE (a)-[:R]->(b)")
    graph.limits = ExecutionLimits(rows: 300_000)
    return graph
  }

  @Test(
    "a limit is named, and met before memory is",
    arguments: [
      ("RETURN range(0, 1000000000000)", .memoryLimit),
      ("RETURN size(range(-9223372036854775807, 9223372036854775807))", .memoryLimit),
      ("RETURN reduce(a = [], x IN range(0, 10000) | [a])", .memoryLimit),
      ("RETURN reduce(a = {}, x IN range(0, 10000) | {k: a})", .memoryLimit),
      ("RETURN reduce(a = 1, x IN range(0, 10000) | [y IN [1] | a])", .memoryLimit),
      ("RETURN reduce(a = {}, x IN range(0, 10000) | a {b: a})", .memoryLimit),
      ("RETURN reduce(s = 'x', i IN range(1, 60) | s + s)", .rowLimit),
      ("UNWIND range(1, 3000) AS x RETURN range(1, 20000 + x * 0)", .rowLimit),
      ("UNWIND range(1, 2000) AS x RETURN [y IN range(1, 200) | y]", .rowLimit),
      ("UNWIND range(1, 10000) AS x UNWIND range(1, 10000) AS y RETURN count(*)", .rowLimit),
      ("RETURN size(reduce(a = [], x IN range(0, 100000) | a + x))", .rowLimit),
      ("UNWIND range(1, 400000) AS x CREATE (:N)", .rowLimit),
      ("FOREACH (x IN range(1, 1000000000000) | CREATE (:N))", .memoryLimit),
      ("UNWIND range(1, 1000) AS x CALL (x) { UNWIND range(1, 1000) AS y RETURN y } RETURN count(*)", .rowLimit),
      ("FOR x IN range(1, 1000) FOR y IN range(1, 1000) WITH OFFSET i RETURN sum(i)", .rowLimit),
      (
        "UNWIND range(1, 1000) AS x RETURN x NEXT UNWIND range(1, 1000) AS y RETURN y UNION ALL RETURN x AS y",
        .rowLimit
      ),
      ("RETURN allReduce(a = [], x IN range(0, 10000) | [a], true)", .memoryLimit),
      ("RETURN size(reduce(s = [1], x IN range(1, 60) | [s, s]))", .rowLimit),
      (
        "WITH [1] AS a LET b = {x: a, y: a} LET c = [b, b, b] RETURN reduce(s = c, i IN range(1, 60) | {x: s, y: s})",
        .rowLimit
      ),
      ("RETURN normalize(reduce(s = '\u{301}\u{323}', x IN range(1, 12) | s + s))", .memoryLimit),
      ("RETURN reduce(s = '\u{301}\u{323}', x IN range(1, 12) | s + s) IS NORMALIZED", .memoryLimit),
      ("UNWIND [1] AS x RETURN reduce(a = [x], i IN range(1, 40) | a + a)", .rowLimit),
    ] as [(String, QueryError.Code)])
  func limits(query: String, code: QueryError.Code) throws {
    let graph = try TestGraph()
    graph.limits = ExecutionLimits(rows: 300_000)
    let error = try #require(graph.error(query))
    #expect(error.code == code, "\(error.message)")
    #expect(error.category == .resourceError)
    #expect(error.range.end <= query.utf8.count)
  }

  @Test("what a statement may take of memory is a limit, whatever it is taken for")
  func memory() throws {
    let graph = try TestGraph()
    graph.limits = ExecutionLimits(memory: 64 << 20)
    let error = graph.error(
      "UNWIND range(1, 2000000) AS i WITH {a: i, b: toString(i), c: [i, i]} AS m RETURN size(collect(m))")
    #expect(error?.code == .memoryLimit)
    #expect(error?.suggestion != nil)
  }

  @Test(
    "long lists and long chains are stopped by the clock while they are worked on",
    arguments: [
      "UNWIND range(1, 9000000) AS i CREATE (:N {i: i})",
      "UNWIND range(1, 3000) AS x WITH collect(x) AS l RETURN size([a IN l | [b IN l | a * b % 7]])",
      "RETURN all(x IN range(1, 9000000) WHERE toString(x) <> 'x')",
      "UNWIND range(1, 3000000) AS x RETURN x ORDER BY toString(x) DESC",
    ])
  func clock(query: String) throws {
    let graph = try TestGraph()
    graph.limits = ExecutionLimits(rows: .max, seconds: 0.05)
    #expect(graph.error(query)?.code == .timeLimit)
    #expect(try graph.rows("MATCH (n) RETURN count(n)") == ["0"])
  }

  @Test("threads that a limit or a mistake stops leave nothing behind")
  func stoppedThreads() throws {
    let graph = try TestGraph("UNWIND range(1, 4000) AS i CREATE (:N {id: i})")
    graph.fold()
    for _ in 0..<20 {
      graph.limits = ExecutionLimits(rows: 5_000, threads: 4)
      #expect(graph.error("MATCH (a:N) WHERE a.id > 0 RETURN a.id % 7, count(*), sum(a.id)")?.code == .rowLimit)
      graph.limits = ExecutionLimits(threads: 4)
      #expect(graph.error("MATCH (a:N) RETURN sum(1 / (a.id - 2000))")?.code == .divisionByZero)
    }
    #expect(
      try graph.rows("MATCH (a:N) RETURN count(*), sum(a.id), count(DISTINCT a.id % 10)") == ["4000|8002000|10"])
  }

  @Test("what changes the graph row by row stops at the limit of rows, and the graph is as before")
  func changesStepByStep() throws {
    let graph = try TestGraph("CREATE (:N)")
    graph.limits = ExecutionLimits(rows: 3_000)
    for statement in [
      "FOREACH (x IN range(1, 1000) | FOREACH (y IN range(1, 1000) | CREATE (:N)))",
      "UNWIND range(1, 1000) AS x CALL (x) { UNWIND range(1, 1000) AS y CREATE (:N) }",
      "UNWIND range(1, 1000) AS x CALL (x) { WHEN x > 0 THEN UNWIND range(1, 1000) AS y CREATE (:N) }",
    ] {
      #expect(graph.error(statement)?.code == .rowLimit, "\(statement)")
      #expect(try graph.value("MATCH (n) RETURN count(*)") == "1")
    }
  }

  @Test("what is nested is evaluated once a level")
  func nestedSubjects() throws {
    var cases = "1"
    var chain = "1"
    for _ in 0..<60 {
      cases = "CASE \(cases) WHEN 2 THEN 3 WHEN > 5 THEN 2 ELSE 1 END"
      chain = "CASE WHEN 0 < \(chain) + 0 < 3 THEN 1 END"
    }
    #expect(try TestGraph().value("RETURN \(cases)") == "1")
    #expect(try TestGraph().value("RETURN \(chain)") == "1")
  }

  @Test(
    "queries nested as deep as the parser takes them run, deeper ones are refused",
    arguments: [
      ("{ ", "RETURN 1 AS x", " }"), ("CALL { ", "CREATE (:N)", " }"), ("CALL () { ", "CREATE (:N)", " }"),
      ("WHEN true THEN { ", "RETURN 1 AS x", " }"), ("FOREACH (x IN [1] | ", "CREATE (:N)", ")"),
    ])
  func nestedQueries(open: String, inner: String, close: String) throws {
    func nested(_ depth: Int) -> String {
      // Names of FOREACH have to differ.
      (0..<depth).map { open.replacingOccurrences(of: "x IN", with: "x\($0) IN") }.joined() + inner
        + String(repeating: close, count: depth)
    }
    _ = try TestGraph().run(nested(90))
    #expect(try TestGraph().error(nested(100_000 / open.utf8.count))?.code == .nestingTooDeep)
  }

  @Test(
    "walks and products that explode stop at the limit of rows",
    arguments: [
      "MATCH p = (a)-[*1..]-(b) RETURN count(p)", "MATCH (a)-[:R*]-(b) RETURN count(*)",
      "MATCH (a), (b), (c), (d) RETURN count(*)", "MATCH (a)--(b)--(c)--(d) RETURN count(*)",
      "MATCH (a {id: 1}), (b {id: 30}) RETURN size([(a)-[*]-(b) | 1])",
      "MATCH (a) OPTIONAL MATCH (b)--(c)--(d) RETURN count(*)",
      "MATCH (a) WHERE COUNT { (b)--(c)--(d)--(a) } > 5 RETURN count(*)",
      "MATCH (a {id: 1}), (b {id: 30}) MATCH (a)-[r*5..]-(b) CREATE (:X)",
    ])
  func explosions(query: String) throws {
    let graph = try clique(30)
    #expect(graph.error(query)?.code == .rowLimit)
    #expect(try graph.value("MATCH (n:N) RETURN count(*)") == "30")
  }

  @Test("equally short paths beyond number stop at the limit of rows")
  func shortestPaths() throws {
    // 30 diamonds in a row: 2³⁰ shortest paths.
    let graph = try TestGraph(
      "CREATE (:N {id: 0}) WITH 1 AS x UNWIND range(1, 30) AS i CREATE (:N {id: i}), (:X {id: i}), (:X {id: i})",
      "MATCH (a:N), (x:X), (b:N) WHERE x.id = a.id + 1 AND b.id = x.id CREATE (a)-[:R]->(x)-[:R]->(b)")
    graph.limits = ExecutionLimits(rows: 300_000)
    #expect(
      graph.error("MATCH (a:N {id: 0}), (b:N {id: 30}) RETURN size(allShortestPaths((a)-[*]->(b)))")?.code == .rowLimit)
    #expect(try graph.value("MATCH (a:N {id: 0}), (b:N {id: 30}) RETURN length(shortestPath((a)-[*]->(b)))") == "60")
    #expect(try graph.value("MATCH (a:N {id: 0}), (b:N {id: 3}) RETURN size(allShortestPaths((a)-[*]->(b)))") == "8")
  }

  @Test("LIMIT stops walks that would never end")
  func limitStops() throws {
    let graph = try clique(30)
    #expect(try graph.rows("MATCH (a)-[:R*]-(b) RETURN 1 LIMIT 2") == ["1", "1"])
  }

  @Test(
    "a path longer than the limit ends the statement, wherever the search meets it",
    arguments: [
      "MATCH (a {id: 1})-[*]->(b) RETURN count(*)", "MATCH (a)<-[*]-(b {id: 1}) RETURN count(*)",
      "MATCH (a {id: 1})-[:R]->+(b) RETURN count(*)", "MATCH (a {id: 1}) ((x)-->(y)-->(z))+ (b) RETURN count(*)",
      "MATCH p = ANY SHORTEST (a {id: 1})-->+(b {id: 30}) RETURN length(p)",
      "MATCH p = ALL SHORTEST (a {id: 1})-->+(b) RETURN length(p)",
      "MATCH p = ACYCLIC (a {id: 1})-->+(b) RETURN length(p)",
      "MATCH (a {id: 1}), (b {id: 30}) RETURN shortestPath((a)-[*]->(b))",
      "MATCH p = allShortestPaths((a {id: 1})-[*]->(b {id: 30})) RETURN p",
      "MATCH (a {id: 1}) RETURN [(a)-[*]->(b) | b.id]",
    ])
  func longPaths(query: String) throws {
    let graph = try TestGraph(
      "UNWIND range(1, 30) AS i CREATE (:N {id: i})",
      "MATCH (a:N), (b:N) WHERE b.id = a.id + 1 CREATE (a)-[:R]->(b)")
    graph.limits = ExecutionLimits(pathLength: 28)
    let error = try #require(graph.error(query))
    #expect(error.code == .pathLimit && error.category == .resourceError)
    #expect(!error.range.isEmpty && error.range.end <= query.utf8.count)
    graph.limits = ExecutionLimits(pathLength: 29)
    _ = try graph.rows(query)
  }

  @Test("time is a limit too")
  func time() throws {
    let graph = try clique(30)
    graph.limits = ExecutionLimits(seconds: 0.2)
    #expect(graph.error("MATCH (a)-[:R*]-(b) RETURN count(*)")?.code == .timeLimit)
  }

  @Test(
    "huge numbers where rows are counted are no problem",
    arguments: [
      ("UNWIND [2, 1] AS x RETURN x LIMIT 9223372036854775807", ["2", "1"]),
      ("UNWIND [2, 1] AS x RETURN x ORDER BY x LIMIT 9223372036854775807", ["1", "2"]),
      ("UNWIND [2, 1] AS x RETURN x ORDER BY x SKIP 9223372036854775807 LIMIT 9223372036854775807", []),
      ("UNWIND [2, 1] AS x RETURN x SKIP 9223372036854775807", []), ("UNWIND [2, 1] AS x RETURN x LIMIT 0", []),
      ("UNWIND [2, 1] AS x RETURN x ORDER BY x LIMIT 0", []),
      ("RETURN [1, 2, 3][9223372036854775807], [1, 2][-9223372036854775808]", ["null|null"]),
      ("RETURN [1, 2, 3][-9223372036854775808..9223372036854775807]", ["[1, 2, 3]"]),
      ("RETURN substring('abc', 9223372036854775807), left('abc', 9223372036854775807)", ["|abc"]),
      ("MATCH (a)-[*0..9223372036854775807]->(b) RETURN count(*)", ["0"]),
      ("MATCH (a)-[*9223372036854775807..]->(b) RETURN count(*)", ["0"]),
    ] as [(String, [String])])
  func hugeNumbers(query: String, expected: [String]) throws {
    #expect(try TestGraph().rows(query) == expected)
  }

  @Test(
    "arithmetic out of range is an error with a place, never a trap",
    arguments: [
      "9223372036854775807 + 1", "-9223372036854775808 - 1", "-(-9223372036854775808)", "9223372036854775807 * 2",
      "-9223372036854775808 / -1", "1 / 0", "1 % 0", "abs(-9223372036854775808)", "toInteger(1e300)",
      "reduce(a = 1, x IN range(1, 100) | a * 2)", "duration({months: 9223372036854775807}) + duration({months: 1})",
      "date({year: 9223372036854775807})", "duration({days: 9223372036854775807}) * 2", "range(1, 2, 0)",
      "date('2024-01-01') + duration({days: 9223372036854775807})", "datetime.fromepoch(9223372036854775807, 0)",
      "datetime.fromepochmillis(9223372036854775807)", "duration('P9999999999999999999Y')",
    ])
  func arithmetic(expression: String) throws {
    for query in ["RETURN \(expression)", "UNWIND [1, 2] AS i RETURN i, \(expression)"] {
      guard let error = try TestGraph().error(query) else { continue }
      #expect(error.range.end <= query.utf8.count)
      #expect(error.range.end > 0, "\(query): \(error.message)")
    }
    #expect(try TestGraph().value("UNWIND [9223372036854775806, 1] AS x RETURN sum(x)") == "9223372036854775807")
    #expect(try TestGraph().error("UNWIND [9223372036854775807, 1] AS x RETURN sum(x)")?.code == .numberOutOfRange)
  }

  @Test("parameters may be missing or nested, and the error says where they stand")
  func parameters() throws {
    let graph = try TestGraph()
    #expect(graph.error("RETURN 1, $nme", ["name": .null])?.range.start == 10)
    var deep = Value.integer(1)
    for _ in 0..<1_000 { deep = .list([deep]) }
    #expect(graph.error("RETURN $deep", ["deep": deep])?.code == .memoryLimit)
  }

  @Test(
    "statements of nearly as many parts as allowed run",
    arguments: [
      "RETURN 1 AS x" + String(repeating: " UNION RETURN 1 AS x", count: 240),
      "WITH 1 AS x " + String(repeating: "WITH DISTINCT x ORDER BY x SKIP 0 LIMIT 9 WHERE x > 0 ", count: 160)
        + "RETURN x",
      "OPTIONAL MATCH (a)" + (0..<490).map { "-[r\($0):R]->(n\($0):L {p: \($0)})" }.joined() + " RETURN 1",
      "OPTIONAL MATCH (a)" + (0..<490).map { ",(n\($0):L {p: \($0)})" }.joined() + " RETURN 1",
      "WITH 1 AS x " + String(repeating: "OPTIONAL MATCH (a)-->() WITH 1 AS x ", count: 110) + "RETURN x",
      String(repeating: "CREATE (:N {x: 1}) ", count: 3_000) + "RETURN 1",
      "RETURN " + String(repeating: "CASE WHEN true THEN ", count: 150) + "1" + String(repeating: " END", count: 150),
      "RETURN 1" + String(repeating: " + 0", count: 400), "RETURN 0 = 1" + String(repeating: " OR 1 = 1", count: 3_000),
    ])
  func long(query: String) throws {
    #expect(try ["1", "true"].contains(TestGraph().value(query)))
  }

  @Test("every statement of random tokens ends in rows or in an error with a place", arguments: UInt64(1)...40)
  func randomTokens(seed: UInt64) throws {
    var state = seed
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    let clauses = [
      "MATCH (a)", "MATCH (a)-[r*0..2]-(b)", "OPTIONAL MATCH (a)-->(b)", "WITH *", "WITH a, count(*) AS c",
      "UNWIND [1, null] AS u",
      "WHERE a.id > 1", "CREATE (a)-[:R]->(x)", "MERGE (m:N {id: 1})", "SET a.x = u", "DETACH DELETE a",
      "WITH DISTINCT a ORDER BY a.id LIMIT 3",
      "REMOVE a:N", "MATCH p = shortestPath((a)-[*]-(b))", "WITH collect(a) AS l", "UNWIND l AS a", "RETURN *",
      "RETURN p, l",
      "UNION RETURN 1 AS a", "SET a += {y: [1]}", "WITH [a] AS a", "WHERE EXISTS { (a)-->() }",
      "FILTER a.id > 1", "LET l = [a, null]", "LET t = a.id", "FOR a IN l WITH ORDINALITY i", "ORDER BY t NULLS FIRST",
      "LIMIT 2", "CALL (a) { RETURN a.id AS t }", "CALL (*) { MATCH (a)-->(b) RETURN b }",
      "OPTIONAL CALL { WITH a RETURN 1 AS u }",
      "CALL (a) { CREATE (:New) }", "CALL (a) { WHEN a.id > 1 THEN RETURN 2 AS t ELSE RETURN null AS t }",
      "CALL (a) { DETACH DELETE a }", "FOREACH (x IN l | SET x.y = 1)",
      "FOREACH (x IN [a] | REMOVE x:N CREATE (x)-[:R]->(a))",
      "RETURN a NEXT", "RETURN * NEXT", "RETURN a NEXT MATCH (a) RETURN a UNION ALL RETURN a NEXT",
      "RETURN count(*) AS c NEXT",
      "RETURN a.id AS t, count(*) AS c GROUP BY t NEXT", "EXCEPT RETURN 1 AS a", "OTHERWISE", "FINISH",
      "SET a[toString(t)] = u",
      "MATCH (a:$(t))", "SET a:$(t)", "LET k = CASE a WHEN IS N THEN 1 WHEN IS NULL THEN 2 END",
      "LET v = CAST(t AS STRING)",
    ]
    let graph = try clique(4)
    graph.limits = ExecutionLimits(rows: 100_000)
    for _ in 0..<80 {
      let query =
        (0..<1 + next(6)).map { _ in clauses[next(clauses.count)] }.joined(separator: " ") + " RETURN 1 AS done"
      if let error = graph.error(query) { #expect(error.range.end <= query.utf8.count, "seed \(seed): \(query)") }
    }
  }
}
