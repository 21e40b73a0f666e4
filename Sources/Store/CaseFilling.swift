import Foundation
import GRDB
public import GraphCore
public import SourceText

/// A case while it takes in reports, one after the other, and the graph that is made of them: one transaction, begun with
/// the first that has to be written. Of no use once ``CaseFile/fill(_:)`` has returned.
public final class CaseFilling {
  private let file: CaseFile
  private let db: Database
  /// Nil as long as nothing is written.
  private var state: CaseState?
  /// Reports taken in and not written yet, by SHA-256: as long as they are few, an error leaves every byte of the file as
  /// it was.
  private var pending: [String: ReportEntry] = [:]
  private var pendingBytes = 0
  private static let mostPendingBytes = 16 << 20

  init(_ file: CaseFile, _ db: Database) {
    self.file = file
    self.db = db
  }

  /// What is known of a report that the case has.
  public func summary(ofReport sha256: String) throws -> ReportSummary? {
    let statement = try db.cachedStatement(sql: "SELECT id, record FROM report WHERE sha256 = ?")
    guard let row = try Row.fetchOne(statement, arguments: [sha256]) else { return nil }
    return try CaseFile.record(row).summary
  }

  /// The reports whose analysis does not begin with `mark`, by SHA-256, ascending.
  public func reports(without mark: [UInt8]) throws -> [String] {
    try String.fetchAll(
      db, sql: "SELECT sha256 FROM report WHERE substr(analysis, 1, ?) IS NOT ? ORDER BY sha256",
      arguments: [mark.count, Data(mark)])
  }

  public func text(ofReport sha256: String) throws -> Text? {
    try Row.fetchOne(db, sql: CaseFile.entryColumns + " WHERE sha256 = ?", arguments: [sha256])
      .map { try CaseFile.entry($0).text }
  }

  /// A report whose `sha256` is in the case already replaces the one there.
  public func insert(_ report: ReportEntry) throws {
    // Once a transaction is under way, waiting would only make others wait longer later.
    guard state == nil else { return try write { try CaseFile.insert(report, db, &$0) } }
    pending[report.sha256] = report
    pendingBytes += report.text.contents.utf8.count + report.analysis.count
    if pendingBytes >= Self.mostPendingBytes { try settle() }
  }

  /// Gives each report to `body`, those taken in included, ascending by SHA-256, one of those written in memory at a time.
  public func forEachReport(_ body: (ReportEntry) throws -> Void) throws {
    var waiting = pending.keys.sorted()[...]
    /// Those that come before the one given.
    func handOn(before sha256: String?) throws {
      while let first = waiting.first, sha256.map({ first < $0 }) ?? true {
        waiting.removeFirst()
        if let report = pending[first] { try body(report) }
      }
    }
    let rows = try Row.fetchCursor(db, sql: CaseFile.entryColumns + " ORDER BY sha256")
    while let row = try rows.next() {
      let report = try CaseFile.entry(row)
      try handOn(before: report.sha256)
      if pending[report.sha256] == nil { try body(report) }
    }
    try handOn(before: nil)
  }

  /// Writes what has been taken in; others may work on it meanwhile.
  public func settle() throws {
    guard !pending.isEmpty else { return }
    try write { state in
      for sha256 in pending.keys.sorted() {
        if let report = pending[sha256] { try CaseFile.insert(report, db, &state) }
      }
    }
    pending = [:]
    pendingBytes = 0
  }

  /// Keeps the graph: as changes to the one there, or whole where that is no longer than they are.
  ///
  /// - Parameter changes: what leads from the graph of the case to `graph`; nil if that is not known.
  public func keep(_ graph: PropertyGraph, changes: [GraphChange]?) throws {
    try settle()
    // Nothing came in and nothing is another: the file stays as it is.
    if state == nil, let changes, changes.isEmpty { return }
    try write { state in
      let records = try changes.map { try CaseFile.records($0) }
      let length = records.map { $0.reduce(0) { $0 + $1.count } }
      if let records, let length, try !CaseFile.isFoldDue(db, logBytes: length) {
        // Without a change there is a record all the same, so that an opening elsewhere notices the reports.
        for record in records.isEmpty ? [[]] : records { try CaseFile.appendToLog(record, db, &state) }
      } else {
        state.head += 1
        try CaseFile.writeSnapshot(of: graph, db, &state)
      }
    }
  }

  private func write(_ body: (inout CaseState) throws -> Void) throws {
    var current = try state ?? file.begin(db)
    state = current
    try body(&current)
    state = current
  }

  /// What the file holds then, or nil if nothing was written.
  func commit() throws -> CaseState? {
    guard let state else { return nil }
    try state.write(db)
    try CaseFile.commit(db)
    return state
  }

  func rollBack() {
    if state != nil, db.isInsideTransaction { try? db.rollback() }
  }
}

extension CaseFile {
  /// Runs `body` in one transaction: what it puts into the case is there when this returns, or nothing of it.
  ///
  /// - Throws: `readOnly`, `busy`, `changedElsewhere`, `diskFull`, `notStorable`, and what `body` throws.
  public func fill<Result>(_ body: (CaseFilling) throws -> Result) throws -> Result {
    guard !isReadOnly else {
      throw StoreError(.readOnly, "`\(path)` was opened for reading only", path: path)
    }
    finishLoading()
    do {
      return try queue.inDatabase { db in
        let filling = CaseFilling(self, db)
        do {
          let result = try body(filling)
          if let state = try filling.commit() { setState(state) }
          return result
        } catch {
          filling.rollBack()
          throw error
        }
      }
    } catch {
      // What `body` threw of its own keeps its kind.
      switch error {
      case is DatabaseError, is DecodingFailure, is UnstorableValue: throw StoreError(error, path: path)
      default: throw error
      }
    }
  }
}
