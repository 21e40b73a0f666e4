import GraphCore

/// `{"nodes":[{"id","labels","properties"}],"edges":[{"id","type","from","to","properties"}]}`, both sorted by id, one
/// element on a line, so that two exports compare line by line.
struct JSONGraphExporter: GraphExporter {
  func write(_ graph: any GraphReader, to output: ByteOutput) throws(ExportError) -> ExportSummary {
    var json = JSONWriter()
    json.beginObject()
    json.key("nodes")
    let nodes = graph.nodesByKey()
    try writeLines(nodes, with: &json, to: output) { $0.write($1, of: graph) }
    json.breakLine()
    json.key("edges")
    let edges = graph.edgesByKey()
    try writeLines(edges, with: &json, to: output) { $0.write($1, of: graph) }
    json.endObject()
    json.endDocument()
    output.write(json.takeBytes())
    try output.check()
    var summary = ExportSummary()
    (summary.nodeCount, summary.edgeCount) = (nodes.count, edges.count)
    return summary
  }

  private func writeLines<ID>(
    _ ids: [ID], with json: inout JSONWriter, to output: ByteOutput, _ write: (inout JSONWriter, ID) -> Void
  ) throws(ExportError) {
    json.beginArray()
    for id in ids {
      json.breakLine()
      write(&json, id)
      output.write(json.takeBytes())
      try output.check()
    }
    json.endArray()
  }
}
