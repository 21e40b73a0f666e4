import GraphCore
import SourceText

extension Explainer {
  // MARK: Edges

  func explained(_ edge: EdgeID) throws -> ExplainedEdge {
    let properties = view.properties(of: edge)
    let claims = claims(behind: edge)
    let shown = innermost(of: claims)
    let origins = view.provenance.origins(of: edge)
    return ExplainedEdge(
      id: graph.key(of: edge).description, type: view.type(of: edge), from: view.name(of: graph.source(of: edge)),
      to: view.name(of: graph.target(of: edge)), status: view.provenance.status(of: edge).rawValue,
      origins: origins.count, isLineageUnknown: origins.isLineageUnknown, why: properties["why"]?.text,
      rules: view.rules(of: properties).map(view.rule), claimCount: claims.count,
      denials: view.provenance.denials(of: edge).map { graph.key(of: $0).description }.sorted(),
      claims: try shown.prefix(limits.claims).map { try explained(claim: $0) },
      omittedClaims: max(0, shown.count - limits.claims))
  }

  /// Those that the edge lists; of an edge of the discourse, the claims at its ends.
  private func claims(behind edge: EdgeID) -> [NodeID] {
    let listed = view.provenance.claims(of: edge)
    if !listed.isEmpty { return listed }
    return [graph.source(of: edge), graph.target(of: edge)].filter(view.isClaim)
  }

  /// A chain is told once, by the claim of it that is nearest to the root. By report and place.
  private func innermost(of claims: [NodeID]) -> [NodeID] {
    let listed = Set(claims)
    return inOrder(
      claims.filter { claim in
        !view.neighbours(of: claim, .outgoing, "RELAYS").contains { listed.contains($0) }
      })
  }

  private func inOrder(_ claims: [NodeID]) -> [NodeID] {
    let order = view.provenance.evidence(for: claims).map(\.claim)
    let found = Set(order)
    return order + claims.filter { !found.contains($0) }
  }

  // MARK: Nodes

  /// Edges whose other end is a claim or a report tell of the discourse; of a node of the world they are its claims.
  func explained(_ node: NodeID) throws -> ExplainedNode {
    let name = view.name(of: node)
    let origins = view.provenance.origins(of: node)
    let isReport = name.labels.contains("Report")
    let world = view.edges(at: node, .both).filter { found in
      !view.isClaim(found.other) && !["PUBLISHED_BY", "WRITTEN_BY"].contains(view.type(of: found.edge))
        || isReport
          && !view.isClaim(found.other)
    }.sorted { edgeOrder($0.edge) < edgeOrder($1.edge) }
    let listed = Set(world.flatMap { view.provenance.claims(of: $0.edge) })
    let claims = innermost(of: view.provenance.claims(of: node).filter { !listed.contains($0) })
    let isGathered = graph.names.label("Report").map { graph.statistics.count(of: $0) <= limits.reports } ?? true
    let mentions = isReport || !isGathered ? [] : try mentions(of: node)
    return ExplainedNode(
      name: name, properties: self.properties(of: node), status: view.provenance.status(of: node).rawValue,
      origins: origins.count, isLineageUnknown: origins.isLineageUnknown,
      edges: try world.prefix(limits.lines).map { try short($0.edge, at: node) },
      omittedEdges: max(0, world.count - limits.lines),
      claims: try claims.prefix(limits.lines).map(brief), omittedClaims: max(0, claims.count - limits.lines),
      mentions: Array(mentions.prefix(limits.lines)), omittedMentions: max(0, mentions.count - limits.lines),
      areMentionsGathered: isGathered)
  }

  private func edgeOrder(_ edge: EdgeID) -> (String, String) { (view.type(of: edge), graph.key(of: edge).description) }

  private func properties(of node: NodeID) -> [ExplainedNode.Property] {
    view.properties(of: node).map { .init(key: $0.key, value: $0.value.literalText) }
      .sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
  }

  /// Claims of one edge in short: where there are more, the edge itself can be asked for.
  private static let mostBrief = 2

  private func short(_ edge: EdgeID, at node: NodeID) throws -> ExplainedNode.Edge {
    let properties = view.properties(of: edge)
    let isOutgoing = graph.source(of: edge) == node
    let claims = innermost(of: view.provenance.claims(of: edge))
    return .init(
      id: graph.key(of: edge).description, type: view.type(of: edge), isOutgoing: isOutgoing,
      other: view.name(of: isOutgoing ? graph.target(of: edge) : graph.source(of: edge)),
      status: view.provenance.status(of: edge).rawValue, origins: view.provenance.origins(of: edge).count,
      rules: view.rules(of: properties), why: properties["why"]?.text,
      claims: try claims.prefix(Self.mostBrief).map(brief), omittedClaims: max(0, claims.count - Self.mostBrief))
  }

  /// By report and place.
  private func mentions(of node: NodeID) throws -> [ExplainedNode.Mention] {
    try mentions(graph.key(of: node)).flatMap { found -> [ExplainedNode.Mention] in
      guard let report = try shelf.report(found.sha256),
        let reportNode = graph.node(for: ElementKey(found.reportKey))
      else { return [] }
      return try found.ranges.map { range in
        .init(text: report.text.slice(range), place: try place(range, in: reportNode))
      }
    }
  }
}
