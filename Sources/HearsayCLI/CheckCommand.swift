import ArgumentParser
import Hearsay

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Check a case: its file, its graph, and what stands behind its edges.")

  @Argument(help: "The case file.")
  var path: String

  @Flag(help: "Also read every page of the file.")
  var deep = false

  func run() throws {
    let opened = try Case.open(path, readOnly: true)
    let report = try opened.check(deep: deep)
    try opened.close()
    for problem in report.problems { Console.writeReported("\(path): \(problem)\n") }
    let unattested = report.unattestedEdges > 0 ? ", \(report.unattestedEdges) of them unattested" : ""
    Console.write(
      """
      \(path): \(report.problems.isEmpty ? "sound" : "\(report.problems.count) problems"); \(report.nodes) nodes, \
      \(report.edges) edges, \(report.claims) claims, \(report.worldEdges) world edges\(unattested)

      """)
    if !report.problems.isEmpty { throw ExitCode(1) }
  }
}
