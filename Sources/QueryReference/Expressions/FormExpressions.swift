import QueryLanguage

/// Forms that bind names or hold queries.
let formExpressions: [ReferencePage] = [
  ReferencePage(
    "CASE", .expression,
    keywords: [.case, .when, .then, .else, .end],
    summary: "a value that depends on conditions",
    syntax: [
      "CASE WHEN condition THEN value … [ELSE value] END",
      "CASE expression WHEN value, … THEN value … [ELSE value] END",
    ],
    text: """
      The first that holds decides; without ELSE it is null. With an expression behind CASE, a WHEN takes
      values or tests: `> 10`, `IS NULL`, `IN list`, `STARTS WITH text`, `IS :: type`.
      """,
    related: ["WHEN", "coalesce", "nullIf"],
    examples: #"""
      //# test conditions
      UNWIND [3, 30] AS n RETURN n, CASE WHEN n > 10 THEN 'many' ELSE 'few' END AS word;
      //= n  | word
      //= 3  | few
      //= 30 | many
      //# test values-and-tests
      UNWIND [1, 2, 12, null] AS n RETURN n, CASE n WHEN 1, 2 THEN 'few' WHEN > 10 THEN 'many' WHEN IS NULL THEN 'unknown' END AS word;
      //= n    | word
      //= 1    | few
      //= 2    | few
      //= 12   | many
      //= null | unknown
      //# test a-test-needs-a-value
      RETURN CASE WHEN > 3 THEN 1 END AS x;
      //= error UnexpectedSyntax at 1:18
      """#),
  ReferencePage(
    "list comprehensions", .expression,
    summary: "a list made of a list",
    syntax: ["[name IN list WHERE condition | expression]"],
    text: """
      The condition or the expression may be left out.
      """,
    related: ["pattern comprehensions", "reduce", "any"],
    examples: #"""
      //# test squares-of-odd-numbers
      RETURN [n IN range(1, 5) WHERE n % 2 = 1 | n * n] AS squares;
      //= squares
      //= [1, 9, 25]
      //# test the-name-is-known-inside-alone
      RETURN [n IN [1] | n] AS l, n;
      //= error UndefinedVariable at 1:29
      """#),
  ReferencePage(
    "pattern comprehensions", .expression,
    summary: "a list of what a pattern finds",
    syntax: ["[[name =] pattern WHERE condition | expression]"],
    related: ["list comprehensions", "COLLECT"],
    graph: .people,
    examples: #"""
      //# test for-each-row
      MATCH (p:Person) RETURN p.name AS name, [(p)-[:KNOWS]->(q) | q.name] AS friends;
      //= name | friends
      //= Ada  | ['Ben']
      //= Ben  | ['Cleo']
      //= Cleo | []
      """#),
  ReferencePage(
    "map projections", .expression,
    summary: "a map made of a node, an edge or a map",
    syntax: ["value {.key, .*, key: expression, name}"],
    text: """
      `.key` takes a property, `.*` all of them, a name alone the variable of that name.
      """,
    related: ["maps", "properties"],
    graph: .people,
    examples: #"""
      //# test some-and-more
      MATCH (p:Person {name: 'Ada'}) WITH p, 3 AS reports RETURN p {.name, reports, age: 2024 - p.born} AS who;
      //= who
      //= {age: 44, name: 'Ada', reports: 3}
      //# test all
      MATCH (p:Person {name: 'Ada'}) RETURN p {.*} AS who;
      //= who
      //= {born: 1980, name: 'Ada'}
      """#),
  ReferencePage(
    "any", .expression,
    keywords: [.any, .all, .none, .single],
    summary: "for how many elements of a list a condition is true",
    syntax: ["any(name IN list WHERE condition), all(…), none(…), single(…)"],
    text: """
      At least one, every one, none, exactly one. Null where it depends on elements whose condition is null.
      """,
    related: ["IN", "list comprehensions", "allReduce"],
    examples: #"""
      //# test four
      WITH [1, 2, 3] AS l RETURN any(n IN l WHERE n > 2) AS some, all(n IN l WHERE n > 2) AS each, none(n IN l WHERE n > 3) AS nothing, single(n IN l WHERE n > 2) AS one;
      //= some | each  | nothing | one
      //= true | false | true    | true
      //# test of-nothing
      RETURN any(n IN [] WHERE true) AS some, all(n IN [] WHERE false) AS each;
      //= some  | each
      //= false | true
      """#),
  ReferencePage(
    "reduce", .expression,
    keywords: [.reduce],
    summary: "one value from all elements of a list",
    syntax: ["reduce(sum = start, name IN list | expression)"],
    related: ["allReduce", "list comprehensions", "sum"],
    examples: #"""
      //# test a-sum
      RETURN reduce(total = 0, n IN [1, 2, 3] | total + n) AS total;
      //= total
      //= 6
      //# test without-a-start
      RETURN reduce(total, n IN [1] | n) AS total;
      //= error UnexpectedSyntax at 1:31
      """#),
  ReferencePage(
    "allReduce", .expression,
    keywords: [.allReduce],
    summary: "whether a condition stays true while a value is carried along a list",
    syntax: ["allReduce(sum = start, name IN list | expression, condition)"],
    text: """
      It stops at the first element after which the condition is false.
      """,
    related: ["reduce", "any"],
    examples: #"""
      //# test stays-below
      UNWIND [[1, 2], [5, 6]] AS l RETURN l, allReduce(sum = 0, n IN l | sum + n, sum < 10) AS below;
      //= l      | below
      //= [1, 2] | true
      //= [5, 6] | false
      //# test needs-a-list
      RETURN allReduce(sum = 0, n IN 5 | sum + n, sum < 10) AS below;
      //= error InvalidArgumentType at 1:32
      """#),
  ReferencePage(
    "EXISTS", .expression,
    keywords: [.exists],
    summary: "whether a query has a row",
    syntax: ["EXISTS { pattern [WHERE condition] }, EXISTS { query }"],
    text: """
      It sees the names around it. The query cannot change the graph.
      """,
    related: ["COUNT", "COLLECT", "WHERE"],
    graph: .people,
    examples: #"""
      //# test a-pattern
      MATCH (p:Person) WHERE EXISTS { (p)-[:KNOWS]->(:Person) } RETURN p.name AS name;
      //= name
      //= Ada
      //= Ben
      //# test a-query
      MATCH (p:Person) WHERE EXISTS { MATCH (p)-[:KNOWS]->(q) WITH q WHERE q.born < 1980 RETURN q } RETURN p.name AS name;
      //= name
      //= Ada
      //# test no-changes
      RETURN EXISTS { CREATE (n) RETURN n } AS x;
      //= error InvalidClauseComposition at 1:17
      """#),
  ReferencePage(
    "COUNT", .expression,
    keywords: [.count],
    summary: "how many rows a query has",
    syntax: ["COUNT { pattern [WHERE condition] }, COUNT { query }"],
    text: """
      With round brackets it is the aggregate `count`.
      """,
    related: ["EXISTS", "COLLECT", "count"],
    graph: .people,
    examples: #"""
      //# test of-a-pattern
      MATCH (p:Person) RETURN p.name AS name, COUNT { (p)--() } AS degree;
      //= name | degree
      //= Ada  | 2
      //= Ben  | 3
      //= Cleo | 2
      """#),
  ReferencePage(
    "COLLECT", .expression,
    keywords: [.collect],
    summary: "the values of a query's one column, as a list",
    syntax: ["COLLECT { query }"],
    text: """
      With round brackets it is the aggregate `collect`, which leaves out nulls.
      """,
    related: ["EXISTS", "COUNT", "collect"],
    graph: .people,
    examples: #"""
      //# test in-an-order
      MATCH (t:Town) RETURN t.name AS town, COLLECT { MATCH (p)-[:LIVES_IN]->(t) RETURN p.name ORDER BY p.name DESC } AS people;
      //= town | people
      //= Perm | ['Ben', 'Ada']
      //= Omsk | ['Cleo']
      //# test one-column
      RETURN COLLECT { MATCH (n) RETURN n.name, n } AS x;
      //= error UnexpectedSyntax at 1:8
      """#),
]
