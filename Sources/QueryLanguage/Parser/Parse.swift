import SourceText

/// Parses one statement; a `;` behind it is allowed. O(bytes).
///
/// Ranges in the tree and in the error are UTF-8 offsets into `text`.
public func parse(_ text: String, limits: ParserLimits = .standard) throws(QueryError) -> Query {
  let script = Script(text)
  guard let statement = script.statements.first else {
    let end = text.utf8.count
    throw QueryError(.unexpectedSyntax, message: "the query is empty", range: SourceRange(end, end))
  }
  let query = try script.parse(statement, limits: limits)
  guard script.statements.count == 1 else {
    let next = script.statements[1].range
    throw QueryError(
      .unexpectedSyntax, message: "a second statement begins here, expected the end of the query",
      range: SourceRange(next.start, next.start + 1), suggestion: "run the statements one after another")
  }
  return query
}

/// A statement of a script and what came of parsing it.
public struct ParsedStatement: Equatable, Sendable {
  /// From the first token to the last, without `;`.
  public let range: SourceRange
  public let result: Result<Query, QueryError>
}

/// Parses every statement of a script, each for itself: one that is wrong does not hide the next.
public func parseAll(_ text: String, limits: ParserLimits = .standard) -> [ParsedStatement] {
  let script = Script(text)
  return script.statements.map { statement in
    let result: Result<Query, QueryError>
    do throws(QueryError) {
      result = .success(try script.parse(statement, limits: limits))
    } catch {
      result = .failure(error)
    }
    return ParsedStatement(range: statement.range, result: result)
  }
}
