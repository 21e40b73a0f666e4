import GraphCore
import Testing

@testable import Interchange

@Test(
  "a format is known by the end of the file's name",
  arguments: [
    ("a.graphml", ExportFormat.graphml), ("A.JSON", .json), ("x/y.v2.csv", .csv), ("g.gv", .dot), ("g.dot", .dot),
    ("graphml", nil), ("a.b/graph", nil), ("a.txt", nil),
  ] as [(String, ExportFormat?)])
func formatByName(_ name: String, _ format: ExportFormat?) {
  #expect(ExportFormat(fileName: name) == format)
}

@Test("the same content gives the same bytes, whatever order it came in", arguments: ExportFormat.allCases)
func orderDoesNotMatter(_ format: ExportFormat) throws {
  let shuffled = [2, 1, 0, 4, 3].map { warningChanges[$0] }
  let detour = try graph([node("zz", ["Aa"], ["zz": .integer(1)])] + shuffled + [.deleteNode(ElementKey("zz"))])
  #expect(try bytes(format, detour) == bytes(format, graph(warningChanges)))
}

@Test("CSV quotes what must be, tells an empty text from none, and keeps lists as JSON")
func csv() throws {
  let expected = #"""
    id,labels,aliases,killed,name,quoted,said,start,text,type
    claim-1,Claim,,,,true,2024-03-21T23:00Z,,"""We warned them"" & <twice>",
    event-1,Event,,144,Warning,,,2024-03-22,,WARN
    state-us,Actor;State,"[""US"",""U.S.""]",,United States,,,,,

    id,type,from,to,claims,cue,origins
    edge-1,AGENT_OF,state-us,event-1,"[""claim-1"",""claim-2""]",,1
    edge-2,MADE,state-us,claim-1,,said,

    """#
  #expect(try bytes(.csv, graph(warningChanges)) == expected)
  #expect(
    try bytes(.csv, graph([node("a", [], ["id": .string("")])])) == "id,labels,own_id\na,,\"\"\n\nid,type,from,to\n")
}

@Test("DOT escapes captions")
func dot() throws {
  let text = try bytes(.dot, graph([node("a", [], ["name": .string("\"\\N & \u{1}")])]))
  #expect(text.contains(#""a" [label="\"\\N &amp; "#))
}

@Test(
  "captions are one line and cut at a word",
  arguments: [
    ("a\n b", "a b"), ("", ""), (String(repeating: "x", count: 60), String(repeating: "x", count: 60)),
    (String(repeating: "x", count: 61), String(repeating: "x", count: 59) + "…"),
    (String(repeating: "word ", count: 20), "word word word word word word word word word word word…"),
  ])
func captions(_ text: String, _ caption: String) {
  #expect(shortened(text) == caption)
}

@Test("labels beyond the known ones take colours by name, not by history")
func strangeLabels() throws {
  let first = try graph([node("a", ["Beta"]), node("b", ["Alpha"])])
  let second = try graph([
    node("b", ["Alpha"]), node("c", ["Zeta", "Beta"]), .deleteNode(ElementKey("c")), node("a", ["Beta"]),
  ])
  func color(_ key: String, _ graph: PropertyGraph) throws -> Color {
    Palette(for: graph, graph.nodesByKey()).color(of: try #require(graph.node(for: ElementKey(key))), in: graph)
  }
  #expect(try color("a", first) == color("a", second))
  #expect(try color("a", first) != color("b", first))
}
