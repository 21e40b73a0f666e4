import GraphCore
import QueryLanguage

/// Lets each value of a group through once.
struct DistinctAccumulator: Accumulator {
  var inner: any Accumulator
  private var keys = ColumnKeys()
  private var pairs = PairSet()

  init(inner: any Accumulator) { self.inner = inner }

  mutating func add(_ arguments: [Column], groups: [Int], groupCount: Int) throws(QueryError) {
    guard let first = arguments.first else { return }
    var kept: [Int] = []
    for (row, number) in keys.numbers(of: first).enumerated() where pairs.insert(groups[row], number) {
      kept.append(row)
    }
    try inner.add(arguments.map { $0.gathered(kept) }, groups: kept.map { groups[$0] }, groupCount: groupCount)
  }

  func finish(groupCount: Int) throws(QueryError) -> Column { try inner.finish(groupCount: groupCount) }

  /// Takes values that differ as counted already: all that there are of these groups.
  mutating func add(counts: [Int], groups: [Int], groupCount: Int) {
    guard var counter = inner as? CountValues else { return }
    counter.add(counts: counts, groups: groups, groupCount: groupCount)
    inner = counter
  }
}

/// Pairs of small numbers: a row of bits for each first number as long as these are not too many in all, which costs a
/// tenth of a table of words; such a table from then on.
private struct PairSet {
  private var rows: [[UInt64]] = []
  private var wordCount = 0
  private var table: WordTable?
  private static let mostWords = 1 << 20

  /// Whether it was not there.
  @inline(__always)
  mutating func insert(_ first: Int, _ second: Int) -> Bool {
    if table == nil {
      let (word, bit) = (second >> 6, UInt64(1) << UInt64(second & 63))
      if first < rows.count, word < rows[first].count {
        if rows[first][word] & bit != 0 { return false }
        rows[first][word] |= bit
        return true
      }
      makeRoom(first, word)
      if table == nil {
        rows[first][word] |= bit
        return true
      }
    }
    let count = table?.count
    return table?.number(of: Self.pair(first, second)) == count
  }

  private static func pair(_ first: Int, _ second: Int) -> UInt64 { UInt64(first) << 32 | UInt64(second) }

  private mutating func makeRoom(_ first: Int, _ word: Int) {
    while rows.count <= first { rows.append([]) }
    let added = max(word + 1, rows[first].count * 2) - rows[first].count
    guard wordCount + added <= Self.mostWords else { return spill() }
    wordCount += added
    rows[first] += repeatElement(0, count: added)
  }

  private mutating func spill() {
    var table = WordTable()
    for (first, words) in rows.enumerated() {
      for (place, word) in words.enumerated() {
        var bits = word
        while bits != 0 {
          _ = table.number(of: Self.pair(first, place << 6 | bits.trailingZeroBitCount))
          bits &= bits - 1
        }
      }
    }
    self.table = table
    rows = []
  }
}
