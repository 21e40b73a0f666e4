import Hearsay

/// Finds the nodes and edges that a row was made of, where the row itself holds only their properties.
///
/// Asks the statement again with everything it has bound beside the row, and looks for rows that agree in what is no
/// aggregate. Only for statements that a person will look at because they failed.
struct RowWitness {
  private let query: Query
  /// Positions of the row's cells that are compared, one per item kept.
  private let kept: [Int]
  private let session: GraphSession
  private let parameters: [String: Value]

  /// nil for statements that write, or have several parts, or show all they have bound.
  init?(_ query: Query, session: GraphSession, parameters: [String: Value]) {
    guard query.unions.isEmpty, query.following.isEmpty, !query.first.clauses.contains(where: \.isUpdating),
      case .return(let projection)? = query.first.clauses.last, !projection.includesAll
    else { return nil }
    kept = projection.items.indices.filter { !Self.isAggregate(projection.items[$0]) }
    let items = kept.enumerated().map { position, index in
      var item = projection.items[index]
      // The old name may be that of a variable, which stands beside it now.
      item.alias = Name("\(Self.prefix)\(position)", range: projection.range)
      return item
    }
    var changed = query
    changed.first.clauses[query.first.clauses.count - 1] = .return(
      ProjectionClause(includesAll: true, items: items, range: projection.range))
    self.query = changed
    self.session = session
    self.parameters = parameters
  }

  /// No name that a person would give.
  private static let prefix = " row item "

  /// For each of `rows`, the nodes, edges and paths of the rows it came from. Empty if that cannot be told.
  func elements(behind rows: [[Value]]) -> [[Value]] {
    guard !rows.isEmpty, let result = try? session.run(query, parameters: parameters) else { return [] }
    let names = kept.indices.map { "\(Self.prefix)\($0)" }
    let columns = names.compactMap { name in result.columns.firstIndex(of: name) }
    guard columns.count == names.count else { return [] }
    let variables = result.columns.indices.filter { !columns.contains($0) }
    var places: [[GroupingKey]: [Int]] = [:]
    for (place, row) in rows.enumerated() { places[kept.map { GroupingKey(row[$0]) }, default: []].append(place) }
    var found = [[Value]](repeating: [], count: rows.count)
    result.forEachRow { row in
      for place in places[columns.map { GroupingKey(row[$0]) }] ?? [] {
        found[place] += variables.flatMap { row[$0].elements }
      }
    }
    return found
  }

  private static func isAggregate(_ item: ProjectionItem) -> Bool {
    let tokens = Lexer.tokens(of: item.text)
    return zip(tokens, tokens.dropFirst()).contains { word, next in
      word.kind == .word && next.kind == .symbol(.leftParenthesis)
        && FunctionCatalog.signature(named: item.text.utf8Slice(word.range))?.kind == .aggregate
    }
  }
}
