import SourceText

/// What a query stands in, which decides what it may do and how it may end.
enum QueryRole {
  case statement
  /// `CALL { … }`
  case call
  case subquery(Expression.SubqueryKind)
}

extension Parser {
  /// Checks what a grammar alone can say of the sequence of clauses: RETURN is last, reading after writing needs WITH,
  /// a query ends with something that yields or writes, and subqueries do not write.
  func checkOrder(of query: Query, as role: QueryRole) throws(QueryError) {
    for part in query.parts { for single in part.operands { try checkOrder(of: single, as: role) } }
    if case .subquery = role {
      for part in query.parts where !part.unions.isEmpty {
        for single in part.operands where !single.endsWithReturn {
          guard let last = single.clauses.last else { continue }
          throw misplaced(last, "both sides of a set operation have to end with `RETURN`", "return the same columns")
        }
      }
    }
    for part in query.parts.dropLast() {
      for single in part.operands where !single.endsWithReturn {
        guard let last = single.clauses.last else { continue }
        throw misplaced(last, "what stands before `NEXT` has to end with `RETURN`", "return what the next part needs")
      }
    }
  }

  private func checkOrder(of single: SingleQuery, as role: QueryRole) throws(QueryError) {
    switch single.clauses.first {
    // What stands in these was checked when it was read.
    case .nested, .conditional: return
    default: break
    }
    if case .subquery = role, let clause = single.clauses.first(where: \.isUpdating) {
      throw misplaced(
        clause, "a subquery in an expression cannot change the graph, but \(quotedName(clause)) does",
        "change it in a clause of its own, such as `CALL (*) { … }`")
    }
    for (clause, next) in zip(single.clauses, single.clauses.dropFirst()) {
      if case .return = clause {
        if case .page = next {
          throw QueryError(
            .unexpectedSyntax, message: "found \(quotedName(next)) out of order", range: keywordRange(of: next),
            suggestion: "the order is `ORDER BY`, `SKIP`, `LIMIT`")
        }
        throw misplaced(
          next, "\(quotedName(next)) cannot follow `RETURN`", "`RETURN` ends a query; use `WITH` to go on")
      }
      if case .finish = clause {
        throw misplaced(next, "\(quotedName(next)) cannot follow `FINISH`", "`FINISH` ends a query; leave it out")
      }
      if clause.isUpdating, next.isReading {
        throw misplaced(
          next, "\(quotedName(next)) cannot follow \(quotedName(clause)) directly", "put `WITH *` between them")
      }
    }
    try checkCalls(in: single)
    try checkEnd(of: single, as: role)
  }

  private func checkEnd(of single: SingleQuery, as role: QueryRole) throws(QueryError) {
    guard let last = single.clauses.last else { return }
    switch (last, role) {
    case (.return, _): return
    case (.with, _): break
    case (.match, .subquery(let kind)), (.unwind, .subquery(let kind)), (.call, .subquery(let kind)),
      (.filter, .subquery(let kind)), (.let, .subquery(let kind)), (.for, .subquery(let kind)),
      (.page, .subquery(let kind)), (.subquery, .subquery(let kind)),
      (.load, .subquery(let kind)):
      if kind != .collect { return }
    case (.finish, .statement): return
    case (.subquery(let call), .statement), (.subquery(let call), .call):
      // What only changes the graph needs no RETURN around it.
      if call.query.parts.last?.operands.allSatisfy({ !$0.endsWithReturn }) == true { return }
    case (_, .subquery): break
    case (.call(let call), .statement): if single.clauses.count == 1 || call.yield == nil { return }
    case (.create, _), (.merge, _), (.set, _), (.remove, _), (.delete, _), (.foreach, _): return
    case (_, .statement), (_, .call): break
    }
    throw misplaced(last, "a query cannot end with \(quotedName(last))", "add `RETURN`")
  }

  /// Only a CALL that is the whole query may leave out its arguments or yield `*`.
  private func checkCalls(in single: SingleQuery) throws(QueryError) {
    guard single.clauses.count > 1 else { return }
    for case .call(let call) in single.clauses {
      if call.arguments == nil {
        throw QueryError(
          .invalidArgumentPassingMode,
          message: "`\(call.procedure.text)` needs its arguments in brackets when other clauses stand beside it",
          range: call.procedure.range, suggestion: "write `\(call.procedure.text)(…)`")
      }
      if call.yield == .all {
        throw QueryError(
          .unexpectedSyntax, message: "`YIELD *` can only stand in a `CALL` that is the whole query",
          range: call.range, suggestion: "name the fields")
      }
    }
  }

  func misplaced(_ clause: Clause, _ message: String, _ suggestion: String? = nil) -> QueryError {
    QueryError(
      .invalidClauseComposition, message: message, range: keywordRange(of: clause), suggestion: suggestion)
  }

  private func keywordRange(of clause: Clause) -> SourceRange {
    let length = keywords(of: clause).utf8.count
    return SourceRange(clause.range.start, min(clause.range.start + length, clause.range.end))
  }

  /// `SKIP` or `OFFSET`, as written.
  private func word(at range: SourceRange) -> String {
    text(range.start, range.end).prefix { $0.isLetter }.uppercased()
  }

  func quotedName(_ clause: Clause) -> String { "`\(keywords(of: clause))`" }

  private func keywords(of clause: Clause) -> String {
    switch clause {
    case .match(let match): match.isOptional ? "OPTIONAL MATCH" : "MATCH"
    case .unwind: "UNWIND"
    case .with: "WITH"
    case .return: "RETURN"
    case .create(let create): create.isInsert ? "INSERT" : "CREATE"
    case .merge: "MERGE"
    case .set: "SET"
    case .remove: "REMOVE"
    case .delete(let delete): delete.detaches ? "DETACH DELETE" : "DELETE"
    case .call(let call): call.isOptional ? "OPTIONAL CALL" : "CALL"
    case .subquery(let call): call.isOptional ? "OPTIONAL CALL" : "CALL"
    case .foreach: "FOREACH"
    case .load: "LOAD CSV"
    case .nested: "{"
    case .conditional: "WHEN"
    case .filter: "FILTER"
    case .let: "LET"
    case .for: "FOR"
    case .page(let page): page.order.isEmpty ? page.skip == nil ? "LIMIT" : word(at: page.range) : "ORDER BY"
    case .finish: "FINISH"
    }
  }
}

extension Clause {
  /// What may not stand directly behind a change: the graph that it reads would not be the one that the text shows.
  fileprivate var isReading: Bool {
    switch self {
    case .match, .unwind, .call, .for, .load: true
    case .with, .return, .create, .merge, .set, .remove, .delete, .filter, .let, .page, .finish, .subquery, .foreach,
      .nested, .conditional:
      false
    }
  }
}

extension SingleQuery {
  /// Whether it has columns, as far as its text tells: of branches, whether each has.
  var endsWithReturn: Bool {
    switch clauses.last {
    case .return: true
    case .nested(let nested): nested.query.endsWithReturn
    case .conditional(let conditional): conditional.queries.allSatisfy(\.endsWithReturn)
    default: false
    }
  }
}

extension Query {
  fileprivate var endsWithReturn: Bool { parts.last?.operands.allSatisfy(\.endsWithReturn) ?? false }
}
