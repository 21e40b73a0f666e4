/// Which claims count: the meaning of `AS OF` and `WITHOUT SOURCE`.
package struct ClaimFilter: Sendable {
  package let keeps: @Sendable (NodeID) -> Bool

  package init(_ keeps: @escaping @Sendable (NodeID) -> Bool) { self.keeps = keeps }

  package static let all = ClaimFilter { _ in true }

  package func and(_ other: ClaimFilter) -> ClaimFilter { ClaimFilter { keeps($0) && other.keeps($0) } }
}

extension ClaimFilter {
  /// Claims of reports published on that day or before it. A report without a date was known at no time that could be
  /// told, and its claims do not count. O(reports + claims), once.
  ///
  /// - Parameter property: of the report, its date or date and time.
  package static func asOf(
    _ day: CalendarDate, by property: String = "published", in reader: any GraphReader
  ) -> ClaimFilter {
    let graph = ClaimGraph(reader)
    guard let published = reader.names.propertyKey(property) else { return ClaimFilter { _ in false } }
    var kept: Set<NodeID> = []
    for report in graph.nodes("Report") {
      let value = reader.properties(of: report).first { $0.key == published }?.value
      guard let date = value?.calendarDay, date <= day else { continue }
      kept.formUnion(graph.neighbours(of: [report], .outgoing, "CONTAINS"))
    }
    return ClaimFilter { [kept] in kept.contains($0) }
  }

  /// What stands without a source: an actor of this name or alias, letter by letter. Dropped are the claims it made,
  /// those in reports it published, those that reach us through it alone or pass on nothing but its words, and what a
  /// report says in its own voice where it cites the source for the same matter. O(claims), once.
  package static func withoutSource(_ name: String, in reader: any GraphReader) -> ClaimFilter {
    let graph = ClaimGraph(reader)
    let sources = graph.actors(named: name)
    guard !sources.isEmpty else { return .all }
    let reports = graph.neighbours(of: sources, .incoming, "PUBLISHED_BY")
    let made = graph.neighbours(of: sources, .outgoing, "MADE")
    var dropped = Set(made + graph.neighbours(of: reports, .outgoing, "CONTAINS") + graph.restingOn(Set(made)))
    graph.propagate(&dropped)
    return ClaimFilter { [dropped] in !dropped.contains($0) }
  }
}

/// Claims and their edges by name, for filters that are made once for a query.
private struct ClaimGraph {
  let reader: any GraphReader
  init(_ reader: any GraphReader) { self.reader = reader }

  func nodes(_ label: String) -> [NodeID] {
    guard let label = reader.names.label(label) else { return [] }
    var nodes: [NodeID] = []
    var cursor = 0
    while reader.scanNodes(having: [label], from: &cursor, limit: 2_048, into: &nodes) {}
    return nodes
  }

  func neighbours(of nodes: [NodeID], _ direction: EdgeDirection, _ type: String) -> [NodeID] {
    guard let type = reader.names.edgeType(type), !nodes.isEmpty else { return [] }
    var expansion = Expansion()
    reader.expand(nodes, direction, types: [type], into: &expansion)
    return expansion.neighbours
  }

  func actors(named name: String) -> [NodeID] {
    let names = reader.names
    return nodes("Actor").filter { actor in
      reader.properties(of: actor).contains { property in
        switch (names.name(of: property.key), property.value) {
        case ("name", .string(let text)): text == name
        case ("aliases", .list(let texts)): texts.contains { $0.equals(.string(name)) == true }
        default: false
        }
      }
    }
  }

  /// Own-voice claims of reports that pass on claims of the source (`made`) about the same.
  func restingOn(_ made: Set<NodeID>) -> [NodeID] {
    made.sorted().flatMap { claim -> [NodeID] in
      let topics = Set(neighbours(of: [claim], .outgoing, "ABOUT"))
      return neighbours(of: [claim], .incoming, "CONTAINS").flatMap { report -> [NodeID] in
        let publishers = Set(neighbours(of: [report], .outgoing, "PUBLISHED_BY"))
        return neighbours(of: [report], .outgoing, "CONTAINS").filter { other in
          neighbours(of: [other], .incoming, "MADE").contains { publishers.contains($0) }
            && neighbours(of: [other], .outgoing, "RELAYS").isEmpty
            && neighbours(of: [other], .outgoing, "ABOUT").contains { topics.contains($0) }
        }
      }
    }
  }

  /// Adds claims that reach us only through dropped ones, and claims that pass on only dropped ones.
  func propagate(_ dropped: inout Set<NodeID>) {
    var queue = dropped.sorted()
    while let claim = queue.popLast() {
      for (ahead, back) in [(EdgeDirection.outgoing, EdgeDirection.incoming), (.incoming, .outgoing)] {
        for next in neighbours(of: [claim], ahead, "RELAYS") where !dropped.contains(next) {
          guard neighbours(of: [next], back, "RELAYS").allSatisfy({ dropped.contains($0) }) else { continue }
          dropped.insert(next)
          queue.append(next)
        }
      }
    }
  }
}

extension Value {
  /// The day of a date or of a date and time, in its own zone.
  fileprivate var calendarDay: CalendarDate? {
    switch self {
    case .date(let date): date
    case .localDateTime(let time): time.date
    case .dateTime(let time): time.local.date
    default: nil
    }
  }
}
