import GraphCore
import SourceText
import Testing

/// A layer about one event, written claim by claim.
private struct Story {
  var layer = ReaderLayer(digest: { $0.map { $0.isLetter || $0.isNumber ? String($0) : "." }.joined() })
  private var serial = 0

  init() {
    layer.insert(EventNode(key: eventKey("e"), name: "blast", type: "ASSAULT", actuality: "happened"))
  }

  mutating func report(
    _ name: String, by paper: String, on day: String? = nil, cites: [String] = [], stub: Bool = false
  ) {
    actor(paper)
    layer.insert(
      ReportNode(
        key: reportKey(name), publisher: actorKey(paper), publisherName: paper, published: day, origin: "\(name).txt",
        isStub: stub, cites: cites.map(reportKey)))
  }

  mutating func actor(_ name: String, named: Bool = true) {
    layer.insert(ActorNode(key: actorKey(name), label: "Organization", name: name, isNamed: named))
  }

  /// The speakers from the outermost to the root; returns their claims in that order.
  @discardableResult
  mutating func say(_ speakers: String..., in report: String, _ stance: Stance = .asserts) -> [ClaimKey] {
    var keys: [ClaimKey] = []
    for speaker in speakers.reversed() {
      serial += 1
      let key = claimKey("c\(serial)")
      if layer.actors[actorKey(speaker)] == nil { actor(speaker) }
      layer.insert(
        ClaimNode(
          key: key, speaker: actorKey(speaker), report: reportKey(report), range: SourceRange(serial, serial + 1),
          sentence: serial, text: "words \(serial)", stance: stance, rule: "test",
          relays: keys.first.map { [$0] } ?? [],
          about: [.world(.event(eventKey("e")))]))
      keys.insert(key, at: 0)
    }
    return keys
  }

  func graph() throws -> PropertyGraph { try PropertyGraph().applying(layer.changes(from: PropertyGraph())) }

  func event(in graph: PropertyGraph) throws -> NodeID { try #require(graph.node(for: eventKey("e").element)) }
}

@Suite struct ProvenanceOriginsTests {
  @Test("two papers that rest on one agency report are one origin")
  func oneAgency() throws {
    var story = Story()
    story.report("agency", by: "Agency", stub: true)
    story.report("r1", by: "Paper One", cites: ["agency"])
    story.report("r2", by: "Paper Two", cites: ["agency"])
    story.say("Agency", "first source", in: "r1")
    story.say("Agency", "second source", in: "r2")
    let graph = try story.graph()
    let provenance = ProvenanceReader(graph)
    let origins = try provenance.origins(of: story.event(in: graph))
    #expect(origins == OriginCount(count: 1, isLineageUnknown: false))
    #expect(try provenance.roots(of: provenance.claims(of: story.event(in: graph))).count == 2)
  }

  @Test("a report that cites the agency for another matter is an origin of its own")
  func otherMatter() throws {
    var story = Story()
    story.report("agency", by: "Agency", stub: true)
    story.report("r1", by: "Paper One", cites: ["agency"])
    story.report("r2", by: "Paper Two", cites: ["agency"])
    story.say("Agency", "source", in: "r1")
    story.say("minister", in: "r2")
    let graph = try story.graph()
    #expect(try ProvenanceReader(graph).origins(of: story.event(in: graph)).count == 2)
  }

  @Test("own voices are origins of unknown lineage; one speaker in two reports is one origin")
  func ownVoices() throws {
    var story = Story()
    story.report("r1", by: "Paper One")
    story.report("r2", by: "Paper Two")
    story.say("Paper One", in: "r1")
    story.say("Paper Two", in: "r2")
    var graph = try story.graph()
    #expect(
      try ProvenanceReader(graph).origins(of: story.event(in: graph)) == OriginCount(count: 2, isLineageUnknown: true))
    story.say("minister", in: "r1")
    story.say("minister", in: "r2")
    graph = try story.graph()
    #expect(
      try ProvenanceReader(graph).origins(of: story.event(in: graph)) == OriginCount(count: 1, isLineageUnknown: false))
  }

  @Test("denials are no origins, and make contested what others assert")
  func denials() throws {
    var story = Story()
    story.report("r1", by: "Paper One")
    story.say("minister", in: "r1")
    let supported = try story.graph()
    #expect(try ProvenanceReader(supported).status(of: story.event(in: supported)) == .asserted)
    story.report("r2", by: "Paper Two")
    story.say("rebels", in: "r2", .denies)
    let graph = try story.graph()
    let provenance = ProvenanceReader(graph)
    #expect(try provenance.status(of: story.event(in: graph)) == .contested)
    #expect(try provenance.origins(of: story.event(in: graph)).count == 1)
  }

  @Test(
    "status follows from who says what",
    arguments: [
      ([(Stance.denies, "a")], WorldStatus.denied), ([(.alleges, "a")], .contested), ([(.confirms, "a")], .asserted),
      ([(.declinesToComment, "a")], .unattested), ([(.doubts, "a")], .contested),
      ([(.alleges, "a"), (.asserts, "b")], .asserted),
    ])
  func status(_ claims: [(Stance, String)], _ expected: WorldStatus) throws {
    var story = Story()
    story.report("r1", by: "Paper One")
    for (stance, speaker) in claims { story.say(speaker, in: "r1", stance) }
    let graph = try story.graph()
    #expect(try ProvenanceReader(graph).status(of: story.event(in: graph)) == expected)
  }

  @Test("without a source goes what it made, what it passed on alone, and what others passed on of it")
  func withoutSource() throws {
    var story = Story()
    story.report("r1", by: "Paper One", cites: ["agency"])
    story.report("agency", by: "Agency", stub: true)
    story.say("Agency", "source", in: "r1")
    story.say("Broadcaster", "Agency", in: "r1")
    story.say("Paper One", in: "r1")
    let kept = story.say("minister", in: "r1")
    let graph = try story.graph()
    let provenance = ProvenanceReader(graph, keeping: .withoutSource("Agency", in: graph))
    let left = try provenance.claims(of: story.event(in: graph))
    #expect(left.map { graph.key(of: $0) } == kept.map(\.element))
  }

  @Test("as of a day, only reports published by then count")
  func asOf() throws {
    var story = Story()
    story.report("r1", by: "Paper One", on: "2024-03-22")
    story.report("r2", by: "Paper Two", on: "2024-03-24T08:00:00Z")
    story.report("r3", by: "Paper Three")
    let early = story.say("a", in: "r1")
    story.say("b", in: "r2")
    story.say("c", in: "r3")
    let graph = try story.graph()
    let day = try #require(CalendarDate(iso8601: "2024-03-23"))
    let left = try ProvenanceReader(graph, keeping: .asOf(day, in: graph)).claims(of: story.event(in: graph))
    #expect(left.map { graph.key(of: $0) } == early.map(\.element))
  }

  @Test("evidence tells the file, the bytes, the words and the rule")
  func evidence() throws {
    var story = Story()
    story.report("r1", by: "Paper One")
    story.say("a", in: "r1")
    let graph = try story.graph()
    let provenance = ProvenanceReader(graph)
    let evidence = try #require(try provenance.evidence(for: provenance.claims(of: story.event(in: graph))).first)
    #expect(evidence.origin == "r1.txt")
    #expect((evidence.start, evidence.end) == (1, 2))
    #expect((evidence.text, evidence.rule) == ("words 1", "test"))
  }

  @Test("the count in the graph is the count in the layer")
  func layerAndGraph() throws {
    var story = Story()
    story.report("r1", by: "Paper One")
    story.report("r2", by: "Paper Two")
    let claims = story.say("a", "b", in: "r1") + story.say("b", in: "r2") + story.say("c", in: "r2", .denies)
    let graph = try story.graph()
    let inGraph = try ProvenanceReader(graph).origins(of: story.event(in: graph))
    #expect(LayerNeighbourhood(of: story.layer).origins(of: claims.map(\.element)) == inGraph)
  }

  @Test("what people made is unattested")
  func unattested() throws {
    let graph = try PropertyGraph().applying([
      .createNode(key: ElementKey("n1"), labels: ["Event"], properties: []),
      .createNode(key: ElementKey("n2"), labels: ["Actor"], properties: []),
      .createEdge(
        key: ElementKey("e1"), type: "AGENT_OF", from: ElementKey("n2"), to: ElementKey("n1"), properties: []),
    ])
    let provenance = ProvenanceReader(graph)
    let node = try #require(graph.node(for: ElementKey("n1")))
    let edge = try #require(graph.edge(for: ElementKey("e1")))
    #expect(provenance.claims(of: edge).isEmpty)
    #expect((provenance.status(of: edge), provenance.status(of: node)) == (.unattested, .unattested))
    #expect(provenance.origins(of: node).count == 0)
  }
}
