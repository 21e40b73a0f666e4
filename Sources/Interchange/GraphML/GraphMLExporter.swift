import GraphCore

/// GraphML 1.1 that Gephi opens labelled, coloured, sized, laid out and typed, and that networkx, igraph, Cytoscape, APOC
/// and TinkerPop read: one directed graph, all keys, then nodes, then edges, each ascending by key.
///
/// Lists and maps are JSON text, dates ISO 8601 (with a zone: in UTC), integers beyond 2^53 text; of numbers that are not
/// finite there is no value.
struct GraphMLExporter: GraphExporter {
  let profile: GraphMLProfile

  func write(_ graph: any GraphReader, to output: ByteOutput) throws(ExportError) -> ExportSummary {
    let (nodes, edges) = (graph.nodesByKey(), graph.edgesByKey())
    var document = try GraphMLDocument(graph, nodes, edges, profile, output)
    try document.write(nodes, edges)
    return document.summary
  }
}

/// One document while it is written.
private struct GraphMLDocument: ~Copyable {
  private let graph: any GraphReader
  private let profile: GraphMLProfile
  private let output: ByteOutput
  private let xml: XMLTextWriter
  private let keys: GraphMLKeys
  private let appearance: NodeAppearance
  private(set) var summary = ExportSummary()

  init(
    _ graph: any GraphReader, _ nodes: [NodeID], _ edges: [EdgeID], _ profile: GraphMLProfile, _ output: ByteOutput
  ) throws(ExportError) {
    (self.graph, self.profile, self.output) = (graph, profile, output)
    xml = try XMLTextWriter(to: output)
    keys = GraphMLKeys(of: graph, nodes, edges)
    appearance = NodeAppearance(of: graph, nodes, edges)
    (summary.nodeCount, summary.edgeCount) = (nodes.count, edges.count)
  }

  mutating func write(_ nodes: [NodeID], _ edges: [EdgeID]) throws(ExportError) {
    xml.startDocument()
    xml.startElement("graphml")
    xml.attribute("xmlns", "http://graphml.graphdrawing.org/xmlns")
    writeKeys()
    xml.breakLine(indent: 2)
    xml.startElement("graph")
    xml.attribute("id", "G")
    xml.attribute("edgedefault", "directed")
    for (position, node) in nodes.enumerated() {
      write(node, at: position)
      try output.check()
    }
    var pairs = ParallelEdges()
    for edge in edges {
      write(edge)
      pairs.note(graph.source(of: edge), graph.target(of: edge), graph.type(of: edge))
      try output.check()
    }
    xml.breakLine(indent: 2)
    xml.endElement()
    xml.breakLine(indent: 0)
    xml.endElement()
    xml.endDocument()
    try output.check()
    summary.notes = pairs.notes
  }

  private mutating func writeKeys() {
    for key in keys.fixedNodeKeys + keys.ownNodeKeys { write(key, for: "node") }
    for key in keys.fixedEdgeKeys + keys.ownEdgeKeys { write(key, for: "edge") }
  }

  private mutating func write(_ key: GraphMLKeys.Key, for element: StaticString) {
    xml.breakLine(indent: 2)
    xml.startElement("key")
    xml.attribute("id", key.id)
    xml.attribute("for", element)
    xml.attribute("attr.name", cleaned(key.name))
    xml.attribute("attr.type", XMLText(key.kind))
    xml.endElement()
  }

  private mutating func write(_ node: NodeID, at position: Int) {
    let id = graph.key(of: node).description
    let labels = graph.labelNames(of: node).map { ":\($0)" }.joined()
    xml.breakLine(indent: 4)
    xml.startElement("node")
    xml.attribute("id", XMLText(nameToken(id)))
    if profile == .edgeLabel && !labels.isEmpty { xml.attribute("labels", cleaned(labels)) }
    let place = appearance.place(position)
    let color = appearance.color(of: node, in: graph)
    let values = [
      id, graph.caption(of: node), labels, place.x.description, place.y.description,
      appearance.size(position).description, String(color.red), String(color.green), String(color.blue),
    ]
    for (key, value) in zip(keys.fixedNodeKeys, values) { write(value, under: key) }
    for cell in keys.nodeColumns.cells(of: graph.properties(of: node)) {
      write(cell.text, under: keys.ownNodeKeys[cell.column])
    }
    xml.endElement()
  }

  private mutating func write(_ edge: EdgeID) {
    let id = graph.key(of: edge).description
    let type = graph.names.name(of: graph.type(of: edge))
    xml.breakLine(indent: 4)
    xml.startElement("edge")
    xml.attribute("id", XMLText(nameToken(id)))
    xml.attribute("source", XMLText(nameToken(graph.key(of: graph.source(of: edge)).description)))
    xml.attribute("target", XMLText(nameToken(graph.key(of: graph.target(of: edge)).description)))
    if profile == .edgeLabel { xml.attribute("label", cleaned(type)) }
    let properties = graph.properties(of: edge)
    for (key, value) in zip(keys.fixedEdgeKeys, [id, type, weight(properties)]) { write(value, under: key) }
    for cell in keys.edgeColumns.cells(of: properties) { write(cell.text, under: keys.ownEdgeKeys[cell.column]) }
    xml.endElement()
  }

  /// An edge that more claims state is drawn thicker.
  private func weight(_ properties: [(key: PropertyKeyID, value: Value)]) -> String {
    guard let claims = graph.names.propertyKey("claims"),
      case .list(let list)? = properties.first(where: { $0.key == claims })?.value
    else { return "1" }
    return String(max(1, list.count))
  }

  private mutating func write(_ value: String, under key: GraphMLKeys.Key) {
    xml.startElement("data")
    xml.attribute("key", key.id)
    xml.text(cleaned(value))
    xml.endElement()
  }

  private mutating func cleaned(_ text: String) -> XMLText {
    let clean = XMLText(text)
    summary.replacedCharacterCount += clean.replacedCount
    return clean
  }
}

/// Edges of one type between one pair of nodes, which Gephi merges unless told otherwise.
private struct ParallelEdges {
  private struct Course: Hashable {
    let source: NodeID
    let target: NodeID
    let type: EdgeTypeID
  }

  private var seen: Set<Course> = []
  private var count = 0

  mutating func note(_ source: NodeID, _ target: NodeID, _ type: EdgeTypeID) {
    if !seen.insert(Course(source: source, target: target, type: type)).inserted { count += 1 }
  }

  var notes: [String] {
    count == 0
      ? []
      : [
        "\(count) edges run beside another of the same type; in Gephi choose `Don't merge` for the edge merge strategy"
      ]
  }
}
