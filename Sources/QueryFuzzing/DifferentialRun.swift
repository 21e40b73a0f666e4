import QueryLanguage
import SeededRandom

/// Random queries on random graphs, and the opinions on each: the same for the same seed.
package struct DifferentialRun: Sendable {
  package struct Tally: Sendable {
    package var agreed: [Comparison.Opinion: Int] = [:]
    /// Those of them that had a row at least.
    package var withRows: [Comparison.Opinion: Int] = [:]
    package var unanswered: [Comparison.Opinion: Int] = [:]
    /// What the engine says of queries that it refuses, or stops at a limit: a well-made generator makes few.
    package var refused: [String: Refusal] = [:]
    package var differences: [Found] = []

    package struct Refusal: Sendable {
      package var count: Int
      /// The first of them.
      package let query: String
    }

    package init() {}

    package mutating func add(_ other: Tally) {
      agreed.merge(other.agreed, uniquingKeysWith: +)
      unanswered.merge(other.unanswered, uniquingKeysWith: +)
      withRows.merge(other.withRows, uniquingKeysWith: +)
      refused.merge(other.refused) { Refusal(count: $0.count + $1.count, query: $0.query) }
      differences += other.differences
    }
  }

  /// A difference, and where to find it again.
  package struct Found: Sendable {
    package let seed: UInt64
    package let round: Int
    package let difference: Comparison.Difference
  }

  package let seed: UInt64
  private static let readingPerRound = 8

  package init(seed: UInt64) { self.seed = seed }

  /// One graph with its queries: eight that read, one that changes the graph, six that are parted by a predicate.
  package func round(_ number: Int, shrinks: Bool = true) -> Tally {
    var tally = Tally()
    // Neighbouring seeds give streams that are parts of each other: a drawn one stands in between.
    var seeds = SeededGenerator(seed: seed ^ (UInt64(truncatingIfNeeded: number) << 20))
    var maker = QueryMaker(seed: seeds.next())
    let graph = NaiveGraph(&maker.generator)
    do throws(QueryError) {
      let comparison = try Comparison(graph, isFolded: number % 2 == 0)
      for _ in 0..<Self.readingPerRound {
        let query = maker.reading()
        note(comparison.check(query.text, isOrdered: query.isOrdered), query.isOrdered, comparison)
      }
      note(comparison.check(maker.updating(), isOrdered: false), false, comparison)
      for _ in 0..<6 { note([comparison.check(maker.partitioned())], false, comparison) }
    } catch {
      tally.refused["the graph: \(error.message)"] = .init(count: 1, query: graph.statement)
    }
    return tally

    func note(_ outcomes: [Comparison.Outcome], _ isOrdered: Bool, _ comparison: Comparison) {
      for outcome in outcomes {
        switch outcome {
        case .agreed(let opinion, let hasRows):
          tally.agreed[opinion, default: 0] += 1
          if hasRows { tally.withRows[opinion, default: 0] += 1 }
        case .unanswered(let opinion): tally.unanswered[opinion, default: 0] += 1
        case .refused(let message, let query):
          tally.refused[message, default: .init(count: 0, query: query)].count += 1
        case .differs(let difference):
          let smallest = shrinks ? Shrinker(difference, isOrdered: isOrdered).smallest(on: graph) : difference
          tally.differences.append(Found(seed: seed, round: number, difference: smallest))
        }
      }
    }
  }
}
