import SourceText

extension Parser {
  /// `[OPTIONAL] MATCH [mode] pattern, … [filters] [WHERE predicate]`
  mutating func matchClause() throws(QueryError) -> MatchClause {
    let start = start
    let isOptional = take(.optional)
    try expect(.match)
    let mode = matchMode()
    let patterns = try pathPatterns(.match)
    let filters = try provenanceFilters()
    let predicate = take(.where) ? try predicate() : nil
    return MatchClause(
      isOptional: isOptional, mode: mode, patterns: patterns, filters: filters, predicate: predicate,
      range: range(from: start))
  }

  /// `DIFFERENT RELATIONSHIPS`, `REPEATABLE ELEMENTS`: also with EDGES, in the singular, and with BINDINGS behind them.
  private mutating func matchMode() -> MatchMode? {
    let mode: MatchMode
    switch (token.keyword, peek().keyword) {
    case (.different, .relationship), (.different, .relationships), (.different, .edge), (.different, .edges):
      mode = .differentEdges
    case (.repeatable, .element), (.repeatable, .elements): mode = .repeatableElements
    default: return nil
    }
    advance()
    advance()
    _ = take(.bindings)
    return mode
  }

  /// `UNWIND list AS variable`
  mutating func unwindClause() throws(QueryError) -> UnwindClause {
    let start = start
    try expect(.unwind)
    let list = try value()
    try expect(.as)
    return UnwindClause(list: list, variable: try variable(), range: range(from: start))
  }
}
