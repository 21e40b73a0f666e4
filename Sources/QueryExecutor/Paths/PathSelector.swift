import GraphCore
import QueryLanguage
import QueryPlanner
import SourceText

/// The shortest walks between two nodes: a number of them, or those of a number of lengths.
struct PathSelector {
  private let steps: PathSteps
  private let mode: PathMode
  private let repeatsEdges: Bool
  /// How many walks, or lengths.
  private let count: Int
  private let areGroups: Bool
  private let rowsOf: ([FoundWalk]) -> Rows

  /// - Parameter rowsOf: the rows that walks become, for the condition on whole walks.
  init(
    _ steps: PathSteps, _ mode: PathMode, repeatsEdges: Bool, _ selection: LogicalPlan.PathSearch.Selection,
    rowsOf: @escaping ([FoundWalk]) -> Rows
  ) throws(QueryError) {
    self.steps = steps
    self.mode = mode
    self.repeatsEdges = repeatsEdges
    self.rowsOf = rowsOf
    switch selection {
    case .paths(let number):
      areGroups = false
      count = try Self.count(number, steps.context)
    case .groups(let number):
      areGroups = true
      count = try Self.count(number, steps.context)
    }
  }

  private static func count(_ expression: PlanExpression, _ context: ExecutionContext) throws(QueryError) -> Int {
    let value = try Evaluator(context).evaluate(expression, on: Rows(.unit, Layout([])))[0]
    guard case .integer(let number) = value, number > 0, let count = Int(exactly: number) else {
      throw QueryError(
        .invalidArgumentValue, .argumentError, .runtime,
        message: "the number of paths is an Integer of at least 1, this is \(value)", range: expression.range)
    }
    return count
  }

  /// To one node: lengths are tried in ascending order, each time with walks only that can still come to the target in
  /// time (iterative deepening; Korf, "Depth-first iterative-deepening", 1985). The first length that is tried is that
  /// of the shortest walk there is, so that the usual search is a breadth-first search and a walk back. Where the mode
  /// forbids that walk, dead ends must not be walked in all ways there are: from then on each walk is looked ahead for.
  func walks(row: Int, from start: NodeID, to target: NodeID) throws(QueryError) -> [FoundWalk] {
    var found: [FoundWalk] = []
    var lengths = 0
    let distances = try PathDistances(steps, row: row, target: target)
    // A walk of no edge is found whatever the bound.
    var longest = start == target ? 0 : try distances.fewestHops(fromStart: start)
    var shortest = 0
    var looksAhead = false
    while let length = longest {
      try distances.search(asFarAs: length)
      var walks = try PathWalks(
        steps, mode, repeatsEdges: repeatsEdges, rows: [row], starts: [start], targets: [target],
        bound: .init(longest: length, distances: distances, looksAhead: looksAhead))
      let before = found.count
      let most = looksAhead ? .max : Self.mostUnguided
      while !walks.isDone, walks.walksSeen < most {
        let wanted = areGroups ? Batch.preferredRowCount : count - found.count
        found += try filtered(
          walks.next(atLeast: wanted, lengthening: most).filter { $0.edges.count >= shortest })
        if !areGroups, found.count >= count { return Array(found.prefix(count)) }
      }
      if !walks.isDone {
        found.removeSubrange(before...)
        looksAhead = true
        continue
      }
      if found.count > before { lengths += 1 }
      if areGroups, lengths >= count { return found }
      try steps.context.check(rows: 1)
      looksAhead = mode != .walk
      shortest = length + 1
      longest = walks.leftOut.map { max($0, length + 1) }
    }
    return found
  }

  /// After how many walks of one length their dead ends are looked for.
  private static let mostUnguided = 4096

  /// To all nodes that there are walks to.
  func walks(row: Int, from start: NodeID) throws(QueryError) -> [FoundWalk] {
    let tree = try PathTree(steps, row: row, start: start, keepsAll: areGroups)
    let needsMemory = steps.program.condition != nil || steps.program.segments.contains { $0.test != nil }
    var found: [FoundWalk] = []
    for target in tree.targets {
      let nearest = count == 1 && !needsMemory ? try tree.walks(to: target, mode, repeatsEdges: repeatsEdges) : []
      found += nearest.isEmpty ? try walks(row: row, from: start, to: target) : nearest
    }
    return found
  }

  private func filtered(_ walks: [FoundWalk]) throws(QueryError) -> [FoundWalk] {
    guard let condition = steps.program.condition, !walks.isEmpty else { return walks }
    let mask = try Evaluator(steps.context).mask(condition, on: rowsOf(walks))
    return walks.indices.filter { mask[$0] }.map { walks[$0] }
  }
}
