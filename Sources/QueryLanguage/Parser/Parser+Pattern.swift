import SourceText

/// What a pattern is for: what is written cannot be searched for or filtered.
enum PatternUse {
  case match, create, insert, merge
  /// Inside an expression.
  case expression
}

extension Parser {
  /// `(variable:Label {key: value} WHERE predicate)`
  mutating func nodePattern(_ use: PatternUse) throws(QueryError) -> NodePattern {
    let start = start
    guard take(.leftParenthesis) else { throw unexpected("a node in round brackets") }
    var node = NodePattern(range: token.range)
    if isVariable(token) { node.variable = try variable() }
    node.labels = try patternLabels(use)
    node.properties = try patternProperties()
    node.predicate = try patternPredicate(use)
    guard take(.rightParenthesis) else { throw unexpectedInNode(node) }
    node.range = range(from: start)
    return node
  }

  private func unexpectedInNode(_ node: NodePattern) -> QueryError {
    if node.predicate != nil { return unexpected("`)`") }
    if node.properties != nil { return unexpected("`)`", keywords: [.where]) }
    let expected = node.variable == nil && node.labels == nil ? "a variable, `:Label`, `{…}` or `)`" : "`)`"
    let error = unexpected(expected, keywords: node.variable == nil ? [] : [.where])
    guard error.code == .unexpectedSyntax, error.suggestion == nil else { return error }
    if isName(token), node.variable == nil {
      return error.suggesting("as a name it is written `` `\(text(of: token))` ``")
    }
    return error
  }

  /// `-[variable:TYPE*1..3 {key: value} WHERE predicate]->`, brackets and arrow heads as wanted.
  mutating func edgePattern(_ use: PatternUse) throws(QueryError) -> EdgePattern {
    let start = start
    let pointsLeft = take(.less)
    try expect(.minus)
    var edge = EdgePattern(direction: .either, range: token.range)
    let hasBrackets = take(.leftBracket)
    if hasBrackets {
      if isVariable(token) { edge.variable = try variable() }
      edge.types = try patternLabels(use)
      edge.length = try edgeLength()
      edge.properties = try patternProperties()
      edge.predicate = try patternPredicate(use)
      guard take(.rightBracket) else { throw unexpectedInEdge(edge) }
    }
    if hasBrackets || use != .match || !endsShortEdge { try expect(.minus) }
    let pointsRight = take(.greater)
    edge.direction = pointsLeft == pointsRight ? .either : pointsLeft ? .incoming : .outgoing
    if let quantifier = try edgeQuantifier(of: edge, use) { edge.length = quantifier }
    edge.range = range(from: start)
    return edge
  }

  /// Whether what stands here ends `->`, `<-` or `-`, the short forms of `-->`, `<--` and `--` (ISO GQL, abbreviated edge
  /// pattern). In an expression they could be a subtraction or a comparison.
  private var endsShortEdge: Bool {
    switch token.kind {
    case .symbol(.greater), .symbol(.leftParenthesis), .symbol(.leftBrace), .symbol(.plus), .symbol(.star),
      .symbol(.question):
      true
    default: false
    }
  }

  private mutating func edgeQuantifier(
    of edge: EdgePattern, _ use: PatternUse
  ) throws(QueryError) -> EdgePattern.Length? {
    let start = start
    guard let length = try quantifier(use) else { return nil }
    if edge.length != nil {
      throw QueryError(
        .invalidRelationshipPattern, message: "the relationship has a length in its brackets already",
        range: range(from: start), suggestion: "write `-[:TYPE]->{1,3}` or `-[:TYPE*1..3]->`, not both")
    }
    return length
  }

  private func unexpectedInEdge(_ edge: EdgePattern) -> QueryError {
    if at(.dots) {
      return QueryError(
        .invalidRelationshipPattern, message: "found `..` without `*` before it", range: token.range,
        suggestion: "a length is written `*1..3`")
    }
    let isEmpty = edge.variable == nil && edge.types == nil && edge.length == nil && edge.properties == nil
    return unexpected(
      isEmpty ? "a variable, `:TYPE`, `*`, `{…}` or `]`" : "`]`", keywords: edge.predicate == nil ? [.where] : [])
  }

  /// `*`, `*2`, `*1..3`, `*..3`, `*1..`
  private mutating func edgeLength() throws(QueryError) -> EdgePattern.Length? {
    let start = start
    guard take(.star) else { return nil }
    let minimum = try bound(from: start)
    guard take(.dots) else {
      try refuseBound(from: start)
      return EdgePattern.Length(minimum: minimum, maximum: minimum)
    }
    let maximum = try bound(from: start)
    try refuseBound(from: start)
    return EdgePattern.Length(minimum: minimum, maximum: maximum)
  }

  mutating func bound(from start: Int) throws(QueryError) -> Int? {
    guard token.kind == .integer else { return nil }
    let token = token
    advance()
    return Int(try integer(token, isNegative: false))
  }

  private func refuseBound(from start: Int) throws(QueryError) {
    switch token.kind {
    case .parameter:
      throw QueryError(
        .invalidParameterUse, message: "a parameter cannot be the length of a path", range: token.range,
        suggestion: "write a number, or filter with `WHERE length(p) <= \(text(of: token))`")
    case .symbol(.minus), .float, .symbol(.dots), .symbol(.plus):
      throw QueryError(
        .invalidRelationshipPattern, message: "the length of a path is a natural number, found \(described(token))",
        range: SourceRange(start, token.range.end), suggestion: "a length is written `*1..3`")
    default: return
    }
  }

  /// Inside the brackets of a node or edge, where a bar is an alternative whatever stands around the pattern.
  private mutating func patternLabels(_ use: PatternUse) throws(QueryError) -> LabelExpression? {
    guard atLabels else { return nil }
    let outer = context
    context.remove(.endsAtBar)
    let first = position
    let labels = try labels()
    context = outer
    if use == .insert, let colon = tokens[first + 1..<position].first(where: { $0.kind == .symbol(.colon) }) {
      throw QueryError(
        .unexpectedSyntax, message: "found a second `:`; INSERT joins labels with `&`", range: colon.range,
        suggestion: "write `&`, or `CREATE` instead of `INSERT`")
    }
    return labels
  }

  /// `{…}` or `$parameter`.
  private mutating func patternProperties() throws(QueryError) -> Expression? {
    guard at(.leftBrace) || token.kind == .parameter else { return nil }
    return try value(.primary)
  }

  mutating func patternPredicate(_ use: PatternUse) throws(QueryError) -> Expression? {
    guard at(.where) else { return nil }
    guard use == .match || use == .expression else {
      throw unexpected("a pattern that can be created, without `WHERE`")
    }
    advance()
    return try predicate()
  }

  // MARK: telling patterns from expressions

  /// Whether the `(` at `index` begins a node with an edge behind it. `(a)--(b)` and `(a)-[b]-(c)` could also be
  /// subtractions and are taken as patterns; `(a) - -(b)` is none.
  func beginsPattern(_ index: Int) -> Bool {
    guard kind(index) == .symbol(.leftParenthesis), let closing = brackets.closing(index) else { return false }
    if kind(index + 1) == .symbol(.leftParenthesis) {
      // `((a)-->(b)){1,3}`: as a value the pattern in it could be neither added nor multiplied.
      return quantifies(closing + 1) && beginsWalk(index + 1)
    }
    return beginsWalk(index)
  }

  private func quantifies(_ index: Int) -> Bool {
    switch kind(index) {
    case .symbol(.leftBrace), .symbol(.plus), .symbol(.star), .symbol(.question): true
    default: false
    }
  }

  /// Whether a node begins here with an edge or a quantified group behind it.
  private func beginsWalk(_ index: Int) -> Bool {
    guard beginsNode(index), let closing = brackets.closing(index) else { return false }
    var next = closing + 1
    if kind(next) == .symbol(.leftParenthesis), kind(next + 1) == .symbol(.leftParenthesis) {
      return brackets.closing(next).map { quantifies($0 + 1) } ?? false
    }
    let pointsLeft = kind(next) == .symbol(.less)
    if pointsLeft {
      next += 1
      guard isAdjacent(next - 1, next) else { return false }
    }
    guard kind(next) == .symbol(.minus) else { return false }
    if kind(next + 1) == .symbol(.leftBracket) {
      guard beginsEdge(next + 1), let end = brackets.closing(next + 1) else { return false }
      next = end
    } else {
      guard isAdjacent(next, next + 1) else { return false }
    }
    guard kind(next + 1) == .symbol(.minus) else { return false }
    let hasHead = kind(next + 2) == .symbol(.greater)
    let after = hasHead ? next + 3 : next + 2
    guard hasHead || pointsLeft else { return kind(after) == .symbol(.leftParenthesis) }
    // Behind an arrow a quantifier may stand, which behind a dash could be a sign or a product.
    switch kind(after) {
    case .symbol(.plus), .symbol(.star), .symbol(.question): return kind(after + 1) == .symbol(.leftParenthesis)
    case .symbol(.leftBrace):
      return brackets.closing(after).map { kind($0 + 1) == .symbol(.leftParenthesis) } ?? false
    default: return kind(after) == .symbol(.leftParenthesis)
    }
  }

  private func kind(_ index: Int) -> LexedToken.Kind { tokens.indices.contains(index) ? tokens[index].kind : .end }

  private func isAdjacent(_ first: Int, _ second: Int) -> Bool {
    tokens.indices.contains(second) && tokens[first].range.end == tokens[second].range.start
  }

  private func beginsNode(_ index: Int) -> Bool {
    guard kind(index) == .symbol(.leftParenthesis) else { return false }
    let first = index + 1
    guard tokens.indices.contains(first) else { return false }
    let next = isVariable(tokens[first]) ? first + 1 : first
    switch kind(next) {
    case .symbol(.rightParenthesis), .symbol(.colon), .symbol(.leftBrace), .parameter: return true
    case .word: return beginsCondition(next)
    default: return false
    }
  }

  private func beginsEdge(_ index: Int) -> Bool {
    let first = index + 1
    guard tokens.indices.contains(first) else { return false }
    let next = isVariable(tokens[first]) ? first + 1 : first
    switch kind(next) {
    case .symbol(.rightBracket), .symbol(.colon), .symbol(.star), .symbol(.leftBrace), .symbol(.dots), .parameter:
      return true
    case .word: return beginsCondition(next)
    default: return false
    }
  }

  /// `WHERE`, or `IS Label`; but `IS NULL` belongs to an expression.
  private func beginsCondition(_ index: Int) -> Bool {
    switch tokens[index].keyword {
    case .where: true
    case .is: tokens[index + 1].keyword != .null && tokens[index + 1].keyword != .not
    default: false
    }
  }
}
