import GraphCore
import QueryLanguage
import QueryPlanner

/// One walk that fits a program.
struct FoundWalk {
  /// Row of the input.
  var row: Int
  /// In the order of the search; one more node than edges.
  var nodes: [NodeID]
  var edges: [EdgeID]
  /// The hop that each edge was walked by.
  var places: [PathPlace]

  func passes(_ mode: PathMode, repeatsEdges: Bool) -> Bool {
    switch mode {
    case .walk: true
    case .trail: Set(edges).count == edges.count
    case .acyclic: Set(nodes).count == nodes.count
    case .simple:
      Set(nodes.dropLast()).count == edges.count && (Set(nodes).count == nodes.count || nodes.first == nodes.last)
        && (repeatsEdges || Set(edges).count == edges.count)
    }
  }
}

/// All walks of a program from the nodes of some input rows, in no particular order of lengths.
///
/// Walks are lengthened by one edge many at a time, the youngest first: what is held at once grows with the length of
/// the walks, not with their number.
struct PathWalks {
  /// What cuts the search short: walks that are no longer than this once they have come to the target.
  struct Bound {
    let longest: Int
    let distances: PathDistances
    /// Whether each walk is made sure to have a way on that its mode allows, which costs a search of its own.
    let looksAhead: Bool
  }

  private let steps: PathSteps
  private let mode: PathMode
  private let repeatsEdges: Bool
  /// Where the walk of each row has to end; nil for anywhere.
  private let targets: [NodeID]?
  private var starts: [NodeID] = []
  private var bound: Bound?
  private var open: [(level: WalkLevel, waiting: PathSteps.Waiting)] = []
  private var portion = 64
  private var complete: [(level: WalkLevel, position: Int)] = []
  /// The least length that a walk left out by the bound could have; nil if none was.
  private(set) var leftOut: Int?
  /// How many walks were lengthened.
  private(set) var walksSeen = 0

  /// - Parameter rows: the input rows to search for, of those that the steps know; `starts` and `targets` go with them.
  init(
    _ steps: PathSteps, _ mode: PathMode, repeatsEdges: Bool, rows: [Int], starts: [NodeID], targets: [NodeID]?,
    bound: Bound? = nil
  ) throws(QueryError) {
    self.steps = steps
    self.mode = mode
    self.repeatsEdges = repeatsEdges
    self.bound = bound
    // Both are asked for by row.
    self.starts = Array(repeating: .none, count: steps.rows.count)
    for (row, start) in zip(rows, starts) { self.starts[row] = start }
    self.targets = targets.map { targets in
      var byRow = Array(repeating: NodeID.none, count: steps.rows.count)
      for (row, target) in zip(rows, targets) { byRow[row] = target }
      return byRow
    }
    let level = WalkLevel(rows: rows, ends: starts)
    guard !rows.isEmpty else { return }
    try take(try steps.entry(ends: starts, rows: rows), at: level)
  }

  var isDone: Bool { open.isEmpty && complete.isEmpty }

  /// Searches on until this many walks are found, or there are no more, or so many have been lengthened.
  mutating func next(atLeast count: Int, lengthening most: Int = .max) throws(QueryError) -> [FoundWalk] {
    while complete.count < count, !open.isEmpty, walksSeen < most { try lengthen() }
    let found = complete.map { $0.level.walk(upTo: $0.position) }
    complete = []
    return found
  }

  private mutating func take(
    _ continuations: PathSteps.Continuations, at level: WalkLevel
  ) throws(QueryError) {
    for position in continuations.complete {
      if let targets, targets[level.rows[position]] != level.ends[position] { continue }
      complete.append((level, position))
    }
    // The last is lengthened first; backwards, so that the first hop of the program is the last to be left.
    for waiting in continuations.waiting.reversed() {
      let waiting = try bounded(waiting, at: level)
      if !waiting.positions.isEmpty { open.append((level, waiting)) }
    }
  }

  /// Without the walks that cannot come to their target in time.
  private mutating func bounded(
    _ waiting: PathSteps.Waiting, at level: WalkLevel
  ) throws(QueryError) -> PathSteps.Waiting {
    guard let bound else { return waiting }
    var kept = PathSteps.Waiting(place: waiting.place, positions: [], counts: [])
    for (position, count) in zip(waiting.positions, waiting.counts) {
      guard let distance = bound.distances.fewestHops(from: level.ends[position], at: waiting.place) else { continue }
      var length = level.length + max(distance, steps.fewestHops(from: waiting.place, count: count))
      if length <= bound.longest, bound.looksAhead {
        switch try remainder(waiting.place, at: level, position, atMost: bound.longest - level.length, bound) {
        case .none: continue
        case .hops(let hops), .atLeast(let hops): length = max(length, level.length + hops)
        }
      }
      if length <= bound.longest {
        kept.positions.append(position)
        kept.counts.append(count)
      } else {
        leftOut = min(leftOut ?? .max, length)
      }
    }
    return kept
  }

  private func remainder(
    _ place: PathPlace, at level: WalkLevel, _ position: Int, atMost longest: Int, _ bound: Bound
  ) throws(QueryError) -> PathDistances.Remainder {
    let walk = level.walk(upTo: position)
    let edges = mode == .simple && repeatsEdges ? [] : Set(walk.edges)
    // Where a simple walk may close, it may do so at its target only.
    let nodes = mode == .acyclic || mode == .simple ? Set(walk.nodes) : []
    let closing = mode == .simple ? targets?[level.rows[position]] : nil
    return try bound.distances.remainder(from: level.ends[position], at: place, atMost: longest) { edge, node in
      switch mode {
      case .walk: false
      case .trail: edges.contains(edge)
      case .acyclic: nodes.contains(node)
      case .simple: edges.contains(edge) || (nodes.contains(node) && node != closing)
      }
    }
  }

  private mutating func lengthen() throws(QueryError) {
    guard let (level, waiting) = open.popLast() else { return }
    let end = min(portion, waiting.positions.count)
    if end < waiting.positions.count {
      let rest = PathSteps.Waiting(
        place: waiting.place, positions: Array(waiting.positions[end...]), counts: Array(waiting.counts[end...]))
      open.append((level, rest))
    }
    let positions = Array(waiting.positions[..<end])
    let expansion = try steps.expand(
      waiting.place, positions.map { level.ends[$0] }, rows: positions.map { level.rows[$0] })
    InputCursor.adapt(&portion, to: expansion.rows.count)
    let next = WalkLevel(lengthening: level, by: waiting.place)
    var counts: [Int] = []
    for index in expansion.rows.indices {
      let parent = positions[expansion.rows[index]]
      guard mayWalk(expansion.edges[index], to: expansion.neighbours[index], from: parent, of: level) else { continue }
      next.append(expansion.edges[index], to: expansion.neighbours[index], parent: parent)
      counts.append(waiting.counts[expansion.rows[index]])
    }
    guard !next.rows.isEmpty else { return }
    try steps.context.check(pathLength: next.length, at: steps.range)
    walksSeen += next.rows.count
    var passing = Array(next.rows.indices)
    let segment = steps.program.segments[waiting.place.segment]
    if let test = segment.test, waiting.place.hop + 1 == segment.hops.count {
      let mask = try Evaluator(steps.context).mask(test, on: iteration(of: next, segment, test))
      passing = passing.filter { mask[$0] }
    }
    try take(
      try steps.continuations(
        after: waiting.place, passing, counts: passing.map { counts[$0] }, ends: next.ends, rows: next.rows),
      at: next)
  }

  private func mayWalk(_ edge: EdgeID, to node: NodeID, from position: Int, of level: WalkLevel) -> Bool {
    switch mode {
    case .walk: return true
    case .trail: return !level.contains(edge, upTo: position)
    case .acyclic: return !level.contains(node, upTo: position)
    case .simple:
      let start = starts[level.rows[position]]
      // A cycle that is closed goes nowhere.
      if level.length > 0, level.ends[position] == start { return false }
      // Only back over the edge that it came by could an edge come twice.
      if node == start { return repeatsEdges || !level.contains(edge, upTo: position) }
      return !level.contains(node, upTo: position)
    }
  }

  /// The variables of the walks' last time through a segment.
  private func iteration(of level: WalkLevel, _ segment: PathProgram.Segment, _ test: PlanExpression) -> Rows {
    let own = Set(segment.hops.flatMap { [$0.from, $0.edge, $0.to] })
    var rows = steps.rows.restricted(to: test.freeVariables.subtracting(own)).gathered(level.rows)
    var positions = Array(level.rows.indices)
    var current = level
    for hop in segment.hops.reversed() {
      guard let shorter = current.shorter else { break }
      rows.append(hop.to, .nodes(positions.map { current.ends[$0] }))
      rows.append(hop.edge, .edges(positions.map { current.edges[$0] }))
      positions = positions.map { current.parents[$0] }
      rows.append(hop.from, .nodes(positions.map { shorter.ends[$0] }))
      current = shorter
    }
    return rows
  }
}
