import ArgumentParser
import Hearsay

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write the graph for other tools.",
    discussion:
      "Formats: graphml json csv dot. An export appears whole or not at all; `-o -` writes to standard output.")

  @Argument(help: "The case file.")
  var path: String

  @Option(name: [.short, .long], help: "The file to write.")
  var output: String

  @Option(help: "The format, where the file's name does not tell.")
  var format: String?

  func run() throws {
    let format = try chosenFormat()
    let opened = try Case.open(path, readOnly: true)
    let summary: ExportSummary
    if output == "-" {
      let bytes = ByteOutput()
      summary = try Failure.catching { try format.write(opened.session.snapshot, to: bytes) }
      Console.writeReported(String(decoding: try Failure.catching { try bytes.finish() }, as: UTF8.self))
    } else {
      summary = try opened.export(to: output, as: format)
      Console.write("\(output): \(summary.nodeCount) nodes, \(summary.edgeCount) edges\n")
    }
    for note in summary.notes { Console.note("note: \(note)") }
    try opened.close()
  }

  private func chosenFormat() throws(Failure) -> ExportFormat {
    let chosen = format.map { ExportFormat(name: $0) } ?? ExportFormat(fileName: output)
    if let chosen { return chosen }
    let names = ExportFormat.allCases.map(\.rawValue)
    let wanted = format ?? output
    let near = nearestName(to: wanted, among: names).map { "did you mean `\($0)`?" }
    throw Failure(
      .input, code: "UnknownFormat",
      "`\(wanted)` names no export format; "
        + (near ?? "choose one of \(names.joined(separator: ", ")) with `--format`"))
  }
}

extension Failure {
  /// What another stage throws, as a failure.
  static func catching<Result>(_ body: () throws -> Result) throws(Failure) -> Result {
    do { return try body() } catch { throw Failure(error) }
  }
}
