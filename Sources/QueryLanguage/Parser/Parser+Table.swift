import SourceText

extension Parser {
  /// `FILTER [WHERE] predicate`
  mutating func filterClause() throws(QueryError) -> FilterClause {
    let start = start
    try expect(.filter)
    _ = take(.where)
    return FilterClause(predicate: try predicate(), range: range(from: start))
  }

  /// `LET name = value, …`
  mutating func letClause() throws(QueryError) -> LetClause {
    let start = start
    try expect(.let)
    var definitions: [LetClause.Definition] = []
    repeat {
      let name = try variable("a name")
      guard take(.equal) else { throw unexpected("`=`").suggesting("a definition is written `name = value`") }
      definitions.append(LetClause.Definition(name: name, value: try value()))
    } while take(.comma)
    return LetClause(definitions: definitions, range: range(from: start))
  }

  /// `FOR variable IN list [WITH ORDINALITY | OFFSET position]`
  mutating func forClause() throws(QueryError) -> ForClause {
    let start = start
    try expect(.for)
    let variable = try variable()
    try expect(.in)
    let list = try value()
    var position: ForClause.Position?
    if at(.with), peek().keyword == .ordinality || peek().keyword == .offset, isPlainVariable(peek(2)) {
      advance()
      let isOffset = at(.offset)
      advance()
      position = ForClause.Position(variable: try self.variable(), isOffset: isOffset)
    }
    return ForClause(variable: variable, list: list, position: position, range: range(from: start))
  }

  /// Whether the token is a variable and no word of the grammar: what stands behind `WITH OFFSET`, which else is a WITH
  /// of a variable called `offset`.
  private func isPlainVariable(_ token: LexedToken) -> Bool { isVariable(token) && token.keyword == nil }

  /// `[ORDER BY …] [SKIP …] [LIMIT …]` that no RETURN or WITH stands before.
  mutating func pageClause() throws(QueryError) -> PageClause {
    let start = start
    let page = try page()
    return PageClause(order: page.order, skip: page.skip, limit: page.limit, range: range(from: start))
  }

  /// `[ORDER BY …] [SKIP | OFFSET …] [LIMIT …]`
  mutating func page() throws(QueryError) -> (order: [SortItem], skip: Expression?, limit: Expression?) {
    let order = at(.order) && peek().keyword == .by ? try sortItems() : []
    let skip = take(.skip) || take(.offset) ? try value() : nil
    let limit = take(.limit) ? try value() : nil
    return (order, skip, limit)
  }

  private mutating func sortItems() throws(QueryError) -> [SortItem] {
    try expect(.order)
    try expect(.by)
    var items: [SortItem] = []
    repeat {
      let expression = try value()
      let isDescending = take(.desc) || take(.descending)
      if !isDescending, !take(.asc) { _ = take(.ascending) }
      items.append(SortItem(expression: expression, isDescending: isDescending, nulls: try nullPlacement()))
    } while take(.comma)
    return items
  }

  private mutating func nullPlacement() throws(QueryError) -> SortItem.NullPlacement? {
    guard take(.nulls) else { return nil }
    if take(.first) { return .first }
    if take(.last) { return .last }
    throw unexpected("`FIRST` or `LAST`", keywords: [.first, .last])
  }
}
