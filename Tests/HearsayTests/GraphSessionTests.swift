import Foundation
import Hearsay
import Testing

@Suite("a session over a graph")
struct GraphSessionTests {
  private struct DiskFull: Error {}

  private func count(_ session: GraphSession) throws -> Int64? {
    guard case .integer(let count) = try session.run("MATCH (n) RETURN count(*)").rows[0][0] else { return nil }
    return count
  }

  @Test("rows, effects and columns come back, and what was made is there for the next statement")
  func runs() throws {
    let session = GraphSession()
    let made = try session.run("CREATE (a:A {x: 1})-[:R]->(b:B) RETURN a.x AS x, b")
    #expect(made.columns == ["x", "b"])
    #expect(made.rowCount == 1)
    #expect(made.effects.nodesCreated == 2)
    #expect(made.effects.edgesCreated == 1)
    #expect(made.effects.labelsAdded == 2)
    #expect(try count(session) == 2)
    #expect(try session.run("MATCH (n) RETURN n").effects.isEmpty)
  }

  @Test(
    "a statement that fails at any stage leaves the graph as it was",
    arguments: ["CREATE (", "CREATE (a) RETURN b", "CREATE (a) RETURN $missing", "CREATE (a) RETURN 1 / 0"])
  func fails(text: String) throws {
    let session = GraphSession()
    _ = try session.run("CREATE (:A)")
    #expect(throws: (any Error).self) { try session.run(text) }
    #expect(try count(session) == 1)
    _ = try session.run("CREATE (:A)")
    #expect(try count(session) == 2)
  }

  @Test("what cannot be made durable does not show")
  func persists() throws {
    let session = GraphSession()
    var kept: [GraphChange] = []
    session.persist = { kept += $0 }
    _ = try session.run("CREATE (:A {x: 1})")
    _ = try session.run("MATCH (a:A) RETURN a")
    #expect(kept.count == 1)
    session.persist = { _ in throw DiskFull() }
    #expect(throws: DiskFull.self) { try session.run("CREATE (:A)") }
    #expect(throws: DiskFull.self) {
      try session.apply([.createNode(key: ElementKey("k"), labels: [], properties: [])])
    }
    #expect(try count(session) == 1)
  }

  @Test("changes from elsewhere are applied all or none")
  func applies() throws {
    let session = GraphSession()
    let node = GraphChange.createNode(key: ElementKey("k"), labels: ["A"], properties: [])
    #expect(throws: GraphChangeError.self) { try session.apply([node, node]) }
    #expect(try count(session) == 0)
    try session.apply([node])
    #expect(try count(session) == 1)
  }

  @Test("a result's graph is a snapshot: later statements do not change it")
  func snapshots() throws {
    let session = GraphSession()
    let first = try session.run("CREATE (a:A) RETURN a")
    _ = try session.run("MATCH (a:A) DELETE a")
    #expect(first.graph.nodeCount == 1)
    #expect(session.snapshot.nodeCount == 0)
  }

  @Test("EXPLAIN and PROFILE show subqueries in expressions below the operator that asks them")
  func subqueriesInPlans() throws {
    let session = GraphSession()
    _ = try session.run("CREATE (:A {x: 1})-[:R]->(:B)")
    let query =
      "MATCH (a:A) WHERE EXISTS { (a)-->(:B) } AND CASE WHEN COUNT { (a)-->() } = 1 THEN true END "
      + "RETURN [(a)-->(b) | b.x] AS bs, COLLECT { MATCH (c) WHERE (c)--(a) RETURN c.x } AS cs"
    let plan = try #require(try session.run("EXPLAIN " + query).plan)
    let lines = plan.split(separator: "\n").map { line in
      (depth: line.prefix { $0 == " " }.count, text: line.trimmingCharacters(in: .whitespaces))
    }
    for (name, count) in [("Exists", 2), ("Count", 1), ("Collect", 2)] {
      #expect(lines.count { $0.text == name } == count, "\(name)\n\(plan)")
    }
    for (position, line) in lines.enumerated() where ["Exists", "Count", "Collect"].contains(line.text) {
      #expect(lines[position + 1].depth == line.depth + 2)
    }
    #expect(lines.count { $0.text.hasPrefix("Argument a") } == 5)
    let profile = try #require(try session.run("PROFILE " + query).profile)
    #expect(profile.split(separator: "\n").count == lines.count)
  }

  @Test("EXPLAIN shows the plan and runs nothing")
  func explains() throws {
    let session = GraphSession()
    let result = try session.run("EXPLAIN CREATE (a:A)")
    #expect(result.plan?.contains("Create") == true)
    #expect(try count(session) == 0)
  }

  @Test("unknown names are warnings beside the rows")
  func warns() throws {
    let session = GraphSession()
    _ = try session.run("CREATE (:Actor {name: 'x'})")
    let result = try session.run("MATCH (a:Actr) RETURN a.nam")
    #expect(result.rowCount == 0)
    #expect(
      result.warnings.map(\.sentence) == [
        "unknown label `Actr`; did you mean `Actor`?", "unknown property `nam`; did you mean `name`?",
      ])
  }

  @Test("many small statements are kept, also across the folding of the graph")
  func manyStatements() throws {
    let session = GraphSession()
    for number in 0..<4_000 {
      _ = try session.run("CREATE (:P {i: $i})-[:R]->(:Q)", parameters: ["i": .integer(Int64(number))])
    }
    #expect(try count(session) == 8_000)
    #expect(try session.run("MATCH (p:P {i: 3999})-[:R]->(q:Q) RETURN q").rowCount == 1)
  }
}
