import GraphCore

/// A graph as a catalogue and blobs: one for each column, dictionary, list of keys and adjacency, so that each can be read
/// when it is first needed.
///
/// The bytes depend on the graph alone: a settled graph has its tables in the order of their names.
enum Snapshot {
  /// The catalogue's place; the blobs' pieces follow.
  static let catalogueNumber = 1

  /// Gives each record to `body` with its number, the catalogue last.
  static func write(
    _ graph: PropertyGraph, _ body: (Int, Envelope.Kind, [UInt8]) throws -> Void
  ) throws {
    var graph = graph
    graph.fold()
    // Only the base is written: what stood beside it would be lost.
    guard graph.isSettled else { throw GraphChangeError("the graph cannot be laid out anew") }
    let base = graph.base
    var next = catalogueNumber + 1
    func blob(_ fill: (inout ByteWriter) throws -> Void) throws -> Blob {
      var writer = ByteWriter()
      try fill(&writer)
      let first = next
      for piece in writer.bytes.pieces(of: Blob.pieceBytes) {
        try body(next, .piece, Array(piece))
        next += 1
      }
      return Blob(first: first, pieces: next - first)
    }
    var dictionaries: [PropertyKeyID: StringDictionary] = [:]
    func table(_ table: BaseGraph.Table) throws -> Catalogue.Table {
      let keys = try blob { $0.write(table.keys.value) }
      var columns: [Catalogue.Column] = []
      for (key, lazy) in table.columns.sorted(by: { $0.key < $1.key }) {
        let column = lazy.value
        if let dictionary = column.dictionary { dictionaries[key] = dictionary }
        columns.append(.init(key: Int(key.rawValue), blob: try blob { try $0.write(column) }))
      }
      return .init(rowCount: table.rowCount, keys: keys, columns: columns)
    }
    var catalogue = Catalogue(
      labels: graph.names.labels, edgeTypes: graph.names.edgeTypes, propertyKeys: graph.names.propertyKeys,
      nextSerial: graph.nextSerial)
    for (set, nodes) in base.nodeTables.enumerated() {
      catalogue.nodeTables.append((graph.labels(inSet: set).map { Int($0.rawValue) }, try table(nodes)))
    }
    for (edges, adjacencies) in zip(base.edgeTables, base.adjacencies) {
      let ends = try blob { $0.write(adjacencies.value.outgoing) }
      catalogue.edgeTables.append((ends, try table(edges)))
    }
    for (key, dictionary) in dictionaries.sorted(by: { $0.key < $1.key }) {
      catalogue.dictionaries.append((Int(key.rawValue), try blob { $0.write(dictionary) }))
    }
    var writer = ByteWriter()
    writer.write(catalogue)
    try body(catalogueNumber, .catalogue, writer.bytes)
  }

  /// The way back. Of the blobs none is read yet: `source` is asked for each when something needs it.
  static func graph(_ catalogue: Catalogue, from source: some SegmentSource) throws(DecodingFailure) -> PropertyGraph {
    let names = Names(
      labels: catalogue.labels, edgeTypes: catalogue.edgeTypes, propertyKeys: catalogue.propertyKeys)
    var dictionaries: [Int: Lazy<StringDictionary>] = [:]
    for (key, blob) in catalogue.dictionaries {
      dictionaries[key] = Lazy {
        source.read(blob, or: StringDictionary([])) { (reader) throws(DecodingFailure) in
          try reader.dictionary()
        }
      }
    }
    func table(_ table: Catalogue.Table) -> BaseGraph.Table {
      let rowCount = table.rowCount
      var columns: [PropertyKeyID: Lazy<PropertyColumn>] = [:]
      for column in table.columns {
        let (blob, dictionary) = (column.blob, dictionaries[column.key])
        columns[PropertyKeyID(UInt32(column.key))] = Lazy {
          source.read(blob, or: .nulls(rowCount)) { (reader) throws(DecodingFailure) in
            try reader.column(rowCount: rowCount) { () throws(DecodingFailure) in
              guard let dictionary else { throw DecodingFailure("a dictionary is missing") }
              return dictionary.value
            }
          }
        }
      }
      let keys = table.keys
      return BaseGraph.Table(
        rowCount: rowCount,
        keys: Lazy {
          source.read(keys, or: .unknown(rowCount)) { (reader) throws(DecodingFailure) in try reader.keys(rowCount) }
        }, columns: columns)
    }
    let nodeCount = catalogue.nodeTables.reduce(0) { $0 + $1.table.rowCount }
    let edgeCount = catalogue.edgeTables.reduce(0) { $0 + $1.table.rowCount }
    guard max(nodeCount, edgeCount) < Int(UInt32.max), edgeCount == 0 || nodeCount > 0, catalogue.hasNoRepetition else {
      throw DecodingFailure("the list of its tables contradicts itself")
    }
    let adjacencies = catalogue.edgeTables.map { ends, table in
      let rowCount = table.rowCount
      return Lazy {
        source.read(ends, or: BaseGraph.Adjacencies.loops(rowCount)) { (reader) throws(DecodingFailure) in
          try reader.ends(rowCount: rowCount, nodeCount: nodeCount)
        }
      }
    }
    return PropertyGraph(
      names: names, labelSets: catalogue.nodeTables.map { $0.labels.map { LabelID(UInt32($0)) } },
      nextSerial: catalogue.nextSerial,
      base: BaseGraph(
        nodeTables: catalogue.nodeTables.map { table($0.table) },
        edgeTables: catalogue.edgeTables.map { table($0.table) },
        adjacencies: adjacencies))
  }
}

extension Array {
  /// One empty piece of an empty array.
  fileprivate func pieces(of size: Int) -> [ArraySlice<Element>] {
    isEmpty ? [[]] : stride(from: 0, to: count, by: size).map { self[$0..<Swift.min($0 + size, count)] }
  }
}
