import QueryLanguage

/// What changes the graph.
let changingClauses: [ReferencePage] = [
  ReferencePage(
    "CREATE", .clause,
    keywords: [.create],
    summary: "adds nodes and edges",
    syntax: ["CREATE pattern, …"],
    text: """
      Each edge needs one type and one direction. A name that is bound already stands for the node that is
      there. What is created carries no claim: it is `unattested`.
      """,
    related: ["INSERT", "MERGE", "status"],
    examples: #"""
      //# test a-walk
      CREATE (a:Actor:Person {name: 'A. Reporter'})-[r:WORKS_FOR]->(o:Organization {name: 'The Herald'}) RETURN labels(a) AS labels, type(r) AS type, o.name AS name;
      //= labels              | type      | name
      //= ['Actor', 'Person'] | WORKS_FOR | The Herald
      //# test for-each-row
      UNWIND ['Perm', 'Omsk'] AS name CREATE (t:Town {name: name}) RETURN t.name AS town;
      //= town
      //= Perm
      //= Omsk
      //# test which-way
      CREATE (:Person)-[:KNOWS]-(:Person);
      //= error RequiresDirectedRelationship at 1:17
      """#),
  ReferencePage(
    "INSERT", .clause,
    keywords: [.insert],
    summary: "adds nodes and edges, as CREATE does",
    syntax: ["INSERT pattern, …"],
    text: """
      Labels are joined by `&`.
      """,
    related: ["CREATE"],
    examples: #"""
      //# test labels
      INSERT (a:Actor&Person {name: 'A. Reporter'}) RETURN labels(a) AS labels;
      //= labels
      //= ['Actor', 'Person']
      //# test one-colon
      INSERT (:Actor:Person);
      //= error UnexpectedSyntax at 1:15
      """#),
  ReferencePage(
    "MERGE", .clause,
    keywords: [.merge, .on],
    summary: "finds a pattern, or adds it where it is not there",
    syntax: ["MERGE pattern [ON CREATE SET …] [ON MATCH SET …]"],
    text: """
      The pattern is found or added as a whole. Rows see what rows before them have added.
      """,
    related: ["MATCH", "CREATE", "SET"],
    graph: .people,
    examples: #"""
      //# test found
      MERGE (t:Town {name: 'Perm'}) ON CREATE SET t.new = true ON MATCH SET t.new = false RETURN t.new AS new;
      //= new
      //= false
      //= warning: unknown property `new`
      //# test added
      MERGE (t:Town {name: 'Tomsk'}) ON CREATE SET t.new = true RETURN t.new AS new;
      //= new
      //= true
      //= warning: unknown property `new`
      //# test once-for-two-rows
      UNWIND ['Tomsk', 'Tomsk'] AS name MERGE (t:Town {name: name}) RETURN count(DISTINCT t) AS towns;
      //= towns
      //= 1
      //# test null-is-never-found
      UNWIND [null] AS name MERGE (t:Town {name: name}) RETURN t;
      //= error MergeReadOwnWrites at 1:44
      """#),
  ReferencePage(
    "SET", .clause,
    keywords: [.set],
    summary: "changes properties and labels",
    syntax: [
      "SET element.key = value, element[key] = value", "SET element = map, element += map",
      "SET node:Label, node IS Label, node:$(name)",
    ],
    text: """
      A value of null takes the property away. `=` puts the map in place of all properties, `+=` keeps those
      that it does not name. Rows are done one by one: each sees what those before it have set.
      """,
    related: ["REMOVE", "properties", "computed names"],
    graph: .people,
    examples: #"""
      //# test a-property
      MATCH (p:Person {name: 'Cleo'}) SET p.born = 1990, p:Writer RETURN p.born AS born, labels(p) AS labels;
      //= born | labels
      //= 1990 | ['Person', 'Writer']
      //# test all-properties
      MATCH (t:Town {name: 'Perm'}) SET t = {name: 'Perm', river: 'Kama'} RETURN properties(t) AS properties;
      //= properties
      //= {name: 'Perm', river: 'Kama'}
      //# test some-properties
      MATCH (p:Person {name: 'Ada'}) SET p += {born: null, town: 'Perm'} RETURN properties(p) AS properties;
      //= properties
      //= {name: 'Ada', town: 'Perm'}
      //# test no-maps-inside
      MATCH (t:Town {name: 'Perm'}) SET t.river = {name: 'Kama'};
      //= error InvalidPropertyType at 1:35
      """#),
  ReferencePage(
    "REMOVE", .clause,
    keywords: [.remove],
    summary: "takes properties and labels away",
    syntax: ["REMOVE element.key, element[key], node:Label, …"],
    text: """
      What is not there needs no removing: that is no mistake.
      """,
    related: ["SET", "DELETE"],
    graph: .people,
    examples: #"""
      //# test a-property-and-a-label
      MATCH (p:Person {name: 'Ada'}) REMOVE p.born, p:Person RETURN properties(p) AS properties, labels(p) AS labels;
      //= properties    | labels
      //= {name: 'Ada'} | []
      """#),
  ReferencePage(
    "DELETE", .clause,
    keywords: [.delete, .detach, .nodetach],
    summary: "takes nodes and edges away",
    syntax: ["[DETACH | NODETACH] DELETE element, …"],
    text: """
      A node that has edges needs DETACH, which takes them along. Paths are taken as a whole; null is left
      alone. What has been deleted cannot be read afterwards.
      """,
    related: ["REMOVE", "CREATE"],
    graph: .people,
    examples: #"""
      //# test with-its-edges
      MATCH (p:Person {name: 'Ada'}) DETACH DELETE p WITH 1 AS one MATCH (q:Person) RETURN count(q) AS people;
      //= people
      //= 2
      //# test an-edge
      MATCH (:Person {name: 'Ada'})-[k:KNOWS]->() DELETE k WITH 1 AS one MATCH (:Person)-[k:KNOWS]->() RETURN count(k) AS edgeCount;
      //= edgeCount
      //= 1
      //# test a-node-with-edges
      MATCH (p:Person {name: 'Ada'}) DELETE p;
      //= error DeleteConnectedNode at 1:39
      """#),
  ReferencePage(
    "FOREACH", .clause,
    keywords: [.foreach],
    summary: "changes the graph once for each element of a list",
    syntax: ["FOREACH (name IN list | clause …)"],
    text: """
      Only clauses that change the graph stand inside. The rows stay as they are, and names from inside are
      not known outside.
      """,
    related: ["UNWIND", "CREATE"],
    examples: #"""
      //# test each-element
      FOREACH (name IN ['Perm', 'Omsk'] | CREATE (:Town {name: name})) WITH 1 AS one MATCH (t:Town) RETURN count(t) AS towns;
      //= towns
      //= 2
      //# test no-reading-inside
      FOREACH (x IN [1] | RETURN x);
      //= error InvalidClauseComposition at 1:21
      """#),
]
