import QueryLanguage

/// What makes one query of several, and what looks at a query.
let compositionClauses: [ReferencePage] = [
  ReferencePage(
    "UNION", .clause,
    keywords: [.union, .all],
    summary: "puts the rows of two queries one after the other",
    syntax: ["query UNION [DISTINCT | ALL] query"],
    text: """
      Without ALL, rows that are the same are shown once. Both queries need the same columns. Two operators
      stand side by side only if they are the same; braces tell what belongs together.
      """,
    related: ["EXCEPT", "INTERSECT", "OTHERWISE", "NEXT"],
    examples: #"""
      //# test without-duplicates
      UNWIND [1, 2] AS x RETURN x UNION UNWIND [2, 3] AS x RETURN x;
      //= x
      //= 1
      //= 2
      //= 3
      //# test with-duplicates
      UNWIND [1, 2] AS x RETURN x UNION ALL UNWIND [2, 3] AS x RETURN x;
      //= x
      //= 1
      //= 2
      //= 2
      //= 3
      //# test other-columns
      RETURN 1 AS x UNION RETURN 2 AS y;
      //= error DifferentColumnsInUnion at 1:21
      """#),
  ReferencePage(
    "EXCEPT", .clause,
    keywords: [.except, .all],
    summary: "keeps the rows of the first query that the second does not have",
    syntax: ["query EXCEPT [DISTINCT | ALL] query"],
    text: """
      Without ALL each row is shown once; with ALL each row of the second takes one of the first away.
      """,
    related: ["UNION", "INTERSECT"],
    examples: #"""
      //# test each-once
      UNWIND [1, 1, 2, 3] AS x RETURN x EXCEPT UNWIND [3] AS x RETURN x;
      //= x
      //= 1
      //= 2
      //# test counted
      UNWIND [1, 1, 2] AS x RETURN x EXCEPT ALL UNWIND [1] AS x RETURN x;
      //= x
      //= 1
      //= 2
      """#),
  ReferencePage(
    "INTERSECT", .clause,
    keywords: [.intersect, .all],
    summary: "keeps the rows that both queries have",
    syntax: ["query INTERSECT [DISTINCT | ALL] query"],
    text: """
      Without ALL each row is shown once; with ALL as often as both have it.
      """,
    related: ["UNION", "EXCEPT"],
    examples: #"""
      //# test each-once
      UNWIND [1, 1, 2] AS x RETURN x INTERSECT UNWIND [1, 1, 3] AS x RETURN x;
      //= x
      //= 1
      //# test counted
      UNWIND [1, 1, 2] AS x RETURN x INTERSECT ALL UNWIND [1, 1, 3] AS x RETURN x;
      //= x
      //= 1
      //= 1
      """#),
  ReferencePage(
    "OTHERWISE", .clause,
    keywords: [.otherwise],
    summary: "asks the second query if the first has no rows",
    syntax: ["query OTHERWISE query"],
    related: ["UNION", "coalesce"],
    graph: .people,
    examples: #"""
      //# test nobody-found
      MATCH (p:Person {name: 'Dora'}) RETURN p.name AS name OTHERWISE RETURN 'nobody' AS name;
      //= name
      //= nobody
      //# test somebody-found
      MATCH (p:Person {name: 'Ada'}) RETURN p.name AS name OTHERWISE RETURN 'nobody' AS name;
      //= name
      //= Ada
      """#),
  ReferencePage(
    "NEXT", .clause,
    keywords: [.next, .yield],
    summary: "goes on with the rows that a query has returned",
    syntax: ["query NEXT [YIELD column [AS name], …] query"],
    text: """
      The query behind it sees the columns as names and nothing else. It takes the rows as a whole: an
      aggregate there is over all of them.
      """,
    related: ["WITH", "UNION"],
    examples: #"""
      //# test as-a-whole
      UNWIND [1, 2, 3] AS x RETURN x NEXT RETURN sum(x) AS sum, max(x) AS most;
      //= sum | most
      //= 6   | 3
      //# test each-operand-sees-all-rows
      UNWIND [1, 2, 3] AS x RETURN x NEXT RETURN 'least' AS what, min(x) AS x UNION ALL RETURN 'most' AS what, max(x) AS x;
      //= what  | x
      //= least | 1
      //= most  | 3
      //# test what-goes-on
      UNWIND [1, 2] AS a RETURN a, a * 2 AS b NEXT YIELD b AS c RETURN c;
      //= c
      //= 2
      //= 4
      """#),
  ReferencePage(
    "WHEN", .clause,
    keywords: [.when, .then, .else],
    summary: "answers with the first query whose condition is true, for each row",
    syntax: ["WHEN condition THEN query | { query } … [ELSE query | { query }]"],
    text: """
      All queries need the same columns. Without ELSE there may be no row. Beside UNION and its like the whole
      needs braces.
      """,
    related: ["CASE", "CALL subquery", "OTHERWISE"],
    examples: #"""
      //# test first-that-is-true
      WHEN 1 > 2 THEN RETURN 'less' AS word WHEN 2 > 1 THEN RETURN 'more' AS word ELSE RETURN 'same' AS word;
      //= word
      //= more
      //# test for-each-row
      UNWIND [1, 12] AS n CALL (n) { WHEN n > 10 THEN RETURN 'many' AS word ELSE RETURN 'few' AS word } RETURN n, word;
      //= n  | word
      //= 1  | few
      //= 12 | many
      """#),
  ReferencePage(
    "EXPLAIN", .clause,
    keywords: [.explain],
    summary: "shows how a statement would be run, without running it",
    syntax: ["EXPLAIN statement"],
    text: """
      The terminal shows the operators, the last to run first, each above what it takes its rows from, with
      about how many rows it is expected to yield: by counts of labels and types, and by samples of the
      properties that are tested. Subqueries stand further in below the operator that runs them, those in expressions under `Exists`,
      `Count` or `Collect`. The answer itself has no rows.
      """,
    related: ["PROFILE"],
    graph: .people,
    examples: #"""
      //# test the-operators
      EXPLAIN MATCH (p:Person) RETURN p.name AS name;
      //= none
      """#),
  ReferencePage(
    "PROFILE", .clause,
    keywords: [.profile],
    summary: "runs a statement and tells what each operator did",
    syntax: ["PROFILE statement"],
    text: """
      The rows are those of the statement. Beside them, on standard error, stands its plan as EXPLAIN shows it,
      with the rows that each operator yielded and those that were expected, the time it took together with
      those below it, and the most memory that it held of its own. What runs inside a subquery counts for the
      operator that it belongs to.
      """,
    related: ["EXPLAIN"],
    graph: .people,
    examples: #"""
      //# test its-rows
      PROFILE MATCH (p:Person) RETURN p.name AS name;
      //= name
      //= Ada
      //= Ben
      //= Cleo
      """#),
]
