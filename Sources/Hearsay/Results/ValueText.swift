public import GraphCore

/// Values as people read them, with what nodes and edges hold: `(:State {name: 'Iran'})`, `[:AGENT_OF {status:
/// 'asserted'}]`, `<(:Actor)-[:MADE]->(:Claim)>`.
public struct ValueText: Sendable {
  public enum Detail: Sendable {
    /// All properties.
    case full
    /// Nodes with the one property that names them, edges with none; `…` for the rest.
    case short
  }

  /// The properties that tell people which node it is, the first that is there.
  private static let namingKeys = ["name", "title", "text"]

  private let graph: any GraphReader
  private let detail: Detail

  public init(_ graph: any GraphReader, _ detail: Detail = .full) {
    self.graph = graph
    self.detail = detail
  }

  /// A string or temporal value that stands alone has no quotes.
  public func plain(_ value: Value) -> String {
    switch value {
    case .list, .map, .node, .edge, .path: literal(value)
    default: value.plainText
    }
  }

  /// As the language writes it, where it can.
  public func literal(_ value: Value) -> String {
    switch value {
    case .list(let values): "[" + values.map { literal($0) }.joined(separator: ", ") + "]"
    case .map(let map):
      "{" + map.entries.map { "\(nameText($0.key)): \(literal($0.value))" }.joined(separator: ", ") + "}"
    case .node(let node): text(of: node)
    case .edge(let edge): text(of: edge)
    case .path(let path): text(of: path)
    default: value.literalText
    }
  }

  private func text(of node: NodeID) -> String {
    let labels = graph.labels(of: node).map { graph.names.name(of: $0) }.sorted(by: precedes)
    let parts = [labels.map { ":" + nameText($0) }.joined(), text(of: graph.properties(of: node), isNode: true)]
    return "(" + parts.filter { !$0.isEmpty }.joined(separator: " ") + ")"
  }

  private func text(of edge: EdgeID) -> String {
    guard graph.contains(edge) else { return "[]" }
    let type = ":" + nameText(graph.names.name(of: graph.type(of: edge)))
    let properties = text(of: graph.properties(of: edge), isNode: false)
    return "[" + (properties.isEmpty ? type : "\(type) \(properties)") + "]"
  }

  private func text(of properties: [(key: PropertyKeyID, value: Value)], isNode: Bool) -> String {
    guard !properties.isEmpty else { return "" }
    let named = properties.map { (name: graph.names.name(of: $0.key), value: $0.value) }
      .sorted { precedes($0.name, $1.name) }
    func entry(_ property: (name: String, value: Value)) -> String {
      "\(nameText(property.name)): \(literal(property.value))"
    }
    if detail == .full { return "{" + named.map(entry).joined(separator: ", ") + "}" }
    guard isNode, let key = Self.namingKeys.first(where: { key in named.contains { $0.name == key } }),
      let naming = named.first(where: { $0.name == key })
    else { return "{…}" }
    return "{" + entry(naming) + (named.count > 1 ? ", …}" : "}")
  }

  private func text(of path: Path) -> String {
    var text = "<" + (path.nodes.first.map { self.text(of: $0) } ?? "")
    for (index, edge) in path.edges.enumerated() where index + 1 < path.nodes.count {
      let leadsOn = graph.contains(edge) && graph.source(of: edge) == path.nodes[index]
      text += (leadsOn ? "-" : "<-") + self.text(of: edge) + (leadsOn ? "->" : "-")
      text += self.text(of: path.nodes[index + 1])
    }
    return text + ">"
  }
}

/// By bytes: the order of names must not depend on a locale.
private func precedes(_ a: String, _ b: String) -> Bool { a.utf8.lexicographicallyPrecedes(b.utf8) }
