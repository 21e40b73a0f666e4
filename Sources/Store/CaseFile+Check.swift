import Foundation
import GRDB
import GraphCore

/// Something that `check` found wrong.
public struct Finding: Equatable, Sendable {
  public enum Part: String, Sendable { case file, graph, reports, search }

  public let part: Part
  /// Lower case, no full stop.
  public let message: String
}

extension CaseFile {
  /// Looks for damage: that every record fits its checksum, none is missing, and the graph builds from them. `deep` adds
  /// SQLite's own check of each page, the contents of each report, and the search index; it reads the whole file.
  ///
  /// - Throws: only what keeps it from looking at all: `busy`, `closed`.
  public func check(deep: Bool) throws(StoreError) -> [Finding] {
    var findings: [Finding] = []
    if deep { findings += try checkPages() }
    findings += try damage(.graph) { db in _ = try Self.graph(db) }
    findings += try damage(.reports) { db in
      let rows = try Row.fetchCursor(db, sql: "SELECT id, record FROM report")
      var count = 0
      while let row = try rows.next() {
        _ = try Self.record(row)
        count += 1
      }
      guard count == (try CaseState.read(db)).reportCount else { throw DecodingFailure("a report is missing") }
    }
    if deep {
      findings += try damage(.reports) { db in
        let rows = try Row.fetchCursor(db, sql: "SELECT id, record, contents, analysis FROM report")
        while let row = try rows.next() { _ = try Self.entry(row) }
      }
      findings += try checkSearchIndex()
    }
    return findings
  }

  private func checkPages() throws(StoreError) -> [Finding] {
    var complaints: [String] = []
    let failures = try damage(.file) { db in
      complaints = try String.fetchAll(db, sql: "PRAGMA integrity_check(20)").filter { $0 != "ok" }
    }
    return failures + complaints.map { Finding(part: .file, message: $0) }
  }

  /// FTS5 checks an index by a command that looks like an insert; nothing is kept of it. Not possible on a connection that
  /// only reads.
  private func checkSearchIndex() throws(StoreError) -> [Finding] {
    guard !isReadOnly else { return [] }
    let queue = try queue
    do {
      try queue.inDatabase { db in
        try db.inTransaction {
          try db.execute(sql: "INSERT INTO report_index (report_index, rank) VALUES ('integrity-check', 1)")
          return .rollback
        }
      }
      return []
    } catch {
      let failure = StoreError(error, path: path)
      guard failure.code == .damaged else { throw failure }
      return [Finding(part: .search, message: "the search index does not fit the reports")]
    }
  }

  /// Damage becomes a finding, other failures stay what they are.
  private func damage(_ part: Finding.Part, _ body: (Database) throws -> Void) throws(StoreError) -> [Finding] {
    do {
      try read(body)
      return []
    } catch  where error.code == .damaged {
      return [Finding(part: part, message: error.cause ?? error.message)]
    }
  }
}
