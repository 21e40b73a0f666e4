import GraphCore

/// What exports stand on: an order that does not depend on how a graph came about, as ids do.
extension GraphReader {
  /// Ascending by key.
  func nodesByKey() -> [NodeID] {
    var nodes: [NodeID] = []
    nodes.reserveCapacity(nodeCount)
    var cursor = 0
    while scanNodes(having: [], from: &cursor, limit: 1 << 16, into: &nodes) {}
    return sorted(nodes) { key(of: $0).description }
  }

  /// Ascending by key.
  func edgesByKey() -> [EdgeID] {
    let edges = (0..<edgeCapacity).lazy.map { EdgeID(UInt32($0)) }.filter { contains($0) }
    return sorted(Array(edges)) { key(of: $0).description }
  }

  /// Keys are read once each, not once per comparison.
  private func sorted<ID>(_ ids: [ID], by text: (ID) -> String) -> [ID] {
    ids.map { (text: text($0), id: $0) }.sorted { $0.text.utf8.lexicographicallyPrecedes($1.text.utf8) }.map(\.id)
  }

  /// Ascending by name.
  func labelNames(of node: NodeID) -> [String] {
    labels(of: node).map { names.name(of: $0) }.sortedByBytes()
  }

  /// Ascending by name, where ids would follow the order of first use.
  func named(_ properties: [(key: PropertyKeyID, value: Value)]) -> [(name: String, value: Value)] {
    let names = names
    return properties.map { (name: names.name(of: $0.key), value: $0.value) }
      .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }
}

extension Sequence where Element == String {
  func sortedByBytes() -> [String] { sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } }
}
