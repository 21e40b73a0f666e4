/// The values of one property over the rows of one table: typed where all are of one kind, with a bitmap for the rows
/// that have none.
package struct PropertyColumn: Sendable {
  package enum Storage: Sendable {
    case booleans([Bool])
    case integers([Int64])
    case floats([Double])
    /// Days since 1970-01-01.
    case dates([Int32])
    /// `StringDictionary.nullCode` where there is none.
    case strings([UInt32], StringDictionary)
    /// The list of row `r` holds the strings with the codes at `offsets[r] ..< offsets[r + 1]`.
    case stringLists(offsets: [UInt32], codes: [UInt32], StringDictionary)
    /// Mixed kinds, other lists, times; null where there is none.
    case values([Value])
  }

  package let storage: Storage
  /// nil if every row has a value; not used by `strings` and `values`, which hold their own nulls.
  package let present: [Bool]?

  package init(_ storage: Storage, present: [Bool]?) {
    self.storage = storage
    self.present = present
  }

  /// Nothing in so many rows.
  package static func nulls(_ count: Int) -> PropertyColumn {
    PropertyColumn(.values(Array(repeating: .null, count: count)), present: nil)
  }

  package init(_ values: [Value]) {
    var builder = ColumnBuilder(StringDictionaryBuilder())
    for value in values { builder.append(value) }
    self = builder.finished { StringDictionary($0) }
  }

  var count: Int {
    switch storage {
    case .booleans(let values): values.count
    case .integers(let values): values.count
    case .floats(let values): values.count
    case .dates(let values): values.count
    case .strings(let codes, _): codes.count
    case .stringLists(let offsets, _, _): offsets.count - 1
    case .values(let values): values.count
    }
  }

  /// nil for a column without strings.
  package var dictionary: StringDictionary? {
    switch storage {
    case .strings(_, let dictionary), .stringLists(_, _, let dictionary): dictionary
    default: nil
    }
  }

  package subscript(row: Int) -> Value {
    if let present, !present[row] { return .null }
    return switch storage {
    case .booleans(let values): .boolean(values[row])
    case .integers(let values): .integer(values[row])
    case .floats(let values): .float(values[row])
    case .dates(let values): .date(CalendarDate(epochDay: Int64(values[row])))
    case .strings(let codes, let dictionary): dictionary.value(codes[row])
    case .stringLists(let offsets, let codes, let dictionary):
      .list((offsets[row]..<offsets[row + 1]).map { dictionary.value(codes[Int($0)]) })
    case .values(let values): values[row]
    }
  }

  /// The values at so many rows as a column of a batch, typed if no null is among them.
  ///
  /// - Parameter row: below `rowCount`.
  @inline(__always)
  func gathered(_ count: Int, of rowCount: Int, _ row: (Int) -> Int) -> Column {
    precondition(rowCount <= self.count, "a column has all rows of its table")
    if let present, !(0..<count).allSatisfy({ present[row($0)] }) {
      return .values((0..<count).map { self[row($0)] })
    }
    return switch storage {
    case .booleans(let values): .booleans(Self.gather(values, count, row))
    case .integers(let values): .integers(Self.gather(values, count, row))
    case .floats(let values): .floats(Self.gather(values, count, row))
    case .dates(let values): .dates(Self.gather(values, count, row))
    case .strings(let codes, let dictionary): .strings(Self.gather(codes, count, row), dictionary)
    case .stringLists: .values((0..<count).map { self[row($0)] })
    case .values(let values): .values((0..<count).map { values[row($0)] })
    }
  }

  /// No index is looked at twice: a third of the time of reading a property of what an edge leads to.
  @inline(__always)
  private static func gather<Element>(_ values: [Element], _ count: Int, _ row: (Int) -> Int) -> [Element] {
    values.withUnsafeBufferPointer { values in
      [Element](unsafeUninitializedCapacity: count) { made, filled in
        for place in 0..<count { made.initializeElement(at: place, to: values[row(place)]) }
        filled = count
      }
    }
  }

  /// The same column with its rows in another order: row `r` of the result is row `order[r]` of this one.
  func permuted(_ order: [UInt32]) -> PropertyColumn {
    let storage: Storage =
      switch storage {
      case .booleans(let values): .booleans(order.map { values[Int($0)] })
      case .integers(let values): .integers(order.map { values[Int($0)] })
      case .floats(let values): .floats(order.map { values[Int($0)] })
      case .dates(let values): .dates(order.map { values[Int($0)] })
      case .strings(let codes, let dictionary): .strings(order.map { codes[Int($0)] }, dictionary)
      case .stringLists(let offsets, let codes, let dictionary): Self.permuted(offsets, codes, dictionary, order)
      case .values(let values): .values(order.map { values[Int($0)] })
      }
    return PropertyColumn(storage, present: present.map { present in order.map { present[Int($0)] } })
  }

  private static func permuted(
    _ offsets: [UInt32], _ codes: [UInt32], _ dictionary: StringDictionary, _ order: [UInt32]
  ) -> Storage {
    var newOffsets: [UInt32] = [0]
    newOffsets.reserveCapacity(offsets.count)
    var newCodes: [UInt32] = []
    newCodes.reserveCapacity(codes.count)
    for row in order {
      newCodes += codes[Int(offsets[Int(row)])..<Int(offsets[Int(row) + 1])]
      newOffsets.append(UInt32(newCodes.count))
    }
    return .stringLists(offsets: newOffsets, codes: newCodes, dictionary)
  }
}
