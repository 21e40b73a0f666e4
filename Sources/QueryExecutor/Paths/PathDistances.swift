import GraphCore
import QueryLanguage
import QueryPlanner

/// How many hops a walk needs at least from a node to a target, by breadth-first search from the target: a lower bound,
/// since counts, gates and what a mode forbids are left out of account.
///
/// The search goes no further than it is asked to.
final class PathDistances {
  private let steps: PathSteps
  private let row: Int
  private let target: NodeID
  /// By place: the hops from a node that stands before the hop there.
  private var known: [PathPlace: [NodeID: Int]] = [:]
  private var frontier: [(place: PathPlace, nodes: [NodeID])] = []
  private var depth = 0
  private var isExhausted = false

  init(_ steps: PathSteps, row: Int, target: NodeID) throws(QueryError) {
    self.steps = steps
    self.row = row
    self.target = target
    try arrive(from: steps.lastPlaces.map { ($0, [target]) })
  }

  /// nil if the target cannot be reached.
  func fewestHops(from node: NodeID, at place: PathPlace) -> Int? {
    known[place]?[node] ?? (isExhausted ? nil : depth + 1)
  }

  /// The hops from a start, searching as far as needed; nil if the target cannot be reached.
  func fewestHops(fromStart node: NodeID) throws(QueryError) -> Int? {
    let first = steps.firstPlaces
    while true {
      let found = first.compactMap { known[$0]?[node] }.min()
      if found != nil || isExhausted { return found }
      try deepen()
    }
  }

  func search(asFarAs length: Int) throws(QueryError) {
    while depth < length, !isExhausted { try deepen() }
  }

  /// What a walk needs to come to the target if it passes nothing that its mode forbids.
  enum Remainder {
    case hops(Int)
    /// More than was asked for: at least this many.
    case atLeast(Int)
    case none
  }

  /// The hops from a node on that avoid what a walk has passed already, by best-first search with the distances as
  /// estimates (A*; Hart, Nilsson and Raphael, 1968). Still a lower bound, for counts and gates are left out.
  ///
  /// - Parameters:
  ///   - barred: whether a hop over this edge to this node is forbidden.
  ///   - longest: walks that need more hops are not looked for.
  func remainder(
    from node: NodeID, at place: PathPlace, atMost longest: Int, barred: (EdgeID, NodeID) -> Bool
  ) throws(QueryError) -> Remainder {
    var fewest: [PathPlace: [NodeID: Int]] = [:]
    var leftOut: Int?
    // By estimated length of the whole, in each the hops walked so far.
    var open: [[(place: PathPlace, node: NodeID, hops: Int)]] = Array(repeating: [], count: longest + 1)
    func add(_ place: PathPlace, _ node: NodeID, _ hops: Int) {
      guard hops < fewest[place]?[node] ?? .max, let rest = fewestHops(from: node, at: place) else { return }
      fewest[place, default: [:]][node] = hops
      let estimate = hops + rest
      if estimate <= longest {
        open[estimate].append((place, node, hops))
      } else {
        leftOut = min(leftOut ?? .max, estimate)
      }
    }
    add(place, node, 0)
    var estimate = 0
    while estimate <= longest {
      guard !open[estimate].isEmpty else {
        estimate += 1
        continue
      }
      // Those that were reached in fewer hops since are done.
      let states = open[estimate].filter { $0.hops == fewest[$0.place]?[$0.node] }
      open[estimate] = []
      for group in Dictionary(grouping: states, by: \.place).sorted(by: { $0.key < $1.key }) {
        let (next, mayEnd) = steps.places(after: group.key)
        let nodes = group.value.map(\.node)
        let expansion = try steps.expand(group.key, nodes, rows: Array(repeating: row, count: nodes.count))
        for index in expansion.rows.indices {
          let reached = expansion.neighbours[index]
          let hops = group.value[expansion.rows[index]].hops + 1
          guard !barred(expansion.edges[index], reached) else { continue }
          // No estimate is too large, so nothing shorter is left.
          if mayEnd, reached == target { return .hops(hops) }
          for following in next { add(following, reached, hops) }
        }
      }
    }
    return leftOut.map { .atLeast($0) } ?? .none
  }

  private func deepen() throws(QueryError) {
    let reached = frontier
    try arrive(from: reached.flatMap { state in (steps.predecessors[state.place] ?? []).map { ($0, state.nodes) } })
  }

  /// One level: the nodes from which these hops lead to these nodes.
  private func arrive(from hops: [(place: PathPlace, nodes: [NodeID])]) throws(QueryError) {
    depth += 1
    frontier = []
    for (place, nodes) in hops {
      let expansion = try steps.expandBackwards(place, nodes, rows: Array(repeating: row, count: nodes.count))
      var new: [NodeID] = []
      for node in expansion.neighbours where known[place, default: [:]].updateIfMissing(node, depth) {
        new.append(node)
      }
      if !new.isEmpty { frontier.append((place, new)) }
    }
    guard !frontier.isEmpty else {
      isExhausted = true
      return
    }
    try steps.context.check(pathLength: depth, at: steps.range)
  }
}

extension Dictionary {
  /// Whether there was no value.
  fileprivate mutating func updateIfMissing(_ key: Key, _ value: Value) -> Bool {
    guard self[key] == nil else { return false }
    self[key] = value
    return true
  }
}
