import GraphCore
import QueryLanguage
import QueryPlanner

/// The shortest walks of a program from one node to every node they lead to, by one breadth-first search over nodes and
/// states of the program. Only for programs whose tests need to know nothing but a hop or a gate: any walk to a state is
/// then as good as another.
///
/// What a mode forbids is not looked at: a shortest walk that passes does prove itself the shortest that passes, but
/// where none does, longer ones have to be searched for in another way.
struct PathTree {
  /// A node that walks have come to by a hop, with how often they have walked its segment.
  private struct State {
    let node: NodeID
    let place: PathPlace
    let count: Int
    let level: Int
    /// The last edge and the state before it; -1 for the start.
    var arrivals: [(edge: EdgeID, parent: Int)]
  }

  private struct Key: Hashable {
    let node: NodeID
    let place: PathPlace
    let count: Int
  }

  private let steps: PathSteps
  private let row: Int
  private let start: NodeID
  /// Whether all shortest walks to a state are kept, or one.
  private let keepsAll: Bool
  private var states: [State] = []
  private var positions: [Key: Int] = [:]
  private var ends: [NodeID: [Int]] = [:]
  /// Nodes that walks may end at, the nearest first.
  private(set) var targets: [NodeID] = []

  init(_ steps: PathSteps, row: Int, start: NodeID, keepsAll: Bool) throws(QueryError) {
    self.steps = steps
    self.row = row
    self.start = start
    self.keepsAll = keepsAll
    try search()
  }

  private mutating func search() throws(QueryError) {
    let first = try steps.entry(ends: [start], rows: [row])
    if !first.complete.isEmpty { reach(start, by: -1) }
    var reached = try walk(first.waiting, from: [start], states: [-1], level: 1)
    var level = 1
    while !reached.isEmpty {
      level += 1
      let nodes = reached.map { states[$0].node }
      let rows = Array(repeating: row, count: nodes.count)
      var waiting: [PathSteps.Waiting] = []
      var byPlace: [PathPlace: [Int]] = [:]
      for (position, state) in reached.enumerated() { byPlace[states[state].place, default: []].append(position) }
      for place in byPlace.keys.sorted() {
        let positions = byPlace[place] ?? []
        let following = try steps.continuations(
          after: place, positions, counts: positions.map { states[reached[$0]].count }, ends: nodes, rows: rows)
        waiting += following.waiting
        for position in following.complete { reach(nodes[position], by: reached[position]) }
      }
      reached = try walk(waiting, from: nodes, states: reached, level: level)
      if !reached.isEmpty { try steps.context.check(pathLength: level, at: steps.range) }
    }
  }

  /// Notes that a walk may end at `node`, if none shorter may.
  private mutating func reach(_ node: NodeID, by state: Int) {
    guard let others = ends[node], let other = others.first else {
      targets.append(node)
      ends[node] = [state]
      return
    }
    if length(of: other) == length(of: state) { ends[node, default: []].append(state) }
  }

  private func length(of state: Int) -> Int { state < 0 ? 0 : states[state].level }

  private mutating func walk(
    _ waiting: [PathSteps.Waiting], from nodes: [NodeID], states parents: [Int], level: Int
  ) throws(QueryError) -> [Int] {
    var reached: [Int] = []
    for group in waiting {
      let sources = group.positions.map { nodes[$0] }
      let expansion = try steps.expand(group.place, sources, rows: Array(repeating: row, count: sources.count))
      let segment = steps.program.segments[group.place.segment]
      for index in expansion.rows.indices {
        let source = expansion.rows[index]
        // Beyond the least count all counts are the same where there is no greatest.
        let count =
          segment.maximum == nil ? min(group.counts[source], segment.minimum) : group.counts[source]
        let key = Key(node: expansion.neighbours[index], place: group.place, count: count)
        let arrival = (edge: expansion.edges[index], parent: parents[group.positions[source]])
        if let known = positions[key] {
          if keepsAll, states[known].level == level { states[known].arrivals.append(arrival) }
          continue
        }
        positions[key] = states.count
        reached.append(states.count)
        states.append(
          State(node: key.node, place: key.place, count: count, level: level, arrivals: [arrival]))
      }
    }
    return reached
  }

  /// The shortest walks to a node that pass the mode: all that were kept, or the first.
  func walks(to target: NodeID, _ mode: PathMode, repeatsEdges: Bool) throws(QueryError) -> [FoundWalk] {
    var found: [FoundWalk] = []
    for state in ends[target] ?? [] {
      // Walks from the target back; depth is their length, so no recursion.
      var open: [(state: Int, walk: FoundWalk)] = [
        (state, FoundWalk(row: row, nodes: [target], edges: [], places: []))
      ]
      while let (state, walk) = open.popLast() {
        guard state >= 0 else {
          // There may be exponentially many.
          try steps.context.check(rows: 1 + walk.edges.count / 2)
          let walk = FoundWalk(
            row: row, nodes: walk.nodes.reversed(), edges: walk.edges.reversed(), places: walk.places.reversed())
          guard walk.passes(mode, repeatsEdges: repeatsEdges) else { continue }
          found.append(walk)
          if !keepsAll { return found }
          continue
        }
        for arrival in states[state].arrivals.reversed() {
          var longer = walk
          longer.edges.append(arrival.edge)
          longer.places.append(states[state].place)
          longer.nodes.append(arrival.parent < 0 ? start : states[arrival.parent].node)
          open.append((arrival.parent, longer))
        }
      }
    }
    return found
  }
}
