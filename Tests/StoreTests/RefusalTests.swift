import Foundation
import GRDB
import GraphCore
import Testing

@testable import Store

/// Files that are no case, each made at a path, and how they are refused.
struct Refused: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let code: StoreError.Code
  let make: @Sendable (String) throws -> Void
}

private let refused: [Refused] = [
  Refused(testDescription: "an empty file", code: .notSQLite) { try Data().write(to: URL(filePath: $0)) },
  Refused(testDescription: "a text", code: .notSQLite) { try Data("MATCH (n)".utf8).write(to: URL(filePath: $0)) },
  Refused(testDescription: "a long text", code: .notSQLite) {
    try Data(String(repeating: "report ", count: 10_000).utf8).write(to: URL(filePath: $0))
  },
  Refused(testDescription: "the first line of SQLite and no more", code: .notSQLite) {
    try Data("SQLite format 3\0".utf8).write(to: URL(filePath: $0))
  },
  Refused(testDescription: "another program's database", code: .notACase) {
    try DatabaseQueue(path: $0).write { try $0.execute(sql: "CREATE TABLE t (x); INSERT INTO t VALUES (1)") }
  },
  Refused(testDescription: "a newer version", code: .newerVersion) { path in
    try sampleCase(path)
    try DatabaseQueue(path: path).write { try $0.execute(sql: "PRAGMA user_version = 9999") }
  },
  Refused(testDescription: "a case without a table", code: .damaged) { path in
    try sampleCase(path)
    try DatabaseQueue(path: path).write { try $0.execute(sql: "DROP TABLE log") }
  },
  Refused(testDescription: "a case with a trigger", code: .damaged) { path in
    try sampleCase(path)
    try DatabaseQueue(path: path).write {
      try $0.execute(sql: "CREATE TRIGGER evil AFTER INSERT ON log BEGIN DELETE FROM segment; END")
    }
  },
  Refused(testDescription: "a case cut short", code: .damaged) { path in
    try sampleCase(path)
    let data = try Data(contentsOf: URL(filePath: path))
    try data.prefix(data.count / 2).write(to: URL(filePath: path))
  },
  Refused(testDescription: "a case without its state", code: .damaged) { path in
    try sampleCase(path)
    try DatabaseQueue(path: path).write { try $0.execute(sql: "DELETE FROM state") }
  },
]

@Test("what is no case is refused and stays as it is", arguments: refused, [true, false])
func refusals(_ refused: Refused, _ readOnly: Bool) throws {
  try withFolder { folder in
    let path = "\(folder)/file"
    try refused.make(path)
    let (before, files) = (try bytes(path), try names(in: folder))
    let found = code { _ = try CaseFile.open(path, readOnly: readOnly) }
    let (after, filesAfter) = (try bytes(path), try names(in: folder))
    #expect(found == refused.code)
    #expect(after == before)
    #expect(filesAfter == files)
  }
}

@Test("a missing file and a folder are refused, and nothing is made")
func missing() throws {
  try withFolder { folder in
    let missing = code { _ = try CaseFile.open("\(folder)/none.hearsay") }
    #expect(missing == .notFound)
    let isFolder = code { _ = try CaseFile.open(folder) }
    #expect(isFolder == .isFolder)
    let noFolder = code { _ = try CaseFile.create(at: "\(folder)/none/a.hearsay") }
    #expect(noFolder == .notFound)
    let left = try names(in: folder)
    #expect(left.isEmpty)
  }
}

@Test("creating does not overwrite what is there")
func noOverwriting() throws {
  try withFolder { folder in
    let path = "\(folder)/a"
    try Data("mine".utf8).write(to: URL(filePath: path))
    let found = code { _ = try CaseFile.create(at: path) }
    #expect(found == .alreadyExists)
    let (after, left) = (try bytes(path), try names(in: folder))
    #expect(after == Array("mine".utf8))
    #expect(left == ["a"])
  }
}

@Test(
  "a folder that may not be written allows reading only",
  .enabled(if: geteuid() != 0, "the superuser may write everywhere"))
func readOnlyFolder() throws {
  try withFolder { folder in
    let path = "\(folder)/a"
    try sampleCase(path)
    try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder)
    defer { try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder) }
    let writing = code { _ = try CaseFile.open(path) }
    #expect(writing == .notPermitted)
    let creating = code { _ = try CaseFile.create(at: "\(folder)/b") }
    #expect(creating == .notPermitted)
    let count = try CaseFile.open(path, readOnly: true).load().nodeCount
    #expect(count == sampleValues.count)
  }
}
