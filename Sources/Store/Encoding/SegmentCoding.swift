import GraphCore

/// Some elements of one kind, a column at a time: nodes with the same labels or edges of one type.
///
/// Positions number all elements of a snapshot in the order that the graph had them in, which loading restores.
struct Segment {
  /// Bounds what is encoded and decoded in one piece.
  static let mostRows = 16_384

  /// The labels of the nodes, or the one type of the edges.
  var names: [String]
  /// Ascending.
  var positions: [Int] = []
  var keys: [ElementKey] = []
  /// Of edges, the positions of their ends among the nodes; of nodes, none.
  var sources: [Int] = []
  var targets: [Int] = []
  /// Ascending by name; one value per row, null where there is none.
  var columns: [(name: String, values: [Value])] = []
}

/// How the values of one column are written. Others (dictionary, delta, packed bits) get the next numbers.
private enum ColumnEncoding: UInt8 {
  /// Each value as its tag and content.
  case plain = 0
}

extension ByteWriter {
  mutating func write(_ segment: Segment) throws(UnstorableValue) {
    write(segment.names)
    write(count: segment.positions.count)
    var last = 0
    for position in segment.positions {
      write(count: position - last)
      last = position
    }
    for key in segment.keys { write(key.description) }
    write(count: segment.sources.count)
    for end in segment.sources { write(count: end) }
    for end in segment.targets { write(count: end) }
    write(count: segment.columns.count)
    for (name, values) in segment.columns {
      write(name)
      write(ColumnEncoding.plain.rawValue)
      for value in values { try write(value) }
    }
  }
}

extension ByteReader {
  mutating func segment() throws(DecodingFailure) -> Segment {
    var segment = Segment(names: try texts())
    let rowCount = try count()
    var last: UInt64 = 0
    for _ in 0..<rowCount {
      last = last.addingReportingOverflow(try varint()).partialValue
      segment.positions.append(try position(last))
    }
    for _ in 0..<rowCount { segment.keys.append(ElementKey(try text())) }
    let endCount = try count()
    guard endCount == 0 || endCount == rowCount else { throw DecodingFailure("edges lack their ends") }
    for _ in 0..<endCount { segment.sources.append(try position(try varint())) }
    for _ in 0..<endCount { segment.targets.append(try position(try varint())) }
    for _ in 0..<(try count()) { segment.columns.append(try column(rowCount: rowCount)) }
    guard isAtEnd else { throw DecodingFailure("a segment is followed by something else") }
    return segment
  }

  private mutating func column(rowCount: Int) throws(DecodingFailure) -> (name: String, values: [Value]) {
    let name = try text()
    guard ColumnEncoding(rawValue: try byte()) == .plain else {
      throw DecodingFailure("a column has an unknown encoding")
    }
    var values: [Value] = []
    values.reserveCapacity(rowCount)
    for _ in 0..<rowCount { values.append(try value()) }
    return (name, values)
  }

  private func position(_ number: UInt64) throws(DecodingFailure) -> Int {
    guard number < UInt64(UInt32.max) else { throw DecodingFailure("an element has an impossible position") }
    return Int(number)
  }
}
