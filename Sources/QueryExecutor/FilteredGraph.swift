import GraphCore

/// A graph as it would be if some claims had never been made: those claims are gone, and world edges that no other claim
/// states. The price is paid once, when it is made: O(claims + edges that list claims).
struct FilteredGraph: GraphReader {
  private let graph: any GraphReader
  private let hiddenNodes: Set<NodeID>
  private let hiddenEdges: Set<EdgeID>

  init(_ graph: any GraphReader, keeping filter: ClaimFilter) {
    self.graph = graph
    let claims = Self.claims(of: graph).filter { !filter.keeps($0) }
    hiddenNodes = Set(claims)
    hiddenEdges = Self.edges(of: graph, without: hiddenNodes)
  }

  private static func claims(of graph: any GraphReader) -> [NodeID] {
    guard let label = graph.names.label("Claim") else { return [] }
    var claims: [NodeID] = []
    var cursor = 0
    while graph.scanNodes(having: [label], from: &cursor, limit: Batch.preferredRowCount, into: &claims) {}
    return claims
  }

  /// Edges at hidden claims, and edges all of whose claims are hidden.
  private static func edges(of graph: any GraphReader, without hidden: Set<NodeID>) -> Set<EdgeID> {
    var expansion = Expansion()
    graph.expand(hidden.sorted(), .both, types: nil, into: &expansion)
    var edges = Set(expansion.edges)
    guard let key = graph.names.propertyKey("claims") else { return edges }
    for position in 0..<graph.edgeCapacity {
      let edge = EdgeID(UInt32(position))
      guard graph.contains(edge), case .list(let keys) = graph.property(key, ofEdges: [edge])[0], !keys.isEmpty else {
        continue
      }
      let isHidden = keys.allSatisfy { value in
        guard case .string(let text) = value, let claim = graph.node(for: ElementKey(text)) else { return true }
        return hidden.contains(claim)
      }
      if isHidden { edges.insert(edge) }
    }
    return edges
  }

  var names: Names { graph.names }
  var statistics: GraphStatistics { graph.statistics }
  var nodeCount: Int { graph.nodeCount - hiddenNodes.count }
  var edgeCount: Int { graph.edgeCount - hiddenEdges.count }
  var nodeCapacity: Int { graph.nodeCapacity }
  var edgeCapacity: Int { graph.edgeCapacity }
  var labelSetCount: Int { graph.labelSetCount }

  func contains(_ node: NodeID) -> Bool { !hiddenNodes.contains(node) && graph.contains(node) }
  func contains(_ edge: EdgeID) -> Bool { !hiddenEdges.contains(edge) && graph.contains(edge) }

  func scanNodes(having labels: [LabelID], from cursor: inout Int, limit: Int, into nodes: inout [NodeID]) -> Bool {
    let start = nodes.count
    let hasMore = graph.scanNodes(having: labels, from: &cursor, limit: limit, into: &nodes)
    let kept = nodes[start...].filter { !hiddenNodes.contains($0) }
    nodes.replaceSubrange(start..., with: kept)
    return hasMore
  }

  func expand(_ sources: [NodeID], _ direction: EdgeDirection, types: [EdgeTypeID]?, into expansion: inout Expansion) {
    var all = Expansion()
    graph.expand(sources, direction, types: types, into: &all)
    for position in all.rows.indices where !hiddenEdges.contains(all.edges[position]) {
      expansion.rows.append(all.rows[position])
      expansion.edges.append(all.edges[position])
      expansion.neighbours.append(all.neighbours[position])
    }
  }

  func labels(of node: NodeID) -> [LabelID] { graph.labels(of: node) }
  func labelSet(of node: NodeID) -> Int { graph.labelSet(of: node) }
  func labels(inSet set: Int) -> [LabelID] { graph.labels(inSet: set) }
  func type(of edge: EdgeID) -> EdgeTypeID { graph.type(of: edge) }
  func source(of edge: EdgeID) -> NodeID { graph.source(of: edge) }
  func target(of edge: EdgeID) -> NodeID { graph.target(of: edge) }
  func property(_ key: PropertyKeyID, ofNodes nodes: [NodeID]) -> Column { graph.property(key, ofNodes: nodes) }
  func property(_ key: PropertyKeyID, ofEdges edges: [EdgeID]) -> Column { graph.property(key, ofEdges: edges) }
  func properties(of node: NodeID) -> [(key: PropertyKeyID, value: Value)] { graph.properties(of: node) }
  func properties(of edge: EdgeID) -> [(key: PropertyKeyID, value: Value)] { graph.properties(of: edge) }
  func key(of node: NodeID) -> ElementKey { graph.key(of: node) }
  func key(of edge: EdgeID) -> ElementKey { graph.key(of: edge) }
  func node(for key: ElementKey) -> NodeID? { graph.node(for: key) }
  func edge(for key: ElementKey) -> EdgeID? { graph.edge(for: key) }
}
