import GraphCore
import QueryLanguage

/// `AS OF`, `WITHOUT SOURCE`, `ONLY SOURCE`: a graph without the claims that do not count, and without the edges that rest on
/// nothing else.
extension NaiveEvaluator {
  func viewed<Answer>(_ filters: [ProvenanceFilter], _ body: () throws -> Answer) throws -> Answer {
    guard !filters.isEmpty else { return try body() }
    let whole = graph
    let view = try view(filters)
    try change { $0 = view }
    defer { try? change { $0 = whole } }
    return try body()
  }

  private func view(_ filters: [ProvenanceFilter]) throws -> NaiveGraph {
    var kept = Set(nodes("Claim"))
    var hidden: Set<Int> = []
    for filter in filters {
      let value = try value(filter.value, [:])
      switch filter.kind {
      case .asOf(.event): hidden.formUnion(nodes("Event").filter { !isDated("start", $0, upTo: value) })
      case .asOf(let clock):
        let property = clock == .ingest ? "ingested" : "published"
        let reports = nodes("Report").filter { isDated(property, $0, upTo: value) }
        kept.formIntersection(reports.flatMap { targets("CONTAINS", $0) })
      case .withoutSource: for name in try names(value) { kept.subtract(dropped(without: name)) }
      case .onlySource: kept.formIntersection(try names(value).flatMap { dropped(without: $0) })
      }
    }
    hidden.formUnion(Set(nodes("Claim")).subtracting(kept))
    var view = graph
    for node in hidden { view.nodes[node].isDeleted = true }
    for (position, edge) in graph.edges.enumerated() {
      var isHidden = hidden.contains(edge.source) || hidden.contains(edge.target)
      if case .list(let keys)? = edge.properties["claims"], !keys.isEmpty {
        let claims = keys.map { key in nodes("Claim").first { text(key) == "'\(graph.nodes[$0].key ?? "n\($0 + 1)")'" }
        }
        if claims.allSatisfy({ $0.map { !kept.contains($0) } ?? true }) { isHidden = true }
      }
      if isHidden { view.edges[position].isDeleted = true }
    }
    return view
  }

  private func names(_ value: Value) throws -> [String] {
    let values = if case .list(let values) = value { values } else { [value] }
    return try values.map { value in
      guard case .string(let name) = value else { throw Failure.mistake("a source") }
      return name
    }
  }

  private func isDated(_ property: String, _ node: Int, upTo day: Value) -> Bool {
    guard let date = graph.nodes[node].properties[property], let order = compare(date, day) else { return false }
    return order <= 0
  }

  private func nodes(_ label: String) -> [Int] {
    graph.nodes.indices.filter { !graph.nodes[$0].isDeleted && graph.nodes[$0].labels.contains(label) }
  }

  private func targets(_ type: String, _ node: Int) -> [Int] {
    graph.edges.filter { !$0.isDeleted && $0.type == type && $0.source == node }.map(\.target)
  }

  private func origins(_ type: String, _ node: Int) -> [Int] {
    graph.edges.filter { !$0.isDeleted && $0.type == type && $0.target == node }.map(\.source)
  }

  /// Claims that it made, that stand in its reports, that a report says in its own voice where it passes the source's on
  /// about the same; then all that reach us only through such claims, or pass on nothing else.
  private func dropped(without name: String) -> Set<Int> {
    let sources = nodes("Actor").filter { actor in
      let properties = graph.nodes[actor].properties
      if case .list(let aliases)? = properties["aliases"], aliases.contains(where: { text($0) == "'\(name)'" }) {
        return true
      }
      return properties["name"].map(text) == "'\(name)'"
    }
    let made = sources.flatMap { targets("MADE", $0) }
    var dropped = Set(made + sources.flatMap { origins("PUBLISHED_BY", $0) }.flatMap { targets("CONTAINS", $0) })
    for claim in made {
      let topics = targets("ABOUT", claim)
      for report in origins("CONTAINS", claim) {
        let publishers = targets("PUBLISHED_BY", report)
        dropped.formUnion(
          targets("CONTAINS", report).filter { other in
            origins("MADE", other).contains { publishers.contains($0) } && targets("RELAYS", other).isEmpty
              && targets("ABOUT", other).contains { topics.contains($0) }
          })
      }
    }
    var isGrowing = !dropped.isEmpty
    while isGrowing {
      let more = nodes("Claim").filter { claim in
        let (before, behind) = (origins("RELAYS", claim), targets("RELAYS", claim))
        return !dropped.contains(claim)
          && ((!before.isEmpty && dropped.isSuperset(of: before))
            || (!behind.isEmpty && dropped.isSuperset(of: behind)))
      }
      dropped.formUnion(more)
      isGrowing = !more.isEmpty
    }
    return dropped
  }
}
