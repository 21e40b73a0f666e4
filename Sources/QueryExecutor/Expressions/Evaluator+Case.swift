import GraphCore
import QueryLanguage
import QueryPlanner

extension Evaluator {
  typealias Branches = [(when: PlanExpression, then: PlanExpression)]

  /// CASE: each branch is evaluated on the rows that come to it.
  func `case`(_ branches: Branches, _ otherwise: PlanExpression?, on rows: Rows) throws(QueryError) -> Column {
    let chosen = try choose(branches, on: rows)
    // What sorts (`THEN 'few' ELSE 'many'`) and counts (`THEN 1 ELSE 0`) is made of constants alone.
    if let column = Self.column(of: branches.map(\.then) + [otherwise].compactMap { $0 }, chosen) { return column }
    var values = [Value](repeating: .null, count: rows.count)
    for (place, result) in (branches.map(\.then) + [otherwise].compactMap { $0 }).enumerated() {
      let positions = chosen.indices.filter { chosen[$0] == place }
      guard !positions.isEmpty else { continue }
      let column = try evaluate(result, on: rows.gathered(positions))
      for (index, position) in positions.enumerated() { values[position] = column[index] }
    }
    return .values(values)
  }

  /// The branch of each row; the number of branches for a row that comes to none.
  private func choose(_ branches: Branches, on rows: Rows) throws(QueryError) -> [Int] {
    var chosen = [Int](repeating: branches.count, count: rows.count)
    var open = Array(0..<rows.count)
    for (place, branch) in branches.enumerated() where !open.isEmpty {
      let mask = try mask(branch.when, on: open.count == rows.count ? rows : rows.gathered(open))
      for index in open.indices where mask[index] { chosen[open[index]] = place }
      open = open.indices.filter { !mask[$0] }.map { open[$0] }
    }
    return chosen
  }

  /// nil unless the results are whole numbers that every row has one of, or texts.
  private static func column(of results: [PlanExpression], _ chosen: [Int]) -> Column? {
    var integers: [Int64] = []
    var texts: [String] = []
    for result in results {
      switch result.kind {
      case .constant(.integer(let number)): integers.append(number)
      case .constant(.string(let text)): texts.append(text)
      default: return nil
      }
    }
    if integers.count == results.count {
      return chosen.contains { $0 >= integers.count } ? nil : .integers(chosen.map { integers[$0] })
    }
    guard texts.count == results.count else { return nil }
    let builder = StringDictionaryBuilder()
    let codes = texts.map { builder.code(of: $0) }
    return .strings(
      chosen.map { $0 < codes.count ? codes[$0] : StringDictionary.nullCode }, StringDictionary(builder))
  }
}
