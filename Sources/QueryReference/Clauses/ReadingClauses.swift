import QueryLanguage

/// What finds rows and shows them.
let readingClauses: [ReferencePage] = [
  ReferencePage(
    "MATCH", .clause,
    keywords: [.match],
    summary: "finds what the graph holds of a pattern",
    syntax: ["MATCH [DIFFERENT RELATIONSHIPS | REPEATABLE ELEMENTS] pattern, … [WHERE condition]"],
    text: """
      A row goes on for each way in which nodes and edges of the graph fit the pattern. Names in the pattern
      stand for what was found; a name that an earlier clause has bound stays what it is.

      Two edges of one MATCH are never the same edge, unless REPEATABLE ELEMENTS says so. Nodes may be.
      """,
    related: ["OPTIONAL MATCH", "WHERE", "node patterns", "edge patterns", "match modes"],
    graph: .people,
    examples: #"""
      //# test who-knows-whom
      MATCH (a:Person)-[:KNOWS]->(b:Person) RETURN a.name AS a, b.name AS b;
      //= a   | b
      //= Ada | Ben
      //= Ben | Cleo
      //# test two-patterns-share-a-name
      MATCH (a:Person)-[:LIVES_IN]->(t:Town), (b:Person)-[:LIVES_IN]->(t) WHERE a.name < b.name RETURN a.name AS a, b.name AS b, t.name AS town;
      //= a   | b   | town
      //= Ada | Ben | Perm
      //# test a-name-that-is-not-there
      MATCH (a:Person) RETURN nmae;
      //= error UndefinedVariable at 1:25
      """#),
  ReferencePage(
    "OPTIONAL MATCH", .clause,
    keywords: [.optional, .match],
    summary: "as MATCH, but keeps the row, with nulls, where nothing is found",
    syntax: ["OPTIONAL MATCH pattern, … [WHERE condition]"],
    text: """
      The condition belongs to the pattern: where it is not true, nothing counts as found, and the row stays
      with nulls.
      """,
    related: ["MATCH", "null"],
    graph: .people,
    examples: #"""
      //# test rows-stay
      MATCH (a:Person) OPTIONAL MATCH (a)-[:KNOWS]->(b) RETURN a.name AS a, b.name AS b;
      //= a    | b
      //= Ada  | Ben
      //= Ben  | Cleo
      //= Cleo | null
      //# test the-condition-belongs-to-the-pattern
      MATCH (a:Person) OPTIONAL MATCH (a)-[:KNOWS]->(b) WHERE b.name = 'Cleo' RETURN a.name AS a, b.name AS b;
      //= a    | b
      //= Ada  | null
      //= Ben  | Cleo
      //= Cleo | null
      """#),
  ReferencePage(
    "WHERE", .clause,
    keywords: [.where],
    summary: "keeps what the condition is true for",
    syntax: ["MATCH … WHERE condition", "WITH … WHERE condition", "(name WHERE condition), -[name WHERE condition]->"],
    text: """
      What is false goes, and what is null goes too. A pattern is a condition as well: it is true where it has
      a match.
      """,
    related: ["FILTER", "AND", "null", "EXISTS"],
    graph: .people,
    examples: #"""
      //# test a-condition
      MATCH (p:Person) WHERE p.born < 1985 RETURN p.name AS name;
      //= name
      //= Ada
      //= Ben
      //# test a-pattern-is-a-condition
      MATCH (p:Person) WHERE (p)-[:KNOWS]->() RETURN p.name AS name;
      //= name
      //= Ada
      //= Ben
      //# test inside-the-pattern
      MATCH (p:Person WHERE p.born > 1975)-[k:KNOWS WHERE k.since > 2005]->(q) RETURN p.name AS p, q.name AS q;
      //= p   | q
      //= Ada | Ben
      //# test a-number-is-no-condition
      MATCH (p:Person) WHERE 1 + 1 RETURN p;
      //= error InvalidArgumentType at 1:24
      """#),
  ReferencePage(
    "RETURN", .clause,
    keywords: [.return, .as],
    summary: "says what the rows show; ends a query",
    syntax: ["RETURN [DISTINCT] expression [AS name], … | * [GROUP BY …] [ORDER BY …] [SKIP n] [LIMIT n]"],
    text: """
      A column without AS is called as its expression is written. `*` stands for all names there are. Where a
      column holds an aggregate, rows are grouped by the columns that hold none.
      """,
    related: ["WITH", "DISTINCT", "ORDER BY", "SKIP", "GROUP BY", "FINISH"],
    graph: .people,
    examples: #"""
      //# test columns
      MATCH (p:Person {name: 'Ada'}) RETURN p.name, p.born + 30 AS thirty;
      //= p.name | thirty
      //= Ada    | 2010
      //# test all-names
      UNWIND [1, 2] AS x WITH x, x * x AS square RETURN *;
      //= square | x
      //= 1      | 1
      //= 4      | 2
      //# test grouped-by-the-other-columns
      MATCH (p:Person)-[:LIVES_IN]->(t) RETURN t.name AS town, count(*) AS people;
      //= town | people
      //= Perm | 2
      //= Omsk | 1
      //# test two-columns-of-one-name
      RETURN 1 AS x, 2 AS x;
      //= error ColumnNameConflict at 1:16
      """#),
  ReferencePage(
    "WITH", .clause,
    keywords: [.with, .as],
    summary: "passes rows on to the next clause, grouped, sorted or cut like RETURN",
    syntax: ["WITH [DISTINCT] expression AS name, … | * [ORDER BY …] [SKIP n] [LIMIT n] [WHERE condition]"],
    text: """
      Only what it names goes on. WHERE behind it filters the new rows, so it can ask for an aggregate.
      """,
    related: ["RETURN", "LET", "FILTER"],
    graph: .people,
    examples: #"""
      //# test a-condition-on-a-group
      MATCH (p:Person)-[:LIVES_IN]->(t) WITH t, count(p) AS people WHERE people > 1 RETURN t.name AS town, people;
      //= town | people
      //= Perm | 2
      //# test the-first-of-each
      MATCH (p:Person) WITH p ORDER BY p.name LIMIT 1 MATCH (p)-[:KNOWS]->(q) RETURN p.name AS p, q.name AS q;
      //= p   | q
      //= Ada | Ben
      //# test what-is-not-named-is-gone
      MATCH (p:Person)-[:KNOWS]->(q) WITH p RETURN q;
      //= error UndefinedVariable at 1:46
      //# test an-expression-needs-a-name
      UNWIND [1] AS x WITH x + 1 RETURN 1 AS one;
      //= error NoExpressionAlias at 1:22
      """#),
  ReferencePage(
    "DISTINCT", .clause,
    keywords: [.distinct],
    summary: "leaves out rows that are there already",
    syntax: ["RETURN DISTINCT …, WITH DISTINCT …", "count(DISTINCT expression)"],
    text: """
      Rows are the same if all their values are; null is the same as null here. Inside an aggregate it leaves
      out values that came before.
      """,
    related: ["RETURN", "WITH", "count"],
    graph: .people,
    examples: #"""
      //# test rows
      MATCH (:Person)-[:LIVES_IN]->(t) RETURN DISTINCT t.name AS town;
      //= town
      //= Perm
      //= Omsk
      //# test inside-an-aggregate
      MATCH (:Person)-[:LIVES_IN]->(t) RETURN count(t) AS lives, count(DISTINCT t) AS towns;
      //= lives | towns
      //= 3     | 2
      """#),
  ReferencePage(
    "ORDER BY", .clause,
    keywords: [.order, .by, .ascending, .asc, .descending, .desc, .nulls, .first, .last],
    summary: "sorts the rows",
    syntax: ["… ORDER BY expression [ASC | DESC] [NULLS FIRST | NULLS LAST], …"],
    text: """
      Behind RETURN or WITH, or as a clause of its own. Without ASC or DESC the least comes first. Null counts
      as greatest. Values of different kinds have an order too: maps, nodes, edges, lists, paths, dates and
      times, durations, texts, truth values, numbers.

      Behind RETURN and WITH it can use the new names and, where nothing is grouped or made distinct, the old
      ones.
      """,
    related: ["SKIP", "RETURN"],
    graph: .people,
    examples: #"""
      //# test by-two-keys
      MATCH (p:Person)-[:LIVES_IN]->(t) RETURN t.name AS town, p.name AS name ORDER BY town DESC, name;
      //= town | name
      //= Perm | Ada
      //= Perm | Ben
      //= Omsk | Cleo
      //# test null-comes-last-unless-told
      MATCH (p:Person) RETURN p.name AS name, p.born AS born ORDER BY born NULLS FIRST;
      //= name | born
      //= Cleo | null
      //= Ben  | 1975
      //= Ada  | 1980
      //# test by-what-is-not-shown
      MATCH (p:Person) RETURN p.name AS name ORDER BY p.born DESC;
      //= name
      //= Cleo
      //= Ada
      //= Ben
      """#),
  ReferencePage(
    "SKIP", .clause,
    keywords: [.skip, .offset, .limit],
    summary: "leaves rows out at the beginning and cuts the rest",
    syntax: ["… [SKIP n | OFFSET n] [LIMIT n]"],
    text: """
      OFFSET is another word for SKIP. Behind RETURN or WITH, or as a clause of its own, in this order. The
      number may be a parameter or any expression that needs no row.
      """,
    related: ["ORDER BY"],
    examples: #"""
      //# test a-page
      UNWIND range(1, 9) AS n RETURN n ORDER BY n SKIP 2 LIMIT 3;
      //= n
      //= 3
      //= 4
      //= 5
      //# test on-its-own
      UNWIND [3, 1, 2] AS n ORDER BY n OFFSET 1 RETURN collect(n) AS rest;
      //= rest
      //= [2, 3]
      //# test no-negative-number
      UNWIND [1] AS n RETURN n LIMIT -1;
      //= error NegativeIntegerArgument at 1:32
      """#),
  ReferencePage(
    "GROUP BY", .clause,
    keywords: [.group, .by],
    summary: "says what aggregates are taken over",
    syntax: ["RETURN | WITH expression, … GROUP BY key, … | ()"],
    text: """
      Without it, rows are grouped by the columns that hold no aggregate. `()` makes one group of all rows.
      Keys need not be shown.
      """,
    related: ["RETURN", "count"],
    examples: #"""
      //# test by-a-key-that-is-not-shown
      UNWIND [{town: 'Perm', n: 1}, {town: 'Perm', n: 2}, {town: 'Omsk', n: 4}] AS row RETURN sum(row.n) AS n GROUP BY row.town;
      //= n
      //= 3
      //= 4
      //# test one-group-of-all
      UNWIND [] AS x RETURN count(*) AS n GROUP BY ();
      //= n
      //= 0
      //# test a-column-that-no-key-tells
      UNWIND [{town: 'Perm', n: 1}] AS row RETURN row.n, count(*) GROUP BY row.town;
      //= error AmbiguousAggregationExpression at 1:45
      """#),
  ReferencePage(
    "FINISH", .clause,
    keywords: [.finish],
    summary: "ends a query that shows no rows",
    syntax: ["… FINISH"],
    text: """
      What comes before is done as ever. A statement that changes the graph may also just end.
      """,
    related: ["RETURN"],
    examples: #"""
      //# test no-rows
      UNWIND [1, 2] AS x FINISH;
      //= none
      //# test nothing-follows
      FINISH RETURN 1 AS one;
      //= error InvalidClauseComposition at 1:8
      """#),
]
