import GraphCore
import SeededRandom

/// A small graph as two plain lists. Nodes and edges are numbered in the order of their making, as in the engine.
package struct NaiveGraph: Sendable {
  package struct Node: Sendable {
    package var labels: Set<String>
    package var properties: [String: Value]
    var isDeleted = false
    /// What claims are named by in lists; nil for a number that follows from its position.
    var key: String?
  }

  package struct Edge: Sendable {
    package var type: String
    package var source: Int
    package var target: Int
    package var properties: [String: Value]
    var isDeleted = false
  }

  package var nodes: [Node] = []
  package var edges: [Edge] = []

  /// Up to seven nodes with labels A and B and up to nine edges of types R and S; a quarter of all properties is missing.
  package init(_ generator: inout SeededGenerator) {
    for id in 0..<generator.pick([1, 2, 3, 4, 4, 5, 5, 6, 7]) {
      let labels = generator.pick([[], ["A"], ["A"], ["B"], ["A", "B"]] as [Set<String>])
      var properties: [String: Value] = ["id": .integer(Int64(id))]
      if generator.chance(75) { properties["x"] = .integer(Int64(generator.below(4))) }
      if generator.chance(60) { properties["s"] = .string(generator.pick(["", "a", "b", "ab", "Ba"])) }
      if generator.chance(40) { properties["t"] = .boolean(generator.chance(50)) }
      if generator.chance(40) {
        properties["l"] = .list((0..<generator.below(4)).map { _ in .integer(Int64(generator.below(3))) })
      }
      if generator.chance(40) { properties["d"] = .date(NaiveCalendar.date(daysOf2024: generator.below(90))) }
      if generator.chance(30) { properties["y"] = .float(Double(generator.below(4)) + 0.5) }
      nodes.append(Node(labels: labels, properties: properties))
    }
    for id in 0..<generator.below(10) {
      var properties: [String: Value] = ["id": .integer(Int64(id))]
      if generator.chance(75) { properties["w"] = .integer(Int64(generator.below(3))) }
      edges.append(
        Edge(
          type: generator.pick(["R", "R", "S"]), source: generator.below(nodes.count),
          target: generator.below(nodes.count), properties: properties))
    }
    if generator.chance(20) { addClaims(&generator) }
  }

  /// Names that actors bear, and one that none does.
  static let sources = ["p", "q", "nobody"]

  /// Reports of two actors with claims that some of the edges rest on, and an event.
  private mutating func addClaims(_ generator: inout SeededGenerator) {
    let world = (nodes: nodes.count, edges: edges.count)
    func add(_ label: String, _ properties: [String: Value]) -> Int {
      var properties = properties
      properties["id"] = .integer(Int64(nodes.count))
      nodes.append(Node(labels: [label], properties: properties))
      return nodes.count - 1
    }
    func day() -> Value { .date(NaiveCalendar.date(daysOf2024: generator.below(90))) }
    func join(_ type: String, _ source: Int, _ target: Int) {
      edges.append(
        Edge(type: type, source: source, target: target, properties: ["id": .integer(Int64(edges.count))]))
    }
    let actors = [add("Actor", ["name": .string("p")]), add("Actor", ["aliases": .list([.string("q")])])]
    let reports = (0..<1 + generator.below(2)).map { _ in
      let report = add("Report", generator.chance(80) ? ["published": day(), "ingested": day()] : ["published": day()])
      if generator.chance(70) { join("PUBLISHED_BY", report, generator.pick(actors)) }
      return report
    }
    if generator.chance(50) { _ = add("Event", generator.chance(70) ? ["start": day()] : [:]) }
    let claims = (0..<1 + generator.below(3)).map { _ in add("Claim", [:]) }
    for claim in claims {
      if generator.chance(90) { join("CONTAINS", generator.pick(reports), claim) }
      join("MADE", generator.pick(actors), claim)
      if generator.chance(30) { join("RELAYS", claim, generator.pick(claims)) }
      if generator.chance(50) { join("ABOUT", claim, generator.below(world.nodes)) }
    }
    for edge in 0..<world.edges where generator.chance(60) {
      let behind = claims.filter { _ in generator.chance(50) }
      // The keys of created nodes count from 1.
      edges[edge].properties["claims"] = .list(behind.map { .string("n\($0 + 1)") })
    }
  }

  /// A statement that creates the graph, in the order of its numbers.
  package var statement: String {
    let nodes = nodes.enumerated().map { id, node in
      "(n\(id)\(node.labels.sorted().map { ":\($0)" }.joined()) \(literal(node.properties)))"
    }
    let edges = edges.map { "(n\($0.source))-[:\($0.type) \(literal($0.properties))]->(n\($0.target))" }
    return "CREATE " + (nodes + edges).joined(separator: ", ")
  }

  private func literal(_ properties: [String: Value]) -> String {
    "{" + properties.sorted { $0.key < $1.key }.map { "\($0.key): \(text($0.value))" }.joined(separator: ", ") + "}"
  }

  /// The graph without numbers: a line for each node and edge, sorted.
  package var lines: [String] {
    let nodeLines = nodes.map { line($0.labels, $0.properties) }
    let live = nodes.indices.filter { !nodes[$0].isDeleted }.map { nodeLines[$0] }
    let edges = edges.filter { !$0.isDeleted }.map {
      "\(nodeLines[$0.source]) \($0.type)\(literal($0.properties)) \(nodeLines[$0.target])"
    }
    return (live + edges).sorted()
  }

  private func line(_ labels: Set<String>, _ properties: [String: Value]) -> String {
    "(\(labels.sorted().joined(separator: ":"))\(literal(properties)))"
  }

  package static func lines(of graph: PropertyGraph) -> [String] { NaiveGraph(graph).lines }

  /// The same graph as plain lists, its elements numbered as they are there.
  package init(_ graph: PropertyGraph) {
    let names = graph.names
    for id in 0..<graph.nodeCapacity {
      let node = NodeID(UInt32(id))
      let isThere = graph.contains(node)
      nodes.append(
        Node(
          labels: isThere ? Set(graph.labels(of: node).map { names.labels[Int($0.rawValue)] }) : [],
          properties: isThere ? Self.named(graph.properties(of: node), names) : [:], isDeleted: !isThere,
          key: graph.key(of: node).description))
    }
    for id in 0..<graph.edgeCapacity {
      let edge = EdgeID(UInt32(id))
      guard graph.contains(edge) else { continue }
      edges.append(
        Edge(
          type: names.edgeTypes[Int(graph.type(of: edge).rawValue)], source: Int(graph.source(of: edge).rawValue),
          target: Int(graph.target(of: edge).rawValue), properties: Self.named(graph.properties(of: edge), names)))
    }
  }

  private static func named(_ properties: [(key: PropertyKeyID, value: Value)], _ names: Names) -> [String: Value] {
    Dictionary(uniqueKeysWithValues: properties.map { (names.propertyKeys[Int($0.key.rawValue)], $0.value) })
  }
}
