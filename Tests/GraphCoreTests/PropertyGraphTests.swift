import Testing

@testable import GraphCore

@Suite("the graph in memory")
struct PropertyGraphTests {
  @Test("after any changes the graph reads as a plain model does, folded or not", arguments: UInt64(1)...30)
  func agreesWithModel(seed: UInt64) {
    var changes = RandomChanges(seed: seed)
    var graph = PropertyGraph()
    for round in 0..<6 {
      let transaction = GraphTransaction(graph)
      changes.run(25, on: transaction)
      graph = transaction.commit()
      #expect(lines(of: graph) == changes.model.lines, "seed \(seed), round \(round)")
      var folded = graph
      folded.fold()
      #expect(lines(of: folded) == changes.model.lines, "seed \(seed), round \(round), folded")
      // Every other round goes on from a base, so that changes of the base are met too.
      if round % 2 == 0 {
        graph = folded
        changes.model.renumber(as: graph)
      }
    }
  }

  @Test("loaded element by element it reads as it did", arguments: UInt64(1)...20)
  func loads(seed: UInt64) throws {
    var changes = RandomChanges(seed: seed)
    let transaction = GraphTransaction(PropertyGraph())
    changes.run(80, on: transaction)
    let graph = transaction.commit()
    let names = graph.names
    var loader = GraphLoader()
    var numbers: [NodeID: Int] = [:]
    // The last first: nodes may come in any order.
    for index in (0..<graph.nodeCapacity).reversed() where graph.contains(NodeID(UInt32(index))) {
      let id = NodeID(UInt32(index))
      numbers[id] = try loader.addNode(
        graph.key(of: id), labels: graph.labels(of: id).map { names.name(of: $0) },
        properties: graph.properties(of: id).map { (key: names.name(of: $0.key), value: $0.value) })
    }
    for index in 0..<graph.edgeCapacity where graph.contains(EdgeID(UInt32(index))) {
      let id = EdgeID(UInt32(index))
      try loader.addEdge(
        graph.key(of: id), type: names.name(of: graph.type(of: id)), from: numbers[graph.source(of: id)] ?? -1,
        to: numbers[graph.target(of: id)] ?? -1,
        properties: graph.properties(of: id).map { (key: names.name(of: $0.key), value: $0.value) })
    }
    #expect(lines(of: loader.finish()) == lines(of: graph), "seed \(seed)")
  }

  @Test("a loader refuses what is there already and edges that end nowhere")
  func loaderRefuses() throws {
    var loader = GraphLoader()
    let none: [(key: String, value: Value)] = []
    try loader.addNode(ElementKey("a"), labels: ["L"], properties: none)
    #expect(throws: GraphChangeError.self) { try loader.addNode(ElementKey("a"), labels: [], properties: none) }
    #expect(throws: GraphChangeError.self) {
      try loader.addEdge(ElementKey("e"), type: "T", from: ElementKey("a"), to: ElementKey("x"), properties: none)
    }
  }

  @Test("rolling back leaves the graph as it was, order of edges and next key included", arguments: UInt64(1)...30)
  func rollsBack(seed: UInt64) {
    var changes = RandomChanges(seed: seed)
    let first = GraphTransaction(PropertyGraph())
    changes.run(40, on: first)
    var graph = first.commit()
    if seed % 2 == 0 { graph.fold() }
    let before = lines(of: graph)
    let order = expansion(of: graph)
    let failing = GraphTransaction(graph)
    var doomed = changes
    doomed.run(60, on: failing)
    let after = failing.rollBack()
    #expect(lines(of: after) == before, "seed \(seed)")
    #expect(expansion(of: after) == order, "seed \(seed)")
    #expect(nextKeys(after) == nextKeys(graph), "seed \(seed)")
  }

  private func expansion(of graph: PropertyGraph) -> [EdgeID] {
    var expansion = Expansion()
    graph.expand((0..<graph.nodeCapacity).map { NodeID(UInt32($0)) }, .both, types: nil, into: &expansion)
    return expansion.edges
  }

  private func nextKeys(_ graph: PropertyGraph) -> [String] {
    let transaction = GraphTransaction(graph)
    let node = transaction.createNode(labels: [], properties: [])
    let edge = transaction.createEdge(type: "R", from: node, to: node, properties: [])
    return [transaction.graph.key(of: node).description, transaction.graph.key(of: edge).description]
  }

  @Test("a copy is a snapshot: later changes do not show in it")
  func snapshots() {
    let transaction = GraphTransaction(PropertyGraph())
    let node = transaction.createNode(labels: ["A"], properties: [("p", .integer(1))])
    let graph = transaction.commit()
    let later = GraphTransaction(graph)
    later.setProperty("p", of: node, to: .integer(2))
    let changed = later.commit()
    #expect(graph.properties(of: node).map(\.value.typeName) == ["Integer"])
    #expect(graph.properties(of: node)[0].value.equals(.integer(1)) == true)
    #expect(changed.properties(of: node)[0].value.equals(.integer(2)) == true)
  }

  @Test("a loop is one edge to `both`, and one each to `outgoing` and `incoming`", arguments: [false, true])
  func loops(isFolded: Bool) {
    let transaction = GraphTransaction(PropertyGraph())
    let node = transaction.createNode(labels: [], properties: [])
    let other = transaction.createNode(labels: [], properties: [])
    _ = transaction.createEdge(type: "R", from: node, to: node, properties: [])
    _ = transaction.createEdge(type: "S", from: node, to: other, properties: [])
    var graph = transaction.commit()
    if isFolded { graph.fold() }
    func count(_ direction: EdgeDirection, _ types: [String]?) -> Int {
      var expansion = Expansion()
      graph.expand([node], direction, types: types?.compactMap { graph.names.edgeType($0) }, into: &expansion)
      return expansion.rows.count
    }
    #expect(count(.outgoing, nil) == 2)
    #expect(count(.incoming, nil) == 1)
    #expect(count(.both, nil) == 2)
    #expect(count(.both, ["R"]) == 1)
    #expect(count(.both, ["S", "R"]) == 2)
    #expect(count(.outgoing, []) == 0)
  }

  @Test("strings that differ in bytes only stay different when folded into a dictionary")
  func exactStrings() throws {
    let transaction = GraphTransaction(PropertyGraph())
    let composed = transaction.createNode(labels: ["A"], properties: [("p", .string("caf\u{E9}"))])
    let decomposed = transaction.createNode(labels: ["A"], properties: [("p", .string("cafe\u{301}"))])
    var graph = transaction.commit()
    graph.fold()
    let key = try #require(graph.names.propertyKey("p"))
    let column = graph.property(key, ofNodes: [composed, decomposed])
    #expect(column[0].equals(.string("caf\u{E9}")) == true)
    #expect(column[1].equals(.string("cafe\u{301}")) == true)
    guard case .strings(let codes, let dictionary) = column else {
      Issue.record("a column of strings is coded")
      return
    }
    #expect(codes[0] != codes[1])
    #expect(dictionary.code(of: "cafe\u{301}") == codes[1])
  }

  @Test("columns are typed where all have a value of one kind, also beside a few changes")
  func typedColumns() throws {
    let transaction = GraphTransaction(PropertyGraph())
    let nodes = (0..<4).map { number in
      transaction.createNode(labels: ["A"], properties: [("i", .integer(Int64(number)))])
    }
    var graph = transaction.commit()
    graph.fold()
    let change = GraphTransaction(graph)
    change.setProperty("i", of: nodes[3], to: .string("three"))
    graph = change.commit()
    let key = try #require(graph.names.propertyKey("i"))
    guard case .integers(let values) = graph.property(key, ofNodes: Array(nodes[0..<3])) else {
      Issue.record("nodes that did not change are read as integers")
      return
    }
    #expect(values == [0, 1, 2])
    #expect(graph.property(key, ofNodes: nodes)[3].equals(.string("three")) == true)
    #expect(graph.property(key, ofNodes: [.none])[0].isNull)
  }

  @Test("many edges of one node are taken back")
  func hubs() {
    let transaction = GraphTransaction(PropertyGraph())
    let hub = transaction.createNode(labels: [], properties: [])
    for _ in 0..<60_000 { _ = transaction.createEdge(type: "R", from: hub, to: hub, properties: []) }
    #expect(transaction.rollBack().edgeCount == 0)
  }
}
