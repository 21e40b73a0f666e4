import GraphCore
import QueryLanguage
import QueryPlanner

/// Each input row with each walk of a path program from one of its nodes, or with those that a selection keeps.
final class PathSearchOperator: Operator {
  let layout: Layout
  private let input: any Operator
  private let search: LogicalPlan.PathSearch
  private let context: ExecutionContext
  private var cursor = InputCursor()
  private var running: (rows: Rows, walks: PathWalks)?

  init(_ input: any Operator, _ search: LogicalPlan.PathSearch, _ context: ExecutionContext) {
    self.input = input
    self.search = search
    self.context = context
    layout = Layout(
      input.layout.variables + [search.edges] + search.program.exports.map(\.variable)
        + (search.isInto ? [] : [search.to]))
  }

  func next() throws(QueryError) -> Batch? {
    if let selection = search.selection { return try nextSelected(selection) }
    while true {
      // Only one may hold the arrays that grow.
      if running == nil { running = try start() }
      guard var current = exchange(&running, with: nil) else { return nil }
      let found = try current.walks.next(atLeast: Batch.preferredRowCount)
      if !current.walks.isDone { running = current }
      if !found.isEmpty { return batch(of: found, on: current.rows) }
    }
  }

  private func start() throws(QueryError) -> (rows: Rows, walks: PathWalks)? {
    guard let portion = try portion() else { return nil }
    let walks = try PathWalks(
      PathSteps(search.program, on: portion.rows, context, at: search.range), search.mode,
      repeatsEdges: search.repeatsEdges, rows: portion.live, starts: portion.live.map { portion.starts[$0] },
      targets: portion.targets.map { ends in portion.live.map { ends[$0] } })
    return (portion.rows, walks)
  }

  private func nextSelected(_ selection: LogicalPlan.PathSearch.Selection) throws(QueryError) -> Batch? {
    while let portion = try portion() {
      let steps = PathSteps(search.program, on: portion.rows, context, at: search.range)
      let selector = try PathSelector(
        steps, search.mode, repeatsEdges: search.repeatsEdges, selection
      ) { [search] walks in
        let batch = Self.batch(of: walks, on: portion.rows, search)
        return Rows(batch.batch, batch.layout)
      }
      var found: [FoundWalk] = []
      for row in portion.live {
        if let targets = portion.targets {
          found += try selector.walks(row: row, from: portion.starts[row], to: targets[row])
        } else {
          found += try selector.walks(row: row, from: portion.starts[row])
        }
      }
      cursor.adapt(to: found.count)
      if !found.isEmpty { return batch(of: found, on: portion.rows) }
    }
    return nil
  }

  private struct Portion {
    let rows: Rows
    let starts: [NodeID]
    let targets: [NodeID]?
    /// Rows whose nodes are no nulls.
    let live: [Int]
  }

  private func portion() throws(QueryError) -> Portion? {
    guard let batch = try cursor.next(from: input) else { return nil }
    let rows = Rows(batch, input.layout)
    let starts = rows.column(search.from).nodeIDs
    let targets = search.isInto ? rows.column(search.to).nodeIDs : nil
    let live = starts.indices.filter { starts[$0] != .none && targets?[$0] != NodeID.none }
    return Portion(rows: rows, starts: starts, targets: targets, live: live)
  }

  private func batch(of walks: [FoundWalk], on rows: Rows) -> Batch { Self.batch(of: walks, on: rows, search).batch }

  /// The rows with their walks as columns: all edges, the exports, and the end unless the row has it.
  private static func batch(
    of walks: [FoundWalk], on rows: Rows, _ search: LogicalPlan.PathSearch
  ) -> (batch: Batch, layout: Layout) {
    let binding = WalkBinding(search.program, isReversed: search.isReversed)
    var result = rows.gathered(walks.map(\.row))
    result.append(search.edges, .values(walks.map(binding.edges)))
    for export in search.program.exports {
      result.append(export.variable, .values(walks.map { binding.value(of: export, in: $0) }))
    }
    if !search.isInto { result.append(search.to, .nodes(walks.compactMap(\.nodes.last))) }
    return (result.batch, result.layout)
  }
}
