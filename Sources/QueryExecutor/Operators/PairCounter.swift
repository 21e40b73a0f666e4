import GraphCore
import QueryLanguage

/// A row of one part of a `PairPattern`, as far as pairs are decided by it.
struct PairEntry: Sendable {
  /// In the order of what is compared.
  var rank: UInt64 = 0
  /// Elements that must differ from those of the other row.
  var first: UInt32
  var second: UInt32
  var third: UInt32
  /// In the left part the number of the node in common, in the right that of its group.
  var place: UInt32
}

/// Counts the pairs of rows of two parts that have a node in common, by the groups of both.
///
/// The rows of the left part stand by their groups: all pairs of a group come one behind the other, so that the counts of
/// the groups that the right part tells apart are one array that a cache holds. A table of 1.3 million pairs of actors took
/// nine times as long, nearly all of it for memory.
struct PairCounter: Sendable {
  /// By group.
  let left: [PairEntry]
  /// By the node in common, and of each in the order of their ranks.
  let right: [PairEntry]
  /// Where the rows of each begin, and one entry more.
  let leftOffsets: [Int]
  let rightOffsets: [Int]
  let rightGroupCount: Int
  /// Where the groups of the right part are values of groups.
  let values: PairValues?
  /// Whether those with a greater rank make a pair with a row of the left, or the others.
  let wantsGreater: Bool

  /// Groups that have pairs.
  struct Found: Sendable {
    var left: [Int] = []
    var right: [Int] = []
    var counts: [Int64] = []
    /// How many different values, where they are counted.
    var valueCounts: [Int64] = []
  }

  /// What a thread counts in: zero between two groups of the left part.
  struct Counts {
    fileprivate let counts: ZeroedMemory<UInt32>
    fileprivate let touched: ZeroedMemory<UInt32>
    /// By group of values, one more than where it stands in what was found; 0 for nowhere.
    fileprivate let places: ZeroedMemory<UInt32>

    init(_ groupCount: Int) throws(QueryError) {
      counts = try ZeroedMemory(groupCount)
      // What is written last may be written over.
      touched = try ZeroedMemory(groupCount + 1)
      places = try ZeroedMemory(groupCount)
    }
  }

  private static let pairsPerTask = 1 << 15

  /// The groups of the left part in stretches of some ten thousand pairs; nil if one has more pairs than are counted.
  var tasks: [Range<Int>]? {
    var tasks: [Range<Int>] = []
    var (first, pairs, isCountable) = (0, 0, true)
    for group in 0..<leftOffsets.count - 1 {
      let own = left[leftOffsets[group]..<leftOffsets[group + 1]].reduce(0) { own, entry in
        own + rightOffsets[Int(entry.place) + 1] - rightOffsets[Int(entry.place)]
      }
      isCountable = isCountable && own <= Int(UInt32.max)
      pairs += own
      if pairs >= Self.pairsPerTask || group == leftOffsets.count - 2 {
        tasks.append(first..<group + 1)
        (first, pairs) = (group + 1, 0)
      }
    }
    return isCountable ? tasks : nil
  }

  /// The rows of the right part that make a pair with one of the left, but for elements that must differ.
  private func pairRange(_ entry: PairEntry) -> Range<Int> {
    let all = rightOffsets[Int(entry.place)]..<rightOffsets[Int(entry.place) + 1]
    var (low, high) = (all.lowerBound, all.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if right[middle].rank <= entry.rank { low = middle + 1 } else { high = middle }
    }
    return wantsGreater ? low..<all.upperBound : all.lowerBound..<low
  }

  /// - Parameter check: is told how many pairs were looked at, every some ten thousand.
  func count(
    _ groups: Range<Int>, in memory: Counts, _ check: (Int) throws(QueryError) -> Void
  ) throws(QueryError) -> Found {
    var found = Found()
    var looked = 0
    for group in groups {
      var (matches, touched) = (0, 0)
      for row in leftOffsets[group]..<leftOffsets[group + 1] {
        let pairs = pairRange(left[row])
        if rightGroupCount == 1 {
          matches += countPairs(of: left[row], with: right.span, in: pairs)
        } else {
          touched = countPairs(
            of: left[row], with: right.span, in: pairs, by: memory.counts.elements,
            noting: memory.touched.elements, from: touched)
        }
        looked += pairs.count
        if looked >= Self.pairsPerTask { try check(exchange(&looked, with: 0)) }
      }
      if matches > 0 { found.add(group, 0, matches, values?.counts[0] ?? false) }
      if touched > 0, let values {
        found.take(group, memory, touched, values)
      } else if touched > 0 {
        found.take(group, memory, touched)
      }
    }
    try check(looked + 1)
    return found
  }
}

extension PairCounter.Found {
  /// The groups that have been counted together with one of the left part, which are zero again.
  fileprivate mutating func take(_ group: Int, _ memory: PairCounter.Counts, _ touched: Int) {
    let (groups, numbers) = (memory.touched.elements.prefix(touched), memory.counts.elements)
    left.append(contentsOf: repeatElement(group, count: touched))
    right.append(contentsOf: groups.lazy.map { Int($0) })
    counts.append(contentsOf: groups.lazy.map { Int64(numbers[Int($0)]) })
    for other in groups { numbers[Int(other)] = 0 }
  }

  /// The same where values of groups have been counted.
  fileprivate mutating func take(_ group: Int, _ memory: PairCounter.Counts, _ touched: Int, _ values: PairValues) {
    let first = right.count
    for value in memory.touched.elements.prefix(touched) {
      let value = Int(value)
      let other = Int(values.groups[value])
      let place = Int(memory.places[other]) - 1
      if place < 0 {
        add(group, other, Int(memory.counts[value]), values.counts[value])
        memory.places[other] = UInt32(truncatingIfNeeded: right.count - first)
      } else {
        counts[first + place] += Int64(memory.counts[value])
        valueCounts[first + place] += values.counts[value] ? 1 : 0
      }
      memory.counts[value] = 0
    }
    for other in right[first...] { memory.places[other] = 0 }
  }

  fileprivate mutating func add(_ left: Int, _ right: Int, _ count: Int, _ isValue: Bool) {
    self.left.append(left)
    self.right.append(right)
    counts.append(Int64(count))
    valueCounts.append(isValue ? 1 : 0)
  }
}

@inline(__always)
private func differ(_ a: PairEntry, _ b: PairEntry) -> Bool {
  a.first != b.first && a.second != b.second && a.third != b.third
}

/// How many of some rows differ from one.
private func countPairs(of entry: PairEntry, with others: Span<PairEntry>, in rows: Range<Int>) -> Int {
  var count = 0
  for row in rows { count += differ(entry, others[row]) ? 1 : 0 }
  return count
}

/// The same by the groups of the others, all of which have a count. What has been zero is noted; without a branch, half of
/// which would be foretold wrongly.
///
/// - Returns: how many groups are noted.
private func countPairs(
  of entry: PairEntry, with others: Span<PairEntry>, in rows: Range<Int>, by counts: UnsafeMutableBufferPointer<UInt32>,
  noting touched: UnsafeMutableBufferPointer<UInt32>, from first: Int
) -> Int {
  var next = first
  for row in rows {
    let other = others[row]
    let (group, more) = (Int(other.place), differ(entry, other) ? UInt32(1) : 0)
    let count = counts[group]
    touched[next] = other.place
    next += count == 0 && more == 1 ? 1 : 0
    counts[group] = count &+ more
  }
  return next
}
