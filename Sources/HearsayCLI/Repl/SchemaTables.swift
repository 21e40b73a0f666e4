import Hearsay
import Terminal

/// What a graph holds: its labels and edge types, counted, with the properties of each.
enum SchemaTables {
  /// O(nodes + edges).
  static func text(_ graph: PropertyGraph, _ output: OutputTraits) -> String {
    guard graph.nodeCount > 0 else { return "the graph is empty\n" }
    return table(["label", "nodes", "properties"], labelRows(graph), output)
      + table(["edge type", "edges", "from", "to", "properties"], edgeRows(graph), output)
  }

  private static func table(_ titles: [String], _ rows: [[String]], _ output: OutputTraits) -> String {
    guard !rows.isEmpty else { return "" }
    let columns = titles.enumerated().map { Table.Column($1, isNumeric: $0 == 1) }
    return Table(columns: columns, rows: rows).rendered(width: output.width) { output.styled($0, .heading) }
  }

  private static func labelRows(_ graph: PropertyGraph) -> [[String]] {
    var keys: [LabelID: Set<PropertyKeyID>] = [:]
    var cursor = 0
    var more = true
    while more {
      var nodes: [NodeID] = []
      more = graph.scanNodes(having: [], from: &cursor, limit: 4096, into: &nodes)
      for node in nodes {
        let found = graph.properties(of: node).map(\.key)
        for label in graph.labels(of: node) { keys[label, default: []].formUnion(found) }
      }
    }
    return keys.map { label, keys in
      [
        graph.names.name(of: label), String(graph.statistics.count(of: label)),
        list(keys.map { graph.names.name(of: $0) }),
      ]
    }.sorted { $0[0].utf8.lexicographicallyPrecedes($1[0].utf8) }
  }

  private struct EdgeUse {
    var from: Set<LabelID> = []
    var to: Set<LabelID> = []
    var keys: Set<PropertyKeyID> = []
  }

  private static func edgeRows(_ graph: PropertyGraph) -> [[String]] {
    var uses: [EdgeTypeID: EdgeUse] = [:]
    var cursor = 0
    var more = true
    while more {
      var nodes: [NodeID] = []
      more = graph.scanNodes(having: [], from: &cursor, limit: 4096, into: &nodes)
      for edge in graph.edges(from: nodes) {
        var use = uses[graph.type(of: edge)] ?? EdgeUse()
        use.from.formUnion(graph.labels(of: graph.source(of: edge)))
        use.to.formUnion(graph.labels(of: graph.target(of: edge)))
        use.keys.formUnion(graph.properties(of: edge).map(\.key))
        uses[graph.type(of: edge)] = use
      }
    }
    return uses.map { type, use in
      [
        graph.names.name(of: type), String(graph.statistics.count(of: type)),
        list(use.from.map { graph.names.name(of: $0) }), list(use.to.map { graph.names.name(of: $0) }),
        list(use.keys.map { graph.names.name(of: $0) }),
      ]
    }.sorted { $0[0].utf8.lexicographicallyPrecedes($1[0].utf8) }
  }

  private static func list(_ names: [String]) -> String {
    names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.joined(separator: ", ")
  }
}

extension PropertyGraph {
  fileprivate func edges(from nodes: [NodeID]) -> [EdgeID] {
    var expansion = Expansion()
    expand(nodes, .outgoing, types: nil, into: &expansion)
    return expansion.edges
  }
}
