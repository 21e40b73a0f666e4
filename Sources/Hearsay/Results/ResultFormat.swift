/// The formats that rows can be written in. To add one, add a formatter and a line in each table here.
///
/// `box` is the terminal's: it needs a width, and is drawn by the program.
public enum ResultFormat: String, CaseIterable, Sendable {
  case box, csv, tsv, json, jsonl, markdown, line

  /// nil for `box`.
  public var formatter: (any ResultFormatter)? {
    switch self {
    case .box: nil
    case .csv: CSVFormatter()
    case .tsv: TSVFormatter()
    case .json: JSONFormatter()
    case .jsonl: JSONLinesFormatter()
    case .markdown: MarkdownFormatter()
    case .line: LineFormatter()
    }
  }
}

/// Writes the rows of a result in one format. The same result gives the same text.
public protocol ResultFormatter: Sendable {
  /// The whole text, with a line break at its end; empty for a result without columns.
  func format(_ result: QueryResult) -> String
}

extension QueryResult {
  /// Calls `body` with each row's values in turn, without building all rows first.
  public func forEachRow(_ body: ([Value]) -> Void) {
    for batch in batches {
      for row in 0..<batch.rowCount { body(batch.columns.map { $0[row] }) }
    }
  }
}
