/// Compressed adjacency (CSR) of one edge type in one direction: for each node its neighbours, ascending, and the edges
/// that lead to them.
///
/// Outgoing edges stand in the order of the type's table, so that the slot is the row; incoming ones name their rows.
///
/// A class, so that handing it on counts one reference and not one for each of its arrays.
public final class Adjacency: Sendable {
  /// The first node with a slice of its own, and for each from there on where its slice begins, and one entry more: the
  /// neighbours of node `n` stand at `offsets[n - first] ..< offsets[n - first + 1]`.
  @usableFromInline package let first: UInt32
  @usableFromInline package let offsets: [UInt32]
  @usableFromInline package let neighbours: [UInt32]
  /// The row of each slot in the type's table; nil where it is the slot.
  @usableFromInline package let rows: [UInt32]?

  package init(first: UInt32, offsets: [UInt32], neighbours: [UInt32], rows: [UInt32]?) {
    self.first = first
    self.offsets = offsets
    self.neighbours = neighbours
    self.rows = rows
  }

  static let empty = Adjacency(first: 0, offsets: [0], neighbours: [], rows: nil)

  /// Positions in `neighbours`.
  @inlinable
  package func slots(of node: UInt32) -> Range<Int> {
    guard node >= first else { return 0..<0 }
    let place = Int(node - first)
    guard place + 1 < offsets.count else { return 0..<0 }
    return Int(offsets[place])..<Int(offsets[place + 1])
  }

  /// Where in these slots of one node the neighbours from `neighbour` on begin.
  package func firstSlot(in slots: Range<Int>, notBelow neighbour: UInt32) -> Int {
    neighbours.withUnsafeBufferPointer { firstPlace(in: slots, of: $0, notBelow: neighbour) }
  }

  @inlinable
  package func row(_ slot: Int) -> UInt32 { rows.map { $0[slot] } ?? UInt32(truncatingIfNeeded: slot) }
}

/// Where in a part of ascending numbers those from `number` on begin. O(log of the part).
package func firstPlace(in part: Range<Int>, of numbers: UnsafeBufferPointer<UInt32>, notBelow number: UInt32) -> Int {
  var (low, high) = (part.lowerBound, part.upperBound)
  while low < high {
    let middle = (low + high) / 2
    if numbers[middle] < number { low = middle + 1 } else { high = middle }
  }
  return low
}

/// The settled edges of one type in one direction: what kernels read where nothing has changed since.
public struct AdjacencySide: Sendable {
  @usableFromInline package let adjacency: Adjacency
  /// The id of the edge in the first row of the type's table.
  @usableFromInline package let firstEdge: UInt32

  @inlinable
  package func edge(_ slot: Int) -> EdgeID { EdgeID(firstEdge + adjacency.row(slot)) }

  /// The slots of a node that lead to one other. O(log degree).
  package func slots(of node: NodeID, endingAt end: NodeID) -> Range<Int> {
    let all = adjacency.slots(of: node.rawValue)
    let first = adjacency.firstSlot(in: all, notBelow: end.rawValue)
    var last = first
    while last < all.upperBound, adjacency.neighbours[last] == end.rawValue { last += 1 }
    return first..<last
  }
}

/// A stable order by keys from a narrow range: counting sort, O(keys + range).
///
/// - Parameter order: an order to start from; that of the keys if nil.
/// - Returns: where each key's slice begins, from the least key on, and one entry more; and the positions in order.
func countingOrder(_ keys: [UInt32], after order: [UInt32]? = nil) -> (
  first: UInt32, offsets: [UInt32], order: [UInt32]
) {
  guard let least = keys.min(), let greatest = keys.max() else { return (0, [0], []) }
  var offsets = [UInt32](repeating: 0, count: Int(greatest - least) + 2)
  for key in keys { offsets[Int(key - least) + 1] += 1 }
  for place in 1..<offsets.count { offsets[place] += offsets[place - 1] }
  var next = offsets
  var sorted = [UInt32](repeating: 0, count: keys.count)
  func put(_ position: UInt32) {
    let place = Int(keys[Int(position)] - least)
    sorted[Int(next[place])] = position
    next[place] += 1
  }
  if let order { order.forEach(put) } else { (0..<UInt32(keys.count)).forEach(put) }
  return (least, offsets, sorted)
}
