/// The rows of a column by their values: numbers and days in order, strings by their codes, so that the rows of one value
/// stand side by side. Other kinds of columns have none.
struct ValueIndex: Sendable {
  /// Ascending by value, then by row. Rows without a value are left out, and those with a NaN, which equals nothing and is
  /// within no bounds.
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
    case .floats(let numbers): rows = sorted(numbers) { !numbers[$0].isNaN }
    case .strings(let codes, _): rows = sorted(codes) { codes[$0] != StringDictionary.nullCode }
    case .booleans, .stringLists, .values: return nil
    }
    self.column = column
  }

  /// The rows whose value equals one, ascending. O(log rows + found).
  func rows(equalTo value: Value) -> ArraySlice<UInt32> {
    switch (column.storage, value) {
    case (.integers(let values), .integer(let wanted)): find(values, wanted)
    case (.integers(let values), .float(let wanted)): Int64(exactly: wanted).map { find(values, $0) } ?? []
    case (.floats(let numbers), .float(let wanted)): wanted.isNaN ? [] : find(numbers, wanted)
    case (.floats(let numbers), .integer(let wanted)): Double(exactly: wanted).map { find(numbers, $0) } ?? []
    case (.dates(let days), .date(let wanted)): Int32(exactly: wanted.epochDay).map { find(days, $0) } ?? []
    case (.strings(let codes, let dictionary), .string(let wanted)):
      dictionary.code(of: wanted).map { find(codes, $0) } ?? []
    default: []
    }
  }

  /// The rows whose value lies within bounds, ascending by value; nil where that is not told by the order. O(log rows).
  func rows(within bounds: ValueBounds) -> ArraySlice<UInt32>? {
    switch column.storage {
    case .integers(let numbers):
      find(numbers, bounds) { if case .integer(let number) = $0 { number } else { nil } }
    case .floats(let numbers):
      find(numbers, bounds) { value in
        switch value {
        case .float(let number): number.isNaN ? nil : number
        case .integer(let number): Double(exactly: number)
        default: nil
        }
      }
    case .dates(let days):
      find(days, bounds) { if case .date(let date) = $0 { Int32(exactly: date.epochDay) } else { nil } }
    case .strings, .booleans, .stringLists, .values: nil
    }
  }

  private func find<Key: Comparable>(
    _ keys: [Key], _ bounds: ValueBounds, _ key: (Value) -> Key?
  ) -> ArraySlice<UInt32>? {
    var (first, end) = (rows.startIndex, rows.endIndex)
    if let lower = bounds.lower {
      guard let least = key(lower.value) else { return nil }
      first = rows.partitioningIndex { lower.isIncluded ? keys[Int($0)] >= least : keys[Int($0)] > least }
    }
    if let upper = bounds.upper {
      guard let greatest = key(upper.value) else { return nil }
      end = rows.partitioningIndex { upper.isIncluded ? keys[Int($0)] > greatest : keys[Int($0)] >= greatest }
    }
    return first < end ? rows[first..<end] : []
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
