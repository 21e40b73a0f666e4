import SourceText

extension Parser {
  mutating func primary() throws(QueryError) -> Expression {
    switch token.kind {
    case .integer, .float: return try number(isNegative: false, from: start)
    case .string: return try stringLiteral()
    case .parameter: return parameter()
    case .symbol(.leftParenthesis): return try bracketed()
    case .symbol(.leftBracket): return try listForm()
    case .symbol(.leftBrace): return try mapLiteral()
    case .word, .quotedName: return try wordForm()
    default: throw unexpectedOperand()
    }
  }

  private func unexpectedOperand() -> QueryError {
    let error = unexpected("an expression")
    let isDoubled = at(.equal) && position > 0 && tokens[position - 1].kind == .symbol(.equal)
    if isDoubled { return error.suggesting("a single `=` compares") }
    return at(.dollar) ? error.suggesting("`$(…)` gives a label or type; a parameter is written `$name`") : error
  }

  // MARK: literals

  private mutating func stringLiteral() throws(QueryError) -> Expression {
    let token = token
    advance()
    return Expression(.string(try decodedString(token)), range: token.range)
  }

  private mutating func parameter() -> Expression {
    let token = token
    advance()
    let start = token.range.start + 1
    let isQuoted = bytes[start] == UInt8(ascii: "`")
    let name = isQuoted ? unquoted(start + 1..<token.range.end - 1) : text(start, token.range.end)
    return Expression(.parameter(name), range: token.range)
  }

  private mutating func constant(_ kind: Expression.Kind) -> Expression {
    let range = token.range
    advance()
    return Expression(kind, range: range)
  }

  // MARK: brackets

  /// `(expression)`, or a pattern as a predicate.
  private mutating func bracketed() throws(QueryError) -> Expression {
    if beginsPattern(position) { return try patternPredicate() }
    advance()
    let inner = try expression(in: context.subtracting(.endsAtBar))
    try expect(.rightParenthesis)
    return inner
  }

  private mutating func patternPredicate() throws(QueryError) -> Expression {
    let isAllowed = context.contains(.predicate)
    let pattern = try pathPattern(.expression)
    guard isAllowed else { throw misplacedPattern(pattern.range) }
    try grow()
    return Expression(.pattern(pattern), range: pattern.range)
  }

  /// `{key: value, …}`
  mutating func mapLiteral() throws(QueryError) -> Expression {
    let start = start
    try expect(.leftBrace)
    if isName(token), peek().kind == .symbol(.rightBrace) { throw oldParameter(from: start) }
    var entries: [Expression.MapEntry] = []
    if !at(.rightBrace) {
      repeat { entries.append(try mapEntry()) } while take(.comma)
    }
    guard take(.rightBrace) else { throw unexpected("`,` or `}`") }
    try grow()
    return Expression(.map(entries), range: range(from: start))
  }

  mutating func mapEntry() throws(QueryError) -> Expression.MapEntry {
    if token.kind == .string {
      throw unexpected("a key").suggesting("keys are names, without quotes or in back quotes")
    }
    let key = try name("a key")
    try expect(.colon)
    return Expression.MapEntry(key: key, value: try value())
  }

  private func oldParameter(from start: Int) -> QueryError {
    QueryError(
      .unexpectedSyntax, message: "found `{\(text(of: token))}`, expected a map such as `{key: value}`",
      range: SourceRange(start, peek().range.end), suggestion: "a parameter is written `$\(text(of: token))`")
  }

  // MARK: words

  /// Constants, forms with words of their own, function calls, variables.
  private mutating func wordForm() throws(QueryError) -> Expression {
    switch token.keyword {
    case .null: return constant(.null)
    case .true: return constant(.boolean(true))
    case .false: return constant(.boolean(false))
    case .case: return try caseExpression()
    default: break
    }
    if peek().kind == .symbol(.leftParenthesis), let form = try roundForm() { return form }
    if peek().kind == .symbol(.leftBrace) {
      if let kind = subqueryKind { return try subquery(kind) }
      return try mapProjection()
    }
    if isCall { return try functionCall() }
    if peek().kind == .string, let literal = try temporalLiteral() { return literal }
    let range = token.range
    let name = try variable("an expression")
    return Expression(.variable(name.text), range: range)
  }

  /// The forms that look like function calls and are none; nil if it is a call.
  private mutating func roundForm() throws(QueryError) -> Expression? {
    switch token.keyword {
    case .all: return try quantifiedIfAny(.all)
    case .any: return try quantifiedIfAny(.any)
    case .none?: return try quantifiedIfAny(.none)
    case .single: return try quantifiedIfAny(.single)
    case .reduce where isVariable(peek(2)) && peek(3).kind == .symbol(.equal): return try reduce()
    case .allReduce: return try allReduce()
    case .cast: return try cast()
    case nil where text(of: token).uppercased() == "PROPERTY_EXISTS": return try propertyExists()
    case nil where text(of: token).uppercased() == "NORMALIZE": return try normalizeCall()
    case nil where text(of: token).uppercased() == "TRIM": return try explicitTrim()
    case .count where peek(2).kind == .symbol(.star): return try countAll()
    case .exists where beginsPattern(position + 2): return try existsCall()
    case .shortestPath, .allShortestPaths: return try searchExpression()
    default: return nil
    }
  }

  private mutating func countAll() throws(QueryError) -> Expression {
    let start = start
    advance()
    advance()
    advance()
    try expect(.rightParenthesis)
    return Expression(.countAll, range: range(from: start))
  }

  private mutating func searchExpression() throws(QueryError) -> Expression? {
    guard let search = searchHere else { return nil }
    let pattern = try searchPattern(search, .expression)
    try grow()
    return Expression(.pattern(pattern), range: pattern.range)
  }

  /// `exists((a)-->(b))`
  private mutating func existsCall() throws(QueryError) -> Expression {
    let start = start
    let name = try variable("a function")
    try expect(.leftParenthesis)
    let pattern = try pathPattern(.expression)
    try expect(.rightParenthesis)
    try grow(2)
    let argument = Expression(.pattern(pattern), range: pattern.range)
    let call = Expression.FunctionCall(name: name, isDistinct: false, arguments: [argument])
    return Expression(.call(call), range: range(from: start))
  }

  // MARK: functions

  /// Whether `name(` or `namespace.name(` stands here.
  private var isCall: Bool {
    guard isVariable(token) else { return false }
    var next = 1
    while peek(next).kind == .symbol(.dot), isName(peek(next + 1)) { next += 2 }
    return peek(next).kind == .symbol(.leftParenthesis)
  }

  private mutating func functionCall() throws(QueryError) -> Expression {
    let start = start
    let name = try qualifiedName("a function")
    let isDistinct = peek().keyword == .distinct
    let arguments = try arguments()
    try grow()
    let call = Expression.FunctionCall(name: name, isDistinct: isDistinct, arguments: arguments)
    return Expression(.call(call), range: range(from: start))
  }

  /// `trim(BOTH 'x' FROM text)`, `trim(LEADING FROM text)`, `trim('x' FROM text)` (ISO 39075, 20.24); nil for a call.
  private mutating func explicitTrim() throws(QueryError) -> Expression? {
    let sides = ["BOTH": "btrim", "LEADING": "ltrim", "TRAILING": "rtrim"]
    guard let closing = brackets.closing(position + 1) else { return nil }
    let hasSide = sides[text(of: peek(2)).uppercased()] != nil && peek(2).kind == .word
    guard (position + 2..<closing).contains(where: { isFrom(tokens[$0]) }) else { return nil }
    let start = start
    let range = token.range
    advance()
    try expect(.leftParenthesis)
    var name = "btrim"
    if hasSide {
      name = sides[text(of: token).uppercased()] ?? name
      advance()
    }
    let characters = isFrom(token) ? nil : try value()
    guard isFrom(token) else { throw unexpected("`FROM` and a text") }
    advance()
    let arguments = [try value()] + [characters].compactMap { $0 }
    try expect(.rightParenthesis)
    try grow()
    let call = Expression.FunctionCall(name: Name(name, range: range), isDistinct: false, arguments: arguments)
    return Expression(.call(call), range: self.range(from: start))
  }

  private func isFrom(_ token: LexedToken) -> Bool {
    token.kind == .word && text(of: token).uppercased() == "FROM"
  }

  /// `DATE '2024-03-23'`, `TIME …`, `DATETIME …`, `TIMESTAMP …`, `DURATION …` (ISO 39075, 21.2); nil for other words.
  private mutating func temporalLiteral() throws(QueryError) -> Expression? {
    let word = text(of: token).uppercased()
    guard ["DATE", "TIME", "DATETIME", "TIMESTAMP", "DURATION"].contains(word) else { return nil }
    let start = start
    let name = token.range
    advance()
    let literal = try stringLiteral()
    guard case .string(let text) = literal.kind else { return nil }
    // What has an offset or a zone is a time of one.
    let time = text.split(separator: "T", maxSplits: 1).last.map(String.init) ?? text
    let isZoned = time.contains { "Zz+-[".contains($0) }
    let function =
      switch word {
      case "DATE": "date"
      case "DURATION": "duration"
      case "TIME": isZoned ? "time" : "localtime"
      default: isZoned ? "datetime" : "localdatetime"
      }
    try grow()
    let call = Expression.FunctionCall(name: Name(function, range: name), isDistinct: false, arguments: [literal])
    return Expression(.call(call), range: range(from: start))
  }

  /// `normalize(text, NFD)`; nil where the form is no word of the grammar.
  private mutating func normalizeCall() throws(QueryError) -> Expression? {
    guard let closing = brackets.closing(position + 1), tokens[closing - 2].kind == .symbol(.comma),
      let form = normalForm(tokens[closing - 1])
    else { return nil }
    let start = start
    let name = try qualifiedName("a function")
    try expect(.leftParenthesis)
    let text = try value()
    guard take(.comma), position + 1 == closing else { throw unexpected("`,` and `\(form.rawValue)`") }
    let written = Expression(.string(form.rawValue), range: token.range)
    advance()
    try expect(.rightParenthesis)
    try grow()
    let call = Expression.FunctionCall(name: name, isDistinct: false, arguments: [text, written])
    return Expression(.call(call), range: range(from: start))
  }

  /// `DISTINCT`, or `ALL`, which says what goes without saying (ISO 39075, 14.11). Returns whether it is DISTINCT.
  mutating func takeSetQuantifier() -> Bool {
    if take(.distinct) { return true }
    let next = peek()
    let beginsValue =
      switch next.kind {
      case .integer, .float, .string, .parameter, .quotedName, .symbol(.star): true
      case .word: next.keyword == nil
      default: false
      }
    // Otherwise it is a name, or the function `all(…)`.
    if at(.all), beginsValue { advance() }
    return false
  }

  /// `([DISTINCT | ALL] value, …)`, maybe empty.
  mutating func arguments() throws(QueryError) -> [Expression] {
    try expect(.leftParenthesis)
    _ = takeSetQuantifier()
    if take(.rightParenthesis) { return [] }
    let arguments = try values()
    guard take(.rightParenthesis) else { throw unexpected("`,` or `)`") }
    return arguments
  }
}
