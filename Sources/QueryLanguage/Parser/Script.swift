import SourceText

/// A text cut into statements at `;` outside strings, quoted names and comments.
public struct Script: Sendable {
  public struct Statement: Equatable, Sendable {
    /// From the first token to the last, without `;` and without comments around it.
    public let range: SourceRange
    /// Whether a `;` follows. A terminal goes on reading until it does.
    public let isTerminated: Bool
    /// Of the script's tokens.
    let tokens: Range<Int>
  }

  /// In the order of the text. Empty statements (`;;`) are left out.
  public let statements: [Statement]
  private let bytes: [UInt8]
  /// Without comments and the end.
  private let tokens: [LexedToken]

  public init(_ text: String) {
    let bytes = Array(text.utf8)
    let tokens = Lexer.tokens(of: bytes).filter { $0.kind != .comment && $0.kind != .end }
    var statements: [Statement] = []
    var first = 0
    func close(at index: Int, isTerminated: Bool) {
      guard index > first else { return }
      let range = tokens[first].range.union(tokens[index - 1].range)
      statements.append(Statement(range: range, isTerminated: isTerminated, tokens: first..<index))
    }
    for (index, token) in tokens.enumerated() where token.kind == .symbol(.semicolon) {
      close(at: index, isTerminated: true)
      first = index + 1
    }
    close(at: tokens.count, isTerminated: false)
    self.statements = statements
    self.bytes = bytes
    self.tokens = tokens
  }

  /// Parses one of its statements. Ranges are those of the whole script.
  public func parse(_ statement: Statement, limits: ParserLimits = .standard) throws(QueryError) -> Query {
    let range = statement.range
    guard range.lengthBytes <= limits.maximumLengthBytes else {
      throw QueryError(
        .queryTooLong, .resourceError,
        message: "the statement has \(range.lengthBytes) bytes, more than \(limits.maximumLengthBytes)",
        range: SourceRange(range.start, range.start + 1), suggestion: "pass large values as parameters")
    }
    var parser = parser(of: statement, limits)
    return try parser.statement()
  }

  func parser(of statement: Statement, _ limits: ParserLimits) -> Parser {
    Parser(bytes: bytes, tokens: Array(tokens[statement.tokens]), end: statement.range.end, limits: limits)
  }
}
