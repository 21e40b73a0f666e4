/// The values of one property over the rows of one table: typed where all are of one kind, with a bitmap for the rows
/// that have none.
struct PropertyColumn: Sendable {
  enum Storage: Sendable {
    case booleans([Bool])
    case integers([Int64])
    case floats([Double])
    /// `StringDictionary.nullCode` where there is none.
    case strings([UInt32], StringDictionary)
    /// Mixed kinds, lists, maps, dates; null where there is none.
    case values([Value])
  }

  let storage: Storage
  /// nil if every row has a value; not used by `strings` and `values`, which hold their own nulls.
  let present: [Bool]?

  init(_ storage: Storage, present: [Bool]?) {
    self.storage = storage
    self.present = present
  }

  var count: Int {
    switch storage {
    case .booleans(let values): values.count
    case .integers(let values): values.count
    case .floats(let values): values.count
    case .strings(let codes, _): codes.count
    case .values(let values): values.count
    }
  }

  /// One pass to see the kinds, one to lay them out.
  init(_ values: [Value]) {
    var kinds = Set<Int>()
    for value in values { kinds.insert(Self.kind(of: value)) }
    let hasNulls = kinds.remove(0) != nil
    let typed: Storage? =
      switch kinds {
      case [1]: .booleans(values.map { if case .boolean(let value) = $0 { value } else { false } })
      case [2]: .integers(values.map { if case .integer(let value) = $0 { value } else { 0 } })
      case [3]: .floats(values.map { if case .float(let value) = $0 { value } else { 0 } })
      case [4]: Self.coded(values)
      default: nil
      }
    storage = typed ?? .values(values)
    if typed != nil, hasNulls, kinds != [4] {
      present = values.map { !$0.isNull }
    } else {
      present = nil
    }
  }

  private static func kind(of value: Value) -> Int {
    switch value {
    case .null: 0
    case .boolean: 1
    case .integer: 2
    case .float: 3
    case .string: 4
    default: 5
    }
  }

  private static func coded(_ values: [Value]) -> Storage {
    var strings: [String] = []
    var codes: [ExactString: UInt32] = [:]
    let column = values.map { value -> UInt32 in
      guard case .string(let string) = value else { return StringDictionary.nullCode }
      let exact = ExactString(string)
      if let known = codes[exact] { return known }
      let code = UInt32(strings.count)
      codes[exact] = code
      strings.append(string)
      return code
    }
    return .strings(column, StringDictionary(strings))
  }

  subscript(row: Int) -> Value {
    if let present, !present[row] { return .null }
    return switch storage {
    case .booleans(let values): .boolean(values[row])
    case .integers(let values): .integer(values[row])
    case .floats(let values): .float(values[row])
    case .strings(let codes, let dictionary): dictionary.value(codes[row])
    case .values(let values): values[row]
    }
  }

  /// The values at `rows` as a column of a batch, typed if no null is among them.
  func gathered(_ rows: [Int]) -> Column {
    if let present, rows.contains(where: { !present[$0] }) {
      return .values(rows.map { self[$0] })
    }
    return switch storage {
    case .booleans(let values): .booleans(rows.map { values[$0] })
    case .integers(let values): .integers(rows.map { values[$0] })
    case .floats(let values): .floats(rows.map { values[$0] })
    case .strings(let codes, let dictionary): .strings(rows.map { codes[$0] }, dictionary)
    case .values(let values): .values(rows.map { values[$0] })
    }
  }
}
