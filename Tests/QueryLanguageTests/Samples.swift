import QueryLanguage
import SourceText

/// Queries over every clause and form, already in canonical text.
let canonicalQueries: [String] = [
  "MATCH (n) RETURN n",
  "MATCH (a:Actor)-[:AGENT_OF]->(e:Event {type: 'WARN'})<-[:RECIPIENT_OF]-(:Actor {name: $to}) "
    + "RETURN a.name AS warner, origins(e) AS origins ORDER BY warner",
  "MATCH (who)-[:MADE]->(c:Claim {stance: 'denies'}) RETURN DISTINCT who.name",
  "MATCH p = (a)-[r:X|Y*1..3 {k: 1}]-(b), (c)--(d) OPTIONAL MATCH (a)<-[*]-(e) WHERE a.x > 1 RETURN *",
  "MATCH (a)-[*2]->(b)-[*..3]->(c)-[*1..]->(d)-[*0]-(e) RETURN a",
  "MATCH (n:A:B)-[:R]->(m:A|B)-->(:!A&B)<--(:%)-[:(A|B)&!C]-() RETURN 1",
  "MATCH (n:A WHERE n.x > 1)-[r:T WHERE r.y = 2]->(WHERE 1 = 1) RETURN n",
  "MATCH (n $props)-[r $map]->() RETURN n",
  "MATCH p = shortestPath((a)-[*]-(b)), q = allShortestPaths((a)-[:R*..5]->(b)) RETURN p, q",
  "MATCH (e:Event) AS OF date('2024-03-24') WITHOUT SOURCE 'Reuters' WHERE e.killed > 10 RETURN e",
  "MATCH (e:Event) RETURN e.killed AS killed ORDER BY killed DESC, e.name SKIP 1 LIMIT 3 "
    + "AS OF date('2024-03-24') ONLY SOURCE ['A', 'B'] WITHOUT SOURCE $x",
  "UNWIND [1, 2, 3] AS x WITH x, x * 2 AS y ORDER BY x SKIP 1 LIMIT 2 WHERE y > 2 RETURN x + y",
  "WITH *, 1 AS one RETURN *, one + 1 AS two",
  "CREATE (a:A {x: 1})-[r:R {y: 2}]->(b), ()<-[:S]-()",
  "CREATE (a) SET a.x = 1, a:B:C, a += {y: 2}, a = $map REMOVE a.x, a:B DELETE a RETURN a",
  "MATCH (n) DETACH DELETE n, n.friend",
  "MERGE (a)-[r:R]->(b) ON CREATE SET a.x = 1, b:New ON MATCH SET a.x = a.x + 1 RETURN r",
  "MATCH (n) SET CASE WHEN n.x = 1 THEN n ELSE NULL END.y = 3",
  "CALL db.labels", "CALL db.labels()", "CALL db.labels() YIELD *", "CALL a.b.c(1, 'x') YIELD p AS q, r WHERE q > 1",
  "MATCH (n) CALL my.proc(n.x) YIELD out RETURN out",
  "RETURN 1 AS a UNION RETURN 2 AS a UNION RETURN 3 AS a", "RETURN 1 AS a UNION ALL RETURN 2 AS a",
  "EXPLAIN MATCH (n) RETURN n", "PROFILE RETURN 1",
  // the table
  "FOR x IN [1, 2] WITH ORDINALITY i FILTER x > 1 LET y = x + i, z = y IN [x] RETURN y",
  "FOR x IN xs WITH OFFSET `limit` WITH offset AS o RETURN o", "FOR x IN xs WITH ordinality RETURN 1",
  "MATCH (n) ORDER BY n.x DESC NULLS FIRST, n NULLS LAST SKIP 1 LIMIT 2 LIMIT 1 SKIP 3 RETURN n", "MATCH (n) FINISH",
  "RETURN n.x AS x, count(*) GROUP BY x, n.y + 1 ORDER BY x NULLS LAST", "RETURN count(*) GROUP BY () LIMIT 1",
  "INSERT (a:A&B {x: 1})-[:T]->(b:C) FINISH", "RETURN next, filter, let, finish, insert, first, nulls, group",
  // queries of queries
  "RETURN 1 AS a EXCEPT ALL RETURN 2 AS a", "RETURN 1 AS a INTERSECT RETURN 2 AS a INTERSECT RETURN 3 AS a",
  "MATCH (n) RETURN n OTHERWISE RETURN 1 AS n", "{ RETURN 1 AS a UNION RETURN 2 AS a } EXCEPT { RETURN 1 AS a }",
  "MATCH (n) RETURN n.x AS x NEXT FILTER x > 1 RETURN x UNION ALL RETURN x NEXT RETURN x AS `of` AS OF date()",
  "WHEN a > 1 THEN { RETURN 1 AS x } WHEN b THEN { MATCH (n) RETURN n AS x } ELSE { RETURN 3 AS x }",
  "MATCH (n) CALL (n, m) { RETURN n.x AS x } CALL (*) { WHEN x THEN { CREATE (:A) } } CALL () { RETURN 1 AS y } RETURN x",
  "MATCH (n) OPTIONAL CALL { WITH n RETURN 1 AS x UNION WITH n RETURN 2 AS x } OPTIONAL CALL p() YIELD q RETURN x",
  "FOREACH (x IN [y IN ys | y] | CREATE (:A {x: x}) FOREACH (y IN x | SET y.z = 1, y:A:B))",
  "RETURN EXISTS { { RETURN 1 AS x } UNION { RETURN 2 AS x } }, COUNT { WHEN x THEN { RETURN 1 AS a } }",
  "RETURN [x IN xs WHERE EXISTS { WHEN x:A|B THEN { RETURN x:A|B AS y } } | x]",
  "LOAD CSV WITH HEADERS FROM $file AS row LOAD CSV FROM row.next AS load FIELDTERMINATOR ';' RETURN csv, from, headers",
  // names that are computed
  "MATCH (n:A:$(x))-[:$any(['T', $u])*1..2]->(:$(f(x))&B|!$('c')) WHERE n:$($x) RETURN n",
  "CREATE (n:A:$(x))-[:$('t')]->() SET n:$(x):B, n[$k] = 1, n.a['b'] = 2 REMOVE n:$(x), n['a' + b]",
  "RETURN [x IN xs WHERE x:$(a:A|B) | x]",
  // truth
  "RETURN a = b IS TRUE, a = (b IS NOT FALSE), NOT a IS UNKNOWN, (a IS TRUE) = b, a IN b IS TRUE IS NOT UNKNOWN",
  "RETURN CASE a WHEN IS TRUE, IS NOT UNKNOWN THEN 1 END",
  // types
  "RETURN a IS :: INTEGER, a IS NOT :: LIST<STRING NOT NULL> NOT NULL, a = b IS :: ANY<INTEGER | FLOAT>, (a = b) IS :: ANY VALUE",
  "RETURN CAST(a + 1 AS ZONED DATETIME), PROPERTY_EXISTS(n.m, `a b`), `cast`(1), `PROPERTY_EXISTS`(1)",
  "RETURN [x IN xs WHERE x IS :: ANY<NODE | PATH> | x]",
  "RETURN CASE x WHEN 1, > 2, IS NULL, STARTS WITH 'a' THEN 1 WHEN IS :: FLOAT, :A:B, IS NOT LABELED A|B THEN 2 END",
  "RETURN CASE x WHEN IN [1], =~ 'a', <> y < z, IS NOT NULL THEN CASE y WHEN < 3 THEN 1 END ELSE 2 END",
  "RETURN allReduce(a = 0, x IN [y IN ys | y] | a + x, a < 3 AND (a)-->())",
  // expressions
  "RETURN a OR b XOR c AND NOT d", "RETURN (a OR b) AND (c XOR d)", "RETURN a OR (b OR c) OR d",
  "RETURN a AND (b AND (c AND d))", "RETURN NOT NOT a", "RETURN (NOT a) = b", "RETURN NOT a = b",
  "RETURN a = b <> c < d <= e > f >= g", "RETURN (a = b) = c", "RETURN a = (b = c)",
  "RETURN a IN [1] IS NULL", "RETURN a = b IS NOT NULL", "RETURN (a = b) IS NULL", "RETURN a STARTS WITH b ENDS WITH c",
  "RETURN a CONTAINS 'x' AND b =~ '.*'", "RETURN a + b - c * d / e % f ^ g", "RETURN a - (b - c)",
  "RETURN (a + b) * c", "RETURN a ^ b ^ c", "RETURN a ^ (b ^ c)", "RETURN -a.b", "RETURN (-a).b", "RETURN -2 ^ 2",
  "RETURN -(2 ^ 2)", "RETURN - -a", "RETURN -(3)", "RETURN -(-3)", "RETURN +3", "RETURN a - -b", "RETURN 'a' || 'b'",
  "RETURN -9223372036854775808, 9223372036854775807", "RETURN (-1)[0], (-1).a, -(1.5), -1.5, 1e+300, 0.1, 5e-324",
  "RETURN a - -(b + c), (x IS NULL) - [b] - (c OR d)",
  "RETURN a.b.c[0][1..2][..3][4..][..].d", "RETURN [1, [2, []], {}]", "RETURN {a: 1, `b c`: {d: [NULL, TRUE, FALSE]}}",
  "RETURN n:A, n:A:B, n:A|B, n:!(A|B)&C, n.x:A, (n:A):B, n:%", "RETURN -n:A, (-n):A",
  "RETURN [x IN xs WHERE x > 1 | x.y]", "RETURN [x IN xs]", "RETURN [(x IN xs)]", "RETURN [x IN xs, 1]",
  "RETURN [(x IN xs OR y)]", "RETURN [x IN xs | x]", "RETURN [x IN xs WHERE x:(A|B) | x]",
  "RETURN [x IN xs WHERE x:A AND f(x:A|B) | x]", "RETURN [x IN [y IN ys | y + 1] WHERE x IN [1] | [z IN x]]",
  "RETURN all(x IN xs WHERE x > 1), any(x IN xs WHERE x), none(x IN xs WHERE x), single(x IN xs WHERE x)",
  "RETURN any(xs), `any`(x IN xs), `all`(x IN xs AND y, 1), `reduce`(a = b), `shortestPath`(a)",
  "RETURN reduce(sum = 0, x IN xs | sum + x)",
  "RETURN count(*), count(DISTINCT n.x), collect(n), date.truncate('day', d)",
  "MATCH (n) RETURN [(n)-[r:R]->(m) WHERE m.x > 1 | m.name], [p = (n)--() | length(p)]",
  "MATCH (n) WHERE (n)-[:R]->() AND NOT ((n)<--(:A) OR n.x = 1) RETURN n",
  "MATCH (n) WHERE exists((n)-->()) AND exists(n.x) RETURN exists((n)--(:B))",
  "MATCH (n) WHERE EXISTS { (n)-->(m) WHERE m.x = n.x } RETURN COUNT { (n)--() }",
  "MATCH (n) WHERE EXISTS { MATCH (n)-->(m) WITH m, count(*) AS c WHERE c > 3 RETURN TRUE } RETURN n",
  "RETURN [x IN xs WHERE exists((x)-[:A|B]->(:C|D)) | x]",
  "RETURN COLLECT { MATCH (n) RETURN n.name ORDER BY n.name LIMIT 3 } AS names",
  "RETURN COUNT { MATCH (n) RETURN n UNION MATCH (m) RETURN m }",
  "MATCH (a), (b) RETURN length(shortestPath((a)-[*]->(b)))",
  "RETURN CASE n.x WHEN 1 THEN 'a' WHEN 2 THEN 'b' ELSE 'c' END, CASE WHEN a AND b THEN 1 END",
  "RETURN n {.name, .*, x: 1 + 1, other, .`a b`}", "RETURN `count` {a: 1}, `exists` {.a}",
  "RETURN $name, $0, $`a b`, $`` AS p", "RETURN 'it\\'s', '\\n\\t\\\\', 'é', '\\u0007'",
  // names
  "MATCH (order:Order) RETURN order.order ORDER BY order LIMIT 1", "RETURN 1 AS `of` AS OF date()",
  "MATCH (`match`:match {match: 1})-[end:IN]->(`a``b`) RETURN `match`.where, end AS `a b`",
  "MATCH (Größe:Länge) RETURN Größe.größte", "RETURN limit SKIP skip LIMIT limit",
]

/// Text and what it is canonically.
let spellings: [(String, String)] = [
  ("match(n)return n;", "MATCH (n) RETURN n"),
  ("MATCH (n) // all\n /* of them */ RETURN n", "MATCH (n) RETURN n"),
  (
    "RETURN 0x1F, 0o17, 0X1f, -0x8000000000000000, .5, 1e9, 1E-3, 1.50",
    "RETURN 31, 15, 31, -9223372036854775808, 0.5, 1000000000.0, 0.001, 1.5"
  ),
  ("RETURN \"a'b\", 'a\"b', '\\u00e9\\U0001F600\\uD83D\\uDE00'", "RETURN 'a\\'b', 'a\"b', 'é😀😀'"),
  ("MATCH ()-[:A|:B]->() RETURN 1", "MATCH ()-[:A|B]->() RETURN 1"),
  ("MATCH (n IS A) WHERE n IS B RETURN n IS C|D", "MATCH (n:A) WHERE n:B RETURN n:C|D"),
  ("MATCH (a)<-[r]->(b)<-->(c) RETURN 1", "MATCH (a)-[r]-(b)--(c) RETURN 1"),
  ("MATCH ((a)-->(b)) RETURN a", "MATCH (a)-->(b) RETURN a"),
  ("MATCH (n)\nRETURN n ORDER BY n ASC, n.x ASCENDING, n.y DESCENDING", "MATCH (n) RETURN n ORDER BY n, n.x, n.y DESC"),
  ("MATCH (n) FILTER WHERE n.x RETURN n OFFSET 1", "MATCH (n) FILTER n.x RETURN n SKIP 1"),
  (
    "WHEN a THEN RETURN 1 AS x WHEN b THEN MATCH (n) RETURN n AS x ELSE RETURN 3 AS x",
    "WHEN a THEN { RETURN 1 AS x } WHEN b THEN { MATCH (n) RETURN n AS x } ELSE { RETURN 3 AS x }"
  ),
  ("RETURN 1 AS a EXCEPT DISTINCT RETURN 2 AS a", "RETURN 1 AS a EXCEPT RETURN 2 AS a"),
  ("RETURN n IS LABELED A|B, n IS NOT LABELED A, n IS labeled", "RETURN n:A|B, NOT n:A, n:labeled"),
  ("RETURN CASE x WHEN IS A, :: INT THEN 1 END", "RETURN CASE x WHEN :A, IS :: INTEGER THEN 1 END"),
  ("MATCH (n) NODETACH DELETE n", "MATCH (n) DELETE n"),
  ("RETURN n IS SOURCE OF r, n IS NOT DESTINATION OF r.e", "RETURN n = startNode(r), n <> endNode(r.e)"),
  ("RETURN 1 AS a NEXT YIELD a AS b, a RETURN b", "RETURN 1 AS a NEXT WITH a AS b, a RETURN b"),
  ("MATCH (n:$ALL(x)) SET n IS A&B REMOVE n IS C RETURN n", "MATCH (n:$(x)) SET n:A:B REMOVE n:C RETURN n"),
  (
    "RETURN x IS TYPED int!, x :: bool LIST NOT NULL, x IS :: TIMESTAMP WITHOUT TIME ZONE | ANY VERTEX, x::ARRAY<ANY>",
    "RETURN x IS :: INTEGER NOT NULL, x IS :: LIST<BOOLEAN> NOT NULL, x IS :: ANY<LOCAL DATETIME | NODE>, x IS :: LIST<ANY VALUE>"
  ),
  ("RETURN 1 AS a UNION DISTINCT RETURN 2 AS a", "RETURN 1 AS a UNION RETURN 2 AS a"),
  ("MATCH (n) WHERE exists { match (n)-->() } RETURN n", "MATCH (n) WHERE EXISTS { (n)-->() } RETURN n"),
  ("RETURN ((1)) + (((2)))", "RETURN 1 + 2"),
  ("RETURN (a) - -(b)", "RETURN a - -b"),
  ("RETURN a AS of ORDER BY of", "RETURN a AS `of` ORDER BY of"),
  (
    "RETURN [x IN xs WHERE x:A | x.y], [x IN xs WHERE x:A|:B | x]",
    "RETURN [x IN xs WHERE x:A | x.y], [x IN xs WHERE x:(A|B) | x]"
  ),
  (
    "MERGE (a) ON MATCH SET a.x = 1 ON CREATE SET a.y = 2 ON MATCH SET a.z = 3",
    "MERGE (a) ON CREATE SET a.y = 2 ON MATCH SET a.x = 1, a.z = 3"
  ),
  ("\u{FEFF}RETURN\u{A0}1", "RETURN 1"),
  ("RETURN not a and not(b)", "RETURN NOT a AND NOT b"),
]

/// The words that a range covers.
func words(_ range: SourceRange, of text: String) -> String { text.utf8Slice(range) }
