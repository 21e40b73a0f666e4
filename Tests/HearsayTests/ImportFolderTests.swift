import Foundation
import Hearsay
import Testing

@Suite("the folder for imports")
struct ImportFolderTests {
  /// A folder with files, links, a folder and a pipe in it, and a file beside it.
  private func withFolder(_ body: (ImportFolder, String) throws -> Void) throws {
    let home = NSTemporaryDirectory() + "imports-\(UUID().uuidString)"
    let folder = home + "/in"
    let files = FileManager.default
    try files.createDirectory(atPath: folder + "/sub", withIntermediateDirectories: true)
    defer { try? files.removeItem(atPath: home) }
    try "secret".write(toFile: home + "/out.csv", atomically: true, encoding: .utf8)
    try "a,b".write(toFile: folder + "/a.csv", atomically: true, encoding: .utf8)
    try "c".write(toFile: folder + "/sub/c.csv", atomically: true, encoding: .utf8)
    try Data([0xFF, 0x41]).write(to: URL(filePath: folder + "/latin.csv"))
    try files.createSymbolicLink(atPath: folder + "/link.csv", withDestinationPath: home + "/out.csv")
    try files.createSymbolicLink(atPath: folder + "/up", withDestinationPath: home)
    mkfifo(folder + "/pipe", 0o600)
    try body(try ImportFolder(folder), home)
  }

  @Test("what is in it can be read")
  func inside() throws {
    try withFolder { (folder, _) throws in
      #expect(try folder.text(named: "a.csv") == "a,b")
      #expect(try folder.text(named: "sub/c.csv") == "c")
      #expect(try folder.text(named: "file:///sub/c.csv") == "c")
    }
  }

  @Test("nothing else can be named, by whatever way")
  func outside() throws {
    try withFolder { (folder, home) throws in
      let names: [(String, QueryError.Code)] = [
        ("../out.csv", .fileNotAllowed), ("sub/../../out.csv", .fileNotAllowed), (home + "/out.csv", .fileNotAllowed),
        ("file:///../out.csv", .fileNotAllowed), ("file:////etc/hostname", .fileNotAllowed), ("", .fileNotAllowed),
        (".", .fileNotAllowed), ("./a.csv", .fileNotAllowed), ("a.csv\0", .fileNotAllowed),
        ("https://example.org/a.csv", .fileNotAllowed), ("file://host/a.csv", .fileNotAllowed),
        ("link.csv", .fileNotAllowed), ("up/out.csv", .fileNotAllowed), ("sub", .fileNotAllowed),
        ("pipe", .fileNotAllowed), ("b.csv", .fileNotFound), ("a.csv/b", .fileNotAllowed),
        ("latin.csv", .invalidFileContent), (String(repeating: "a", count: 5_000), .fileNotFound),
      ]
      for (name, code) in names {
        do throws(TextLoadingError) {
          _ = try folder.text(named: name)
          Issue.record("`\(name)` was read")
        } catch {
          #expect(error.code == code, "\(name): \(error.message)")
          #expect(error.suggestion != nil)
        }
      }
    }
  }

  @Test("a folder that is none is refused")
  func noFolder() {
    #expect(throws: Failure.self) { try ImportFolder("/no/such/folder") }
  }
}
