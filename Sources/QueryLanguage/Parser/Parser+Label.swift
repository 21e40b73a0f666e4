import SourceText

extension Parser {
  /// Whether a label expression with its `:` or `IS` begins here.
  var atLabels: Bool { at(.colon) || at(.is) && beginsLabel(peek()) }

  func beginsLabel(_ token: LexedToken) -> Bool {
    switch token.kind {
    case .symbol(.exclamation), .symbol(.percent), .symbol(.leftParenthesis): true
    default: isName(token)
    }
  }

  /// `:A`, `:A:B`, `:A&B`, `:A|B`, `:A|:B`, `:!A`, `:%`, `:(A|B)&C`, with `IS` instead of the first colon.
  mutating func labels() throws(QueryError) -> LabelExpression {
    advance()
    return try labelAlternatives()
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
    default: return .name(try name("a label or type"))
    }
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
