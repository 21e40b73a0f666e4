import GraphCore

/// The figures of events when some claims are left out: of each attribute the latest value among the rest, or none.
struct RemainingFigures {
  private let graph: any GraphReader
  private let hidden: Set<NodeID>
  private let reader: ProvenanceReader

  init(_ graph: any GraphReader, hidden: Set<NodeID>) {
    self.graph = graph
    self.hidden = hidden
    reader = ProvenanceReader(graph, keeping: ClaimFilter { !hidden.contains($0) })
  }

  /// Only of events that a hidden claim gives a figure to, and only the attributes it names, with their bounds.
  func all() -> [NodeID: [PropertyKeyID: Value]] {
    guard let attributeKey = graph.names.propertyKey("attribute"), let about = graph.names.edgeType("ABOUT") else {
      return [:]
    }
    var figures: [NodeID: [PropertyKeyID: Value]] = [:]
    for claim in hidden.sorted() {
      guard case .string(let attribute) = graph.property(attributeKey, ofNodes: [claim])[0] else { continue }
      var expansion = Expansion()
      graph.expand([claim], .outgoing, types: [about], into: &expansion)
      for event in expansion.neighbours {
        for (key, value) in remaining(attribute, of: event) { figures[event, default: [:]][key] = value }
      }
    }
    return figures
  }

  private func remaining(_ attribute: String, of event: NodeID) -> [PropertyKeyID: Value] {
    let latest = reader.latestFigure(of: event, attribute)
    let figure = latest?.value ?? .null
    var properties: [PropertyKeyID: Value] = [:]
    for (suffix, isMeant) in [("", true), ("_min", latest?.bound == .min), ("_max", latest?.bound == .max)] {
      if let key = graph.names.propertyKey(attribute + suffix) { properties[key] = isMeant ? figure : .null }
    }
    return properties
  }
}
