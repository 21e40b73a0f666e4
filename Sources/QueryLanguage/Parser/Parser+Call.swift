import SourceText

extension Parser {
  /// `CALL namespace.procedure[(arguments)] [YIELD * | field [AS name], … [WHERE predicate]]`
  mutating func callClause() throws(QueryError) -> CallClause {
    let start = start
    try expect(.call)
    let procedure = try qualifiedName("the name of a procedure")
    let arguments = at(.leftParenthesis) ? try arguments() : nil
    let yield = take(.yield) ? try yieldFields() : nil
    return CallClause(procedure: procedure, arguments: arguments, yield: yield, range: range(from: start))
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
