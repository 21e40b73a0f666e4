import GRDB

/// Texts in memory with an index of their words, searched as the reports of a case are (SQLite FTS5).
public final class TextIndex: Sendable {
  private let queue: DatabaseQueue

  /// - Parameter texts: each is found again by its place among them. O(words).
  public init(_ texts: some Sequence<String>) throws(StoreError) {
    do {
      let queue = try DatabaseQueue()
      try queue.write { db in
        try db.execute(sql: "CREATE VIRTUAL TABLE texts USING fts5 (text, tokenize = 'unicode61 remove_diacritics 2')")
        let insertion = try db.makeStatement(sql: "INSERT INTO texts (rowid, text) VALUES (?, ?)")
        for (place, text) in texts.enumerated() { try insertion.execute(arguments: [Int64(place), text]) }
      }
      self.queue = queue
    } catch {
      throw StoreError(.failed, "texts could not be searched", path: ":memory:", cause: "\(error)")
    }
  }

  /// A text that a search found.
  public struct Match: Sendable {
    public let place: Int
    /// Words around what fits best, `…` where it was cut.
    public let excerpt: String
  }

  /// The texts with all words of `text`, the best first: see `CaseFile.search`.
  public func search(_ text: String) throws(StoreError) -> [Match] {
    let query = SearchQuery(text).expression
    guard !query.isEmpty else { return [] }
    do {
      return try queue.read { db in
        try Row.fetchAll(
          db,
          sql: """
            SELECT rowid, snippet(texts, 0, '', '', '…', 24) FROM texts WHERE texts MATCH ? \
            ORDER BY bm25(texts), rowid
            """, arguments: [query]
        ).map { Match(place: Int($0[0] as Int64), excerpt: $0[1] as String) }
      }
    } catch {
      throw StoreError(.failed, "texts could not be searched", path: ":memory:", cause: "\(error)")
    }
  }
}
