import SourceText

extension Parser {
  /// `LOAD CSV [WITH HEADERS] FROM source AS variable [FIELDTERMINATOR text]`
  mutating func loadClause() throws(QueryError) -> LoadClause {
    let start = start
    try expect(.load)
    try expect(.csv)
    let hasHeaders = take(.with)
    if hasHeaders { try expect(.headers) }
    try expect(.from)
    let source = try value()
    try expect(.as)
    let variable = try variable()
    let separator = take(.fieldTerminator) ? try separator() : nil
    return LoadClause(
      hasHeaders: hasHeaders, source: source, variable: variable, separator: separator, range: range(from: start))
  }

  private mutating func separator() throws(QueryError) -> String {
    let token = token
    guard token.kind == .string else { throw unexpected("a text of one character, such as `';'`") }
    let text = try decodedString(token)
    guard text.utf8.count == 1, text != "\"", text != "\n", text != "\r" else {
      throw QueryError(
        .unexpectedSyntax, message: "fields are parted by one ASCII character, which is no quote and no line break",
        range: token.range, suggestion: "such as `FIELDTERMINATOR ';'`")
    }
    advance()
    return text
  }
}
