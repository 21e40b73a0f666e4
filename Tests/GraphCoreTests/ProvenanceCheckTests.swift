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
    let texts = ProvenanceCheck.Texts(contents: { _ in "" }, holds: { _, _ in true })
    #expect(ProvenanceCheck(of: graph, texts: texts).violations.isEmpty, "the sample report has no hash")
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

  @Test("a claim's words are those at its place, and hold its figure")
  func words() throws {
    let graph = try PropertyGraph().applying(sampleLayer().changes(from: PropertyGraph())).applying([
      .setProperty(.node(reportKey("r").element), key: "sha256", value: .string("5a")),
      .setProperty(.node(claimKey("1").element), key: "text", value: .string("Ten died. ")),
      .setProperty(.node(claimKey("1").element), key: "value", value: .integer(10)),
      .setProperty(.node(claimKey("2").element), key: "text", value: .string("died. ")),
      .setProperty(.node(claimKey("2").element), key: "value", value: .float(2)),
    ])
    func messages(_ contents: String) -> [String] {
      let texts = ProvenanceCheck.Texts(
        contents: { $0 == "5a" ? contents : nil }, holds: { number, words in number == 10 && words.contains("Ten") })
      return ProvenanceCheck(of: graph, texts: texts).violations.map(\.message)
    }
    let figure = "gives the figure 2, which its words do not hold"
    #expect(messages("Ten died. And more.") == [figure])
    #expect(messages("Two died. And more.") == ["has other words than the text at its place", figure])
    #expect(
      messages("Ten died.") == [
        "ends at byte 10 of a text of 9", "ends at byte 10 of a text of 9", figure,
      ])
  }
}
