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
    var query = try query(as: .statement, closedBy: .end)
    query.mode = mode
    query.range = range(from: start)
    return query
  }

  /// `part [NEXT part]… [filters]`
  mutating func query(as role: QueryRole, closedBy closing: LexedToken.Kind) throws(QueryError) -> Query {
    let start = start
    let first = try part(as: role)
    var following: [Query.Part] = []
    while take(.next) {
      let fields = at(.yield) ? try yieldedFields() : nil
      var next = try part(as: role)
      if let fields { try next.begin(with: fields) }
      following.append(next)
    }
    let filters = try provenanceFilters()
    if let filter = filters.last, setOperation != nil || at(.next) {
      throw QueryError(
        .unexpectedSyntax, message: "found \(described(token)) after a filter on sources, which ends a query",
        range: token.range, suggestion: "move `\(text(filter.range.start, filter.range.end))` to the end")
    }
    let query = Query(
      first: first.first, unions: first.unions, following: following, filters: filters, range: range(from: start))
    // What cannot be read comes before what is in the wrong order: `MATCH (n) RETRUN n` lacks no RETURN.
    guard token.kind == closing else { throw unexpectedAfterClause(closing) }
    try checkOrder(of: query, as: role)
    return query
  }

  /// `single [UNION [ALL] single]…`
  private mutating func part(as role: QueryRole) throws(QueryError) -> Query.Part {
    var part = Query.Part(first: try singleQuery(as: role))
    while let operation = setOperation {
      let start = start
      if case .conditional? = (part.unions.last?.query ?? part.first).clauses.first { throw bareConditional() }
      advance()
      let keepsDuplicates = operation == .otherwise || take(.all)
      if !keepsDuplicates { _ = take(.distinct) }
      if let last = part.unions.last, last.operation != operation || last.keepsDuplicates != keepsDuplicates {
        throw QueryError(
          .invalidClauseComposition,
          message: "\(spelling(last.operation, last.keepsDuplicates)) and \(spelling(operation, keepsDuplicates)) "
            + "cannot stand side by side", range: range(from: start),
          suggestion: "put braces around what belongs together: `{ … UNION … } EXCEPT …`")
      }
      if at(.when) { throw bareConditional() }
      part.unions.append(
        Query.Union(operation: operation, keepsDuplicates: keepsDuplicates, query: try singleQuery(as: role)))
    }
    return part
  }

  /// `YIELD name [AS name], …` behind NEXT: what goes on of the rows, as a WITH would say it.
  private mutating func yieldedFields() throws(QueryError) -> ProjectionClause {
    let start = start
    try expect(.yield)
    var items: [ProjectionItem] = []
    repeat {
      let range = token.range
      let field = try variable("a column of the part before")
      let alias = at(.as) && !isAsOf ? try alias() : nil
      items.append(
        ProjectionItem(expression: Expression(.variable(field.text), range: range), alias: alias, text: field.text))
    } while take(.comma)
    return ProjectionClause(items: items, range: range(from: start))
  }

  private var setOperation: Query.SetOperation? {
    switch token.keyword {
    case .union: .union
    case .except: .except
    case .intersect: .intersect
    case .otherwise: .otherwise
    default: nil
    }
  }

  private func spelling(_ operation: Query.SetOperation, _ keepsDuplicates: Bool) -> String {
    let word =
      switch operation {
      case .union: "UNION"
      case .except: "EXCEPT"
      case .intersect: "INTERSECT"
      case .otherwise: "OTHERWISE"
      }
    return keepsDuplicates && operation != .otherwise ? "`\(word) ALL`" : "`\(word)`"
  }

  private func bareConditional() -> QueryError {
    QueryError(
      .invalidClauseComposition,
      message: "found \(described(token)) beside `WHEN`, whose branches have no end of their own",
      range: token.range, suggestion: "put braces around the branches: `{ WHEN … THEN … } UNION …`")
  }

  /// Clauses, `{ query }`, or `WHEN … THEN …`.
  mutating func singleQuery(as role: QueryRole) throws(QueryError) -> SingleQuery {
    let start = start
    if at(.leftBrace) {
      let query = try queryInBraces(as: role)
      let range = range(from: start)
      return SingleQuery(clauses: [.nested(NestedQuery(query: query, range: range))], range: range)
    }
    if at(.when) {
      let conditional = try conditionalQuery(as: role)
      return SingleQuery(clauses: [.conditional(conditional)], range: conditional.range)
    }
    var clauses: [Clause] = []
    while let clause = try clauseIfAny() { clauses.append(clause) }
    guard !clauses.isEmpty else { throw unexpected("a clause", keywords: Keyword.clauseStarts) }
    return SingleQuery(clauses: clauses, range: range(from: start))
  }

  /// The clause that begins here; nil if no word of a clause stands here.
  mutating func clauseIfAny() throws(QueryError) -> Clause? {
    switch token.keyword {
    case .optional where peek().keyword == .call: try callClause()
    case .match, .optional: .match(try matchClause())
    case .unwind: .unwind(try unwindClause())
    case .with: .with(try projectionClause(.with))
    case .return: .return(try projectionClause(.return))
    case .create: .create(try createClause())
    case .merge: .merge(try mergeClause())
    case .set: .set(try setClause())
    case .remove: .remove(try removeClause())
    case .nodetach where peek().keyword == .delete: .delete(try deleteClause())
    case .delete, .detach: .delete(try deleteClause())
    case .call: try callClause()
    case .foreach: .foreach(try foreachClause())
    case .load: .load(try loadClause())
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
  func unexpectedAfterClause(_ closing: LexedToken.Kind) -> QueryError {
    let follow: [Keyword] = [
      .where, .as, .yield, .union, .except, .intersect, .otherwise, .next, .on, .without, .only, .and, .or, .group,
    ]
    let end = closing == .end ? "the end of the query" : "`}`"
    let error = unexpected("a clause or \(end)", keywords: Keyword.clauseStarts + follow)
    guard error.suggestion == nil, error.code == .unexpectedSyntax else { return error }
    switch token.kind {
    case .word where at(.when):
      return error.suggesting("branches begin a query of their own: put them into `CALL (*) { … }`")
    case .symbol(.exclamation) where peek().kind == .symbol(.equal): return error.suggesting("`<>` means not equal")
    case .symbol(.rightParenthesis), .symbol(.rightBracket), .symbol(.rightBrace):
      return error.suggesting("no bracket is open for it")
    default: return error
    }
  }

  /// `AS OF [clock] …`, `WITHOUT SOURCE …`, `ONLY SOURCE …`, any number of them.
  mutating func provenanceFilters() throws(QueryError) -> [ProvenanceFilter] {
    var filters: [ProvenanceFilter] = []
    while var kind = try provenanceFilterKind() {
      let start = start
      advance()
      advance()
      if case .asOf = kind, let clock = ProvenanceFilter.Clock(rawValue: text(of: token).uppercased()) {
        advance()
        kind = .asOf(clock)
      }
      filters.append(ProvenanceFilter(kind: kind, value: try value(), range: range(from: start)))
    }
    return filters
  }

  private mutating func provenanceFilterKind() throws(QueryError) -> ProvenanceFilter.Kind? {
    switch token.keyword {
    case .as where isAsOf: return .asOf(.report)
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
      case .skip, .offset, .limit, .call, .union, .except, .intersect, .otherwise, .next, .without, .only, .filter,
        .let,
        .for, .insert, .foreach, .load, .finish:
        return false
      case let keyword?: return !keyword.isReserved
      case nil: return true
      }
    case .comment, .end: return false
    }
  }
}

extension Query.Part {
  /// Puts a WITH in front of each operand.
  fileprivate mutating func begin(with fields: ProjectionClause) throws(QueryError) {
    for operand in operands {
      switch operand.clauses.first {
      case .nested, .conditional:
        throw QueryError(
          .unsupported, .semanticError, message: "`YIELD` behind `NEXT` needs clauses behind it", range: fields.range,
          suggestion: "return only what is needed before `NEXT`")
      default: continue
      }
    }
    first.clauses.insert(.with(fields), at: 0)
    for index in unions.indices { unions[index].query.clauses.insert(.with(fields), at: 0) }
  }
}
