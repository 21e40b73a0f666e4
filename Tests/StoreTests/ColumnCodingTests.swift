import GRDB
import GraphCore
import Testing

@testable import Store

/// Whole numbers of many shapes: those that occur, and the ends of the range.
private let shapes: [[Int64]] = [
  [], [7], [7, 7], Array(repeating: -3, count: 3_000), (0..<3_000).map { $0 * 5 + $0 % 3 },
  (0..<2_000).map { ($0 &* 7_919) % 1_013 }, [.min, .max, 0, -1, .max, .min],
  (0..<1_500).map { Int64(bitPattern: UInt64($0) &* 0x9E37_79B9_7F4A_7C15) }, (0..<1_025).map { 1_000_000 - $0 },
  (0..<100).map { Int64(1) << ($0 % 63) },
]

@Test("numbers of every shape are packed and come back", arguments: shapes)
func packing(_ numbers: [Int64]) throws {
  var writer = ByteWriter()
  writer.write(packed: numbers.count) { numbers[$0] }
  // With and without bytes behind them: the last word is read apart.
  for tail in [[], [UInt8](repeating: 0xFF, count: 9)] {
    var reader = ByteReader(writer.bytes + tail)
    let found = try reader.packedIntegers(numbers.count)
    #expect(found == numbers)
    #expect(reader.rest == tail.count)
  }
}

@Test("numbers of a narrow range, and steps, take few bytes")
func packedSizes() {
  func size(_ numbers: [Int64]) -> Int {
    var writer = ByteWriter()
    writer.write(packed: numbers.count) { numbers[$0] }
    return writer.bytes.count
  }
  #expect(size(Array(repeating: 1 << 40, count: 1_024)) < 12)
  #expect(size((0..<1_024).map { $0 % 8 }) < 400)
  #expect(size((0..<1_024).map { $0 * 1_000 }) < 12)
}

private let columns: [[Value]] = [
  [.boolean(true), .null, .boolean(false)], [.integer(1), .integer(.min), .null], [.float(59.5), .float(0.25), .null],
  [.float(-0.0), .float(1)], [.float(.nan), .float(.infinity), .null], [.float(0.1 + 0.2)], [.float(1e300), .float(1)],
  [.date(CalendarDate(epochDay: 19_804)), .null, .date(CalendarDate(epochDay: -1))],
  [.string("a"), .null, .string(""), .string("a"), .string("e\u{301}")],
  [.list([.string("a"), .string("b")]), .list([]), .null, .list([.string("b")])],
  [.integer(1), .string("x"), .list([.integer(1), .null]), .null], [.null, .null], [],
]

@Test("a column of every kind is written and comes back bit by bit", arguments: columns)
func columnCoding(_ values: [Value]) throws {
  let column = PropertyColumn(values)
  var writer = ByteWriter()
  try writer.write(column)
  var reader = ByteReader(writer.bytes)
  let dictionary = try column.dictionary.map { dictionary in
    var writer = ByteWriter()
    writer.write(dictionary)
    var reader = ByteReader(writer.bytes)
    return try reader.dictionary()
  }
  let found = try reader.column(rowCount: values.count) { () throws(DecodingFailure) in
    try dictionary.orFail()
  }
  #expect(values.indices.map { exactText(found[$0]) } == values.map(exactText))
}

extension StringDictionary? {
  fileprivate func orFail() throws(DecodingFailure) -> StringDictionary {
    guard let self else { throw DecodingFailure("no dictionary") }
    return self
  }
}

@Test("parts of a snapshot that were changed decode to something or fail, without trapping", arguments: columns)
func changedColumns(_ values: [Value]) throws {
  let column = PropertyColumn(values)
  var (columnWriter, other) = (ByteWriter(), ByteWriter())
  try columnWriter.write(column)
  other.write(column.dictionary ?? StringDictionary([]))
  for bytes in [columnWriter.bytes, other.bytes] {
    for place in bytes.indices {
      for bit in 0..<8 {
        var changed = bytes
        changed[place] ^= UInt8(1 << bit)
        for count in [values.count, values.count + 1, 2_000_000_000] {
          var reader = ByteReader(changed)
          _ = try? reader.column(rowCount: count) { () throws(DecodingFailure) in StringDictionary(["a", "b"]) }
          reader = ByteReader(changed)
          _ = try? reader.dictionary()
          reader = ByteReader(changed)
          _ = try? reader.catalogue()
          reader = ByteReader(changed)
          _ = try? reader.keys(count)
          reader = ByteReader(changed)
          _ = try? reader.ends(rowCount: count, nodeCount: 3)
        }
      }
    }
  }
}

@Test("a case loaded lazily holds what one loaded at once holds, also with changes since")
func lazyLoading() throws {
  try withFolder { folder in
    let path = "\(folder)/a"
    let file = try CaseFile.create(at: path)
    for commit in sampleCommits { try file.append(commit) }
    try file.checkpoint()
    try file.append([node("later", ["Value"])])
    try file.close()
    let again = try CaseFile.open(path)
    let graph = try again.loadLazily()
    let expected = contents(try again.load())
    #expect(contents(graph) == expected)
    #expect(again.loadingError == nil)
    // Writing lets go of the snapshot first; what was loaded stays.
    let lazy = try again.loadLazily()
    try again.append([node("last")])
    #expect(contents(lazy) == expected)
    #expect(contents(try again.load()).count == expected.count + 1)
    try again.close()
  }
}

@Test("a case loaded lazily is written before all of it is read, and what is read later is as it was")
func writtenWhileLazy() throws {
  try withFolder { folder in
    let path = "\(folder)/a"
    try sampleCase(path)
    let first = try CaseFile.open(path)
    try first.checkpoint()
    try first.close()
    let before = contents(try CaseFile.open(path, readOnly: true).load())
    let file = try CaseFile.open(path)
    let lazy = try file.loadLazily()
    try file.append([node("later")])
    // Also a snapshot that takes the place of the one that is read.
    try file.checkpoint()
    #expect(file.isLoading)
    #expect(contents(lazy) == before)
    file.finishLoading()
    #expect(!file.isLoading && file.loadingError == nil)
    try file.append([node("last")])
    try file.close()
    let count = try CaseFile.open(path).load().nodeCount
    #expect(count == lazy.nodeCount + 2)
  }
}

@Test("a snapshot that made way for another writer is not believed any more")
func overtakenSnapshot() throws {
  try withFolder { folder in
    let path = "\(folder)/a"
    let file = try CaseFile.create(at: path)
    try file.append([node("a")])
    let other = try CaseFile.open(path)
    let source = try file.openSnapshot()
    let known = try source.begin { try CaseState.read($0) }
    func makeWay(_ body: () throws -> Void) throws {
      try source.makeWay(for: body) { db in
        if try CaseState.read(db) != known { throw StoreError.damaged("", path: path) }
      }
    }
    try makeWay {}
    #expect(source.error == nil)
    #expect(throws: StoreError.self) { try makeWay { try other.append([node("b")]) } }
    #expect(source.error != nil)
  }
}

@Test("a damaged column of a case loaded lazily is told, and nothing traps")
func lazyDamage() throws {
  try withFolder { folder in
    let path = "\(folder)/a"
    let file = try CaseFile.create(at: path)
    for commit in sampleCommits { try file.append(commit) }
    try file.checkpoint()
    let count = try file.read { try Int.fetchOne($0, sql: "SELECT max(number) FROM segment") ?? 0 }
    #expect(count > 5)
    for number in 2...count {
      let damage = "UPDATE segment SET record = substr(record, 1, length(record) - 1) || x'7B' WHERE number = \(number)"
      try file.queue.inDatabase { db in
        try db.inTransaction {
          try db.execute(sql: damage)
          return .commit
        }
      }
      let other = try CaseFile.open(path, readOnly: true)
      let graph = try other.loadLazily()
      _ = contents(graph)
      #expect(other.loadingError?.code == .damaged, "segment \(number)")
      try other.close()
    }
    try file.close()
  }
}

@Test("a catalogue with a name or a set of labels twice is refused", arguments: 0..<4)
func repetition(_ place: Int) {
  var catalogue = Catalogue(labels: ["A", "B"], edgeTypes: [], propertyKeys: ["p"])
  let empty = Catalogue.Table(rowCount: 0, keys: Blob(first: 2, pieces: 1), columns: [])
  catalogue.nodeTables = [([0], empty), ([1], empty)]
  switch place {
  case 0: catalogue.labels = ["A", "A"]
  case 1: catalogue.propertyKeys = ["p", "p"]
  case 2: catalogue.nodeTables[1].labels = [0]
  default: break
  }
  let graph = try? Snapshot.graph(catalogue, from: NoSource())
  #expect((graph == nil) == (place < 3))
}

private struct NoSource: SegmentSource {
  func record(_ number: Int) throws -> ByteReader { throw DecodingFailure("nothing is here") }
  func fail(_ error: any Error) {}
}
