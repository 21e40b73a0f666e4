import Foundation
import GraphCore
import Testing

@testable import Store

@Test("wherever a killed writer's journal ends, whole commits are there and nothing else")
func cutJournal() throws {
  try withFolder { folder in
    let path = "\(folder)/a"
    let file = try CaseFile.create(at: path)
    let commits = (0..<6).map { [node("a\($0)", ["L"], ["p": .integer(Int64($0))]), node("b\($0)")] }
    for commit in commits { try file.append(commit) }
    // What a killed process leaves: the file, and a journal that was never taken in.
    let (main, journal) = (
      try Data(contentsOf: URL(filePath: path)), try Data(contentsOf: URL(filePath: path + "-wal"))
    )
    var counts = Set<Int>()
    for length in Array(stride(from: 0, through: journal.count, by: 1_021)) + [journal.count] {
      let copy = "\(folder)/copy"
      for ending in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: copy + ending) }
      try main.write(to: URL(filePath: copy))
      try journal.prefix(length).write(to: URL(filePath: copy + "-wal"))
      let opened = try CaseFile.open(copy, readOnly: length.isMultiple(of: 2))
      let loaded = contents(try opened.load())
      try opened.close()
      let count = loaded.count / 2
      let expected = contents(try graph(Array(commits.prefix(count))))
      #expect(loaded == expected)
      counts.insert(count)
      if length == journal.count { #expect(count == commits.count) }
    }
    #expect(counts.count == commits.count + 1)
  }
}

@Test("a changed byte in the log of a killed writer is told, unless it is in the last commit", arguments: 1...40)
func changedJournal(_ number: Int) throws {
  try withFolder { folder in
    let path = "\(folder)/a"
    let file = try CaseFile.create(at: path)
    for commit in 0..<6 { try file.append([node("a\(commit)", ["L"], ["p": .integer(Int64(commit))])]) }
    let copy = "\(folder)/copy"
    try Data(contentsOf: URL(filePath: path)).write(to: URL(filePath: copy))
    var journal = try Data(contentsOf: URL(filePath: path + "-wal"))
    let place = journal.count * number / 41
    journal[journal.startIndex + place] ^= UInt8(1 << (number % 8))
    try journal.write(to: URL(filePath: copy + "-wal"))
    do {
      let opened = try CaseFile.open(copy)
      let loaded = contents(try opened.load())
      try opened.close()
      // Behind the last but one commit nothing can tell it from a crash; bytes that nothing reads do no harm.
      #expect(loaded.count >= 5)
    } catch let error as StoreError {
      #expect(error.code == .damaged && error.path == copy && error.sentence.contains("copy-wal"))
    }
    try file.close()
  }
}

#if os(Linux)
  private let writerCase = ProcessInfo.processInfo.environment["HEARSAY_TEST_WRITER"]

  @Test("what was acknowledged before kill -9 is there after it", arguments: [1, 7, 40])
  func killedWriter(_ acknowledged: Int) throws {
    guard writerCase == nil else { return }
    try withFolder { folder in
      let path = "\(folder)/a"
      try CaseFile.create(at: path).close()
      try Data().write(to: URL(filePath: path + ".acknowledged"))
      let writer = Process()
      writer.executableURL = URL(filePath: try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
      writer.arguments = ["--testing-library", "swift-testing", "--filter", "writesUntilKilled"]
      writer.environment = ProcessInfo.processInfo.environment.merging(["HEARSAY_TEST_WRITER": path]) { $1 }
      writer.standardOutput = FileHandle.nullDevice
      writer.standardError = FileHandle.nullDevice
      try writer.run()
      while try bytes(path + ".acknowledged").count < acknowledged && writer.isRunning { usleep(500) }
      kill(writer.processIdentifier, SIGKILL)
      writer.waitUntilExit()
      #expect(writer.terminationReason == .uncaughtSignal)
      let promised = try bytes(path + ".acknowledged").count
      #expect(promised >= acknowledged)
      let file = try CaseFile.open(path)
      let loaded = contents(try file.load())
      // One commit may have been on the disk when its writer was killed before it could say so.
      #expect(loaded.count == 2 * promised || loaded.count == 2 * (promised + 1))
      let expected = contents(try graph((0..<loaded.count / 2).map(writerCommit)))
      #expect(loaded == expected)
      let findings = try file.check(deep: true)
      #expect(findings.isEmpty)
      try file.close()
      let left = try names(in: folder)
      #expect(left == ["a", "a.acknowledged"])
    }
  }

  private func writerCommit(_ number: Int) -> [GraphChange] {
    [node("a\(number)", ["L"], ["p": .string(String(repeating: "x", count: number * 37))]), node("b\(number)")]
  }

  /// The program that is killed: runs in a process of its own, started by the test above.
  @Test("writes until killed", .enabled(if: writerCase != nil, "only as the process that a test kills"))
  func writesUntilKilled() throws {
    let path = try #require(writerCase)
    let file = try CaseFile.open(path)
    let acknowledged = try FileHandle(forWritingTo: URL(filePath: path + ".acknowledged"))
    for number in 0..<1_000_000 {
      try file.append(writerCommit(number))
      try acknowledged.write(contentsOf: Data([1]))
    }
  }
#endif
