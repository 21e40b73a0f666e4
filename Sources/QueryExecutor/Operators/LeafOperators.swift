import GraphCore
import QueryLanguage
import QueryPlanner

/// One row without columns.
final class UnitOperator: Operator {
  let layout = Layout([])
  private var isDone = false

  func next() -> Batch? {
    defer { isDone = true }
    return isDone ? nil : .unit
  }
}

/// The rows a subplan is run for, with their numbers.
final class ArgumentOperator: Operator {
  let layout: Layout
  private var source: ArgumentSource?

  init(_ variables: [Variable], _ row: Variable, _ source: ArgumentSource?) {
    layout = Layout(variables + [row])
    self.source = source
  }

  func next() -> Batch? {
    defer { source = nil }
    guard let rows = source?.rows, rows.count > 0 else { return nil }
    let numbers = Column.integers((0..<rows.count).map(Int64.init))
    let columns = layout.variables.dropLast().map { rows.column($0) } + [numbers]
    return Batch(rowCount: rows.count, columns: columns)
  }
}

/// Runs its input for the effects and yields nothing.
final class DiscardOperator: Operator {
  let layout = Layout([])
  private let input: any Operator

  init(_ input: any Operator) { self.input = input }

  func next() throws(QueryError) -> Batch? {
    while try input.next() != nil {}
    return nil
  }
}

/// The first input's rows, then the second's under the same names.
final class UnionOperator: Operator {
  let layout: Layout
  private var inputs: [(input: any Operator, slots: [Int])]

  init(
    _ left: any Operator, _ right: any Operator, _ columns: [LogicalPlan.MergedColumn]
  ) {
    layout = Layout(columns.map(\.output))
    inputs = [
      (left, columns.compactMap { left.layout.slot($0.left) }),
      (right, columns.compactMap { right.layout.slot($0.right) }),
    ]
  }

  func next() throws(QueryError) -> Batch? {
    while let (input, slots) = inputs.first {
      if let batch = try input.next() {
        return Batch(rowCount: batch.rowCount, columns: slots.map { batch.columns[$0] })
      }
      inputs.removeFirst()
    }
    return nil
  }
}
