import SourceText

extension Parser {
  /// RETURN and WITH: `[DISTINCT] items [GROUP BY …] [ORDER BY …] [SKIP | OFFSET …] [LIMIT …]`, and WHERE behind WITH.
  mutating func projectionClause(_ keyword: Keyword) throws(QueryError) -> ProjectionClause {
    let start = start
    try expect(keyword)
    var clause = ProjectionClause(items: [], range: SourceRange(start, start))
    clause.isDistinct = takeSetQuantifier()
    clause.includesAll = take(.star)
    if !clause.includesAll || take(.comma) {
      repeat { clause.items.append(try projectionItem()) } while take(.comma)
    }
    if at(.group), peek().keyword == .by { clause.grouping = try grouping() }
    (clause.order, clause.skip, clause.limit) = try page()
    if at(.where) {
      guard keyword == .with else { throw misplacedWhere() }
      advance()
      clause.predicate = try predicate()
    }
    clause.range = range(from: start)
    return clause
  }

  /// `GROUP BY key, …`, or `GROUP BY ()` for one group of all rows.
  private mutating func grouping() throws(QueryError) -> [Expression] {
    try expect(.group)
    try expect(.by)
    guard at(.leftParenthesis), peek().kind == .symbol(.rightParenthesis) else { return try values() }
    advance()
    advance()
    return []
  }

  private mutating func projectionItem() throws(QueryError) -> ProjectionItem {
    let start = start
    let expression = try value()
    let text = text(start, end)
    let alias = at(.as) && !isAsOf ? try alias() : nil
    return ProjectionItem(expression: expression, alias: alias, text: text)
  }

  /// `AS name`
  mutating func alias() throws(QueryError) -> Name {
    try expect(.as)
    if at(.of), peek().kind == .end || peek().kind == .symbol(.semicolon) {
      throw QueryError(
        .unexpectedSyntax, message: "AS OF needs a date", range: token.range,
        suggestion: "write `AS OF date('2024-03-24')`, or put a column's name in back quotes")
    }
    return try variable("a name")
  }

  private func misplacedWhere() -> QueryError {
    QueryError(
      .unexpectedSyntax, message: "found `WHERE`, which cannot follow the items of `RETURN`", range: token.range,
      suggestion: "put it before `RETURN`, or filter in a `WITH`")
  }
}
