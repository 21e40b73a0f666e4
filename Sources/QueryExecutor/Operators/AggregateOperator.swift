import GraphCore
import QueryLanguage
import QueryPlanner

/// One row per group, in the order of first occurrence.
final class AggregateOperator: Operator {
  let layout: Layout
  private let passes: [Pass]
  private let parallel: ParallelAggregation?
  private let aggregate: LogicalPlan.Aggregate
  private let argument: ArgumentSource?
  private let context: ExecutionContext
  private var isDone = false
  private var groupNumbers = KeyTable()
  /// The keys of groups as they came up, some at a time.
  private var newKeys: [Batch] = []
  private var groupCount = 0

  /// Rows and the calls that are made on them.
  struct Pass {
    let input: any Operator
    let calls: [Int]
  }

  /// - Parameter passes: each yields the same groups; one is the usual.
  init(
    _ passes: [Pass], _ aggregate: LogicalPlan.Aggregate, _ argument: ArgumentSource?, _ context: ExecutionContext
  ) {
    self.passes = passes
    parallel = nil
    self.aggregate = aggregate
    self.argument = argument
    self.context = context
    layout = Layout(aggregate.groups.map(\.variable) + aggregate.calls.map(\.variable))
  }

  /// On several threads.
  init(_ parallel: ParallelAggregation, _ aggregate: LogicalPlan.Aggregate, _ context: ExecutionContext) {
    self.parallel = parallel
    passes = []
    self.aggregate = aggregate
    argument = nil
    self.context = context
    layout = Layout(aggregate.groups.map(\.variable) + aggregate.calls.map(\.variable))
  }

  func next() throws(QueryError) -> Batch? {
    guard !isDone else { return nil }
    isDone = true
    var accumulators = aggregate.calls.map { makeAccumulator($0.call) }
    try parallel?.forEachPart { (part) throws(QueryError) in
      // The numbers of the part's groups among all: rows are added in the order that one thread would add them in.
      let numbers = number(part.keys, rowCount: part.keyCount)
      if let counts = part.counts { add(counts, part.calls, numbers, &accumulators) }
      for batch in part.batches {
        let groups = aggregate.groups.isEmpty ? batch.groups : batch.groups.map { numbers[$0] }
        for (position, arguments) in zip(part.calls, batch.arguments) {
          try accumulators[position].add(arguments, groups: groups, groupCount: groupCount)
        }
      }
    }
    for pass in passes {
      if let counted = try ReachCounts(of: pass.input, for: pass.calls, aggregate, context) {
        let numbers = number(counted.keys, rowCount: counted.counts.count)
        add(counted.counts, pass.calls, numbers, &accumulators)
        continue
      }
      while let batch = try pass.input.next() {
        let rows = Rows(batch, pass.input.layout)
        let groups = try groups(of: rows)
        try context.check(rows: batch.rowCount)
        for position in pass.calls {
          let (_, call) = aggregate.calls[position]
          var arguments: [Column] = []
          for argument in call.arguments { arguments.append(try Evaluator(context).evaluate(argument, on: rows)) }
          try accumulators[position].add(arguments, groups: groups, groupCount: groupCount)
        }
      }
    }
    if aggregate.yieldsEmptyGroup { addEmptyGroups() }
    guard groupCount > 0 else { return nil }
    var columns = Batch.joined(newKeys)?.columns ?? []
    for (accumulator, (_, call)) in zip(accumulators, aggregate.calls) {
      let column = try accumulator.finish(groupCount: groupCount)
      if call.function?.name == "collect" { try context.requireShallow(column, at: call.range) }
      columns.append(column)
    }
    return Batch(rowCount: groupCount, columns: columns)
  }

  private func add(_ counts: [Int], _ calls: [Int], _ groups: [Int], _ accumulators: inout [any Accumulator]) {
    for position in calls {
      guard var accumulator = accumulators[position] as? DistinctAccumulator else { continue }
      accumulator.add(counts: counts, groups: groups, groupCount: groupCount)
      accumulators[position] = accumulator
    }
  }

  private func groups(of rows: Rows) throws(QueryError) -> [Int] {
    var keys: [Column] = []
    for group in aggregate.groups { keys.append(try Evaluator(context).evaluate(group.expression, on: rows)) }
    return number(keys, rowCount: rows.count)
  }

  private func number(_ keys: [Column], rowCount: Int) -> [Int] {
    let numbers = groupNumbers.numbers(of: keys, rowCount: rowCount)
    var new: [Int] = []
    for (row, number) in numbers.enumerated() where number == groupCount {
      new.append(row)
      groupCount += 1
    }
    if !new.isEmpty { newKeys.append(Batch(rowCount: rowCount, columns: keys).gathered(new)) }
    return numbers
  }

  /// Without grouping there is always one group; in a subplan, one for each outer row.
  private func addEmptyGroups() {
    guard let partition = aggregate.partition else {
      groupCount = max(1, groupCount)
      return
    }
    guard let outer = argument?.outerRows else { return }
    let keys = aggregate.groups.map { group in
      group.variable == partition ? .integers((0..<outer.count).map(Int64.init)) : outer.column(group.variable)
    }
    _ = number(keys, rowCount: outer.count)
  }
}
