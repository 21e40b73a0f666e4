/// The claims behind the elements of a graph, and what follows from them: the functions `claims`, `speakers`, `roots`,
/// `origins`, `status` and `evidence` of the query language.
///
/// Works on what the graph holds, whoever made it: elements that carry no claim are `unattested`.
package struct ProvenanceReader: Sendable {
  package let reader: any GraphReader
  /// Claims that do not count: left out wherever claims are listed, followed or weighed.
  package let filter: ClaimFilter
  private let made, contains, relays, about, denies, cites, publishedBy, possiblySameAs: EdgeTypeID?
  private let claim, report: LabelID?
  private let claimsKey, denialsKey, statusKey, stanceKey, namedKey, typeKey: PropertyKeyID?

  package init(_ reader: any GraphReader, keeping filter: ClaimFilter = .all) {
    self.reader = reader
    self.filter = filter
    let names = reader.names
    made = names.edgeType("MADE")
    contains = names.edgeType("CONTAINS")
    relays = names.edgeType("RELAYS")
    about = names.edgeType("ABOUT")
    denies = names.edgeType("DENIES")
    cites = names.edgeType("CITES")
    publishedBy = names.edgeType("PUBLISHED_BY")
    possiblySameAs = names.edgeType("POSSIBLY_SAME_AS")
    claim = names.label("Claim")
    report = names.label("Report")
    claimsKey = names.propertyKey("claims")
    denialsKey = names.propertyKey("denials")
    statusKey = names.propertyKey("status")
    stanceKey = names.propertyKey("stance")
    namedKey = names.propertyKey("named")
    typeKey = names.propertyKey("type")
  }
}

// MARK: - Claims behind elements

extension ProvenanceReader {
  /// Of a claim, itself; of a report, the claims it contains; of any other node, the claims ABOUT it and those that its
  /// edges list. Ascending, each once.
  package func claims(of node: NodeID) -> [NodeID] {
    let labels = reader.labels(of: node)
    if let claim, labels.contains(claim) { return kept([node]) }
    if let report, labels.contains(report) { return kept(neighbours(of: node, .outgoing, contains)) }
    return kept(neighbours(of: node, .incoming, about) + listed(claimsKey, of: edges(of: node)))
  }

  /// The claims that the edge lists. Ascending, each once.
  package func claims(of edge: EdgeID) -> [NodeID] { kept(listed(claimsKey, of: [edge])) }

  /// Those of the claims of its nodes and edges.
  package func claims(of path: Path) -> [NodeID] {
    kept(path.nodes.flatMap { claims(of: $0) } + path.edges.flatMap { claims(of: $0) })
  }

  /// Claims listed by the edge that say it is not so.
  package func denials(of edge: EdgeID) -> [NodeID] { kept(listed(denialsKey, of: [edge])) }

  /// Without the offers for review: that two may be one is no claim about either.
  private func edges(of node: NodeID) -> [EdgeID] {
    var expansion = Expansion()
    reader.expand([node], .both, types: nil, into: &expansion)
    return expansion.edges.filter { reader.type(of: $0) != possiblySameAs }
  }

  private func listed(_ key: PropertyKeyID?, of edges: [EdgeID]) -> [NodeID] {
    guard let key, !edges.isEmpty else { return [] }
    return edges.flatMap { edge -> [NodeID] in
      guard case .list(let keys)? = property(key, of: edge) else { return [] }
      return keys.compactMap { if case .string(let key) = $0 { reader.node(for: ElementKey(key)) } else { nil } }
    }
  }

  private func kept(_ claims: [NodeID]) -> [NodeID] { Set(claims).filter(filter.keeps).sorted() }

  private func property(_ key: PropertyKeyID, of edge: EdgeID) -> Value? {
    reader.properties(of: edge).first { $0.key == key }?.value
  }

  private func property(_ key: PropertyKeyID?, of node: NodeID) -> Value? {
    guard let key else { return nil }
    return reader.properties(of: node).first { $0.key == key }?.value
  }
}

// MARK: - What follows from them

extension ProvenanceReader {
  package func origins(of node: NodeID) -> OriginCount { origins(of: claims(of: node), denials: roleDenials(at: node)) }
  package func origins(of edge: EdgeID) -> OriginCount { origins(of: claims(of: edge), denials: denials(of: edge)) }
  package func origins(of path: Path) -> OriginCount {
    origins(of: claims(of: path), denials: kept(path.edges.flatMap { denials(of: $0) }))
  }

  /// Of an event it does not matter that somebody denies a part in it: who denies a role speaks of the role.
  package func status(of node: NodeID) -> WorldStatus {
    let claims = claims(of: node)
    let aside = Set(roleDenials(at: node))
    let rest = claims.filter { !aside.contains($0) }
    return status(of: rest.isEmpty ? claims : rest)
  }

  /// As the edge says; weighed anew where the filter takes one of its claims away.
  package func status(of edge: EdgeID) -> WorldStatus {
    let claims = claims(of: edge)
    guard !claims.isEmpty else { return .unattested }
    if claims.count == Set(listed(claimsKey, of: [edge])).count, let statusKey,
      case .string(let text)? = property(statusKey, of: edge), let status = WorldStatus(rawValue: text)
    {
      return status
    }
    let type = eventType(at: edge)
    let status = status(
      of: claims, denials: denials(of: edge), isBlame: isAgency(edge) && type.map(Blame.types.contains) ?? false,
      isUtterance: type.map(Utterance.types.contains) ?? false)
    return status == .unattested ? .asserted : status
  }

  /// The least certain of its parts, from `asserted` over `contested` and `denied` to `unattested`. Parts without a
  /// claim behind them count only if none has one.
  package func status(of path: Path) -> WorldStatus {
    let parts = path.edges.isEmpty ? path.nodes.map { status(of: $0) } : path.edges.map { status(of: $0) }
    let order: [WorldStatus] = [.denied, .contested, .asserted]
    return order.first { parts.contains($0) } ?? .unattested
  }

  private func roleDenials(at node: NodeID) -> [NodeID] { kept(listed(denialsKey, of: edges(of: node))) }

  private func isAgency(_ edge: EdgeID) -> Bool { reader.names.name(of: reader.type(of: edge)) == "AGENT_OF" }

  private func eventType(at edge: EdgeID) -> String? {
    guard case .string(let type)? = property(typeKey, of: reader.target(of: edge)) else { return nil }
    return type
  }
}

/// Doing such a thing is held against whoever does it.
package enum Blame {
  package static let types: Set<String> = ["ASSAULT", "MASSKILL", "FIGHT"]
}

/// What is done by saying it.
package enum Utterance {
  package static let types: Set<String> = [
    "ACCUSE", "WARN", "THREATEN", "REQUEST", "DEMAND", "REJECT", "DISAPPROVE", "SUPPORT", "STATE", "PUBLISH",
  ]
}

extension ProvenanceReader: ClaimNeighbourhood {
  package func speaker(of claim: NodeID) -> NodeID? { neighbours(of: claim, .incoming, made).min() }
  package func report(of claim: NodeID) -> NodeID? { neighbours(of: claim, .incoming, contains).min() }
  package func relayed(by claim: NodeID) -> [NodeID] { kept(neighbours(of: claim, .outgoing, relays)) }
  package func relayers(of claim: NodeID) -> [NodeID] { kept(neighbours(of: claim, .incoming, relays)) }
  package func deniers(of claim: NodeID) -> [NodeID] { kept(neighbours(of: claim, .incoming, denies)) }
  package func citations(of report: NodeID) -> [NodeID] { neighbours(of: report, .outgoing, cites) }
  package func publisher(of report: NodeID) -> NodeID? { neighbours(of: report, .outgoing, publishedBy).min() }

  package func stance(of claim: NodeID) -> Stance {
    guard case .string(let text)? = property(stanceKey, of: claim) else { return .asserts }
    return Stance(rawValue: text) ?? .asserts
  }

  package func isNamed(_ actor: NodeID) -> Bool {
    guard case .boolean(false)? = property(namedKey, of: actor) else { return true }
    return false
  }

  private func neighbours(of node: NodeID, _ direction: EdgeDirection, _ type: EdgeTypeID?) -> [NodeID] {
    guard let type else { return [] }
    var expansion = Expansion()
    reader.expand([node], direction, types: [type], into: &expansion)
    return expansion.neighbours
  }
}
