/// The values of one variable over the rows of a batch. Typed where the kind is known, so that kernels read plain arrays.
///
/// Cases with a null in them other than the sentinels of `nodes`, `edges` and `strings` are `values`.
public enum Column: Sendable {
  /// The same value in every row.
  case constant(Value, count: Int)
  /// `NodeID.none` is null.
  case nodes([NodeID])
  /// `EdgeID.none` is null.
  case edges([EdgeID])
  case booleans([Bool])
  case integers([Int64])
  case floats([Double])
  /// Days since 1970-01-01.
  case dates([Int32])
  /// Codes into a dictionary of distinct strings; `StringDictionary.nullCode` is null.
  case strings([UInt32], StringDictionary)
  case values([Value])

  public var count: Int {
    switch self {
    case .constant(_, let count): count
    case .nodes(let nodes): nodes.count
    case .edges(let edges): edges.count
    case .booleans(let booleans): booleans.count
    case .integers(let integers): integers.count
    case .floats(let floats): floats.count
    case .dates(let days): days.count
    case .strings(let codes, _): codes.count
    case .values(let values): values.count
    }
  }

  public subscript(row: Int) -> Value {
    switch self {
    case .constant(let value, _): value
    case .nodes(let nodes): nodes[row] == .none ? .null : .node(nodes[row])
    case .edges(let edges): edges[row] == .none ? .null : .edge(edges[row])
    case .booleans(let booleans): .boolean(booleans[row])
    case .integers(let integers): .integer(integers[row])
    case .floats(let floats): .float(floats[row])
    case .dates(let days): .date(CalendarDate(epochDay: Int64(days[row])))
    case .strings(let codes, let dictionary): dictionary.value(codes[row])
    case .values(let values): values[row]
    }
  }

  /// All values in row order.
  public var values: [Value] {
    switch self {
    case .values(let values): return values
    case .constant(let value, let count): return Array(repeating: value, count: count)
    default: return (0..<count).map { self[$0] }
    }
  }

  /// The rows at `rows`, in that order; a row may occur many times.
  public func gathered(_ rows: [Int]) -> Column {
    switch self {
    case .constant(let value, _): .constant(value, count: rows.count)
    case .nodes(let nodes): .nodes(rows.map { nodes[$0] })
    case .edges(let edges): .edges(rows.map { edges[$0] })
    case .booleans(let booleans): .booleans(rows.map { booleans[$0] })
    case .integers(let integers): .integers(rows.map { integers[$0] })
    case .floats(let floats): .floats(rows.map { floats[$0] })
    case .dates(let days): .dates(rows.map { days[$0] })
    case .strings(let codes, let dictionary): .strings(rows.map { codes[$0] }, dictionary)
    case .values(let values): .values(rows.map { values[$0] })
    }
  }

  /// This column with `other` below it. Stays typed where both are alike.
  public func appending(_ other: Column) -> Column {
    switch (self, other) {
    case (_, _) where other.count == 0: self
    case (_, _) where count == 0: other
    case (.nodes(let a), .nodes(let b)): .nodes(a + b)
    case (.nodes(let a), .constant(.null, let count)): .nodes(a + repeatElement(.none, count: count))
    case (.edges(let a), .constant(.null, let count)): .edges(a + repeatElement(.none, count: count))
    case (.strings(let codes, let dictionary), .constant(.null, let count)):
      .strings(codes + repeatElement(StringDictionary.nullCode, count: count), dictionary)
    case (.edges(let a), .edges(let b)): .edges(a + b)
    case (.booleans(let a), .booleans(let b)): .booleans(a + b)
    case (.integers(let a), .integers(let b)): .integers(a + b)
    case (.floats(let a), .floats(let b)): .floats(a + b)
    case (.dates(let a), .dates(let b)): .dates(a + b)
    case (.strings(let a, let dictionary), .strings(let b, let same)) where dictionary === same:
      .strings(a + b, dictionary)
    default: .values(values + other.values)
    }
  }
}

/// Rows in columns: what flows between operators and out of the engine. About 2,048 rows at a time.
public struct Batch: Sendable {
  public static let preferredRowCount = 2_048

  public let rowCount: Int
  public var columns: [Column]

  /// Each column has `rowCount` rows.
  public init(rowCount: Int, columns: [Column]) {
    self.rowCount = rowCount
    self.columns = columns
  }

  /// One row without columns: what a query starts from.
  public static let unit = Batch(rowCount: 1, columns: [])

  public func gathered(_ rows: [Int]) -> Batch {
    Batch(rowCount: rows.count, columns: columns.map { $0.gathered(rows) })
  }

  /// The rows from `range`.
  public func slice(_ range: Range<Int>) -> Batch {
    range == 0..<rowCount ? self : gathered(Array(range))
  }

  /// Batches of the same shape as one.
  public static func joined(_ batches: [Batch]) -> Batch? {
    guard let first = batches.first else { return nil }
    if batches.count == 1 { return first }
    let columns = first.columns.indices.map { index in Column.joined(batches.map { $0.columns[index] }) }
    return Batch(rowCount: batches.reduce(0) { $0 + $1.rowCount }, columns: columns)
  }
}

extension Column {
  /// One pass over all of them, where repeated `appending` would copy again and again.
  static func joined(_ columns: [Column]) -> Column {
    guard let first = columns.first else { return .values([]) }
    switch first {
    case .nodes:
      let all = columns.compactMap { if case .nodes(let nodes) = $0 { nodes } else { nil } }
      if all.count == columns.count { return .nodes(Array(all.joined())) }
    case .edges:
      let all = columns.compactMap { if case .edges(let edges) = $0 { edges } else { nil } }
      if all.count == columns.count { return .edges(Array(all.joined())) }
    case .integers:
      let all = columns.compactMap { if case .integers(let integers) = $0 { integers } else { nil } }
      if all.count == columns.count { return .integers(Array(all.joined())) }
    case .floats:
      let all = columns.compactMap { if case .floats(let floats) = $0 { floats } else { nil } }
      if all.count == columns.count { return .floats(Array(all.joined())) }
    case .dates:
      let all = columns.compactMap { if case .dates(let days) = $0 { days } else { nil } }
      if all.count == columns.count { return .dates(Array(all.joined())) }
    case .booleans:
      let all = columns.compactMap { if case .booleans(let booleans) = $0 { booleans } else { nil } }
      if all.count == columns.count { return .booleans(Array(all.joined())) }
    case .strings(_, let dictionary):
      let all = columns.compactMap {
        if case .strings(let codes, let same) = $0, same === dictionary { codes } else { nil }
      }
      if all.count == columns.count { return .strings(Array(all.joined()), dictionary) }
    case .constant, .values: break
    }
    return .values(columns.flatMap(\.values))
  }
}
