import GraphCore
import QueryLanguage
import QueryPlanner

/// Each input row with each walk of a bounded or unbounded number of edges, none of them twice (a trail).
///
/// Walks are lengthened by one edge many at a time, the youngest first: what is held at once grows with the length of
/// the walks, not with their number.
final class ExpandVariableOperator: Operator {
  let layout: Layout
  private let input: any Operator
  private let expand: LogicalPlan.ExpandVariable
  private let context: ExecutionContext
  private var cursor = InputCursor()
  private var search: Search?

  init(_ input: any Operator, _ expand: LogicalPlan.ExpandVariable, _ context: ExecutionContext) {
    self.input = input
    self.expand = expand
    self.context = context
    layout = Layout(input.layout.variables + [expand.edges] + (expand.isInto ? [] : [expand.to]))
  }

  /// The walks from some of the input's rows.
  private struct Search {
    let rows: Rows
    let targets: [NodeID]?
    /// Walks still to be lengthened.
    var open: [(level: WalkLevel, positions: Range<Int>)] = []
    var portion = 64
    var found: (rows: [Int], ends: [NodeID], walks: [Value]) = ([], [], [])
  }

  func next() throws(QueryError) -> Batch? {
    while true {
      if search == nil { search = try start() }
      // Only one may hold the arrays that grow.
      guard var search = exchange(&self.search, with: nil) else { return nil }
      while search.found.rows.count < Batch.preferredRowCount, !search.open.isEmpty { try lengthen(&search) }
      let batch = takeFound(&search)
      if !search.open.isEmpty { self.search = search }
      if let batch { return batch }
    }
  }

  private func start() throws(QueryError) -> Search? {
    guard let batch = try cursor.next(from: input) else { return nil }
    let rows = Rows(batch, input.layout)
    let starts = rows.column(expand.from).nodeIDs
    let live = starts.indices.filter { starts[$0] != .none }
    var search = Search(rows: rows, targets: expand.isInto ? rows.column(expand.to).nodeIDs : nil)
    take(WalkLevel(rows: live, ends: live.map { starts[$0] }), into: &search)
    return search
  }

  /// Reports the walks of a level that are long enough, and leaves them to be lengthened if they are short enough.
  private func take(_ level: WalkLevel, into search: inout Search) {
    guard !level.rows.isEmpty else { return }
    if level.length < expand.maximum ?? .max { search.open.append((level, 0..<level.rows.count)) }
    guard level.length >= expand.minimum else { return }
    for position in level.rows.indices {
      if let targets = search.targets, targets[level.rows[position]] != level.ends[position] { continue }
      search.found.rows.append(level.rows[position])
      search.found.ends.append(level.ends[position])
      // Collected from the end; the list goes along the pattern.
      let edges = level.edges(upTo: position)
      search.found.walks.append(.list(expand.isReversed ? edges : edges.reversed()))
    }
  }

  private func lengthen(_ search: inout Search) throws(QueryError) {
    guard let (level, positions) = search.open.popLast() else { return }
    let first = positions.lowerBound
    let end = min(first + search.portion, positions.upperBound)
    if end < positions.upperBound { search.open.append((level, end..<positions.upperBound)) }
    let graph = context.graph
    var expansion = Expansion()
    graph.expand(
      Array(level.ends[first..<end]), expand.direction, types: LabelTest.types(expand.types, in: graph),
      into: &expansion)
    try context.check(rows: expansion.rows.count)
    InputCursor.adapt(&search.portion, to: expansion.rows.count)
    let passes = try edgesPassing(expansion, level, first, search.rows)
    let next = WalkLevel(lengthening: level)
    for position in expansion.rows.indices where passes[position] {
      let parent = first + expansion.rows[position]
      guard !level.contains(expansion.edges[position], upTo: parent) else { continue }
      next.append(expansion.edges[position], to: expansion.neighbours[position], parent: parent)
    }
    if !next.rows.isEmpty { try context.check(pathLength: next.length, at: expand.range) }
    take(next, into: &search)
  }

  private func takeFound(_ search: inout Search) -> Batch? {
    let found = search.found
    search.found = ([], [], [])
    guard !found.rows.isEmpty else { return nil }
    let ends: [Column] = expand.isInto ? [] : [.nodes(found.ends)]
    let repeated = search.rows.batch.gathered(found.rows)
    return Batch(rowCount: found.rows.count, columns: repeated.columns + [.values(found.walks)] + ends)
  }

  private func edgesPassing(
    _ expansion: Expansion, _ level: WalkLevel, _ first: Int, _ rows: Rows
  ) throws(QueryError) -> [Bool] {
    guard let predicate = expand.edgePredicate else { return Array(repeating: true, count: expansion.rows.count) }
    let inner = rows.gathered(expansion.rows.map { level.rows[first + $0] })
      .appending(expand.edge, .edges(expansion.edges))
    return try Evaluator(context).mask(predicate, on: inner)
  }
}
