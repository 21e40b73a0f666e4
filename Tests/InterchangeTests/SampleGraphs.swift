import GraphCore
import Testing

@testable import Interchange

func graph(_ changes: [GraphChange]) throws -> PropertyGraph {
  let transaction = GraphTransaction(PropertyGraph())
  for change in changes { try transaction.apply(change) }
  return transaction.commit()
}

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

/// 2024-03-22, as days since 1970.
let attackDay = CalendarDate(epochDay: 19_804)

/// A warning, an attack and a speaker: each kind of value that a case holds.
let warningChanges: [GraphChange] = [
  node(
    "state-us", ["State", "Actor"],
    ["name": .string("United States"), "aliases": .list([.string("US"), .string("U.S.")])]),
  node(
    "event-1", ["Event"],
    ["name": .string("Warning"), "type": .string("WARN"), "start": .date(attackDay), "killed": .integer(144)]),
  node(
    "claim-1", ["Claim"],
    [
      "text": .string("\"We warned them\" & <twice>"), "quoted": .boolean(true),
      "said": .dateTime(
        ZonedDateTime(
          local: LocalDateTime(date: attackDay, time: LocalTime(nanosecondOfDay: 3_600_000_000_000)),
          offsetSeconds: 7_200,
          zone: "Europe/Stockholm")),
    ]),
  edge(
    "edge-1", "AGENT_OF", "state-us", "event-1",
    ["claims": .list([.string("claim-1"), .string("claim-2")]), "origins": .integer(1)]),
  edge("edge-2", "MADE", "state-us", "claim-1", ["cue": .string("said")]),
]

/// Texts that break careless writers.
let hostileTexts = [
  "", " ", "\n", "\u{0}", "\u{1}\u{8}\u{B}\u{C}\u{E}\u{1F}", "\u{7F}\u{85}\u{9F}", "\u{FFFE}\u{FFFF}\u{FFFD}",
  "a\u{FFFE}b\u{FFFF}", "\r", "\r\n", "a\rb\r\nc\n", "]]>", "]]]]>>", "<![CDATA[x]]>", "& <", "> \t<", " &", "& ",
  "&\r ]]> \r<",
  "&amp;", "&#0;", "\"'`", "\\", "\u{202E}drow\u{202C} \u{2066}x\u{2069}", "😀𐀀\u{10FFFF}", "e\u{301}\u{301}",
  "=cmd()|a,b;c",
  "<script>alert(1)</script>", "--><!--", "\u{2028}\u{2029}", "\t tab\t", "%00 ${x} {{x}}", "\\N{node}",
]

func bytes(_ format: ExportFormat, _ graph: PropertyGraph, _ options: ExportOptions = ExportOptions()) throws -> String
{
  let output = ByteOutput()
  _ = try format.write(graph, to: output, options: options)
  return String(decoding: try output.finish(), as: UTF8.self)
}
