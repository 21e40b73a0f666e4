import ArgumentParser
import Foundation
import Hearsay

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write the graph for other tools.",
    discussion: "Formats: graphml json csv dot. An export appears whole or not at all.")

  @Argument(help: "The case file.")
  var path: String

  @Option(name: [.short, .long], help: "The file to write.")
  var output: String

  @Option(help: "The format, where the file's name does not tell.")
  var format: String?

  func run() throws {
    try reportingFailures {
      let chosen = format.flatMap { ExportFormat(name: $0) } ?? (format == nil ? ExportFormat(fileName: output) : nil)
      guard let chosen else {
        let names = ExportFormat.allCases.map(\.rawValue).joined(separator: ", ")
        throw Failure(.input, code: "UnknownFormat", "`\(format ?? output)` names no export format; choose one of \(names)")
      }
      let opened = try Case.open(path, readOnly: true)
      let summary = try opened.export(to: output, as: chosen)
      for note in summary.notes { FileHandle.standardError.write(Data("note: \(note)\n".utf8)) }
      print("\(output): \(summary.nodeCount) nodes, \(summary.edgeCount) edges")
      try opened.close()
    }
  }
}
