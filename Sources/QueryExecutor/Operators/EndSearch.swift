import GraphCore
import QueryLanguage

/// Whether nodes lead to one that passes a test, remembering what was found out on the way.
struct EndSearch {
  private enum State: UInt8 {
    case unknown
    /// It, or a node that it leads to, passes.
    case leads
    case leadsNowhere
    /// Walked by the search that is on.
    case walked
  }

  private let sides: [AdjacencySide]
  private let states: ZeroedMemory<UInt8>
  /// Edges passed since they were last asked for.
  private var passed = 0

  /// - Parameter states: zero.
  init(sides: [AdjacencySide], states: ZeroedMemory<UInt8>) {
    self.sides = sides
    self.states = states
  }

  mutating func takePassed() -> Int {
    defer { passed = 0 }
    return passed
  }

  /// - Parameter passes: which nodes pass.
  mutating func leadsToEnd(
    _ start: NodeID, includingStart: Bool, _ passes: ([NodeID]) throws(QueryError) -> [Bool]
  ) throws(QueryError) -> Bool {
    if includingStart {
      switch states[start] {
      case State.leads.rawValue: return true
      case State.leadsNowhere.rawValue: return false
      default: break
      }
      if try passes([start])[0] {
        states[start] = State.leads.rawValue
        return true
      }
    }
    var walked: [NodeID] = [start]
    states[start] = State.walked.rawValue
    var path: [(node: NodeID, ahead: [NodeID])] = []
    var isFound = false
    var next: NodeID? = start
    while !isFound {
      if let node = next {
        let ahead = ahead(of: node)
        path.append((node, ahead))
        isFound = try passes(ahead).contains(true)
        next = nil
        continue
      }
      guard let node = path.last?.ahead.last else {
        if path.popLast() == nil { break }
        continue
      }
      path[path.count - 1].ahead.removeLast()
      switch states[node] {
      case State.leads.rawValue: isFound = true
      case State.unknown.rawValue:
        states[node] = State.walked.rawValue
        walked.append(node)
        next = node
      default: break
      }
    }
    // What was walked and left again may lead to an end by way of a node on the path: that is not known.
    let rest = isFound ? State.unknown : State.leadsNowhere
    for node in walked { states[node] = rest.rawValue }
    if isFound { for (node, _) in path { states[node] = State.leads.rawValue } }
    // That the start leads nowhere says nothing of the start itself where it was not asked.
    if !includingStart { states[start] = State.unknown.rawValue }
    return isFound
  }

  private mutating func ahead(of node: NodeID) -> [NodeID] {
    var nodes: [NodeID] = []
    for side in sides {
      nodes += side.adjacency.neighbours[side.adjacency.slots(of: node.rawValue)].lazy.map { NodeID($0) }
    }
    passed += nodes.count
    return nodes
  }
}
