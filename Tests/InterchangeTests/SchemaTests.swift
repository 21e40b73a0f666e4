import Foundation
import GraphCore
import Testing

@testable import Interchange

/// The published schemas, where they lie beside the checkout.
private let schemaFolder: URL? = {
  let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  return ["../shared", "../../shared"].map { package.appending(path: $0).appending(path: "graphml/schema") }
    .first { FileManager.default.fileExists(atPath: $0.appending(path: "catalog.xml").path) }
}()

private let xmllint = "/usr/bin/xmllint"
private let canValidate = schemaFolder != nil && FileManager.default.isExecutableFile(atPath: xmllint)

@Test(
  "every export is valid against the published schema in its profile",
  .enabled(if: canValidate, "needs xmllint and ../shared/graphml/schema"), arguments: GraphMLProfile.allCases)
func schemaValidity(_ profile: GraphMLProfile) throws {
  let hostile = hostileTexts.enumerated().map { node("n\($0)", [$1], ["p": .string($1), $1: .boolean(true)]) }
  let hostileEdges = hostileTexts.enumerated().map { edge("e\($0)", $1, "n\($0)", "n0", [$1: .string($1)]) }
  let odd = [
    node("a b"), node(""), node("<é>"), edge("\u{1}", "T", "a b", "", ["x": .map(ValueMap([("k", .float(1))]))]),
  ]
  for changes in [[], warningChanges, hostile + hostileEdges, odd] {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).graphml")
    defer { try? FileManager.default.removeItem(at: file) }
    try ExportFormat.graphml.export(graph(changes), to: file.path, options: ExportOptions(graphMLProfile: profile))
    let said = try complaints(about: file, profile)
    #expect(said == "")
  }
}

private func complaints(about file: URL, _ profile: GraphMLProfile) throws -> String {
  guard let schemaFolder else { return "" }
  let schema = profile == .strict ? "graphml.xsd" : "graphml+edge-label.xsd"
  let process = Process()
  process.executableURL = URL(filePath: xmllint)
  process.arguments = ["--nonet", "--noout", "--schema", schemaFolder.appending(path: schema).path, file.path]
  process.environment = ["XML_CATALOG_FILES": schemaFolder.appending(path: "catalog.xml").path]
  let pipe = Pipe()
  process.standardError = pipe
  try process.run()
  let said = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
  process.waitUntilExit()
  return process.terminationStatus == 0 ? "" : said
}
