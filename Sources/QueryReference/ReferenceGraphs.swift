extension ReferenceGraph {
  static let all = [people, reports, figures]

  /// Three people, two towns.
  static let people = ReferenceGraph(
    name: "people",
    statement: """
      CREATE (ada:Person {name: 'Ada', born: 1980}), (ben:Person {name: 'Ben', born: 1975}), (cleo:Person {name: 'Cleo'}),
        (perm:Town {name: 'Perm'}), (omsk:Town {name: 'Omsk'}),
        (ada)-[:KNOWS {since: 2010}]->(ben)-[:KNOWS {since: 2015}]->(cleo),
        (ada)-[:LIVES_IN]->(perm), (ben)-[:LIVES_IN]->(perm), (cleo)-[:LIVES_IN]->(omsk);
      """)

  /// Two papers on one event; the first passes on what the police say.
  static let reports = ReferenceGraph(
    name: "reports",
    statement: """
      CREATE (herald:Actor:Organization {name: 'The Herald'}), (post:Actor:Organization {name: 'The Post'}),
        (police:Actor:Group {name: 'the police'}), (column:Actor:Group {name: 'Red Column'}), (blast:Event {name: 'blast'}),
        (first:Report {title: 'Blast at the mill', published: date('2024-03-22')})-[:PUBLISHED_BY]->(herald),
        (second:Report {title: 'Who did it', published: date('2024-03-24')})-[:PUBLISHED_BY]->(post),
        (first)-[:CONTAINS {start: 0, end: 36, sentence: 0}]->(a:Claim {text: 'Red Column set off the blast', stance: 'asserts'}),
        (first)-[:CONTAINS {start: 0, end: 28, sentence: 0}]->(b:Claim {text: 'Red Column set off the blast', stance: 'asserts'}),
        (second)-[:CONTAINS {start: 40, end: 61, sentence: 1}]->(c:Claim {text: 'Red Column was behind the blast', stance: 'asserts'}),
        (herald)-[:MADE]->(a)-[:RELAYS]->(b)<-[:MADE]-(police), (post)-[:MADE]->(c),
        (a)-[:ABOUT]->(blast), (b)-[:ABOUT]->(blast), (c)-[:ABOUT]->(blast),
        (column)-[:AGENT_OF {claims: [elementId(a), elementId(b), elementId(c)]}]->(blast);
      """)

  /// A fire of which three claims tell how many it killed, the last of them in place of the first.
  static let figures = ReferenceGraph(
    name: "figures",
    statement: """
      CREATE (fire:Event {name: 'fire', killed: 9}), (mayor:Actor {name: 'the mayor'}), (clinic:Actor {name: 'the clinic'}),
        (first:Report {published: date('2024-03-22')}), (second:Report {published: date('2024-03-24')}),
        (first)-[:CONTAINS]->(a:Claim {stance: 'asserts', attribute: 'killed', value: 5}),
        (first)-[:CONTAINS]->(b:Claim {stance: 'asserts', attribute: 'killed', value: 12, bound: 'min'}),
        (second)-[:CONTAINS]->(c:Claim {stance: 'asserts', attribute: 'killed', value: 9}),
        (mayor)-[:MADE]->(a), (clinic)-[:MADE]->(b), (mayor)-[:MADE]->(c), (c)-[:REVISES]->(a),
        (a)-[:ABOUT]->(fire), (b)-[:ABOUT]->(fire), (c)-[:ABOUT]->(fire);
      """)
}
