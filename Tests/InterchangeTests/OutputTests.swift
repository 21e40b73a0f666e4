import Foundation
import GraphCore
import Testing

@testable import Interchange

private func withFolder(_ body: (String) throws -> Void) throws {
  let folder = FileManager.default.temporaryDirectory.appending(path: "hearsay-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
  defer { try? FileManager.default.removeItem(at: folder) }
  try body(folder.path)
}

private func names(in folder: String) throws -> [String] {
  try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
}

@Test(
  "an export replaces the file in one step and leaves nothing else", arguments: [ExportFormat.graphml, .json, .dot])
func replaces(_ format: ExportFormat) throws {
  try withFolder { folder in
    let path = "\(folder)/out"
    try Data("old".utf8).write(to: URL(filePath: path))
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
    let summary = try format.export(graph(warningChanges), to: path)
    #expect((summary.nodeCount, summary.edgeCount) == (3, 2))
    #expect(try names(in: folder) == ["out"])
    #expect(try String(contentsOfFile: path, encoding: .utf8) == bytes(format, graph(warningChanges)))
    #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o640)
  }
}

@Test("CSV comes as two files, in a folder or side by side")
func csvFiles() throws {
  try withFolder { folder in
    try ExportFormat.csv.export(graph(warningChanges), to: folder)
    try ExportFormat.csv.export(graph(warningChanges), to: "\(folder)/case.csv")
    #expect(try names(in: folder) == ["case.edges.csv", "case.nodes.csv", "edges.csv", "nodes.csv"])
  }
}

@Test("a file that was not finished leaves the old one and nothing else")
func abandoned() throws {
  try withFolder { folder in
    let path = "\(folder)/out"
    try Data("old".utf8).write(to: URL(filePath: path))
    do {
      let file = try OutputFile(path)
      file.output.write("new")
    }
    #expect(try names(in: folder) == ["out"])
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "old")
  }
}

@Test("a link stays a link, and the file it leads to is replaced")
func links() throws {
  try withFolder { folder in
    try Data("old".utf8).write(to: URL(filePath: "\(folder)/real.json"))
    try FileManager.default.createSymbolicLink(atPath: "\(folder)/link.json", withDestinationPath: "real.json")
    try ExportFormat.json.export(PropertyGraph(), to: "\(folder)/link.json")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: "\(folder)/link.json") == "real.json")
    #expect(try String(contentsOfFile: "\(folder)/real.json", encoding: .utf8) == "{\"nodes\":[],\n\"edges\":[]}\n")
  }
}

@Test("what cannot be written says why")
func refusals() throws {
  try withFolder { folder in
    #expect(code { try ExportFormat.json.export(PropertyGraph(), to: "\(folder)/none/out.json") } == .noSuchFolder)
    #expect(code { try ExportFormat.graphml.export(PropertyGraph(), to: folder) } == .notAFile)
    let left = try names(in: folder)
    #expect(left.isEmpty)
  }
}

#if os(Linux)
  @Test("a full disk gives one error", arguments: [ExportFormat.graphml, .json, .dot])
  func fullDisk(_ format: ExportFormat) throws {
    #expect(code { try format.export(graph(warningChanges), to: "/dev/full") } == .diskFull)
  }
#endif

private func code(of body: () throws -> Void) -> ExportError.Code? {
  do {
    try body()
    return nil
  } catch {
    return (error as? ExportError)?.code
  }
}
