import ArgumentParser
import Foundation
import GraphCore
import QueryFuzzing
import Synchronization

/// Random queries until each second opinion has been heard so often. Ends with status 1 if any of them differs.
struct Differential: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "differential", abstract: "Random queries against plain plan, naive evaluator and partition.")

  @Option(help: "How many queries each second opinion is to be heard on.")
  var queries = 100_000

  @Option(help: "Decides all graphs and queries.")
  var seed: UInt64 = 1

  @Option(help: "The first round: a graph with its queries. A difference names the one it is found in again by.")
  var first = 0

  @Option(help: "How many rounds, whatever has been heard by then.")
  var rounds: Int?

  @Option(help: "How many rounds run at once.")
  var threads = 1

  @Option(help: "After how many differences to stop.")
  var differences = 20

  @Flag(help: "Shows what the engine refuses.")
  var refused = false

  func run() throws {
    let start = ContinuousClock.now
    let state = Mutex(DifferentialRun.Tally())
    let next = Atomic(first)
    let end = rounds.map { first + $0 } ?? .max
    let workers = (0..<max(1, threads)).map { _ in
      WorkerThread {
        while true {
          let number = next.wrappingAdd(1, ordering: .relaxed).oldValue
          guard number < end, !state.withLock({ isEnough($0) }) else { return }
          let tally = DifferentialRun(seed: seed).round(number)
          for found in tally.differences { show(found) }
          let total = state.withLock { state in
            state.add(tally)
            return state
          }
          if number % 10_000 == 9_999 { show(total, number + 1 - first, since: start) }
        }
      }
    }
    for worker in workers { worker.start() }
    for worker in workers { worker.wait() }
    let total = state.withLock { $0 }
    show(total, min(next.load(ordering: .relaxed), end) - first, since: start)
    if refused {
      for (message, refusal) in total.refused.sorted(by: { $0.value.count > $1.value.count }) {
        print("  \(refusal.count) refused, \(message)\n    \(refusal.query)")
      }
    }
    if !total.differences.isEmpty { throw ExitCode(1) }
  }

  private func isEnough(_ tally: DifferentialRun.Tally) -> Bool {
    tally.differences.count >= differences
      || Comparison.Opinion.allCases.allSatisfy { tally.agreed[$0, default: 0] >= queries }
  }

  private func show(_ tally: DifferentialRun.Tally, _ rounds: Int, since start: ContinuousClock.Instant) {
    let seconds = max(1e-3, (ContinuousClock.now - start) / .seconds(1))
    print("seed \(seed), \(rounds) graphs, \(Int(seconds)) s, \(tally.differences.count) differences")
    for opinion in Comparison.Opinion.allCases {
      let (agreed, unanswered) = (tally.agreed[opinion, default: 0], tally.unanswered[opinion, default: 0])
      let withRows = tally.withRows[opinion, default: 0]
      print(
        "  \(opinion.rawValue): \(agreed) agreed, \(withRows) of them with rows, \(Int(Double(agreed) / seconds))/s, \(unanswered) unanswered"
      )
    }
    print("  refused: \(tally.refused.values.reduce(0) { $0 + $1.count })")
  }

  private func show(_ found: DifferentialRun.Found) {
    let difference = found.difference
    print(
      """
      DIFFERENCE from the \(difference.opinion.rawValue): --seed \(found.seed) --first \(found.round) --rounds 1
      \(difference.statement);
      \(difference.query);
      engine: \(difference.engine.joined(separator: " ⏎ "))
      other:  \(difference.other.joined(separator: " ⏎ "))

      """)
  }
}
