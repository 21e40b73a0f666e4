/// The values of one property, given row by row: typed as long as all are of one kind.
struct ColumnBuilder {
  private enum Kind { case nulls, booleans, integers, floats, strings, values }

  private(set) var count = 0
  private var kind = Kind.nulls
  // One of these is in use; as the payload of a case it would be copied with each value.
  private var booleans: [Bool] = []
  private var integers: [Int64] = []
  private var floats: [Double] = []
  private var codes: [UInt32] = []
  private var strings: [String] = []
  private var codeOf: [ExactString: UInt32] = [:]
  private var values: [Value] = []
  /// One entry per row of a typed column that has nulls.
  private var present: [Bool]?

  /// Nulls up to that many rows.
  mutating func pad(to count: Int) {
    while self.count < count { append(.null) }
  }

  mutating func append(_ value: Value) {
    if kind == .nulls, let first = Self.kind(of: value) { begin(first) }
    switch (kind, value) {
    case (.nulls, _): break
    case (.booleans, .boolean(let boolean)): add(true) { $0.booleans.append(boolean) }
    case (.booleans, .null): add(false) { $0.booleans.append(false) }
    case (.integers, .integer(let integer)): add(true) { $0.integers.append(integer) }
    case (.integers, .null): add(false) { $0.integers.append(0) }
    case (.floats, .float(let float)): add(true) { $0.floats.append(float) }
    case (.floats, .null): add(false) { $0.floats.append(0) }
    case (.strings, .string(let string)): codes.append(code(of: string))
    case (.strings, .null): codes.append(StringDictionary.nullCode)
    case (.values, _): values.append(value)
    default:
      mix()
      values.append(value)
    }
    count += 1
  }

  func finished() -> PropertyColumn {
    switch kind {
    case .booleans: PropertyColumn(.booleans(booleans), present: present)
    case .integers: PropertyColumn(.integers(integers), present: present)
    case .floats: PropertyColumn(.floats(floats), present: present)
    case .strings: PropertyColumn(.strings(codes, StringDictionary(strings, codes: codeOf)), present: nil)
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
    case .string: .strings
    default: .values
    }
  }

  /// The first value that is not null decides; the rows before it are null.
  private mutating func begin(_ first: Kind) {
    kind = first
    switch first {
    case .booleans: booleans = Array(repeating: false, count: count)
    case .integers: integers = Array(repeating: 0, count: count)
    case .floats: floats = Array(repeating: 0, count: count)
    case .strings: codes = Array(repeating: StringDictionary.nullCode, count: count)
    case .values, .nulls: values = Array(repeating: .null, count: count)
    }
    if count > 0, first != .strings, first != .values { present = Array(repeating: false, count: count) }
  }

  private mutating func add(_ isPresent: Bool, _ append: (inout Self) -> Void) {
    append(&self)
    if !isPresent, present == nil { present = Array(repeating: true, count: count) }
    present?.append(isPresent)
  }

  private mutating func code(of string: String) -> UInt32 {
    let exact = ExactString(string)
    if let known = codeOf[exact] { return known }
    let code = UInt32(strings.count)
    codeOf[exact] = code
    strings.append(string)
    return code
  }

  /// A value of another kind has come: the column goes on untyped.
  private mutating func mix() {
    let column = finished()
    self = ColumnBuilder()
    kind = .values
    values = (0..<column.count).map { column[$0] }
    count = values.count
  }
}
