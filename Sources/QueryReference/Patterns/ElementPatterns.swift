import QueryLanguage

/// Patterns of nodes and edges.
let elementPatterns: [ReferencePage] = [
  ReferencePage(
    "node patterns", .pattern,
    summary: "what a node must have",
    syntax: ["( [name] [:label expression | IS label expression] [{key: value, …}] [WHERE condition] )"],
    text: """
      All parts may be left out: `()` is any node. A property in braces must be equal to its value.
      """,
    related: ["edge patterns", "label expressions", "MATCH"],
    graph: .people,
    examples: #"""
      //# test label-and-property
      MATCH (p:Person {name: 'Ada'}) RETURN p.born AS born;
      //= born
      //= 1980
      //# test a-condition-inside
      MATCH (p IS Person WHERE p.born < 1980) RETURN p.name AS name;
      //= name
      //= Ben
      //# test no-properties-from-a-parameter
      MATCH (p:Person $wanted) RETURN p;
      //= error InvalidParameterUse at 1:17
      """#),
  ReferencePage(
    "edge patterns", .pattern,
    summary: "what an edge must have, and which way it leads",
    syntax: [
      "-[ [name] [:type expression] [length] [{key: value, …}] [WHERE condition] ]->", "<-[…]-, -[…]-, <-[…]->",
      "-->, <--, --, ->, <-, -",
    ],
    text: """
      Without an arrow head, or with one at both ends, either direction will do. Every edge has exactly one
      type and one direction.
      """,
    related: ["node patterns", "label expressions", "variable length", "quantified relationships"],
    graph: .people,
    examples: #"""
      //# test types
      MATCH (:Person {name: 'Ben'})-[e:KNOWS|LIVES_IN]->(n) RETURN type(e) AS type, n.name AS name;
      //= type     | name
      //= KNOWS    | Cleo
      //= LIVES_IN | Perm
      //# test either-direction
      MATCH (:Person {name: 'Ben'})-[:KNOWS]-(n) RETURN n.name AS name;
      //= name
      //= Cleo
      //= Ada
      //# test short-arrows
      MATCH (:Person {name: 'Cleo'})<-(n)->(m:Town) RETURN n.name AS n, m.name AS m;
      //= n   | m
      //= Ben | Perm
      //# test one-edge-twice
      MATCH (a)-[e]->(b)-[e]->(c) RETURN a;
      //= error RelationshipUniquenessViolation at 1:21
      """#),
  ReferencePage(
    "label expressions", .pattern,
    keywords: [.is, .labeled],
    summary: "what labels a node, or what type an edge, must have",
    syntax: [":A, :A|B, :A&B, :!A, :%, :(A|B)&!C, :A:B", "IS A|B", "name IS [NOT] LABELED A|B"],
    text: """
      `%` stands for any label. `:A:B` is the same as `:A&B`. In an expression, `n:A` and `n IS A` are tests;
      `IS LABELED` has a negation. A name that no label has is told with the nearest one.
      """,
    related: ["node patterns", "computed names", "labels"],
    graph: .people,
    examples: #"""
      //# test not
      MATCH (n:!Person) RETURN n.name AS name;
      //= name
      //= Perm
      //= Omsk
      //# test as-a-test
      MATCH (n) WHERE n IS NOT LABELED Town|Village RETURN count(n) AS others;
      //= others
      //= 3
      //= warning: unknown label `Village`
      //# test a-name-that-nothing-has
      MATCH (p:Persn) RETURN p;
      //= none
      //= warning: unknown label `Persn`; did you mean `Person`?
      """#),
  ReferencePage(
    "computed names", .pattern,
    summary: "labels, types and keys whose names are values",
    syntax: [":$(expression), :$all(list), :$any(list)", "element[key]"],
    text: """
      The expression gives a text or a list of texts. With a list, `$(…)` and `$all(…)` ask for all of them,
      `$any(…)` for one. CREATE, MERGE, SET and REMOVE take `$(…)` alone.
      """,
    related: ["label expressions", "SET", "property access"],
    graph: .people,
    examples: #"""
      //# test a-label
      UNWIND ['Person', 'Town'] AS label MATCH (n:$(label)) RETURN label, count(n) AS nodes;
      //= label  | nodes
      //= Person | 3
      //= Town   | 2
      //# test one-of-several
      MATCH (:Person {name: 'Ada'})-[e:$any(['KNOWS', 'LIVES_IN'])]->(n) RETURN n.name AS name;
      //= name
      //= Ben
      //= Perm
      //# test a-key
      MATCH (p:Person {name: 'Ada'}) SET p['bo' + 'rn'] = 1981 RETURN p.born AS born;
      //= born
      //= 1981
      //# test null-is-no-name
      CREATE (:$(null));
      //= error InvalidArgumentValue at 1:12
      """#),
  ReferencePage(
    "path variables", .pattern,
    summary: "a name for all of what a pattern matches",
    syntax: ["name = pattern"],
    related: ["nodes", "relationships", "length", "MATCH"],
    graph: .people,
    examples: #"""
      //# test its-nodes
      MATCH p = (:Person {name: 'Ada'})-[:KNOWS]->()-[:LIVES_IN]->() RETURN [n IN nodes(p) | n.name] AS names, length(p) AS length;
      //= names                  | length
      //= ['Ada', 'Ben', 'Perm'] | 2
      """#),
  ReferencePage(
    "variable length", .pattern,
    summary: "an edge pattern that is followed several times, as openCypher writes it",
    syntax: ["-[name:TYPE*]->, -[*2]->, -[*1..3]->, -[*..3]->, -[*2..]->"],
    text: """
      Without bounds at least once. The name stands for the list of edges. No edge is passed twice. A number
      must stand there; a parameter cannot.
      """,
    related: ["quantified relationships", "shortestPath", "path modes"],
    graph: .people,
    examples: #"""
      //# test once-or-twice
      MATCH (:Person {name: 'Ada'})-[e:KNOWS*1..2]->(n) RETURN n.name AS name, [x IN e | x.since] AS since;
      //= name | since
      //= Ben  | [2010]
      //= Cleo | [2010, 2015]
      //# test no-time-at-all-is-the-node-itself
      MATCH (:Person {name: 'Ada'})-[:KNOWS*0..1]->(n) RETURN n.name AS name;
      //= name
      //= Ada
      //= Ben
      //# test a-parameter-is-no-length
      MATCH (a)-[*$n]->(b) RETURN b;
      //= error InvalidParameterUse at 1:13
      """#),
]
