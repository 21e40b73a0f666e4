import GraphCore
import QueryLanguage
import QueryPlanner

/// One row per group, in the order of first occurrence.
final class AggregateOperator: Operator {
  let layout: Layout
  private let input: any Operator
  private let aggregate: LogicalPlan.Aggregate
  private let argument: ArgumentSource?
  private let context: ExecutionContext
  private var isDone = false
  private var groupNumbers = KeyTable()
  private var groupKeys: [[Value]] = []

  init(
    _ input: any Operator, _ aggregate: LogicalPlan.Aggregate, _ argument: ArgumentSource?, _ context: ExecutionContext
  ) {
    self.input = input
    self.aggregate = aggregate
    self.argument = argument
    self.context = context
    layout = Layout(aggregate.groups.map(\.variable) + aggregate.calls.map(\.variable))
  }

  func next() throws(QueryError) -> Batch? {
    guard !isDone else { return nil }
    isDone = true
    var accumulators = aggregate.calls.map { makeAccumulator($0.call) }
    while let batch = try input.next() {
      let rows = Rows(batch, input.layout)
      let groups = try groups(of: rows)
      try context.check(rows: batch.rowCount)
      for (position, (_, call)) in aggregate.calls.enumerated() {
        var arguments: [Column] = []
        for argument in call.arguments { arguments.append(try Evaluator(context).evaluate(argument, on: rows)) }
        try accumulators[position].add(arguments, groups: groups, groupCount: groupKeys.count)
      }
    }
    if aggregate.yieldsEmptyGroup { addEmptyGroups() }
    guard !groupKeys.isEmpty else { return nil }
    var columns = aggregate.groups.indices.map { position in Column.values(groupKeys.map { $0[position] }) }
    for (accumulator, (_, call)) in zip(accumulators, aggregate.calls) {
      let column = try accumulator.finish(groupCount: groupKeys.count)
      if call.function?.name == "collect" { try column.requireShallow(at: call.range) }
      columns.append(column)
    }
    return Batch(rowCount: groupKeys.count, columns: columns)
  }

  private func groups(of rows: Rows) throws(QueryError) -> [Int] {
    var keys: [Column] = []
    for group in aggregate.groups { keys.append(try Evaluator(context).evaluate(group.expression, on: rows)) }
    return number(keys, rowCount: rows.count)
  }

  private func number(_ keys: [Column], rowCount: Int) -> [Int] {
    let numbers = groupNumbers.numbers(of: keys, rowCount: rowCount)
    for (row, number) in numbers.enumerated() where number == groupKeys.count { groupKeys.append(keys.map { $0[row] }) }
    return numbers
  }

  /// Without grouping there is always one group; in a subplan, one for each outer row.
  private func addEmptyGroups() {
    guard let partition = aggregate.partition else {
      if groupKeys.isEmpty { groupKeys.append([]) }
      return
    }
    guard let outer = argument?.outerRows else { return }
    let keys = aggregate.groups.map { group in
      group.variable == partition ? .integers((0..<outer.count).map(Int64.init)) : outer.column(group.variable)
    }
    _ = number(keys, rowCount: outer.count)
  }
}
