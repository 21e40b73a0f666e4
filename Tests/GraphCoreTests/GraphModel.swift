import SeededRandom

@testable import GraphCore

/// A property graph as plainly as it can be written, to hold the real one against.
struct GraphModel {
  struct Node {
    var key: String
    var labels: Set<String>
    var properties: [String: Value]
  }

  struct Edge {
    var key: String
    var type: String
    var source: NodeID
    var target: NodeID
    var properties: [String: Value]
  }

  var nodes: [NodeID: Node] = [:]
  var edges: [EdgeID: Edge] = [:]

  /// Under the ids that a graph with the same keys gives its elements: for one that was folded.
  mutating func renumber(as graph: PropertyGraph) {
    func id(_ key: String) -> NodeID { graph.node(for: ElementKey(key)) ?? .none }
    let keys = nodes.mapValues(\.key)
    nodes = Dictionary(uniqueKeysWithValues: nodes.values.map { (id($0.key), $0) })
    edges = Dictionary(
      uniqueKeysWithValues: edges.values.map { edge in
        var edge = edge
        edge.source = keys[edge.source].map(id) ?? .none
        edge.target = keys[edge.target].map(id) ?? .none
        return (graph.edge(for: ElementKey(edge.key)) ?? .none, edge)
      })
  }

  /// Everything that can be read of it, one line each: the same lines as `lines(of:)` of an equal graph, whatever ids its
  /// elements have.
  var lines: [String] {
    var lines = ["\(nodes.count) nodes, \(edges.count) edges"]
    func key(_ id: NodeID) -> String { nodes[id]?.key ?? "?" }
    for (id, node) in nodes {
      lines.append("node \(node.key) \(node.labels.sorted()) \(text(node.properties))")
      for (name, direction) in directions {
        let found = edges.filter { _, edge in
          direction == .outgoing && edge.source == id || direction == .incoming && edge.target == id
            || direction == .both && (edge.source == id || edge.target == id)
        }
        let halves = found.values.map { edge in
          let isForward = edge.source == id && (direction != .incoming || edge.target == id)
          return "\(edge.key)→\(key(isForward ? edge.target : edge.source))"
        }
        lines.append("\(name) \(node.key) \(halves.sorted())")
      }
    }
    for edge in edges.values {
      lines.append(
        "edge \(edge.key) \(edge.type) \(key(edge.source)) \(key(edge.target)) \(text(edge.properties))")
    }
    for label in Set(nodes.values.flatMap(\.labels)) {
      let keys = nodes.values.filter { $0.labels.contains(label) }.map(\.key)
      lines.append("label \(label) \(keys.count) \(keys.sorted())")
    }
    for type in Set(edges.values.map(\.type)) { lines.append("type \(type) \(edges.values.count { $0.type == type })") }
    return lines.sorted()
  }
}

private let directions: [(String, EdgeDirection)] = [("out", .outgoing), ("in", .incoming), ("both", .both)]

private func text(_ properties: [String: Value]) -> String {
  properties.map { "\($0.key)=\(exactText($0.value))" }.sorted().joined(separator: ",")
}

/// Different for any two different values, in ASCII, since Swift takes canonically equivalent texts for equal.
func exactText(_ value: Value) -> String {
  String(reflecting: value).unicodeScalars.map { $0.escaped(asASCII: true) }.joined()
}

/// Everything that can be read of a graph through its public face, with its statistics.
func lines(of graph: PropertyGraph) -> [String] {
  var lines = ["\(graph.nodeCount) nodes, \(graph.edgeCount) edges"]
  let names = graph.names
  for index in 0..<graph.nodeCapacity {
    let id = NodeID(UInt32(index))
    guard graph.contains(id) else { continue }
    var properties: [String: Value] = [:]
    for (key, value) in graph.properties(of: id) { properties[names.name(of: key)] = value }
    let labels = graph.labels(of: id).map { names.name(of: $0) }.sorted()
    let key = graph.key(of: id).description
    lines.append("node \(key) \(labels) \(text(properties))")
    if graph.node(for: graph.key(of: id)) != id { lines.append("node \(index) is not found by its key") }
    for (key, value) in properties {
      guard let column = names.propertyKey(key).map({ graph.property($0, ofNodes: [id]) }) else { continue }
      if !column[0].isEquivalent(to: value) { lines.append("node \(index) has another \(key) by column") }
    }
    for (name, direction) in directions {
      var expansion = Expansion()
      graph.expand([.none, id], direction, types: nil, into: &expansion)
      let halves = expansion.edges.indices.map {
        "\(graph.key(of: expansion.edges[$0]))→\(graph.key(of: expansion.neighbours[$0]))"
      }
      lines.append("\(name) \(key) \(halves.sorted())")
      if expansion.rows.contains(where: { $0 != 1 }) { lines.append("edges of a null node") }
    }
  }
  for index in 0..<graph.edgeCapacity {
    let id = EdgeID(UInt32(index))
    guard graph.contains(id) else { continue }
    var properties: [String: Value] = [:]
    for (key, value) in graph.properties(of: id) { properties[names.name(of: key)] = value }
    lines.append(
      "edge \(graph.key(of: id).description) \(names.name(of: graph.type(of: id))) \(graph.key(of: graph.source(of: id))) "
        + "\(graph.key(of: graph.target(of: id))) \(text(properties))")
    if graph.edge(for: graph.key(of: id)) != id { lines.append("edge \(index) is not found by its key") }
  }
  for label in names.labels {
    guard let id = names.label(label) else { continue }
    var found: [NodeID] = []
    var cursor = 0
    while graph.scanNodes(having: [id], from: &cursor, limit: 3, into: &found) {}
    if graph.statistics.count(of: id) > 0 || !found.isEmpty {
      if found != found.sorted() { lines.append("label \(label) is scanned out of order") }
      lines.append(
        "label \(label) \(graph.statistics.count(of: id)) \(found.map { graph.key(of: $0).description }.sorted())")
    }
  }
  for type in names.edgeTypes {
    guard let id = names.edgeType(type), graph.statistics.count(of: id) > 0 else { continue }
    lines.append("type \(type) \(graph.statistics.count(of: id))")
  }
  return lines.sorted()
}

/// A transaction and a model that go through the same random changes.
struct RandomChanges {
  var generator: SeededGenerator
  var model = GraphModel()

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  private static let labels = ["A", "B", "C", "D"]
  private static let values: [Value] = [
    .integer(1), .integer(2), .float(1), .string("x"), .string("caf\u{E9}"), .string("cafe\u{301}"), .boolean(true),
    .list([.integer(1)]), .null, .null,
  ]

  mutating func run(_ count: Int, on transaction: GraphTransaction) {
    for _ in 0..<count { step(transaction) }
  }

  private mutating func properties() -> [String: Value] {
    var properties: [String: Value] = [:]
    for _ in 0..<generator.below(3) { properties[generator.pick(["p", "q", "r"])] = generator.pick(Self.values) }
    return properties.filter { !$0.value.isNull }
  }

  private mutating func step(_ transaction: GraphTransaction) {
    let nodes = model.nodes.keys.sorted()
    let edges = model.edges.keys.sorted()
    switch generator.below(10) {
    case 0, 1, 2:
      let labels = Set((0..<generator.below(3)).map { _ in generator.pick(Self.labels) })
      let properties = properties()
      let id = transaction.createNode(labels: labels.sorted(), properties: properties.map { ($0.key, $0.value) })
      model.nodes[id] = .init(key: transaction.graph.key(of: id).description, labels: labels, properties: properties)
    case 3, 4, 5:
      guard !nodes.isEmpty else { return }
      let (source, target) = (generator.pick(nodes), generator.pick(nodes))
      let type = generator.pick(["R", "S", "T"])
      let properties = properties()
      let id = transaction.createEdge(
        type: type, from: source, to: target, properties: properties.map { ($0.key, $0.value) })
      model.edges[id] = .init(
        key: transaction.graph.key(of: id).description, type: type, source: source, target: target,
        properties: properties)
    case 6:
      guard !edges.isEmpty else { return }
      let edge = generator.pick(edges)
      transaction.delete(edge)
      model.edges[edge] = nil
    case 7:
      guard !nodes.isEmpty else { return }
      let node = generator.pick(nodes)
      for (edge, ends) in model.edges where ends.source == node || ends.target == node {
        transaction.delete(edge)
        model.edges[edge] = nil
      }
      transaction.delete(node)
      model.nodes[node] = nil
    case 8:
      guard !nodes.isEmpty else { return }
      let node = generator.pick(nodes)
      let labels = Set((0..<generator.below(3)).map { _ in generator.pick(Self.labels) })
      transaction.setLabels(of: node, to: labels.sorted())
      model.nodes[node]?.labels = labels
    default:
      let value = generator.pick(Self.values)
      let key = generator.pick(["p", "q", "r"])
      if generator.below(2) == 0, !nodes.isEmpty {
        let node = generator.pick(nodes)
        transaction.setProperty(key, of: node, to: value)
        model.nodes[node]?.properties[key] = value.isNull ? nil : value
      } else if !edges.isEmpty {
        let edge = generator.pick(edges)
        transaction.setProperty(key, of: edge, to: value)
        model.edges[edge]?.properties[key] = value.isNull ? nil : value
      }
    }
  }
}
