import GraphCore

/// The `<key>` declarations of one file: fixed ones that viewers know, then the graph's own properties.
///
/// Names on the left are fixed; a property of that name, in any case, is written with `own_` before it. The schema wants
/// names to be NMTOKENs: what cannot stand in one becomes `_`.
///
/// | name | on | holds |
/// |---|---|---|
/// | `element_id` | nodes, edges | the key in the case |
/// | `label` | nodes, edges | caption of the node; type of the edge |
/// | `labels` | nodes | `:Actor:State` |
/// | `x` `y` `size` `r` `g` `b` | nodes | where and how it is drawn |
/// | `weight` | edges | how many claims state it, at least 1 |
/// | `id` `timeset` `source` `target` `key` `z` `color` | – | read by some tool as something of its own |
struct GraphMLKeys {
  struct Key {
    /// Unique over the file, an NMTOKEN.
    let id: XMLText
    let name: String
    let kind: String
  }

  private static let reserved: Set<String> = [
    "id", "timeset", "source", "target", "key", "label", "labels", "element_id", "size", "x", "y", "z", "r", "g", "b",
    "color", "weight",
  ]

  let fixedNodeKeys: [Key] = [
    ("element_id", "string"), ("label", "string"), ("labels", "string"), ("x", "double"), ("y", "double"),
    ("size", "double"), ("r", "int"), ("g", "int"), ("b", "int"),
  ].map { Key(id: XMLText("n.\($0.0)"), name: $0.0, kind: $0.1) }

  let fixedEdgeKeys: [Key] = [
    ("element_id", "string"), ("label", "string"), ("weight", "double"),
  ].map { Key(id: XMLText("e.\($0.0)"), name: $0.0, kind: $0.1) }

  let nodeColumns: ExportColumns
  let edgeColumns: ExportColumns
  /// One per column.
  let ownNodeKeys: [Key]
  let ownEdgeKeys: [Key]

  init(of graph: any GraphReader, _ nodes: [NodeID], _ edges: [EdgeID]) {
    nodeColumns = ExportColumns(
      of: nodes.lazy.map { graph.properties(of: $0) }, names: graph.names, reserved: Self.reserved,
      spelled: attributeName)
    edgeColumns = ExportColumns(
      of: edges.lazy.map { graph.properties(of: $0) }, names: graph.names, reserved: Self.reserved,
      spelled: attributeName)
    ownNodeKeys = Self.keys(for: nodeColumns, prefix: "n.p.")
    ownEdgeKeys = Self.keys(for: edgeColumns, prefix: "e.p.")
  }

  private static func keys(for columns: ExportColumns, prefix: String) -> [Key] {
    columns.columns.map { Key(id: XMLText(prefix + nameToken($0.name)), name: $0.name, kind: $0.kind.rawValue) }
  }
}
