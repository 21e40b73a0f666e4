import GraphCore
import Testing

/// Pairs of statements that mean the same, one of them in older words: each is a second opinion on the other.
private let pairs: [(String, String)] = [
  // clauses over the table
  ("MATCH (n) FILTER n.x > 2 RETURN n.x", "MATCH (n) WHERE n.x > 2 RETURN n.x"),
  ("MATCH (n) LET y = n.x * 2, z = n.id RETURN y, z", "MATCH (n) WITH *, n.x * 2 AS y, n.id AS z RETURN y, z"),
  (
    "MATCH (n) WITH collect(n.x) AS xs FOR x IN xs WITH ORDINALITY i RETURN x, i",
    "MATCH (n) WITH collect(n.x) AS xs UNWIND range(1, size(xs)) AS i RETURN xs[i - 1], i"
  ),
  ("MATCH (n) ORDER BY n.id SKIP 2 LIMIT 3 RETURN n.id", "MATCH (n) RETURN n.id ORDER BY n.id SKIP 2 LIMIT 3"),
  (
    "MATCH (n) RETURN n.x AS x ORDER BY x NULLS FIRST LIMIT 3",
    "MATCH (n) RETURN n.x AS x ORDER BY x IS NOT NULL, x LIMIT 3"
  ),
  ("MATCH (n) RETURN n.x AS x, count(*) GROUP BY x", "MATCH (n) RETURN n.x AS x, count(*)"),
  (
    "MATCH (n)-->(m) RETURN count(m) AS c, sum(m.x) GROUP BY n",
    "MATCH (n)-->(m) WITH n, count(m) AS c, sum(m.x) AS s RETURN c, s"
  ),
  // queries of queries
  (
    "MATCH (n:L) RETURN n.x AS x EXCEPT MATCH (n:M) RETURN n.x AS x",
    "MATCH (n:L) WHERE NOT EXISTS { MATCH (m:M) WHERE m.x = n.x OR m.x IS NULL AND n.x IS NULL } RETURN DISTINCT n.x"
  ),
  (
    "MATCH (n:L) RETURN n.x AS x INTERSECT MATCH (n:M) RETURN n.x AS x",
    "MATCH (n:L) WHERE EXISTS { MATCH (m:M) WHERE m.x = n.x OR m.x IS NULL AND n.x IS NULL } RETURN DISTINCT n.x"
  ),
  (
    "MATCH (n:L) RETURN n.id AS i EXCEPT ALL MATCH (n:M) RETURN n.id AS i", "MATCH (n:L&!M) RETURN n.id"
  ),
  (
    "MATCH (n:L&M) RETURN n.id AS i OTHERWISE MATCH (n) RETURN n.id AS i",
    "MATCH (n) WHERE NOT EXISTS { MATCH (m:L&M) } OR n:L&M RETURN n.id"
  ),
  ("MATCH (n) RETURN n NEXT MATCH (n)-->(m) RETURN m.id", "MATCH (n) WITH n MATCH (n)-->(m) RETURN m.id"),
  (
    "MATCH (n) RETURN n.x AS x NEXT RETURN x UNION ALL RETURN x + 1 AS x",
    "MATCH (n) UNWIND [n.x, n.x + 1] AS x RETURN x"
  ),
  (
    "MATCH (n) CALL (n) { MATCH (n)-->(m) RETURN m } RETURN n.id, m.id", "MATCH (n) MATCH (n)-->(m) RETURN n.id, m.id"
  ),
  (
    "MATCH (n) OPTIONAL CALL (n) { MATCH (n)-->(m) RETURN m } RETURN n.id, m.id",
    "MATCH (n) OPTIONAL MATCH (n)-->(m) RETURN n.id, m.id"
  ),
  (
    "MATCH (n) CALL { WITH n MATCH (n)-->(m) RETURN count(m) AS c } RETURN n.id, c",
    "MATCH (n) RETURN n.id, COUNT { (n)-->() }"
  ),
  (
    "MATCH (n) CALL (*) { MATCH (n)-->(m) RETURN m.id AS i UNION MATCH (n)<--(m) RETURN m.id AS i } RETURN n.id, i",
    "MATCH (n)--(m) RETURN DISTINCT n.id, m.id"
  ),
  (
    "MATCH (n) CALL (n) { MATCH (n)-->(m) RETURN m.id AS i ORDER BY i LIMIT 1 } RETURN n.id, i",
    "MATCH (n)-->(m) RETURN n.id, min(m.id)"
  ),
  (
    "MATCH (n) CALL (n) { WHEN n.x > 2 THEN RETURN 'a' AS w WHEN n:L THEN RETURN 'b' AS w } RETURN n.id, w",
    "MATCH (n) WITH n.id AS i, CASE WHEN n.x > 2 THEN 'a' WHEN n:L THEN 'b' END AS w WHERE w IS NOT NULL RETURN i, w"
  ),
  (
    "MATCH (n) WHERE EXISTS { WHEN n.x > 2 THEN { MATCH (n)-->() RETURN 1 AS a } ELSE { RETURN 1 AS a } } RETURN n.id",
    "MATCH (n) WHERE (n)-->() OR NOT coalesce(n.x > 2, false) RETURN n.id"
  ),
  // labels and types
  (
    "UNWIND ['L', 'M'] AS l MATCH (n:$(l)) RETURN n.id",
    "UNWIND [1] AS one MATCH (n:L) RETURN n.id UNION ALL MATCH (n:M) RETURN n.id"
  ),
  ("MATCH (n:$any(['L', 'M'])) RETURN n.id", "MATCH (n:L|M) RETURN n.id"),
  ("MATCH (n:$(['L', 'M'])&!$('K')) RETURN n.id", "MATCH (n:L&M) RETURN n.id"),
  ("MATCH (a)-[r:$('R')*1..3]->(b) RETURN a.id, b.id", "MATCH (a)-[r:R*1..3]->(b) RETURN a.id, b.id"),
  ("MATCH (a)-[r:!$('R')]->(b) RETURN a.id, b.id", "MATCH (a)-[r:S]->(b) RETURN a.id, b.id"),
  ("MATCH (n) WHERE n IS NOT LABELED L RETURN n.id", "MATCH (n) WHERE NOT n:L RETURN n.id"),
  (
    "MATCH (n:L WHERE n.x > 2)-[r:R WHERE r.w > 1]->(m) RETURN m.id",
    "MATCH (n:L)-[r:R]->(m) WHERE n.x > 2 AND r.w > 1 RETURN m.id"
  ),
  // expressions
  (
    "MATCH (n) RETURN CASE n.x WHEN 1, 2 THEN 'a' WHEN > 3 THEN 'b' WHEN IS NULL THEN 'c' END",
    "MATCH (n) RETURN CASE WHEN n.x = 1 OR n.x = 2 THEN 'a' WHEN n.x > 3 THEN 'b' WHEN n.x IS NULL THEN 'c' END"
  ),
  (
    "MATCH (n) WITH collect(n.x) AS xs RETURN allReduce(s = 0, x IN xs | s + x, s < 9)",
    "MATCH (n) WITH collect(n.x) AS xs RETURN all(k IN range(1, size(xs)) WHERE reduce(s = 0, x IN xs[..k] | s + x) < 9)"
  ),
  ("MATCH (n) WHERE n.x IS :: INTEGER NOT NULL RETURN n.id", "MATCH (n) WHERE n.x IS NOT NULL RETURN n.id"),
  ("MATCH (n) RETURN PROPERTY_EXISTS(n, x)", "MATCH (n) RETURN n.x IS NOT NULL"),
  ("MATCH (n) RETURN CAST(toString(n.x) AS INTEGER)", "MATCH (n) RETURN n.x"),
  ("MATCH (n) WHERE 1 < n.x + 0 < 4 RETURN n.id", "MATCH (n) WHERE 1 < n.x AND n.x < 4 RETURN n.id"),
]

@Suite("two ways of saying the same")
struct EquivalenceTests {
  @Test("give the same rows on random graphs", arguments: UInt64(1)...25)
  func same(seed: UInt64) throws {
    let graph = try TestGraph(seed: seed)
    for (first, second) in pairs {
      let (left, right) = (try graph.rows(first).sorted(), try graph.rows(second).sorted())
      #expect(left == right, "seed \(seed)\n\(first)\n\(second)")
    }
  }

  @Test("change the graph alike", arguments: UInt64(1)...10)
  func sameChanges(seed: UInt64) throws {
    let changes = [
      (
        "MATCH (n:L) CALL (n) { CREATE (n)-[:T]->(:New {id: n.id}) }", "MATCH (n:L) CREATE (n)-[:T]->(:New {id: n.id})"
      ),
      (
        "MATCH (n) WITH collect(n.id) AS ids FOREACH (i IN ids | MERGE (m:New {id: i / 2}))",
        "MATCH (n) UNWIND [n.id / 2] AS i MERGE (m:New {id: i})"
      ),
      (
        "MATCH (n) CALL (n) { WHEN n:L THEN SET n.x = 7 ELSE SET n:New }",
        "MATCH (n) SET n.x = CASE WHEN n:L THEN 7 ELSE n.x END WITH n WHERE NOT n:L SET n:New"
      ),
      (
        "MATCH (n:M) SET n[toLower('Y')] = n.id, n:$('New') REMOVE n:$(['M'])",
        "MATCH (n:M) SET n.y = n.id, n:New REMOVE n:M"
      ),
      ("MATCH (n:M) INSERT (n)-[:T]->(:New&Old)", "MATCH (n:M) CREATE (n)-[:T]->(:Old:New)"),
    ]
    let look =
      "MATCH (n) RETURN n.id, n.x, n.y, COLLECT { UNWIND labels(n) AS l RETURN l ORDER BY l }, COUNT { (n)-->() }, COUNT { (n)<--() }"
    for (first, second) in changes {
      let (left, right) = (try TestGraph(seed: seed), try TestGraph(seed: seed))
      try left.run(first)
      try right.run(second)
      #expect(try left.rows(look).sorted() == right.rows(look).sorted(), "seed \(seed)\n\(first)\n\(second)")
    }
  }
}
