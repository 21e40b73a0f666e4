import GraphCore
import SourceText
import Testing

@Suite struct ProvenanceLayerTests {
  @Test("an empty graph becomes the layer, and then nothing is left to change")
  func becomesTheLayer() throws {
    let layer = sampleLayer()
    let graph = try PropertyGraph().applying(layer.changes(from: PropertyGraph()))
    #expect(graph.nodeCount == 7)
    #expect(layer.changes(from: graph).isEmpty)
    let made = try #require(graph.names.edgeType("MADE"))
    #expect(graph.statistics.count(of: made) == 2)
  }

  @Test("what people made and what they noted on reader-made nodes stays")
  func leavesPeopleAlone() throws {
    let graph = try PropertyGraph().applying(sampleLayer().changes(from: PropertyGraph()))
    let actor = actorKey("b").element
    let edited = try graph.applying([
      .createNode(key: ElementKey("n1"), labels: ["Actor"], properties: [("name", .string("Mine"))]),
      .createEdge(
        key: ElementKey("e1"), type: "KNOWS", from: ElementKey("n1"), to: actor, properties: [("claims", .list([]))]),
      .setProperty(.node(actor), key: "checked", value: .boolean(true)),
      .setProperty(.node(actor), key: "name", value: .string("Changed")),
      .setLabels(actor, ["Actor", "State", "Watched"]),
    ])
    let restored = try edited.applying(sampleLayer().changes(from: edited))
    let node = try #require(restored.node(for: actor))
    #expect(restored.value("name", of: node).equals(.string("Bolivia")) == true)
    #expect(restored.value("checked", of: node).equals(.boolean(true)) == true)
    #expect(Set(restored.labels(of: node).map { restored.names.name(of: $0) }) == ["Actor", "State", "Watched"])
    #expect(restored.edge(for: ElementKey("e1")) != nil)
    #expect(sampleLayer().changes(from: restored).isEmpty)
  }

  @Test("a node that vanishes takes a person's edge with it, and says so")
  func detaches() throws {
    let graph = try PropertyGraph().applying(sampleLayer().changes(from: PropertyGraph())).applying([
      .createNode(key: ElementKey("n1"), labels: [], properties: []),
      .createEdge(
        key: ElementKey("e1"), type: "X", from: ElementKey("n1"), to: eventKey("e").element, properties: []),
      .createEdge(
        key: ElementKey("e2"), type: "X", from: ElementKey("n1"), to: actorKey("b").element, properties: []),
    ])
    var smaller = sampleLayer(withEvent: false)
    let difference = smaller.difference(from: graph)
    #expect(difference.detached == [ElementKey("e1")])
    let result = try graph.applying(difference.changes)
    #expect(result.node(for: ElementKey("n1")) != nil)
    #expect(result.edge(for: ElementKey("e2")) != nil)
    #expect(result.node(for: eventKey("e").element) == nil)
    smaller.insert(ActorNode(key: actorKey("z"), label: "Person", name: "Zoe"))
    #expect(smaller.changes(from: result).count == 1)
  }

  @Test("a figure that is no longer told goes; a number that a person wrote stays")
  func figuresGo() throws {
    var layer = sampleLayer()
    let graph = try PropertyGraph().applying(layer.changes(from: PropertyGraph())).applying([
      .setProperty(.node(eventKey("e").element), key: "weight", value: .integer(7))
    ])
    layer.insert(EventNode(key: eventKey("e"), name: "raid", type: "ASSAULT", actuality: "happened"))
    let result = try graph.applying(layer.changes(from: graph))
    let node = try #require(result.node(for: eventKey("e").element))
    #expect(result.value("killed", of: node).isNull)
    #expect(result.value("figures", of: node).isNull)
    #expect(result.value("weight", of: node).equals(.integer(7)) == true)
  }

  @Test(
    "dates are read as dates, and what is none stays text",
    arguments: [
      ("2024-03-22", "Date"), ("2024-02-30", "String"), ("2024-03", "String"), ("2024-03-22T10:00", "LocalDateTime"),
      ("2024-03-22T10:00:01+01:00", "DateTime"), ("2024-03-22T10:00:01.5Z", "DateTime"), ("2024-03-22T25:00", "String"),
    ])
  func dates(_ text: String, _ type: String) {
    #expect(Value(iso8601: text).typeName == type)
  }

  @Test("days are counted from 1970", arguments: [("1970-01-01", 0), ("2000-03-01", 11_017), ("1969-12-31", -1)])
  func days(_ text: String, _ day: Int64) {
    #expect(CalendarDate(iso8601: text)?.epochDay == day)
  }
}

func actorKey(_ name: String) -> ActorKey { ActorKey(ElementKey(.actor, digest: name)) }
func reportKey(_ name: String) -> ReportKey { ReportKey(ElementKey(.report, digest: name)) }
func claimKey(_ name: String) -> ClaimKey { ClaimKey(ElementKey(.claim, digest: name)) }
func eventKey(_ name: String) -> EventKey { EventKey(ElementKey(.event, digest: name)) }

/// Two claims of a paper about a raid by Bolivia: one its own, one that it passes on.
func sampleLayer(withEvent: Bool = true) -> ReaderLayer {
  var layer = ReaderLayer(digest: { $0.map { $0.isLetter || $0.isNumber ? String($0) : "." }.joined() })
  let (paper, state, report) = (actorKey("p"), actorKey("b"), reportKey("r"))
  layer.insert(ActorNode(key: paper, label: "Organization", name: "Paper", kind: "publisher"))
  layer.insert(ActorNode(key: state, label: "State", name: "Bolivia"))
  layer.insert(ActorNode(key: actorKey("s"), label: "Person", name: "source", isNamed: false))
  layer.insert(ReportNode(key: report, publisher: paper, publisherName: "Paper", published: "2024-03-24"))
  if withEvent {
    layer.insert(
      EventNode(
        key: eventKey("e"), name: "raid", type: "ASSAULT", start: "2024-03-22", actuality: "happened",
        figures: ["killed": 3]))
  }
  let about: [ClaimNode.Topic] = withEvent ? [.world(.event(eventKey("e")))] : [.world(.actor(state))]
  layer.insert(
    ClaimNode(
      key: claimKey("1"), speaker: paper, report: report, range: SourceRange(0, 10), sentence: 0, text: "a",
      stance: .asserts, rule: "test", relays: [claimKey("2")], about: about))
  layer.insert(
    ClaimNode(
      key: claimKey("2"), speaker: actorKey("s"), report: report, range: SourceRange(4, 10), sentence: 0, text: "b",
      stance: .asserts, rule: "test", about: about))
  if withEvent {
    layer.insert(
      WorldEdge(
        type: "AGENT_OF", from: .actor(state), to: .event(eventKey("e")), claims: NonEmpty(claimKey("2")),
        status: .asserted, origins: 1, rules: NonEmpty("role.test")))
  }
  return layer
}

extension PropertyGraph {
  func applying(_ changes: [GraphChange]) throws -> PropertyGraph {
    let transaction = GraphTransaction(self)
    for change in changes { try transaction.apply(change) }
    return transaction.commit()
  }

  func value(_ key: String, of node: NodeID) -> Value {
    names.propertyKey(key).flatMap { id in properties(of: node).first { $0.key == id }?.value } ?? .null
  }
}
