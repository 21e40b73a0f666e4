/// What `:help` says of the clauses, in the order in which one learns them.
struct HelpTopic {
  let name: String
  let form: String
  let summary: String
  let example: String

  static let clauses = [
    HelpTopic(
      name: "MATCH", form: "MATCH pattern, … [WHERE condition]", summary: "finds what the graph holds of a pattern",
      example: "MATCH (who:Actor)-[:AGENT_OF]->(e:Event) RETURN who.name, e.name;"),
    HelpTopic(
      name: "OPTIONAL MATCH", form: "OPTIONAL MATCH pattern [WHERE condition]",
      summary: "as MATCH, but keeps the row, with nulls, where nothing is found",
      example: "MATCH (e:Event) OPTIONAL MATCH (e)-[:LOCATED_IN]->(p:Place) RETURN e.name, p.name;"),
    HelpTopic(
      name: "WHERE", form: "WHERE condition", summary: "keeps the rows for which the condition is true",
      example: "MATCH (e:Event) WHERE e.killed >= 100 RETURN e.name;"),
    HelpTopic(
      name: "RETURN", form: "RETURN [DISTINCT] expression [AS name], … [ORDER BY …] [SKIP n] [LIMIT n]",
      summary: "says what the rows show; ends the statement",
      example: "MATCH (c:Claim) RETURN c.stance, count(*) AS claims ORDER BY claims DESC;"),
    HelpTopic(
      name: "WITH", form: "WITH expression AS name, … [WHERE condition]",
      summary: "passes rows on to the next clause, grouped, sorted or cut like RETURN",
      example: "MATCH (a:Actor)-[:MADE]->(c) WITH a, count(c) AS claims WHERE claims > 3 RETURN a.name, claims;"),
    HelpTopic(
      name: "ORDER BY", form: "ORDER BY expression [ASC|DESC], …", summary: "sorts the rows of RETURN or WITH",
      example: "MATCH (e:Event) RETURN e.name, e.start ORDER BY e.start;"),
    HelpTopic(
      name: "FILTER", form: "FILTER [WHERE] condition", summary: "keeps the rows for which the condition is true",
      example: "MATCH (e:Event) FILTER e.killed >= 100 RETURN e.name;"),
    HelpTopic(
      name: "LET", form: "LET name = expression, …", summary: "gives values names, beside those that are there",
      example: "MATCH (e:Event) LET harmed = e.killed + e.injured RETURN e.name, harmed;"),
    HelpTopic(
      name: "FOR", form: "FOR name IN list [WITH ORDINALITY name | WITH OFFSET name]",
      summary: "makes a row of each element of a list, with its place counted from 1 or from 0",
      example: "FOR word IN ['a', 'b'] WITH ORDINALITY place RETURN place, word;"),
    HelpTopic(
      name: "GROUP BY", form: "RETURN expression, … GROUP BY key, … | ()",
      summary: "says what aggregates are taken over; without it the other columns do",
      example: "MATCH (c:Claim) RETURN c.stance AS stance, count(*) AS claims GROUP BY stance;"),
    HelpTopic(
      name: "SKIP", form: "[ORDER BY …] [SKIP n | OFFSET n] [LIMIT n]",
      summary: "leaves rows out and cuts the rest; behind RETURN or WITH, or as a clause of its own",
      example: "MATCH (e:Event) ORDER BY e.start SKIP 10 LIMIT 5 RETURN e.name;"),
    HelpTopic(name: "FINISH", form: "FINISH", summary: "ends a statement that shows no rows", example: ""),
    HelpTopic(
      name: "UNWIND", form: "UNWIND list AS name", summary: "makes a row of each element of a list",
      example: "UNWIND [1, 2, 3] AS n RETURN n * n AS square;"),
    HelpTopic(
      name: "LOAD CSV", form: "LOAD CSV [WITH HEADERS] FROM file AS name [FIELDTERMINATOR character]",
      summary: "makes a row of each line of a file in the folder that `--import-folder` names", example: ""),
    HelpTopic(
      name: "UNION", form: "query UNION | EXCEPT | INTERSECT [ALL] query, query OTHERWISE query",
      summary: "puts the rows of two queries together; OTHERWISE asks the second if the first has none",
      example: "MATCH (p:Place) RETURN p.name AS name UNION MATCH (s:State) RETURN s.name AS name;"),
    HelpTopic(
      name: "NEXT", form: "query NEXT query", summary: "goes on with the rows that a query has returned, as a whole",
      example: "MATCH (e:Event) RETURN e.type AS type, count(*) AS n NEXT RETURN max(n) AS most;"),
    HelpTopic(
      name: "WHEN", form: "WHEN condition THEN { query } … [ELSE { query }]",
      summary: "answers with the first query whose condition is true, for each row",
      example:
        "MATCH (e:Event) CALL (e) { WHEN e.killed > 0 THEN RETURN 'deadly' AS kind ELSE RETURN '' AS kind } RETURN kind;"
    ),
    HelpTopic(
      name: "CALL",
      form: "[OPTIONAL] CALL procedure(argument, …) [YIELD name, …], or [OPTIONAL] CALL (name, … | *) { query }",
      summary: "runs a procedure, or a query for each row, which sees the names in brackets",
      example: "MATCH (a:Actor) CALL (a) { MATCH (a)-[:MADE]->(c) RETURN count(c) AS claims } RETURN a.name, claims;"),
    HelpTopic(
      name: "CREATE", form: "CREATE pattern, …", summary: "adds nodes and edges; they carry no claim",
      example: "CREATE (:Actor:Person {name: 'A. Reporter'});"),
    HelpTopic(
      name: "INSERT", form: "INSERT pattern, …", summary: "as CREATE; labels are joined by `&`",
      example: "INSERT (:Actor&Person {name: 'A. Reporter'});"),
    HelpTopic(
      name: "MERGE", form: "MERGE pattern [ON CREATE SET …] [ON MATCH SET …]",
      summary: "finds a pattern, or adds it where it is not there",
      example: "MERGE (p:Place {name: 'Perm'}) ON CREATE SET p.kind = 'city';"),
    HelpTopic(
      name: "SET", form: "SET element.property = value, element[key] = value, element:Label, element:$(name), …",
      summary: "changes properties and labels",
      example: "MATCH (p:Place {name: 'Perm'}) SET p.country = 'Russia';"),
    HelpTopic(
      name: "REMOVE", form: "REMOVE element.property, element:Label, …", summary: "takes properties and labels away",
      example: "MATCH (p:Place {name: 'Perm'}) REMOVE p.kind;"),
    HelpTopic(
      name: "DELETE", form: "[DETACH] DELETE element, …",
      summary: "takes nodes and edges away; DETACH a node's edges too",
      example: "MATCH (p:Place {name: 'Perm'}) DETACH DELETE p;"),
    HelpTopic(
      name: "FOREACH", form: "FOREACH (name IN list | clause …)",
      summary: "changes the graph once for each element of a list",
      example: "FOREACH (word IN ['Perm', 'Omsk'] | MERGE (:Place {name: word}));"),
    HelpTopic(
      name: "AS OF", form: "statement AS OF date", summary: "answers from what was published up to that day",
      example: "MATCH (e:Event) RETURN e.name, e.killed AS OF date('2024-03-24');"),
    HelpTopic(
      name: "WITHOUT SOURCE", form: "statement WITHOUT SOURCE name",
      summary: "answers as if that speaker or report had said nothing; ONLY SOURCE is its opposite",
      example: "MATCH (e:Event) RETURN e.name, origins(e) WITHOUT SOURCE 'Reuters';"),
    HelpTopic(
      name: "EXPLAIN", form: "EXPLAIN statement", summary: "shows how a statement would be run, without running it",
      example: "EXPLAIN MATCH (a:Actor {name: 'Iran'}) RETURN a;"),
  ]
}
