import Foundation
import GraphCore
import SourceText
import Testing

@testable import Store

/// Each kind of value that can stand in a property, at its bounds.
let sampleValues: [Value] = [
  .boolean(true), .boolean(false), .integer(0), .integer(.min), .integer(.max), .float(0.1), .float(-0.0), .float(.nan),
  .float(.infinity), .string(""), .string("a\0b"), .string("😀 e\u{301} \u{202E}"),
  .string(String(repeating: "long ", count: 5_000)), .list([]),
  .list([.null, .integer(1), .list([.string("x"), .list([.null])])]), .map(ValueMap()),
  .map(ValueMap([("b", .null), ("a", .list([.float(1.5)])), ("", .map(ValueMap([("k", .boolean(false))])))])),
  .date(CalendarDate(epochDay: -719_528)), .date(CalendarDate(epochDay: 365_241_780_471)),
  .localTime(LocalTime(nanosecondOfDay: 86_399_999_999_999)),
  .time(ZonedTime(local: LocalTime(nanosecondOfDay: 1), offsetSeconds: -64_800)),
  .localDateTime(LocalDateTime(date: CalendarDate(epochDay: 19_804), time: LocalTime(nanosecondOfDay: 5))),
  .dateTime(
    ZonedDateTime(
      local: LocalDateTime(date: CalendarDate(epochDay: 19_804), time: LocalTime(nanosecondOfDay: 0)),
      offsetSeconds: 3_600, zone: "Europe/Stockholm")),
  .dateTime(
    ZonedDateTime(
      local: LocalDateTime(date: CalendarDate(epochDay: 0), time: LocalTime(nanosecondOfDay: 0)), offsetSeconds: 0,
      zone: nil)),
  .duration(CalendarDuration(months: -1, days: .max, seconds: .min, nanoseconds: 999_999_999)),
]

func node(_ key: String, _ labels: [String] = [], _ properties: KeyValuePairs<String, Value> = [:]) -> GraphChange {
  .createNode(key: ElementKey(key), labels: labels, properties: properties.map { (key: $0.key, value: $0.value) })
}

func edge(
  _ key: String, _ type: String, _ source: String, _ target: String, _ properties: KeyValuePairs<String, Value> = [:]
) -> GraphChange {
  .createEdge(
    key: ElementKey(key), type: type, from: ElementKey(source), to: ElementKey(target),
    properties: properties.map { (key: $0.key, value: $0.value) })
}

/// Commits that make, change and delete, and use every kind of value.
let sampleCommits: [[GraphChange]] = [
  sampleValues.enumerated().map {
    node("v\($0)", ["Value", "Kind\($0 % 3)"], ["value": $1, "number": .integer(Int64($0))])
  },
  [
    edge("e1", "NEXT", "v0", "v1", ["why": .string("order")]), edge("e2", "NEXT", "v1", "v2"),
    edge("loop", "SELF", "v0", "v0"),
  ],
  [
    .setProperty(.node(ElementKey("v0")), key: "value", value: .null),
    .setProperty(.edge(ElementKey("e1")), key: "weight", value: .float(2)), .setLabels(ElementKey("v2"), []),
    .deleteEdge(ElementKey("e2")), .deleteNode(ElementKey("v3")), node("v3", ["Again"]), edge("e2", "BACK", "v3", "v0"),
  ],
]

/// All that a graph holds, in an order that its ids do not matter for, with floats by their bits: equal texts, equal graphs.
func contents(_ graph: PropertyGraph) -> [String] {
  func text(_ properties: [(key: PropertyKeyID, value: Value)]) -> String {
    properties.map { "\(graph.names.name(of: $0.key))=\(exactText($0.value))" }.sorted().joined(separator: ",")
  }
  let nodes = (0..<graph.nodeCapacity).map { NodeID(UInt32($0)) }.filter { graph.contains($0) }.map { node in
    let labels = graph.labels(of: node).map { graph.names.name(of: $0) }.sorted()
    return "(\(graph.key(of: node)):\(labels) \(text(graph.properties(of: node))))"
  }
  let edges = (0..<graph.edgeCapacity).map { EdgeID(UInt32($0)) }.filter { graph.contains($0) }.map { edge in
    let (source, target) = (graph.key(of: graph.source(of: edge)), graph.key(of: graph.target(of: edge)))
    return
      "\(source)-[\(graph.key(of: edge)):\(graph.names.name(of: graph.type(of: edge))) \(text(graph.properties(of: edge)))]->\(target)"
  }
  return (nodes + edges).sorted()
}

func exactText(_ value: Value) -> String {
  switch value {
  case .float(let number): "f\(number.bitPattern)"
  case .list(let values): "\(values.map(exactText))"
  case .map(let map): "{\(map.entries.map { "\($0.key):\(exactText($0.value))" })}"
  default: "\(value)"
  }
}

func graph(_ commits: [[GraphChange]]) throws -> PropertyGraph {
  let transaction = GraphTransaction(PropertyGraph())
  for change in commits.joined() { try transaction.apply(change) }
  return transaction.commit()
}

let sampleReports = [
  ReportEntry(
    sha256: String(repeating: "a", count: 64),
    text: Text(
      origin: "reports/one.txt", contents: "Tehran warned Moscow.\nThe Kremlin declined to comment.",
      metadata: Text.Metadata(title: "Iran/Russia", published: "2024-04-01", authors: ["A. B."])),
    analysis: Data([1, 2, 0, 3])),
  ReportEntry(
    sha256: String(repeating: "b", count: 64),
    text: Text(origin: "https://example.org/ä?q=\"1\"", contents: "Zero \0 within. Café Kreml."), analysis: Data()),
]

func withFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
  let folder = FileManager.default.temporaryDirectory.appending(path: "hearsay-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
  defer { try? FileManager.default.removeItem(at: folder) }
  return try body(folder.path)
}

func names(in folder: String) throws -> [String] {
  try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
}

func bytes(_ path: String) throws -> [UInt8] { Array(try Data(contentsOf: URL(filePath: path))) }

/// The code of the error that `body` throws, nil if it throws none.
func code(_ body: () throws -> Void) -> StoreError.Code? {
  do {
    try body()
    return nil
  } catch {
    return (error as? StoreError)?.code
  }
}
