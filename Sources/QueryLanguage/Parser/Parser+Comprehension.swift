import SourceText

extension Parser {
  /// What begins with `[`: a list, a list comprehension or a pattern comprehension.
  mutating func listForm() throws(QueryError) -> Expression {
    if isPatternComprehension { return try patternComprehension() }
    // With a comma it is a list whose first element asks `x IN xs`.
    if isVariable(peek()), peek(2).keyword == .in, !brackets.hasComma(position) { return try listComprehension() }
    let start = start
    advance()
    var elements: [Expression] = []
    if !at(.rightBracket) { elements = try values() }
    guard take(.rightBracket) else { throw unexpected("`,` or `]`") }
    try grow()
    return Expression(.list(elements), range: range(from: start))
  }

  /// `[variable IN list [WHERE predicate] [| result]]`
  private mutating func listComprehension() throws(QueryError) -> Expression {
    let start = start
    advance()
    let variable = try variable()
    try expect(.in)
    let list = try expression(in: .endsAtBar)
    let predicate = take(.where) ? try expression(in: [.predicate, .endsAtBar]) : nil
    let result = take(.bar) ? try value() : nil
    guard take(.rightBracket) else { throw unexpected("`WHERE`, `|` or `]`", keywords: [.where]) }
    try grow()
    return Expression(
      .listComprehension(variable: variable, list: list, predicate: predicate, result: result),
      range: range(from: start))
  }

  private var isPatternComprehension: Bool {
    guard brackets.hasBar(position) else { return false }
    if isVariable(peek()), peek(2).kind == .symbol(.equal) { return beginsPattern(position + 3) }
    return beginsPattern(position + 1)
  }

  /// `[[p =] pattern [WHERE predicate] | result]`
  private mutating func patternComprehension() throws(QueryError) -> Expression {
    let start = start
    advance()
    let pattern = try pathPattern(.expression)
    let predicate = take(.where) ? try expression(in: [.predicate, .endsAtBar]) : nil
    guard take(.bar) else { throw unexpected("`WHERE` or `|`", keywords: [.where]) }
    let result = try value()
    try expect(.rightBracket)
    try grow()
    return Expression(
      .patternComprehension(pattern, predicate: predicate, result: result), range: range(from: start))
  }

  /// `any(variable IN list WHERE predicate)`; nil if it is a call of a function of that name.
  mutating func quantifiedIfAny(_ quantifier: Expression.Quantifier) throws(QueryError) -> Expression? {
    guard isVariable(peek(2)), peek(3).keyword == .in else { return nil }
    let start = start
    advance()
    advance()
    let variable = try variable()
    try expect(.in)
    let list = try value()
    guard take(.where) else { throw unexpected("`WHERE` and a condition", keywords: [.where]) }
    let predicate = try predicate()
    try expect(.rightParenthesis)
    try grow()
    return Expression(
      .quantified(quantifier, variable: variable, list: list, predicate: predicate), range: range(from: start))
  }

  /// `reduce(accumulator = initial, variable IN list | result)`
  mutating func reduce() throws(QueryError) -> Expression {
    let start = start
    advance()
    advance()
    let accumulator = try variable()
    try expect(.equal)
    let initial = try value()
    try expect(.comma)
    let variable = try variable()
    try expect(.in)
    let list = try expression(in: .endsAtBar)
    try expect(.bar)
    let result = try value()
    try expect(.rightParenthesis)
    try grow()
    return Expression(
      .reduce(accumulator: accumulator, initial: initial, variable: variable, list: list, result: result),
      range: range(from: start))
  }

  /// `allReduce(accumulator = initial, variable IN list | result, predicate)`
  mutating func allReduce() throws(QueryError) -> Expression {
    let start = start
    advance()
    advance()
    let accumulator = try variable()
    guard take(.equal) else {
      throw unexpected("`=`").suggesting("write `allReduce(sum = 0, x IN list | sum + x, sum < 10)`")
    }
    let initial = try value()
    try expect(.comma)
    let variable = try variable()
    try expect(.in)
    let list = try expression(in: .endsAtBar)
    try expect(.bar)
    let result = try value()
    guard take(.comma) else { throw unexpected("`,` and a condition") }
    let predicate = try predicate()
    try expect(.rightParenthesis)
    try grow()
    return Expression(
      .allReduce(
        accumulator: accumulator, initial: initial, variable: variable, list: list, result: result,
        predicate: predicate), range: range(from: start))
  }
}
