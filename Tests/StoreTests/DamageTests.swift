import Foundation
import GraphCore
import Testing

@testable import Store

@Test("a changed byte gives an error or the same graph, never another one", arguments: [false, true], [false, true])
func flippedBytes(_ isFolded: Bool, _ isLazy: Bool) throws {
  try withFolder { folder in
    let path = "\(folder)/a"
    try sampleCase(path)
    if isFolded {
      let file = try CaseFile.open(path)
      try file.checkpoint()
      try file.close()
    }
    let whole = try bytes(path)
    let file = try CaseFile.open(path, readOnly: true)
    let (graph, reports) = (contents(try file.load()), try file.allReports())
    try file.close()
    var (refusals, wrong) = (0, [Int]())
    // A step without a divisor in common with page sizes, and the dense first page as a whole.
    for position in Array(stride(from: 0, to: 512, by: 3)) + Array(stride(from: 512, to: whole.count, by: 211)) {
      var changed = whole
      changed[position] ^= UInt8(1 << (position % 8))
      try Data(changed).write(to: URL(filePath: path))
      switch try outcome(path, isLazy: isLazy) {
      case nil: refusals += 1
      case let (found, texts)?: if found != graph || texts != reports { wrong.append(position) }
      }
    }
    #expect(wrong == [])
    #expect(refusals > 20)
  }
}

/// What a case holds, nil if it is refused with a `StoreError`.
private func outcome(_ path: String, isLazy: Bool = false) throws -> ([String], [ReportEntry])? {
  do {
    let file = try CaseFile.open(path, readOnly: true)
    defer { try? file.close() }
    guard isLazy else { return (contents(try file.load()), try file.allReports()) }
    let graph = contents(try file.loadLazily())
    if let error = file.loadingError { throw error }
    file.finishLoading()
    return (graph, try file.allReports())
  } catch is StoreError {
    return nil
  }
}

extension CaseFile {
  func allReports() throws -> [ReportEntry] {
    var entries: [ReportEntry] = []
    try forEachReport { entries.append($0) }
    guard try reports().count == entries.count else { throw StoreError.damaged("", path: path) }
    return entries
  }
}

@Test(
  "rows that are lost, moved or exchanged are found",
  arguments: [
    "DELETE FROM log WHERE sequence = 2", "DELETE FROM log WHERE sequence = 4", "DELETE FROM log WHERE sequence = 1",
    "UPDATE log SET record = (SELECT record FROM log WHERE sequence = 1) WHERE sequence = 2",
    "UPDATE log SET sequence = 9 WHERE sequence = 4", "INSERT INTO log SELECT 5, record FROM log WHERE sequence = 4",
    "UPDATE log SET record = 'text' WHERE sequence = 2", "UPDATE log SET record = x'' WHERE sequence = 2",
  ])
func lostRows(_ statement: String) throws {
  try withFolder { folder in
    let file = try CaseFile.create(at: "\(folder)/a")
    for commit in sampleCommits + [[node("last")]] { try file.append(commit) }
    try file.queue.inDatabase { try $0.execute(sql: statement) }
    let found = code { _ = try file.load() }
    #expect(found == .damaged)
    let parts = try file.check(deep: false).map(\.part)
    #expect(parts == [.graph])
  }
}

@Test("a deep check finds a page, a report's text and a search index that are wrong")
func deepCheck() throws {
  try withFolder { folder in
    let file = try CaseFile.create(at: "\(folder)/a")
    try file.append([], reports: sampleReports)
    let sound = try file.check(deep: true)
    #expect(sound.isEmpty)
    try file.queue.inDatabase { try $0.execute(sql: "UPDATE report SET contents = x'41' WHERE id = 1") }
    let shallow = try file.check(deep: false).map(\.part)
    #expect(shallow.isEmpty)
    let deep = try file.check(deep: true).map(\.part)
    #expect(deep == [.reports, .search])
  }
}

@Test("changes that do not fit the graph are damage, not a crash")
func contradictoryLog() throws {
  try withFolder { folder in
    let file = try CaseFile.create(at: "\(folder)/a")
    try file.append([edge("e", "T", "nobody", "nobody")])
    let found = code { _ = try file.load() }
    #expect(found == .damaged)
  }
}
