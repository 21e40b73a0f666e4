import Foundation
import GraphCore
import Testing

@testable import Interchange

/// A folder that is gone afterwards.
private func withFolder<Result>(_ files: [String: String], _ body: (String) throws -> Result) throws -> Result {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent("csv-\(UUID().uuidString)").path
  try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(atPath: folder) }
  for (name, contents) in files { try Data(contents.utf8).write(to: URL(filePath: "\(folder)/\(name)")) }
  return try body(folder)
}

private let files = [
  "schema.json": """
  {"nodes": {"Place": {"count": 1, "props": {"id": "int64", "name": "string"}},
             "Actor": {"props": {"id": "int64", "name": "string", "born": "date", "weight": "double", "named": "boolean"}}},
   "edges": {"KNOWS": {"from": "Actor", "to": "Actor", "props": {"since": "int64"}}, "AT": {"from": "Actor", "to": "Place"}}}
  """,
  "nodes_Actor.csv": """
  id,name,born,weight,named
  7,"Smith, ""Al""\r\nJr",1960-02-29,0.5,true
  3,Zoë,,-1e3,FALSE
  9,"",2001-01-01,59.25,
  """,
  "nodes_Place.csv": "\u{FEFF}name,id\r\nÅland,0\r\n",
  "edges_KNOWS.csv": "src,dst,since\n9,7,1999\n7,3,-5\n7,3,\n",
  "edges_AT.csv": "dst,src\n0,3\n",
]

/// All that a graph holds, a line each.
private func lines(_ graph: PropertyGraph) -> [String] {
  let names = graph.names
  func text(_ properties: [(key: PropertyKeyID, value: Value)]) -> String {
    properties.map { "\(names.name(of: $0.key))=\($0.value)" }.sorted().joined(separator: " ")
  }
  let nodes = (0..<graph.nodeCapacity).map { NodeID(UInt32($0)) }.map { node in
    "\(graph.key(of: node)) \(graph.labels(of: node).map { names.name(of: $0) }) \(text(graph.properties(of: node)))"
  }
  let edges = (0..<graph.edgeCapacity).map { EdgeID(UInt32($0)) }.map { edge in
    "\(graph.key(of: edge)) \(graph.key(of: graph.source(of: edge)))-\(names.name(of: graph.type(of: edge)))->"
      + "\(graph.key(of: graph.target(of: edge))) \(text(graph.properties(of: edge)))"
  }
  return nodes + edges
}

@Test("a folder of CSV files is a graph: types, quotes, nulls, ids out of order, columns in any order")
func csvFolder() throws {
  let graph = try withFolder(files) { try CSVFolder.graph(in: $0) }
  let day = { (year: Int64, month: Int64, day: Int64) in CalendarDate(year: year, month: month, day: day) }
  let (leap, first) = (try #require(day(1960, 2, 29)), try #require(day(2001, 1, 1)))
  #expect(
    lines(graph) == [
      "n1 [\"Actor\"] born=date(\(leap)) id=integer(7) name=string(\"Smith, \\\"Al\\\"\\r\\nJr\") "
        + "named=boolean(true) weight=float(0.5)",
      "n2 [\"Actor\"] id=integer(3) name=string(\"Zoë\") named=boolean(false) weight=float(-1000.0)",
      "n3 [\"Actor\"] born=date(\(first)) id=integer(9) name=string(\"\") weight=float(59.25)",
      "n4 [\"Place\"] id=integer(0) name=string(\"Åland\")",
      "e5 n2-AT->n4 ",
      "e6 n1-KNOWS->n2 since=integer(-5)", "e7 n1-KNOWS->n2 ", "e8 n3-KNOWS->n1 since=integer(1999)",
    ])
}

private typealias Fault = (file: String, contents: String?, code: ImportError.Code, place: String)

private let faults: [Fault] = [
  ("schema.json", nil, .notFound, ""), ("schema.json", "{", .schemaInvalid, ""),
  ("schema.json", "[]", .schemaInvalid, ""),
  ("schema.json", #"{"nodes": {"Actor": {"props": {"name": "string"}}}}"#, .schemaInvalid, ""),
  ("schema.json", #"{"nodes": {"Actor": {"props": {"id": "int63"}}}}"#, .schemaInvalid, ""),
  ("schema.json", #"{"nodes": {"../x": {"props": {"id": "int64"}}}}"#, .schemaInvalid, ""),
  ("schema.json", #"{"nodes": {}, "edges": {"R": {"from": "A", "to": "A"}}}"#, .schemaInvalid, ""),
  ("nodes_Place.csv", nil, .notFound, ""), ("nodes_Place.csv", "", .columnsDiffer, "1:1"),
  ("nodes_Place.csv", "id\n", .columnsDiffer, "1:1"), ("nodes_Place.csv", "id,name,x\n", .columnsDiffer, "1:9"),
  ("nodes_Place.csv", "id,name,id\n", .columnsDiffer, "1:9"), ("nodes_Place.csv", "id,name\n", .rowsMissing, ""),
  ("nodes_Place.csv", "id,name\n1\n", .fieldsMissing, "2:1"),
  ("nodes_Place.csv", "id,name\n1,a,b\n", .fieldsMissing, "2:1"),
  ("nodes_Place.csv", "id,name\n1,\"a\n", .quotesUnbalanced, "2:3"),
  ("nodes_Place.csv", "id,name\n1,\"a\"b\n", .quotesUnbalanced, "2:6"),
  ("nodes_Place.csv", "id,name\n,a\n", .idInvalid, "2:1"), ("nodes_Place.csv", "id,name\nx,a\n", .valueInvalid, "2:1"),
  ("nodes_Place.csv", "name,id\n\"a\nb\",9223372036854775808\n", .valueInvalid, "3:4"),
  ("nodes_Actor.csv", "id,name,born,weight,named\n1,a,2001-02-29,1,true\n", .valueInvalid, "2:5"),
  ("nodes_Actor.csv", "id,name,born,weight,named\n1,a,2001-02-28,0x1p3,true\n", .valueInvalid, "2:16"),
  ("nodes_Actor.csv", "id,name,born,weight,named\n1,a,2001-02-28,1,ja\n", .valueInvalid, "2:18"),
  ("nodes_Actor.csv", "id,name,born,weight,named\n1,é,,,\n1,b,,,\n", .idInvalid, "3:1"),
  ("edges_AT.csv", "src,dst\n8,0\n", .idInvalid, "2:1"), ("edges_AT.csv", "src,dst\n3,x\n", .idInvalid, "2:3"),
]

@Test("what is wrong with a folder is told with its file, line and column", arguments: faults.indices)
func faultyFolder(_ index: Int) throws {
  let fault = faults[index]
  var files = files
  files[fault.file] = fault.contents
  try withFolder(files) { folder in
    do throws(ImportError) {
      _ = try CSVFolder.graph(in: folder)
      Issue.record("\(fault.file) is taken")
    } catch {
      #expect(error.code == fault.code, "\(error.sentence)")
      #expect(error.path == "\(folder)/\(fault.file)")
      let place = [error.line, error.column].compactMap { $0.map(String.init) }.joined(separator: ":")
      #expect(place == fault.place, "\(error.sentence)")
    }
  }
}

@Test("bytes that are no UTF-8 are told with their place")
func csvNotUTF8() throws {
  try withFolder(files) { folder in
    try Data(Array("id,name\n0,a".utf8) + [0xFF, 0x0A]).write(to: URL(filePath: "\(folder)/nodes_Place.csv"))
    do throws(ImportError) {
      _ = try CSVFolder.graph(in: folder)
      Issue.record("it is taken")
    } catch {
      #expect(error.code == .notUTF8 && error.line == 2 && error.column == 3)
    }
  }
}

@Test(
  "numbers are read exactly",
  arguments: [
    "0", "-0", "0.1", "59.5", "123456789012345", "1234567890123456789", "1e-7", "1.7976931348623157e308", ".5",
  ])
func csvNumbers(_ text: String) {
  let found = Array(text.utf8).withUnsafeBytes { CSVType.double($0) }
  #expect(found?.bitPattern == Double(text)?.bitPattern)
}

@Test("what is no number is none", arguments: ["", "-", ".", "1.2.3", "nan", "inf", "0x10", "1e999", "1 ", "1,5"])
func csvNoNumbers(_ text: String) {
  #expect(Array(text.utf8).withUnsafeBytes { CSVType.double($0) } == nil)
}

@Test("lines without anything are no rows, also where rows have one field")
func csvBlankLines() throws {
  let files = [
    "schema.json": #"{"nodes": {"A": {"count": 2, "props": {"id": "int64"}}}}"#, "nodes_A.csv": "\nid\n1\n\n2\r\n\r\n",
  ]
  let graph = try withFolder(files) { try CSVFolder.graph(in: $0) }
  #expect(lines(graph) == ["n1 [\"A\"] id=integer(1)", "n2 [\"A\"] id=integer(2)"])
}
