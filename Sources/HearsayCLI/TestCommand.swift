import ArgumentParser
import Foundation
import Hearsay
import QueryTesting

struct TestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test", abstract: "Run query files with expectations.",
    discussion: """
      A folder stands for all `.gql` files in it. Reports: text, junit, tap, json, github, markdown; `junit=FILE` writes \
      to a file, a name alone to standard output.
      """)

  @Argument(help: "Query files and folders.")
  var paths: [String]

  @Flag(help: "Write what the queries give into the `//=` lines. Refused where CI=true.")
  var update = false

  @Option(
    name: .customLong("report"), help: "A report, such as `junit=tests.xml`; several are parted by commas.")
  var reports: [String] = []

  @Option(help: "How many tests run at a time; the output is the same.")
  var jobs = 1

  @Option(help: "Fail with exit code 4 if fewer tests run.")
  var atLeast = 1

  @Option(name: .customLong("tag"), help: "Only tests with one of these tags.")
  var tags: [String] = []

  func validate() throws {
    if jobs < 1 || jobs > 256 { throw ValidationError("`--jobs` takes a number from 1 to 256") }
    if update, Console.environment["CI"] == "true" {
      throw ValidationError("`--update` is refused where CI=true: expectations are to be read before they are kept")
    }
  }

  func run() throws {
    let reports = try self.reports.flatMap { $0.split(separator: ",") }.map { try ReportTarget(String($0)) }
    let files = try QueryFiles.read(paths)
    let runner = TestRunner(jobs: jobs) { source, folder in try CaseSources.graph(source, in: folder) }
    let isWanted = { (test: QueryTest) in tags.isEmpty || test.tags.contains { tags.contains($0) } }
    if update { return try update(files, runner, where: isWanted) }
    let run = runner.run(files, where: isWanted)
    for report in reports { try report.write(run) }
    if !reports.contains(where: { $0.path == nil }) { Console.write(TestReport.text.format(run)) }
    let code = run.exitCode(atLeast: atLeast)
    if code == 4 { Console.note("error: \(run.outcomes.count) tests ran, at least \(max(1, atLeast)) had to") }
    if code != 0 { throw ExitCode(code) }
  }

  private func update(_ files: [QueryFile], _ runner: TestRunner, where isWanted: (QueryTest) -> Bool) throws {
    let (run, texts) = runner.update(files, where: isWanted)
    for (file, text) in zip(files, texts) {
      guard let text else { continue }
      try TextOutput.write(text, to: file.text.origin)
      Console.note("updated \(file.text.origin)")
    }
    let broken = TestRun(run.outcomes.filter { if case .broken = $0.result { true } else { false } })
    if !broken.outcomes.isEmpty {
      Console.write(TestReport.text.format(broken))
      throw ExitCode(broken.exitCode(atLeast: 0))
    }
    if run.outcomes.count < max(1, atLeast) { throw ExitCode(4) }
  }
}

/// `junit=FILE`, or `tap` for standard output.
private struct ReportTarget {
  let report: TestReport
  let path: String?

  init(_ argument: String) throws {
    let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
    let name = parts.first ?? ""
    guard let report = TestReport(rawValue: name) else {
      let names = TestReport.allCases.map(\.rawValue)
      let near = nearestName(to: name, among: names).map { "did you mean `\($0)`?" }
      throw ValidationError("unknown report `\(name)`; \(near ?? "known are " + names.joined(separator: ", "))")
    }
    self.report = report
    path = parts.count > 1 ? parts[1] : nil
  }

  func write(_ run: TestRun) throws(Failure) {
    if let path { try TextOutput.write(report.format(run), to: path) } else { Console.write(report.format(run)) }
  }
}
