import GraphCore

/// Where a run of bytes stands in the snapshot: in pieces one after the other, each a record of its own.
struct Blob: Equatable {
  let first: Int
  let pieces: Int

  /// Bounds what is sealed, and held twice in memory, in one piece.
  static let pieceBytes = 4 << 20
}

/// What a snapshot holds, and where: all of it that has to be read before the first question.
struct Catalogue {
  struct Column {
    /// In `propertyKeys`.
    let key: Int
    let blob: Blob
  }

  struct Table {
    let rowCount: Int
    let keys: Blob
    let columns: [Column]
  }

  /// In the order of their bytes, as in a settled graph.
  var labels: [String] = []
  var edgeTypes: [String] = []
  var propertyKeys: [String] = []
  var nextSerial: UInt64 = 1
  /// The dictionary of each property key that has strings.
  var dictionaries: [(key: Int, blob: Blob)] = []
  var nodeTables: [(labels: [Int], table: Table)] = []
  /// By edge type.
  var edgeTables: [(ends: Blob, table: Table)] = []
}

extension Catalogue {
  /// Whether its names and its sets of labels are all different, as numbers that stand for them must be.
  var hasNoRepetition: Bool {
    [labels, edgeTypes, propertyKeys].allSatisfy { Set($0).count == $0.count }
      && Set(nodeTables.map(\.labels)).count == nodeTables.count
  }
}

extension ByteWriter {
  mutating func write(_ catalogue: Catalogue) {
    write(catalogue.labels)
    write(catalogue.edgeTypes)
    write(catalogue.propertyKeys)
    write(varint: catalogue.nextSerial)
    write(count: catalogue.dictionaries.count)
    for (key, blob) in catalogue.dictionaries {
      write(count: key)
      write(blob)
    }
    write(count: catalogue.nodeTables.count)
    for (labels, table) in catalogue.nodeTables {
      write(count: labels.count)
      for label in labels { write(count: label) }
      write(table)
    }
    write(count: catalogue.edgeTables.count)
    for (ends, table) in catalogue.edgeTables {
      write(ends)
      write(table)
    }
  }

  private mutating func write(_ table: Catalogue.Table) {
    write(count: table.rowCount)
    write(table.keys)
    write(count: table.columns.count)
    for column in table.columns {
      write(count: column.key)
      write(column.blob)
    }
  }

  private mutating func write(_ blob: Blob) {
    write(count: blob.first)
    write(count: blob.pieces)
  }
}

extension ByteReader {
  mutating func catalogue() throws(DecodingFailure) -> Catalogue {
    var catalogue = Catalogue(labels: try texts(), edgeTypes: try texts(), propertyKeys: try texts())
    catalogue.nextSerial = try varint()
    for _ in 0..<(try count()) {
      catalogue.dictionaries.append((try number(below: catalogue.propertyKeys.count), try blob()))
    }
    for _ in 0..<(try count()) {
      var labels: [Int] = []
      for _ in 0..<(try count()) { labels.append(try number(below: catalogue.labels.count)) }
      catalogue.nodeTables.append((labels, try table(catalogue)))
    }
    for _ in 0..<(try count()) { catalogue.edgeTables.append((try blob(), try table(catalogue))) }
    guard isAtEnd, catalogue.edgeTables.count == catalogue.edgeTypes.count else {
      throw DecodingFailure("the list of its tables contradicts itself")
    }
    return catalogue
  }

  private mutating func table(_ catalogue: Catalogue) throws(DecodingFailure) -> Catalogue.Table {
    let rowCount = try number(below: Int(UInt32.max) - 2)
    let keys = try blob()
    var columns: [Catalogue.Column] = []
    for _ in 0..<(try count()) {
      columns.append(.init(key: try number(below: catalogue.propertyKeys.count), blob: try blob()))
    }
    return .init(rowCount: rowCount, keys: keys, columns: columns)
  }

  private mutating func blob() throws(DecodingFailure) -> Blob {
    Blob(first: try number(below: Int(Int32.max)), pieces: try number(below: Int(Int32.max)))
  }

  private mutating func number(below bound: Int) throws(DecodingFailure) -> Int {
    let number = try varint()
    guard number < UInt64(bound) else { throw DecodingFailure("the list of its tables contradicts itself") }
    return Int(number)
  }
}
