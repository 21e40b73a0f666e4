import Foundation
public import GraphCore
import SourceText

/// A graph as a folder of CSV files: `schema.json` names labels and types with their properties, `nodes_<Label>.csv` and
/// `edges_<TYPE>.csv` hold them.
///
/// ```json
/// {"nodes": {"Actor": {"count": 2, "props": {"id": "int64", "name": "string"}}},
///  "edges": {"KNOWS": {"from": "Actor", "to": "Actor", "count": 1, "props": {"since": "date"}}}}
/// ```
///
/// Types are `int64`, `double`, `string`, `boolean` and `date`. Nodes have an `id` of type `int64`, unique within their
/// label; edges name theirs in the columns `src` and `dst`. `count` can be left out; where it is given it is checked. An
/// empty field without quotes is no value. CSV as in RFC 4180, UTF-8, with a header.
public enum CSVFolder {
  /// Reads a folder, all of it or nothing. O(bytes), each file in memory as the system maps it.
  public static func graph(in folder: String) throws(ImportError) -> PropertyGraph {
    let schema = try Schema(folder: folder)
    var loader = TableLoader()
    var rows: [String: RowsByID] = [:]
    // In the order of the names, so that the same folder gives the same graph.
    for (label, table) in schema.nodes.sorted(by: { precedes($0.key, $1.key) }) {
      let path = "\(folder)/nodes_\(label).csv"
      let (read, ids) = try read(path, table.columns, table.count, ends: nil, &loader)
      rows[label] = ids
      try adding(path) { () throws(GraphChangeError) in
        try loader.addNodes(label, rowCount: read.rowCount, columns: read.columns)
      }
    }
    for (type, table) in schema.edges.sorted(by: { precedes($0.key, $1.key) }) {
      let path = "\(folder)/edges_\(type).csv"
      let ends = (rows[table.from] ?? RowsByID(), rows[table.to] ?? RowsByID())
      let (read, _) = try read(path, table.columns, table.count, ends: ends, &loader)
      try adding(path) { () throws(GraphChangeError) in
        try loader.addEdges(
          type, from: table.from, read.sources, to: table.to, read.targets, columns: read.columns)
      }
    }
    return loader.finish()
  }

  private static func adding(
    _ path: String, _ body: () throws(GraphChangeError) -> Void
  ) throws(ImportError) {
    do { try body() } catch { throw ImportError(.tooLarge, error.message, path: path) }
  }

  /// What a file holds.
  private struct Table {
    var rowCount = 0
    var columns: TableLoader.Columns = []
    var sources: [UInt32] = []
    var targets: [UInt32] = []
  }

  /// - Parameters:
  ///   - columns: the properties of the schema.
  ///   - ends: of edges, the rows of the nodes they may end at.
  private static func read(
    _ path: String, _ columns: [(name: String, type: CSVType)], _ count: Int?, ends: (RowsByID, RowsByID)?,
    _ loader: inout TableLoader
  ) throws(ImportError) -> (Table, RowsByID) {
    var table = Table()
    table.columns = columns.map { (name: $0.name, column: loader.column($0.name)) }
    let types = columns.map(\.type)
    var ids = RowsByID()
    try withBytes(of: path) { (bytes) throws(ImportError) in
      var rows = CSVRows(bytes, path: path)
      let places = try places(of: (ends == nil ? [] : ["src", "dst"]) + columns.map(\.name), &rows)
      let width = places.count
      let endCount = ends == nil ? 0 : 2
      let idColumn = ends == nil ? columns.firstIndex { $0.name == "id" } : nil
      while try rows.advance() {
        guard rows.fields.count == width else {
          throw rows.error(
            .fieldsMissing, "the header has \(width) fields, this row \(rows.fields.count)", at: rows.rowStart)
        }
        if let ends {
          table.sources.append(try ends.0.row(rows.fields[places[0]], of: rows))
          table.targets.append(try ends.1.row(rows.fields[places[1]], of: rows))
        }
        for column in types.indices {
          let field = rows.fields[places[column + endCount]]
          guard try types[column].append(field, of: rows, to: &table.columns[column].column) else {
            throw rows.error(
              .valueInvalid, "`\(rows.shown(field))` is no \(types[column].rawValue)", in: field,
              suggestion: "column `\(columns[column].name)` takes \(types[column].example)")
          }
        }
        if let idColumn { try ids.insert(rows.fields[places[idColumn]], UInt32(table.rowCount), of: rows) }
        table.rowCount += 1
        guard table.rowCount < Int(UInt32.max) - 2 else {
          throw ImportError(.tooLarge, "there are more rows than a graph holds", path: path)
        }
      }
    }
    if let count, count != table.rowCount {
      throw ImportError(
        .rowsMissing, "the schema announces \(count) rows, the file has \(table.rowCount)", path: path,
        suggestion: "write the folder anew, or leave `count` out")
    }
    return (table, ids)
  }

  /// Where each of the columns stands in the header.
  private static func places(of names: [String], _ rows: inout CSVRows) throws(ImportError) -> [Int] {
    guard try rows.advance() else {
      throw ImportError(
        .columnsDiffer, "the file has no header", path: rows.path, line: 1, column: 1,
        suggestion: "it should be `\(names.joined(separator: ","))`")
    }
    var header: [String: Int] = [:]
    for (place, field) in rows.fields.enumerated() {
      let name = try rows.withText(field) { String(decoding: $0, as: UTF8.self) }
      guard names.contains(name), header[name] == nil else {
        throw rows.error(
          .columnsDiffer,
          header[name] == nil ? "the schema has no column `\(name)`" : "there are two columns `\(name)`", in: field,
          suggestion: "the columns are \(names.joined(separator: ", "))")
      }
      header[name] = place
    }
    var places: [Int] = []
    for name in names {
      guard let place = header[name] else {
        throw rows.error(.columnsDiffer, "there is no column `\(name)`", at: rows.rowStart)
      }
      places.append(place)
    }
    return places
  }

  static func withBytes(
    of path: String, _ body: (UnsafeRawBufferPointer) throws(ImportError) -> Void
  ) throws(ImportError) {
    let data: Data
    do {
      data = try Data(contentsOf: URL(filePath: path), options: .mappedIfSafe)
    } catch {
      let isThere = FileManager.default.fileExists(atPath: path)
      throw ImportError(
        isThere ? .notPermitted : .notFound, isThere ? "it may not be read" : "there is no such file", path: path)
    }
    var failure: ImportError?
    data.withUnsafeBytes { bytes in
      do throws(ImportError) { try body(bytes) } catch { failure = error }
    }
    if let failure { throw failure }
  }

  private static func precedes(_ a: String, _ b: String) -> Bool { a.utf8.lexicographicallyPrecedes(b.utf8) }
}

/// The rows of the nodes of one label by their ids: a table only where ids are not the rows themselves.
private struct RowsByID {
  private var count: UInt32 = 0
  private var rows: [Int64: UInt32]?

  mutating func insert(_ field: CSVRows.Field, _ row: UInt32, of file: borrowing CSVRows) throws(ImportError) {
    guard let id = CSVType.integer(file.raw(field)) else {
      throw file.error(.idInvalid, "a node has no id", in: field)
    }
    if rows == nil, id != Int64(row) {
      rows = Dictionary(uniqueKeysWithValues: (0..<row).map { (Int64($0), $0) })
    }
    if rows?.updateValue(row, forKey: id) != nil {
      throw file.error(.idInvalid, "two nodes have the id \(id)", in: field)
    }
    count = row + 1
  }

  func row(_ field: CSVRows.Field, of file: borrowing CSVRows) throws(ImportError) -> UInt32 {
    guard let id = CSVType.integer(file.raw(field)) else {
      throw file.error(.idInvalid, "`\(file.shown(field))` is no id", in: field)
    }
    if let rows {
      if let row = rows[id] { return row }
    } else if id >= 0, id < Int64(count) {
      return UInt32(id)
    }
    throw file.error(.idInvalid, "no node has the id \(id)", in: field)
  }
}

/// What `schema.json` says.
private struct Schema {
  struct Table {
    /// Of edges, the labels of their ends.
    var from = ""
    var to = ""
    let count: Int?
    /// In the order of their names.
    let columns: [(name: String, type: CSVType)]
  }

  private(set) var nodes: [String: Table] = [:]
  private(set) var edges: [String: Table] = [:]

  private struct File: Decodable {
    struct Nodes: Decodable {
      let count: Int?
      let props: [String: String]?
    }

    struct Edges: Decodable {
      let from: String
      let to: String
      let count: Int?
      let props: [String: String]?
    }

    let nodes: [String: Nodes]
    let edges: [String: Edges]?
  }

  init(folder: String) throws(ImportError) {
    let path = "\(folder)/schema.json"
    var contents = Data()
    try CSVFolder.withBytes(of: path) { (bytes) throws(ImportError) in contents = Data(bytes) }
    let file: File
    do {
      file = try JSONDecoder().decode(File.self, from: contents)
    } catch {
      throw ImportError(.schemaInvalid, Self.reason(error), path: path)
    }
    for (label, table) in file.nodes {
      let columns = try Self.columns(table.props ?? [:], of: label, path)
      guard columns.contains(where: { $0.name == "id" && $0.type == .int64 }) else {
        throw ImportError(
          .schemaInvalid, "nodes `\(label)` have no `id` of type int64", path: path,
          suggestion: "add `\"id\": \"int64\"` to their `props`")
      }
      nodes[label] = Table(count: table.count, columns: columns)
    }
    for (type, table) in file.edges ?? [:] {
      for end in [table.from, table.to] where nodes[end] == nil {
        throw ImportError(
          .schemaInvalid, "edges `\(type)` end at `\(end)`, which are no nodes of the schema", path: path,
          suggestion: nearestName(to: end, among: nodes.keys).map { "did you mean `\($0)`?" })
      }
      edges[type] = Table(
        from: table.from, to: table.to, count: table.count,
        columns: try Self.columns(table.props ?? [:], of: type, path))
    }
  }

  private static func columns(
    _ properties: [String: String], of table: String, _ path: String
  ) throws(ImportError) -> [(name: String, type: CSVType)] {
    guard !table.isEmpty, !table.contains("/"), !table.contains("\0") else {
      throw ImportError(.schemaInvalid, "`\(table)` cannot be the name of a file", path: path)
    }
    var columns: [(name: String, type: CSVType)] = []
    for (name, type) in properties.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
      guard let known = CSVType(rawValue: type) else {
        let names = CSVType.allCases.map(\.rawValue)
        let near = nearestName(to: type, among: names).map { "did you mean `\($0)`?" }
        throw ImportError(
          .schemaInvalid, "`\(table).\(name)` has the unknown type `\(type)`", path: path,
          suggestion: near ?? "types are \(names.joined(separator: ", "))")
      }
      columns.append((name, known))
    }
    return columns
  }

  private static func reason(_ error: any Error) -> String {
    func place(_ path: [any CodingKey]) -> String { path.map(\.stringValue).joined(separator: ".") }
    switch error {
    case DecodingError.keyNotFound(let key, let context):
      return "`\((context.codingPath + [key]).map(\.stringValue).joined(separator: "."))` is missing"
    case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
      return "`\(place(context.codingPath))` is of the wrong kind"
    default: return "it is no JSON"
    }
  }
}
