import SourceText

extension Parser {
  /// `INTEGER`, `STRING NOT NULL`, `LIST<FLOAT>`, `INTEGER LIST`, `INTEGER | STRING`, `ANY<INTEGER | STRING>`.
  mutating func typeName() throws(QueryError) -> TypeName {
    try enter()
    let start = start
    var members = [try singleType()]
    while at(.bar), !context.contains(.endsAtBar) {
      advance()
      members.append(try singleType())
    }
    // ISO 39075, 18.9: the members of a closed union agree on whether null is among their values.
    guard Set(members.map(\.isNullable)).count == 1 else {
      throw QueryError(
        .unexpectedSyntax, message: "the types of a union are either all NOT NULL or none is",
        range: range(from: start),
        suggestion: "write NOT NULL behind each of them, or behind none")
    }
    try grow()
    leave()
    return members.count == 1 ? members[0] : TypeName(.union(members))
  }

  private mutating func singleType() throws(QueryError) -> TypeName {
    var type = try plainType()
    type.isNullable = try !isNotNull()
    while let word = typeWord(0), word == "LIST" || word == "ARRAY" {
      try enter()
      advance()
      type = TypeName(.list(type))
      type.isNullable = try !isNotNull()
      leave()
    }
    return type
  }

  private mutating func plainType() throws(QueryError) -> TypeName {
    if let word = typeWord(0), word == "LIST" || word == "ARRAY" {
      advance()
      guard at(.less) else { return TypeName(.list(TypeName(.any))) }
      return TypeName(.list(try typeInBrackets()))
    }
    let fitting = TypeName.spellings.filter { spelling in
      spelling.words.enumerated().allSatisfy { typeWord($0.offset) == $0.element }
    }
    guard let found = fitting.max(by: { $0.words.count < $1.words.count }) else { throw unknownType() }
    for _ in found.words { advance() }
    // `ANY VALUE < x` is a comparison.
    guard found.kind == .any, found.words.count == 1, at(.less) else { return TypeName(found.kind) }
    return try typeInBrackets()
  }

  /// `<type>`, where a bar is an alternative whatever stands around it.
  private mutating func typeInBrackets() throws(QueryError) -> TypeName {
    try expect(.less)
    let outer = context
    context.remove(.endsAtBar)
    let type = try typeName()
    context = outer
    try expect(.greater)
    return type
  }

  private mutating func isNotNull() throws(QueryError) -> Bool {
    if take(.exclamation) { return true }
    guard at(.not), peek().keyword == .null else { return false }
    advance()
    advance()
    return true
  }

  private func typeWord(_ distance: Int) -> String? {
    let token = peek(distance)
    return token.kind == .word ? text(of: token).uppercased() : nil
  }

  private func unknownType() -> QueryError {
    guard token.kind == .word else { return unexpected("a type such as `INTEGER` or `LIST<STRING>`") }
    let names = TypeName.spellings.map { $0.words.joined(separator: " ") } + ["LIST"]
    let near = nearestName(to: text(of: token).uppercased(), among: names)
    return QueryError(
      .unexpectedSyntax, message: "there is no type \(described(token))", range: token.range,
      suggestion: near.map { "did you mean `\($0)`?" } ?? "such as `INTEGER`, `STRING`, `DATE`, `LIST<FLOAT>`")
  }

  /// `CAST(value AS type)`
  mutating func cast() throws(QueryError) -> Expression {
    let start = start
    advance()
    try expect(.leftParenthesis)
    let value = try value()
    guard take(.as) else { throw unexpected("`AS` and a type", keywords: [.as]) }
    let type = try typeName()
    try expect(.rightParenthesis)
    try grow()
    return Expression(.cast(value, type), range: range(from: start))
  }

  /// `PROPERTY_EXISTS(element, key)`
  mutating func propertyExists() throws(QueryError) -> Expression {
    let start = start
    advance()
    try expect(.leftParenthesis)
    let element = try value()
    guard take(.comma) else { throw unexpected("`,` and a property key") }
    guard token.kind != .string else {
      throw unexpected("a property key").suggesting("keys are names, without quotes or in back quotes")
    }
    let key = try name("a property key")
    try expect(.rightParenthesis)
    try grow()
    return Expression(.propertyExists(element, key: key), range: range(from: start))
  }
}
