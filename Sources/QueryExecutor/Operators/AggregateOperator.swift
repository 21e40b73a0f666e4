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
  private var groups = GroupKeys()

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
    if let parallel { accumulators = try added(parallel, to: accumulators) }
    for pass in passes {
      if let counted = try ReachCounts(of: pass.input, for: pass.calls, aggregate, context) {
        let numbers = groups.numbers(of: counted.keys, rowCount: counted.counts.count)
        add(counted.counts, pass.calls, numbers, &accumulators)
        continue
      }
      let reads = SharedReads(aggregate)
      while let batch = try pass.input.next() {
        let evaluator = Evaluator(context)
        let (aggregate, rows) = try reads.made(Rows(batch, pass.input.layout), evaluator)
        let numbers = groups.numbers(of: try aggregate.keys(evaluator, rows), rowCount: rows.count)
        try context.check(rows: batch.rowCount)
        for position in pass.calls {
          let arguments = try aggregate.arguments(position, evaluator, rows)
          try accumulators[position].add(arguments, groups: numbers, groupCount: groups.count)
        }
      }
    }
    if aggregate.yieldsEmptyGroup { addEmptyGroups() }
    guard groups.count > 0 else { return nil }
    var columns = groups.columns
    for (accumulator, (_, call)) in zip(accumulators, aggregate.calls) {
      let column = try accumulator.finish(groupCount: groups.count)
      if call.function?.name == "collect" { try context.requireShallow(column, at: call.range) }
      columns.append(column)
    }
    return Batch(rowCount: groups.count, columns: columns)
  }

  /// Rows are added in the order that one thread would add them in.
  private func added(
    _ parallel: ParallelAggregation, to accumulators: [any Accumulator]
  ) throws(QueryError) -> [any Accumulator] {
    var accumulators = accumulators
    try parallel.forEachPart { [self] (part) throws(QueryError) in
      // The numbers of the part's groups among all.
      let numbers = part.keyCount > 0 ? groups.numbers(of: part.keys, rowCount: part.keyCount) : []
      if let counts = part.counts { add(counts, part.calls, numbers, &accumulators) }
      for batch in part.batches {
        let rowGroups =
          if let places = batch.groups {
            aggregate.groups.isEmpty ? places : places.map { numbers[$0] }
          } else {
            groups.numbers(of: batch.keys, rowCount: batch.rowCount)
          }
        for (position, arguments) in zip(part.calls, batch.arguments) {
          try accumulators[position].add(arguments, groups: rowGroups, groupCount: groups.count)
        }
      }
    }
    return accumulators
  }

  private func add(_ counts: [Int], _ calls: [Int], _ numbers: [Int], _ accumulators: inout [any Accumulator]) {
    for position in calls {
      guard var accumulator = accumulators[position] as? DistinctAccumulator else { continue }
      accumulator.add(counts: counts, groups: numbers, groupCount: groups.count)
      accumulators[position] = accumulator
    }
  }

  /// Without grouping there is always one group; in a subplan, one for each outer row.
  private func addEmptyGroups() {
    guard let partition = aggregate.partition else {
      groups.addOnlyGroup()
      return
    }
    guard let outer = argument?.outerRows else { return }
    let keys = aggregate.groups.map { group in
      group.variable == partition ? .integers((0..<outer.count).map(Int64.init)) : outer.column(group.variable)
    }
    _ = groups.numbers(of: keys, rowCount: outer.count)
  }
}
