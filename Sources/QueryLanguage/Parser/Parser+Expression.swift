import SourceText

extension Parser {
  // MARK: entries

  /// An expression whose value may be of any type.
  mutating func value() throws(QueryError) -> Expression { try expression(in: []) }

  /// An expression that is asked for a truth value; a pattern may stand as one.
  mutating func predicate() throws(QueryError) -> Expression { try expression(in: .predicate) }

  /// An operand that binds at least as tightly as `precedence`.
  mutating func value(_ precedence: Precedence) throws(QueryError) -> Expression {
    let outer = context
    context = []
    let result = try expression(precedence)
    context = outer
    return result
  }

  mutating func expression(in inner: ExpressionContext) throws(QueryError) -> Expression {
    let outer = context
    context = inner
    let result = try expression(.or)
    context = outer
    return result
  }

  /// `value, value, …`, at least one.
  mutating func values() throws(QueryError) -> [Expression] {
    var values: [Expression] = []
    repeat { values.append(try value()) } while take(.comma)
    return values
  }

  // MARK: operators

  /// Precedence climbing: an operand, then the operators that bind at least as tightly as `minimum`.
  mutating func expression(_ minimum: Precedence) throws(QueryError) -> Expression {
    try enter()
    let outerHeight = height
    height = 0
    let outerContext = context
    if minimum > .not { context.remove(.predicate) }
    let start = start
    var left = try prefixed(minimum)
    while let operation = infix, operation.precedence >= minimum {
      left = try apply(operation, to: left, from: start)
    }
    context = outerContext
    height = max(height, outerHeight)
    leave()
    return left
  }

  /// An operator between or behind operands.
  private enum Infix {
    case binary(Expression.BinaryOperator, Precedence)
    case comparison
    case isNull
    case isLabelled
    case isTyped
    case isTruth
    /// `IS SOURCE OF`, `IS DESTINATION OF`
    case isEnd
    case isDirected
    /// `IS NFD NORMALIZED`
    case isNormalized

    var precedence: Precedence {
      switch self {
      case .binary(_, let precedence): precedence
      // `a = b IS TRUE` asks about the comparison.
      case .comparison, .isTruth: .comparison
      case .isNull, .isLabelled, .isTyped, .isEnd, .isDirected, .isNormalized: .predicate
      }
    }
  }

  private var infix: Infix? {
    switch token.kind {
    case .symbol(let symbol): infix(symbol)
    case .word: infix(token.keyword)
    default: nil
    }
  }

  private func infix(_ symbol: LexedToken.Symbol) -> Infix? {
    switch symbol {
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual: .comparison
    case .matches: .binary(.matches, .predicate)
    case .plus: .binary(.add, .additive)
    case .minus: .binary(.subtract, .additive)
    case .bars: .binary(.concatenate, .additive)
    case .star: .binary(.multiply, .multiplicative)
    case .slash: .binary(.divide, .multiplicative)
    case .percent: .binary(.modulo, .multiplicative)
    case .caret: .binary(.power, .power)
    default: nil
    }
  }

  private func infix(_ keyword: Keyword?) -> Infix? {
    switch keyword {
    case .or: .binary(.or, .or)
    case .xor: .binary(.xor, .xor)
    case .and: .binary(.and, .and)
    case .in: .binary(.in, .predicate)
    case .starts: .binary(.startsWith, .predicate)
    case .ends: .binary(.endsWith, .predicate)
    case .contains: .binary(.contains, .predicate)
    case .is: isTest
    default: nil
    }
  }

  /// What `IS` begins here.
  private var isTest: Infix {
    let isNegated = peek().keyword == .not
    let first = isNegated ? 2 : 1
    switch peek(first).keyword {
    case .null: return .isNull
    case .true, .false: return .isTruth
    case .unknown: return .isTruth
    case .source where peek(first + 1).keyword == .of: return .isEnd
    case .destination where peek(first + 1).keyword == .of: return .isEnd
    case .directed: return .isDirected
    case .normalized: return .isNormalized
    case .nfc, .nfd, .nfkc, .nfkd:
      if peek(first + 1).keyword == .normalized { return .isNormalized }
    case .labeled where isNegated ? beginsLabel(peek(first + 1)) : continuesLabeled(peek(first + 1)):
      return .isLabelled
    case .typed where peek(first + 1).kind == .word && peek(first + 1).keyword?.isReserved != true: return .isTyped
    case .typed where peek(first + 1).keyword == .null: return .isTyped
    default: break
    }
    if peek(first).kind == .symbol(.colon) { return .isTyped }
    return isNegated || !beginsLabel(peek()) ? .isNull : .isLabelled
  }

  /// An operator that asks something, with its right side; nil if none stands here.
  mutating func testIfAny(of subject: Expression) throws(QueryError) -> Expression? {
    let infix = at(.colon) ? peek().kind == .symbol(.colon) ? Infix.isTyped : .isLabelled : infix
    guard let infix, infix.precedence == .comparison || infix.precedence == .predicate else { return nil }
    let outerHeight = height
    let outer = context
    height = 0
    context = []
    let test = try apply(infix, to: subject, from: start)
    context = outer
    height = max(height, outerHeight)
    return test
  }

  private mutating func apply(_ infix: Infix, to left: Expression, from start: Int) throws(QueryError) -> Expression {
    if infix.precedence > .not { try refusePattern(left) }
    switch infix {
    case .binary(let binary, let precedence):
      switch binary {
      case .or, .xor, .and: return try logical(binary, precedence, left, from: start)
      default: return try arithmetic(binary, precedence, left, from: start)
      }
    case .comparison: return try comparison(left, from: start)
    case .isNull: return try nullCheck(left, from: start)
    case .isLabelled: return try labelCheck(left, from: start)
    case .isTyped: return try typeCheck(left, from: start)
    case .isTruth: return try truthCheck(left, from: start)
    case .isEnd: return try endCheck(left, from: start)
    case .isDirected: return try directionCheck(left, from: start)
    case .isNormalized: return try normalFormCheck(left, from: start)
    }
  }

  /// `IS [LABELED] labels`, `IS NOT LABELED labels`
  private mutating func labelCheck(_ left: Expression, from start: Int) throws(QueryError) -> Expression {
    let isNegated = peek().keyword == .not
    if isNegated {
      advance()
      advance()
    }
    let labels = try labels()
    try grow()
    let test = Expression(.hasLabels(left, labels), range: range(from: start))
    guard isNegated else { return test }
    try grow()
    return Expression(.unary(.not, test), range: test.range)
  }

  /// `IS [NOT] TRUE | FALSE | UNKNOWN`
  private mutating func truthCheck(_ left: Expression, from start: Int) throws(QueryError) -> Expression {
    try expect(.is)
    let isNegated = take(.not)
    let truth: Bool? = at(.true) ? true : at(.false) ? false : nil
    advance()
    try grow()
    return Expression(.isTruth(left, truth, isNegated: isNegated), range: range(from: start))
  }

  /// `node IS [NOT] SOURCE OF edge`, `… DESTINATION OF edge`: a comparison with the end of the edge.
  private mutating func endCheck(_ left: Expression, from start: Int) throws(QueryError) -> Expression {
    try expect(.is)
    let isNegated = take(.not)
    let name = Name(at(.source) ? "startNode" : "endNode", range: token.range)
    advance()
    try expect(.of)
    let edge = try expression(.additive)
    try grow(2)
    let call = Expression.FunctionCall(name: name, isDistinct: false, arguments: [edge])
    let end = Expression(.call(call), range: name.range.union(edge.range))
    let comparison = Expression.Comparison(operator: isNegated ? .notEqual : .equal, operand: end)
    return Expression(.comparison(left, [comparison]), range: range(from: start))
  }

  /// `edge IS [NOT] DIRECTED`
  private mutating func directionCheck(_ left: Expression, from start: Int) throws(QueryError) -> Expression {
    try expect(.is)
    let isNegated = take(.not)
    try expect(.directed)
    try grow()
    return Expression(.isDirected(left, isNegated: isNegated), range: range(from: start))
  }

  /// `text IS [NOT] [form] NORMALIZED`
  private mutating func normalFormCheck(_ left: Expression, from start: Int) throws(QueryError) -> Expression {
    try expect(.is)
    let isNegated = take(.not)
    let form = normalForm(token)
    if form != nil { advance() }
    try expect(.normalized)
    try grow()
    return Expression(.isNormalized(left, form ?? .nfc, isNegated: isNegated), range: range(from: start))
  }

  /// `NFC`, `NFD`, `NFKC` or `NFKD`; nil for something else.
  func normalForm(_ token: LexedToken) -> Expression.NormalForm? {
    token.keyword.flatMap { Expression.NormalForm(rawValue: $0.rawValue) }
  }

  /// `IS [NOT] :: type`, `IS [NOT] TYPED type`, `:: type`
  mutating func typeCheck(_ left: Expression, from start: Int) throws(QueryError) -> Expression {
    _ = take(.is)
    let isNegated = take(.not)
    if !take(.typed) {
      try expect(.colon)
      try expect(.colon)
    }
    let type = try typeName()
    try grow()
    return Expression(.isTyped(left, type, isNegated: isNegated), range: range(from: start))
  }

  private mutating func arithmetic(
    _ binary: Expression.BinaryOperator, _ precedence: Precedence, _ left: Expression, from start: Int
  ) throws(QueryError) -> Expression {
    let first = token.keyword
    advance()
    if first == .starts || first == .ends { try expect(.with) }
    let right = try expression(precedence.tighter)
    try grow()
    return Expression(.binary(binary, left, right), range: range(from: start))
  }

  private mutating func logical(
    _ binary: Expression.BinaryOperator, _ precedence: Precedence, _ left: Expression, from start: Int
  ) throws(QueryError) -> Expression {
    let keyword = token.keyword
    var operands = [left]
    while let keyword, take(keyword) { operands.append(try expression(precedence.tighter)) }
    try grow(OperandChain.height(of: operands.count))
    let whole = chain(operands[...]) { a, b in Expression(.binary(binary, a, b), range: a.range.union(b.range)) }
    guard var whole else { return left }
    whole.range = range(from: start)
    return whole
  }

  private mutating func comparison(_ left: Expression, from start: Int) throws(QueryError) -> Expression {
    var comparisons: [Expression.Comparison] = []
    while let comparison = comparisonOperator {
      advance()
      comparisons.append(Expression.Comparison(operator: comparison, operand: try expression(.predicate)))
    }
    try grow()
    return Expression(.comparison(left, comparisons), range: range(from: start))
  }

  private var comparisonOperator: Expression.ComparisonOperator? {
    guard case .symbol(let symbol) = token.kind else { return nil }
    return switch symbol {
    case .equal: .equal
    case .notEqual: .notEqual
    case .less: .less
    case .lessOrEqual: .lessOrEqual
    case .greater: .greater
    case .greaterOrEqual: .greaterOrEqual
    default: nil
    }
  }

  private mutating func nullCheck(_ left: Expression, from start: Int) throws(QueryError) -> Expression {
    try expect(.is)
    let isNegated = take(.not)
    guard take(.null) else {
      let error = unexpected(
        isNegated ? "`NULL`, `LABELED` or `:: type`" : "`NULL`, `NOT NULL`, `:: type` or a label",
        keywords: isNegated ? [.null, .labeled, .typed] : [.null])
      guard isNegated, error.suggestion == nil, beginsLabel(token) else { throw error }
      throw error.suggesting("a label is asked for with `IS NOT LABELED \(text(of: token))`")
    }
    try grow()
    return Expression(.isNull(left, isNegated: isNegated), range: range(from: start))
  }

  /// NOT and signs, which stand before their operand.
  private mutating func prefixed(_ minimum: Precedence) throws(QueryError) -> Expression {
    if at(.not) {
      guard minimum <= .not else {
        throw unexpected("a value").suggesting("put brackets around `NOT …`")
      }
      return try unary(.not, .not)
    }
    if minimum <= .unary {
      if at(.minus) { return try negative() }
      if at(.plus) { return try unary(.plus, .unary) }
    }
    return try postfix()
  }

  private mutating func unary(
    _ unary: Expression.UnaryOperator, _ precedence: Precedence
  ) throws(QueryError) -> Expression {
    let start = start
    advance()
    let operand = try expression(precedence)
    if unary != .not { try refusePattern(operand) }
    try grow()
    return Expression(.unary(unary, operand), range: range(from: start))
  }

  /// A minus directly before a number makes a negative number, since the smallest integer has no positive partner.
  private mutating func negative() throws(QueryError) -> Expression {
    guard peek().kind == .integer || peek().kind == .float, !isPostfix(peek(2)) else {
      return try unary(.minus, .unary)
    }
    let start = start
    advance()
    return try number(isNegative: true, from: start)
  }

  private func isPostfix(_ token: LexedToken) -> Bool {
    switch token.kind {
    case .symbol(.dot), .symbol(.leftBracket), .symbol(.colon): true
    default: false
    }
  }

  /// A pattern gives a truth value only where one is asked for: in WHERE, below AND, OR, XOR and NOT.
  func refusePattern(_ expression: Expression) throws(QueryError) {
    guard case .pattern(let pattern) = expression.kind, pattern.search == .all else { return }
    throw misplacedPattern(expression.range)
  }

  func misplacedPattern(_ range: SourceRange) -> QueryError {
    QueryError(
      .unexpectedSyntax, message: "a pattern cannot stand where a value is expected", range: range,
      suggestion: "ask `exists(…)`, or count with `COUNT { … }`")
  }
}
