/// GQL: catalog, changes, graph types, procedures, queries, sessions, transactions.
let gqlQueryFeatures: [Feature.Seed] = [
  .no("GC01", "Graph schema management", remark: "a case is one graph", refused: "CREATE SCHEMA /a"),
  .no(
    "GC02", "Graph schema management: IF [ NOT ] EXISTS", remark: "a case is one graph",
    refused: "CREATE SCHEMA IF NOT EXISTS /a"),
  .no(
    "GC03", "Graph type: IF [ NOT ] EXISTS", remark: "a case is one graph", refused: "CREATE GRAPH TYPE IF NOT EXISTS t"
  ),
  .no("GC04", "Graph management", remark: "a case is one graph", refused: "CREATE GRAPH g"),
  .no(
    "GC05", "Graph management: IF [ NOT ] EXISTS", remark: "a case is one graph",
    refused: "CREATE GRAPH IF NOT EXISTS g"),
  .yes("GD01", "Updatable graphs", "CREATE", "CREATE#a-walk", "INSERT#labels", "SET#a-property", "DELETE#an-edge"),
  .yes(
    "GD02", "Graph label set changes", "SET", "queries/language/computed-names.gql#set-labels",
    "queries/language/computed-names.gql#set-is", "queries/language/computed-names.gql#remove-labels"),
  .no("GD03", "DELETE statement: subquery support", refused: "DELETE VALUE { MATCH (n) RETURN n }"),
  .yes(
    "GD04", "DELETE statement: simple expression support", "DELETE",
    "queries/language/names-of-the-standard.gql#deleted-by-an-expression"),
  .yes("GG01", "Graph with an open graph type", "CREATE", "CREATE#a-walk"),
  .no("GG02", "Graph with a closed graph type", remark: "graphs have no types"),
  .no("GG03", "Graph type inline specification", remark: "graphs have no types"),
  .no("GG04", "Graph type like a graph", remark: "graphs have no types"),
  .no("GG05", "Graph from a graph source", remark: "graphs have no types"),
  .no("GG20", "Explicit element type names", remark: "graphs have no types"),
  .no("GG21", "Explicit element type key label sets", remark: "graphs have no types"),
  .no("GG22", "Element type key label set inference", remark: "graphs have no types"),
  .no("GG23", "Optional element type key label sets", remark: "graphs have no types"),
  .no("GG24", "Relaxed structural consistency", remark: "graphs have no types"),
  .no("GG25", "Relaxed key label set uniqueness for edge types", remark: "graphs have no types"),
  .no("GG26", "Relaxed property value type consistency", remark: "graphs have no types"),
  .no("GH01", "External object references"),
  .no("GH02", "Undirected edge patterns", remark: "all edges have a direction", refused: "MATCH (a)~[r]~(b) RETURN a"),
  .yes("GP01", "Inline procedure", "CALL subquery", "queries/language/call-subqueries.gql#for-each-row"),
  .no(
    "GP02", "Inline procedure with implicit nested variable scope", remark: "write `CALL (*) { … }`",
    refused: "UNWIND [1] AS x CALL { RETURN x AS y } RETURN y"),
  .yes(
    "GP03", "Inline procedure with explicit nested variable scope", "CALL subquery",
    "queries/language/call-subqueries.gql#everything-around-it"),
  .yes(
    "GP04", "Named procedure calls", "CALL procedure",
    "Tests/HearsayTests/ProcedureTests.swift#a registered procedure yields its rows",
    remark: "of procedures that programs register; Hearsay has none of its own"),
  .no("GP05", "Procedure-local value variable definitions", remark: "LET is a clause", refused: "VALUE x = 1 RETURN x"),
  .no(
    "GP06", "Procedure-local value variable definitions: value variables based on simple expressions",
    remark: "LET is a clause", refused: "VALUE x = 1 RETURN x"),
  .no(
    "GP07", "Procedure-local value variable definitions: value variable based on subqueries", remark: "LET is a clause",
    refused: "VALUE x = 1 RETURN x"),
  .no(
    "GP08", "Procedure-local binding table variable definitions",
    refused: "BINDING TABLE t = { MATCH (n) RETURN n } RETURN 1 AS x"),
  .no(
    "GP09",
    "Procedure-local binding table variable definitions: binding table variables based on simple expressions or references",
    refused: "BINDING TABLE t = { MATCH (n) RETURN n } RETURN 1 AS x"),
  .no(
    "GP10", "Procedure-local binding table variable definitions: binding table variables based on subqueries",
    refused: "BINDING TABLE t = { MATCH (n) RETURN n } RETURN 1 AS x"),
  .no("GP11", "Procedure-local graph variable definitions", refused: "GRAPH g = CURRENT_GRAPH RETURN 1 AS x"),
  .no(
    "GP12", "Procedure-local graph variable definitions: graph variables based on simple expressions or references",
    refused: "GRAPH g = CURRENT_GRAPH RETURN 1 AS x"),
  .no(
    "GP13", "Procedure-local graph variable definitions: graph variables based on subqueries",
    refused: "GRAPH g = CURRENT_GRAPH RETURN 1 AS x"),
  .no("GP14", "Binding tables as procedure arguments"),
  .no("GP15", "Graphs as procedure arguments"),
  .no("GP16", "AT schema clause", refused: "AT /a MATCH (n) RETURN n"),
  .no("GP17", "Binding variable definition block", refused: "VALUE x = 1 VALUE y = 2 RETURN x"),
  .no("GP18", "Catalog and data statement mixing"),
  .no("GQ01", "USE graph clause", remark: "a session has one graph", refused: "USE g MATCH (n) RETURN n"),
  .yes(
    "GQ02", "Composite query: OTHERWISE", "OTHERWISE",
    "queries/language/set-operations.gql#otherwise-is-asked-if-there-is-nothing",
    "queries/language/set-operations.gql#otherwise-is-not-asked"),
  .yes(
    "GQ03", "Composite query: UNION", "UNION", "queries/language/set-operations.gql#union-all",
    "UNION#without-duplicates"),
  .yes("GQ04", "Composite query: EXCEPT DISTINCT", "EXCEPT", "queries/language/set-operations.gql#except"),
  .yes("GQ05", "Composite query: EXCEPT ALL", "EXCEPT", "queries/language/set-operations.gql#except-all-counts"),
  .yes("GQ06", "Composite query: INTERSECT DISTINCT", "INTERSECT", "queries/language/set-operations.gql#intersect"),
  .yes(
    "GQ07", "Composite query: INTERSECT ALL", "INTERSECT", "queries/language/set-operations.gql#intersect-all-counts"),
  .yes("GQ08", "FILTER statement", "FILTER", "queries/language/filter-let-for.gql#filter-keeps-rows"),
  .yes("GQ09", "LET statement", "LET", "queries/language/filter-let-for.gql#let-names-values"),
  .yes(
    "GQ10", "FOR statement: list value support", "FOR", "queries/language/filter-let-for.gql#for-of-nothing",
    "queries/language/filter-let-for.gql#for-counts-from-one"),
  .yes("GQ11", "FOR statement: WITH ORDINALITY", "FOR", "queries/language/filter-let-for.gql#for-counts-from-one"),
  .yes(
    "GQ12", "ORDER BY and page statement: OFFSET clause", "SKIP", "queries/language/order-and-pages.gql#offset-is-skip",
    "SKIP#on-its-own"),
  .yes(
    "GQ13", "ORDER BY and page statement: LIMIT clause", "SKIP",
    "queries/language/order-and-pages.gql#a-page-before-more"),
  .yes(
    "GQ14", "Complex expressions in sort keys", "ORDER BY",
    "queries/language/names-of-the-standard.gql#sorted-by-a-computation"),
  .yes(
    "GQ15", "GROUP BY clause", "GROUP BY", "queries/language/group-by.gql#by-a-column",
    "queries/language/group-by.gql#one-group-of-all"),
  .yes("GQ16", "Pre-projection aliases in sort keys", "ORDER BY", "ORDER BY#by-what-is-not-shown"),
  .no(
    "GQ17", "Element-wise group variable operations", remark: "`[x IN r | x.key]`",
    refused: "MATCH ((a)-[r:T]->(b)){2} RETURN r.w AS w"),
  .no(
    "GQ18", "Scalar subqueries", remark: "COUNT, EXISTS and COLLECT take subqueries",
    refused: "RETURN VALUE { RETURN 1 AS x } AS y"),
  .no("GQ19", "Graph pattern YIELD clause", refused: "MATCH (a)-->(b) YIELD a RETURN a"),
  .yes(
    "GQ20", "Advanced linear composition with NEXT", "NEXT", "queries/language/next.gql#rows-go-on",
    "queries/language/next.gql#yield-names-what-goes-on"),
  .no("GQ21", "OPTIONAL: Multiple MATCH statements", refused: "OPTIONAL { MATCH (a) MATCH (b) } RETURN a"),
  .yes(
    "GQ22", "EXISTS predicate: multiple MATCH statements", "EXISTS",
    "queries/language/names-of-the-standard.gql#two-matches-in-exists"),
  .no("GQ23", "FOR statement: binding table support"),
  .yes("GQ24", "FOR statement: WITH OFFSET", "FOR", "queries/language/filter-let-for.gql#for-counts-from-zero"),
  .no("GS01", "SESSION SET command: session-local graph parameters", refused: "SESSION SET"),
  .no("GS02", "SESSION SET command: session-local binding table parameters", refused: "SESSION SET"),
  .no("GS03", "SESSION SET command: session-local value parameters", refused: "SESSION SET"),
  .no("GS04", "SESSION RESET command: reset all characteristics", refused: "SESSION RESET"),
  .no("GS05", "SESSION RESET command: reset session schema", refused: "SESSION RESET"),
  .no("GS06", "SESSION RESET command: reset session graph", refused: "SESSION RESET"),
  .no("GS07", "SESSION RESET command: reset time zone displacement", refused: "SESSION RESET"),
  .no("GS08", "SESSION RESET command: reset all session parameters", refused: "SESSION RESET"),
  .no(
    "GS10", "SESSION SET command: session-local binding table parameters based on subqueries", refused: "SESSION SET"),
  .no("GS11", "SESSION SET command: session-local value parameters based on subqueries", refused: "SESSION SET"),
  .no(
    "GS12", "SESSION SET command: session-local graph parameters based on simple expressions or references",
    refused: "SESSION SET"),
  .no(
    "GS13", "SESSION SET command: session-local binding table parameters based on simple expressions or references",
    refused: "SESSION SET"),
  .no(
    "GS14", "SESSION SET command: session-local value parameters based on simple expressions", refused: "SESSION SET"),
  .no("GS15", "SESSION SET command: set time zone displacement", refused: "SESSION SET"),
  .no("GS16", "SESSION RESET command: reset individual session parameters", refused: "SESSION RESET"),
  .no("GT01", "Explicit transaction commands", remark: "a statement is one transaction", refused: "START TRANSACTION"),
  .no("GT02", "Specified transaction characteristics", refused: "START TRANSACTION READ ONLY"),
  .no("GT03", "Use of multiple graphs in a transaction"),
]
