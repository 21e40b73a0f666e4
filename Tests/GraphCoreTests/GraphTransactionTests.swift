import Testing

@testable import GraphCore

@Suite("transactions")
struct GraphTransactionTests {
  private func sample() throws -> PropertyGraph {
    let transaction = GraphTransaction(PropertyGraph())
    for key in ["a", "b"] {
      try transaction.apply(.createNode(key: ElementKey(key), labels: ["L"], properties: [("p", .integer(1))]))
    }
    try transaction.apply(
      .createEdge(key: ElementKey("r"), type: "R", from: ElementKey("a"), to: ElementKey("b"), properties: []))
    return transaction.commit()
  }

  private static let misfits: [GraphChange] = [
    .createNode(key: ElementKey("a"), labels: [], properties: []),
    .createEdge(key: ElementKey("r"), type: "R", from: ElementKey("a"), to: ElementKey("b"), properties: []),
    .createEdge(key: ElementKey("s"), type: "R", from: ElementKey("a"), to: ElementKey("z"), properties: []),
    .createEdge(key: ElementKey("s"), type: "R", from: ElementKey("z"), to: ElementKey("a"), properties: []),
    .deleteNode(ElementKey("a")), .deleteNode(ElementKey("z")), .deleteEdge(ElementKey("z")),
    .setProperty(.node(ElementKey("r")), key: "p", value: .null),
    .setProperty(.edge(ElementKey("a")), key: "p", value: .null), .setLabels(ElementKey("z"), []),
  ]

  @Test("a change that does not fit is refused and changes nothing", arguments: Self.misfits.indices)
  func misfit(index: Int) throws {
    for isFolded in [false, true] {
      var graph = try sample()
      if isFolded { graph.fold() }
      let transaction = GraphTransaction(graph)
      #expect(throws: GraphChangeError.self) { try transaction.apply(Self.misfits[index]) }
      #expect(transaction.changes.isEmpty)
      #expect(lines(of: transaction.commit()) == lines(of: graph))
    }
  }

  @Test("the changes of one transaction replayed elsewhere give an equal graph", arguments: UInt64(1)...10)
  func replay(seed: UInt64) throws {
    var random = RandomChanges(seed: seed)
    let transaction = GraphTransaction(PropertyGraph())
    random.run(120, on: transaction)
    let replayed = GraphTransaction(PropertyGraph())
    for change in transaction.changes { try replayed.apply(change) }
    #expect(lines(of: replayed.graph) == lines(of: transaction.graph), "seed \(seed)")
  }

  @Test("keys of one's own go on from numbers that came from outside, and are not given twice")
  func serials() throws {
    let transaction = GraphTransaction(PropertyGraph())
    try transaction.apply(.createNode(key: ElementKey("n41"), labels: [], properties: []))
    try transaction.apply(.createNode(key: ElementKey("claim-8f"), labels: [], properties: []))
    try transaction.apply(.createNode(key: ElementKey("n18446744073709551615"), labels: [], properties: []))
    let first = transaction.createNode(labels: [], properties: [])
    transaction.delete(first)
    let second = transaction.createNode(labels: [], properties: [])
    #expect(transaction.graph.key(of: second).description == "n43")
    #expect(transaction.graph.node(for: ElementKey("n42")) == nil)
  }

  @Test("effects are the difference of before and after")
  func effects() throws {
    let transaction = GraphTransaction(try sample())
    let node = try #require(transaction.graph.node(for: ElementKey("a")))
    transaction.setProperty("p", of: node, to: .integer(2))
    transaction.setProperty("q", of: node, to: .integer(3))
    transaction.setProperty("q", of: node, to: .null)
    let passing = transaction.createNode(labels: ["M"], properties: [("p", .integer(1))])
    transaction.delete(passing)
    _ = transaction.createNode(labels: ["N"], properties: [("p", .integer(1)), ("q", .null)])
    let edge = try #require(transaction.graph.edge(for: ElementKey("r")))
    transaction.delete(edge)
    var expected = GraphEffects()
    expected.nodesCreated = 1
    expected.edgesDeleted = 1
    expected.propertiesSet = 2
    expected.propertiesRemoved = 1
    expected.labelsAdded = 1
    #expect(transaction.effects == expected)
  }

  @Test("setting an equal value of another kind is a change, setting the same is none")
  func sameness() throws {
    let graph = try sample()
    let node = try #require(graph.node(for: ElementKey("a")))
    let same = GraphTransaction(graph)
    same.setProperty("p", of: node, to: .integer(1))
    #expect(same.effects.isEmpty)
    let other = GraphTransaction(graph)
    other.setProperty("p", of: node, to: .float(1))
    #expect(other.effects.propertiesSet == 1)
  }
}
