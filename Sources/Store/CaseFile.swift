import Foundation
import GRDB
import GraphCore
import Synchronization

/// A case on disk: one SQLite file with the graph, as a snapshot and the changes since, and the reports it was built from.
///
/// A commit that `append` has returned from survives a killed process and a loss of power. A finished case, closed, is one
/// file; while it is written `-wal` and `-shm` stand beside it. One writer, many readers, in any number of processes:
/// a writer that was overtaken by another is told so instead of overwriting it.
public final class CaseFile: Sendable {
  public let path: String
  public let isReadOnly: Bool
  private let opening: Mutex<Opening>
  /// Whether even the connection only reads.
  private let opensForReading: Bool
  /// What a graph that was loaded lazily still reads from, that graph's base, and the state in which it was found.
  private let lazyLoading = Mutex<(source: SnapshotSource, base: BaseGraph?, state: CaseState)?>(nil)

  private struct Opening {
    /// nil once closed. Whoever still reads holds on to the connection until done; GRDB would trap on a closed one.
    var queue: DatabaseQueue?
    var isInWriteAheadMode = false
    /// What the commit that this opening of the case builds on left.
    var state: CaseState
  }

  private init(path: String, isReadOnly: Bool, opensForReading: Bool, queue: DatabaseQueue, state: CaseState) {
    (self.path, self.isReadOnly, self.opensForReading) = (path, isReadOnly, opensForReading)
    opening = Mutex(Opening(queue: queue, state: state))
  }

  var queue: DatabaseQueue {
    get throws(StoreError) {
      guard let queue = opening.withLock({ $0.queue }) else {
        throw StoreError(.closed, "`\(path)` is closed already", path: path)
      }
      return queue
    }
  }

  /// Makes an empty case. It appears under its name whole or not at all.
  ///
  /// - Throws: `alreadyExists`, `notFound` (no such folder), `notPermitted`, `diskFull`.
  public static func create(at path: String) throws(StoreError) -> CaseFile {
    let temporary = try FileProbe.placeForNew(path)
    defer { for ending in ["", "-journal"] { unlink(temporary + ending) } }
    try makeEmpty(temporary, for: path)
    try FileProbe.publish(temporary, as: path)
    return try open(path)
  }

  /// Makes a case that `body` fills. It appears under its name with what it holds, or not at all: a killed process leaves none.
  ///
  /// - Throws: as ``create(at:)``, and what `body` throws.
  public static func create<Result>(at path: String, filledBy body: (CaseFile) throws -> Result) throws -> Result {
    let temporary = try FileProbe.placeForNew(path)
    defer { for ending in ["", "-journal", "-wal", "-shm"] { unlink(temporary + ending) } }
    try makeEmpty(temporary, for: path)
    let file = try open(temporary)
    let result: Result
    do {
      result = try body(file)
      try file.close()
    } catch {
      try? file.close()
      throw (error as? StoreError)?.at(path) ?? error
    }
    try FileProbe.synchronize(temporary)
    try FileProbe.publish(temporary, as: path)
    return result
  }

  private static func makeEmpty(_ temporary: String, for path: String) throws(StoreError) {
    do {
      let queue = try DatabaseQueue(path: temporary, configuration: configuration(isReadOnly: false))
      try queue.inDatabase { db in
        try db.inTransaction {
          try Schema.migrate(db, from: 0)
          try CaseState().write(db)
          return .commit
        }
      }
      try queue.close()
    } catch {
      throw StoreError(error, path: path)
    }
  }

  /// Writes the case as it is now to a new file, which appears whole or not at all and holds no free space. Others may read
  /// and write the case meanwhile; what they commit from now on is not in the copy. O(case).
  ///
  /// - Throws: as ``create(at:)`` for the place of the copy.
  public func copy(to copy: String) throws(StoreError) {
    let temporary = try FileProbe.placeForNew(copy)
    defer { for ending in ["", "-journal"] { unlink(temporary + ending) } }
    let queue = try queue
    do {
      // Taken as one long read (SQLite, "VACUUM INTO").
      try queue.inDatabase { try $0.execute(sql: "VACUUM INTO ?", arguments: [temporary]) }
      try FileProbe.synchronize(temporary)
    } catch {
      throw StoreError(error, path: copy)
    }
    try FileProbe.publish(temporary, as: copy)
  }

  /// Opens a case that exists. Nothing is written by opening for reading, nor for writing until the first commit, unless a
  /// killed writer left changes to take in.
  ///
  /// - Throws: `notFound`, `isFolder`, `notSQLite`, `notACase`, `newerVersion`, `notPermitted`, `busy`, `damaged`.
  public static func open(_ path: String, readOnly: Bool = false) throws(StoreError) -> CaseFile {
    let header = try FileProbe.header(of: path)
    if header.isWriteAhead { try JournalProbe.check(beside: path) }
    let mayWrite = FileProbe.isWritable(path) && FileProbe.isWritable(FileProbe.folder(of: path))
    guard readOnly || mayWrite else {
      throw StoreError(
        .notPermitted, "`\(path)` may not be written", path: path,
        suggestion: "open it for reading, or copy it to a folder that is yours")
    }
    // A connection that cannot write would leave a case in write-ahead mode with files beside it, and could not take back
    // what a writer that was killed had half written.
    let needsWriting = header.isWriteAhead || FileProbe.exists(path + "-journal")
    let opensForReading = readOnly && !(needsWriting && mayWrite)
    do {
      let queue = try DatabaseQueue(path: path, configuration: configuration(isReadOnly: opensForReading))
      if !readOnly { try bringUp(queue, path) }
      let state = try queue.read { db in
        guard try Schema.definitions(db) == Schema.expectedDefinitions() else {
          throw DecodingFailure("its tables are not those of a case")
        }
        return try CaseState.read(db)
      }
      return CaseFile(
        path: path, isReadOnly: readOnly, opensForReading: opensForReading, queue: queue, state: state)
    } catch {
      throw StoreError(error, path: path)
    }
  }

  private static func bringUp(_ queue: DatabaseQueue, _ path: String) throws {
    let version = try queue.read { try Int.fetchOne($0, sql: "PRAGMA user_version") ?? 0 }
    guard version < Schema.version else { return }
    try queue.inDatabase { db in
      try db.inTransaction(.immediate) {
        try Schema.migrate(db, from: version)
        return .commit
      }
    }
  }

  /// How long a writer waits for another before it gives up.
  static let busySeconds: TimeInterval = 3

  private static func configuration(isReadOnly: Bool) -> Configuration {
    var configuration = Configuration()
    configuration.readonly = isReadOnly
    configuration.busyMode = .timeout(busySeconds)
    configuration.prepareDatabase { db in
      // A commit is on the disk before it is acknowledged, also in write-ahead mode.
      try db.execute(sql: "PRAGMA synchronous = FULL")
      // Nothing that stands in a file from elsewhere may run functions.
      try db.execute(sql: "PRAGMA trusted_schema = OFF")
      try db.execute(sql: "PRAGMA cell_size_check = ON")
    }
    return configuration
  }

  /// Folds a long log into the snapshot, and makes the case one file again unless somebody else has it open. The case
  /// cannot be used after.
  public func close() throws(StoreError) {
    let queue = try queue
    defer { opening.withLock { $0.queue = nil } }
    lazyLoading.withLock { loading in
      loading?.source.close()
      loading = nil
    }
    guard !isReadOnly else { return }
    do {
      try checkpointIfDue()
    } catch  where error.code == .diskFull || error.code == .busy || error.code == .changedElsewhere {
      // What was committed is safe in the log; the next one to close will fold it.
    }
    // Fails while others read or write; the last of them tidies up then.
    try? queue.inDatabase { db in
      if try String.fetchOne(db, sql: "PRAGMA journal_mode") != "delete" {
        _ = try Row.fetchOne(db, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
        _ = try Row.fetchOne(db, sql: "PRAGMA journal_mode = DELETE")
      }
    }
  }

  // MARK: Lazy loading

  /// A connection for one snapshot.
  func openSnapshot() throws -> SnapshotSource {
    var configuration = Self.configuration(isReadOnly: opensForReading)
    configuration.allowsUnsafeTransactions = true
    return SnapshotSource(try DatabaseQueue(path: path, configuration: configuration), path: path)
  }

  func keep(_ source: SnapshotSource, for base: BaseGraph, _ state: CaseState) {
    lazyLoading.withLock { $0 = (source, base, state) }
  }

  /// Loads what a lazily loaded graph has not needed yet, and lets others write to the case. From any thread.
  public func finishLoading() {
    guard let loading = lazyLoading.withLock({ $0 }), let base = loading.base else { return }
    base.load()
    loading.source.close()
    lazyLoading.withLock { $0?.base = nil }
  }

  /// Whether a lazily loaded graph may still read from the file.
  public var isLoading: Bool { lazyLoading.withLock { $0?.base != nil } }

  /// What was found damaged since the graph was loaded lazily.
  public var loadingError: StoreError? { lazyLoading.withLock { $0?.source.error } }

  func read<Result>(_ body: (Database) throws -> Result) throws(StoreError) -> Result {
    let queue = try queue
    do { return try queue.read(body) } catch { throw StoreError(error, path: path) }
  }

  /// Runs `body` in a transaction that no other writer can come between, if the case is still as this opening knows it.
  func write(_ body: (Database, inout CaseState) throws -> Void) throws(StoreError) {
    try transact { db in
      var state = try begin(db)
      try body(db, &state)
      try state.write(db)
      return state
    }
  }

  /// The same where what is to be written does not depend on what is in the file: the state that follows takes the place
  /// of the one that is known, and if that is not there any more nothing is written. Saves a look at it for each commit.
  func write(_ next: CaseState, _ body: (Database) throws -> Void) throws(StoreError) {
    try transact { db in
      try beginTransaction(db)
      guard try next.replace(opening.withLock { $0.state }, db) else {
        try requireKnown(try CaseState.read(db))
        throw DecodingFailure("its state is not written as it should be")
      }
      try body(db)
      return next
    }
  }

  /// What the next commit is to build on.
  var state: CaseState { opening.withLock { $0.state } }

  private func transact(_ body: (Database) throws -> CaseState) throws(StoreError) {
    guard !isReadOnly else {
      throw StoreError(.readOnly, "`\(path)` was opened for reading only", path: path)
    }
    let queue = try queue
    do {
      try leaveRollbackMode(queue)
      let state = try queue.inDatabase { db in
        do {
          let state = try body(db)
          try Self.commit(db)
          return state
        } catch {
          if db.isInsideTransaction { try? db.rollback() }
          throw error
        }
      }
      setState(state)
    } catch {
      throw StoreError(error, path: path)
    }
  }

  /// Begins a transaction that no other writer can come between, if the case is still as this opening knows it.
  func begin(_ db: Database) throws -> CaseState {
    try beginTransaction(db)
    do {
      let state = try CaseState.read(db)
      try requireKnown(state)
      return state
    } catch {
      try? db.rollback()
      throw error
    }
  }

  /// What still reads our own snapshot would keep us from writing in the mode that a case rests in, and does not in the
  /// other: it makes way for the change of mode, so that the first commit does not wait until all has been read.
  private func leaveRollbackMode(_ queue: DatabaseQueue) throws {
    guard !opening.withLock({ $0.isInWriteAheadMode }), let loading = lazyLoading.withLock({ $0 }), loading.base != nil
    else { return }
    try loading.source.makeWay {
      try queue.inDatabase { try enterWriteAheadMode($0) }
    } resume: { db in
      guard try CaseState.read(db) == loading.state else { throw overtaken }
    }
  }

  private func enterWriteAheadMode(_ db: Database) throws {
    let mode = try String.fetchOne(db, sql: "PRAGMA journal_mode = WAL")
    opening.withLock { $0.isInWriteAheadMode = mode == "wal" }
  }

  private func beginTransaction(_ db: Database) throws {
    // Nobody can change it as long as this connection is open.
    if !opening.withLock({ $0.isInWriteAheadMode }) { try enterWriteAheadMode(db) }
    // Kept ready: to make the two statements anew takes as long as all others of a small commit.
    try db.cachedStatement(sql: "BEGIN IMMEDIATE TRANSACTION").execute()
  }

  static func commit(_ db: Database) throws { try db.cachedStatement(sql: "COMMIT TRANSACTION").execute() }

  private func requireKnown(_ found: CaseState) throws(StoreError) {
    guard found.head == state.head else { throw overtaken }
  }

  private var overtaken: StoreError {
    StoreError(
      .changedElsewhere, "another program has written to `\(path)` since it was opened", path: path,
      suggestion: "open it again, and repeat what was not saved")
  }

  func setState(_ state: CaseState) { opening.withLock { $0.state = state } }
}
