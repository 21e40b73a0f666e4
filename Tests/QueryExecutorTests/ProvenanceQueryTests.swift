import GraphCore
import QueryExecutor
import QueryLanguage
import Testing

@Suite("who says so, in queries")
struct ProvenanceQueryTests {
  /// Two papers, two days apart, each with a claim about one event; the agent is stated by the first alone.
  private func sample() throws -> TestGraph {
    try TestGraph(
      """
      CREATE (one:Actor:Organization {id: 'one', name: 'Paper One'}), (two:Actor:Organization {id: 'two', name: 'Paper Two'}),
        (agent:Actor:Group {id: 'agent', name: 'Agent'}), (e:Event {id: 'e', name: 'blast'}),
        (r1:Report {id: 'r1', published: date('2024-03-22')})-[:PUBLISHED_BY]->(one),
        (r2:Report {id: 'r2', published: date('2024-03-24')})-[:PUBLISHED_BY]->(two),
        (r1)-[:CONTAINS {start: 0, end: 5, sentence: 0}]->(c1:Claim {id: 'c1', text: 'words', stance: 'asserts'}),
        (r2)-[:CONTAINS {start: 7, end: 9, sentence: 1}]->(c2:Claim {id: 'c2', text: 'more', stance: 'asserts'}),
        (one)-[:MADE]->(c1)-[:ABOUT]->(e), (two)-[:MADE]->(c2)-[:ABOUT]->(e)
      """,
      """
      MATCH (a {id: 'agent'}), (e {id: 'e'}), (c {id: 'c1'})
      CREATE (a)-[:AGENT_OF {claims: [elementId(c)]}]->(e)
      """)
  }

  @Test(
    "functions and filters weigh the claims behind an element",
    arguments: [
      ("MATCH (e:Event) RETURN [c IN claims(e) | c.id], origins(e), status(e)", "[c1, c2]|2|asserted"),
      (
        "MATCH ()-[r:AGENT_OF]->() RETURN [c IN claims(r) | c.id], [s IN speakers(r) | s.id], origins(r)",
        "[c1]|[one]|1"
      ),
      ("MATCH (e:Event) RETURN [c IN roots(e) | c.id]", "[c1, c2]"),
      ("MATCH ()-[r:MADE]->(:Claim {id: 'c1'}) RETURN status(r), origins(r)", "unattested|0"),
      ("MATCH (e:Event) RETURN [x IN evidence(e) | x.start]", "[0, 7]"),
      ("OPTIONAL MATCH (n:Nothing) RETURN claims(n), status(n)", "null|null"),
      ("MATCH (e:Event) RETURN [c IN claims(e) | c.id] AS OF date('2024-03-23')", "[c1]"),
      ("MATCH (e:Event) RETURN [c IN claims(e) | c.id] AS OF datetime('2024-03-24T10:00Z')", "[c1, c2]"),
      ("MATCH (e:Event) RETURN [c IN claims(e) | c.id], origins(e) AS OF date('2024-03-21')", "[]|0"),
      ("MATCH (c:Claim) RETURN collect(c.id) AS OF date('2024-03-23')", "[c1]"),
      ("MATCH (e:Event) RETURN [c IN claims(e) | c.id] WITHOUT SOURCE 'Paper One'", "[c2]"),
      ("MATCH (a)-[:AGENT_OF]->() RETURN count(*) WITHOUT SOURCE 'Paper One'", "0"),
      ("MATCH (a)-[:AGENT_OF]->() RETURN count(*) WITHOUT SOURCE 'Paper Two'", "1"),
      ("MATCH (a)-[:AGENT_OF]->() RETURN count(*) WITHOUT SOURCE 'Nobody'", "1"),
      ("MATCH (a)-[:AGENT_OF]->() RETURN count(*) WITHOUT SOURCE ['Paper Two', 'Paper One']", "0"),
      ("MATCH (a)-[:AGENT_OF]->() RETURN count(*) ONLY SOURCE 'Paper One'", "1"),
      ("MATCH (c:Claim) RETURN collect(c.id) ONLY SOURCE 'Paper Two'", "[c2]"),
      ("MATCH (c:Claim) RETURN collect(c.id) ONLY SOURCE ['Paper One', 'Paper Two']", "[c1, c2]"),
      ("MATCH (c:Claim) RETURN collect(c.id) ONLY SOURCE 'Nobody'", "[]"),
      ("MATCH (n)-[*0..3]-(m) WHERE m:Claim RETURN collect(DISTINCT m.id) AS OF date('2024-03-23')", "[c1]"),
      ("MATCH (c:Claim) RETURN collect(c.id) AS OF date($day)", "[c1]"),
    ])
  func provenance(query: String, expected: String) throws {
    let graph = try sample()
    #expect(try graph.value(query, ["day": .string("2024-03-22")]) == expected)
    graph.fold()
    #expect(try graph.value(query, ["day": .string("2024-03-22")]) == expected, "folded")
  }

  @Test(
    "a filter that is no day or no name is refused where it stands",
    arguments: [
      "MATCH (n) RETURN n AS OF '2024'", "MATCH (n) RETURN n WITHOUT SOURCE 5", "MATCH (n) RETURN n ONLY SOURCE [1]",
    ])
  func refuses(query: String) throws {
    let error = try #require(try sample().error(query))
    #expect(error.code == .invalidArgumentType)
    #expect(error.range.end == query.utf8.count && !error.range.isEmpty)
  }

  @Test("functions that take nodes and edges refuse anything else")
  func wrongKinds() throws {
    #expect(try sample().error("UNWIND [1] AS x RETURN claims(x)")?.code == .invalidArgumentValue)
  }
}
