import SourceText

extension Parser {
  /// `CREATE pattern, …`, `INSERT pattern, …`
  mutating func createClause() throws(QueryError) -> CreateClause {
    let start = start
    let isInsert = take(.insert)
    if !isInsert { try expect(.create) }
    let patterns = try pathPatterns(isInsert ? .insert : .create)
    return CreateClause(patterns: patterns, isInsert: isInsert, range: range(from: start))
  }

  /// `FINISH`
  mutating func finishClause() -> FinishClause {
    let range = token.range
    advance()
    return FinishClause(range: range)
  }

  /// `MERGE pattern [ON CREATE SET …] [ON MATCH SET …]`, the two in any order and number.
  mutating func mergeClause() throws(QueryError) -> MergeClause {
    let start = start
    try expect(.merge)
    let pattern = try pathPattern(.merge)
    var onCreate: [SetItem] = []
    var onMatch: [SetItem] = []
    while take(.on) {
      if take(.create) {
        onCreate += try setItems()
      } else if take(.match) {
        onMatch += try setItems()
      } else {
        throw unexpected("`CREATE` or `MATCH`", keywords: [.create, .match])
      }
    }
    return MergeClause(pattern: pattern, onCreate: onCreate, onMatch: onMatch, range: range(from: start))
  }

  /// `SET item, …`
  mutating func setClause() throws(QueryError) -> SetClause {
    let start = start
    return SetClause(items: try setItems(), range: range(from: start))
  }

  private mutating func setItems() throws(QueryError) -> [SetItem] {
    try expect(.set)
    var items: [SetItem] = []
    repeat { items.append(try setItem()) } while take(.comma)
    return items
  }

  private mutating func setItem() throws(QueryError) -> SetItem {
    if isVariable(token) {
      switch peek().kind {
      case .symbol(.colon): return .labels(variable: try variable(), labels: try labelNames())
      case .word where peek().keyword == .is: return .labels(variable: try variable(), labels: try labelNames())
      case .symbol(.equal), .symbol(.plusEqual):
        let variable = try variable()
        let replaces = at(.equal)
        advance()
        return .properties(variable: variable, value: try value(), replaces: replaces)
      default: break
      }
    }
    switch try propertyTarget() {
    case .named(let target, let key):
      try expect(.equal)
      return .property(target: target, key: key, value: try value())
    case .computed(let target, let key):
      try expect(.equal)
      return .computedProperty(target: target, key: key, value: try value())
    }
  }

  /// `REMOVE item, …`
  mutating func removeClause() throws(QueryError) -> RemoveClause {
    let start = start
    try expect(.remove)
    var items: [RemoveItem] = []
    repeat {
      if isVariable(token), peek().kind == .symbol(.colon) || peek().keyword == .is {
        items.append(.labels(variable: try variable(), labels: try labelNames()))
      } else {
        switch try propertyTarget() {
        case .named(let target, let key): items.append(.property(target: target, key: key))
        case .computed(let target, let key): items.append(.computedProperty(target: target, key: key))
        }
      }
    } while take(.comma)
    return RemoveClause(items: items, range: range(from: start))
  }

  /// `[DETACH | NODETACH] DELETE expression, …`
  mutating func deleteClause() throws(QueryError) -> DeleteClause {
    let start = start
    let detaches = take(.detach)
    if !detaches { _ = take(.nodetach) }
    try expect(.delete)
    return DeleteClause(detaches: detaches, targets: try values(), range: range(from: start))
  }

  /// `:A:B`, `:$(expression)`; also with `IS` for the first colon and `&` for the others.
  private mutating func labelNames() throws(QueryError) -> [LabelName] {
    var names: [LabelName] = []
    repeat {
      advance()
      if let (expression, needsAll) = try computedNames() {
        guard needsAll else {
          throw QueryError(
            .unexpectedSyntax, message: "`$any(…)` only asks for labels, it cannot set them", range: expression.range,
            suggestion: "write `$(…)`, which means all of them")
        }
        names.append(.computed(expression))
      } else {
        names.append(.name(try name("a label")))
      }
    } while at(.colon) || at(.ampersand)
    return names
  }

  private enum PropertyTarget {
    case named(Expression, Name)
    case computed(Expression, Expression)
  }

  /// `expression.key` or `expression[key]`, taken apart.
  private mutating func propertyTarget() throws(QueryError) -> PropertyTarget {
    let first = token
    let target = try assignable()
    switch target.kind {
    case .property(let owner, let key): return .named(owner, key)
    case .index(let owner, let key): return .computed(owner, key)
    default: break
    }
    if token.kind == .symbol(.dot) || isVariable(first) { throw unexpected("`.` and a property, or `:` and a label") }
    throw unexpected(first, "a property such as `n.name`, or a label such as `n:Label`")
  }
}
