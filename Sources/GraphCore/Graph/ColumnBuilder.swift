/// The values of one property, given row by row: typed as long as all are of one kind.
package struct ColumnBuilder {
  fileprivate enum Kind { case nulls, booleans, integers, floats, dates, strings, stringLists, values }

  private(set) var count = 0
  fileprivate var kind = Kind.nulls
  // One of these is in use; as the payload of a case it would be copied with each value.
  private var booleans: [Bool] = []
  fileprivate var integers: [Int64] = []
  fileprivate var floats: [Double] = []
  fileprivate var dates: [Int32] = []
  fileprivate var codes: [UInt32] = []
  /// Of lists of strings: where those of each row end in `codes`.
  private var ends: [UInt32] = []
  private var values: [Value] = []
  /// One entry per row of a typed column that has nulls.
  fileprivate var present: [Bool]?
  fileprivate let dictionary: StringDictionaryBuilder

  /// - Parameter dictionary: takes the strings, and may be that of other columns too.
  init(_ dictionary: StringDictionaryBuilder) { self.dictionary = dictionary }

  /// Nulls up to that many rows.
  mutating func pad(to count: Int) {
    while self.count < count { append(.null) }
  }

  package mutating func append(_ value: Value) {
    if kind == .nulls, let first = Self.kind(of: value) { begin(first) }
    switch (kind, value) {
    case (.nulls, _): break
    case (.booleans, .boolean(let boolean)): add(true) { $0.booleans.append(boolean) }
    case (.booleans, .null): add(false) { $0.booleans.append(false) }
    case (.integers, .integer(let integer)): add(true) { $0.integers.append(integer) }
    case (.integers, .null): add(false) { $0.integers.append(0) }
    case (.floats, .float(let float)): add(true) { $0.floats.append(float) }
    case (.floats, .null): add(false) { $0.floats.append(0) }
    case (.dates, .date(let date)) where Int32(exactly: date.epochDay) != nil:
      add(true) { $0.dates.append(Int32(truncatingIfNeeded: date.epochDay)) }
    case (.dates, .null): add(false) { $0.dates.append(0) }
    case (.strings, .string(let string)): codes.append(dictionary.code(of: string))
    case (.strings, .null): codes.append(StringDictionary.nullCode)
    case (.stringLists, .list(let list)) where Self.areStrings(list) && codes.count + list.count < Int(UInt32.max):
      add(true) { builder in
        for case .string(let string) in list { builder.codes.append(builder.dictionary.code(of: string)) }
        builder.ends.append(UInt32(builder.codes.count))
      }
    case (.stringLists, .null): add(false) { $0.ends.append($0.ends.last ?? 0) }
    case (.values, _): values.append(value)
    default:
      mix()
      values.append(value)
    }
    count += 1
  }

  /// - Parameter dictionary: gives what the dictionary has become.
  func finished(_ dictionary: (StringDictionaryBuilder) -> StringDictionary) -> PropertyColumn {
    switch kind {
    case .booleans: PropertyColumn(.booleans(booleans), present: present)
    case .integers: PropertyColumn(.integers(integers), present: present)
    case .floats: PropertyColumn(.floats(floats), present: present)
    case .dates: PropertyColumn(.dates(dates), present: present)
    case .strings: PropertyColumn(.strings(codes, dictionary(self.dictionary)), present: nil)
    case .stringLists:
      PropertyColumn(
        .stringLists(offsets: [0] + ends, codes: codes, dictionary(self.dictionary)), present: present)
    case .nulls: PropertyColumn(.values(Array(repeating: .null, count: count)), present: nil)
    case .values: PropertyColumn(.values(values), present: nil)
    }
  }

  /// Nil for null.
  private static func kind(of value: Value) -> Kind? {
    switch value {
    case .null: nil
    case .boolean: .booleans
    case .integer: .integers
    case .float: .floats
    case .date: .dates
    case .string: .strings
    case .list(let list) where areStrings(list): .stringLists
    default: .values
    }
  }

  private static func areStrings(_ list: [Value]) -> Bool {
    list.allSatisfy { if case .string = $0 { true } else { false } }
  }

  /// The first value that is not null decides; the rows before it are null.
  private mutating func begin(_ first: Kind) {
    kind = first
    switch first {
    case .booleans: booleans = Array(repeating: false, count: count)
    case .integers: integers = Array(repeating: 0, count: count)
    case .floats: floats = Array(repeating: 0, count: count)
    case .dates: dates = Array(repeating: 0, count: count)
    case .strings: codes = Array(repeating: StringDictionary.nullCode, count: count)
    case .stringLists: ends = Array(repeating: 0, count: count)
    case .values, .nulls: values = Array(repeating: .null, count: count)
    }
    if count > 0, first != .strings, first != .values { present = Array(repeating: false, count: count) }
  }

  private mutating func add(_ isPresent: Bool, _ append: (inout Self) -> Void) {
    append(&self)
    if !isPresent, present == nil { present = Array(repeating: true, count: count) }
    present?.append(isPresent)
  }

  /// A value of another kind has come: the column goes on untyped. What its strings left in the dictionary stays.
  private mutating func mix() {
    let known = (0..<count).map { value(at: $0) }
    self = ColumnBuilder(dictionary)
    kind = .values
    values = known
    count = known.count
  }

  private func value(at row: Int) -> Value {
    if let present, !present[row] { return .null }
    func string(_ code: UInt32) -> Value {
      code == StringDictionary.nullCode ? .null : .string(dictionary.string(code))
    }
    return switch kind {
    case .nulls: .null
    case .booleans: .boolean(booleans[row])
    case .integers: .integer(integers[row])
    case .floats: .float(floats[row])
    case .dates: .date(CalendarDate(epochDay: Int64(dates[row])))
    case .strings: string(codes[row])
    case .stringLists: .list(codes[Int(row == 0 ? 0 : ends[row - 1])..<Int(ends[row])].map(string))
    case .values: values[row]
    }
  }
}

// MARK: - Values of a known kind

extension ColumnBuilder {
  // The straight way for tables whose columns have one type each.

  package mutating func append(integer: Int64) {
    guard kind == .integers, present == nil else { return append(.integer(integer)) }
    integers.append(integer)
    count += 1
  }

  package mutating func append(float: Double) {
    guard kind == .floats, present == nil else { return append(.float(float)) }
    floats.append(float)
    count += 1
  }

  /// - Parameter day: since 1970-01-01.
  package mutating func append(day: Int32) {
    guard kind == .dates, present == nil else { return append(.date(CalendarDate(epochDay: Int64(day)))) }
    dates.append(day)
    count += 1
  }

  /// - Parameter utf8: valid UTF-8.
  package mutating func append(utf8: UnsafeBufferPointer<UInt8>) {
    guard kind == .strings else { return append(.string(String(decoding: utf8, as: UTF8.self))) }
    codes.append(dictionary.code(of: utf8))
    count += 1
  }
}
