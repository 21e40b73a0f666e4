import SourceText

extension Parser {
  /// A primary with `.key`, `[index]`, `[from..to]` and, last, `:Label` behind it.
  mutating func postfix() throws(QueryError) -> Expression {
    let start = start
    let operand = try assignable()
    guard at(.colon) else { return operand }
    try refusePattern(operand)
    if peek().kind == .symbol(.colon) { return try typeCheck(operand, from: start) }
    let labels = try labels()
    try grow()
    return Expression(.hasLabels(operand, labels), range: range(from: start))
  }

  /// A postfix expression without labels: what can stand left of `=` in SET.
  mutating func assignable() throws(QueryError) -> Expression {
    let start = start
    var operand = try primary()
    while true {
      switch token.kind {
      case .symbol(.dot):
        try refusePattern(operand)
        advance()
        operand = Expression(.property(operand, key: try name("a property key")), range: range(from: start))
      case .symbol(.leftBracket):
        try refusePattern(operand)
        operand = Expression(try subscripted(operand), range: range(from: start))
        operand.range = range(from: start)
      default: return operand
      }
      try grow()
    }
  }

  /// `[index]` or `[from..to]`
  private mutating func subscripted(_ operand: Expression) throws(QueryError) -> Expression.Kind {
    try expect(.leftBracket)
    let from = at(.dots) ? nil : try value()
    guard take(.dots) else {
      try expect(.rightBracket)
      guard let from else { throw unexpected("an index") }
      return .index(operand, from)
    }
    let to = at(.rightBracket) ? nil : try value()
    try expect(.rightBracket)
    return .slice(operand, from: from, to: to)
  }
}
