import GraphCore

/// Numbers combinations of values in order of first occurrence: the heart of DISTINCT and of grouping.
///
/// Each column has a table of its own, typed as long as its values are; the numbers of several columns are combined two by
/// two. A row then costs a look into one array or into one table of words for each column, and no value is made.
struct KeyTable {
  private var columns: [ColumnKeys] = []
  /// The numbers of the first columns with that of the next: one table for each column from the second on.
  private var pairs: [PairTable] = []
  private var isEmpty = true

  /// How many different combinations there were.
  var count: Int { pairs.last?.count ?? columns.first?.count ?? (isEmpty ? 0 : 1) }

  /// The number of each row.
  mutating func numbers(of values: [Column], rowCount: Int) -> [Int] {
    if rowCount > 0 { isEmpty = false }
    while columns.count < values.count { columns.append(ColumnKeys()) }
    while pairs.count < values.count - 1 { pairs.append(PairTable()) }
    guard let first = values.first else { return Array(repeating: 0, count: rowCount) }
    var numbers = columns[0].numbers(of: first)
    var count = columns[0].count
    for place in values.indices.dropFirst() {
      let next = columns[place].numbers(of: values[place])
      numbers = pairs[place - 1].numbers(of: numbers, next, below: count, columns[place].count)
      count = pairs[place - 1].count
    }
    return numbers
  }
}

extension UInt32 {
  /// A cell that nobody has numbered.
  fileprivate static let free = UInt32.max

  /// The number that a cell holds; one that is free takes the next.
  @inline(__always)
  fileprivate mutating func number(orNext next: inout UInt32) -> Int {
    if self == .free {
      self = next
      next += 1
    }
    return Int(self)
  }
}

/// Numbers pairs of numbers in order of first occurrence: as long as there are few of each, by one look into an array of all
/// pairs that may come (two thirds of the time that a table of words takes).
struct PairTable {
  /// 1 MB: what a cache of the second level holds.
  private static let mostCells = 1 << 18
  /// To make more cells than that costs more than to look into them saves: where threads number the groups of a part each,
  /// parts are small. First batches are small as well.
  private static let mostCellsPerRow = 16
  private static let fewestCells = 1 << 14
  private var rowCount = 0
  /// The number of each pair, `stride` for each of the first.
  private var cells: [UInt32] = []
  private var stride = 1
  private var cellCount = 0
  /// Once they are too many.
  private var words: WordTable?

  var count: Int { words?.count ?? cellCount }

  /// - Parameters:
  ///   - firstCount: above all numbers that came first so far, as `secondCount` above the others.
  mutating func numbers(of first: [Int], _ second: [Int], below firstCount: Int, _ secondCount: Int) -> [Int] {
    rowCount += first.count
    if words == nil, !makeRoom(firstCount, secondCount) { words = makeWords() }
    if words != nil {
      return words?.numbers(of: zip(first, second).map { UInt64($0) << 32 | UInt64($1) }) ?? []
    }
    var count = UInt32(cellCount)
    let stride = stride
    let numbers = cells.withUnsafeMutableBufferPointer { cells in
      zip(first, second).map { cells[$0 &* stride &+ $1].number(orNext: &count) }
    }
    cellCount = Int(count)
    return numbers
  }

  /// False if the cells would be too many.
  private mutating func makeRoom(_ firstCount: Int, _ secondCount: Int) -> Bool {
    var wanted = stride
    while wanted < secondCount { wanted *= 2 }
    let most = min(Self.mostCells, max(cells.count, Self.fewestCells, rowCount * Self.mostCellsPerRow))
    guard wanted <= most, firstCount <= most / wanted else { return false }
    if wanted > stride {
      let old = (cells: cells, stride: stride)
      stride = wanted
      cells = Array(repeating: UInt32.free, count: max(1, old.cells.count / old.stride) * wanted)
      for (cell, number) in old.cells.enumerated() where number != UInt32.free {
        cells[cell / old.stride * wanted + cell % old.stride] = number
      }
    }
    let needed = firstCount * stride
    if needed > cells.count {
      cells += repeatElement(UInt32.free, count: min(max(needed, cells.count * 2), most) - cells.count)
    }
    return true
  }

  private mutating func makeWords() -> WordTable {
    var pairs = [UInt64](repeating: 0, count: cellCount)
    for (cell, number) in cells.enumerated() where number != UInt32.free {
      pairs[Int(number)] = UInt64(cell / stride) << 32 | UInt64(cell % stride)
    }
    cells = []
    return WordTable(pairs)
  }
}

/// Numbers integers in order of first occurrence: as long as they lie close together, by one look into an array of all that
/// lie between.
struct IntegerTable {
  /// 256 kB.
  private static let widestSpan = 1 << 16
  private var low: Int64 = 0
  private var cells: [UInt32] = []
  private var cellCount = 0
  /// Once they lie further apart.
  private var words: WordTable?

  var count: Int { words?.count ?? cellCount }

  mutating func numbers<Number: FixedWidthInteger & SignedInteger>(of values: [Number]) -> [Int] {
    if words == nil, !makeRoom(for: values) { words = makeWords() }
    if words != nil { return words?.numbers(of: values.map { UInt64(bitPattern: Int64($0)) }) ?? [] }
    var count = UInt32(cellCount)
    let low = low
    let numbers = cells.withUnsafeMutableBufferPointer { cells in
      values.map { cells[Int(Int64($0) &- low)].number(orNext: &count) }
    }
    cellCount = Int(count)
    return numbers
  }

  func forEach(_ body: (UInt64, Int) -> Void) {
    words?.forEach(body)
    for (cell, number) in cells.enumerated() where number != UInt32.free {
      body(UInt64(bitPattern: low + Int64(cell)), Int(number))
    }
  }

  /// False if the values lie too far apart.
  private mutating func makeRoom<Number: FixedWidthInteger & SignedInteger>(for values: [Number]) -> Bool {
    guard let first = values.first else { return true }
    let (least, greatest) = values.reduce((first, first)) { (Swift.min($0.0, $1), Swift.max($0.1, $1)) }
    let from = cells.isEmpty ? Int64(least) : Swift.min(low, Int64(least))
    let to = cells.isEmpty ? Int64(greatest) : Swift.max(low + Int64(cells.count - 1), Int64(greatest))
    let (span, overflows) = to.subtractingReportingOverflow(from)
    guard !overflows, span < Self.widestSpan else { return false }
    if cells.isEmpty {
      low = from
      cells = Array(repeating: UInt32.free, count: Int(span) + 1)
    } else if span >= cells.count {
      // Twice as many as needed, where the new ones came, so that values in order do not make a table each. Half of what is
      // left is for those that come on the other side.
      let more = Swift.min(Int(span) + 1, (Self.widestSpan - Int(span)) / 2)
      let before = Int(low - from) + (from < low ? more : 0)
      let after = Int(span) + 1 - cells.count - Int(low - from) + (from == low ? more : 0)
      guard let newLow = Self.subtracting(low, before), newLow <= Int64.max - Int64(Self.widestSpan * 2) else {
        return false
      }
      cells = Array(repeating: UInt32.free, count: before) + cells + Array(repeating: UInt32.free, count: after)
      low = newLow
    }
    return true
  }

  private static func subtracting(_ a: Int64, _ b: Int) -> Int64? {
    let (difference, overflows) = a.subtractingReportingOverflow(Int64(b))
    return overflows ? nil : difference
  }

  private mutating func makeWords() -> WordTable {
    var values = [UInt64](repeating: 0, count: cellCount)
    forEach { values[$1] = $0 }
    cells = []
    return WordTable(values)
  }
}

/// Numbers words in order of first occurrence: open addressing, each word beside its number.
struct WordTable {
  private var slots: [(word: UInt64, number: UInt32)] = Array(repeating: (0, UInt32.free), count: 16)
  private(set) var count = 0

  init() {}

  /// The words numbered so far, which differ, in the order of their numbers.
  init(_ words: [UInt64]) { _ = numbers(of: words) }

  @inline(__always)
  mutating func number(of word: UInt64) -> Int {
    var slot = Self.place(word) & (slots.count - 1)
    while slots[slot].number != UInt32.free {
      if slots[slot].word == word { return Int(slots[slot].number) }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = (word, UInt32(truncatingIfNeeded: count))
    count += 1
    if count * 3 > slots.count * 2 { grow() }
    return count - 1
  }

  /// The numbers of many words. In a table that no cache holds they are looked for at once, and not one behind the other: 5 %
  /// of a statement that groups by 1.3 million pairs.
  mutating func numbers(of words: [UInt64]) -> [Int] {
    while (count + words.count) * 3 > slots.count * 2 { grow() }
    let mask = slots.count - 1
    var count = count
    let numbers = slots.withUnsafeMutableBufferPointer { slots in
      // Most words stand where they belong, and loads that nothing waits for overlap.
      var numbers = words.map { word in
        let slot = slots[Self.place(word) & mask]
        return slot.word == word ? slot.number : UInt32.free
      }
      for row in numbers.indices where numbers[row] == UInt32.free {
        let word = words[row]
        var slot = Self.place(word) & mask
        while slots[slot].number != UInt32.free, slots[slot].word != word { slot = (slot + 1) & mask }
        if slots[slot].number == UInt32.free {
          slots[slot] = (word, UInt32(truncatingIfNeeded: count))
          count += 1
        }
        numbers[row] = slots[slot].number
      }
      return numbers.map { Int($0) }
    }
    self.count = count
    return numbers
  }

  func forEach(_ body: (UInt64, Int) -> Void) {
    for entry in slots where entry.number != UInt32.free { body(entry.word, Int(entry.number)) }
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: (0, UInt32.free), count: old.count * 2)
    for entry in old where entry.number != UInt32.free {
      var slot = Self.place(entry.word) & (slots.count - 1)
      while slots[slot].number != UInt32.free { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = entry
    }
  }

  /// Each process scatters words in its own way, so that no data can bring words that all fall together.
  private static let seed = UInt64.random(in: .min ... .max) | 1

  @inline(__always)
  private static func place(_ word: UInt64) -> Int {
    let (high, low) = (word ^ seed).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return Int(truncatingIfNeeded: high ^ low)
  }
}
