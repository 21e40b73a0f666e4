public import Hearsay

/// Values written in the query language: parameters, cells.
public enum Literal {
  /// The value of an expression that needs no graph: `'Russia'`, `[1, 2]`, `{a: date('2024-03-22')}`.
  ///
  /// - Throws: `QueryError`, whose range is in `text`.
  public static func value(_ text: String) throws(QueryError) -> Value {
    let start = "RETURN (\n"
    do {
      let result = try GraphSession().run("\(start)\(text)\n) AS value")
      guard result.columns == ["value"], result.rowCount == 1, let value = result.rows.first?.first else {
        throw QueryError(
          .unexpectedSyntax, message: "found more than one value", range: SourceRange(0, text.utf8.count))
      }
      return value
    } catch let error as QueryError {
      let length = text.utf8.count
      let shift = start.utf8.count
      let range = SourceRange(
        min(max(0, error.range.start - shift), length), min(max(0, error.range.end - shift), length))
      throw QueryError(
        error.code, error.category, error.phase, message: error.message, range: range, suggestion: error.suggestion)
    } catch {
      throw QueryError(.invalidArgumentValue, message: "\(error)", range: SourceRange(0, text.utf8.count))
    }
  }
}
