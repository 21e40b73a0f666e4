import Foundation
import GRDB
import GraphCore
import Testing

@testable import Store

@Test("what was committed is there after reopening, from the log as from the snapshot")
func roundTrip() throws {
  try withFolder { folder in
    let path = "\(folder)/a.hearsay"
    let file = try CaseFile.create(at: path)
    for commit in sampleCommits { try file.append(commit) }
    let expected = contents(try graph(sampleCommits))
    let replayed = contents(try file.load())
    #expect(replayed == expected)
    try file.close()
    let again = try CaseFile.open(path)
    try again.checkpoint()
    let folded = contents(try again.load())
    #expect(folded == expected)
    try again.append([node("later", ["Value"])])
    try again.close()
    let last = contents(try CaseFile.open(path, readOnly: true).load())
    let both = contents(try graph(sampleCommits + [[node("later", ["Value"])]]))
    #expect(Set(last) == Set(both))
    let left = try names(in: folder)
    #expect(left == ["a.hearsay"])
  }
}

@Test("a case is made while another is being made beside it under a name as long")
func besideEachOther() throws {
  try withFolder { folder in
    try CaseFile.create(
      at: "\(folder)/a.hearsay",
      filledBy: { first in
        try first.append([node("first", ["Value"])])
        try CaseFile.create(at: "\(folder)/b.hearsay").close()
        try CaseFile.create(
          at: "\(folder)/c.hearsay", filledBy: { second in try second.append([node("second", ["Value"])]) })
      })
    #expect(try names(in: folder) == ["a.hearsay", "b.hearsay", "c.hearsay"])
    let counts = try ["a", "b", "c"].map {
      try CaseFile.open("\(folder)/\($0).hearsay", readOnly: true).load().nodeCount
    }
    #expect(counts == [1, 0, 1])
  }
}

@Test("a copy holds what is committed while a writer goes on, and nothing is written over")
func copies() throws {
  try withFolder { folder in
    let (path, copy) = ("\(folder)/a.hearsay", "\(folder)/b.hearsay")
    let writer = try CaseFile.create(at: path)
    for commit in sampleCommits { try writer.append(commit) }
    let reader = try CaseFile.open(path, readOnly: true)
    _ = try reader.loadLazily()
    try reader.copy(to: copy)
    try writer.append([node("later", ["Value"])])
    let copied = try CaseFile.open(copy)
    #expect(try contents(copied.load()) == contents(graph(sampleCommits)))
    #expect(try copied.check(deep: true).isEmpty)
    // It is a case of its own.
    try copied.append([node("other", ["Value"])])
    try copied.close()
    #expect(throws: StoreError.self) { try reader.copy(to: copy) }
    #expect(throws: StoreError.self) { try reader.copy(to: "\(folder)/none/c.hearsay") }
    try reader.close()
    try writer.close()
    #expect(try names(in: folder) == ["a.hearsay", "b.hearsay"])
  }
}

@Test("what is longer than a record is divided and comes back")
func manySegments() throws {
  try withFolder { folder in
    let file = try CaseFile.create(at: "\(folder)/a")
    let count = 20
    let text = String(repeating: "word ", count: Blob.pieceBytes / 50)
    let nodes = (0..<count).map { node("n\($0)", [$0 % 2 == 0 ? "Even" : "Odd"], ["i": .string("\($0) \(text)")]) }
    let edges = (1..<count).map { edge("e\($0)", "T", "n\($0 - 1)", "n\($0)") }
    try file.append(nodes + edges)
    let before = contents(try file.load())
    try file.checkpoint()
    let after = contents(try file.load())
    #expect(before == after)
    let records = try file.read { try Int.fetchOne($0, sql: "SELECT max(length(record)) FROM segment") ?? 0 }
    #expect(records < Blob.pieceBytes + 100)
  }
}

@Test("the same commits give the same bytes")
func sameBytes() throws {
  let files = try (0..<2).map { _ in
    try withFolder { folder in
      let file = try CaseFile.create(at: "\(folder)/a")
      for commit in sampleCommits { try file.append(commit, reports: sampleReports) }
      try file.checkpoint()
      try file.close()
      return try bytes("\(folder)/a")
    }
  }
  #expect(files[0] == files[1])
}

@Test("opening and closing without a commit changes no byte", arguments: [true, false])
func openingChangesNothing(_ readOnly: Bool) throws {
  try withFolder { folder in
    let path = "\(folder)/a"
    try sampleCase(path)
    let before = try bytes(path)
    let file = try CaseFile.open(path, readOnly: readOnly)
    _ = try file.load()
    _ = try file.search("Tehran")
    let findings = try file.check(deep: true)
    try file.close()
    #expect(findings.isEmpty)
    let (after, left) = (try bytes(path), try names(in: folder))
    #expect(after == before)
    #expect(left == ["a"])
  }
}

@Test("a commit that cannot be stored leaves the case as it was")
func unstorable() throws {
  try withFolder { folder in
    let file = try CaseFile.create(at: "\(folder)/a")
    var deep = Value.integer(1)
    for _ in 0..<(deepestNesting + 1) { deep = .list([deep]) }
    for value in [.node(NodeID(0)), .list([.edge(EdgeID(0))]), deep] {
      let refused = code { try file.append([node("a"), node("b", [], ["p": value])]) }
      #expect(refused == .notStorable)
    }
    let count = try file.load().nodeCount
    #expect(count == 0)
  }
}

@Test("a full disk refuses the commit and keeps those before")
func fullDisk() throws {
  try withFolder { folder in
    let path = "\(folder)/a"
    let file = try CaseFile.create(at: path)
    let large = Value.string(String(repeating: "x", count: 300_000))
    let first = [node("a", [], ["p": large])]
    try file.append(first)
    try file.queue.inDatabase { db in
      let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
      _ = try Int.fetchOne(db, sql: "PRAGMA max_page_count = \(pages + 1)")
    }
    let refused = code { try file.append([node("b", [], ["p": large])]) }
    #expect(refused == .diskFull)
    try file.close()
    let reopened = contents(try CaseFile.open(path).load())
    #expect(reopened == contents(try graph([first])))
  }
}

@Test("a writer that was overtaken is told so, and may open again")
func overtaken() throws {
  try withFolder { folder in
    let path = "\(folder)/a"
    let first = try CaseFile.create(at: path)
    let second = try CaseFile.open(path)
    try first.append([node("a")])
    let refused = code { try second.append([node("a")]) }
    #expect(refused == .changedElsewhere)
    try second.close()
    let third = try CaseFile.open(path)
    try third.append([node("b")])
    let count = try third.load().nodeCount
    #expect(count == 2)
  }
}

@Test("a state that was damaged since the case was opened is found before anything is written")
func damagedMeanwhile() throws {
  try withFolder { folder in
    let path = "\(folder)/a"
    let file = try CaseFile.create(at: path)
    try file.append([node("a")])
    try file.queue.inDatabase { try $0.execute(sql: "UPDATE state SET record = zeroblob(21)") }
    let refused = code { try file.append([node("b")]) }
    #expect(refused == .damaged)
    let count = try file.queue.inDatabase { try Int.fetchOne($0, sql: "SELECT count(*) FROM log") }
    #expect(count == 1)
  }
}

@Test("while one program writes, another is refused and can read")
func busy() throws {
  try withFolder { folder in
    let path = "\(folder)/a"
    try sampleCase(path)
    let (writer, other) = (try CaseFile.open(path), try CaseFile.open(path))
    try writer.write { _, _ in
      let refused = code { try other.append([node("x")]) }
      #expect(refused == .busy)
      let count = try other.load().nodeCount
      #expect(count == sampleValues.count)
    }
  }
}

@Test("a case closes while another program writes to it, and leaves its long log to that one")
func closingWhileBusy() throws {
  try withFolder { folder in
    let path = "\(folder)/a"
    let file = try CaseFile.create(at: path)
    try file.append([node("a", [], ["p": .string(String(repeating: "x", count: 300_000))])])
    let other = try CaseFile.open(path)
    try other.write { _, _ in try file.close() }
    try other.close()
    let left = try names(in: folder)
    #expect(left == ["a"])
    let count = try CaseFile.open(path, readOnly: true).load().nodeCount
    #expect(count == 1)
  }
}

@Test("a closed case says so, one opened for reading is not written to")
func closedAndReadOnly() throws {
  try withFolder { folder in
    let path = "\(folder)/a"
    try sampleCase(path)
    let file = try CaseFile.open(path, readOnly: true)
    let refused = code { try file.append([node("x")]) }
    #expect(refused == .readOnly)
    try file.close()
    let closed = code { _ = try file.load() }
    #expect(closed == .closed)
  }
}

func sampleCase(_ path: String) throws {
  let file = try CaseFile.create(at: path)
  for commit in sampleCommits { try file.append(commit) }
  try file.append([], reports: sampleReports)
  try file.close()
}
