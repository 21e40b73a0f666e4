import GraphCore
import QueryExecutor
import QueryLanguage
import Testing

@Suite("changing statements")
struct UpdatingTests {
  @Test("MERGE finds what an earlier row of it made")
  func mergeSeesItsOwn() throws {
    let graph = try TestGraph()
    #expect(
      try graph.rows(
        "UNWIND [1, 2, 1, 2, 1] AS x MERGE (n:N {id: x}) ON CREATE SET n.made = 1 ON MATCH SET n.found = coalesce(n.found, 0) + 1 RETURN n"
      ) == ["(1)", "(2)", "(1)", "(2)", "(1)"])
    #expect(try graph.rows("MATCH (n:N) RETURN n.id, n.made, n.found ORDER BY n.id") == ["1|1|2", "2|1|1"])
  }

  @Test("MERGE of a path takes all of it or makes all of it that is not known")
  func mergePaths() throws {
    let graph = try TestGraph("CREATE (:A {id: 1}), (:B {id: 2})")
    try graph.run("MATCH (a:A) MERGE (a)-[:R]->(b:B {id: 2})")
    #expect(try graph.value("MATCH (b:B) RETURN count(*)") == "2")
    try graph.run("MATCH (a:A), (b:B) MERGE (a)-[:R]-(b)")
    #expect(try graph.value("MATCH (:A)-[r:R]-(:B) RETURN count(*)") == "2")
    #expect(graph.error("MERGE (n:N {id: null})")?.code == .mergeReadOwnWrites)
  }

  @Test("SET goes row by row: each row sees what those before it have set")
  func setsRowByRow() throws {
    let graph = try TestGraph("CREATE (:N {x: 0})")
    try graph.run("MATCH (n:N) UNWIND [1, 2, 3] AS i SET n.x = n.x * 10 + i")
    #expect(try graph.value("MATCH (n:N) RETURN n.x") == "123")
  }

  @Test("a MATCH does not see what the same statement makes of it")
  func isolation() throws {
    let graph = try TestGraph("UNWIND range(1, 3000) AS i CREATE (:N)")
    try graph.run("MATCH (n:N) CREATE (:N)")
    #expect(try graph.value("MATCH (n:N) RETURN count(*)") == "6000")
    try graph.run("MATCH (n:N) SET n:M REMOVE n:N WITH count(*) AS c MATCH (m:M) SET m.c = c")
    #expect(try graph.value("MATCH (n:M) RETURN count(n.c), min(n.c)") == "6000|6000")
  }

  @Test("SET of all properties replaces or adds, REMOVE and null take away, null targets are left alone")
  func properties() throws {
    let graph = try TestGraph("CREATE (:N {a: 1, b: 2})")
    #expect(try graph.rows("MATCH (n:N) SET n += {b: 3, c: 4} RETURN n.a, n.b, n.c") == ["1|3|4"])
    #expect(try graph.rows("MATCH (n:N) SET n = {d: 5} RETURN keys(n)") == ["[d]"])
    #expect(try graph.rows("MATCH (n:N) SET n.d = null RETURN keys(n)") == ["[]"])
    #expect(try graph.rows("MATCH (n:N) REMOVE n.nothing, n:Nothing RETURN labels(n)") == ["[N]"])
    #expect(try graph.rows("OPTIONAL MATCH (n:None) SET n.x = 1, n:L REMOVE n.y DELETE n RETURN n") == ["null"])
  }

  @Test("LIMIT above a change does not cut the change short, below one it does not run on")
  func limits() throws {
    let graph = try TestGraph()
    #expect(try graph.rows("UNWIND range(1, 5000) AS i CREATE (n:N {id: i}) RETURN n LIMIT 1") == ["(1)"])
    #expect(try graph.value("MATCH (n:N) RETURN count(*)") == "5000")
    try graph.run("MATCH (n:N) SET n.x = 1 WITH n LIMIT 0 SET n.y = 1")
    #expect(try graph.value("MATCH (n:N) RETURN count(n.x), count(n.y)") == "5000|0")
    // 125 billion combinations, of which two are asked for.
    try graph.run("MATCH (a:N), (b:N), (c:N) WITH a, c LIMIT 2 CREATE (a)-[:R]->(c)")
    #expect(try graph.value("MATCH ()-[r:R]->() RETURN count(*)") == "2")
  }

  @Test(
    "a statement that fails leaves the graph as it was",
    arguments: [
      "MATCH (a:A) DELETE a", "CREATE (:New) WITH 1 AS x MATCH (a:A) SET a.x = 1 DELETE a",
      "MATCH (a:A) DETACH DELETE a RETURN a.id", "MATCH (a:A) SET a.x = 1, a:New WITH a RETURN 1 / (a.x - 1)",
      "MATCH (a)-[r:R]->(b) DELETE r WITH a, b CREATE (a)-[:New]->(b) SET a.x = {}",
      "UNWIND [1, 2, 0] AS x MERGE (n:New {id: x}) SET n.y = 1 / x", "MATCH (a:A) SET a.x = [1, [2]]",
      "MATCH (a:A) SET a = {id: 9} WITH a MATCH (b:B) CREATE (b)-[:R {x: 1 / 0}]->(a)",
      "MATCH (a:A) DETACH DELETE a CREATE (a)-[:R]->(:New)",
    ], [false, true])
  func rollsBack(query: String, isFolded: Bool) throws {
    let graph = try TestGraph("CREATE (:A {id: 1})-[:R {w: 1}]->(:B {id: 2})")
    if isFolded { graph.fold() }
    let picture = [
      "MATCH (n) RETURN id(n), labels(n), properties(n), COUNT { (n)--() } ORDER BY id(n)",
      "MATCH (a)-[r]->(b) RETURN id(r), type(r), a, b, properties(r) ORDER BY id(r)",
    ]
    let before = try picture.map { try graph.rows($0) }
    let error = try #require(graph.error(query), "\(query) ran")
    #expect(error.phase == .runtime)
    #expect(error.range.start >= 0 && error.range.end <= query.utf8.count)
    #expect(try picture.map { try graph.rows($0) } == before)
  }

  @Test("DELETE takes edges and nodes of one statement together, and each only once")
  func deletes() throws {
    let graph = try TestGraph("CREATE (a:A {id: 1})-[:R]->(b:B {id: 2}), (a)-[:R]->(b), (a)-[:S]->(a)")
    #expect(graph.error("MATCH (a:A) DELETE a")?.code == .deleteConnectedNode)
    try graph.run("MATCH (a:A)-[r]->(x), p = (a)-[:S]->(a) DELETE p, r, a")
    #expect(try graph.rows("MATCH (n) RETURN n") == ["(2)"])
    #expect(try graph.rows("MATCH (b:B) DETACH DELETE b, b RETURN 1") == ["1"])
    #expect(try graph.value("MATCH (n) RETURN count(*)") == "0")
  }

  @Test("what is deleted can be returned and its type told, but not be looked into")
  func deletedElements() throws {
    let graph = try TestGraph("CREATE (:A {id: 1})-[:R]->(:A {id: 2})")
    #expect(try graph.rows("MATCH ()-[r:R]->() DELETE r RETURN type(r)") == ["R"])
    #expect(graph.error("MATCH (a:A {id: 1}) DELETE a RETURN a.id")?.code == .deletedEntityAccess)
    #expect(graph.error("MATCH (a:A {id: 1}) DELETE a RETURN labels(a)")?.code == .deletedEntityAccess)
  }

  @Test("a reading plan cannot change a graph that is only read")
  func readOnly() throws {
    let graph = PropertyGraph()
    let planned = try TestGraph.planned("CREATE (a)", graph)
    #expect { try execute(planned, reading: graph, transaction: nil, options: ExecutionOptions()) } throws: { error in
      (error as? QueryError)?.code == .readOnly
    }
  }
}
