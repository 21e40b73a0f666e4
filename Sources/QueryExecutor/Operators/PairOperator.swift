import GraphCore
import QueryLanguage
import QueryPlanner

/// Counts of rows, and of different values, by groups, where rows are the pairs that two parts of a pattern make by a node
/// that they have in common: see `PairPattern`. Groups come by what the left part tells of them, in the order of its rows.
final class PairOperator: Operator {
  let layout: Layout
  private let pattern: PairPattern
  private let aggregate: LogicalPlan.Aggregate
  private let context: ExecutionContext
  /// What does the same row by row.
  private let long: () -> any Operator
  private var state = State.open

  private enum State {
    case open
    case counting(Counting)
    case long(any Operator)
    case done
  }

  private struct Counting {
    let counter: PairCounter
    let tasks: [Range<Int>]
    var next = 0
    let workers: [PairCounter.Counts]
    let leftKeys: [Column]
    let rightKeys: [Column]
    var ready: ArraySlice<Batch> = []
    var hasRows = false
  }

  /// More rows of a part than these are not held at once.
  private static let mostRows = 1 << 24
  /// So many for each thread at a time: what they make is taken before more is made.
  private static let tasksAhead = 8

  init(
    _ pattern: PairPattern, _ aggregate: LogicalPlan.Aggregate, _ context: ExecutionContext,
    orElse long: @escaping () -> any Operator
  ) {
    self.pattern = pattern
    self.aggregate = aggregate
    self.context = context
    self.long = long
    layout = Layout(aggregate.groups.map(\.variable) + aggregate.calls.map(\.variable))
  }

  func next() throws(QueryError) -> Batch? {
    if case .open = state { state = try start().map { .counting($0) } ?? .long(long()) }
    switch exchange(&state, with: .done) {
    case .long(let inner):
      let batch = try inner.next()
      if batch != nil { state = .long(inner) }
      return batch
    case .counting(var counting):
      let batch = try next(of: &counting)
      if batch != nil { state = .counting(counting) }
      return batch
    case .open, .done: return nil
    }
  }

  // MARK: Both parts

  /// nil where the parts cannot be joined here.
  private func start() throws(QueryError) -> Counting? {
    let comparison = pattern.comparison.map { RankComparison($0.op) }
    var left = PairSide(nothing: 0, isMirrored: comparison?.isMirrored ?? false)
    var right = PairSide(nothing: 1, isMirrored: comparison?.isMirrored ?? false)
    guard let middles = try readLeft(into: &left), try readRight(middles, into: &right), left.compares(with: right),
      let (entries, offsets) = right.byMiddle(middles.count)
    else { return nil }
    let groups = left.byGroup
    let counter = PairCounter(
      left: groups.entries, right: entries, leftOffsets: groups.offsets, rightOffsets: offsets,
      rightGroupCount: max(1, right.values?.groups.count ?? right.keys.count), values: right.values,
      // Where nothing is compared no rank is greater than another.
      wantsGreater: comparison?.wantsGreater ?? false)
    guard let tasks = counter.tasks else { return nil }
    let isShared = context.transaction == nil && context.profiler == nil
    let threads = isShared ? max(1, min(context.limits.threads, tasks.count)) : 1
    var workers: [PairCounter.Counts] = []
    for _ in 0..<threads { workers.append(try PairCounter.Counts(counter.rightGroupCount)) }
    return Counting(
      counter: counter, tasks: tasks, workers: workers,
      leftKeys: left.keys.columns, rightKeys: right.keys.columns)
  }

  private func needs(_ isRight: Bool) -> Needs {
    var variables: Set<Variable> = isRight ? [pattern.row] : [pattern.middle]
    for (group, isRightKey) in zip(aggregate.groups, pattern.isRightKey) where isRightKey == isRight {
      variables.formUnion(group.expression.freeVariables)
    }
    if isRight, let counted = pattern.counted { variables.formUnion(counted.freeVariables) }
    variables.formUnion(pattern.apart.map { isRight ? $0.right : $0.left })
    if let (_, left, right) = pattern.comparison { variables.formUnion((isRight ? right : left).freeVariables) }
    return Needs(variables: variables)
  }

  /// - Returns: the nodes in common; nil if these rows will not do.
  private func readLeft(into side: inout PairSide) throws(QueryError) -> [NodeID]? {
    let input = makeOperator(pattern.left, context, needs: needs(false))
    var nodes: [NodeID] = []
    let numbers = try ZeroedMemory<UInt32>(context.graph.nodeCapacity)
    while let batch = try input.next() {
      let rows = Rows(batch, input.layout)
      let middles = rows.column(pattern.middle).nodeIDs.map { node in
        if numbers[node] == 0 {
          nodes.append(node)
          numbers[node] = UInt32(truncatingIfNeeded: nodes.count)
        }
        return numbers[node] - 1
      }
      guard try add(rows, middles, isRight: false, to: &side) else { return nil }
    }
    return nodes
  }

  private func readRight(_ middles: [NodeID], into side: inout PairSide) throws(QueryError) -> Bool {
    let rows = Rows(Batch(rowCount: middles.count, columns: [.nodes(middles)]), Layout([pattern.middle]))
    let input = makeOperator(pattern.right, context, ArgumentSource(rows), needs: needs(true))
    while let batch = try input.next() {
      let rows = Rows(batch, input.layout)
      guard case .integers(let numbers) = rows.column(pattern.row) else { return false }
      let middles = numbers.map { UInt32(truncatingIfNeeded: $0) }
      guard try add(rows, middles, isRight: true, to: &side) else { return false }
    }
    return true
  }

  private func add(
    _ rows: Rows, _ middles: [UInt32], isRight: Bool, to side: inout PairSide
  ) throws(QueryError) -> Bool {
    let evaluator = Evaluator(context)
    var keys: [Column] = []
    for (group, isRightKey) in zip(aggregate.groups, pattern.isRightKey) where isRightKey == isRight {
      keys.append(try evaluator.evaluate(group.expression, on: rows))
    }
    // Without keys the nodes in common are as good, and can be shared out.
    if aggregate.groups.isEmpty, !isRight { keys = [rows.column(pattern.middle)] }
    var compared: Column?
    if let (_, left, right) = pattern.comparison {
      compared = try evaluator.evaluate(isRight ? right : left, on: rows)
    }
    var counted: Column?
    if isRight, let expression = pattern.counted { counted = try evaluator.evaluate(expression, on: rows) }
    let apart = pattern.apart.map { rows.column(isRight ? $0.right : $0.left) }
    guard side.entries.count + rows.count <= Self.mostRows else { return false }
    return side.add(middles: middles, keys: keys, apart: apart, compared: compared, counted: counted)
  }

  // MARK: Pairs

  private func next(of counting: inout Counting) throws(QueryError) -> Batch? {
    if aggregate.groups.isEmpty { return try total(of: &counting) }
    while counting.ready.isEmpty {
      let found = try more(of: &counting)
      guard !found.isEmpty else { return nil }
      counting.ready = found.filter { !$0.counts.isEmpty }.map { batch($0, counting) }[...]
    }
    return counting.ready.popFirst()
  }

  /// What the next tasks find; empty at the end.
  private func more(of counting: inout Counting) throws(QueryError) -> [PairCounter.Found] {
    let counter = counting.counter
    let tasks = counting.tasks[counting.next...].prefix(counting.workers.count * Self.tasksAhead)
    counting.next += tasks.count
    if tasks.isEmpty { return [] }
    // Its limits are counted by atomics.
    nonisolated(unsafe) let context = context
    return try shareOut(tasks.count, among: counting.workers) { (counts, number) throws(QueryError) in
      try counter.count(tasks[tasks.startIndex + number], in: counts) { (looked) throws(QueryError) in
        try context.check(rows: looked)
      }
    }
  }

  private func batch(_ found: PairCounter.Found, _ counting: Counting) -> Batch {
    var (leftKeys, rightKeys) = (counting.leftKeys[...], counting.rightKeys[...])
    var columns: [Column] = pattern.isRightKey.compactMap { isRight in
      isRight ? rightKeys.popFirst()?.gathered(found.right) : leftKeys.popFirst()?.gathered(found.left)
    }
    columns += aggregate.calls.map { .integers($0.call.isDistinct ? found.valueCounts : found.counts) }
    return Batch(rowCount: found.counts.count, columns: columns)
  }

  /// Without keys there is one row, also for no pairs.
  private func total(of counting: inout Counting) throws(QueryError) -> Batch? {
    guard !counting.hasRows else { return nil }
    counting.hasRows = true
    var total: Int64 = 0
    while counting.next < counting.tasks.count {
      total = try more(of: &counting).reduce(total) { $0 + $1.counts.reduce(0, +) }
    }
    guard total > 0 || aggregate.yieldsEmptyGroup else { return nil }
    return Batch(rowCount: 1, columns: aggregate.calls.map { _ in .integers([total]) })
  }
}

/// How the ranks of pairs are compared: the right one is greater, or is not; or so of their complements.
private struct RankComparison {
  let isMirrored: Bool
  let wantsGreater: Bool

  /// - Parameter op: one of order.
  init(_ op: Expression.ComparisonOperator) {
    isMirrored = op == .greater || op == .lessOrEqual
    wantsGreater = op == .less || op == .greater
  }
}
