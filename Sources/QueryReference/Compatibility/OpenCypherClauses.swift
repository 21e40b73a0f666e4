/// Clauses of openCypher 9.
let openCypherClauses: [Feature.Seed] = [
  .yes("reading", "MATCH", "MATCH", "MATCH#who-knows-whom", "MATCH#two-patterns-share-a-name"),
  .yes(
    "reading", "MATCH, variable length", "variable length", "variable length#once-or-twice",
    "variable length#no-time-at-all-is-the-node-itself"),
  .yes("reading", "MATCH, shortest paths", "shortestPath", "shortestPath#one", "shortestPath#all"),
  .yes("reading", "OPTIONAL MATCH", "OPTIONAL MATCH", "OPTIONAL MATCH#rows-stay"),
  .yes("reading", "WHERE", "WHERE", "WHERE#a-condition", "WHERE#a-pattern-is-a-condition"),
  .yes("projecting", "RETURN", "RETURN", "RETURN#columns", "RETURN#all-names"),
  .yes("projecting", "WITH", "WITH", "WITH#a-condition-on-a-group", "WITH#the-first-of-each"),
  .yes("projecting", "DISTINCT", "DISTINCT", "DISTINCT#rows"),
  .yes("projecting", "ORDER BY", "ORDER BY", "ORDER BY#by-two-keys", "ORDER BY#by-what-is-not-shown"),
  .yes("projecting", "SKIP and LIMIT", "SKIP", "SKIP#a-page"),
  .yes("projecting", "UNWIND", "UNWIND", "UNWIND#elements", "UNWIND#nothing-in-it"),
  .yes("composing", "UNION and UNION ALL", "UNION", "UNION#without-duplicates", "UNION#with-duplicates"),
  .yes(
    "composing", "CALL … YIELD", "CALL procedure",
    "Tests/HearsayTests/ProcedureTests.swift#a registered procedure yields its rows",
    "CALL procedure#none-of-this-name", remark: "of procedures that programs register; Hearsay has none of its own"),
  .yes("writing", "CREATE", "CREATE", "CREATE#a-walk", "CREATE#for-each-row"),
  .yes("writing", "MERGE, ON CREATE, ON MATCH", "MERGE", "MERGE#found", "MERGE#added"),
  .yes("writing", "SET", "SET", "SET#a-property", "SET#all-properties", "SET#some-properties"),
  .yes("writing", "REMOVE", "REMOVE", "REMOVE#a-property-and-a-label"),
  .yes("writing", "DELETE and DETACH DELETE", "DELETE", "DELETE#an-edge", "DELETE#with-its-edges"),
]
