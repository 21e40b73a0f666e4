import GraphCore
import QueryLanguage
import QueryPlanner

/// The rows of one part of a `PairPattern` as they come, and the groups they are of as far as this part tells.
struct PairSide {
  /// Their place is that of the node in common.
  var entries: [PairEntry] = []
  var groups: [UInt32] = []
  var keys = GroupKeys()
  private var rankKind: ColumnRanks.Kind?
  /// What stands where nothing must differ: another number in each part.
  private let nothing: UInt32
  private let isMirrored: Bool

  /// - Parameter isMirrored: whether the greatest rank is to be the least.
  init(nothing: UInt32, isMirrored: Bool) {
    self.nothing = nothing
    self.isMirrored = isMirrored
  }

  /// - Parameters:
  ///   - elements: those that must differ from the other part's.
  ///   - compared: what is compared, if anything is.
  /// - Returns: false if it cannot be compared by ranks.
  mutating func add(middles: [UInt32], keys columns: [Column], apart elements: [Column], compared: Column?) -> Bool {
    let apart = elements.compactMap(\.elementNumbers)
    guard apart.count == elements.count else { return false }
    let start = entries.count
    for (row, middle) in middles.enumerated() {
      let first = apart.isEmpty ? nothing : apart[0][row]
      entries.append(
        PairEntry(first: first, second: apart.count < 2 ? nothing : apart[1][row], place: middle))
    }
    for number in keys.numbers(of: columns, rowCount: middles.count) {
      groups.append(UInt32(truncatingIfNeeded: number))
    }
    guard let compared, !middles.isEmpty else { return true }
    // NaN is neither less nor more than a number.
    if case .floats(let numbers) = compared, numbers.contains(where: \.isNaN) { return false }
    guard let found = ColumnRanks(compared), rankKind ?? found.kind == found.kind else { return false }
    rankKind = found.kind
    for (row, rank) in found.ranks.enumerated() { entries[start + row].rank = isMirrored ? ~rank : rank }
    return true
  }

  /// Whether its values can be compared with those of another part.
  func compares(with other: PairSide) -> Bool {
    rankKind == nil || other.rankKind == nil || rankKind == other.rankKind
  }

  /// The rows by their groups, in the order that they came in, and where those of each group begin.
  var byGroup: (entries: [PairEntry], offsets: [Int]) {
    var offsets = [Int](repeating: 0, count: keys.count + 1)
    for group in groups { offsets[Int(group) + 1] += 1 }
    for group in 0..<keys.count { offsets[group + 1] += offsets[group] }
    var next = offsets
    var sorted = entries
    for (row, group) in groups.enumerated() {
      sorted[next[Int(group)]] = entries[row]
      next[Int(group)] += 1
    }
    return (sorted, offsets)
  }

  /// The rows by the node in common, of which there are so many, and of each in the order of their ranks; their place is
  /// that of the group. nil if they do not come in this order.
  func byMiddle(_ count: Int) -> (entries: [PairEntry], offsets: [Int])? {
    var offsets = [Int](repeating: 0, count: count + 1)
    var sorted = entries
    var last: UInt32 = 0
    for (row, entry) in entries.enumerated() {
      if entry.place < last { return nil }
      last = entry.place
      offsets[Int(entry.place) + 1] += 1
      sorted[row].place = groups[row]
    }
    for middle in 0..<count {
      offsets[middle + 1] += offsets[middle]
      if rankKind != nil { sorted[offsets[middle]..<offsets[middle + 1]].sort { $0.rank < $1.rank } }
    }
    return (sorted, offsets)
  }
}

extension Column {
  /// The numbers of nodes or edges; nil for others.
  fileprivate var elementNumbers: [UInt32]? {
    switch self {
    case .nodes(let nodes): nodes.map(\.rawValue)
    case .edges(let edges): edges.map(\.rawValue)
    default: nil
    }
  }
}
