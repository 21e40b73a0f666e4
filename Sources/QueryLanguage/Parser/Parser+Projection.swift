import SourceText

extension Parser {
  /// RETURN and WITH: `[DISTINCT] items [ORDER BY …] [SKIP …] [LIMIT …]`, and WHERE behind WITH.
  mutating func projectionClause(_ keyword: Keyword) throws(QueryError) -> ProjectionClause {
    let start = start
    try expect(keyword)
    var clause = ProjectionClause(items: [], range: SourceRange(start, start))
    clause.isDistinct = take(.distinct)
    clause.includesAll = take(.star)
    if !clause.includesAll || take(.comma) {
      repeat { clause.items.append(try projectionItem()) } while take(.comma)
    }
    if at(.order), peek().keyword == .by { clause.order = try sortItems() }
    if take(.skip) { clause.skip = try value() }
    if take(.limit) { clause.limit = try value() }
    if at(.where) {
      guard keyword == .with else { throw misplacedWhere() }
      advance()
      clause.predicate = try predicate()
    }
    clause.range = range(from: start)
    return clause
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
    return try variable("a name")
  }

  private mutating func sortItems() throws(QueryError) -> [SortItem] {
    try expect(.order)
    try expect(.by)
    var items: [SortItem] = []
    repeat {
      let expression = try value()
      let isDescending = take(.desc) || take(.descending)
      if !isDescending, !take(.asc) { _ = take(.ascending) }
      items.append(SortItem(expression: expression, isDescending: isDescending))
    } while take(.comma)
    return items
  }

  private func misplacedWhere() -> QueryError {
    QueryError(
      .unexpectedSyntax, message: "found `WHERE`, which cannot follow the items of `RETURN`", range: token.range,
      suggestion: "put it before `RETURN`, or filter in a `WITH`")
  }
}
