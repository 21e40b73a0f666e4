import GraphCore
import Interchange

/// The protocol's typed values: integers, floats, maps, temporal values and elements carry a tag, so that nothing is lost.
extension JSONWriter {
  mutating func writeTyped(_ value: Value, of graph: any GraphReader) {
    switch value {
    case .null: writeNull()
    case .boolean(let flag): write(flag)
    case .string(let text): write(text)
    case .integer(let number): tagged("int") { $0.write(String(number)) }
    case .float(let number): tagged("float") { $0.writeFloat(number) }
    case .list(let values):
      beginArray()
      for value in values { writeTyped(value, of: graph) }
      endArray()
    case .map(let map): tagged("map") { $0.writeEntries(map.entries, of: graph) }
    case .date: writeTemporal("date", value)
    case .localTime: writeTemporal("localtime", value)
    case .time: writeTemporal("time", value)
    case .localDateTime: writeTemporal("localdatetime", value)
    case .dateTime: writeTemporal("datetime", value)
    case .duration: writeTemporal("duration", value)
    case .node(let node): tagged("node") { $0.writeTypedNode(node, of: graph) }
    case .edge(let edge): tagged("rel") { $0.writeTypedEdge(edge, of: graph) }
    case .path(let path):
      tagged("path") { writer in
        writer.beginObject()
        writer.key("nodes")
        writer.beginArray()
        for node in path.nodes { writer.writeTypedNode(node, of: graph) }
        writer.endArray()
        writer.key("rels")
        writer.beginArray()
        for edge in path.edges { writer.writeTypedEdge(edge, of: graph) }
        writer.endArray()
        writer.endObject()
      }
    }
  }

  /// A node's body: also of one that the statement deleted, which has nothing left but its id.
  mutating func writeTypedNode(_ node: NodeID, of graph: any GraphReader) {
    beginObject()
    key("id")
    write(graph.positionText(node))
    key("labels")
    beginArray()
    for label in graph.labels(of: node) { write(graph.names.name(of: label)) }
    endArray()
    key("properties")
    writeEntries(graph.properties(of: node).map { (graph.names.name(of: $0.key), $0.value) }, of: graph)
    endObject()
  }

  mutating func writeTypedEdge(_ edge: EdgeID, of graph: any GraphReader) {
    let isThere = graph.contains(edge)
    beginObject()
    key("id")
    write(graph.positionText(edge))
    key("type")
    write(isThere ? graph.names.name(of: graph.type(of: edge)) : "")
    key("start")
    write(isThere ? graph.positionText(graph.source(of: edge)) : "")
    key("end")
    write(isThere ? graph.positionText(graph.target(of: edge)) : "")
    key("properties")
    writeEntries(graph.properties(of: edge).map { (graph.names.name(of: $0.key), $0.value) }, of: graph)
    endObject()
  }

  mutating func writeEntries(_ entries: [(key: String, value: Value)], of graph: any GraphReader) {
    beginObject()
    for (name, value) in entries {
      key(name)
      writeTyped(value, of: graph)
    }
    endObject()
  }

  private mutating func writeTemporal(_ kind: String, _ value: Value) {
    beginObject()
    key("temporal")
    write(kind)
    key("value")
    write(value.temporalText ?? "")
    endObject()
  }

  private mutating func writeFloat(_ number: Double) {
    if number.isNaN {
      write("NaN")
    } else if number.isInfinite {
      write(number > 0 ? "Inf" : "-Inf")
    } else {
      write(number)
    }
  }

  private mutating func tagged(_ tag: String, _ content: (inout JSONWriter) -> Void) {
    beginObject()
    key(tag)
    content(&self)
    endObject()
  }
}

extension GraphReader {
  /// Ids on the pipe tell elements apart while a case is open. Keys do it too, and outlive it.
  fileprivate func positionText(_ node: NodeID) -> String { key(of: node).description }
  fileprivate func positionText(_ edge: EdgeID) -> String { key(of: edge).description }
}
