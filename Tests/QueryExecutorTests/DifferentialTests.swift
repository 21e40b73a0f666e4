import QueryFuzzing
import QueryLanguage
import SeededRandom
import Testing

@Suite("the engine against second opinions")
struct DifferentialTests {
  @Test("random queries on random graphs give what all of them say", arguments: 0..<48)
  func agrees(round: Int) {
    let tally = DifferentialRun(seed: 20_261).round(round, shrinks: false)
    for found in tally.differences {
      let difference = found.difference
      Issue.record(
        """
        seed \(found.seed), round \(found.round), \(difference.opinion.rawValue)
        \(difference.statement);
        \(difference.query);
        engine: \(difference.engine)
        other: \(difference.other)
        """)
    }
  }

  @Test("nearly all random queries are answered by all opinions, and many have rows")
  func coverage() {
    var total = DifferentialRun.Tally()
    for round in 0..<24 { total.add(DifferentialRun(seed: 20_262).round(round, shrinks: false)) }
    for opinion in Comparison.Opinion.allCases {
      let (agreed, withRows) = (total.agreed[opinion, default: 0], total.withRows[opinion, default: 0])
      #expect(agreed > 120, "\(opinion.rawValue)")
      #expect(withRows * 4 > agreed, "\(opinion.rawValue)")
      #expect(total.unanswered[opinion, default: 0] * 20 < agreed, "\(opinion.rawValue)")
    }
    #expect(total.refused.values.reduce(0) { $0 + $1.count } < 10, "\(total.refused)")
  }

  @Test("an order that a query does not decide shows as a difference")
  func finds() throws {
    var generator = SeededGenerator(seed: 7)
    var graph = NaiveGraph(&generator)
    while graph.nodes.count < 5 || graph.nodes.count(where: { $0.labels.contains("B") }) != 2 {
      graph = NaiveGraph(&generator)
    }
    let comparison = try Comparison(graph, isFolded: false)
    // The engine begins with the nodes that are fewer, the evaluator with those that are written first.
    let query = "MATCH (a), (b:B) RETURN a.id AS c1, b.id AS c2"
    #expect(comparison.check(query, isOrdered: true).contains { if case .differs = $0 { true } else { false } })
    #expect(!comparison.check(query, isOrdered: false).contains { if case .differs = $0 { true } else { false } })
    // No function that it knows.
    let unknown = comparison.check("RETURN timestamp() AS c1", isOrdered: false)
    #expect(unknown.contains { if case .unanswered(.naive) = $0 { true } else { false } })
  }
}
