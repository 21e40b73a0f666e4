/// On functions that tell who stands behind something: extensions of this language.
let provenanceNotes: [FunctionNote] = [
  FunctionNote(
    "claims",
    text: """
      Of a path, those behind any part of it. An extension of this language.
      """,
    related: ["speakers", "roots", "origins", "status", "evidence"],
    graph: .reports,
    examples: #"""
      //# test example
      MATCH (:Actor)-[r:AGENT_OF]->(:Event) RETURN [c IN claims(r) | c.text] AS claims;
      //= claims
      //= ['Red Column set off the blast', 'Red Column set off the blast', 'Red Column was behind the blast']
      //# test another
      MATCH (r:Report) RETURN claims(r) AS claims LIMIT 1;
      //= claims
      //= [(:Claim {text: 'Red Column set off the blast', …}), (:Claim {text: 'Red Column set off the blast', …})]
      """#),
  FunctionNote(
    "speakers",
    text: """
      Of a path, those behind any part of it. An extension of this language.
      """,
    related: ["claims", "roots", "ONLY SOURCE"],
    graph: .reports,
    examples: #"""
      MATCH (:Actor)-[r:AGENT_OF]->(:Event) RETURN [s IN speakers(r) | s.name] AS speakers;
      //= speakers
      //= ['The Herald', 'The Post', 'the police']
      """#),
  FunctionNote(
    "roots",
    text: """
      Of a path, those behind any part of it. An extension of this language.
      """,
    related: ["claims", "origins"],
    graph: .reports,
    examples: #"""
      MATCH (e:Event) UNWIND roots(e) AS root MATCH (s)-[:MADE]->(root) RETURN s.name AS speaker, root.text AS text;
      //= speaker    | text
      //= the police | Red Column set off the blast
      //= The Post   | Red Column was behind the blast
      """#),
  FunctionNote(
    "origins",
    text: """
      Roots that share a report, a speaker or a cited report count once. An extension of this language.
      """,
    related: ["roots", "WITHOUT SOURCE"],
    graph: .reports,
    examples: #"""
      MATCH (e:Event) RETURN size(claims(e)) AS claims, origins(e) AS origins;
      //= claims | origins
      //= 3      | 2
      """#),
  FunctionNote(
    "status",
    text: """
      `asserted`: somebody puts it forward and nobody contradicts. `contested`: it is denied or doubted as
      well, or nobody does more than allege it, or only people without a name give the blame. `denied`: there
      are denials alone. `unattested`: no claim is behind it.

      An edge that the reader made keeps the status it was given, unless a filter takes one of its claims
      away. Of a path it is the least certain of its parts. An extension of this language.
      """,
    related: ["claims"],
    graph: .reports,
    examples: #"""
      //# test example
      MATCH (:Actor)-[r:AGENT_OF]->(:Event) RETURN status(r) AS status;
      //= status
      //= asserted
      //# test another
      CREATE (a)-[r:KNOWS]->(b) RETURN status(r) AS status;
      //= status
      //= unattested
      """#),
  FunctionNote(
    "evidence",
    text: """
      Ranges are bytes of the report, from the first to before the last. An extension of this language.
      """,
    related: ["claims", "AS OF"],
    graph: .reports,
    examples: #"""
      MATCH (:Actor)-[r:AGENT_OF]->(:Event) UNWIND evidence(r) AS e RETURN e.start AS start, e.end AS `end`, e.text AS text;
      //= start | end | text
      //= 0     | 28  | Red Column set off the blast
      //= 0     | 36  | Red Column set off the blast
      //= 40    | 61  | Red Column was behind the blast
      """#),
  FunctionNote(
    "why",
    text: """
      The chain holds the names of those the words came through, the outermost first. `rule` names the rule of
      the reader that took the words for a claim. Of a path, what stands behind any part of it. An extension of
      this language.
      """,
    related: ["evidence", "claims"],
    graph: .reports,
    examples: #"""
      MATCH (:Actor)-[r:AGENT_OF]->(:Event) UNWIND why(r) AS w RETURN w.chain AS chain, w.stance AS stance, w.text AS text;
      //= chain | stance | text
      //= ['The Herald', 'the police'] | asserts | Red Column set off the blast
      //= ['The Herald', 'the police'] | asserts | Red Column set off the blast
      //= ['The Post'] | asserts | Red Column was behind the blast
      """#),
  FunctionNote(
    "latest",
    text: """
      The last by the date of the report among claims that put a figure forward and are not revised. Another
      name than that of a property is given as a string. An extension of this language.
      """,
    related: ["history", "conflicts", "AS OF"],
    graph: .figures,
    examples: #"""
      //# test example
      MATCH (e:Event) RETURN latest(e.killed) AS killed, latest(e, 'wounded') AS wounded;
      //= killed | wounded
      //= 9      | null
      //# test a-figure-is-a-property
      MATCH (e:Event) RETURN latest(e) AS x;
      //= error InvalidArgumentType at 1:31
      """#),
  FunctionNote(
    "history",
    text: """
      `bound` is `min` for "at least", `max` for "at most", else null; `revised` tells whether a later claim
      takes its place. Claims that deny a figure are there too, with their stance. An extension of this language.
      """,
    related: ["latest", "conflicts"],
    graph: .figures,
    examples: #"""
      MATCH (e:Event) UNWIND history(e.killed) AS h RETURN h.published AS published, h.value AS value, h.bound AS bound, h.revised AS revised, h.speaker.name AS speaker ORDER BY published, value;
      //= published  | value | bound | revised | speaker
      //= 2024-03-22 | 5     | null  | true    | the mayor
      //= 2024-03-22 | 12    | min   | false   | the clinic
      //= 2024-03-24 | 9     | null  | false   | the mayor
      """#),
  FunctionNote(
    "conflicts",
    text: """
      Figures that cannot both be true, bounds taken into account: 144 fits "at least 133". Both are put forward
      and neither is revised. Claims that are marked as contradicting each other come with a null attribute.
      An extension of this language.
      """,
    related: ["history", "status"],
    graph: .figures,
    examples: #"""
      MATCH (e:Event) UNWIND conflicts(e) AS c RETURN c.attribute AS attribute, c.values AS values;
      //= attribute | values
      //= killed    | [12, 9]
      """#),
]
