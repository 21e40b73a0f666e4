import QueryLanguage

/// Patterns of paths: how often, which of them, and what they may pass twice.
let pathPatterns: [ReferencePage] = [
  ReferencePage(
    "quantified relationships", .pattern,
    summary: "an edge pattern that is followed several times, as GQL writes it",
    syntax: ["-[…]->{m,n}, ->{n}, ->{m,}, ->{,n}, ->+, ->*"],
    text: """
      `+` is `{1,}`, `*` is `{0,}`. The name stands for the list of edges, the condition inside is asked of
      each.
      """,
    related: ["quantified groups", "variable length", "shortest paths"],
    graph: .people,
    examples: #"""
      //# test at-least-once
      MATCH (:Person {name: 'Ada'})-[e:KNOWS]->+(n) RETURN n.name AS name, size(e) AS steps;
      //= name | steps
      //= Ben  | 1
      //= Cleo | 2
      //# test a-condition-on-each
      MATCH (:Person {name: 'Ada'})-[e:KNOWS WHERE e.since < 2012]->*(n) RETURN n.name AS name;
      //= name
      //= Ada
      //= Ben
      //# test bounds-in-the-wrong-order
      MATCH (a)-[:KNOWS]->{3,1}(b) RETURN a;
      //= error InvalidRelationshipPattern at 1:21
      """#),
  ReferencePage(
    "quantified groups", .pattern,
    summary: "a part of a pattern that is walked several times",
    syntax: ["(pattern [WHERE condition]){m,n}, (…){n}, (…)+, (…)*"],
    text: """
      Names inside stand, outside, for lists: one element for each time. The condition is asked each time and
      knows the names inside and those of earlier clauses. Groups do not stand in each other.
      """,
    related: ["quantified relationships", "shortest paths", "path modes"],
    graph: .people,
    examples: #"""
      //# test names-are-lists
      MATCH (:Person {name: 'Ada'}) ((a)-[e:KNOWS]->(b)){2} (c) RETURN [n IN a | n.name] AS a, [n IN b | n.name] AS b, c.name AS c;
      //= a              | b               | c
      //= ['Ada', 'Ben'] | ['Ben', 'Cleo'] | Cleo
      //# test a-condition-each-time
      MATCH (:Person {name: 'Ada'}) ((a)-[:KNOWS]->(b) WHERE a.born > b.born)+ (c) RETURN c.name AS name;
      //= name
      //= Ben
      //# test not-in-each-other
      MATCH (s) (((a)-->(b)){2} (c)-->(d)){2} (e) RETURN e;
      //= error InvalidRelationshipPattern at 1:11
      """#),
  ReferencePage(
    "questioned paths", .pattern,
    summary: "an edge or a part of a pattern that may be left out",
    syntax: ["-[…]->?", "(pattern [WHERE condition])?"],
    text: """
      Both ways are followed: with the part, and without it, where the nodes around it are one. Names inside
      stand for a node or an edge, not for lists as with `{0,1}`; where the part is left out they are null.
      Another pattern of the same MATCH cannot use them.
      """,
    related: ["quantified groups", "quantified relationships", "OPTIONAL MATCH"],
    graph: .people,
    examples: #"""
      //# test with-and-without
      MATCH (a:Person {name: 'Ada'})-[e:KNOWS]->?(b) RETURN b.name AS name, e.since AS since;
      //= name | since
      //= Ada  | null
      //= Ben  | 2010
      //# test a-part
      MATCH (a:Person {name: 'Ada'}) ((x)-[:KNOWS]->(y)-[:KNOWS]->(z) WHERE x.born > y.born)? (b) RETURN b.name AS name, y.name AS middle;
      //= name | middle
      //= Ada  | null
      //= Cleo | Ben
      //# test not-in-another-pattern
      MATCH (a:Person)-[e:KNOWS]->?(b), ()-[e]->() RETURN a;
      //= error VariableAlreadyBound at 1:39
      """#),
  ReferencePage(
    "path brackets", .pattern,
    summary: "a part of a pattern with a condition of its own",
    syntax: ["(a)-[…]->(pattern [WHERE condition])-[…]->(b)"],
    text: """
      Brackets without a quantifier group a part that is walked once. Where they meet another node pattern,
      both stand for one node; one of the two should be empty, or have no more than labels. The condition is
      one on the whole pattern, and decides before a selection such as ANY SHORTEST.
      """,
    related: ["quantified groups", "shortest paths", "WHERE"],
    graph: .people,
    examples: #"""
      //# test a-part-with-a-condition
      MATCH (a:Person)-[:KNOWS]->((b)-[:KNOWS]->(c) WHERE b.born < 1980)-[:LIVES_IN]->(d) RETURN a.name AS a, d.name AS d;
      //= a   | d
      //= Ada | Omsk
      //# test nodes-meet
      MATCH (:Person) ((b)-[:KNOWS]->(c)) (:Person)-[:LIVES_IN]->(t) RETURN b.name AS b, t.name AS t;
      //= b   | t
      //= Ada | Perm
      //= Ben | Omsk
      //# test two-names-for-one-node
      MATCH (a) ((b)-->(c)) RETURN a;
      //= error InvalidRelationshipPattern at 1:12
      """#),
  ReferencePage(
    "KEEP", .pattern,
    keywords: [.keep],
    summary: "a selection or mode for all patterns of a MATCH",
    syntax: ["MATCH pattern, … KEEP selection [mode] [WHERE condition]", "MATCH pattern, … KEEP mode"],
    text: """
      It says behind the patterns what could stand in front of each.
      """,
    related: ["shortest paths", "path modes", "MATCH"],
    graph: .people,
    examples: #"""
      //# test a-selection
      MATCH p = (:Person {name: 'Ada'})-->+(:Town {name: 'Omsk'}) KEEP ANY SHORTEST RETURN length(p) AS length;
      //= length
      //= 3
      //# test a-mode
      MATCH p = (:Person {name: 'Ada'})--{3}(n) KEEP ACYCLIC RETURN [x IN nodes(p) | x.name] AS names;
      //= names
      //= ['Ada', 'Ben', 'Cleo', 'Omsk']
      //= ['Ada', 'Perm', 'Ben', 'Cleo']
      //# test said-twice
      MATCH p = ANY (a)-->+(b) KEEP SHORTEST 2 RETURN p;
      //= error UnexpectedSyntax at 1:26
      """#),
  ReferencePage(
    "shortest paths", .pattern,
    keywords: [.shortest, .any, .all, .path, .paths, .groups],
    summary: "which of the paths between two nodes are kept",
    syntax: ["ANY [k] [PATH | PATHS], ALL [PATHS]", "ANY SHORTEST, ALL SHORTEST, SHORTEST k, SHORTEST k GROUPS"],
    text: """
      It stands in front of the pattern, behind the name of the path, and chooses anew for each pair of first
      and last node. A group is all paths of one length. Without it all paths are kept.

      A condition in brackets around the pattern decides what counts as a path; one behind the MATCH is asked
      of the chosen ones.
      """,
    related: ["path modes", "match modes", "shortestPath"],
    graph: .people,
    examples: #"""
      //# test one-of-the-shortest
      MATCH p = ANY SHORTEST (:Person {name: 'Ada'})-->+(:Town {name: 'Omsk'}) RETURN [n IN nodes(p) | n.name] AS names;
      //= names
      //= ['Ada', 'Ben', 'Cleo', 'Omsk']
      //# test two
      MATCH p = SHORTEST 2 (:Person {name: 'Ada'})--+(:Town {name: 'Perm'}) RETURN length(p) AS length;
      //= length
      //= 1
      //= 2
      //# test by-groups
      MATCH p = SHORTEST 1 GROUP (:Person {name: 'Ada'})--+(:Person {name: 'Ben'}) RETURN length(p) AS length;
      //= length
      //= 1
      //# test none-at-all
      MATCH p = SHORTEST 0 (a)-->+(b) RETURN p;
      //= error InvalidArgumentValue at 1:20
      """#),
  ReferencePage(
    "path modes", .pattern,
    keywords: [.walk, .trail, .acyclic, .simple],
    summary: "what a path may pass twice",
    syntax: ["WALK | TRAIL | ACYCLIC | SIMPLE [PATH | PATHS]"],
    text: """
      A TRAIL passes no edge twice, an ACYCLIC path no node, a SIMPLE one no node but that its first may be
      its last. A WALK may pass all again; one without an upper bound needs a selection such as ANY SHORTEST.
      By the letter of the standard, what is SIMPLE asks for nodes alone: where elements may repeat, there and
      back over one edge is a SIMPLE path of two steps, as its only node twice is the first and last. Where
      edges differ, as they do without REPEATABLE ELEMENTS, it is none.

      It stands where a selection stands, or behind it. Without it, and without REPEATABLE ELEMENTS, paths are
      trails.
      """,
    related: ["shortest paths", "match modes"],
    graph: .people,
    examples: #"""
      //# test trail
      MATCH p = TRAIL (:Person {name: 'Ada'})--{3}(n:Person) RETURN [x IN nodes(p) | x.name] AS names;
      //= names
      //= ['Ada', 'Ben', 'Perm', 'Ada']
      //= ['Ada', 'Perm', 'Ben', 'Cleo']
      //= ['Ada', 'Perm', 'Ben', 'Ada']
      //# test acyclic
      MATCH p = ACYCLIC (:Person {name: 'Ada'})--{3}(n) RETURN [x IN nodes(p) | x.name] AS names;
      //= names
      //= ['Ada', 'Ben', 'Cleo', 'Omsk']
      //= ['Ada', 'Perm', 'Ben', 'Cleo']
      //# test simple-may-come-back
      MATCH p = SIMPLE (:Person {name: 'Ada'})--{3}(n {name: 'Ada'}) RETURN [x IN nodes(p) | x.name] AS names;
      //= names
      //= ['Ada', 'Ben', 'Perm', 'Ada']
      //= ['Ada', 'Perm', 'Ben', 'Ada']
      //# test there-and-back
      MATCH REPEATABLE ELEMENTS p = SIMPLE (:Person {name: 'Ada'})--{2}(n {name: 'Ada'}) RETURN [x IN nodes(p) | x.name] AS names;
      //= names
      //= ['Ada', 'Ben', 'Ada']
      //= ['Ada', 'Perm', 'Ada']
      """#),
  ReferencePage(
    "match modes", .pattern,
    keywords: [.repeatable, .different, .element, .elements, .relationship, .relationships, .edge, .edges, .bindings],
    summary: "whether the patterns of one MATCH may share edges",
    syntax: ["MATCH REPEATABLE ELEMENTS pattern, …", "MATCH DIFFERENT RELATIONSHIPS pattern, …"],
    text: """
      DIFFERENT RELATIONSHIPS, or EDGES, is what holds without a word: no edge stands for two of the MATCH.
      BINDINGS may follow either.
      """,
    related: ["MATCH", "path modes"],
    graph: .people,
    examples: #"""
      //# test shared
      MATCH REPEATABLE ELEMENTS (:Person {name: 'Ada'})-[a:KNOWS]->(), (:Person)-[b:KNOWS]->(:Person {name: 'Ben'}) RETURN a = b AS same;
      //= same
      //= true
      //# test not-shared
      MATCH DIFFERENT RELATIONSHIPS (:Person {name: 'Ada'})-[a:KNOWS]->(), (:Person)-[b:KNOWS]->(:Person {name: 'Ben'}) RETURN a = b AS same;
      //= none
      //# test no-end-of-walks
      MATCH REPEATABLE ELEMENTS (a)-->+(b) RETURN a;
      //= error InvalidRelationshipPattern at 1:27
      """#),
  ReferencePage(
    "shortestPath", .pattern,
    keywords: [.shortestPath, .allShortestPaths],
    summary: "one shortest path between two nodes, or all of them, as openCypher writes it",
    syntax: ["shortestPath((a)-[…*…]-(b)), allShortestPaths((a)-[…*…]-(b))"],
    text: """
      A pattern of one edge with a length. It stands in MATCH or in an expression; there both ends must be
      known.
      """,
    related: ["shortest paths", "variable length"],
    graph: .people,
    examples: #"""
      //# test one
      MATCH p = shortestPath((:Person {name: 'Ada'})-[*]-(:Town {name: 'Omsk'})) RETURN length(p) AS length;
      //= length
      //= 3
      //# test all
      MATCH p = allShortestPaths((:Person {name: 'Ada'})-[*]-(:Person {name: 'Ben'})) RETURN length(p) AS length;
      //= length
      //= 1
      """#),
]
