import ArgumentParser
import Foundation
import Hearsay

/// How the time of hostile statements grows with their size: what is said to be linear is measured at one size and at four
/// times that size, in turns. What counts is the ratio within one run.
struct Growth: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "growth", abstract: "Time at four times the size, over the time at the size.")

  @Option(help: "The largest ratio that passes: 4 is linear, 16 is quadratic.")
  var most = 12.0

  @Option(help: "How often each is timed; the least time counts.")
  var runs = 5

  func run() throws {
    var exceeded: [String] = []
    print("what                                  size   time ms   at 4x ms   ratio")
    for work in Work.all {
      var least = [Double.infinity, .infinity]
      for (place, size) in [work.size, 4 * work.size].enumerated() {
        for _ in 0..<max(1, runs) {
          let body = try work.prepare(size)
          let start = Self.userMilliseconds()
          try body()
          least[place] = min(least[place], Self.userMilliseconds() - start)
        }
      }
      let ratio = least[1] / max(least[0], 0.001)
      // Below a millisecond it is the clock that is measured.
      if ratio > most && least[1] > 1 { exceeded.append(work.name) }
      let columns = [String(work.size), rounded(least[0]), rounded(least[1]), rounded(ratio)]
      print(([padded(work.name, 33)] + columns.map { padded($0, 9) }).joined(separator: " "))
    }
    guard exceeded.isEmpty else {
      throw ValidationError("grows by more than \(most): \(exceeded.joined(separator: ", "))")
    }
  }

  /// The program's own time: what the system takes to hand out pages is no part of how an algorithm grows.
  private static func userMilliseconds() -> Double {
    var usage = rusage()
    #if os(Linux)
      getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    #else
      getrusage(RUSAGE_SELF, &usage)
    #endif
    return Double(usage.ru_utime.tv_sec) * 1e3 + Double(usage.ru_utime.tv_usec) / 1e3
  }
}

/// A statement, or several, of a size.
private struct Work: Sendable {
  let name: String
  let size: Int
  /// Makes what is run, outside the time.
  let prepare: @Sendable (Int) throws -> () throws -> Void

  static let all: [Work] = openings + wholes

  /// Text that opens something again and again and never closes it.
  private static let openings: [Work] = [
    "(", "[", "{", "((", "(a)-[", "[x IN ", "[(a)--(b) ", "CASE ", "a.", "(a ", "n:", "`", "'", "/*", "-", "$", "1..",
    "f(a,", "\\", "é", "(n:A {a: (", "exists((", "a AS OF ", "[p = (", "reduce(a = ", "any(x IN ", "count {", "a|",
    "&", "=",
  ].map { piece in
    Work(name: "`\(piece)` without end", size: 100_000) { size in
      let session = GraphSession()
      let texts = ["RETURN ", "MATCH ", "MATCH (n) WHERE ", ""].map {
        $0 + String(repeating: piece, count: size / piece.utf8.count)
      }
      return { for text in texts { _ = try? session.run(text) } }
    }
  }

  private static let wholes =
    [
      Work(name: "an alternative after another", size: 1_000) { size in
        statement("RETURN " + Array(repeating: "1 = 1", count: size).joined(separator: " OR "))
      },
      Work(name: "an element after another", size: 1_000) { size in
        statement("RETURN size([" + Array(repeating: "1", count: size).joined(separator: ", ") + "])")
      },
      Work(name: "a node made after another", size: 1_000) { size in
        statement(String(repeating: "CREATE (:N {x: 1}) ", count: size))
      },
      Work(name: "edges at one node, taken back", size: 10_000) { size in
        statement(
          "CREATE (a) WITH a UNWIND range(1, \(size)) AS i CREATE (a)-[:R]->(a) WITH count(*) AS n RETURN 1 / (n - n)")
      },
      Work(name: "many small statements", size: 500) { size in
        let session = GraphSession()
        return { for number in 0..<size { _ = try session.run("CREATE (:P {i: \(number % 7)})-[:R]->(:Q)") } }
      },
    ]
    + ["(a+)+", "(a|a)*", "(a|aa)+", "(.*)*x", "(a?){30}a{30}"].map { pattern in
      Work(name: "=~ '\(pattern)'", size: 50_000) { size in
        statement("RETURN '" + String(repeating: "a", count: size) + "!' =~ '\(pattern)'")
      }
    }

  private static func statement(_ text: String) -> () throws -> Void {
    let session = GraphSession()
    return { _ = try? session.run(text) }
  }
}
