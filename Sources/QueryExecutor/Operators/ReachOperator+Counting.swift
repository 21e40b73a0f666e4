import GraphCore
import QueryLanguage
import QueryPlanner

/// Ends that are only counted: no rows are made of them, and blocks of starts share nothing but the tests of the ends.
extension ReachOperator {
  /// The variables of the rows that ends are found for: see `groupRows`.
  var groupLayout: Layout { Layout(carried.variables) }

  /// The rows that ends are found for, without the ends. To be asked for before all else.
  func groupRows() throws(QueryError) -> Batch {
    let groups = try group()
    self.groups = groups
    return groups.batch ?? Batch(rowCount: groups.starts.count, columns: [])
  }

  /// How many ends each of `groupRows` has: what `next` would yield, counted. Blocks of 64 are searched on several threads
  /// (280 events with their reports: 8.1 ms, 6.2 on two threads).
  func countEnds() throws(QueryError) -> [Int] {
    guard let starts = groups?.starts else { return [] }
    groups?.next = starts.count
    let blocks = stride(from: 0, to: starts.count, by: UInt64.bitWidth).map {
      $0..<min($0 + UInt64.bitWidth, starts.count)
    }
    var workers = [CountingReach(try self.worker(self.context))]
    if context.transaction == nil, context.profiler == nil {
      while workers.count < min(context.limits.threads, blocks.count) {
        workers.append(CountingReach(try worker(ExecutionContext(context, scanning: nil))))
      }
    }
    return try shareOut(blocks.count, among: workers) { (worker, number) throws(QueryError) in
      try worker.countEnds(of: Array(starts[blocks[number]]))
    }.flatMap { $0 }
  }

  /// Another that searches the same, without rows of its own.
  private func worker(_ context: ExecutionContext) throws(QueryError) -> ReachOperator {
    let worker = ReachOperator(UnitOperator(), expand, endTests, Needs(variables: [expand.to], isSet: true), context)
    if !endTests.isEmpty { worker.verdicts = try sharedVerdicts() }
    return worker
  }
}

/// Counts ends, block by block.
private final class CountingReach {
  private let reach: ReachOperator
  private let sides: [AdjacencySide]?
  private var sweep: ReachSweep?

  init(_ reach: ReachOperator) {
    self.reach = reach
    let graph = reach.context.graph
    sides = graph.sides(reach.expand.direction, types: LabelTest.types(reach.expand.types, in: graph))
  }

  /// - Parameter starts: of up to 64 groups.
  func countEnds(of starts: [[NodeID]]) throws(QueryError) -> [Int] {
    var counts = [Int](repeating: 0, count: starts.count)
    if reach.expand.maximum == nil, starts.count > 1, let sides {
      try countBySweeps(starts, sides, &counts)
    } else {
      try countByLevels(starts, &counts)
    }
    return counts
  }

  private func countBySweeps(
    _ starts: [[NodeID]], _ sides: [AdjacencySide], _ counts: inout [Int]
  ) throws(QueryError) {
    let context = reach.context
    var sweep: ReachSweep
    if let known = self.sweep {
      sweep = known
    } else {
      sweep = try ReachSweep(sides, nodeCapacity: context.graph.nodeCapacity)
    }
    for (group, nodes) in starts.enumerated() {
      for node in nodes { sweep.start(at: node, group: group, isEnd: reach.expand.minimum == 0) }
    }
    try sweep.run { (passed) throws(QueryError) in try context.check(rows: passed / ReachOperator.edgesPerRow + 1) }
    try sweep.take { (nodes, groups) throws(QueryError) in try add(nodes, groups, &counts) }
    self.sweep = sweep
  }

  private func countByLevels(_ starts: [[NodeID]], _ counts: inout [Int]) throws(QueryError) {
    let expand = reach.expand
    var groups = WalkGroups(batch: nil, starts: starts)
    while var search = try reach.start(&groups) {
      while !search.frontier.isEmpty {
        if search.length > 0 || expand.minimum == 0 { try add(search.frontier, search.bits, &counts) }
        if search.length + 1 == expand.maximum, try countLast(search, &counts) {
          search.frontier = []
        } else if search.length < expand.maximum ?? .max {
          try reach.step(&search)
        } else {
          search.frontier = []
        }
      }
      reach.finish(search)
    }
  }

  /// The last step of a single group, whose ends nobody tests, makes no list of them (a count of what 250,000 edges lead to:
  /// a fifth of the time). False where it is to be a step as any other.
  private func countLast(_ search: ReachOperator.Search, _ counts: inout [Int]) throws(QueryError) -> Bool {
    guard counts.count == 1, reach.endTests.isEmpty, let only = search.only, let sides,
      let count = try reach.broadCount(from: search.frontier, sides, seen: only)
    else { return false }
    counts[0] += count
    return true
  }

  /// Adds the nodes to the groups that have come to them.
  private func add(_ nodes: [NodeID], _ groups: [UInt64], _ counts: inout [Int]) throws(QueryError) {
    if counts.count == 1, reach.endTests.isEmpty {
      counts[0] += nodes.count
      return
    }
    let passes = try reach.passing(nodes)
    for (place, bits) in groups.enumerated() where passes[place] {
      var bits = bits
      while bits != 0 {
        counts[bits.trailingZeroBitCount] += 1
        bits &= bits - 1
      }
    }
  }
}
