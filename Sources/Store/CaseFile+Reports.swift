import Foundation
import GRDB
import SourceText

extension CaseFile {
  /// All reports, ascending by SHA-256.
  public func reports() throws(StoreError) -> [ReportSummary] {
    try read { db in
      let rows = try Row.fetchCursor(db, sql: "SELECT id, record FROM report ORDER BY sha256")
      var reports: [ReportSummary] = []
      while let row = try rows.next() {
        reports.append(try Self.record(row).summary)
      }
      guard reports.count == (try CaseState.read(db)).reportCount else { throw DecodingFailure("a report is missing") }
      return reports
    }
  }

  /// The report with that SHA-256, nil if the case has none.
  public func report(_ sha256: String) throws(StoreError) -> ReportEntry? {
    try read { db in
      guard let row = try Row.fetchOne(db, sql: Self.entryColumns + " WHERE sha256 = ?", arguments: [sha256]) else {
        return nil
      }
      let entry = try Self.entry(row)
      guard entry.sha256 == sha256 else { throw DecodingFailure("a report stands in another's place") }
      return entry
    }
  }

  /// Gives each report to `body`, ascending by SHA-256, one in memory at a time.
  public func forEachReport(_ body: (ReportEntry) throws -> Void) throws(StoreError) {
    try read { db in
      let rows = try Row.fetchCursor(db, sql: Self.entryColumns + " ORDER BY sha256")
      while let row = try rows.next() { try body(Self.entry(row)) }
    }
  }

  /// Reports that contain all words of `text`, the best first. Words in double quotes must follow each other; a `*`
  /// behind a word stands for its endings. Case and accents do not matter. Nothing to search for finds nothing.
  public func search(_ text: String, limit: Int = 100) throws(StoreError) -> [ReportMatch] {
    let query = SearchQuery(text).expression
    guard !query.isEmpty, limit > 0 else { return [] }
    return try read { db in
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT report.id, report.record, snippet(report_index, 0, '', '', '…', 24)
          FROM report_index JOIN report ON report.id = report_index.rowid
          WHERE report_index MATCH ? ORDER BY bm25(report_index), report.sha256 LIMIT ?
          """, arguments: [query, limit])
      var matches: [ReportMatch] = []
      while let row = try rows.next() {
        let summary = try Self.record(row).summary
        let excerpt = String.fromDatabaseValue(row[2] as DatabaseValue) ?? ""
        matches.append(ReportMatch(sha256: summary.sha256, origin: summary.origin, excerpt: excerpt))
      }
      return matches
    }
  }

  static let entryColumns = "SELECT id, record, contents, analysis FROM report"

  /// What the record of a report holds: its summary, and what contents and analysis must add up to.
  struct ReportRecord {
    let summary: ReportSummary
    let contentsChecksum: UInt64
    let analysisChecksum: UInt64
  }

  static func insert(_ report: ReportEntry, _ db: Database, _ state: inout CaseState) throws {
    let contents = Array(report.text.contents.utf8)
    let analysis = Array(report.analysis)
    let known = try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT id FROM report WHERE sha256 = ?"), arguments: [report.sha256])
    if let known { try remove(known, db, &state) }
    let last = try db.cachedStatement(sql: "SELECT max(id) FROM report")
    let id = try known ?? ((Int64.fetchOne(last) ?? 0) + 1)
    var writer = ByteWriter()
    writer.write(report.sha256)
    writer.write(report.text.origin)
    writer.write(String(decoding: try metadataEncoder.encode(report.text.metadata), as: UTF8.self))
    writer.write(count: contents.count)
    writer.write(fixed: Checksum.of(contents, seed: 0))
    writer.write(fixed: Checksum.of(analysis, seed: 0))
    try db.cachedStatement(
      sql: "INSERT INTO report (id, sha256, record, contents, analysis) VALUES (?, ?, ?, ?, ?)"
    ).execute(arguments: [
      id, report.sha256, Data(Envelope.sealed(writer.bytes, .report, number: id)), Data(contents), report.analysis,
    ])
    try db.cachedStatement(
      sql: "INSERT INTO report_index (rowid, contents) SELECT id, contents FROM report_text WHERE id = ?"
    ).execute(arguments: [id])
    state.reportCount += 1
  }

  /// FTS5 must be told the old text to take it out of its index.
  private static func remove(_ id: Int64, _ db: Database, _ state: inout CaseState) throws {
    try db.execute(
      sql: """
        INSERT INTO report_index (report_index, rowid, contents)
        SELECT 'delete', id, contents FROM report_text WHERE id = ?
        """, arguments: [id])
    try db.execute(sql: "DELETE FROM report WHERE id = ?", arguments: [id])
    state.reportCount -= 1
  }

  /// Columns 0 and 1 of `row` are id and record.
  static func record(_ row: Row) throws -> ReportRecord {
    var reader = try Envelope.opened(try blob(row, 1), .report, number: Int64(try integer(row, 0)))
    let (sha256, origin, metadata) = (try reader.text(), try reader.text(), try reader.text())
    let lengthBytes = Int(clamping: try reader.varint())
    guard let known = try? JSONDecoder().decode(Text.Metadata.self, from: Data(metadata.utf8)) else {
      throw DecodingFailure("what is known of a report is unreadable")
    }
    return ReportRecord(
      summary: ReportSummary(sha256: sha256, origin: origin, metadata: known, lengthBytes: lengthBytes),
      contentsChecksum: try reader.fixed(), analysisChecksum: try reader.fixed())
  }

  static func entry(_ row: Row) throws -> ReportEntry {
    let record = try record(row)
    let (contents, analysis) = (try blob(row, 2), try blob(row, 3))
    guard Checksum.of(contents, seed: 0) == record.contentsChecksum,
      Checksum.of(analysis, seed: 0) == record.analysisChecksum,
      let text = String(validating: contents, as: UTF8.self)
    else { throw DecodingFailure("report `\(record.summary.origin)` does not fit its checksum") }
    return ReportEntry(
      sha256: record.summary.sha256,
      text: Text(origin: record.summary.origin, contents: text, metadata: record.summary.metadata),
      analysis: Data(analysis))
  }

  private static let metadataEncoder = {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return encoder
  }()
}
