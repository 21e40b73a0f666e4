import SourceText

extension Parser {
  /// `{ query }`
  mutating func queryInBraces(as role: QueryRole) throws(QueryError) -> Query {
    try enter()
    try expect(.leftBrace)
    let outer = context
    context = []
    let query = try query(as: role, closedBy: .symbol(.rightBrace))
    context = outer
    try expect(.rightBrace)
    leave()
    return query
  }

  /// `WHEN predicate THEN query … [ELSE query]`; a query without braces ends where the next branch begins.
  mutating func conditionalQuery(as role: QueryRole) throws(QueryError) -> ConditionalQuery {
    let start = start
    try enter()
    var branches: [ConditionalQuery.Branch] = []
    while take(.when) {
      let predicate = try predicate()
      try expect(.then)
      branches.append(ConditionalQuery.Branch(predicate: predicate, query: try branch(as: role)))
    }
    let otherwise = take(.else) ? try branch(as: role) : nil
    leave()
    return ConditionalQuery(branches: branches, otherwise: otherwise, range: range(from: start))
  }

  private mutating func branch(as role: QueryRole) throws(QueryError) -> Query {
    if at(.leftBrace) { return try queryInBraces(as: role) }
    let single = try singleQuery(as: role)
    let query = Query(first: single, range: single.range)
    try checkOrder(of: query, as: role)
    return query
  }

  /// `FOREACH (variable IN list | clauses)`
  mutating func foreachClause() throws(QueryError) -> ForeachClause {
    let start = start
    try enter()
    try expect(.foreach)
    try expect(.leftParenthesis)
    let variable = try variable()
    try expect(.in)
    let list = try expression(in: .endsAtBar)
    try expect(.bar)
    let outer = context
    context = []
    var clauses: [Clause] = []
    while let clause = try clauseIfAny() {
      switch clause {
      case .create, .merge, .set, .remove, .delete, .foreach: clauses.append(clause)
      default:
        throw misplaced(
          clause, "\(quotedName(clause)) cannot stand in `FOREACH`, which only changes the graph",
          "use `FOR \(variable.text) IN …` as a clause of its own")
      }
    }
    guard !clauses.isEmpty else {
      throw unexpected(
        "a clause that changes the graph", keywords: [.create, .merge, .set, .remove, .delete, .foreach])
    }
    context = outer
    guard take(.rightParenthesis) else { throw unexpected("another clause or `)`") }
    leave()
    return ForeachClause(variable: variable, list: list, clauses: clauses, range: range(from: start))
  }
}
