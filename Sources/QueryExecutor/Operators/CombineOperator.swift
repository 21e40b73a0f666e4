import GraphCore
import QueryLanguage
import QueryPlanner

/// EXCEPT, INTERSECT and OTHERWISE. The left side runs to its end before the right one begins, in case they change the
/// graph.
final class CombineOperator: Operator {
  let layout: Layout
  private let left: any Operator
  private let right: any Operator
  private let combination: LogicalPlan.Combination
  private var batches: [Batch]?

  init(_ left: any Operator, _ right: any Operator, _ combination: LogicalPlan.Combination) {
    self.left = left
    self.right = right
    self.combination = combination
    layout = Layout(combination.columns.map(\.output))
  }

  func next() throws(QueryError) -> Batch? {
    if batches == nil { batches = try combined().reversed() }
    return batches?.popLast()
  }

  private func combined() throws(QueryError) -> [Batch] {
    let first = try all(left, combination.columns.map(\.left))
    switch combination.operation {
    case .except, .intersect: return try compared(first)
    case .otherwise: return try otherwise(first)
    case .union: return first
    }
  }

  private func all(_ input: any Operator, _ variables: [Variable]) throws(QueryError) -> [Batch] {
    let slots = variables.compactMap { input.layout.slot($0) }
    var batches: [Batch] = []
    while let batch = try input.next() {
      batches.append(Batch(rowCount: batch.rowCount, columns: slots.map { batch.columns[$0] }))
    }
    return batches
  }

  /// A left row stays if the right side has it, or has it not. With duplicates, each right row answers for one left row.
  private func compared(_ first: [Batch]) throws(QueryError) -> [Batch] {
    var keys = KeyTable()
    let numbers = first.map { keys.numbers(of: $0.columns, rowCount: $0.rowCount) }
    var counts = [Int](repeating: 0, count: keys.count)
    for batch in try all(right, combination.columns.map(\.right)) {
      for number in keys.numbers(of: batch.columns, rowCount: batch.rowCount) where number < counts.count {
        counts[number] += 1
      }
    }
    let wantsCommon = combination.operation == .intersect
    var isOut = [Bool](repeating: false, count: counts.count)
    var kept: [Batch] = []
    for (batch, numbers) in zip(first, numbers) {
      let rows = numbers.enumerated().compactMap { row, number -> Int? in
        if !combination.keepsDuplicates {
          defer { isOut[number] = true }
          return !isOut[number] && (counts[number] > 0) == wantsCommon ? row : nil
        }
        defer { counts[number] -= 1 }
        return (counts[number] > 0) == wantsCommon ? row : nil
      }
      if !rows.isEmpty { kept.append(batch.gathered(rows)) }
    }
    return kept
  }

  private func otherwise(_ first: [Batch]) throws(QueryError) -> [Batch] {
    guard let partition = combination.partition else {
      return first.isEmpty ? try all(right, combination.columns.map(\.right)) : first
    }
    var answered: Set<GroupingKey> = []
    for batch in first {
      for value in Rows(batch, layout).column(partition).values { answered.insert(GroupingKey(value)) }
    }
    var batches = first
    for batch in try all(right, combination.columns.map(\.right)) {
      let values = Rows(batch, layout).column(partition).values
      let rows = values.indices.filter { !answered.contains(GroupingKey(values[$0])) }
      if !rows.isEmpty { batches.append(batch.gathered(rows)) }
    }
    return batches
  }
}
