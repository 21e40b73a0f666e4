import GraphCore

/// The figures of events when some claims are left out: of each attribute the value that the latest report among the
/// rest gives, or none.
struct RemainingFigures {
  private let graph: any GraphReader
  private let hidden: Set<NodeID>
  private let names: Names

  init(_ graph: any GraphReader, hidden: Set<NodeID>) {
    self.graph = graph
    self.hidden = hidden
    names = graph.names
  }

  /// Only of events that a hidden claim gives a figure to, and only the attributes it names, with their bounds.
  func all() -> [NodeID: [PropertyKeyID: Value]] {
    var figures: [NodeID: [PropertyKeyID: Value]] = [:]
    for claim in hidden.sorted() {
      guard case .string(let attribute)? = value("attribute", of: claim) else { continue }
      for event in neighbours(of: claim, .outgoing, "ABOUT") {
        for (key, value) in remaining(attribute, of: event) { figures[event, default: [:]][key] = value }
      }
    }
    return figures
  }

  private func remaining(_ attribute: String, of event: NodeID) -> [PropertyKeyID: Value] {
    let claims = neighbours(of: event, .incoming, "ABOUT").filter { claim in
      !hidden.contains(claim) && value("attribute", of: claim)?.equals(.string(attribute)) == true
    }
    let latest = claims.max { (published($0), $0) < (published($1), $1) }
    let figure = latest.flatMap { value("value", of: $0) } ?? .null
    var bound = ""
    if case .string(let text)? = latest.flatMap({ value("bound", of: $0) }) { bound = text }
    var properties: [PropertyKeyID: Value] = [:]
    for (suffix, isMeant) in [("", true), ("_min", bound == "min"), ("_max", bound == "max")] {
      if let key = names.propertyKey(attribute + suffix) { properties[key] = isMeant ? figure : .null }
    }
    return properties
  }

  /// The date of the report a claim stands in, as text, which sorts by time.
  private func published(_ claim: NodeID) -> String {
    neighbours(of: claim, .incoming, "CONTAINS").compactMap { value("published", of: $0)?.plainText }.max() ?? ""
  }

  private func value(_ name: String, of node: NodeID) -> Value? {
    guard let key = names.propertyKey(name) else { return nil }
    let value = graph.property(key, ofNodes: [node])[0]
    return value.isNull ? nil : value
  }

  private func neighbours(of node: NodeID, _ direction: EdgeDirection, _ type: String) -> [NodeID] {
    guard let type = names.edgeType(type) else { return [] }
    var expansion = Expansion()
    graph.expand([node], direction, types: [type], into: &expansion)
    return expansion.neighbours
  }
}
