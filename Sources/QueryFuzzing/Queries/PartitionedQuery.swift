import GraphCore

/// A query and the same three times, for the rows where a predicate is true, false and unknown: together they are the
/// rows without the predicate (ternary logic partitioning; Rigger and Su, "Finding Bugs in Database Systems via Query
/// Partitioning", 2020).
package struct PartitionedQuery {
  package enum Kind { case rows, distinct, sum, least, greatest }

  package let kind: Kind
  package let whole: String
  package let parts: [String]

  /// The rows of the whole as they are compared.
  func whole(_ rows: [[Value]]) -> [String] { rows.map { $0.map(text).joined(separator: " | ") }.sorted() }

  /// The rows of the three parts brought together as the whole should have them.
  func together(_ rows: [[Value]]) -> [String] {
    let values = rows.compactMap(\.first)
    switch kind {
    case .rows: return whole(rows)
    case .distinct: return Set(whole(rows)).sorted()
    case .sum:
      return whole([[.integer(values.reduce(0) { if case .integer(let more) = $1 { $0 + more } else { $0 } })]])
    case .least: return whole([[values.min { orderOf($0, $1) < 0 } ?? .null]])
    case .greatest: return whole([[values.filter { !$0.isNull }.max { orderOf($0, $1) < 0 } ?? .null]])
    }
  }
}

extension QueryMaker {
  package mutating func partitioned() -> PartitionedQuery {
    scope = []
    boundEdges = []
    var clauses: [String] = []
    for _ in 0..<generator.pick([0, 1, 1, 2]) { clauses.append(clause(1)) }
    // The predicate stands with the last MATCH, where it is pushed down, or in a clause of its own.
    var filter = generator.pick(["WITH * WHERE", "FILTER"])
    if generator.chance(60) || scope.isEmpty {
      clauses.append(unfiltered())
      if generator.chance(60) || scope.isEmpty { filter = "WHERE" }
    }
    let predicate = boolean(3)
    let start = clauses.joined(separator: " ")
    let kind = generator.pick([.rows, .rows, .distinct, .sum, .least, .greatest] as [PartitionedQuery.Kind])
    let items: String
    switch kind {
    case .rows, .distinct:
      items = (0..<1 + generator.below(2)).map {
        "\(value(generator.pick([.integer, .string, .boolean, .integers]), 1)) AS c\($0)"
      }
      .joined(separator: ", ")
    case .sum: items = generator.pick(["count(*)", "sum(\(integer(1)))", "count(\(integer(1)))"]) + " AS c0"
    case .least: items = "min(\(integer(1))) AS c0"
    case .greatest: items = "max(\(integer(1))) AS c0"
    }
    let end = " RETURN \(kind == .distinct ? "DISTINCT " : "")\(items)"
    // A pattern is a truth below OR, but nothing that can be asked whether it is null.
    let tests = ["(\(predicate))", "NOT (\(predicate))", "((\(predicate)) OR false) IS NULL"]
    return PartitionedQuery(
      kind: kind, whole: start + end, parts: tests.map { "\(start) \(filter) \($0)\(end)" })
  }
}
