import GraphCore

/// The DOT language of Graphviz: captions, colours and edge types, without the properties, to be laid out and printed.
struct DOTExporter: GraphExporter {
  func write(_ graph: any GraphReader, to output: ByteOutput) throws(ExportError) -> ExportSummary {
    var summary = ExportSummary()
    let nodes = graph.nodesByKey()
    let palette = Palette(for: graph, nodes)
    output.write("digraph hearsay {\n  node [shape=box, style=\"rounded,filled\", fontname=\"sans-serif\"];\n")
    for node in nodes {
      let id = quoted(graph.key(of: node).description, &summary)
      let caption = quoted(graph.caption(of: node), &summary)
      output.write("  \(id) [label=\(caption), fillcolor=\"\(palette.color(of: node, in: graph).hexadecimal)\"];\n")
      summary.nodeCount += 1
      try output.check()
    }
    for edge in graph.edgesByKey() {
      let source = quoted(graph.key(of: graph.source(of: edge)).description, &summary)
      let target = quoted(graph.key(of: graph.target(of: edge)).description, &summary)
      let type = quoted(graph.names.name(of: graph.type(of: edge)), &summary)
      output.write("  \(source) -> \(target) [label=\(type)];\n")
      summary.edgeCount += 1
      try output.check()
    }
    output.write("}\n")
    return summary
  }

  /// Graphviz reads `\N` and `&amp;` inside quoted captions, so both signs are escaped as well as the quote.
  private func quoted(_ text: String, _ summary: inout ExportSummary) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "&": result += "&amp;"
      case "\n": result += "\\n"
      case "\t": result += " "
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        result += "\u{FFFD}"
        summary.replacedCharacterCount += 1
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
