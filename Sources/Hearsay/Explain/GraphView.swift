import Extraction
import GraphCore

/// The graph by names, for explanations: reads one element at a time.
struct GraphView {
  let graph: PropertyGraph
  let provenance: ProvenanceReader

  init(_ graph: PropertyGraph) {
    self.graph = graph
    provenance = ProvenanceReader(graph)
  }

  func properties(of node: NodeID) -> [String: Value] { named(graph.properties(of: node)) }
  func properties(of edge: EdgeID) -> [String: Value] { named(graph.properties(of: edge)) }

  private func named(_ properties: [(key: PropertyKeyID, value: Value)]) -> [String: Value] {
    Dictionary(properties.map { (graph.names.name(of: $0.key), $0.value) }, uniquingKeysWith: { first, _ in first })
  }

  func labels(of node: NodeID) -> [String] {
    graph.labels(of: node).map { graph.names.name(of: $0) }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  func isClaim(_ node: NodeID) -> Bool { graph.labels(of: node).contains { graph.names.name(of: $0) == "Claim" } }

  func type(of edge: EdgeID) -> String { graph.names.name(of: graph.type(of: edge)) }

  func name(of node: NodeID) -> ExplainedName {
    let properties = properties(of: node)
    let id = graph.key(of: node).description
    let name = ["name", "title", "text", "origin"].lazy.compactMap { properties[$0]?.text }.first
    return ExplainedName(id: id, labels: labels(of: node), name: name ?? id)
  }

  /// Edges at a node of one of the types, or of all; ascending by id.
  func edges(at node: NodeID, _ direction: EdgeDirection, _ types: [String]? = nil) -> [(edge: EdgeID, other: NodeID)] {
    let wanted = types.map { $0.compactMap { graph.names.edgeType($0) } }
    if let wanted, wanted.isEmpty { return [] }
    var expansion = Expansion()
    graph.expand([node], direction, types: wanted, into: &expansion)
    return zip(expansion.edges, expansion.neighbours).map { (edge: $0, other: $1) }.sorted { $0.edge < $1.edge }
  }

  func neighbours(of node: NodeID, _ direction: EdgeDirection, _ type: String) -> [NodeID] {
    edges(at: node, direction, [type]).map(\.other)
  }

  func rule(_ name: String) -> ExplainedRule { ExplainedRule(name: name, summary: RuleCatalog.summary(of: name)) }

  /// The rules that an edge bears, ascending.
  func rules(of edge: [String: Value]) -> [String] {
    if case .list(let names)? = edge["rules"] { return names.compactMap(\.text) }
    return edge["rule"]?.text.map { [$0] } ?? []
  }
}

extension Value {
  /// The text of a string or a temporal value.
  var text: String? {
    switch self {
    case .string(let text): text
    default: temporalText
    }
  }

  var integer: Int? { if case .integer(let number) = self { Int(number) } else { nil } }
  var isTrue: Bool { if case .boolean(true) = self { true } else { false } }
}
