import GraphCore
import QueryLanguage
import Synchronization

/// Which nodes pass tests that depend on the node alone, each found out once, by whichever thread comes to it first; two that
/// come at once find out the same.
final class EndVerdicts: @unchecked Sendable {
  private static let (passes, fails) = (UInt8(1), UInt8(2))
  /// By node; 0 for what is open. An atomic byte is that byte in memory, so that zeroed memory will do, of which the system
  /// hands out what is touched.
  private let verdicts: UnsafeMutableBufferPointer<Atomic<UInt8>>
  private let memory: ZeroedMemory<UInt8>

  init(nodeCapacity: Int) throws(QueryError) {
    memory = try ZeroedMemory(nodeCapacity)
    verdicts = UnsafeMutableBufferPointer(
      start: UnsafeMutableRawPointer(memory.elements.baseAddress)?.assumingMemoryBound(to: Atomic<UInt8>.self),
      count: nodeCapacity)
  }

  /// - Parameter find: those of some nodes that pass, in their order.
  func passing(
    _ nodes: [NodeID], finding find: ([NodeID]) throws(QueryError) -> [NodeID]
  ) throws(QueryError) -> [Bool] {
    let open = nodes.filter { self[$0] == 0 }
    if !open.isEmpty {
      let passing = try find(open)
      var next = 0
      for node in open {
        let isPassing = next < passing.count && passing[next] == node
        if isPassing { next += 1 }
        self[node] = isPassing ? Self.passes : Self.fails
      }
    }
    return nodes.map { self[$0] == Self.passes }
  }

  private subscript(node: NodeID) -> UInt8 {
    get {
      let place = Int(node.rawValue)
      return place < verdicts.count ? verdicts[place].load(ordering: .relaxed) : Self.fails
    }
    set {
      let place = Int(node.rawValue)
      if place < verdicts.count { verdicts[place].store(newValue, ordering: .relaxed) }
    }
  }
}
