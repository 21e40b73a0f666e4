import SourceText

/// Brackets around a part of a path that is walked once (ISO GQL, parenthesized path pattern expression).
extension Parser {
  /// Puts the pattern in brackets in the place where they stand: its first node is the last one of the pattern, its last
  /// one that of what follows, and its condition one on the whole path.
  mutating func splice(
    _ group: PathPattern, into pattern: inout PathPattern, from start: Int, _ use: PatternUse
  ) throws(QueryError) {
    guard use == .match || use == .expression else {
      throw unexpected("how often the pattern in brackets is walked: `{1,3}`, `+` or `*`")
    }
    try refuseMode(of: group, range(from: start))
    if pattern.steps.isEmpty {
      pattern.start = try joined(pattern.start, group.start)
    } else {
      pattern.steps[pattern.steps.count - 1].node = try joined(
        pattern.steps[pattern.steps.count - 1].node, group.start)
    }
    pattern.steps += group.steps
    pattern.predicate = try both(pattern.predicate, group.predicate) { a, b in
      Expression(.binary(.and, a, b), range: a.range.union(b.range))
    }
    guard at(.leftParenthesis), !beginsGroup else { return }
    let node = try nodePattern(use)
    if pattern.steps.isEmpty {
      pattern.start = try joined(pattern.start, node)
    } else {
      pattern.steps[pattern.steps.count - 1].node = try joined(pattern.steps[pattern.steps.count - 1].node, node)
    }
  }

  /// Two node patterns side by side, which stand for one node.
  private mutating func joined(_ first: NodePattern, _ second: NodePattern) throws(QueryError) -> NodePattern {
    if first.isEmpty { return second }
    if second.isEmpty { return first }
    let hasTwoNames = first.variable != nil && second.variable != nil && first.variable != second.variable
    if hasTwoNames || (first.properties != nil && second.properties != nil) {
      throw QueryError(
        .invalidRelationshipPattern,
        message: "two node patterns meet here, and both have a \(hasTwoNames ? "name" : "map of properties")",
        range: second.range, suggestion: "they stand for one node: leave one of them empty, as in `()`")
    }
    var node = first
    node.variable = first.variable ?? second.variable
    node.labels = try both(first.labels, second.labels, LabelExpression.and)
    node.properties = first.properties ?? second.properties
    node.predicate = try both(first.predicate, second.predicate) { a, b in
      Expression(.binary(.and, a, b), range: a.range.union(b.range))
    }
    node.range = first.range.union(second.range)
    return node
  }

  mutating func both<Part>(
    _ first: Part?, _ second: Part?, _ join: (Part, Part) -> Part
  ) throws(QueryError) -> Part? {
    guard let first else { return second }
    guard let second else { return first }
    try grow()
    return join(first, second)
  }

  func refuseMode(of group: PathPattern, _ range: SourceRange) throws(QueryError) {
    guard let mode = group.mode else { return }
    throw QueryError(
      .unexpectedSyntax, message: "`\(mode.rawValue)` in brackets around a part of a path", range: range,
      suggestion: "write it in front of the whole pattern: `MATCH p = \(mode.rawValue) (a)…`")
  }
}
