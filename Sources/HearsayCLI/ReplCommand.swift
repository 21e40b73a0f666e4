import ArgumentParser
import Hearsay

struct ReplCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "repl", abstract: "Ask a case questions at a terminal.",
    discussion: """
      Without a case, an empty graph in memory. A statement goes on until `;`. Type `:help` for what else there is. \
      Where standard input is no terminal, its statements are run and their rows written plainly.
      """)

  @Argument(help: "The case file.")
  var casePath: String?

  @Option(help: "How rows are written: box, csv, tsv, json, jsonl, markdown or line.")
  var format = ResultFormat.box

  @OptionGroup var limits: LimitOptions

  @OptionGroup var imports: ImportOptions

  @Flag(name: .customLong("read-only"), help: "Refuse statements that change the case.")
  var isReadOnly = false

  func run() throws {
    keepFreedMemory()
    let opened =
      try casePath.map { path throws(Failure) in try Case.open(path, readOnly: isReadOnly, lazily: true) }
      ?? .inMemory()
    opened.finishLoadingInBackground()
    opened.session.limits = limits.limits
    opened.session.isReadOnly = isReadOnly
    opened.session.importFolder = try imports.folder()
    let repl = Repl(opened.session, format: format) { subject, parameters throws(Failure) in
      // Lexicons and model are loaded for whoever asks, not for everybody.
      try opened.explain(subject, reader: try ReportReader(), parameters: parameters)
    }
    let failure: Failure?
    if Console.isInteractive {
      repl.converse(name: casePath)
      failure = nil
    } else {
      failure = repl.run(try FileText.readInput())
    }
    try opened.close()
    if let failure { throw ExitCode(failure.exitCode) }
  }
}
