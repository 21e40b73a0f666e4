import SourceText

extension Parser {
  mutating func pathPatterns(_ use: PatternUse) throws(QueryError) -> [PathPattern] {
    var patterns: [PathPattern] = []
    repeat { patterns.append(try pathPattern(use)) } while take(.comma)
    if use == .match, at(.keep) { try keep(&patterns) }
    return patterns
  }

  /// `KEEP prefix` behind patterns: the prefix stands in front of each (ISO GQL, keep clause).
  private mutating func keep(_ patterns: inout [PathPattern]) throws(QueryError) {
    let start = start
    advance()
    let selection = try pathSelection()
    let mode = pathMode()
    if mode != nil, case nil = selection { takePathWord() }
    let groups = try groupsBehind(selection)
    guard selection != nil || mode != nil else {
      throw unexpected(
        "what is kept: `TRAIL`, `ANY SHORTEST`, `SHORTEST 2`", keywords: [.shortest, .trail, .any, .all])
    }
    let prefix = range(from: start)
    for index in patterns.indices {
      guard patterns[index].search == .all, patterns[index].selection == nil else {
        throw QueryError(
          .unexpectedSyntax, message: "`\(text(start, prefix.end))` behind a pattern that selects paths itself",
          range: prefix, suggestion: "say it once, in front of the pattern or behind KEEP")
      }
      patterns[index].selection = groups ?? selection
      guard let mode else { continue }
      try refuseOtherMode(of: patterns[index], than: mode)
      patterns[index].mode = mode
    }
  }

  private func refuseOtherMode(of pattern: PathPattern, than mode: PathMode) throws(QueryError) {
    guard let inner = pattern.mode, inner != mode else { return }
    throw QueryError(
      .unexpectedSyntax, message: "`\(mode.rawValue)` and `\(inner.rawValue)` for one path", range: pattern.range,
      suggestion: "write the mode once")
  }

  /// `[name =] [prefix] (a)-[r]->(b)…`, also in brackets or in `shortestPath(…)`.
  mutating func pathPattern(_ use: PatternUse) throws(QueryError) -> PathPattern {
    let start = start
    var variable: Name?
    if isVariable(token), peek().kind == .symbol(.equal) {
      variable = try self.variable()
      advance()
    }
    var pattern = try prefixedPath(use)
    pattern.variable = variable
    pattern.range = range(from: start)
    return pattern
  }

  /// What a selection and a mode may stand before.
  private mutating func prefixedPath(_ use: PatternUse) throws(QueryError) -> PathPattern {
    let start = start
    let selection = try pathSelection()
    let mode = pathMode()
    if mode != nil, case nil = selection { takePathWord() }
    let groups = try groupsBehind(selection)
    guard selection != nil || mode != nil else { return try pathBody(use) }
    guard use == .match || use == .expression else {
      throw QueryError(
        .unexpectedSyntax, message: "found `\(text(start, end))`, which selects paths; none is looked for here",
        range: range(from: start), suggestion: "leave it out")
    }
    if searchHere != nil {
      throw unexpected("a pattern; `shortestPath` and `\(text(start, end))` are two ways to say the same")
    }
    var pattern = try pathBody(use)
    pattern.selection = groups ?? selection
    if let mode {
      try refuseOtherMode(of: pattern, than: mode)
      pattern.mode = mode
    }
    return pattern
  }

  /// A pattern in brackets, or a chain of nodes, edges and groups.
  private mutating func pathBody(_ use: PatternUse) throws(QueryError) -> PathPattern {
    if let search = searchHere {
      if use == .create || use == .insert || use == .merge {
        throw unexpected("a pattern that can be created, which a shortest path is not")
      }
      return try searchPattern(search, use)
    }
    guard at(.leftParenthesis) else {
      let error = unexpected("a node pattern such as `(n:Label)`", keywords: [.shortestPath])
      switch text(of: token).uppercased() {
      case "INDEX", "CONSTRAINT", "UNIQUE":
        throw error.suggesting("there are no indexes or constraints to be made; labels and types are found without")
      default: throw error
      }
    }
    return try chain(use)
  }

  /// Which search begins here: `shortestPath(` or `allShortestPaths(`.
  var searchHere: PathPattern.Search? {
    guard peek().kind == .symbol(.leftParenthesis) else { return nil }
    switch token.keyword {
    case .shortestPath: return .shortest
    case .allShortestPaths: return .allShortest
    default: return nil
    }
  }

  mutating func searchPattern(_ search: PathPattern.Search, _ use: PatternUse) throws(QueryError) -> PathPattern {
    let start = start
    advance()
    try expect(.leftParenthesis)
    var pattern = try chain(use)
    try expect(.rightParenthesis)
    pattern.search = search
    pattern.range = range(from: start)
    return pattern
  }

  // MARK: prefixes

  /// `ALL`, `ANY k`, `ANY SHORTEST`, `ALL SHORTEST`, `SHORTEST k`; nil where none begins. What follows it, a mode and
  /// `GROUPS`, is not read.
  private mutating func pathSelection() throws(QueryError) -> PathSelection? {
    switch token.keyword {
    case .all where beginsPath(behind: 1) || isKept:
      advance()
      return take(.shortest) ? .allShortest : .all
    case .any where beginsPath(behind: 1) || isKept || peek().kind == .integer || peek().kind == .parameter:
      advance()
      if take(.shortest) { return .anyShortest }
      return .any(try pathCount())
    case .shortest:
      advance()
      let count = try pathCount()
      // Without a number it is `SHORTEST GROUPS`, which is told by the word behind.
      return count.map { .shortest($0) } ?? .shortestGroups(nil)
    default: return nil
    }
  }

  /// Whether the prefix stands behind KEEP, and so before no pattern.
  private var isKept: Bool { position > 0 && tokens[position - 1].keyword == .keep }

  /// Whether the token at this distance goes on with a prefix or begins a pattern.
  private func beginsPath(behind distance: Int) -> Bool {
    switch peek(distance).keyword {
    case .shortest, .path, .paths: return true
    case let keyword? where PathMode(rawValue: keyword.rawValue) != nil: return true
    default: return peek(distance).kind == .symbol(.leftParenthesis)
    }
  }

  private mutating func pathCount() throws(QueryError) -> Expression? {
    guard token.kind == .integer || token.kind == .parameter else { return nil }
    let count = try value(.primary)
    if case .integer(0) = count.kind {
      throw QueryError(
        .invalidArgumentValue, message: "no path at all is asked for", range: count.range,
        suggestion: "ask for at least 1")
    }
    return count
  }

  private mutating func pathMode() -> PathMode? {
    guard let keyword = token.keyword, let mode = PathMode(rawValue: keyword.rawValue) else { return nil }
    advance()
    return mode
  }

  private mutating func takePathWord() { if at(.path) || at(.paths) { advance() } }

  /// The rest of a prefix: `PATH` or `PATHS`, and the `GROUPS` that makes another selection of it.
  private mutating func groupsBehind(_ selection: PathSelection?) throws(QueryError) -> PathSelection? {
    guard let selection else { return nil }
    takePathWord()
    let isGrouped = at(.group) || at(.groups)
    switch selection {
    case .shortest(let count):
      guard isGrouped else { return nil }
      advance()
      return .shortestGroups(count)
    case .shortestGroups:
      guard isGrouped else {
        throw unexpected("how many: `SHORTEST 1`; or `SHORTEST GROUPS`", keywords: [.groups])
      }
      advance()
      return nil
    default:
      guard isGrouped else { return nil }
      throw unexpected("a pattern; only `SHORTEST` has groups")
    }
  }

  // MARK: chains

  /// Nodes, with edges, groups and brackets between them. Where two groups meet, or one stands at an end, the node between
  /// is left out as often as not: it is then any node.
  private mutating func chain(_ use: PatternUse) throws(QueryError) -> PathPattern {
    let start = start
    guard beginsGroup else {
      return try rest(of: PathPattern(start: try nodePattern(use), range: token.range), from: start, use)
    }
    let group = try group(use)
    if let quantifier = try groupQuantifier(use) {
      var pattern = PathPattern(start: impliedNode(at: start), range: token.range)
      try append(group, quantifier, from: start, to: &pattern, use)
      return try rest(of: pattern, from: start, use)
    }
    guard at(.minus) || at(.less) || at(.leftParenthesis) else {
      // Brackets around all of a path.
      var pattern = group
      pattern.range = range(from: start)
      return pattern
    }
    var pattern = PathPattern(start: NodePattern(range: token.range), range: token.range)
    try splice(group, into: &pattern, from: start, use)
    return try rest(of: pattern, from: start, use)
  }

  private mutating func rest(
    of pattern: PathPattern, from start: Int, _ use: PatternUse
  ) throws(QueryError) -> PathPattern {
    var pattern = pattern
    while true {
      let elementStart = self.start
      if at(.minus) || at(.less) {
        let edge = try edgePattern(use)
        if at(.question) {
          let group = try questioned(edge, from: elementStart, use)
          pattern.steps.append(PathPattern.Step(.group(group), node: try nodeBehind(use)))
        } else {
          // `-->((x)-->(y))+`: the node between is implied.
          pattern.steps.append(PathPattern.Step(.edge(edge), node: try nodeBehind(use)))
        }
      } else if beginsGroup {
        let group = try group(use)
        if let quantifier = try groupQuantifier(use) {
          try append(group, quantifier, from: elementStart, to: &pattern, use)
        } else {
          try splice(group, into: &pattern, from: elementStart, use)
        }
      } else {
        break
      }
    }
    pattern.range = range(from: start)
    return pattern
  }

  /// The node pattern that stands here; any node if there is none since brackets begin.
  private mutating func nodeBehind(_ use: PatternUse) throws(QueryError) -> NodePattern {
    beginsGroup ? impliedNode(at: start) : try nodePattern(use)
  }

  private mutating func append(
    _ group: PathPattern, _ quantifier: (length: EdgePattern.Length, isQuestioned: Bool), from start: Int,
    to pattern: inout PathPattern, _ use: PatternUse
  ) throws(QueryError) {
    let range = range(from: start)
    try refuseMode(of: group, range)
    let node = at(.leftParenthesis) && !beginsGroup ? try nodePattern(use) : impliedNode(at: end)
    pattern.steps.append(
      PathPattern.Step(
        .group(
          PathGroup(
            pattern: group, quantifier: quantifier.length, isQuestioned: quantifier.isQuestioned, range: range)),
        node: node))
  }

  /// `-[e]->?`: the relationship as a group of its own that may be left out.
  private mutating func questioned(
    _ edge: EdgePattern, from start: Int, _ use: PatternUse
  ) throws(QueryError) -> PathGroup {
    guard edge.length == nil else {
      throw QueryError(
        .invalidRelationshipPattern, message: "the relationship has a length already", range: range(from: start),
        suggestion: "write `-[:TYPE]->?`, or `{0,1}` for a list")
    }
    let quantifier = try groupQuantifier(use)
    let nodes = (impliedNode(at: start), impliedNode(at: end))
    let pattern = PathPattern(
      start: nodes.0, steps: [PathPattern.Step(.edge(edge), node: nodes.1)], range: range(from: start))
    return PathGroup(
      pattern: pattern, quantifier: quantifier?.length ?? .init(minimum: 0, maximum: 1), isQuestioned: true,
      range: range(from: start))
  }

  private func impliedNode(at offset: Int) -> NodePattern { NodePattern(range: SourceRange(offset, offset)) }

  /// Whether a pattern in brackets begins here rather than a node.
  var beginsGroup: Bool {
    guard at(.leftParenthesis) else { return false }
    if peek().kind == .symbol(.leftParenthesis) { return true }
    if isVariable(peek()), peek(2).kind == .symbol(.equal) { return true }
    guard let keyword = peek().keyword, PathMode(rawValue: keyword.rawValue) != nil else { return false }
    return beginsPath(behind: 2)
  }

  /// `([mode] (a)-[r]->(b)… [WHERE predicate])`
  private mutating func group(_ use: PatternUse) throws(QueryError) -> PathPattern {
    let start = start
    try enter()
    try expect(.leftParenthesis)
    if isVariable(token), peek().kind == .symbol(.equal) {
      throw QueryError(
        .unexpectedSyntax, message: "a path in brackets has no variable of its own", range: token.range,
        suggestion: "name the whole path, or the nodes and relationships in the brackets")
    }
    let mode = pathMode()
    if mode != nil { takePathWord() }
    if searchHere != nil { throw unexpected("a pattern; a shortest path is searched by the whole pattern") }
    var pattern = try chain(use)
    if let mode { pattern.mode = mode }
    if at(.where) {
      let condition = try patternPredicate(use)
      try grow()
      pattern.predicate = try both(pattern.predicate, condition) { a, b in
        Expression(.binary(.and, a, b), range: a.range.union(b.range))
      }
    }
    guard take(.rightParenthesis) else { throw unexpected("`)`", keywords: [.where]) }
    leave()
    pattern.range = range(from: start)
    return pattern
  }

  // MARK: quantifiers

  /// A quantifier of brackets, among them `?`; nil if none stands here.
  private mutating func groupQuantifier(
    _ use: PatternUse
  ) throws(QueryError) -> (length: EdgePattern.Length, isQuestioned: Bool)? {
    guard at(.question) else { return try quantifier(use).map { ($0, false) } }
    guard use == .match || use == .expression else {
      throw unexpected("a pattern that can be created, without a quantifier")
    }
    advance()
    return (EdgePattern.Length(minimum: 0, maximum: 1), true)
  }

  /// `{1,3}`, `{2}`, `{1,}`, `{,3}`, `+`, `*` (ISO GQL, graph pattern quantifier). No lower bound is 0 there, where that of
  /// `*..3` is 1.
  mutating func quantifier(_ use: PatternUse) throws(QueryError) -> EdgePattern.Length? {
    guard at(.leftBrace) || at(.plus) || at(.star) else { return nil }
    let start = start
    guard use == .match || use == .expression else {
      throw unexpected("a pattern that can be created, without a quantifier")
    }
    if take(.plus) { return EdgePattern.Length(minimum: 1, maximum: nil) }
    if take(.star) { return EdgePattern.Length(minimum: 0, maximum: nil) }
    advance()
    let minimum = try bound(from: start)
    let length: EdgePattern.Length
    if take(.comma) {
      length = EdgePattern.Length(minimum: minimum ?? 0, maximum: try bound(from: start))
    } else {
      length = EdgePattern.Length(minimum: minimum, maximum: minimum)
    }
    guard length.minimum != nil, take(.rightBrace) else {
      throw unexpected("how often: `{2}`, `{1,3}`, `{1,}` or `{,3}`")
    }
    if let maximum = length.maximum, maximum == 0 || maximum < length.minimum ?? 0 {
      throw QueryError(
        .invalidRelationshipPattern,
        message: maximum == 0
          ? "a relationship that is followed no time at all" : "the upper bound \(maximum) is below the lower one",
        range: range(from: start),
        suggestion: maximum == 0
          ? "leave it out, or write `{0,1}` for one that may be missing" : "write the smaller number first: `{1,3}`")
    }
    return length
  }
}
