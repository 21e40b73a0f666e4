import GraphCore
import QueryLanguage
import QueryPlanner

/// The rows of one part of a `PairPattern` as they come, and the groups they are of as far as this part tells.
struct PairSide {
  /// Their place is that of the node in common.
  var entries: [PairEntry] = []
  var groups: [UInt32] = []
  var keys = GroupKeys()
  /// Where values of groups are counted: these and the group are what `groups` numbers.
  var values: PairValues?
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
  ///   - counted: what is counted once for each group, if anything is.
  /// - Returns: false if it cannot be compared by ranks.
  mutating func add(
    middles: [UInt32], keys columns: [Column], apart elements: [Column], compared: Column?, counted: Column?
  ) -> Bool {
    var apart = elements.compactMap(\.elementNumbers)
    guard apart.count == elements.count else { return false }
    while apart.count < PairPattern.mostApart { apart.append(Array(repeating: nothing, count: middles.count)) }
    let (start, first, second, third) = (entries.count, apart[0], apart[1], apart[2])
    for (row, middle) in middles.enumerated() {
      entries.append(PairEntry(first: first[row], second: second[row], third: third[row], place: middle))
    }
    var numbers = keys.numbers(of: columns, rowCount: middles.count)
    if let counted {
      var known = exchange(&values, with: nil) ?? PairValues()
      numbers = known.numbers(of: counted, in: numbers)
      values = known
    }
    for number in numbers { groups.append(UInt32(truncatingIfNeeded: number)) }
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

/// The different values of each group, numbered one behind the other.
struct PairValues: Sendable {
  private var columns = ColumnKeys()
  private var pairs = WordTable()
  /// Of each value, its group, and whether it counts: null does not.
  private(set) var groups: [UInt32] = []
  private(set) var counts: [Bool] = []

  mutating func numbers(of column: Column, in rowGroups: [Int]) -> [Int] {
    let words = zip(rowGroups, columns.numbers(of: column)).map { UInt64($0) << 32 | UInt64($1) }
    let numbers = pairs.numbers(of: words)
    for (row, number) in numbers.enumerated() where number == groups.count {
      groups.append(UInt32(truncatingIfNeeded: rowGroups[row]))
      counts.append(!column[row].isNull)
    }
    return numbers
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
