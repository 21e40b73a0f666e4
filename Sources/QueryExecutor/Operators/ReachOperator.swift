import Foundation
import GraphCore
import QueryLanguage
import QueryPlanner
import SourceText

/// Each input row with each node that can be reached from one of its nodes, once: a walk of variable length where neither
/// its edges nor the number of its ways matter to anybody.
///
/// A node that some walk reaches is reached by one without repetition of edges, the shortest; so a breadth-first search
/// finds the same nodes as enumerating the walks does, in the time of the edges instead of the walks. Up to 64 rows are
/// searched together, a bit each, so that what they have in common is looked at once (Then et al., "The more the merrier:
/// efficient multi-source graph traversal", 2014). Rows that differ in nothing anybody needs are one search.
final class ReachOperator: Operator {
  let layout: Layout
  private let input: any Operator
  private let expand: LogicalPlan.ExpandVariable
  /// Tests that depend on the end alone: decided once for each node.
  private let endTests: [PlanExpression]
  private let context: ExecutionContext
  private let carried: CarriedColumns
  private var groups: Groups?
  private var search: Search?

  /// Whether a walk can be searched so.
  static func fits(_ expand: LogicalPlan.ExpandVariable, _ needs: Needs) -> Bool {
    guard needs.isSet, !needs.contains(expand.edges), expand.edgePredicate == nil, !expand.isInto else { return false }
    // Along edges in both directions the way back to the start is no walk without repetition.
    return expand.minimum == 0 || expand.minimum == 1 && expand.direction != .both
  }

  init(
    _ input: any Operator, _ expand: LogicalPlan.ExpandVariable, _ endTests: [PlanExpression], _ needs: Needs,
    _ context: ExecutionContext
  ) {
    self.input = input
    self.expand = expand
    self.endTests = endTests
    self.context = context
    carried = CarriedColumns(of: input.layout, needs)
    layout = Layout(carried.variables + [expand.to])
  }

  /// The rows that differ, each with the nodes it starts from.
  private struct Groups {
    let batch: Batch?
    let starts: [[NodeID]]
    var next = 0
  }

  /// Up to 64 groups on their way.
  private struct Search {
    let first: Int
    /// By node, the groups that have come to it, and those that come to it with the next step.
    let seen: ZeroedWords
    let coming: ZeroedWords
    /// The nodes that were new at the last step, and the groups each was new to.
    var frontier: [NodeID] = []
    var bits: [UInt64] = []
    var length = 0
  }

  func next() throws(QueryError) -> Batch? {
    var groups: Groups
    if let known = self.groups { groups = known } else { groups = try group() }
    while true {
      // Only one may hold the arrays that grow.
      var current = exchange(&search, with: nil)
      if current == nil { current = try start(&groups) }
      self.groups = groups
      guard var search = current else { return nil }
      let batch = search.length == 0 && expand.minimum > 0 ? nil : try ends(of: search, groups)
      if search.length < expand.maximum ?? .max { try step(&search) } else { search.frontier = [] }
      if !search.frontier.isEmpty { self.search = search }
      if let batch, batch.rowCount > 0 { return batch }
    }
  }

  private func group() throws(QueryError) -> Groups {
    var table = KeyTable()
    var batches: [Batch] = []
    var starts: [[NodeID]] = []
    while let batch = try input.next() {
      let nodes = Rows(batch, input.layout).column(expand.from).nodeIDs
      let rows = Batch(rowCount: batch.rowCount, columns: carried.of(batch))
      let numbers = table.numbers(of: rows.columns, rowCount: batch.rowCount)
      var new: [Int] = []
      for (row, number) in numbers.enumerated() {
        if number == starts.count {
          starts.append([])
          new.append(row)
        }
        if nodes[row] != .none { starts[number].append(nodes[row]) }
      }
      if !new.isEmpty { batches.append(rows.gathered(new)) }
    }
    return Groups(batch: Batch.joined(batches), starts: starts)
  }

  private func start(_ groups: inout Groups) throws(QueryError) -> Search? {
    guard groups.next < groups.starts.count else { return nil }
    let capacity = context.graph.nodeCapacity
    var search = Search(first: groups.next, seen: try ZeroedWords(capacity), coming: try ZeroedWords(capacity))
    let end = min(groups.next + UInt64.bitWidth, groups.starts.count)
    for group in groups.next..<end {
      for node in groups.starts[group] {
        if search.coming[node] == 0 { search.frontier.append(node) }
        search.coming[node] |= 1 << UInt64(group - search.first)
      }
    }
    groups.next = end
    search.bits = search.frontier.map { node in
      defer { search.coming[node] = 0 }
      return search.coming[node]
    }
    // A start that is no end yet may be one, at the end of a circle.
    if expand.minimum == 0 {
      for (node, bits) in zip(search.frontier, search.bits) { search.seen[node] = bits }
    }
    return search
  }

  private static let mostExpanded = 4_096

  /// From the frontier to the one an edge further.
  private func step(_ search: inout Search) throws(QueryError) {
    let graph = context.graph
    let types = LabelTest.types(expand.types, in: graph)
    var next: [NodeID] = []
    var expansion = Expansion()
    for start in stride(from: 0, to: search.frontier.count, by: Self.mostExpanded) {
      let end = min(start + Self.mostExpanded, search.frontier.count)
      expansion.removeAll()
      graph.expand(Array(search.frontier[start..<end]), expand.direction, types: types, into: &expansion)
      try context.check(rows: expansion.rows.count)
      for (place, node) in expansion.neighbours.enumerated() {
        let new = search.bits[start + expansion.rows[place]] & ~search.seen[node]
        guard new != 0 else { continue }
        let coming = search.coming[node]
        if coming == 0 { next.append(node) }
        search.coming[node] = coming | new
      }
    }
    search.bits = next.map { node in
      let bits = search.coming[node]
      search.coming[node] = 0
      search.seen[node] |= bits
      return bits
    }
    search.frontier = next
    search.length += 1
  }

  /// A row for each group and each node that is new to it.
  private func ends(of search: Search, _ groups: Groups) throws(QueryError) -> Batch? {
    let passes = try passing(search.frontier)
    var rows: [Int] = []
    var ends: [NodeID] = []
    for (place, node) in search.frontier.enumerated() where passes[place] {
      var bits = search.bits[place]
      while bits != 0 {
        rows.append(search.first + bits.trailingZeroBitCount)
        ends.append(node)
        bits &= bits - 1
      }
    }
    try context.check(rows: rows.count)
    let columns = groups.batch?.gathered(rows).columns ?? []
    return Batch(rowCount: rows.count, columns: columns + [.nodes(ends)])
  }

  // MARK: Tests of the end alone

  private enum Verdict: UInt64 { case open, passes, fails }
  private var verdicts: ZeroedWords?

  private func passing(_ nodes: [NodeID]) throws(QueryError) -> [Bool] {
    guard !endTests.isEmpty else { return Array(repeating: true, count: nodes.count) }
    let verdicts: ZeroedWords
    if let known = self.verdicts { verdicts = known } else { verdicts = try ZeroedWords(context.graph.nodeCapacity) }
    self.verdicts = verdicts
    let open = nodes.filter { verdicts[$0] == Verdict.open.rawValue }
    if !open.isEmpty {
      var rows = Rows(Batch(rowCount: open.count, columns: [.nodes(open)]), Layout([expand.to]))
      for node in open { verdicts[node] = Verdict.fails.rawValue }
      for test in endTests where rows.count > 0 {
        let mask = try Evaluator(context).mask(test, on: rows)
        rows = rows.gathered(mask.indices.filter { mask[$0] })
      }
      for node in rows.column(expand.to).nodeIDs { verdicts[node] = Verdict.passes.rawValue }
    }
    return nodes.map { verdicts[$0] == Verdict.passes.rawValue }
  }
}

/// A word for each node of a graph, zero at first; the system hands out their pages as they are touched.
private final class ZeroedWords {
  private let words: UnsafeMutableBufferPointer<UInt64>

  init(_ count: Int) throws(QueryError) {
    guard let memory = calloc(max(1, count), MemoryLayout<UInt64>.stride) else {
      throw QueryError(
        .memoryLimit, .resourceError, .runtime, message: "there is no memory left for a search among \(count) nodes",
        range: SourceRange(0, 0))
    }
    words = UnsafeMutableBufferPointer(start: memory.assumingMemoryBound(to: UInt64.self), count: count)
  }

  deinit { free(words.baseAddress) }

  // Checked: a node of another graph must not reach beyond.
  @inline(__always)
  subscript(node: NodeID) -> UInt64 {
    get {
      let index = Int(node.rawValue)
      return index < words.count ? words[index] : 0
    }
    set {
      let index = Int(node.rawValue)
      if index < words.count { words[index] = newValue }
    }
  }
}
