import Foundation
import GRDB
import GraphCore
import Synchronization

/// Where the blobs of a snapshot come from.
protocol SegmentSource: Sendable {
  /// The payload of one record.
  func record(_ number: Int) throws -> ByteReader
  /// Takes note of what went wrong where nothing can be thrown.
  func fail(_ error: any Error)
}

extension SegmentSource {
  /// What a blob holds, or something to stand in for it once `fail` has been told why.
  func read<Result>(
    _ blob: Blob, or substitute: @autoclosure () -> Result,
    _ body: (inout ByteReader) throws(DecodingFailure) -> Result
  ) -> Result {
    do {
      var reader = try contents(of: blob)
      return try body(&reader)
    } catch {
      fail(error)
      return substitute()
    }
  }

  private func contents(of blob: Blob) throws -> ByteReader {
    guard blob.pieces != 1 else { return try record(blob.first) }
    var bytes: [UInt8] = []
    for number in blob.first..<blob.first + blob.pieces {
      var reader = try record(number)
      bytes += try reader.take(reader.rest)
    }
    return ByteReader(bytes)
  }
}

/// Reads in the transaction that a connection is in, all at once.
final class TransactionSource: SegmentSource, @unchecked Sendable {
  // Never leaves the closure that GRDB lends the connection to.
  private let db: Database
  private let failure = Mutex<(any Error)?>(nil)

  init(_ db: Database) { self.db = db }

  func record(_ number: Int) throws -> ByteReader { try CaseFile.segment(db, number, .piece) }

  func fail(_ error: any Error) { failure.withLock { $0 = $0 ?? error } }

  func check() throws {
    if let error = failure.withLock({ $0 }) { throw error }
  }
}

/// Reads on a connection of its own, which sees the case as it was when it was opened for as long as it is open.
final class SnapshotSource: SegmentSource {
  private let queue: Mutex<DatabaseQueue?>
  private let path: String
  private let failure = Mutex<(any Error)?>(nil)

  init(_ queue: DatabaseQueue, path: String) {
    self.queue = Mutex(queue)
    self.path = path
  }

  func record(_ number: Int) throws -> ByteReader {
    guard let queue = queue.withLock({ $0 }) else { throw DecodingFailure("its snapshot is closed") }
    // Reentrant: replaying the log, within `begin`, needs columns too.
    return try queue.unsafeReentrantRead { try CaseFile.segment($0, number, .piece) }
  }

  func fail(_ error: any Error) {
    failure.withLock { $0 = $0 ?? error }
  }

  /// Begins the transaction that all later reading belongs to, and runs `body` in it.
  func begin<Result>(_ body: (Database) throws -> Result) throws -> Result {
    guard let queue = queue.withLock({ $0 }) else { throw DecodingFailure("its snapshot is closed") }
    return try queue.inDatabase { db in
      try db.beginTransaction(.deferred)
      return try body(db)
    }
  }

  /// Lets go of the file for as long as `body` takes, and then reads on. Nobody else reads meanwhile.
  ///
  /// - Parameter resume: throws if it is not what was read before: then nothing of it is to be believed any more.
  func makeWay(for body: () throws -> Void, resume: (Database) throws -> Void) throws {
    try queue.withLock { queue in
      guard let queue else { return try body() }
      try queue.inDatabase { db in
        if db.isInsideTransaction { try db.rollback() }
        let outcome = Result { try body() }
        do {
          try db.beginTransaction(.deferred)
          try resume(db)
        } catch {
          fail(error)
          throw error
        }
        try outcome.get()
      }
    }
  }

  /// What went wrong so far.
  var error: StoreError? { failure.withLock { $0 }.map { StoreError($0, path: path) } }

  /// Lets go of the file.
  func close() {
    queue.withLock { queue in
      guard let open = queue else { return }
      try? open.inDatabase { if $0.isInsideTransaction { try? $0.rollback() } }
      try? open.close()
      queue = nil
    }
  }

  deinit { close() }
}
