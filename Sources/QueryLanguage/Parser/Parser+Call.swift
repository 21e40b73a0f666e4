import SourceText

extension Parser {
  /// `[OPTIONAL] CALL` of a procedure or of a subquery.
  mutating func callClause() throws(QueryError) -> Clause {
    let next = at(.optional) ? peek(2) : peek()
    switch next.kind {
    case .symbol(.leftBrace), .symbol(.leftParenthesis): return .subquery(try callSubquery())
    default: return .call(try procedureCall())
    }
  }

  /// `[OPTIONAL] CALL [(names)] { query }`
  private mutating func callSubquery() throws(QueryError) -> CallSubqueryClause {
    let start = start
    let isOptional = take(.optional)
    try expect(.call)
    let imports = at(.leftParenthesis) ? try imports() : .byWith
    guard at(.leftBrace) else { throw unexpected("`{` and a query") }
    let query = try queryInBraces(as: .call)
    if at(.in), text(of: peek()).uppercased() == "TRANSACTIONS" || peek(2).kind == .word {
      throw QueryError(
        .unsupported, .semanticError, message: "`IN TRANSACTIONS` is not supported: a statement is one transaction",
        range: token.range, suggestion: "leave it out, or run several statements")
    }
    return CallSubqueryClause(isOptional: isOptional, imports: imports, query: query, range: range(from: start))
  }

  /// `()`, `(*)`, `(a, b)`
  private mutating func imports() throws(QueryError) -> CallSubqueryClause.Imports {
    try expect(.leftParenthesis)
    if take(.rightParenthesis) { return .names([]) }
    if take(.star) {
      try expect(.rightParenthesis)
      return .all
    }
    var names: [Name] = []
    repeat { names.append(try variable("a variable, `*` or `)`")) } while take(.comma)
    guard take(.rightParenthesis) else {
      throw unexpected("`,` or `)`").suggesting("name variables only; give values names in a LET before")
    }
    return .names(names)
  }

  /// `[OPTIONAL] CALL namespace.procedure[(arguments)] [YIELD * | field [AS name], … [WHERE predicate]]`
  private mutating func procedureCall() throws(QueryError) -> CallClause {
    let start = start
    let isOptional = take(.optional)
    try expect(.call)
    let procedure = try qualifiedName("the name of a procedure")
    let arguments = at(.leftParenthesis) ? try arguments() : nil
    let yield = take(.yield) ? try yieldFields() : nil
    return CallClause(
      isOptional: isOptional, procedure: procedure, arguments: arguments, yield: yield, range: range(from: start))
  }

  private mutating func yieldFields() throws(QueryError) -> CallClause.Yield {
    if take(.star) { return .all }
    var fields: [CallClause.YieldField] = []
    repeat {
      let field = try variable("a field")
      fields.append(CallClause.YieldField(field: field, alias: at(.as) && !isAsOf ? try alias() : nil))
    } while take(.comma)
    return .fields(fields, predicate: take(.where) ? try predicate() : nil)
  }

  /// `a.b.c` as one name.
  mutating func qualifiedName(_ what: String) throws(QueryError) -> Name {
    let start = start
    var parts = [try namePart(isFirst: true, what)]
    while at(.dot) {
      advance()
      parts.append(try namePart(isFirst: false, what))
    }
    return Name(parts.joined(separator: "."), range: range(from: start))
  }

  private mutating func namePart(isFirst: Bool, _ what: String) throws(QueryError) -> String {
    let token = token
    let part = isFirst ? try variable(what).text : try name(what).text
    guard !part.contains(".") else { throw unexpected(token, "a name without dots") }
    return part
  }
}
