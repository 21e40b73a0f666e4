import GraphCore

/// The formats that a graph can be written in. To add one, add an exporter and a line in each table here.
public enum ExportFormat: String, CaseIterable, Sendable {
  case graphml, json, csv, dot

  /// By the name of the format: `graphml`. Case does not matter.
  public init?(name: String) { self.init(rawValue: name.lowercased()) }

  /// By what the file's name ends in: `case.graphml`. nil if no format ends so.
  public init?(fileName: String) {
    let name = SystemCalls.fileName(of: fileName)
    guard let dot = name.lastIndex(of: ".") else { return nil }
    let ending = name[name.index(after: dot)...].lowercased()
    guard let format = Self.allCases.first(where: { $0.fileEndings.contains(ending) }) else { return nil }
    self = format
  }

  var fileEndings: [String] {
    switch self {
    case .graphml: ["graphml", "xml"]
    case .json: ["json"]
    case .csv: ["csv"]
    case .dot: ["dot", "gv"]
    }
  }

  func exporter(_ options: ExportOptions) -> any GraphExporter {
    switch self {
    case .graphml: GraphMLExporter(profile: options.graphMLProfile)
    case .json: JSONGraphExporter()
    case .csv: CSVExporter()
    case .dot: DOTExporter()
    }
  }

  /// Writes the graph to `path`, whole or not at all. The same graph gives the same bytes.
  ///
  /// CSV takes two files: `nodes.csv` and `edges.csv` in the folder `path`, or `name.nodes.csv` and `name.edges.csv`
  /// for `name.csv`.
  @discardableResult
  public func export(
    _ graph: any GraphReader, to path: String, options: ExportOptions = ExportOptions()
  ) throws(ExportError) -> ExportSummary {
    try exporter(options).export(graph, to: path)
  }

  /// Writes the graph to memory or an open file; for CSV the nodes, a blank line, and the edges.
  @discardableResult
  public func write(
    _ graph: any GraphReader, to output: ByteOutput, options: ExportOptions = ExportOptions()
  ) throws(ExportError) -> ExportSummary {
    try exporter(options).write(graph, to: output)
  }
}

public struct ExportOptions: Sendable {
  public var graphMLProfile = GraphMLProfile.edgeLabel

  public init(graphMLProfile: GraphMLProfile = .edgeLabel) { self.graphMLProfile = graphMLProfile }
}

/// What was written, for the person who asked for it.
public struct ExportSummary: Equatable, Sendable {
  public var nodeCount = 0
  public var edgeCount = 0
  /// Characters that the format cannot hold and that stand as U+FFFD now.
  public var replacedCharacterCount = 0
  /// Sentences on what to know when the file is opened elsewhere; lower case, no full stop.
  public var notes: [String] = []
  /// The files, in the order written.
  public var paths: [String] = []

  public init() {}
}

/// One format.
protocol GraphExporter: Sendable {
  func write(_ graph: any GraphReader, to output: ByteOutput) throws(ExportError) -> ExportSummary
  func export(_ graph: any GraphReader, to path: String) throws(ExportError) -> ExportSummary
}

extension GraphExporter {
  func export(_ graph: any GraphReader, to path: String) throws(ExportError) -> ExportSummary {
    let file = try OutputFile(path)
    var summary = try write(graph, to: file.output)
    try file.commit()
    summary.paths = [path]
    return summary
  }
}
