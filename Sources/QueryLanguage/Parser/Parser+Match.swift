import SourceText

extension Parser {
  /// `[OPTIONAL] MATCH pattern, … [filters] [WHERE predicate]`
  mutating func matchClause() throws(QueryError) -> MatchClause {
    let start = start
    let isOptional = take(.optional)
    try expect(.match)
    let patterns = try pathPatterns(.match)
    let filters = try provenanceFilters()
    let predicate = take(.where) ? try predicate() : nil
    return MatchClause(
      isOptional: isOptional, patterns: patterns, filters: filters, predicate: predicate, range: range(from: start))
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
