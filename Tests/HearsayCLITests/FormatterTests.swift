import Hearsay
import Testing

private func formatted(_ query: String, _ format: ResultFormat) throws -> String? {
  format.formatter?.format(try GraphSession().run(query))
}

private let mixed =
  "RETURN 'a,\"b\"\n|' AS `x|y`, null AS n, '' AS e, 1.0 AS f UNION ALL RETURN 'ok' AS `x|y`, 2 AS n, 'b\t\\\\' AS e, -0.5 AS f"

@Test("CSV quotes what must be quoted, and tells null from an empty text")
func csv() throws {
  #expect(try formatted(mixed, .csv) == "x|y,n,e,f\r\n\"a,\"\"b\"\"\n|\",,\"\",1.0\r\nok,2,b\t\\,-0.5\r\n")
}

@Test("TSV keeps each row on its line")
func tsv() throws {
  #expect(try formatted(mixed, .tsv) == "x|y\tn\te\tf\na,\"b\"\\n|\t\\N\t\t1.0\nok\t2\tb\\t\\\\\t-0.5\n")
}

@Test("JSON is one array, JSON Lines an object per line")
func json() throws {
  let query = "UNWIND [1, 2] AS n RETURN n, date('2024-03-22') AS d, [n, null] AS l"
  let rows = ["{\"n\":1,\"d\":\"2024-03-22\",\"l\":[1,null]}", "{\"n\":2,\"d\":\"2024-03-22\",\"l\":[2,null]}"]
  #expect(try formatted(query, .json) == "[\n\(rows[0]),\n\(rows[1])]\n")
  #expect(try formatted(query, .jsonl) == rows.map { $0 + "\n" }.joined())
  #expect(try formatted("MATCH (n) RETURN n", .json) == "[]\n")
}

@Test("Markdown takes nothing in a cell for markup")
func markdown() throws {
  #expect(
    try formatted("RETURN 'a|b*<i>\n' AS t, 3 AS n", .markdown)
      == "| t | n |\n| --- | ---: |\n| a\\|b\\*&lt;i><br> | 3 |\n")
}

@Test("lines stand below the name of their column")
func line() throws {
  #expect(
    try formatted("UNWIND [1, 2] AS n RETURN n, 'a\nb' AS text", .line)
      == "   n = 1\ntext = a\n       b\n\n   n = 2\ntext = a\n       b\n")
}

@Test("a result without columns is no text", arguments: ResultFormat.allCases.filter { $0 != .box })
func noColumns(_ format: ResultFormat) throws {
  #expect(try formatted("CREATE (:A)", format) == "")
}

@Test(
  "nodes, edges and paths are written as patterns",
  arguments: [
    ("a", "(:Actor:State {kind: 'state', name: 'Iran'})", "(:Actor:State {name: 'Iran', …})"),
    ("r", "[:AGENT_OF {since: 1}]", "[:AGENT_OF {…}]"), ("b", "(:`odd label`)", "(:`odd label`)"), ("c", "()", "()"),
    ("[a.name, {k: c}]", "['Iran', {k: ()}]", "['Iran', {k: ()}]"),
    (
      "p", "<(:`odd label`)<-[:AGENT_OF {since: 1}]-(:Actor:State {kind: 'state', name: 'Iran'})-[:X]->()>",
      "<(:`odd label`)<-[:AGENT_OF {…}]-(:Actor:State {name: 'Iran', …})-[:X]->()>"
    ),
  ])
func elements(_ expression: String, _ full: String, _ short: String) throws {
  let session = GraphSession()
  _ = try session.run(
    "CREATE (c)<-[:X]-(a:State:Actor {name: 'Iran', kind: 'state'})-[:AGENT_OF {since: 1}]->(:`odd label`)")
  let result = try session.run("MATCH p = (b:`odd label`)<-[r:AGENT_OF]-(a)-[x:X]->(c) RETURN \(expression)")
  let value = try #require(result.rows.first?.first)
  #expect(ValueText(result.graph).plain(value) == full)
  #expect(ValueText(result.graph, .short).plain(value) == short)
}
