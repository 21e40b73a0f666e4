import SourceText

extension Parser {
  /// Whether a label expression with its `:` or `IS` begins here.
  var atLabels: Bool { at(.colon) || at(.is) && beginsLabel(peek()) }

  func beginsLabel(_ token: LexedToken) -> Bool {
    switch token.kind {
    case .symbol(.exclamation), .symbol(.percent), .symbol(.leftParenthesis), .symbol(.dollar): true
    case .parameter: isQuantifiedDollar(token)
    default: isName(token)
    }
  }

  /// `:A`, `:A:B`, `:A&B`, `:A|B`, `:A|:B`, `:!A`, `:%`, `:(A|B)&C`, with `IS` instead of the first colon.
  mutating func labels() throws(QueryError) -> LabelExpression {
    let isWord = at(.is)
    advance()
    if isWord, at(.not) {
      throw QueryError(
        .unexpectedSyntax, message: "found `NOT`; in a pattern, labels and types are ruled out with `!`",
        range: token.range, suggestion: "write `:!Label`, or ask `IS NOT LABELED` in WHERE")
    }
    if isWord, at(.labeled), continuesLabeled(peek()) { advance() }
    return try labelAlternatives()
  }

  /// Whether `LABELED` before this token is the word of the grammar, and no label of that name.
  func continuesLabeled(_ next: LexedToken) -> Bool {
    beginsLabel(next) && next.keyword.map { !$0.isReserved } ?? true
  }

  private mutating func labelAlternatives() throws(QueryError) -> LabelExpression {
    let outerHeight = height
    height = 0
    var alternatives = [try labelConjunction()]
    while at(.bar), !context.contains(.endsAtBar) || peek().kind == .symbol(.colon) {
      advance()
      _ = take(.colon)
      alternatives.append(try labelConjunction())
    }
    return try combined(alternatives, LabelExpression.or, outerHeight)
  }

  private mutating func labelConjunction() throws(QueryError) -> LabelExpression {
    let outerHeight = height
    height = 0
    var parts = [try labelFactor()]
    while take(.ampersand) || take(.colon) { parts.append(try labelFactor()) }
    return try combined(parts, LabelExpression.and, outerHeight)
  }

  private mutating func labelFactor() throws(QueryError) -> LabelExpression {
    switch token.kind {
    case .symbol(.exclamation):
      try enter()
      advance()
      let outerHeight = height
      height = 0
      let label = LabelExpression.not(try labelFactor())
      try grow()
      height = max(height, outerHeight)
      leave()
      return label
    case .symbol(.leftParenthesis):
      try enter()
      advance()
      let outer = context
      context.remove(.endsAtBar)
      let label = try labelAlternatives()
      context = outer
      try expect(.rightParenthesis)
      leave()
      return label
    case .symbol(.percent):
      advance()
      return .any
    default:
      if let (expression, needsAll) = try computedNames() { return .computed(expression, needsAll: needsAll) }
      return .name(try name("a label or type"))
    }
  }

  /// `$all` or `$any`, which before a bracket are no parameters.
  private func isQuantifiedDollar(_ token: LexedToken) -> Bool {
    let word = text(of: token).lowercased()
    return word == "$all" || word == "$any"
  }

  /// `$(expression)`, `$all(expression)`, `$any(expression)`; nil if something else stands here.
  mutating func computedNames() throws(QueryError) -> (Expression, needsAll: Bool)? {
    var needsAll = true
    switch token.kind {
    case .symbol(.dollar): break
    case .parameter:
      guard peek().kind == .symbol(.leftParenthesis), isQuantifiedDollar(token) else {
        throw unexpected("a label or type").suggesting("a name that is computed is written `$(\(text(of: token)))`")
      }
      needsAll = text(of: token).lowercased() == "$all"
    default: return nil
    }
    try enter()
    let outer = context
    let outerHeight = height
    context = []
    advance()
    try expect(.leftParenthesis)
    let expression = try value()
    try expect(.rightParenthesis)
    context = outer
    height = max(height, outerHeight)
    leave()
    return (expression, needsAll)
  }

  private mutating func combined(
    _ parts: [LabelExpression], _ combine: (LabelExpression, LabelExpression) -> LabelExpression, _ outerHeight: Int
  ) throws(QueryError) -> LabelExpression {
    try grow(OperandChain.height(of: parts.count))
    height = max(height, outerHeight)
    guard let label = chain(parts[...], combine) else { throw unexpected("a label or type") }
    return label
  }
}
