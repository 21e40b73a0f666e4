import GraphCore
import QueryExecutor
import QueryLanguage
import Testing

@Suite("reading statements")
struct ReadingTests {
  /// a→b→c→a by R, a→a and a→d by S; d alone in L2 besides.
  private func sample() throws -> TestGraph {
    try TestGraph(
      """
      CREATE (a:L {id: 'a', x: 1}), (b:L {id: 'b', x: 2}), (c:L:M {id: 'c'}), (d:M {id: 'd', x: 4}),
        (a)-[:R {w: 1}]->(b), (b)-[:R {w: 2}]->(c), (c)-[:R {w: 3}]->(a), (a)-[:S]->(a), (a)-[:S]->(d)
      """)
  }

  @Test(
    "each operator gives the rows that its definition asks for",
    arguments: [
      // scans
      ("MATCH (n) RETURN n ORDER BY n.id", ["(a)", "(b)", "(c)", "(d)"]),
      ("MATCH (n:L:M) RETURN n", ["(c)"]), ("MATCH (n:L|M) RETURN count(n)", ["4"]), ("MATCH (n:!L) RETURN n", ["(d)"]),
      ("MATCH (n:Nothing) RETURN n", []), ("MATCH (n:L), (m:M) RETURN count(*)", ["6"]),
      // expand
      ("MATCH (a {id: 'a'})-->(n) RETURN n ORDER BY n.id", ["(a)", "(b)", "(d)"]),
      ("MATCH (a {id: 'a'})<--(n) RETURN n ORDER BY n.id", ["(a)", "(c)"]),
      ("MATCH (a {id: 'a'})--(n) RETURN n ORDER BY n.id", ["(a)", "(b)", "(c)", "(d)"]),
      ("MATCH (a)-[r:S]-(a) RETURN a", ["(a)"]), ("MATCH (a)-[:R]->(b)-[:R]->(c)-[:R]->(a) RETURN count(*)", ["3"]),
      ("MATCH (a)-[r]->(b)-[s]->(c) WHERE a.id = 'a' AND c.id = 'a' RETURN count(*)", ["0"]),
      ("MATCH (a)--(b)--(c) RETURN count(*)", ["16"]),
      // known edges
      ("MATCH ()-[r:R {w: 2}]->() MATCH (x)-[r]->(y) RETURN x, y", ["(b)|(c)"]),
      ("MATCH ()-[r:R {w: 2}]->() MATCH (x)-[r]-(y) RETURN x, y ORDER BY x.id", ["(b)|(c)", "(c)|(b)"]),
      ("MATCH ()-[r:R {w: 2}]->() MATCH (x)<-[r]-(y) RETURN x, y", ["(c)|(b)"]),
      ("MATCH ()-[r:R {w: 2}]->() MATCH (x)-[r:S]->(y) RETURN x, y", []),
      // variable length
      ("MATCH (a {id: 'a'})-[:R*]->(n) RETURN n ORDER BY n.id", ["(a)", "(b)", "(c)"]),
      ("MATCH (a {id: 'a'})-[:R*0..1]->(n) RETURN n ORDER BY n.id", ["(a)", "(b)"]),
      ("MATCH (a {id: 'a'})-[:R*2]->(n) RETURN n", ["(c)"]), ("MATCH (a {id: 'a'})-[:R*3..2]->(n) RETURN n", []),
      ("MATCH (a {id: 'a'})<-[r:R*2]-(n) RETURN n, [e IN r | e.w]", ["(b)|[3, 2]"]),
      ("MATCH (n)<-[r:R*2]-(a {id: 'a'}) RETURN n, [e IN r | e.w]", ["(c)|[2, 1]"]),
      ("MATCH (a {id: 'a'})-[r:R* {w: 1}]->(n) RETURN n", ["(b)"]),
      ("MATCH p = (a {id: 'b'})-[*0..2]->() RETURN length(p) AS l, count(*) ORDER BY l", ["0|1", "1|1", "2|1"]),
      (
        "MATCH p = (a {id: 'a'})-[:S*]->(d {id: 'd'}) RETURN p ORDER BY length(p)",
        ["<(a)(d) [4]>", "<(a)(a)(d) [3][4]>"]
      ),
      // optional
      ("MATCH (n:M) OPTIONAL MATCH (n)-[:R]->(m) RETURN n, m ORDER BY n.id", ["(c)|(a)", "(d)|null"]),
      ("OPTIONAL MATCH (n:Nothing) RETURN n", ["null"]),
      ("OPTIONAL MATCH (n:Nothing) OPTIONAL MATCH (n)-->(m) RETURN n, m", ["null|null"]),
      ("OPTIONAL MATCH (n:Nothing) WITH n MATCH (n)-->(m) RETURN m", []),
      ("MATCH (n {id: 'a'}) OPTIONAL MATCH (n)-[:R]->(m) WHERE m.x > 5 RETURN n, m", ["(a)|null"]),
      (
        "UNWIND ['c', 'd', 'a'] AS i MATCH (n {id: i}) OPTIONAL MATCH (n)-[:R]->(m) RETURN i, m",
        ["c|(a)", "d|null", "a|(b)"]
      ),
      // shortest paths
      ("MATCH (a {id: 'a'}), (c {id: 'c'}) RETURN length(shortestPath((a)-[:R*]->(c)))", ["2"]),
      ("MATCH (a {id: 'a'}), (c {id: 'c'}) RETURN length(shortestPath((a)-[:R*]-(c)))", ["1"]),
      ("MATCH (d {id: 'd'}), (c {id: 'c'}) RETURN shortestPath((d)-[*]->(c))", ["null"]),
      ("MATCH (d {id: 'd'}), (c {id: 'c'}) MATCH p = shortestPath((d)-[*]-(c)) RETURN length(p)", ["2"]),
      ("MATCH (b {id: 'b'}) RETURN length(shortestPath((b)-[:R*]->(b)))", ["3"]),
      ("MATCH (b {id: 'b'}) RETURN length(shortestPath((b)-[:R*]-(b)))", ["3"]),
      ("MATCH (b {id: 'b'}) RETURN size(allShortestPaths((b)-[:R*]-(b)))", ["2"]),
      ("MATCH (b {id: 'b'}) RETURN shortestPath((b)-[:R*..2]-(b))", ["null"]),
      ("MATCH (a {id: 'a'}) RETURN length(shortestPath((a)-[*]-(a)))", ["1"]),
      ("MATCH (b {id: 'b'}) RETURN length(shortestPath((b)-[*0..]-(b)))", ["0"]),
      // projections
      ("UNWIND [3, 1, 2] AS x RETURN x ORDER BY x", ["1", "2", "3"]),
      ("UNWIND [3, null, 1] AS x RETURN x ORDER BY x DESC", ["null", "3", "1"]),
      ("UNWIND [1, 2, 3, 4] AS x RETURN x SKIP 1 LIMIT 2", ["2", "3"]),
      ("UNWIND [1, 1.0, 2, null, null] AS x RETURN DISTINCT x", ["1", "2", "null"]),
      ("UNWIND [] AS x RETURN x", []), ("UNWIND null AS x RETURN x", []), ("UNWIND 5 AS x RETURN x", ["5"]),
      ("UNWIND [1, 2] AS x RETURN x UNION UNWIND [2, 3] AS x RETURN x", ["1", "2", "3"]),
      ("UNWIND [1, 2] AS x RETURN x UNION ALL RETURN 2 AS x", ["1", "2", "2"]),
      ("WITH 1 AS a, 2 AS b WITH *, a + b AS c WHERE c = 3 RETURN *", ["1|2|3"]),
      // aggregation
      ("MATCH (n:Nothing) RETURN count(*), sum(n.x), collect(n.x), min(n.x), avg(n.x)", ["0|0|[]|null|null"]),
      ("MATCH (n:Nothing) RETURN n.x, count(*)", []),
      ("UNWIND range(1, 12) AS i UNWIND [1.5, 0.5, 2.5, -0.5] AS x RETURN avg(x)", ["1.0"]),
      ("UNWIND [1e16, 1.0, -1e16, 1.0] AS x RETURN avg(x)", ["0.5"]),
      ("UNWIND [1e308, 1e308] AS x RETURN avg(x)", ["1e+308"]),
      ("MATCH (n) RETURN count(n.x), sum(n.x), avg(n.x), min(n.x), max(n.x)", ["3|7|2.3333333333333335|1|4"]),
      ("UNWIND [1, 2, 1, null] AS x RETURN x, count(*) ORDER BY x", ["1|2", "2|1", "null|1"]),
      ("UNWIND [1, 2, 1, null] AS x RETURN count(DISTINCT x), collect(DISTINCT x)", ["2|[1, 2]"]),
      ("UNWIND [1, 2, 3, 4] AS x RETURN x % 2 AS odd, sum(x) AS s ORDER BY odd", ["0|6", "1|4"]),
      ("MATCH (n:L) OPTIONAL MATCH (n)-[:S]->(m) RETURN n, count(m) ORDER BY n.id", ["(a)|2", "(b)|0", "(c)|0"]),
      // subqueries, each for its own row
      ("MATCH (n) RETURN n, COUNT { (n)-->() } ORDER BY n.id", ["(a)|3", "(b)|1", "(c)|1", "(d)|0"]),
      ("MATCH (n) WHERE EXISTS { (n)-[:S]->() } RETURN n", ["(a)"]), ("MATCH (n) WHERE NOT (n)-->() RETURN n", ["(d)"]),
      (
        "UNWIND [1, 2] AS x RETURN COLLECT { UNWIND [5, 6, 7] AS y RETURN y * x ORDER BY y DESC LIMIT 2 }",
        ["[7, 6]", "[14, 12]"]
      ),
      ("UNWIND [0, 2] AS x RETURN COLLECT { UNWIND range(1, x) AS y RETURN sum(y) }", ["[0]", "[3]"]),
      ("UNWIND [0, 2] AS x RETURN COUNT { UNWIND range(1, x) AS y RETURN DISTINCT y % 2 }", ["0", "2"]),
      ("MATCH (n:L) RETURN [(n)-[r:R]->(m) WHERE m.x > 1 | m.id] ORDER BY n.id", ["[b]", "[]", "[]"]),
      ("UNWIND [1, 2] AS x RETURN EXISTS { UNWIND [1] AS y WITH y WHERE y = x RETURN y }", ["true", "false"]),
    ] as [(String, [String])])
  func operators(query: String, expected: [String]) throws {
    let graph = try sample()
    #expect(try graph.rows(query) == expected)
    graph.fold()
    #expect(try graph.rows(query) == expected, "folded")
  }

  @Test(
    "three-valued logic",
    arguments: [
      ("null AND false", "false"), ("null AND true", "null"), ("null OR true", "true"), ("null OR false", "null"),
      ("null XOR true", "null"), ("NOT null", "null"), ("null = null", "null"), ("null <> 1", "null"),
      ("1 < null", "null"),
      ("null IN []", "false"), ("null IN [1]", "null"), ("1 IN [2, null]", "null"), ("1 IN [1, null]", "true"),
      ("[1, null] = [1, 2]", "null"), ("[1, null] = [2, 2]", "false"), ("1 < 'a'", "null"), ("1 = '1'", "false"),
      ("0.0/0.0 = 0.0/0.0", "false"), ("0.0/0.0 <> 1", "true"), ("0.0/0.0 > 1", "false"), ("1 >= 0.0/0.0", "false"),
      ("null IS NULL", "true"), ("1 < 2 < 3", "true"), ("1 < 2 < 2", "false"),
      ("any(x IN [null, 1] WHERE x = 1)", "true"),
      ("any(x IN [null] WHERE x = 1)", "null"), ("all(x IN [null, 2] WHERE x = 1)", "false"),
      ("none(x IN [] WHERE x = 1)", "true"),
      ("single(x IN [1, 1] WHERE x = 1)", "false"), ("null STARTS WITH 'a'", "null"),
      ("9223372036854775807 = 9223372036854775808.0", "false"),
    ])
  func logic(expression: String, expected: String) throws {
    #expect(try TestGraph().value("RETURN \(expression)") == expected)
    // The same with values that come from rows.
    #expect(try TestGraph().value("UNWIND [1, 2] AS i WITH i, \(expression) AS v RETURN DISTINCT v") == expected)
  }

  @Test(
    "a guard keeps errors behind it from happening",
    arguments: [
      ("UNWIND [0, 2] AS x RETURN CASE WHEN x = 0 THEN 0 ELSE 4 / x END", ["0", "2"]),
      ("UNWIND [0, 2] AS x RETURN CASE x WHEN 0 THEN 0 ELSE 4 / x END", ["0", "2"]),
      ("UNWIND [0, 2] AS x WITH x WHERE x <> 0 AND 4 / x = 2 RETURN x", ["2"]),
      ("UNWIND [0, 2] AS x RETURN x = 0 OR 4 / x = 2", ["true", "true"]),
      ("UNWIND [0, 2] AS x RETURN [y IN [x] WHERE y <> 0 | 4 / y]", ["[]", "[2]"]),
    ] as [(String, [String])])
  func guards(query: String, expected: [String]) throws {
    #expect(try TestGraph().rows(query) == expected)
  }

  @Test(
    "a fast way of comparing gives what the plain one does",
    arguments: ["=", "<>", "<", "<=", ">", ">="])
  func typedComparisons(op: String) throws {
    let graph = try TestGraph(
      """
      UNWIND [0, 1, 2] AS i CREATE (:N {i: i, f: i + 0.5, s: toString(i)}), (:F {v: CASE i WHEN 1 THEN 0.0/0.0 ELSE i + 0.0 END}),
        (:S {s: CASE i WHEN 1 THEN null ELSE toString(i) END})
      """)
    for label in ["N", "F", "S"] {
      for key in ["i", "f", "s", "v"] {
        for constant in ["1", "1.5", "'1'", "'9'", "0.0/0.0", "null", "true"] {
          let queries = [
            "MATCH (n:\(label)) RETURN n.\(key) \(op) \(constant) ORDER BY id(n)",
            "MATCH (n:\(label)) RETURN \(constant) \(op) n.\(key) ORDER BY id(n)",
          ]
          let plain = try queries.map { try graph.rows($0) }
          graph.fold()
          #expect(try queries.map { try graph.rows($0) } == plain, "\(label).\(key) \(op) \(constant)")
        }
      }
    }
  }

  @Test("IN gives the same for long and for short lists")
  func membership() throws {
    let graph = try TestGraph()
    let long = "[1, 2.0, 'a', true, 0.0/0.0, date('2024-03-22'), 7, 8, 9, 10]"
    for value in ["1", "1.0", "2", "3", "'a'", "'b'", "true", "false", "null", "0.0/0.0", "date('2024-03-22')", "[1]"] {
      let short = try graph.value("RETURN any(x IN \(long) WHERE x = \(value))")
      #expect(try graph.value("UNWIND [\(value), \(value)] AS v RETURN DISTINCT v IN \(long)") == short, "\(value)")
    }
  }

  @Test("nodes with a value of a list come once each, in the order of a scan, folded or not")
  func seekAny() throws {
    let graph = try TestGraph("UNWIND range(1, 40) AS i CREATE (:N {i: i, s: toString(i % 7)})")
    let queries = [
      ("MATCH (n:N) WHERE n.i IN [9, 3, 9, null, 3.0, 'x', 400] RETURN n.i", ["3", "9"]),
      ("MATCH (n:N) WHERE n.i IN [] RETURN n.i", []), ("MATCH (n:N) WHERE n.i IN null RETURN n.i", []),
      ("MATCH (n:N) WHERE n.s IN ['6', '0'] AND n.i < 15 RETURN n.i", ["6", "7", "13", "14"]),
      ("MATCH (n:N) WHERE n.i IN [1, 2, 3, 4, 5, 6, 7, 8, 9, 0.0/0.0] AND n.s = '2' RETURN n.i", ["2", "9"]),
      ("MATCH (m:N {i: 5}) MATCH (n:N) WHERE n.i IN [m.i, 6] RETURN n.i", ["5", "6"]),
    ]
    for (query, expected) in queries { #expect(try graph.rows(query) == expected, "\(query)") }
    graph.fold()
    for (query, expected) in queries { #expect(try graph.rows(query) == expected, "\(query)") }
    let sought = "MATCH (n:N) WHERE n.i IN $wanted RETURN n.i"
    #expect(try graph.rows(sought, ["wanted": .list([.integer(4), .integer(2)])]) == ["2", "4"])
    #expect(graph.error(sought, ["wanted": .integer(4)])?.code == .invalidArgumentType)
  }

  @Test("clock functions show one instant in all rows of a statement")
  func clock() throws {
    #expect(try TestGraph().value("UNWIND range(1, 3000) AS i RETURN count(DISTINCT datetime())") == "1")
    #expect(try TestGraph().value("RETURN toString(date())") == "2024-03-24")
    #expect(try TestGraph().value("UNWIND range(1, 100) AS i WITH rand() AS r RETURN count(DISTINCT r) > 90") == "true")
  }
}
