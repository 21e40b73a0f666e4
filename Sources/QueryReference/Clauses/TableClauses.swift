import QueryLanguage

/// What makes, changes and drops rows, without a pattern.
let tableClauses: [ReferencePage] = [
  ReferencePage(
    "UNWIND", .clause,
    keywords: [.unwind],
    summary: "makes a row of each element of a list",
    syntax: ["UNWIND list AS name"],
    text: """
      An empty list and null make no row; a value that is no list makes one.
      """,
    related: ["FOR", "range", "FOREACH"],
    examples: #"""
      //# test elements
      UNWIND [1, 2, 3] AS n RETURN n * n AS square;
      //= square
      //= 1
      //= 4
      //= 9
      //# test nothing-in-it
      UNWIND [] AS n RETURN n;
      //= none
      """#),
  ReferencePage(
    "FOR", .clause,
    keywords: [.for, .in, .ordinality, .offset],
    summary: "makes a row of each element of a list, with its place",
    syntax: ["FOR name IN list [WITH ORDINALITY name | WITH OFFSET name]"],
    text: """
      ORDINALITY counts from 1, OFFSET from 0. Unlike UNWIND it takes nothing but a list; null makes no row.
      """,
    related: ["UNWIND"],
    examples: #"""
      //# test counted-from-one
      FOR word IN ['who', 'says', 'so'] WITH ORDINALITY place RETURN place, word;
      //= place | word
      //= 1     | who
      //= 2     | says
      //= 3     | so
      //# test counted-from-zero
      FOR word IN ['who', 'says', 'so'] WITH OFFSET place RETURN place, word;
      //= place | word
      //= 0     | who
      //= 1     | says
      //= 2     | so
      //# test needs-a-list
      UNWIND [5] AS five FOR x IN five RETURN x;
      //= error InvalidArgumentType at 1:29
      """#),
  ReferencePage(
    "LET", .clause,
    keywords: [.let],
    summary: "gives values names, beside those that are there",
    syntax: ["LET name = expression, …"],
    text: """
      Names of one LET do not see each other. An aggregate needs WITH or RETURN.
      """,
    related: ["WITH", "FILTER"],
    examples: #"""
      //# test beside-what-is-there
      UNWIND [2, 3] AS side LET area = side * side RETURN side, area;
      //= side | area
      //= 2    | 4
      //= 3    | 9
      //# test not-each-other
      LET a = 1, b = a + 1 RETURN b;
      //= error UndefinedVariable at 1:16
      """#),
  ReferencePage(
    "FILTER", .clause,
    keywords: [.filter],
    summary: "keeps the rows for which the condition is true",
    syntax: ["FILTER [WHERE] condition"],
    text: """
      As a clause of its own, where WHERE belongs to the MATCH or WITH before it.
      """,
    related: ["WHERE", "LET"],
    examples: #"""
      //# test keeps-rows
      UNWIND [1, 2, 3, null] AS x FILTER x > 1 RETURN x;
      //= x
      //= 2
      //= 3
      //# test needs-a-condition
      UNWIND [1] AS x FILTER 'yes' RETURN x;
      //= error InvalidArgumentType at 1:24
      """#),
  ReferencePage(
    "LOAD CSV", .clause,
    keywords: [.load, .csv, .with, .headers, .from, .as, .fieldTerminator],
    summary: "makes a row of each line of a file",
    syntax: ["LOAD CSV [WITH HEADERS] FROM file AS name [FIELDTERMINATOR character]"],
    text: """
      A row is a list of texts, with WITH HEADERS a map of texts by the names in the first line; an empty
      field of a map is null. Files are read from the folder that `--import-folder` names and from nowhere
      else; there is none by default.
      """,
    related: ["toInteger", "UNWIND"],
    examples: #"""
      //# test without-a-folder-nothing-is-read
      LOAD CSV FROM 'towns.csv' AS row RETURN row;
      //= error FileNotAllowed at 1:15
      """#),
  ReferencePage(
    "CALL procedure", .clause,
    keywords: [.call, .yield],
    summary: "runs a procedure and takes its rows",
    syntax: ["[OPTIONAL] CALL name(argument, …) [YIELD field [AS name], … | * [WHERE condition]]"],
    text: """
      On a case, `search.reports(words)` yields `report` and `excerpt`, `search.claims(words)` yields `claim`
      and `excerpt`: reports, or claims, whose text has all the words, the best first. Words in double quotes
      follow each other, a `*` behind a word stands for its endings; case and accents do not matter. Programs
      that use Hearsay as a library or through `hearsay pipe` register more. As a test of what was matched a
      search stands in a subquery: `WHERE EXISTS { CALL search.claims('hospital') YIELD claim WHERE claim = c
      RETURN 1 }`; rows that ask for the same are answered by one search. A CALL that is all there is to a statement may leave YIELD out, and its arguments too:
      they are then taken from parameters.

      OPTIONAL keeps the row, with nulls, where the procedure yields none.
      """,
    related: ["CALL subquery"],
    examples: #"""
      //# test none-of-this-name
      CALL who.said.so() YIELD name RETURN name;
      //= error ProcedureNotFound at 1:6
      """#),
  ReferencePage(
    "CALL subquery", .clause,
    keywords: [.call, .optional],
    summary: "runs a query for each row",
    syntax: ["[OPTIONAL] CALL (name, … | *) { query }", "CALL { WITH name, … query }"],
    text: """
      The query sees the names in brackets, `*` all of them, `()` none. Each of its rows goes on with the row
      it was run for; a query that returns nothing and changes the graph leaves the rows as they are. OPTIONAL
      keeps rows for which it returns none. The older form imports by a WITH at its beginning.

      Each run sees what those before it have changed. IN TRANSACTIONS is not there: a statement is one
      transaction.
      """,
    related: ["EXISTS", "COUNT", "COLLECT", "WHEN"],
    graph: .people,
    examples: #"""
      //# test for-each-row
      MATCH (p:Person) CALL (p) { MATCH (p)-[:KNOWS]-(q) RETURN count(q) AS friends } RETURN p.name AS name, friends;
      //= name | friends
      //= Ada  | 1
      //= Ben  | 2
      //= Cleo | 1
      //# test optional
      MATCH (p:Person) OPTIONAL CALL (p) { MATCH (p)-[:KNOWS]->(q) RETURN q.name AS friend } RETURN p.name AS name, friend;
      //= name | friend
      //= Ada  | Ben
      //= Ben  | Cleo
      //= Cleo | null
      //# test by-with
      UNWIND [1, 2] AS x CALL { WITH x RETURN x * 10 AS y } RETURN x, y;
      //= x | y
      //= 1 | 10
      //= 2 | 20
      //# test not-imported
      UNWIND [1, 2] AS x CALL () { RETURN x * 10 AS y } RETURN y;
      //= error UndefinedVariable at 1:37
      """#),
]
