import SourceText

/// All that the reader makes of the reports of a case: a value, so that two of them, or one and a graph, can be compared.
///
/// The edges that a record implies (a claim's MADE and CONTAINS, a report's PUBLISHED_BY) are not stored apart from it,
/// hence cannot be missing.
package struct ReaderLayer: Sendable {
  package private(set) var reports = RecordTable<ReportKey, ReportNode>()
  package private(set) var actors = RecordTable<ActorKey, ActorNode>()
  package private(set) var places = RecordTable<PlaceKey, PlaceNode>()
  package private(set) var events = RecordTable<EventKey, EventNode>()
  package private(set) var claims = ClaimColumns()
  package private(set) var judgements = JudgementColumns()
  package private(set) var worldEdges = WorldEdgeColumns()
  private let digest: @Sendable (String) -> String

  /// - Parameter digest: letters and digits that stand for a text; different texts must give different ones. Names edges.
  package init(digest: @escaping @Sendable (String) -> String) { self.digest = digest }

  package mutating func insert(_ report: ReportNode) { reports.insert(report, for: report.key) }
  package mutating func insert(_ actor: ActorNode) { actors.insert(actor, for: actor.key) }
  package mutating func insert(_ place: PlaceNode) { places.insert(place, for: place.key) }
  package mutating func insert(_ event: EventNode) { events.insert(event, for: event.key) }
  package mutating func insert(_ claim: ClaimNode) { claims.insert(claim) }
  package mutating func insert(_ judgement: Judgement) { judgements.append(judgement) }
  package mutating func insert(_ edge: WorldEdge) { worldEdges.append(edge) }

  /// When reports came into the case, by the hash of their text. It is none of the reader's: two cases of the same reports
  /// differ by it.
  package mutating func note(ingested times: [String: String]) {
    for key in reports.keys {
      guard var report = reports[key], let time = report.sha256.flatMap({ times[$0] }) else { continue }
      report.ingested = time
      reports.insert(report, for: key)
    }
  }
}

/// A node as the graph is to hold it. Properties ascending by key, none null.
package struct LayerNode: Sendable {
  package let key: ElementKey
  package let labels: [String]
  package let properties: [(key: String, value: Value)]
}

/// An edge as the graph is to hold it.
package struct LayerEdge: Sendable {
  package let key: ElementKey
  package let type: String
  package let from: ElementKey
  package let to: ElementKey
  package let properties: [(key: String, value: Value)]
}

extension ReaderLayer {
  /// Ascending by key.
  package func nodes() -> [LayerNode] {
    var nodes: [LayerNode] = []
    nodes.reserveCapacity(reports.count + actors.count + places.count + events.count + claims.count)
    for kind in NodeKind.allCases { forEachNode(kind) { nodes.append($0) } }
    return nodes.sorted { $0.key < $1.key }
  }

  enum NodeKind: CaseIterable { case actor, claim, event, place, report }

  /// Ascending by key; some thousands in memory at a time.
  func forEachNode<E: Error>(
    _ kind: NodeKind, threads: Int = 1, _ body: (LayerNode) throws(E) -> Void
  ) throws(E) {
    switch kind {
    case .actor: try forEach(actors, threads, { $0.node }, body)
    case .claim:
      let order = claims.placesByKey()
      try forEachInOrder(order.count, threads: threads, { claims.node(at: Int(order[$0])) }, body)
    case .event: try forEach(events, threads, { $0.node }, body)
    case .place: try forEach(places, threads, { $0.node }, body)
    case .report: try forEach(reports, threads, { $0.node }, body)
    }
  }

  /// Lets go of what only the nodes of that kind are made of; edges do not need it.
  mutating func dropNodes(_ kind: NodeKind) {
    switch kind {
    case .actor: actors = RecordTable()
    case .claim: claims.dropTexts()
    case .event: events = RecordTable()
    case .place: places = RecordTable()
    case .report: break
    }
  }

  private func forEach<Record, E: Error>(
    _ table: RecordTable<RecordKey<Record>, Record>, _ threads: Int, _ node: @Sendable (Record) -> LayerNode,
    _ body: (LayerNode) throws(E) -> Void
  ) throws(E) {
    let keys = table.keys.sorted()
    try forEachInOrder(keys.count, threads: threads, { table[keys[$0]].map(node) }) { (made) throws(E) in
      if let made { try body(made) }
    }
  }

  /// Ascending by key. Between two nodes there is at most one edge of a type; of several that were inserted the first
  /// counts. Edges with an end that the layer lacks are left out.
  package func edges() -> [LayerEdge] {
    var edges: [ElementKey: LayerEdge] = [:]
    forEachEdge { edge in
      if edges[edge.key] == nil, contains(edge.from), contains(edge.to) { edges[edge.key] = edge }
    }
    return edges.values.sorted { $0.key < $1.key }
  }

  /// In an order that the layer decides; some thousands in memory at a time. One that comes again counts for nothing, nor
  /// does one with an end that the layer lacks.
  func forEachEdge<E: Error>(
    threads: Int = 1, _ body: (LayerEdge) throws(E) -> Void
  ) throws(E) {
    let order = claims.placesByKey()
    try forEachInOrder(order.count, threads: threads, { edges(ofClaim: Int(order[$0])) }) {
      (edges) throws(E) in for edge in edges { try body(edge) }
    }
    let reportKeys = reports.keys.sorted()
    try forEachInOrder(reportKeys.count, threads: threads, { reports[reportKeys[$0]].map { edges(of: $0) } ?? [] }) {
      (edges) throws(E) in for edge in edges { try body(edge) }
    }
    try forEachInOrder(
      judgements.count, threads: threads,
      { index in
        let judgement = judgements[index]
        return edge(
          judgement.kind.rawValue, judgement.from.element, judgement.to.element, [("why", .string(judgement.why))])
      }, body)
    try forEachInOrder(
      worldEdges.count, threads: threads,
      { index in
        let edge = worldEdges[index]
        return self.edge(edge.type, edge.from.element, edge.to.element, edge.properties)
      }, body)
  }

  private func edge(
    _ type: String, _ from: ElementKey, _ to: ElementKey, _ properties: [(String, Value)] = []
  ) -> LayerEdge {
    let key = ElementKey(.edge, digest: digest("\(type)\n\(from)\n\(to)"))
    return LayerEdge(key: key, type: type, from: from, to: to, properties: sorted(properties))
  }

  private func edges(ofClaim place: Int) -> [LayerEdge] {
    let (key, range) = (claims.key(at: place), claims.range(at: place))
    let implied = [
      edge("MADE", claims.speaker(at: place), key, [("cue", string(claims.cue(at: place)))]),
      edge(
        "CONTAINS", claims.report(at: place), key,
        [
          ("start", .integer(Int64(range.start))), ("end", .integer(Int64(range.end))),
          ("sentence", .integer(Int64(claims.sentence(at: place)))),
        ]),
    ]
    let others =
      claims.relays(at: place).map { edge("RELAYS", key, $0) } + claims.topics(at: place).map { edge("ABOUT", key, $0) }
    return implied + others
  }

  private func edges(of report: ReportNode) -> [LayerEdge] {
    let key = report.key.element
    let people =
      [edge("PUBLISHED_BY", key, report.publisher.element)]
      + report.authors.map { edge("WRITTEN_BY", key, $0.element) }
    return people + report.cites.map { edge("CITES", key, $0.element) }
  }

  private func contains(_ key: ElementKey) -> Bool {
    switch key.readerKind {
    case .report: reports.contains(ReportKey(key))
    case .claim: claims.contains(ClaimKey(key))
    case .actor: actors.contains(ActorKey(key))
    case .place: places.contains(PlaceKey(key))
    case .event: events.contains(EventKey(key))
    case .edge, nil: false
    }
  }
}

// MARK: - Records as nodes

extension ReportNode {
  fileprivate var node: LayerNode {
    LayerNode(
      key: key.element, labels: ["Report"],
      properties: sorted([
        ("title", string(title)), ("published", temporal(published)), ("ingested", temporal(ingested)),
        ("publisher", .string(publisherName)),
        ("origin", string(origin)), ("sha256", string(sha256)), ("stub", isStub ? .boolean(true) : .null),
      ]))
  }
}

extension ActorNode {
  fileprivate var node: LayerNode {
    LayerNode(
      key: key.element, labels: ["Actor", label],
      properties: sorted([
        ("name", .string(name)), ("aliases", strings(aliases)), ("kind", string(kind)), ("named", .boolean(isNamed)),
        ("count", count.map { .integer(Int64($0)) } ?? .null), ("description", string(description)),
      ]))
  }
}

extension PlaceNode {
  fileprivate var node: LayerNode {
    LayerNode(
      key: key.element, labels: ["Place"],
      properties: sorted([
        ("name", .string(name)), ("aliases", strings(aliases)), ("kind", string(kind)), ("country", string(country)),
      ]))
  }
}

extension EventNode {
  fileprivate var node: LayerNode {
    var properties: [(String, Value)] = [
      ("name", .string(name)), ("type", .string(type)), ("subtype", string(subtype)), ("start", temporal(start)),
      ("end", temporal(end)), ("precision", string(precision)), ("actuality", .string(actuality)),
      ("figures", strings(figures.keys.sorted())), ("instruments", strings(instruments)), ("objects", strings(objects)),
      ("origins", origins.map { .integer(Int64($0.count)) } ?? .null),
      ("lineage", origins?.isLineageUnknown == true ? .string("unknown") : .null),
    ]
    let taken = Set(properties.map(\.0))
    properties += figures.filter { !taken.contains($0.key) }.map { ($0.key, number($0.value)) }
    return LayerNode(key: key.element, labels: ["Event"], properties: sorted(properties))
  }
}

extension ClaimColumns {
  fileprivate func node(at place: Int) -> LayerNode {
    let figure = figure(at: place)
    return LayerNode(
      key: key(at: place), labels: ["Claim"],
      properties: sorted([
        ("text", .string(text(at: place))), ("stance", .string(stance(at: place).rawValue)),
        ("hedge", string(hedge(at: place))), ("quoted", .boolean(isQuoted(at: place))),
        ("said", temporal(said(at: place))), ("attribute", string(figure?.attribute)),
        ("value", figure.map { number($0.value) } ?? .null), ("bound", string(figure?.bound)),
        ("rule", string(rule(at: place))),
      ]))
  }
}

extension WorldEdge {
  fileprivate var properties: [(String, Value)] {
    [
      ("claims", .list(claims.all.sorted().map { .string($0.description) })),
      ("denials", strings(denials.sorted().map(\.description))), ("status", .string(status.rawValue)),
      ("origins", .integer(Int64(origins))), ("lineage", isLineageUnknown ? .string("unknown") : .null),
      ("role", string(role)), ("why", string(why)), ("rule", .string(rules.first)),
      ("rules", rules.rest.isEmpty ? .null : strings(rules.all)),
    ]
  }
}

private func sorted(_ properties: [(String, Value)]) -> [(key: String, value: Value)] {
  properties.filter { !$0.1.isNull }.map { (key: $0.0, value: $0.1) }.sorted { $0.key < $1.key }
}

private func string(_ text: String?) -> Value { text.map(Value.string) ?? .null }

/// An empty list says no more than a missing property.
private func strings(_ texts: [String]) -> Value { texts.isEmpty ? .null : .list(texts.map(Value.string)) }

private func number(_ value: Double) -> Value { Int64(exactly: value).map(Value.integer) ?? .float(value) }

private func temporal(_ text: String?) -> Value { text.map(Value.init(iso8601:)) ?? .null }
