import GraphCore

extension JSONWriter {
  /// A value as plain JSON: temporal values as their ISO 8601 text, numbers as numbers, nodes, edges and paths of `graph`
  /// with what they hold.
  public mutating func write(_ value: Value, of graph: any GraphReader) {
    switch value {
    case .null: writeNull()
    case .boolean(let flag): write(flag)
    case .integer(let number): write(number)
    case .float(let number): write(number)
    case .string(let text): write(text)
    case .list(let values):
      beginArray()
      for value in values { write(value, of: graph) }
      endArray()
    case .map(let map):
      beginObject()
      for (key, value) in map.entries {
        self.key(key)
        write(value, of: graph)
      }
      endObject()
    case .date, .localTime, .time, .localDateTime, .dateTime, .duration: write(value.temporalText ?? "")
    case .node(let node): write(node, of: graph)
    case .edge(let edge): write(edge, of: graph)
    case .path(let path): write(path, of: graph)
    }
  }

  /// `{"id", "labels", "properties"}`; labels and properties ascending by name. A node that is gone becomes null.
  public mutating func write(_ node: NodeID, of graph: any GraphReader) {
    guard graph.contains(node) else { return writeNull() }
    beginObject()
    key("id")
    write(graph.key(of: node).description)
    key("labels")
    beginArray()
    for label in graph.labelNames(of: node) { write(label) }
    endArray()
    write(properties: graph.properties(of: node), of: graph)
    endObject()
  }

  /// `{"id", "type", "from", "to", "properties"}`; properties ascending by name. An edge that is gone becomes null.
  public mutating func write(_ edge: EdgeID, of graph: any GraphReader) {
    guard graph.contains(edge) else { return writeNull() }
    beginObject()
    key("id")
    write(graph.key(of: edge).description)
    key("type")
    write(graph.names.name(of: graph.type(of: edge)))
    key("from")
    write(graph.key(of: graph.source(of: edge)).description)
    key("to")
    write(graph.key(of: graph.target(of: edge)).description)
    write(properties: graph.properties(of: edge), of: graph)
    endObject()
  }

  /// `{"nodes", "edges"}` in walk order.
  public mutating func write(_ path: Path, of graph: any GraphReader) {
    beginObject()
    key("nodes")
    beginArray()
    for node in path.nodes { write(node, of: graph) }
    endArray()
    key("edges")
    beginArray()
    for edge in path.edges { write(edge, of: graph) }
    endArray()
    endObject()
  }

  private mutating func write(properties: [(key: PropertyKeyID, value: Value)], of graph: any GraphReader) {
    key("properties")
    beginObject()
    for (name, value) in graph.named(properties) {
      key(name)
      write(value, of: graph)
    }
    endObject()
  }
}
