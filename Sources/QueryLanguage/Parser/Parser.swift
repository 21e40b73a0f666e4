import SourceText

/// A recursive-descent parser over the tokens of one statement: the cursor, and what every clause needs of it.
///
/// Each grammar rule begins at the current token and leaves the cursor behind what it read. Nothing backtracks; where
/// one token does not decide, a rule looks ahead over brackets (`Brackets`), so parsing is linear in the text.
struct Parser {
  let bytes: [UInt8]
  /// Without comments; the last is `end`.
  let tokens: [LexedToken]
  let brackets: Brackets
  let limits: ParserLimits
  var position = 0
  /// How many rules that can stand in themselves are open.
  var depth = 0
  /// The height of the tallest expression tree read since the innermost `expression` began.
  var height = 0
  var context: ExpressionContext = []

  /// - Parameter tokens: a whole statement, without `;`, comments or an `end`.
  init(bytes: [UInt8], tokens: [LexedToken], end: Int, limits: ParserLimits) {
    self.bytes = bytes
    self.tokens = tokens + [LexedToken(.end, range: SourceRange(end, end))]
    brackets = Brackets(self.tokens)
    self.limits = limits
  }

  // MARK: looking

  var token: LexedToken { tokens[position] }
  var start: Int { token.range.start }
  /// Where the last token that was read ends.
  var end: Int { position > 0 ? tokens[position - 1].range.end : start }

  /// The token `distance` ahead; the end of the statement beyond it.
  func peek(_ distance: Int = 1) -> LexedToken { tokens[min(position + distance, tokens.count - 1)] }

  func at(_ keyword: Keyword) -> Bool { token.keyword == keyword }
  func at(_ symbol: LexedToken.Symbol) -> Bool { token.kind == .symbol(symbol) }

  func range(from start: Int) -> SourceRange { SourceRange(start, end) }

  // MARK: moving

  mutating func advance() {
    if position < tokens.count - 1 { position += 1 }
  }

  mutating func take(_ keyword: Keyword) -> Bool {
    guard at(keyword) else { return false }
    advance()
    return true
  }

  mutating func take(_ symbol: LexedToken.Symbol) -> Bool {
    guard at(symbol) else { return false }
    advance()
    return true
  }

  mutating func expect(_ keyword: Keyword) throws(QueryError) {
    guard take(keyword) else { throw unexpected("`\(keyword.rawValue)`", keywords: [keyword]) }
  }

  mutating func expect(_ symbol: LexedToken.Symbol) throws(QueryError) {
    guard take(symbol) else { throw unexpected("`\(symbol.rawValue)`") }
  }

  // MARK: nesting

  /// To be called on entering a rule that can stand in itself, with `leave` on the way out. (Not needed when an error
  /// is thrown: parsing ends there.)
  mutating func enter() throws(QueryError) {
    depth += 1
    if depth > limits.maximumNesting { throw tooDeep(limits.maximumNesting, token.range) }
  }

  mutating func leave() { depth -= 1 }

  /// Notes that the expressions read so far became parts of one that is higher by one.
  mutating func grow(_ levels: Int = 1) throws(QueryError) {
    height += levels
    if height > limits.maximumHeight { throw tooDeep(limits.maximumHeight, SourceRange(end, end)) }
  }

  // MARK: names

  /// Whether the token can be a variable.
  func isVariable(_ token: LexedToken) -> Bool {
    switch token.kind {
    case .word: token.keyword.map { !$0.isReserved } ?? true
    case .quotedName: true
    default: false
    }
  }

  /// Whether the token can be a label, type or key.
  func isName(_ token: LexedToken) -> Bool { token.kind == .word || token.kind == .quotedName }

  /// A variable, alias or function: not a reserved word.
  mutating func variable(_ what: String = "a variable") throws(QueryError) -> Name {
    if isVariable(token) { return takeName() }
    let error = unexpectedName(what)
    guard token.keyword != nil else { throw error }
    throw error.suggesting("as a name it is written `` `\(text(of: token))` ``")
  }

  /// A label, type or key: any word.
  mutating func name(_ what: String) throws(QueryError) -> Name {
    guard isName(token) else { throw unexpectedName(what) }
    return takeName()
  }

  private mutating func takeName() -> Name {
    let name = Name(nameText(of: token), range: token.range)
    advance()
    return name
  }

  /// The name without its back quotes.
  func nameText(of token: LexedToken) -> String {
    guard token.kind == .quotedName else { return text(of: token) }
    return unquoted(token.range.start + 1..<token.range.end - 1)
  }

  func unquoted(_ range: Range<Int>) -> String {
    var letters: [UInt8] = []
    letters.reserveCapacity(range.count)
    var offset = range.lowerBound
    while offset < range.upperBound {
      letters.append(bytes[offset])
      offset += bytes[offset] == UInt8(ascii: "`") ? 2 : 1
    }
    return String(decoding: letters, as: UTF8.self)
  }

  func text(of token: LexedToken) -> String { text(token.range.start, token.range.end) }

  func text(_ start: Int, _ end: Int) -> String { String(decoding: bytes[start..<end], as: UTF8.self) }
}
