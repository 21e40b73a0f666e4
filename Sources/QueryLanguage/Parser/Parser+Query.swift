import SourceText

extension Parser {
  /// `[EXPLAIN | PROFILE] query`, to the end of the text.
  mutating func statement() throws(QueryError) -> Query {
    let start = start
    var mode = Query.Mode.run
    if take(.explain) {
      mode = .explain
    } else if take(.profile) {
      mode = .profile
    }
    var query = try query(as: .statement)
    query.mode = mode
    query.range = range(from: start)
    return query
  }

  /// `single [UNION [ALL] single]… [filters]`
  mutating func query(as role: QueryRole) throws(QueryError) -> Query {
    let start = start
    let first = try singleQuery()
    var unions: [Query.Union] = []
    while at(.union) {
      let union = token.range
      advance()
      let keepsDuplicates = take(.all)
      if !keepsDuplicates { _ = take(.distinct) }
      if let last = unions.last, last.keepsDuplicates != keepsDuplicates {
        throw QueryError(
          .invalidClauseComposition, message: "`UNION` and `UNION ALL` cannot stand in one query",
          range: range(from: union.start), suggestion: "use one of them throughout")
      }
      unions.append(Query.Union(keepsDuplicates: keepsDuplicates, query: try singleQuery()))
    }
    let filters = try provenanceFilters()
    if at(.union), let filter = filters.last {
      throw QueryError(
        .unexpectedSyntax, message: "found `UNION` after a filter on sources, which ends a query",
        range: token.range, suggestion: "move `\(text(filter.range.start, filter.range.end))` to the end")
    }
    let query = Query(first: first, unions: unions, filters: filters, range: range(from: start))
    // What cannot be read comes before what is in the wrong order: `MATCH (n) RETRUN n` lacks no RETURN.
    guard token.kind == role.closing else { throw unexpectedAfterClause(role) }
    try checkOrder(of: query, as: role)
    return query
  }

  private mutating func singleQuery() throws(QueryError) -> SingleQuery {
    let start = start
    var clauses: [Clause] = []
    while let clause = try clauseIfAny() { clauses.append(clause) }
    guard !clauses.isEmpty else { throw unexpected("a clause", keywords: Keyword.clauseStarts) }
    return SingleQuery(clauses: clauses, range: range(from: start))
  }

  /// The clause that begins here; nil if no word of a clause stands here.
  private mutating func clauseIfAny() throws(QueryError) -> Clause? {
    switch token.keyword {
    case .match, .optional: .match(try matchClause())
    case .unwind: .unwind(try unwindClause())
    case .with: .with(try projectionClause(.with))
    case .return: .return(try projectionClause(.return))
    case .create: .create(try createClause())
    case .merge: .merge(try mergeClause())
    case .set: .set(try setClause())
    case .remove: .remove(try removeClause())
    case .delete, .detach: .delete(try deleteClause())
    case .call: .call(try callClause())
    case .filter: .filter(try filterClause())
    case .let: .let(try letClause())
    case .for: .for(try forClause())
    case .insert: .create(try createClause())
    case .order where peek().keyword == .by: .page(try pageClause())
    case .skip, .offset, .limit: .page(try pageClause())
    case .finish: .finish(finishClause())
    default: nil
    }
  }

  /// The error where a clause is complete and neither a part of it nor another clause follows.
  private func unexpectedAfterClause(_ role: QueryRole) -> QueryError {
    let follow: [Keyword] = [.where, .as, .yield, .union, .on, .without, .only, .and, .or]
    let closing = role.closing == .end ? "the end of the query" : "`}`"
    let error = unexpected("a clause or \(closing)", keywords: Keyword.clauseStarts + follow)
    guard error.suggestion == nil, error.code == .unexpectedSyntax else { return error }
    switch token.kind {
    case .symbol(.exclamation) where peek().kind == .symbol(.equal): return error.suggesting("`<>` means not equal")
    case .symbol(.rightParenthesis), .symbol(.rightBracket), .symbol(.rightBrace):
      return error.suggesting("no bracket is open for it")
    default: return error
    }
  }

  /// `AS OF …`, `WITHOUT SOURCE …`, `ONLY SOURCE …`, any number of them.
  mutating func provenanceFilters() throws(QueryError) -> [ProvenanceFilter] {
    var filters: [ProvenanceFilter] = []
    while let kind = try provenanceFilterKind() {
      let start = start
      advance()
      advance()
      filters.append(ProvenanceFilter(kind: kind, value: try value(), range: range(from: start)))
    }
    return filters
  }

  private mutating func provenanceFilterKind() throws(QueryError) -> ProvenanceFilter.Kind? {
    switch token.keyword {
    case .as where isAsOf: return .asOf
    case .without where peek().keyword == .source: return .withoutSource
    case .only where peek().keyword == .source: return .onlySource
    case .without, .only:
      throw unexpected(peek(), "`SOURCE`", keywords: [.source])
    default: return nil
    }
  }

  /// Whether `AS OF expression` stands here, rather than an alias that is called `of`.
  var isAsOf: Bool {
    guard at(.as), peek().keyword == .of else { return false }
    let next = peek(2)
    switch next.kind {
    case .string, .integer, .float, .parameter, .quotedName, .invalid: return true
    case .symbol(let symbol):
      return [.leftParenthesis, .leftBracket, .leftBrace, .minus, .plus].contains(symbol)
    case .word:
      switch next.keyword {
      case .case, .null, .true, .false: return true
      case .order: return peek(3).keyword != .by
      case .skip, .offset, .limit, .call, .union, .without, .only, .filter, .let, .for, .insert, .finish: return false
      case let keyword?: return !keyword.isReserved
      case nil: return true
      }
    case .comment, .end: return false
    }
  }
}
