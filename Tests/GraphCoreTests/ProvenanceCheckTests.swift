import GraphCore
import Testing

@Suite struct ProvenanceCheckTests {
  @Test("what the reader makes keeps its promise, and what people make is counted apart")
  func clean() throws {
    let graph = try PropertyGraph().applying(sampleLayer().changes(from: PropertyGraph())).applying([
      .createNode(key: ElementKey("n1"), labels: ["Actor"], properties: []),
      .createEdge(
        key: ElementKey("e1"), type: "KNOWS", from: ElementKey("n1"), to: actorKey("b").element, properties: []),
    ])
    let check = ProvenanceCheck(of: graph)
    #expect(check.violations.isEmpty)
    #expect((check.claimCount, check.worldEdgeCount, check.unattestedEdgeCount) == (2, 2, 1))
    #expect(ProvenanceCheck(of: graph, textLength: { _ in 5 }).violations.isEmpty, "the sample report has no hash")
  }

  @Test("each broken promise is named")
  func broken() throws {
    let layer = sampleLayer()
    let edges = layer.edges()
    let made = try #require(edges.first { $0.type == "MADE" && $0.to == claimKey("1").element })
    let contains = try #require(edges.first { $0.type == "CONTAINS" && $0.to == claimKey("2").element })
    let agent = try #require(edges.first { $0.type == "AGENT_OF" })
    let graph = try PropertyGraph().applying(layer.changes(from: PropertyGraph())).applying([
      .deleteEdge(made.key),
      .setProperty(.edge(contains.key), key: "end", value: .integer(4)),
      .setProperty(.edge(agent.key), key: "claims", value: .list([.string("claim-9")])),
    ])
    let messages = ProvenanceCheck(of: graph).violations.map(\.message)
    #expect(messages == ["has no speaker", "has no range of text", "lists `claim-9`, which is no claim"])
  }
}
