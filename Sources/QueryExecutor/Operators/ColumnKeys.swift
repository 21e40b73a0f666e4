import GraphCore

/// Numbers the values of one column.
struct ColumnKeys {
  private enum Kind {
    case none, nodes, integers, dates
    /// By their codes in one dictionary.
    case strings(StringDictionary)
    /// By their bytes.
    case texts
    case values
  }

  private var kind = Kind.none
  /// Of nodes and codes, the number of each; -1 for none yet.
  private var dense: [Int32] = []
  /// Beside texts, the dictionary that the codes are of.
  private var dictionaryOfCodes: StringDictionary?
  private var integers = IntegerTable()
  private var texts = TextTable()
  private var values = ValueTable()
  private var nullNumber: Int?
  private(set) var count = 0

  mutating func numbers(of column: Column) -> [Int] {
    if column.count == 0 { return [] }
    switch (column, kind) {
    case (.nodes(let nodes), .none), (.nodes(let nodes), .nodes):
      kind = .nodes
      return nodes.map { $0 == .none ? numberOfNull() : number(dense: $0.rawValue) }
    case (.strings(let codes, let dictionary), .none):
      kind = .strings(dictionary)
      return codes.map { $0 == StringDictionary.nullCode ? numberOfNull() : number(dense: $0) }
    case (.strings(let codes, let dictionary), .strings(let known)) where dictionary === known:
      return codes.map { $0 == StringDictionary.nullCode ? numberOfNull() : number(dense: $0) }
    case (.integers(let integers), .none), (.integers(let integers), .integers):
      kind = .integers
      return numbers(integers)
    case (.dates(let days), .none), (.dates(let days), .dates):
      kind = .dates
      return numbers(days)
    case (.strings, .strings), (.strings, .texts), (.values, .none), (.values, .strings), (.values, .texts):
      if let numbers = numbersOfTexts(column) { return numbers }
      settle()
      return (0..<column.count).map { number(of: column[$0]) }
    case (.constant(let value, let count), _):
      settle()
      let number = count == 0 ? 0 : number(of: value)
      return Array(repeating: number, count: count)
    default:
      settle()
      return (0..<column.count).map { number(of: column[$0]) }
    }
  }

  /// nil where something else than texts and nulls is among the values.
  private mutating func numbersOfTexts(_ column: Column) -> [Int]? {
    if case .strings(let dictionary) = kind {
      for (code, number) in dense.enumerated() where number >= 0 {
        texts.insert(dictionary.string(UInt32(code)), Int(number))
      }
      dense = []
    }
    kind = .texts
    switch column {
    case .strings(let codes, let dictionary):
      // Few codes of a dictionary come often.
      if dictionary !== dictionaryOfCodes { (dictionaryOfCodes, dense) = (dictionary, []) }
      return codes.map { $0 == StringDictionary.nullCode ? numberOfNull() : number(of: $0, in: dictionary) }
    case .values(let values):
      var numbers: [Int] = []
      numbers.reserveCapacity(values.count)
      for value in values {
        switch value {
        case .string(let text): numbers.append(texts.number(of: text, next: &count))
        case .null: numbers.append(numberOfNull())
        default: return nil
        }
      }
      return numbers
    default: return nil
    }
  }

  private mutating func number(of code: UInt32, in dictionary: StringDictionary) -> Int {
    let place = Int(code)
    if place >= dense.count { dense += repeatElement(-1, count: max(place + 1, dense.count * 2) - dense.count) }
    if dense[place] >= 0 { return Int(dense[place]) }
    let number = texts.number(of: dictionary.string(code), next: &count)
    dense[place] = Int32(truncatingIfNeeded: number)
    return number
  }

  private mutating func numberOfNull() -> Int {
    if let nullNumber { return nullNumber }
    nullNumber = count
    count += 1
    return count - 1
  }

  @inline(__always)
  private mutating func number(dense key: UInt32) -> Int {
    let key = Int(key)
    if key >= dense.count { dense += repeatElement(-1, count: max(key + 1, dense.count * 2) - dense.count) }
    if dense[key] >= 0 { return Int(dense[key]) }
    dense[key] = Int32(truncatingIfNeeded: count)
    count += 1
    return count - 1
  }

  private mutating func numbers(_ column: [some FixedWidthInteger & SignedInteger]) -> [Int] {
    // Columns of integers have no nulls: the table's numbers are ours.
    let numbers = integers.numbers(of: column)
    count = integers.count
    return numbers
  }

  private mutating func number(of value: Value) -> Int { values.number(of: value, next: &count) }

  /// A column may go on with values of another kind: from then on all are compared as values.
  private mutating func settle() {
    func note(_ value: Value, _ number: Int) { values.insert(value, number) }
    switch kind {
    case .none, .values: break
    case .nodes:
      for (node, number) in dense.enumerated() where number >= 0 { note(.node(NodeID(UInt32(node))), Int(number)) }
    case .strings(let dictionary):
      for (code, number) in dense.enumerated() where number >= 0 {
        note(.string(dictionary.string(UInt32(code))), Int(number))
      }
    case .texts: texts.forEach { note(.string($0), $1) }
    case .integers: integers.forEach { note(.integer(Int64(bitPattern: $0)), $1) }
    case .dates:
      integers.forEach { note(.date(CalendarDate(epochDay: Int64(bitPattern: $0))), $1) }
    }
    if let nullNumber { note(.null, nullNumber) }
    kind = .values
    dense = []
    (dictionaryOfCodes, texts) = (nil, TextTable())
    integers = IntegerTable()
    nullNumber = nil
  }
}

/// Numbers of texts by their bytes.
private struct TextTable {
  private var texts = StringTable()
  /// By their codes.
  private var numbers: [Int] = []

  /// - Parameter next: the number of a text that has none yet, which then is one more.
  mutating func number(of text: String, next: inout Int) -> Int {
    let code = Int(texts.code(of: text))
    if code == numbers.count {
      numbers.append(next)
      next += 1
    }
    return numbers[code]
  }

  /// A text that is new here.
  mutating func insert(_ text: String, _ number: Int) {
    if Int(texts.code(of: text)) == numbers.count { numbers.append(number) }
  }

  func forEach(_ body: (String, Int) -> Void) {
    for (code, number) in numbers.enumerated() { body(texts.string(UInt32(code)), number) }
  }
}

/// Numbers of values of any kind: open addressing with the hash beside the place of the value, which a dictionary would
/// reckon anew for each of them whenever it grows.
private struct ValueTable {
  private static let free = UInt64.max
  /// The hash above the place. A power of two of them, at most two thirds taken.
  private var slots: [UInt64] = []
  private var entries: [(value: Value, number: Int)] = []

  /// - Parameter next: the number of a value that has none yet, which then is one more.
  mutating func number(of value: Value, next: inout Int) -> Int {
    let hash = Self.hash(value)
    if let known = place(of: value, hash) { return entries[known].number }
    append(value, next, hash)
    next += 1
    return next - 1
  }

  /// A value that is new here.
  mutating func insert(_ value: Value, _ number: Int) { append(value, number, Self.hash(value)) }

  private static func hash(_ value: Value) -> UInt64 {
    var hasher = Hasher()
    GroupingKey(value).hash(into: &hasher)
    return UInt64(UInt32(truncatingIfNeeded: hasher.finalize()))
  }

  private func place(of value: Value, _ hash: UInt64) -> Int? {
    guard !slots.isEmpty else { return nil }
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] != Self.free {
      let place = Int(slots[slot] & UInt64(UInt32.max))
      if slots[slot] >> 32 == hash, entries[place].value.isEquivalent(to: value) { return place }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private mutating func append(_ value: Value, _ number: Int, _ hash: UInt64) {
    entries.append((value, number))
    if entries.count * 3 > slots.count * 2 {
      let old = slots
      slots = Array(repeating: Self.free, count: max(16, old.count * 2))
      for entry in old where entry != Self.free { put(entry) }
    }
    put(hash << 32 | UInt64(entries.count - 1))
  }

  private mutating func put(_ entry: UInt64) {
    var slot = Int(entry >> 32) & (slots.count - 1)
    while slots[slot] != Self.free { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = entry
  }
}
