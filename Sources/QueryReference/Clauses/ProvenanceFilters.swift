import QueryLanguage

/// What leaves claims out of an answer: extensions of this language.
let provenanceFilters: [ReferencePage] = [
  ReferencePage(
    "AS OF", .provenance,
    keywords: [.as, .of],
    summary: "answers from what was published up to that day",
    syntax: ["statement AS OF [REPORT | EVENT | INGEST] date", "MATCH pattern AS OF [REPORT | EVENT | INGEST] date"],
    text: """
      The date is a date or a time with or without zone. Claims of reports that were published later, or whose
      date is not known, count as not made: edges between actors, events and places that rest on them alone
      are not there, and `claims`, `origins` and `status` do without them. What people created stays.

      The day is that of publication, also written REPORT. By EVENT only events are there that began up to the
      day. By INGEST claims count by the property `ingested` of their report: when it came into the case, as
      `hearsay build --ingested` says; claims of reports without it do not count.

      Behind a pattern it holds for that MATCH: the pattern is looked for in what was known then, and what it
      finds is read as it was then, in later clauses too, under other names, and out of lists and maps; so is
      what is found by way of it, as with `nodes(p)` or `claims(e)`. Where elements found under different
      filters come together in one list, map or column, they are read without filters, with a warning. A
      pattern that goes on from them is looked for in what is known now unless it has a filter of its own. At
      the end it holds for the whole statement.

      An extension of this language. A statement with it cannot change the graph.
      """,
    related: ["WITHOUT SOURCE", "ONLY SOURCE", "claims"],
    graph: .reports,
    examples: #"""
      //# test before-the-second-report
      MATCH (e:Event) RETURN e.name AS event, size(claims(e)) AS claims AS OF date('2024-03-23');
      //= event | claims
      //= blast | 2
      //# test after-it
      MATCH (e:Event) RETURN e.name AS event, size(claims(e)) AS claims AS OF date('2024-03-24');
      //= event | claims
      //= blast | 3
      //# test then-beside-now
      MATCH (early:Event) AS OF date('2024-03-23') MATCH (e:Event) WHERE e = early RETURN size(claims(early)) AS before, size(claims(e)) AS now;
      //= before | now
      //= 2      | 3
      //# test out-of-a-list
      MATCH (e:Event) AS OF date('2024-03-23') WITH collect(e) AS events RETURN [x IN events | size(claims(x))] AS before;
      //= before
      //= [2]
      //# test a-day-is-a-date
      MATCH (e:Event) RETURN e.name AS event AS OF '2024-03-24';
      //= error InvalidArgumentType at 1:46
      """#),
  ReferencePage(
    "WITHOUT SOURCE", .provenance,
    keywords: [.without, .source],
    summary: "answers as if a speaker or a report had said nothing",
    syntax: ["statement WITHOUT SOURCE name | [name, …]", "MATCH pattern WITHOUT SOURCE name | [name, …]"],
    text: """
      The name is that of an actor, letter by letter. Claims that it made, that stand in reports it published,
      that reach us through it alone or pass on nothing but its words count as not made; what rests on nothing
      else is not there. A name that nobody bears takes nothing away.

      Behind a pattern it holds for that MATCH and for how its elements are read, at the end for the whole
      statement. An extension of this language. A statement with it cannot change the graph.
      """,
    related: ["ONLY SOURCE", "AS OF", "origins"],
    graph: .reports,
    examples: #"""
      //# test what-still-stands
      MATCH (a:Actor)-[r:AGENT_OF]->(e:Event) RETURN a.name AS actor, e.name AS event WITHOUT SOURCE 'The Post';
      //= actor      | event
      //= Red Column | blast
      //# test and-what-falls
      MATCH (a:Actor)-[r:AGENT_OF]->(e:Event) RETURN a.name AS actor, e.name AS event WITHOUT SOURCE ['The Post', 'The Herald'];
      //= none
      //# test a-source-is-a-name
      MATCH (e:Event) RETURN e.name AS event WITHOUT SOURCE 5;
      //= error InvalidArgumentType at 1:55
      """#),
  ReferencePage(
    "ONLY SOURCE", .provenance,
    keywords: [.only, .source],
    summary: "answers as if nobody but these had said anything",
    syntax: ["statement ONLY SOURCE name | [name, …]", "MATCH pattern ONLY SOURCE name | [name, …]"],
    text: """
      The opposite of WITHOUT SOURCE: what that would take away is all that counts. Of several names any will
      do.

      Behind a pattern it holds for that MATCH and for how its elements are read, at the end for the whole
      statement. An extension of this language. A statement with it cannot change the graph.
      """,
    related: ["WITHOUT SOURCE", "AS OF", "speakers"],
    graph: .reports,
    examples: #"""
      //# test one-paper
      MATCH (c:Claim) RETURN c.text AS text ONLY SOURCE 'The Post';
      //= text
      //= Red Column was behind the blast
      //# test what-it-says-and-who-passes-it-on
      MATCH (c:Claim)<-[:MADE]-(s) RETURN s.name AS speaker ONLY SOURCE 'the police';
      //= speaker
      //= The Herald
      //= the police
      """#),
]
