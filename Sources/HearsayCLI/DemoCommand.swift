import ArgumentParser
import Foundation
import Hearsay
import QueryTesting

struct DemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo", abstract: "Build the bundled case, ask its questions, write its exports.",
    discussion: """
      The reports and the questions travel inside the program. Needs no arguments; a second run changes no file.
      """)

  @Argument(help: "A case file to keep the case in; otherwise it lives in memory.")
  var path: String?

  @Option(help: "The folder for the exports.")
  var exports = "exports"

  func run() throws {
    let reader = try ReportReader()
    let texts = try BundledCase.texts(reader: reader)
    let demo = try path.map { try Case.openOrCreate(at: $0) } ?? .inMemory()
    let summary = try CaseBuilding.add(Reports(texts), to: demo, reader: reader)
    Console.write("\(texts.count) reports, \(summary.nodes) nodes, \(summary.edges) edges\n")
    try ask(demo.session)
    for line in try DemoExports.write(demo.session.snapshot, to: exports) { Console.write(line + "\n") }
    try demo.close()
    if let path { Console.write("\(path): ask it more with `hearsay \(path)`\n") }
  }

  private func ask(_ session: GraphSession) throws {
    let output = Console.output
    let printer = ResultPrinter(format: .box, output: output)
    for (path, contents) in BundledCase.queryFiles() where path.hasSuffix(".gql") {
      let file = try QueryFiles.parse(Text(origin: path, contents: contents))
      // Only questions: what a file writes would stay.
      for test in file.tests where file.source == .demo && test.statements.count == 1 {
        guard let statement = test.statements.first,
          // Below as many lines as in the file, so that warnings tell its lines.
          case let text = String(repeating: "\n", count: statement.line - 1) + statement.text,
          let query = try? Hearsay.parse(text),
          let planned = try? session.plan(query), !planned.isUpdating
        else { continue }
        Console.write("\n\(output.styled(question(test), .heading))  \(output.styled(path, .faint))\n")
        printer.print(
          try Failure.catching { try session.run(query, parameters: test.parameters) },
          of: Text(origin: path, contents: text))
      }
    }
    Console.write("\n")
  }

  /// The comment below the test's name, or the name.
  private func question(_ test: QueryTest) -> String {
    test.remark ?? test.name.replacing("-", with: " ")
  }
}

/// The bundled case for other tools.
enum DemoExports {
  private static let formats: [ExportFormat] = [.graphml, .json]

  /// Writes the files whose bytes differ. One line for each file.
  static func write(_ graph: PropertyGraph, to folder: String) throws(Failure) -> [String] {
    try Failure.catching { try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true) }
    var lines: [String] = []
    for format in formats {
      let path = "\(folder)/demo.\(format.rawValue)"
      let bytes = try Failure.catching {
        let output = ByteOutput()
        try format.write(graph, to: output)
        return try output.finish()
      }
      let isSame = FileManager.default.contents(atPath: path).map { $0.elementsEqual(bytes) } ?? false
      if !isSame { _ = try Failure.catching { try format.export(graph, to: path) } }
      lines.append("\(path): \(isSame ? "unchanged" : "written")")
    }
    return lines
  }
}
