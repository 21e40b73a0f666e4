import GRDB

/// The tables of a case and their history, all in one place.
///
/// Version n of the format is what the first n migrations make. A released migration never changes; a new one goes to the
/// end. Files of later versions are refused, files of earlier ones are brought up when they are opened for writing.
enum Schema {
  /// "HRSY": tells our files from other programs' (SQLite file format, §1.3.16).
  static let applicationID: Int32 = 0x4852_5359

  static var version: Int { migrations.count }

  private static let migrations: [[String]] = [
    [
      // One row: what the other tables hold, under a checksum (`CaseState`).
      "CREATE TABLE state (id INTEGER PRIMARY KEY CHECK (id = 1), record BLOB NOT NULL)",
      // Committed changes since the snapshot.
      "CREATE TABLE log (sequence INTEGER PRIMARY KEY, record BLOB NOT NULL)",
      // The snapshot: number 1 is its catalogue, the others the pieces of its blobs (`Envelope.Kind`).
      "CREATE TABLE segment (number INTEGER PRIMARY KEY, kind INTEGER NOT NULL, record BLOB NOT NULL)",
      // Texts are blobs, since SQLite ends a text at its first zero.
      """
      CREATE TABLE report (id INTEGER PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE, record BLOB NOT NULL, \
      contents BLOB NOT NULL, analysis BLOB NOT NULL)
      """,
      "CREATE VIEW report_text (id, contents) AS SELECT id, CAST(contents AS TEXT) FROM report",
      """
      CREATE VIRTUAL TABLE report_index USING fts5 (contents, content = 'report_text', content_rowid = 'id', \
      tokenize = 'unicode61 remove_diacritics 2')
      """,
    ]
  ]

  /// In the caller's transaction, so that a file is of one version or the other.
  static func migrate(_ db: Database, from version: Int) throws {
    for migration in migrations.dropFirst(version) {
      for statement in migration { try db.execute(sql: statement) }
    }
    try db.execute(sql: "PRAGMA application_id = \(applicationID)")
    try db.execute(sql: "PRAGMA user_version = \(Self.version)")
  }

  /// What the tables should look like. FTS5's own are left out: each SQLite words them its way.
  static func definitions(_ db: Database) throws -> [String] {
    try String.fetchAll(
      db, sql: "SELECT type || ' ' || name || ': ' || coalesce(sql, '') FROM sqlite_schema ORDER BY type, name"
    ).filter { !$0.hasPrefix("table report_index_") }
  }

  /// What `definitions` gives for a new case.
  static func expectedDefinitions() throws -> [String] {
    try DatabaseQueue().write { db in
      try migrate(db, from: 0)
      return try definitions(db)
    }
  }
}
