import Foundation
import GraphCore
import Testing

@testable import Interchange

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Test("GraphML declares a type per property over the whole graph, and dates, lists and large integers are text")
func graphMLTypes() throws {
  let text = try bytes(
    .graphml,
    graph([
      node(
        "a", [], ["i": .integer(1), "mixed": .integer(1), "big": .integer(1), "flag": .boolean(true), "n": .integer(1)]),
      node("b", [], ["i": .integer(-5), "mixed": .float(1.5), "big": .integer(1 << 53 + 1), "n": .string("x")]),
      node("c", [], ["f": .float(.nan), "d": .date(attackDay), "l": .list([.integer(1), .string("\"")])]),
    ]))
  for (name, kind) in [
    ("i", "long"), ("mixed", "double"), ("big", "string"), ("flag", "boolean"), ("n", "string"), ("f", "double"),
    ("d", "string"),
    ("l", "string"),
  ] {
    #expect(text.contains("attr.name=\"\(name)\" attr.type=\"\(kind)\""), "\(name)")
  }
  #expect(
    text.contains(">9007199254740993<") && text.contains(">2024-03-22<") && text.contains(">[1,&quot;\\&quot;&quot;]<"))
  #expect(!text.contains("nan") && !text.contains("NaN"))
}

@Test("datetimes are written in UTC")
func graphMLDates() throws {
  #expect(try bytes(.graphml, graph(warningChanges)).contains(">2024-03-21T23:00Z<"))
}

@Test("each element has label, place, size, colour or weight, and the edge its type twice")
func graphMLAppearance() throws {
  let text = try bytes(.graphml, graph(warningChanges))
  #expect(
    text.contains(
      #"<node id="state-us" labels=":Actor:State"><data key="n.element_id">state-us</data><data key="n.label">United States</data>"#
    ))
  #expect(
    text.contains(
      #"<edge id="edge-1" source="state-us" target="event-1" label="AGENT_OF"><data key="e.element_id">edge-1</data><data key="e.label">AGENT_OF</data><data key="e.weight">2</data>"#
    ))
  #expect(text.contains(#"<data key="n.r">78</data><data key="n.g">121</data><data key="n.b">167</data>"#))
}

@Test("the strict profile has no attribute that the published schema does not know")
func strictProfile() throws {
  let text = try bytes(.graphml, graph(warningChanges), ExportOptions(graphMLProfile: .strict))
  #expect(!text.contains(" label=") && !text.contains(" labels="))
}

@Test("properties named like a viewer's own, or alike but for case, get names of their own")
func reservedNames() throws {
  let text = try bytes(
    .graphml,
    graph([
      node(
        "a", [],
        [
          "Label": .string("1"), "own_label": .string("2"), "Kind": .string("3"), "kind": .string("4"),
          "x": .integer(1), "a b\"<": .integer(1),
        ])
    ]))
  let pattern = /<key id="([^"]*)" for="node" attr.name="([^"]*)"/
  let keys = text.matches(of: pattern).map { (id: String($0.output.1), name: String($0.output.2)) }
  #expect(
    keys.map(\.name) == [
      "element_id", "label", "labels", "x", "y", "size", "r", "g", "b", "Kind", "own_Label", "a_b__", "kind_2",
      "own_label_2",
      "own_x",
    ])
  #expect(Set(keys.map(\.id)).count == keys.count)
  #expect(Set(keys.map { $0.name.lowercased() }).count == keys.count)
}

@Test("characters that XML does not have become U+FFFD and are counted")
func replacedCharacters() throws {
  let output = ByteOutput()
  let summary = try ExportFormat.graphml.write(
    graph([node("a", [], ["p": .string("x\u{1}\u{FFFF}\u{0}y")])]), to: output)
  #expect(summary.replacedCharacterCount == 3)
  #expect(String(decoding: try output.finish(), as: UTF8.self).contains("x\u{FFFD}\u{FFFD}\u{FFFD}y"))
}

@Test("parallel edges of one type come with a note for Gephi")
func parallelEdges() throws {
  let parallel = try graph([
    node("a"), node("b"), edge("1", "T", "a", "b"), edge("2", "T", "a", "b"), edge("3", "U", "a", "b"),
  ])
  #expect(try ExportFormat.graphml.write(parallel, to: ByteOutput()).notes.count == 1)
  #expect(try ExportFormat.graphml.write(graph(warningChanges), to: ByteOutput()).notes.isEmpty)
}

@Test("any text in GraphML reads back through an XML parser as it was cleaned", arguments: hostileTexts)
func graphMLText(_ text: String) throws {
  let document = try bytes(.graphml, graph([node("a", ["L"], ["p": .string(text)])]))
  let reader = DataTexts()
  let parser = XMLParser(data: Data(document.utf8))
  parser.delegate = reader
  #expect(parser.parse(), "\(String(describing: parser.parserError))")
  let expected = String(decoding: XMLText(text).content, as: UTF8.self)
  #expect(reader.texts["n.p.p"].map { Array($0.utf8) } == Array(expected.utf8))
}

private final class DataTexts: NSObject, XMLParserDelegate {
  var texts: [String: String] = [:]
  private var key: String?

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    key = name == "data" ? attributes["key"] : nil
    if let key { texts[key] = "" }
  }
  func parser(_ parser: XMLParser, foundCharacters string: String) { if let key { texts[key]? += string } }
  func parser(_ parser: XMLParser, foundCDATA block: Data) {
    if let key { texts[key]? += String(decoding: block, as: UTF8.self) }
  }
  func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
    key = nil
  }
}

@Test(
  "CDATA is used only where blanks would be lost",
  arguments: [
    ("& <", true), ("&\t\n<", true), ("& ", true), (" <", true), ("a & b", false), ("& a <", false), ("&<", false),
    ("", false),
    (" ", false), ("\" \"", true), ("a &", false), ("x & <", true),
  ])
func cdata(_ text: String, _ needed: Bool) {
  #expect(XMLText(text).needsCDATA == needed)
}

@Test("element keys of any text become distinct NMTOKENs")
func nameTokens() {
  let keys = ["n1", "claim-8f.2", "a b", "a:20b", "a\u{20}b ", "", ":", "é", "<"]
  let tokens = keys.map(nameToken)
  #expect(tokens.prefix(2) == ["n1", "claim-8f.2"])
  #expect(Set(tokens).count == keys.count)
  #expect(tokens.allSatisfy { $0.wholeMatch(of: /[A-Za-z0-9._:\-]+/) != nil })
}

@Test(
  "property names keep letters of any script",
  arguments: [("größe", "größe"), ("имя.2", "имя.2"), ("a b", "a_b"), ("", "_"), ("\u{0}😀", "__")])
func attributeNames(_ property: String, _ name: String) {
  #expect(attributeName(property) == name)
}
