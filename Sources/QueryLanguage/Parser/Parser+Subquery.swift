import SourceText

extension Parser {
  /// Which subquery the word begins, if a brace follows that is not a map projection's.
  var subqueryKind: Expression.SubqueryKind? {
    // `count { .key }` and `count {}` are projections of a map called so; nothing in the world is called `exists`.
    guard peek(2).kind != .symbol(.dot) else { return nil }
    if peek(2).kind == .symbol(.rightBrace), token.keyword != .exists { return nil }
    switch token.keyword {
    case .exists: return .exists
    case .count: return .count
    case .collect: return .collect
    default: return nil
    }
  }

  /// `EXISTS { … }`, `COUNT { … }`, `COLLECT { … }`: patterns with a condition, or clauses.
  mutating func subquery(_ kind: Expression.SubqueryKind) throws(QueryError) -> Expression {
    let start = start
    try enter()
    advance()
    try expect(.leftBrace)
    let outer = context
    context = []
    let body = try subqueryBody(kind)
    context = outer
    guard take(.rightBrace) else { throw unexpected("`WHERE` or `}`", keywords: [.where]) }
    leave()
    try grow()
    return Expression(.subquery(kind, body), range: range(from: start))
  }

  private mutating func subqueryBody(_ kind: Expression.SubqueryKind) throws(QueryError) -> Expression.Subquery {
    guard beginsQuery else {
      if kind == .collect { throw unexpected("`MATCH` or another clause", keywords: Keyword.clauseStarts) }
      let patterns = try pathPatterns(.match)
      return .pattern(patterns, predicate: take(.where) ? try predicate() : nil)
    }
    let query = try query(as: .subquery(kind), closedBy: .symbol(.rightBrace))
    return bareMatch(query).map { .pattern($0.patterns, predicate: $0.predicate) } ?? .query(query)
  }

  private var beginsQuery: Bool {
    if at(.leftBrace) || at(.when) { return true }
    guard let keyword = token.keyword else { return false }
    return Keyword.clauseStarts.contains(keyword) && !isPatternName
  }

  /// Whether a path variable, spelled like a clause, stands here.
  private var isPatternName: Bool { isVariable(token) && peek().kind == .symbol(.equal) }

  /// The only clause of a subquery that is but a MATCH, which is the short form written out.
  private func bareMatch(_ query: Query) -> MatchClause? {
    guard query.unions.isEmpty, query.following.isEmpty, query.filters.isEmpty, query.first.clauses.count == 1,
      case .match(let match) = query.first.clauses[0], !match.isOptional, match.mode == nil, match.filters.isEmpty
    else { return nil }
    return match
  }
}
