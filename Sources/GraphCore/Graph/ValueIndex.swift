/// The rows of a column by their values: whole numbers, days and strings in order, so that the rows of one value stand
/// side by side. Other kinds of columns have none.
struct ValueIndex: Sendable {
  /// Ascending by value, then by row. Rows without a value are left out.
  private let rows: [UInt32]
  private let column: PropertyColumn

  /// nil for a column whose values have no order of the machine's own. O(rows log rows).
  init?(_ column: PropertyColumn) {
    let present = column.present
    func sorted<Key: Comparable>(_ keys: [Key], _ isThere: (Int) -> Bool = { _ in true }) -> [UInt32] {
      let there = keys.indices.filter { (present?[$0] ?? true) && isThere($0) }
      return there.map { UInt32($0) }.sorted { (keys[Int($0)], $0) < (keys[Int($1)], $1) }
    }
    switch column.storage {
    case .integers(let values): rows = sorted(values)
    case .dates(let days): rows = sorted(days)
    case .strings(let codes, _): rows = sorted(codes) { codes[$0] != StringDictionary.nullCode }
    case .booleans, .floats, .stringLists, .values: return nil
    }
    self.column = column
  }

  /// The rows whose value equals one, ascending. O(log rows + found).
  func rows(equalTo value: Value) -> ArraySlice<UInt32> {
    switch (column.storage, value) {
    case (.integers(let values), .integer(let wanted)): find(values, wanted)
    case (.integers(let values), .float(let wanted)): Int64(exactly: wanted).map { find(values, $0) } ?? []
    case (.dates(let days), .date(let wanted)): Int32(exactly: wanted.epochDay).map { find(days, $0) } ?? []
    case (.strings(let codes, let dictionary), .string(let wanted)):
      dictionary.code(of: wanted).map { find(codes, $0) } ?? []
    default: []
    }
  }

  private func find<Key: Comparable>(_ keys: [Key], _ wanted: Key) -> ArraySlice<UInt32> {
    let first = rows.partitioningIndex { keys[Int($0)] >= wanted }
    let end = rows[first...].partitioningIndex { keys[Int($0)] > wanted }
    return rows[first..<end]
  }
}

extension RandomAccessCollection where Index == Int {
  /// The first position that a test holds for, if it holds for all behind it. O(log count).
  fileprivate func partitioningIndex(where test: (Element) -> Bool) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = low + (high - low) / 2
      if test(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
