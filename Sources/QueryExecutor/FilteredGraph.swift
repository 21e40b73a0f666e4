import GraphCore

/// A graph as it would be if some claims had never been made: those claims are gone, and world edges that no other claim
/// states. The price is paid once, when it is made: O(claims + edges that list claims).
struct FilteredGraph: GraphReader {
  private let graph: any GraphReader
  private var hiddenNodes: Set<NodeID>
  private var hiddenEdges: Set<EdgeID>
  /// Figures of events as the remaining claims have them.
  private var figures: [NodeID: [PropertyKeyID: Value]] = [:]

  /// - Parameter hiding: more nodes that are not to be seen, with their edges; claims about them stay.
  init(_ graph: any GraphReader, keeping filter: ClaimFilter, hiding: Set<NodeID> = []) {
    self.graph = graph
    let claims = Self.claims(of: graph).filter { !filter.keeps($0) }
    hiddenNodes = Set(claims)
    hiddenEdges = Self.edges(of: graph, without: hiddenNodes)
    hideWhatNobodySpeaksOf()
    figures = RemainingFigures(graph, hidden: Set(claims)).all()
    guard !hiding.isEmpty else { return }
    var expansion = Expansion()
    graph.expand(hiding.sorted(), .both, types: nil, into: &expansion)
    hiddenNodes.formUnion(hiding)
    hiddenEdges.formUnion(expansion.edges)
  }

  /// Reports, actors, events and places that hang on hidden claims alone are hidden with them, and what hung on those.
  private mutating func hideWhatNobodySpeaksOf() {
    var open = Set(hiddenEdges.flatMap { [graph.source(of: $0), graph.target(of: $0)] })
    while !open.isEmpty {
      var next: Set<NodeID> = []
      // Reports first: a publisher is kept by reports that are.
      let wave = open.subtracting(hiddenNodes).filter { graph.key(of: $0).isReaderMade }
      for node in wave.sorted(by: { (isReport($1) ? 1 : 0, $0) < (isReport($0) ? 1 : 0, $1) }) {
        var expansion = Expansion()
        graph.expand([node], .both, types: nil, into: &expansion)
        guard !expansion.edges.contains(where: { keeps(node, $0) }) else { continue }
        hiddenNodes.insert(node)
        hiddenEdges.formUnion(expansion.edges)
        next.formUnion(expansion.neighbours)
      }
      open = next
    }
  }

  /// Whether an edge is reason enough to show a node: it leads to a claim or lists claims, or ties an actor to a report or
  /// a cited report to one that cites it, or a person made it. That two things may be the same is none.
  private func keeps(_ node: NodeID, _ edge: EdgeID) -> Bool {
    guard !hiddenEdges.contains(edge) else { return false }
    guard graph.key(of: edge).isReaderMade else { return true }
    let other = graph.source(of: edge) == node ? graph.target(of: edge) : graph.source(of: edge)
    if let claim = graph.names.label("Claim"), graph.labels(of: other).contains(claim) { return true }
    if isReport(other) { return !isReport(node) || graph.target(of: edge) == node }
    guard let key = graph.names.propertyKey("claims"), case .list(let claims) = graph.property(key, ofEdges: [edge])[0]
    else { return false }
    return !claims.isEmpty
  }

  private func isReport(_ node: NodeID) -> Bool {
    graph.names.label("Report").map { graph.labels(of: node).contains($0) } ?? false
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
  func property(_ key: PropertyKeyID, ofNodes nodes: [NodeID]) -> Column {
    let column = graph.property(key, ofNodes: nodes)
    guard nodes.contains(where: { figures[$0]?[key] != nil }) else { return column }
    return .values(nodes.indices.map { row in figures[nodes[row]]?[key] ?? column[row] })
  }
  func property(_ key: PropertyKeyID, ofEdges edges: [EdgeID]) -> Column { graph.property(key, ofEdges: edges) }
  func properties(of node: NodeID) -> [(key: PropertyKeyID, value: Value)] {
    let properties = graph.properties(of: node)
    guard let changed = figures[node] else { return properties }
    let kept = properties.filter { changed[$0.key] == nil }
    let added = changed.filter { !$0.value.isNull }.map { (key: $0.key, value: $0.value) }
    return (kept + added).sorted { $0.key < $1.key }
  }
  func properties(of edge: EdgeID) -> [(key: PropertyKeyID, value: Value)] { graph.properties(of: edge) }
  func key(of node: NodeID) -> ElementKey { graph.key(of: node) }
  func key(of edge: EdgeID) -> ElementKey { graph.key(of: edge) }
  // A hidden claim is none: an edge that lists it and others that are hidden is hidden under the next filter too.
  func node(for key: ElementKey) -> NodeID? { graph.node(for: key).flatMap { hiddenNodes.contains($0) ? nil : $0 } }
  func edge(for key: ElementKey) -> EdgeID? { graph.edge(for: key).flatMap { hiddenEdges.contains($0) ? nil : $0 } }
}
