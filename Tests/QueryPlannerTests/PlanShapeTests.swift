import GraphCore
import QueryLanguage
import QueryPlanner
import Testing

@Suite("plans")
struct PlanShapeTests {
  /// 200 people, 10 cities; each person lives in a city and knows two others.
  private static let graph: PropertyGraph = {
    let transaction = GraphTransaction(PropertyGraph())
    let cities = (0..<10).map { transaction.createNode(labels: ["City"], properties: [("name", .string("c\($0)"))]) }
    let people = (0..<200).map { transaction.createNode(labels: ["Person"], properties: [("name", .string("p\($0)"))]) }
    for (number, person) in people.enumerated() {
      _ = transaction.createEdge(type: "LIVES_IN", from: person, to: cities[number % 10], properties: [])
      for step in [1, 7] {
        _ = transaction.createEdge(type: "KNOWS", from: person, to: people[(number + step) % 200], properties: [])
      }
    }
    return transaction.commit()
  }()

  private func planned(_ text: String) throws -> PlannedQuery {
    try plan(parse(text), in: PlanningContext(names: Self.graph.names, statistics: Self.graph.statistics))
  }

  /// The operators without their indentation, last first.
  private func operators(_ text: String) throws -> [String] {
    try explain(planned(text)).split(separator: "\n").map { line in String(line.drop { $0 == " " }) }
  }

  @Test("each operator of a simple match stands on a line of its own, the last first")
  func simple() throws {
    #expect(
      try explain(planned("MATCH (p:Person)-[:LIVES_IN]->(c:City) WHERE c.name = 'c1' RETURN p.name AS name"))
        == """
        Project name
          Extend name
            Filter p
              Expand (c)<-[#2:LIVES_IN]-(p)
                NodeSeek (c:City) by name
                  Unit
        """.replacingVariable(
          in: try explain(
            planned("MATCH (p:Person)-[:LIVES_IN]->(c:City) WHERE c.name = 'c1' RETURN p.name AS name"))))
  }

  @Test(
    "the search starts where fewest rows are expected, on whichever side of the pattern that is",
    arguments: [
      ("MATCH (p:Person)-[:LIVES_IN]->(c:City) RETURN p", "NodeScan (c:City)"),
      ("MATCH (c:City)<-[:LIVES_IN]-(p:Person) RETURN p", "NodeScan (c:City)"),
      ("MATCH (p:Person {name: 'p1'})-[:LIVES_IN]->(c:City) RETURN p", "NodeSeek (p:Person) by name"),
      (
        "MATCH (p:Person)-[:LIVES_IN]->(c:City) WHERE p.name = 'p1' AND p.age = 3 RETURN c",
        "NodeSeek (p:Person) by name"
      ),
      (
        "MATCH (a:Person)-[:KNOWS]->(b:Person)-[:LIVES_IN]->(c:City {name: 'c1'}) RETURN a",
        "NodeSeek (c:City) by name"
      ),
      ("MATCH (a)-[:KNOWS]->(b:Nobody) RETURN a", "NodeScan (b:Nobody)"),
      ("MATCH (a:Person), (b:City) RETURN a, b", "NodeScan (b:City)"),
    ])
  func startsSelectively(text: String, scan: String) throws {
    let scans = try operators(text).filter { $0.hasPrefix("NodeScan") || $0.hasPrefix("NodeSeek") }
    #expect(scans.last == scan)
  }

  @Test("filters stand right behind the operator that gives them their variables")
  func filtersEarly() throws {
    let operators = try operators(
      "MATCH (a:Person)-[:KNOWS]->(b)-[:KNOWS]->(c) WHERE a.name = 'p1' AND b.name = 'p2' AND c.name <> a.name RETURN c"
    )
    let kinds = operators.map { $0.prefix { $0 != " " } }
    #expect(kinds == ["Project", "Extend", "Filter", "Expand", "Filter", "Expand", "NodeSeek", "Unit"])
  }

  @Test(
    "nodes are looked up by a property where its value is known before, and only there",
    arguments: [
      ("MATCH (p:Person) WHERE p.name = $name RETURN p", true),
      ("MATCH (p:Person) WHERE $name = p.name RETURN p", true),
      ("MATCH (c:City) MATCH (p:Person {name: c.name}) RETURN p", true),
      ("MATCH (p:Person) WHERE p.name > 'p1' RETURN p", false),
      ("MATCH (p:Person) WHERE p.name = p.nickname RETURN p", false),
      ("MATCH (p:Person) WHERE p.name = 'p1' OR p.age = 3 RETURN p", false),
      ("MATCH (p:Person) WHERE p.age = 1 / 0 RETURN p", false),
      ("MATCH (p:Person) WHERE p.name IN ['p1', 'p2'] RETURN p", true),
      ("MATCH (p:Person) WHERE p.name IN $names RETURN p", true),
      ("MATCH (p:Person) WHERE p.name IN [p.nickname] RETURN p", false),
      ("MATCH (p:Person) WHERE NOT p.name IN ['p1'] RETURN p", false),
    ])
  func seeks(text: String, isSought: Bool) throws {
    #expect(try operators(text).contains { $0.hasPrefix("NodeSeek") } == isSought)
  }

  @Test(
    "edges that are only counted are not walked",
    arguments: [
      ("MATCH (p:Person)-[:KNOWS]->(q:Person) RETURN count(*)", true),
      ("MATCH (p)-[:KNOWS]->()-[:KNOWS]->() RETURN p.name, count(*)", true),
      ("MATCH (p)-[r:KNOWS]->(q) RETURN count(r), count(q), count(p)", true),
      ("MATCH (p)-[r:KNOWS]->(q) RETURN count(q.name)", false),
      ("MATCH (p)-[:KNOWS]->(q) RETURN q.name, count(*)", false),
      ("MATCH (p)-[:KNOWS]->(q) WHERE p.age <> q.age RETURN count(*)", false),
      ("MATCH (p)-[:KNOWS]->(q) RETURN count(*), count(DISTINCT q)", false),
      ("MATCH (p)-[:KNOWS]->(q)-[:KNOWS]->(p) RETURN count(*)", false),
    ])
  func counts(text: String, isCounted: Bool) throws {
    #expect(try operators(text).contains { $0.hasPrefix("Degree") } == isCounted)
  }

  @Test(
    "a pattern that comes back to a known node is closed by what two neighbourhoods have in common, or by an edge between two known nodes",
    arguments: [
      ("MATCH (a:Person)-[:KNOWS]->(b)-[:KNOWS]->(c)-[:KNOWS]->(a) RETURN a", "Intersect"),
      ("MATCH (a:Person)-[:KNOWS]->(b)-[:LIVES_IN]->(c)<-[:LIVES_IN]-(a) RETURN a", "Intersect"),
      ("MATCH (a:Person)-[:KNOWS]->(b) MATCH (b)-[:KNOWS]->(a) RETURN a", "Intersect"),
      ("MATCH (a:Person), (b:Person) MATCH (b)-[:KNOWS]->(a) RETURN a", "ExpandInto"),
    ])
  func closesCycles(text: String, operator: String) throws {
    #expect(try operators(text).count { $0.hasPrefix(`operator` + " ") } == 1)
  }

  @Test(
    "tests that the graph leaves no doubt about are left out, and others are not",
    arguments: [
      // All edges of the type lead to cities.
      ("MATCH (p:Person)-[:LIVES_IN]->(c:City) WHERE p.name = 'p1' RETURN c", 0),
      ("MATCH (p:Person)-[:KNOWS|LIVES_IN]->(c:City) WHERE p.name = 'p1' RETURN c", 1),
      // PRECEDES runs in no circle, KNOWS does.
      ("MATCH (a {name: 'c1'})-[:PRECEDES]->(b)-[:PRECEDES]->(c) RETURN c", 0),
      ("MATCH (a {name: 'p1'})-[:KNOWS]->(b)-[:KNOWS]->(c) RETURN c", 1),
      ("MATCH (a {name: 'c1'})-[:PRECEDES]->(b)<-[:PRECEDES]-(c) RETURN c", 1),
      // What changes the graph may change what it leaves doubt about.
      ("MATCH (a {name: 'c1'})-[:PRECEDES]->(b)-[:PRECEDES]->(c) CREATE (c)-[:PRECEDES]->(a)", 1),
    ])
  func impliedTests(text: String, filters: Int) throws {
    let transaction = GraphTransaction(Self.graph)
    var cities: [NodeID] = []
    var cursor = 0
    _ = try Self.graph.scanNodes(
      having: [#require(Self.graph.names.label("City"))], from: &cursor, limit: 10, into: &cities)
    // Not in the order of their ids.
    for (from, to) in [(0, 5), (5, 2), (2, 7)] {
      _ = transaction.createEdge(type: "PRECEDES", from: cities[from], to: cities[to], properties: [])
    }
    var graph = transaction.commit()
    graph.fold()
    let planned = try plan(
      parse(text), in: PlanningContext(names: graph.names, statistics: graph.statistics, graph: graph))
    #expect(explain(planned).split(separator: "\n").count { $0.contains("Filter") } == filters)
  }

  @Test(
    "ORDER BY with LIMIT becomes Top, and not otherwise",
    arguments: [
      ("MATCH (a) RETURN a ORDER BY a.name LIMIT 3", true), ("MATCH (a) RETURN a ORDER BY a.name SKIP 2 LIMIT 3", true),
      ("MATCH (a) RETURN a ORDER BY a.name SKIP 2", false), ("MATCH (a) RETURN a LIMIT 3", false),
    ])
  func top(text: String, isTop: Bool) throws {
    #expect(try operators(text).contains { $0.hasPrefix("Top") } == isTop)
  }

  @Test("what is only read is read of the rows that Top keeps, and what may fail of all")
  func readBehindTop() throws {
    #expect(
      try operators("MATCH (p:Person) RETURN p.name AS name, p.age AS age ORDER BY age, name LIMIT 3").prefix(4)
        == ["Project name, age", "Extend name, age", "Top by 2 keys", "NodeScan (p:Person)"])
    for text in ["p.age + 1 AS age", "toUpper(p.name) AS age"] {
      #expect(
        try operators("MATCH (p:Person) RETURN \(text), p.name AS name ORDER BY age LIMIT 3").prefix(3)
          == ["Project age, name", "Top by 1 keys", "Extend age, name"])
    }
    #expect(
      try operators("UNWIND $list AS m RETURN m.name AS name ORDER BY name LIMIT 3").prefix(3)
        == ["Project name", "Top by 1 keys", "Extend name"])
  }

  @Test("a group's key is read below the walk that the group is counted over, and there alone")
  func keysBelowWalk() throws {
    let text = "MATCH (c:City)<-[:LIVES_IN]-(a:Person)-[:KNOWS*0..]->(b) RETURN c.name AS city, count(DISTINCT b) AS n"
    let context = PlanningContext(names: Self.graph.names, statistics: Self.graph.statistics, graph: Self.graph)
    let operators = try explain(plan(parse(text), in: context)).split(separator: "\n").map { $0.drop { $0 == " " } }
    let walk = try #require(operators.firstIndex { $0.hasPrefix("ExpandVariable") })
    #expect(operators[walk + 1] == "Extend city")
    let behind = "MATCH (c:City)<-[:LIVES_IN]-(a)-[:KNOWS*0..]->(b) RETURN b.name AS name, count(DISTINCT c) AS n"
    #expect(try !explain(plan(parse(behind), in: context)).contains("Extend name\n          ExpandVariable"))
  }

  /// The expected rows of each operator, last first.
  private func expected(_ text: String) throws -> [String] {
    var graph = Self.graph
    graph.fold()
    let context = PlanningContext(names: graph.names, statistics: graph.statistics, graph: graph)
    let planned = try plan(parse(text), in: context)
    let estimates = RowEstimates(of: planned.plan, in: context)
    return explain(planned, remark: estimates.remark).split(separator: "\n").compactMap { line in
      line.range(of: "  about ").map { String(line[$0.upperBound...]) }
    }
  }

  @Test("expected rows come from counts and from the values that are there")
  func estimates() throws {
    let one = ["1 row", "1 row", "1 row", "1 row"]
    #expect(try expected("MATCH (p:Person {name: 'p17'}) RETURN p.name AS name") == one)
    #expect(
      try expected("MATCH (c:City)<-[:LIVES_IN]-(p:Person)-[:KNOWS]->(q) RETURN q")
        == ["400 rows", "400 rows", "400 rows", "200 rows", "10 rows", "1 row"])
    #expect(
      try expected("MATCH (c:City)<-[:LIVES_IN]-(p) RETURN c.name AS city, count(*) AS n LIMIT 3").prefix(2)
        == ["3 rows", "3 rows"])
    // In the order of letters 141 of the 200 names stand behind p150.
    #expect(try expected("MATCH (p:Person) WHERE p.name > 'p150' RETURN p").first == "140 rows")
  }

  @Test("WHERE true costs nothing")
  func dropsTrue() throws {
    #expect(try !operators("MATCH (a) WHERE true RETURN a").contains { $0.hasPrefix("Filter") })
  }

  @Test(
    "whether a statement changes the graph is known from its plan",
    arguments: [
      ("MATCH (a) RETURN a", false), ("CREATE (a)", true), ("MATCH (a) SET a.x = 1", true), ("MERGE (a:A)", true),
      ("MATCH (a) REMOVE a.x", true), ("MATCH (a) DELETE a", true), ("UNWIND [1] AS x RETURN x", false),
    ])
  func updating(text: String, changes: Bool) throws {
    let planned = try planned(text)
    #expect(planned.isUpdating == changes)
    #expect(planned.plan.changesGraph == changes)
  }

  @Test("parameters are listed once each, with their first place")
  func parameters() throws {
    let planned = try planned("MATCH (a {name: $name}) WHERE a.x > $least AND a.y > $least RETURN $name")
    #expect(planned.parameters.map(\.name) == ["least", "name"])
    #expect(planned.parameters.map(\.range.start) == [36, 16])
  }

  // MARK: Warnings

  @Test(
    "an unknown label, type or property is a warning with the nearest name",
    arguments: [
      ("MATCH (a:Persn) RETURN a", "UnknownLabel", "did you mean `Person`?", 9),
      ("MATCH (a)-[:KNOW]->() RETURN a", "UnknownEdgeType", "did you mean `KNOWS`?", 12),
      ("MATCH (a:Person) RETURN a.nmae", "UnknownProperty", "did you mean `name`?", 26),
      ("MATCH (a:Person {nme: 1}) RETURN a", "UnknownProperty", "did you mean `name`?", 17),
      ("MATCH (a) WHERE a:Citty RETURN a", "UnknownLabel", "did you mean `City`?", 18),
    ])
  func warns(text: String, code: String, suggestion: String, start: Int) throws {
    let warnings = try planned(text).warnings
    #expect(warnings.map(\.code) == [code])
    #expect(warnings.first?.suggestion == suggestion)
    #expect(warnings.first?.range?.start == start)
  }

  @Test(
    "what is known, made or far from any name gets no false suggestion",
    arguments: [
      ("MATCH (a:Person)-[:KNOWS]->(b) RETURN a.name", 0), ("CREATE (a:Town {size: 1})", 0),
      ("MATCH (a:Zzzzzz) RETURN a", 1), ("MATCH (a:Persn), (b:Persn) RETURN a", 1),
    ])
  func warnsOnce(text: String, count: Int) throws {
    let warnings = try planned(text).warnings
    #expect(warnings.count == count)
    if text.contains("Zzz") { #expect(warnings[0].suggestion == nil) }
  }
}

extension String {
  /// Unnamed variables are numbered; which number is nobody's business.
  fileprivate func replacingVariable(in other: String) -> String {
    guard let number = other.split(separator: "#").dropFirst().first?.prefix(while: \.isNumber) else { return self }
    return split(separator: "#2", omittingEmptySubsequences: false).joined(separator: "#\(number)")
  }
}
