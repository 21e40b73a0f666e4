import ArgumentParser
import Hearsay
import SeededRandom

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
        "\(padded(benchmark.name, 24)) \(padded(rounded(engine), 12)) \(padded(rounded(loop), 11)) \(rounded(engine / loop))"
      )
    }
  }

  private func median(_ runs: Int, _ body: () throws -> Void) throws -> Double {
    var times: [Double] = []
    for _ in 0..<max(1, runs) { times.append(milliseconds(try ContinuousClock().measure(body))) }
    return times.sorted()[times.count / 2]
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
    var generator = SeededGenerator(seed: 42)
    let count = self.actorCount
    known = (0..<count).map { _ in (0..<acquaintances).map { _ in Int(generator.next() % UInt64(count)) } }
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
