import SourceText

/// All that the reader makes of the reports of a case: a value, so that two of them, or one and a graph, can be compared.
///
/// The edges that a record implies (a claim's MADE and CONTAINS, a report's PUBLISHED_BY) are not stored apart from it,
/// hence cannot be missing.
package struct ReaderLayer: Sendable {
  package private(set) var reports: [ReportKey: ReportNode] = [:]
  package private(set) var actors: [ActorKey: ActorNode] = [:]
  package private(set) var places: [PlaceKey: PlaceNode] = [:]
  package private(set) var events: [EventKey: EventNode] = [:]
  package private(set) var claims: [ClaimKey: ClaimNode] = [:]
  package private(set) var judgements: [Judgement] = []
  package private(set) var worldEdges: [WorldEdge] = []
  private let digest: @Sendable (String) -> String

  /// - Parameter digest: letters and digits that stand for a text; different texts must give different ones. Names edges.
  package init(digest: @escaping @Sendable (String) -> String) { self.digest = digest }

  package mutating func insert(_ report: ReportNode) { reports[report.key] = report }
  package mutating func insert(_ actor: ActorNode) { actors[actor.key] = actor }
  package mutating func insert(_ place: PlaceNode) { places[place.key] = place }
  package mutating func insert(_ event: EventNode) { events[event.key] = event }
  package mutating func insert(_ claim: ClaimNode) { claims[claim.key] = claim }
  package mutating func insert(_ judgement: Judgement) { judgements.append(judgement) }
  package mutating func insert(_ edge: WorldEdge) { worldEdges.append(edge) }
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
    nodes += reports.values.map(\.node)
    nodes += actors.values.map(\.node)
    nodes += places.values.map(\.node)
    nodes += events.values.map(\.node)
    nodes += claims.values.map(\.node)
    return nodes.sorted { $0.key < $1.key }
  }

  /// Ascending by key. Between two nodes there is at most one edge of a type; of several that were inserted the first
  /// counts. Edges with an end that the layer lacks are left out.
  package func edges() -> [LayerEdge] {
    var edges: [ElementKey: LayerEdge] = [:]
    func add(_ type: String, _ from: ElementKey, _ to: ElementKey, _ properties: [(String, Value)] = []) {
      let key = ElementKey(.edge, digest: digest("\(type)\n\(from)\n\(to)"))
      guard edges[key] == nil, contains(from), contains(to) else { return }
      edges[key] = LayerEdge(key: key, type: type, from: from, to: to, properties: sorted(properties))
    }
    for claim in claims.values {
      let key = claim.key.element
      add("MADE", claim.speaker.element, key, [("cue", string(claim.cue))])
      add(
        "CONTAINS", claim.report.element, key,
        [
          ("start", .integer(Int64(claim.range.start))), ("end", .integer(Int64(claim.range.end))),
          ("sentence", .integer(Int64(claim.sentence))),
        ])
      for inner in claim.relays { add("RELAYS", key, inner.element) }
      for topic in claim.about { add("ABOUT", key, topic.element) }
    }
    for report in reports.values {
      add("PUBLISHED_BY", report.key.element, report.publisher.element)
      for author in report.authors { add("WRITTEN_BY", report.key.element, author.element) }
      for cited in report.cites { add("CITES", report.key.element, cited.element) }
    }
    for judgement in judgements {
      add(judgement.kind.rawValue, judgement.from.element, judgement.to.element, [("why", .string(judgement.why))])
    }
    for edge in worldEdges { add(edge.type, edge.from.element, edge.to.element, edge.properties) }
    return edges.values.sorted { $0.key < $1.key }
  }

  private func contains(_ key: ElementKey) -> Bool {
    switch key.readerKind {
    case .report: reports[ReportKey(key)] != nil
    case .claim: claims[ClaimKey(key)] != nil
    case .actor: actors[ActorKey(key)] != nil
    case .place: places[PlaceKey(key)] != nil
    case .event: events[EventKey(key)] != nil
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
        ("title", string(title)), ("published", temporal(published)), ("publisher", .string(publisherName)),
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

extension ClaimNode {
  fileprivate var node: LayerNode {
    LayerNode(
      key: key.element, labels: ["Claim"],
      properties: sorted([
        ("text", .string(text)), ("stance", .string(stance.rawValue)), ("hedge", string(hedge)),
        ("quoted", .boolean(isQuoted)), ("said", temporal(said)), ("attribute", string(figure?.attribute)),
        ("value", figure.map { number($0.value) } ?? .null), ("bound", string(figure?.bound)), ("rule", .string(rule)),
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
