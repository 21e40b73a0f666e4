import GraphCore
import QueryLanguage
import QueryPlanner

/// The rows for which a predicate is true; null is not.
final class FilterOperator: Operator {
  let layout: Layout
  private let input: any Operator
  /// All must be true; each is evaluated on the rows that passed those before it.
  private let tests: [Test]
  private let context: ExecutionContext

  fileprivate struct Test {
    let predicate: PlanExpression
    /// It may be evaluated on rows that did not pass those before it if these are nodes and edges; nil if it may not.
    let elements: Set<Variable>?
    /// The columns of the input that are needed by later tests and above.
    let kept: [Int]
  }

  /// - Parameter needs: of its rows; what only its tests need is not carried on.
  init(_ input: any Operator, _ predicate: PlanExpression, _ needs: Needs, _ context: ExecutionContext) {
    self.input = input
    self.context = context
    let variables = input.layout.variables
    var later = needs
    var tests: [Test] = []
    for predicate in predicate.conjuncts.reversed() {
      let kept = variables.indices.filter { later.contains(variables[$0]) }
      tests.append(
        Test(
          predicate: predicate, elements: context.hasDeletions ? nil : predicate.elementsWithoutFailure, kept: kept))
      later.variables?.formUnion(predicate.freeVariables)
    }
    self.tests = tests.reversed()
    layout = Layout(variables.filter { needs.contains($0) })
  }

  func next() throws(QueryError) -> Batch? {
    while let batch = try input.next() {
      if let passed = try passed(batch), passed.rowCount > 0 { return passed }
    }
    return nil
  }

  private func passed(_ batch: Batch) throws(QueryError) -> Batch? {
    let evaluator = Evaluator(context)
    var rows = Rows(batch, input.layout)
    /// Of the input's columns, where each stands in `rows`.
    var places = Array(input.layout.variables.indices)
    /// What holds so far, where rows that did not pass are still there.
    var open: [Bool]?
    for (number, test) in tests.enumerated() {
      var mask = try evaluator.mask(test.predicate, on: rows)
      if let open { for row in mask.indices where !open[row] { mask[row] = false } }
      let kept = Self.selection(mask)
      if kept.isEmpty { return nil }
      // To copy most of the rows costs more than to test the others in vain.
      if kept.count > rows.count / 2, number + 1 < tests.count, tests[number + 1].neverFails(on: rows) {
        open = kept.count < rows.count ? mask : nil
        continue
      }
      open = nil
      let columns = test.kept.map { column in
        let column = rows.batch.columns[places[column]]
        return kept.count < rows.count ? column.gathered(kept) : column
      }
      for (place, column) in test.kept.enumerated() { places[column] = place }
      rows = Rows(
        Batch(rowCount: kept.count, columns: columns), Layout(test.kept.map { input.layout.variables[$0] }))
    }
    return rows.batch
  }

  /// The rows whose place is true, ascending.
  private static func selection(_ mask: [Bool]) -> [Int] {
    [Int](unsafeUninitializedCapacity: mask.count) { rows, count in
      // Without a branch that could be foretold wrongly: what is written last may be written over. A condition on the Boolean
      // is compiled to such a branch, its byte is not (half of a million edges pass: 4.6 ns a row, and 1.2 so).
      var next = 0
      mask.withUnsafeBytes { mask in
        for row in mask.indices {
          rows[next] = row
          next &+= Int(mask[row] & 1)
        }
      }
      count = next
    }
  }
}

extension FilterOperator.Test {
  func neverFails(on rows: Rows) -> Bool {
    elements?.allSatisfy {
      switch rows.column($0) {
      case .nodes, .edges: true
      default: false
      }
    } ?? false
  }
}

extension PlanExpression {
  /// The variables that must be nodes or edges for it to have a value whatever the row: nil for all that calculates, converts
  /// or asks for a kind of value.
  fileprivate var elementsWithoutFailure: Set<Variable>? {
    switch kind {
    case .edgesDiffer: []
    case .compare(_, let a, let b):
      if let left = a.elementsReadFrom, let right = b.elementsReadFrom { left.union(right) } else { nil }
    case .isNull(let value, _): value.elementsReadFrom
    default: nil
    }
  }

  private var elementsReadFrom: Set<Variable>? {
    switch kind {
    case .constant, .variable: []
    case .property(let base, _):
      if case .variable(let variable) = base.kind { [variable] } else { nil }
    default: nil
    }
  }
}
