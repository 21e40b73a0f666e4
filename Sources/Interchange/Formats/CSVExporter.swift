import GraphCore

/// Two tables (RFC 4180, UTF-8, lines ending in LF), sorted by id: nodes with `id`, `labels` (joined by `;`) and a column
/// per property; edges with `id`, `type`, `from`, `to` and theirs. An absent property is an empty cell, an empty text `""`.
///
/// Properties named like a fixed column get `own_` before their name. Text stays as it is, also where a spreadsheet would
/// take it for a formula.
struct CSVExporter: GraphExporter {
  func write(_ graph: any GraphReader, to output: ByteOutput) throws(ExportError) -> ExportSummary {
    var summary = ExportSummary()
    summary.nodeCount = try writeNodes(of: graph, to: output)
    output.write("\n")
    summary.edgeCount = try writeEdges(of: graph, to: output)
    return summary
  }

  func export(_ graph: any GraphReader, to path: String) throws(ExportError) -> ExportSummary {
    let paths = Self.paths(for: path)
    let nodes = try OutputFile(paths.nodes)
    let edges = try OutputFile(paths.edges)
    var summary = ExportSummary()
    summary.nodeCount = try writeNodes(of: graph, to: nodes.output)
    summary.edgeCount = try writeEdges(of: graph, to: edges.output)
    try nodes.output.finish()
    try edges.output.finish()
    try nodes.commit()
    try edges.commit()
    summary.paths = [paths.nodes, paths.edges]
    return summary
  }

  private static func paths(for path: String) -> (nodes: String, edges: String) {
    if path.hasSuffix("/") || SystemCalls.kind(of: path) == .folder {
      let folder = path.hasSuffix("/") ? path : path + "/"
      return (folder + "nodes.csv", folder + "edges.csv")
    }
    let stem = path.lowercased().hasSuffix(".csv") ? String(path.dropLast(4)) : path
    return (stem + ".nodes.csv", stem + ".edges.csv")
  }

  private func writeNodes(of graph: any GraphReader, to output: ByteOutput) throws(ExportError) -> Int {
    let nodes = graph.nodesByKey()
    let table = ExportColumns(
      of: nodes.lazy.map { graph.properties(of: $0) }, names: graph.names, reserved: ["id", "labels"])
    writeLine(["id", "labels"] + table.columns.map(\.name), to: output)
    for node in nodes {
      let fixed = [graph.key(of: node).description, graph.labelNames(of: node).joined(separator: ";")]
      writeRow(fixed, graph.properties(of: node), table, to: output)
      try output.check()
    }
    return nodes.count
  }

  private func writeEdges(of graph: any GraphReader, to output: ByteOutput) throws(ExportError) -> Int {
    let edges = graph.edgesByKey()
    let fixed = ["id", "type", "from", "to"]
    let table = ExportColumns(of: edges.lazy.map { graph.properties(of: $0) }, names: graph.names, reserved: Set(fixed))
    writeLine(fixed + table.columns.map(\.name), to: output)
    for edge in edges {
      let fixed = [
        graph.key(of: edge).description, graph.names.name(of: graph.type(of: edge)),
        graph.key(of: graph.source(of: edge)).description, graph.key(of: graph.target(of: edge)).description,
      ]
      writeRow(fixed, graph.properties(of: edge), table, to: output)
      try output.check()
    }
    return edges.count
  }

  private func writeRow(
    _ fixed: [String], _ properties: [(key: PropertyKeyID, value: Value)], _ table: ExportColumns, to output: ByteOutput
  ) {
    var cells = [String?](repeating: nil, count: table.columns.count)
    for cell in table.cells(of: properties) { cells[cell.column] = cell.text }
    writeLine(fixed.map { $0.isEmpty ? nil : $0 } + cells, to: output)
  }

  private func writeLine(_ cells: [String?], to output: ByteOutput) {
    output.write(cells.map { $0.map(Self.quotedIfNeeded) ?? "" }.joined(separator: ",") + "\n")
  }

  private static func quotedIfNeeded(_ cell: String) -> String {
    let isPlain = cell.utf8.allSatisfy {
      $0 > 0x20 && $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: "\"") || $0 == 0x20
    }
    let hasOuterBlank = cell.utf8.first == 0x20 || cell.utf8.last == 0x20
    if isPlain && !hasOuterBlank && !cell.isEmpty { return cell }
    var quoted = "\""
    for scalar in cell.unicodeScalars {
      if scalar == "\"" { quoted += "\"" }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }
}
