import ArgumentParser
import Hearsay

/// Times a few queries against hand-written loops over the same edges. What counts is the ratio within one run.
struct QueryTimes: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "times", abstract: "Queries against plain loops.")

  @Option(help: "How many actors the graph has; each knows ten others.")
  var actors = 10_000

  @Option(help: "How often each query runs; the median counts.")
  var runs = 5

  func run() throws {
    let network = Network(actorCount: actors, acquaintances: 10)
    let session = GraphSession()
    try session.apply(network.changes)
    print("query                     engine ms     loop ms   ratio")
    for benchmark in network.benchmarks {
      var answer: Value = .null
      let engine = try median(runs) { answer = try session.run(benchmark.query).rows.first?.first ?? .null }
      var expected: Int64 = 0
      let loop = try median(runs) { expected = benchmark.loop() }
      guard answer.equals(.integer(expected)) == true else {
        throw ValidationError("\(benchmark.name): the engine says \(answer), the loop \(expected)")
      }
      print(
        "\(padded(benchmark.name, 24)) \(padded(milliseconds(engine), 12)) \(padded(milliseconds(loop), 11)) \(rounded(engine / loop))"
      )
    }
  }

  private func median(_ runs: Int, _ body: () throws -> Void) throws -> Double {
    var times: [Double] = []
    for _ in 0..<max(1, runs) {
      let time = try ContinuousClock().measure(body)
      times.append(Double(time.components.seconds) * 1e3 + Double(time.components.attoseconds) / 1e15)
    }
    return times.sorted()[times.count / 2]
  }

  private func milliseconds(_ value: Double) -> String { rounded(value) }

  private func rounded(_ value: Double) -> String {
    let scaled = (value * 1_000).rounded() / 1_000
    return "\(scaled)"
  }

  private func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}

/// Actors that know each other, the same in every run.
private struct Network {
  struct Benchmark {
    let name: String
    let query: String
    let loop: () -> Int64
  }

  let actorCount: Int
  /// Whom each actor knows.
  let known: [[Int]]

  init(actorCount: Int, acquaintances: Int) {
    self.actorCount = max(2, actorCount)
    var state: UInt64 = 42
    func next() -> UInt64 {
      // Steele, Lea and Flood, "Fast splittable pseudorandom number generators" (2014).
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
    let count = self.actorCount
    known = (0..<count).map { _ in (0..<acquaintances).map { _ in Int(next() % UInt64(count)) } }
  }

  var changes: [GraphChange] {
    var changes: [GraphChange] = []
    for actor in 0..<actorCount {
      changes.append(
        .createNode(
          key: ElementKey("n\(actor + 1)"), labels: ["Actor"],
          properties: [("name", .string("actor \(actor)")), ("age", .integer(Int64(actor % 90)))]))
    }
    var serial = actorCount
    for (actor, others) in known.enumerated() {
      for other in others {
        serial += 1
        changes.append(
          .createEdge(
            key: ElementKey("e\(serial)"), type: "KNOWS", from: ElementKey("n\(actor + 1)"),
            to: ElementKey("n\(other + 1)"), properties: []))
      }
    }
    return changes
  }

  var benchmarks: [Benchmark] {
    [
      Benchmark(name: "filtered scan", query: "MATCH (a:Actor) WHERE a.age < 30 RETURN count(*) AS n") {
        Int64((0..<actorCount).count { $0 % 90 < 30 })
      },
      Benchmark(
        name: "two hops, counted",
        query: "MATCH (a:Actor {age: 7})-[:KNOWS]->(b)-[:KNOWS]->(c) RETURN count(*) AS n"
      ) {
        var paths: Int64 = 0
        for actor in stride(from: 7, to: actorCount, by: 90) {
          for (position, other) in known[actor].enumerated() {
            for (place, third) in known[other].enumerated() where !(other == actor && place == position) {
              paths += third >= 0 ? 1 : 0
            }
          }
        }
        return paths
      },
      Benchmark(
        name: "two hops, distinct",
        query: "MATCH (a:Actor {age: 7})-[:KNOWS]->(b)-[:KNOWS]->(c) RETURN count(DISTINCT c) AS n"
      ) {
        var reached = Set<Int>()
        for actor in stride(from: 7, to: actorCount, by: 90) {
          for (position, other) in known[actor].enumerated() {
            for (place, third) in known[other].enumerated() where !(other == actor && place == position) {
              reached.insert(third)
            }
          }
        }
        return Int64(reached.count)
      },
    ]
  }
}
