import SourceText

extension Parser {
  /// The error for the current token where something else had to stand.
  ///
  /// - Parameters:
  ///   - expected: what had to stand there, as a noun: "an expression".
  ///   - keywords: words that may have been meant.
  func unexpected(_ expected: String, keywords: [Keyword] = []) -> QueryError {
    unexpected(token, expected, keywords: keywords)
  }

  func unexpected(_ token: LexedToken, _ expected: String, keywords: [Keyword] = []) -> QueryError {
    if case .invalid(let error) = token.kind { return lexical(error, token.range) }
    let error = QueryError(
      .unexpectedSyntax, message: "found \(described(token)), expected \(expected)", range: token.range)
    if keywords.contains(.match), keywords.contains(.return), case .symbol(let symbol) = token.kind,
      symbol != .exclamation || peek().kind != .symbol(.equal),
      let advice = Self.foreignSymbols[symbol.rawValue]
    {
      return error.suggesting(advice)
    }
    guard token.kind == .word else { return error }
    let word = text(of: token)
    // Only where a clause could stand: elsewhere these are names.
    if keywords.contains(.match), keywords.contains(.return), let advice = Self.foreignWords[word.uppercased()] {
      return error.suggesting(advice)
    }
    guard let near = nearestName(to: word, among: keywords.map(\.rawValue)), near.lowercased() != word.lowercased()
    else { return error }
    return error.suggesting("did you mean `\(near)`?")
  }

  /// Words of other languages, and what is written here instead.
  private static let foreignWords = [
    "SELECT": "rows are described by `MATCH (n) … RETURN …`",
    "HAVING": "aggregates are filtered behind a WITH: `WITH x, count(*) AS n WHERE n > 1`",
    "UPDATE": "properties are changed by `MATCH (n) SET n.key = value`",
    "DROP": "`DELETE` takes nodes and edges away, `REMOVE` properties and labels",
    "USE": "a session has one graph; leave it out",
    "USING": "plans are chosen without hints; leave it out",
    "SHOW": "`:schema` lists labels, types and properties",
    "JOIN": "patterns of one MATCH are joined by the names they share",
    "IF": "branches are written `WHEN condition THEN …`",
    "LIKE": "texts are compared with CONTAINS, STARTS WITH, ENDS WITH or `=~`",
    "ILIKE": "write `toLower(text) CONTAINS 'part'`",
    "RLIKE": "write `text =~ 'expression'`",
    "BETWEEN": "write `low <= x AND x <= high`",
    "NOT": "NOT stands before the whole: `NOT x IN list`, `NOT text CONTAINS part`",
    "OVER": "there are no windows; aggregate in a WITH before",
    "INTO": "nodes and edges are made by `CREATE (n:Label {key: value})`",
    "VALUES": "nodes and edges are made by `CREATE (n:Label {key: value})`",
    "FROM": "what is to be read or deleted is found by a MATCH before",
    "CYPHER": "there is one version of the language; leave it out",
    "BEGIN": "each statement is a transaction of its own; leave it out",
    "COMMIT": "each statement is a transaction of its own; leave it out",
    "ROLLBACK": "a statement that fails changes nothing; leave it out",
    "START": "begin with `MATCH (n) WHERE …`",
    "INDEX": "indexes are made when they are needed; leave it out",
    "CONSTRAINT": "there are no constraints",
  ]

  private static let foreignSymbols = [
    "&": "both of two conditions is written `AND`", "!": "the opposite of a condition is written `NOT`",
    "-": "a comment begins with `//`", "=": "a single `=` compares",
  ]

  /// The error where a name had to stand. There, `1a` is no wrong number but a name without the quotes it needs.
  func unexpectedName(_ expected: String) -> QueryError {
    guard token.kind == .invalid(.invalidNumber) || token.kind == .integer else { return unexpected(expected) }
    return QueryError(
      .unexpectedSyntax, message: "found \(described(token)), expected \(expected)", range: token.range,
      suggestion: "a name that begins with a digit is written in back quotes")
  }

  /// How a message names a token; long ones are cut.
  func described(_ token: LexedToken) -> String {
    guard token.kind != .end else { return "the end of the query" }
    let text = text(of: token)
    return text.unicodeScalars.count <= 40 ? "`\(text)`" : "`\(String(text.unicodeScalars.prefix(40)))…`"
  }

  func tooDeep(_ limit: Int, _ range: SourceRange) -> QueryError {
    QueryError(
      .nestingTooDeep, .resourceError,
      message: "nested deeper than \(limit) levels; each operator of a chain is one", range: range,
      suggestion: "split the query with `WITH`, or pass the value as a parameter")
  }

  private func lexical(_ error: LexedToken.LexicalError, _ range: SourceRange) -> QueryError {
    let first = SourceRange(range.start, range.start + 1)
    switch error {
    case .unterminatedString:
      return QueryError(
        .unexpectedSyntax, message: "the string that begins here has no end", range: first,
        suggestion: "close it with `\(text(first.start, first.end))`")
    case .unterminatedComment:
      return QueryError(
        .unexpectedSyntax, message: "the comment that begins here has no end", range: first,
        suggestion: "close it with `*/`")
    case .unterminatedName:
      return QueryError(
        .unexpectedSyntax, message: "the quoted name that begins here has no end", range: first,
        suggestion: "close it with a back quote")
    case .invalidNumber: return invalidNumber(range)
    case .strayCharacter:
      return QueryError(
        .unexpectedSyntax, message: "found `\(text(range.start, range.end))`, which has no meaning here", range: range,
        suggestion: text(range.start, range.end) == "$" ? "a parameter is written `$name`" : nil)
    case .strayUnicodeCharacter: return strayCharacter(range)
    }
  }

  private func invalidNumber(_ range: SourceRange) -> QueryError {
    let number = text(range.start, range.end)
    let isPadded = number.hasPrefix("0") && number.utf8.allSatisfy(\.isDigit)
    return QueryError(
      .invalidNumberLiteral, message: "\(described(LexedToken(.integer, range: range))) is not a number", range: range,
      suggestion: isPadded ? "leave out the leading zeros, or write `0o…` for octal" : nil)
  }

  private func strayCharacter(_ range: SourceRange) -> QueryError {
    let character = text(range.start, range.end)
    let scalar = character.unicodeScalars.first?.value ?? 0
    let code = "U+" + String(repeating: "0", count: max(0, 4 - String(scalar, radix: 16).count))
    return QueryError(
      .invalidUnicodeCharacter,
      message: "`\(character)` (\(code)\(String(scalar, radix: 16, uppercase: true))) has no meaning here",
      range: range, suggestion: asciiSpelling(scalar).map { "write `\($0)`" })
  }

  /// What word processors and web pages put in place of characters of the language.
  private func asciiSpelling(_ scalar: UInt32) -> String? {
    switch scalar {
    case 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63, 0xFF0D, 0xAD: "-"
    case 0x2018...0x201B, 0x2032, 0xB4, 0xFF07: "'"
    case 0x201C...0x201F, 0x2033, 0xAB, 0xBB, 0xFF02: "\""
    case 0x2192, 0x27F6: "->"
    case 0x2190, 0x27F5: "<-"
    case 0x2264: "<="
    case 0x2265: ">="
    case 0x2260: "<>"
    case 0xD7: "*"
    case 0xF7: "/"
    case 0x2026: ".."
    case 0xFF08: "("
    case 0xFF09: ")"
    case 0xFF0C: ","
    case 0xFF1A: ":"
    case 0xFF1B, 0x37E: ";"
    default: nil
    }
  }
}

extension QueryError {
  func suggesting(_ suggestion: String) -> QueryError {
    QueryError(code, category, phase, message: message, range: range, suggestion: suggestion)
  }
}
