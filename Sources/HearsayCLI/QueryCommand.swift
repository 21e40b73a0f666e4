import ArgumentParser
import Foundation
import Hearsay

struct QueryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "query", abstract: "Run queries on a case.",
    discussion: """
      Rows go to standard output, everything else to standard error. Several statements are parted by `;`.

        hearsay query news.hearsay "MATCH (a:Actor) RETURN a.name LIMIT 5"
        hearsay query news.hearsay -f questions.gql --format json
        hearsay query news.hearsay - --param "to='Russia'" < question.gql
      """)

  @Argument(help: "The case file.")
  var casePath: String

  @Argument(help: "The queries; `-` reads them from standard input.")
  var text: String?

  @Option(name: [.customShort("f"), .customLong("file")], help: "A file with the queries.")
  var file: String?

  @Option(help: "How rows are written: box, csv, tsv, json, jsonl, markdown or line.")
  var format = ResultFormat.box

  @Option(name: .customLong("param"), help: "A parameter, `name=value`, the value as the query language writes it.")
  var parameters: [String] = []

  @OptionGroup var limits: LimitOptions

  @OptionGroup var imports: ImportOptions

  @Flag(name: .customLong("read-only"), help: "Refuse statements that change the case.")
  var isReadOnly = false

  func validate() throws {
    if (text == nil) == (file == nil) {
      throw ValidationError(text == nil ? "expected a query, `-f FILE` or `-`" : "expected a query or `-f`, not both")
    }
  }

  func run() throws {
    keepFreedMemory()
    let parameters = try ParameterArgument.parse(parameters)
    let queries =
      try text.flatMap { $0 == "-" ? nil : Text(origin: "query", contents: $0) } ?? FileText.read(file ?? "-")
    guard !Script(queries.contents).statements.isEmpty else {
      throw Failure(.input, code: "EmptyQuery", "\(queries.origin): there is no statement")
    }
    // Who only asks needs no right to write, and waits for no writer.
    let opensReadOnly = isReadOnly || !ScriptRunner.mayUpdate(queries)
    let opened = try Case.open(casePath, readOnly: opensReadOnly, lazily: true)
    opened.finishLoadingInBackground()
    opened.session.limits = limits.limits
    opened.session.importFolder = try imports.folder()
    let runner = ScriptRunner(
      session: opened.session, parameters: parameters, printer: ResultPrinter(format: format, output: Console.output))
    let failure = runner.run(queries)
    try opened.close()
    if let failure { throw ExitCode(failure.exitCode) }
  }
}

extension ResultFormat: ExpressibleByArgument {}

/// How much a statement may use; beyond that it ends with an error, and the program with 3.
struct LimitOptions: ParsableArguments {
  @Option(help: "Seconds that one statement may run; `inf` for no limit.")
  var timeLimit = 60.0

  @Option(help: "Rows that all operators of one statement together may make.")
  var rowLimit = ExecutionLimits.standard.rows

  @Option(help: "Relationships that one path may pass.")
  var pathLimit = ExecutionLimits.standard.pathLength

  @Option(help: "Megabytes of memory that one statement may take.")
  var memoryLimit = ExecutionLimits.standard.memory >> 20

  func validate() throws {
    if timeLimit.isNaN || timeLimit < 0 { throw ValidationError("`--time-limit` takes seconds, 0 or more") }
  }

  /// `HEARSAY_THREADS`, or as many as the machine has processors.
  private static var threads: Int {
    let given = ProcessInfo.processInfo.environment["HEARSAY_THREADS"].flatMap { Int($0) }
    return min(64, max(1, given ?? ProcessInfo.processInfo.activeProcessorCount))
  }

  var limits: ExecutionLimits {
    ExecutionLimits(
      rows: rowLimit, seconds: timeLimit, pathLength: pathLimit, memory: min(max(0, memoryLimit), 1 << 30) << 20,
      threads: Self.threads)
  }
}

/// What LOAD CSV may read.
struct ImportOptions: ParsableArguments {
  @Option(name: .customLong("import-folder"), help: "The folder that LOAD CSV may read from; without it, nothing.")
  var path: String?

  func folder() throws(Failure) -> ImportFolder? {
    guard let path else { return nil }
    return try ImportFolder(path)
  }
}
