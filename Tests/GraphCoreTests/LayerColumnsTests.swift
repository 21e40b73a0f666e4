import GraphCore
import SourceText
import Testing

/// A layer keeps claims, world edges and judgements in columns: what was put in must come out, whatever its keys are.
@Suite struct LayerColumnsTests {
  @Test("the graph of a layer is the one that its changes lead to", arguments: [true, false])
  func graphAtOnce(_ withEvent: Bool) throws {
    let layer = sampleLayer(withEvent: withEvent)
    let graph = try layer.graph(threads: 2)
    let stepwise = try PropertyGraph().applying(layer.changes(from: PropertyGraph()))
    #expect((graph.nodeCount, graph.edgeCount) == (stepwise.nodeCount, stepwise.edgeCount))
    #expect(layer.changes(from: graph).isEmpty)
  }

  @Test("all that is told of a claim stands in the graph, be its words longer than a block")
  func claimsComeBack() throws {
    let long = String(repeating: "é", count: 1 << 20)
    var layer = layerOfPaper()
    layer.insert(claim(1, "short", hedge: "possibly", cue: "said", said: "2024-03-22"))
    layer.insert(
      claim(2, long, figure: ClaimNode.Figure(attribute: "killed", value: 3, bound: "min"), relays: [key(1)]))
    layer.insert(claim(3, ""))
    let graph = try layer.graph()
    let nodes = try (1...3).map { try #require(graph.node(for: key($0).element)) }
    #expect(nodes.map { graph.value("text", of: $0).text } == ["short", long, ""])
    #expect(graph.value("hedge", of: nodes[0]).text == "possibly" && graph.value("hedge", of: nodes[1]).isNull)
    #expect(graph.value("said", of: nodes[0]).equals(Value(iso8601: "2024-03-22")) == true)
    #expect(graph.value("bound", of: nodes[1]).text == "min")
    #expect(graph.value("value", of: nodes[1]).equals(.integer(3)) == true)
    #expect(graph.value("attribute", of: nodes[2]).isNull)
    let relays = try #require(graph.names.edgeType("RELAYS"))
    #expect(graph.statistics.count(of: relays) == 1)
  }

  @Test("words that look alike come back byte for byte")
  func alikeWords() throws {
    let hedges = ["\u{E9}", "e\u{301}", "\u{E9}"]
    var layer = layerOfPaper()
    for (number, hedge) in hedges.enumerated() { layer.insert(claim(UInt64(number + 1), "it", hedge: hedge)) }
    let graph = try layer.graph()
    let back = try (1...3).map { number in
      let node = try #require(graph.node(for: key(UInt64(number)).element))
      return graph.value("hedge", of: node).text.map { Array($0.utf8) }
    }
    #expect(back == hedges.map { Array($0.utf8) })
  }

  @Test("of two claims with one key the first counts")
  func firstCounts() throws {
    var layer = layerOfPaper()
    layer.insert(claim(1, "first"))
    layer.insert(claim(1, "second", relays: [key(2)]))
    layer.insert(claim(2, "third"))
    #expect(layer.claims.count == 2)
    let graph = try layer.graph()
    let node = try #require(graph.node(for: key(1).element))
    #expect(graph.value("text", of: node).text == "first")
    #expect(graph.names.edgeType("RELAYS") == nil)
  }

  @Test("an edge with an end that the layer lacks is left out")
  func danglingEdges() throws {
    var layer = layerOfPaper()
    layer.insert(claim(1, "it was they", about: [.world(.event(eventKey("gone"))), .world(.actor(actorKey("p")))]))
    let graph = try layer.graph()
    let about = try #require(graph.names.edgeType("ABOUT"))
    #expect(graph.statistics.count(of: about) == 1)
    #expect(layer.changes(from: graph).isEmpty)
  }

  @Test("world edges and judgements come back as they were")
  func edgesComeBack() throws {
    var layer = layerOfPaper()
    let edge = WorldEdge(
      type: "LOCATED_IN", from: .event(eventKey("e")), to: .place(PlaceKey(ElementKey(.place, bits: 7))),
      claims: NonEmpty(key(2), [key(1)]), denials: [key(1)], status: .contested, origins: 2, isLineageUnknown: true,
      role: "scene", why: nil, rules: NonEmpty("a", ["b"]))
    layer.insert(edge)
    let judgement = Judgement(.denies, from: key(1), to: key(2), why: "says not")
    layer.insert(judgement)
    let back = try #require(layer.worldEdges.first)
    #expect(back.type == edge.type && back.from == edge.from && back.to == edge.to && back.status == edge.status)
    #expect(back.claims == edge.claims && back.denials == edge.denials && back.rules == edge.rules)
    #expect(back.origins == 2 && back.isLineageUnknown && back.role == "scene" && back.why == nil)
    #expect(Array(layer.judgements) == [judgement])
  }

  private func key(_ number: UInt64) -> ClaimKey { ClaimKey(ElementKey(.claim, bits: number)) }

  private func layerOfPaper() -> ReaderLayer {
    var layer = ReaderLayer(digest: { String($0.filter { $0.isLetter || $0.isNumber }) })
    layer.insert(ActorNode(key: actorKey("p"), label: "Organization", name: "Paper"))
    layer.insert(ReportNode(key: reportKey("r"), publisher: actorKey("p"), publisherName: "Paper"))
    return layer
  }

  private func claim(
    _ number: UInt64, _ text: String, hedge: String? = nil, cue: String? = nil, said: String? = nil,
    figure: ClaimNode.Figure? = nil, relays: [ClaimKey] = [], about: [ClaimNode.Topic] = []
  ) -> ClaimNode {
    ClaimNode(
      key: key(number), speaker: actorKey("p"), report: reportKey("r"), range: SourceRange(0, 5), sentence: 0,
      text: text, stance: .asserts, hedge: hedge, cue: cue, said: said, figure: figure, rule: "test", relays: relays,
      about: about)
  }
}

extension Value {
  fileprivate var text: String? { if case .string(let text) = self { text } else { nil } }
}
