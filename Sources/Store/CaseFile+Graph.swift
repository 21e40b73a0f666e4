import Foundation
import GRDB
import GraphCore

extension CaseFile {
  /// One record of the log holds no more than this, since SQLite bounds the size of a row; a longer commit takes several
  /// records of one transaction.
  private static let recordBytes = 16 << 20
  /// A log shorter than this is not worth folding in.
  private static let smallestFold = 256 << 10

  /// The graph as last committed: the snapshot, and the changes since. O(nodes + edges + changes).
  ///
  /// - Throws: `damaged` if anything does not fit its checksum or the rest; never a wrong graph.
  public func load() throws(StoreError) -> PropertyGraph {
    try read { db in try Self.graph(db) }
  }

  /// The same, but of the snapshot no more than its catalogue: columns come when they are first needed, so that opening
  /// costs next to nothing. Until `finishLoading()`, or a first commit, the case cannot be written by others.
  ///
  /// What is found damaged later reads as empty, and `loadingError` says so: to be looked at before anything that was read
  /// is believed.
  public func loadLazily() throws(StoreError) -> PropertyGraph {
    do {
      let source = try openSnapshot()
      let (graph, state) = try source.begin { db in
        let state = try CaseState.read(db)
        return (try Self.graph(db, state, try Self.snapshot(db, state, from: source)), state)
      }
      keep(source, for: graph.base, state)
      return graph
    } catch {
      throw StoreError(error, path: path)
    }
  }

  static func graph(_ db: Database) throws -> PropertyGraph {
    let state = try CaseState.read(db)
    let source = TransactionSource(db)
    let snapshot = try Self.snapshot(db, state, from: source)
    snapshot.base.load()
    try source.check()
    return try graph(db, state, snapshot)
  }

  private static func graph(_ db: Database, _ state: CaseState, _ snapshot: PropertyGraph) throws -> PropertyGraph {
    guard state.head > state.snapshot else { return snapshot }
    let transaction = GraphTransaction(snapshot)
    try replayLog(db, state, into: transaction)
    return transaction.commit()
  }

  private static func snapshot(
    _ db: Database, _ state: CaseState, from source: some SegmentSource
  ) throws -> PropertyGraph {
    let (count, last) =
      try Row.fetchOne(db, sql: "SELECT count(*), max(number) FROM segment").map { row in
        (try integer(row, 0), row.hasNull(atIndex: 1) ? 0 : try integer(row, 1))
      } ?? (0, 0)
    guard count == state.segmentCount, last == count else { throw DecodingFailure("a segment is missing") }
    if count == 0 { return PropertyGraph() }
    var reader = try segment(db, Snapshot.catalogueNumber, .catalogue)
    return try Snapshot.graph(try reader.catalogue(), from: source)
  }

  /// One record of the snapshot.
  static func segment(_ db: Database, _ number: Int, _ kind: Envelope.Kind) throws -> ByteReader {
    guard let row = try Row.fetchOne(db, sql: "SELECT kind, record FROM segment WHERE number = ?", arguments: [number])
    else { throw DecodingFailure("a segment is missing") }
    guard try integer(row, 0) == Int(kind.rawValue) else { throw DecodingFailure("a segment is of the wrong kind") }
    return try Envelope.opened(try blob(row, 1), kind, number: Int64(number))
  }

  private static func replayLog(_ db: Database, _ state: CaseState, into transaction: GraphTransaction) throws {
    var last = state.snapshot
    let rows = try Row.fetchCursor(db, sql: "SELECT sequence, record FROM log ORDER BY sequence")
    while let row = try rows.next() {
      let sequence = Int64(try integer(row, 0))
      guard sequence == last + 1 else { throw DecodingFailure("a change record is missing") }
      last = sequence
      var reader = try Envelope.opened(try blob(row, 1), .log, number: sequence)
      while !reader.isAtEnd { try transaction.apply(reader.change()) }
    }
    guard last == state.head else { throw DecodingFailure("the last changes are missing") }
  }

  /// Adds to the case, all of it or nothing. When this returns it is on the disk.
  ///
  /// A report whose `sha256` is in the case already replaces the one there.
  ///
  /// - Throws: `readOnly`, `busy`, `changedElsewhere`, `diskFull`, `notStorable`.
  public func append(_ changes: [GraphChange], reports: [ReportEntry] = []) throws(StoreError) {
    if changes.isEmpty && reports.isEmpty { return }
    let records: [[UInt8]]
    do { records = try Self.records(changes) } catch { throw StoreError(error, path: path) }
    if reports.isEmpty {
      let first = state.head + 1
      var next = state
      next.head += Int64(records.count)
      return try write(next) { db in
        for (place, record) in records.enumerated() {
          try Self.writeToLog(record, number: first + Int64(place), db)
        }
      }
    }
    try write { db, state in
      for record in records { try Self.appendToLog(record, db, &state) }
      for report in reports { try Self.insert(report, db, &state) }
      // So that an opening elsewhere notices reports alone as well.
      if records.isEmpty && !reports.isEmpty { try Self.appendToLog([], db, &state) }
    }
  }

  static func appendToLog(_ record: [UInt8], _ db: Database, _ state: inout CaseState) throws {
    state.head += 1
    try writeToLog(record, number: state.head, db)
  }

  private static func writeToLog(_ record: [UInt8], number: Int64, _ db: Database) throws {
    try db.cachedStatement(sql: "INSERT INTO log (sequence, record) VALUES (?, ?)")
      .execute(arguments: [number, Data(Envelope.sealed(record, .log, number: number))])
  }

  static func records(_ changes: [GraphChange]) throws(UnstorableValue) -> [[UInt8]] {
    var records: [[UInt8]] = []
    var writer = ByteWriter()
    for change in changes {
      try writer.write(change)
      guard writer.bytes.count >= recordBytes else { continue }
      records.append(writer.bytes)
      writer = ByteWriter()
    }
    if !writer.bytes.isEmpty { records.append(writer.bytes) }
    return records
  }

  /// Folds the log into the snapshot, so that the next opening is quick. Changes nothing that can be asked of the case.
  public func checkpoint() throws(StoreError) {
    try write { db, state in try Self.writeSnapshot(of: try Self.graph(db), db, &state) }
  }

  /// Puts the graph in the place of snapshot and log. One segment in memory at a time.
  static func writeSnapshot(of graph: PropertyGraph, _ db: Database, _ state: inout CaseState) throws {
    try db.execute(sql: "DELETE FROM segment")
    try db.execute(sql: "DELETE FROM log")
    var count = 0
    try Snapshot.write(graph) { number, kind, payload in
      count += 1
      try db.execute(
        sql: "INSERT INTO segment (number, kind, record) VALUES (?, ?, ?)",
        arguments: [number, Int64(kind.rawValue), Data(Envelope.sealed(payload, kind, number: Int64(number)))])
    }
    state.segmentCount = count
    state.snapshot = state.head
  }

  /// Folds once the log outgrows half the snapshot: each byte is then rewritten a bounded number of times.
  func checkpointIfDue() throws(StoreError) {
    if try read({ try Self.isFoldDue($0, logBytes: 0) }) { try checkpoint() }
  }

  /// - Parameter logBytes: what is to be added to the log.
  static func isFoldDue(_ db: Database, logBytes: Int) throws -> Bool {
    let log = try Int.fetchOne(db, sql: "SELECT coalesce(sum(length(record)), 0) FROM log") ?? 0
    let segments = try Int.fetchOne(db, sql: "SELECT coalesce(sum(length(record)), 0) FROM segment") ?? 0
    return log + logBytes >= max(smallestFold, segments / 2)
  }

  /// Of a damaged file a column may hold anything; GRDB's typed access would trap on it.
  static func integer(_ row: Row, _ column: Int) throws(DecodingFailure) -> Int {
    guard let value = Int64.fromDatabaseValue(row[column] as DatabaseValue) else {
      throw DecodingFailure("a number is of the wrong kind")
    }
    return Int(value)
  }

  static func blob(_ row: Row, _ column: Int) throws(DecodingFailure) -> [UInt8] {
    guard case .blob(let data) = (row[column] as DatabaseValue).storage else {
      throw DecodingFailure("a record is of the wrong kind")
    }
    return Array(data)
  }
}
