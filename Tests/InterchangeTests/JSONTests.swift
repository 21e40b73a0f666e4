import Foundation
import GraphCore
import Testing

@testable import Interchange

@Test("a JSON graph has nodes and edges sorted by key, names sorted, dates as text")
func jsonGraph() throws {
  let expected = """
    {"nodes":[
    {"id":"claim-1","labels":["Claim"],"properties":{"quoted":true,"said":"2024-03-22T01:00+02:00[Europe/Stockholm]",\
    "text":"\\"We warned them\\" & <twice>"}},
    {"id":"event-1","labels":["Event"],"properties":{"killed":144,"name":"Warning","start":"2024-03-22","type":"WARN"}},
    {"id":"state-us","labels":["Actor","State"],"properties":{"aliases":["US","U.S."],"name":"United States"}}],
    "edges":[
    {"id":"edge-1","type":"AGENT_OF","from":"state-us","to":"event-1",\
    "properties":{"claims":["claim-1","claim-2"],"origins":1}},
    {"id":"edge-2","type":"MADE","from":"state-us","to":"claim-1","properties":{"cue":"said"}}]}

    """
  #expect(try bytes(.json, graph(warningChanges)) == expected)
}

@Test("an empty graph is a JSON graph without elements")
func emptyJSONGraph() throws {
  #expect(try bytes(.json, PropertyGraph()) == "{\"nodes\":[],\n\"edges\":[]}\n")
}

@Test("any text in JSON reads back as it was", arguments: hostileTexts)
func jsonText(_ text: String) throws {
  var json = JSONWriter()
  json.beginArray()
  json.write(text)
  json.endArray()
  let read = try #require(try JSONSerialization.jsonObject(with: Data(json.bytes)) as? [String])
  #expect(read.map { Array($0.utf8) } == [Array(text.utf8)])
  #expect(json.bytes.allSatisfy { $0 >= 0x20 })
}

@Test("rows are written as they are value by value, whatever columns hold them")
func jsonRows() {
  let texts = ["a", "", "q\"uote\\", "tab\t", "é😀", String(repeating: "long ", count: 9_000)]
  let dictionary = StringDictionary(texts)
  let count = 900
  let columns: [Column] = [
    .integers((0..<count).map { Int64($0) * 1_111_111 - 9 }),
    .floats((0..<count).map { $0 == 7 ? .nan : 0.1 * Double($0) }),
    .strings((0..<count).map { $0 % 50 == 6 ? StringDictionary.nullCode : UInt32($0 % 5) }, dictionary),
    .values((0..<count).map { $0.isMultiple(of: 2) ? .null : .list([.integer(Int64($0)), .string("\"")]) }),
    .strings((0..<count).map { $0 % 300 == 8 ? 5 : 0 }, dictionary), .constant(.boolean(true), count: count),
  ]
  // More columns than there is room for numbers at once.
  for columns in [columns, [columns[0]], [], Array(repeating: columns[1], count: 700)] {
    for rows in [0..<count, 3..<4, 9..<9] {
      var (fast, slow) = (JSONWriter(), JSONWriter())
      for _ in 0..<2 {
        fast.writeRows(rows, of: columns) { $2.write(columns[$0][$1], of: PropertyGraph()) }
        for row in rows {
          slow.beginArray()
          for column in columns { slow.write(column[row], of: PropertyGraph()) }
          slow.endArray()
        }
      }
      #expect(fast.bytes == slow.bytes)
    }
  }
}

@Test("floats keep their value, and what JSON cannot say is null")
func jsonFloats() {
  var json = JSONWriter()
  json.beginArray()
  for number in [0.1, -0.0, 1e100, .leastNonzeroMagnitude, 3.0, .nan, .infinity] { json.write(number) }
  json.write(Int64.min)
  json.endArray()
  #expect(json.text == "[0.1,-0.0,1e+100,5e-324,3.0,null,null,-9223372036854775808]")
}

@Test("paths and nested lists and maps stand as JSON")
func jsonValues() throws {
  let graph = try graph([node("a"), node("b"), edge("e", "T", "a", "b")])
  let path = Path(nodes: [NodeID(0), NodeID(1)], edges: [EdgeID(0)])
  var json = JSONWriter()
  json.write(.list([.map(ValueMap([("b", .null), ("a", .list([]))])), .path(path), .node(NodeID(9))]), of: graph)
  #expect(
    json.text == """
      [{"a":[],"b":null},{"nodes":[{"id":"a","labels":[],"properties":{}},{"id":"b","labels":[],"properties":{}}],\
      "edges":[{"id":"e","type":"T","from":"a","to":"b","properties":{}}]},null]
      """)
}
