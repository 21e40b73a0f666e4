import Dispatch
import GraphCore
import QueryLanguage
import QueryPlanner
import SourceText
import Synchronization

/// The rows below an aggregation, made on several threads: each takes a part of the nodes that the plan begins with, or
/// one of the passes of `AggregatePasses`, and evaluates keys and arguments; the parts are added up in their order.
///
/// What is added, and in which order, is the same with any number of threads, and so is the result, to the last bit of a
/// sum of floats.
final class ParallelAggregation {
  private struct Task: Sendable {
    let calls: [Int]
    let needs: Needs
    /// nil for all.
    let nodes: [NodeID]?
  }

  /// What a task has made.
  struct Part: Sendable {
    struct Rows: Sendable {
      /// The number of each row's group in this part; nil if rows come with their keys.
      let groups: [Int]?
      /// The keys of each row, where the part has not numbered its groups.
      var keys: [Column] = []
      let rowCount: Int
      /// Of each call.
      let arguments: [[Column]]
    }

    let calls: [Int]
    /// Of each group, in the order of first occurrence.
    var keys: [Column] = []
    var keyCount = 0
    var batches: [Rows] = []
    /// Instead of rows, how many different ends each group has.
    var counts: [Int]?
  }

  private let aggregate: LogicalPlan.Aggregate
  private let input: LogicalPlan
  private let tasks: [Task]
  private let context: ExecutionContext

  /// nil where one thread does it as well: for what is not read alone, and for few nodes to begin with.
  init?(_ aggregate: LogicalPlan.Aggregate, above input: LogicalPlan, _ context: ExecutionContext) {
    guard context.limits.threads > 1, context.profiler == nil, context.transaction == nil, context.scannedNodes == nil,
      aggregate.partition == nil, input.isRepeatable,
      aggregate.groups.allSatisfy(\.expression.isDeterministic),
      aggregate.calls.allSatisfy({ $0.call.arguments.allSatisfy(\.isDeterministic) })
    else { return nil }
    self.aggregate = aggregate
    self.input = input
    self.context = context
    let whole = Needs.all.ofInput(of: .aggregate(input, aggregate))
    if let passes = AggregatePasses(aggregate, above: input) {
      tasks = passes.passes.map { Task(calls: $0.calls, needs: $0.needs, nodes: nil) }
    } else if !input.hasReach(whole), let nodes = Self.scanned(input, context) {
      // Every part numbers its own groups: as few parts as still leave no thread idle at the end.
      let share = nodes.count / (context.limits.threads * Self.partsPerThread)
      let step = max(context.limits.nodesPerTask, min(share, Self.mostNodesPerTask))
      tasks = stride(from: 0, to: nodes.count, by: step).map { start in
        Task(
          calls: Array(aggregate.calls.indices), needs: whole,
          nodes: Array(nodes[start..<min(start + step, nodes.count)]))
      }
    } else {
      return nil
    }
    guard tasks.count > 1 else { return nil }
  }

  /// The nodes of the scan that a plan begins with; nil if it begins otherwise.
  private static func scanned(_ plan: LogicalPlan, _ context: ExecutionContext) -> [NodeID]? {
    var plan = plan
    while true {
      if case .filter(.nodeScan(.unit, let node, let labels), let predicate) = plan,
        let found = ScanBounds(of: node, in: predicate)?.nodes(labels, context)
      {
        return found
      }
      if case .nodeScan(.unit, _, let labels) = plan {
        return NodeScanOperator.nodes(of: context.graph, passing: labels)
      }
      guard let below = plan.inputs.first else { return nil }
      plan = below
    }
  }

  private static let partsPerThread = 8
  private static let mostNodesPerTask = 8_192
  /// Parts that are made ahead of those that were asked for: so many for each thread.
  private static let partsAhead = 2

  /// Each part in its order, one at a time, on whichever thread has just made one: the others go on making more.
  ///
  /// - Throws: what the first part that fails does, once no thread works any more.
  func forEachPart(_ body: @escaping (Part) throws(QueryError) -> Void) throws(QueryError) {
    let count = min(context.limits.threads, tasks.count)
    let desk = Desk(count: tasks.count, ahead: count * Self.partsAhead)
    // Contexts are made from it that share nothing but what is safe to share.
    nonisolated(unsafe) let context = context
    // Never called by two at once.
    nonisolated(unsafe) let body = body
    let (aggregate, input, tasks) = (aggregate, input, tasks)
    let grouping = Grouping()
    _ = try shareOut(count, among: Array(repeating: (), count: count)) { (_, _) throws(QueryError) in
      while let number = desk.take() {
        try desk.put(Self.run(tasks[number], aggregate, input, grouping, context), at: number, body)
      }
    }
  }

  /// Whether parts number their groups, so that what adds the parts up looks for each group once a part. Where nearly every
  /// row of a part is a group of its own that would be done twice for nothing.
  private final class Grouping: Sendable {
    private let isOfUse = Atomic(true)
    private static let fewestRows = 1_024

    var isWanted: Bool { isOfUse.load(ordering: .relaxed) }

    func note(rows: Int, groups: Int) {
      if rows >= Self.fewestRows, groups * 2 > rows { isOfUse.store(false, ordering: .relaxed) }
    }
  }

  private static func run(
    _ task: Task, _ aggregate: LogicalPlan.Aggregate, _ input: LogicalPlan, _ grouping: Grouping,
    _ context: ExecutionContext
  ) -> Result<Part, QueryError> {
    let context = ExecutionContext(context, scanning: task.nodes)
    do throws(QueryError) {
      let root = makeOperator(input, context, needs: task.needs)
      var part = Part(calls: task.calls)
      // Of all nodes alone: groups of several tasks could be the same.
      if task.nodes == nil, let counted = try ReachCounts(of: root, for: task.calls, aggregate, context) {
        part.keys = counted.keys
        part.keyCount = counted.counts.count
        part.counts = counted.counts
        return .success(part)
      }
      var keys = GroupKeys()
      let isGrouped = grouping.isWanted
      var rowCount = 0
      let evaluator = Evaluator(context)
      let reads = SharedReads(aggregate)
      while let batch = try root.next() {
        let (aggregate, rows) = try reads.made(Rows(batch, root.layout), evaluator)
        let values = try aggregate.keys(evaluator, rows)
        let groups = isGrouped ? keys.numbers(of: values, rowCount: rows.count) : nil
        try context.check(rows: batch.rowCount)
        var arguments: [[Column]] = []
        for position in task.calls { arguments.append(try aggregate.arguments(position, evaluator, rows)) }
        part.batches.append(
          .init(groups: groups, keys: isGrouped ? [] : values, rowCount: rows.count, arguments: arguments))
        rowCount += rows.count
      }
      if isGrouped { grouping.note(rows: rowCount, groups: keys.count) }
      part.keyCount = keys.count
      part.keys = keys.count > 0 ? keys.columns : aggregate.groups.map { _ in .values([]) }
      return .success(part)
    } catch {
      return .failure(error)
    }
  }
}

/// Where threads take the numbers of tasks and put what they have made.
private final class Desk: Sendable {
  private struct Parts {
    var made: [Int: Result<ParallelAggregation.Part, QueryError>] = [:]
    var next = 0
    /// Whether some thread passes them on.
    var isTaken = false

    mutating func takeNext() -> Result<ParallelAggregation.Part, QueryError>? {
      guard let part = made.removeValue(forKey: next) else {
        isTaken = false
        return nil
      }
      next += 1
      return part
    }
  }

  private let next = Atomic(0)
  private let isClosed = Atomic(false)
  private let count: Int
  private let parts = Mutex(Parts())
  private let room: DispatchSemaphore

  init(count: Int, ahead: Int) {
    self.count = count
    // A semaphore that goes with less than it was made with is taken for one that somebody waits for.
    room = DispatchSemaphore(value: 0)
    for _ in 0..<ahead { room.signal() }
  }

  /// The number of a task; nil once there are no more. Waits while too many are made ahead.
  func take() -> Int? {
    room.wait()
    let number = next.wrappingAdd(1, ordering: .relaxed).oldValue
    guard number < count, !isClosed.load(ordering: .acquiring) else {
      // The next one who waits is to come to the same end.
      room.signal()
      return nil
    }
    return number
  }

  /// Passes on what is next, this part and those that wait for it, unless another thread is at it, which then does so.
  func put(
    _ part: Result<ParallelAggregation.Part, QueryError>, at number: Int,
    _ body: (ParallelAggregation.Part) throws(QueryError) -> Void
  ) throws(QueryError) {
    let isOthers = parts.withLock { parts in
      parts.made[number] = part
      return exchange(&parts.isTaken, with: true)
    }
    if isOthers { return }
    while let part = parts.withLock({ $0.takeNext() }) {
      do throws(QueryError) {
        try body(try part.get())
      } catch {
        // Nobody passes on anything any more.
        isClosed.store(true, ordering: .releasing)
        room.signal()
        throw error
      }
      room.signal()
    }
  }
}
