import Extraction
import Foundation
public import GraphCore
public import Interchange
public import SourceText
import Store

/// A case: reports, the graph made of them, and what people added to it; in one file, or only in memory.
///
/// One writer; not safe to share between tasks. `close()` folds the log in, so that the case is a single file.
public final class Case {
  public let session: GraphSession
  private let file: CaseFile?
  /// Reports of a case in memory, by the hash of their text.
  private var reports: [String: StoredReport] = [:]

  private struct StoredReport {
    var text: Text
    var analysis: ReportAnalysis
  }

  private init(_ session: GraphSession, file: CaseFile?) {
    self.session = session
    self.file = file
    if let file, !file.isReadOnly { session.persist = { try file.append($0) } }
  }

  // MARK: Opening

  /// An empty case that lives as long as this object.
  public static func inMemory() -> Case { Case(GraphSession(), file: nil) }

  /// Makes a new case file. Nothing must be at `path`.
  public static func create(at path: String) throws(Failure) -> Case {
    do {
      return Case(GraphSession(), file: try CaseFile.create(at: path))
    } catch {
      throw Failure(error)
    }
  }

  /// Opens a case file. What is no case, or was written by a later version, is refused and left as it is.
  public static func open(_ path: String, readOnly: Bool = false) throws(Failure) -> Case {
    do {
      let file = try CaseFile.open(path, readOnly: readOnly)
      return Case(GraphSession(try file.load()), file: file)
    } catch {
      throw Failure(error)
    }
  }

  /// Opens the case at `path`, or makes it if nothing is there.
  public static func openOrCreate(at path: String) throws(Failure) -> Case {
    FileManager.default.fileExists(atPath: path) ? try open(path) : try create(at: path)
  }

  /// Folds the log into the snapshot and lets go of the file.
  public func close() throws(Failure) {
    do {
      try file?.close()
    } catch {
      throw Failure(error)
    }
  }

  // MARK: Reading reports

  public struct BuildSummary: Sendable, Equatable {
    /// Reports that were new.
    public var added = 0
    /// Reports that the case had already, by their text.
    public var known = 0
    public var nodes = 0
    public var edges = 0
  }

  /// Reads reports and makes the graph anew from all that the case holds: whether they come at once or one after the
  /// other makes no difference. All or none: after an error the case is as it was.
  ///
  /// - Parameter progress: called after each report with how many are done.
  public func add(
    _ texts: [Text], reader: ReportReader, progress: (Int) -> Void = { _ in }
  ) throws(Failure) -> BuildSummary {
    do {
      var all = try storedReports()
      var new: [String: StoredReport] = [:]
      var summary = BuildSummary()
      for (index, text) in texts.enumerated() {
        let digest = sha256(of: text.contents)
        let known = new[digest] ?? all[digest]
        if known == nil { summary.added += 1 } else { summary.known += 1 }
        if known.map({ text.precedes($0.text) }) ?? true {
          new[digest] = StoredReport(text: text, analysis: try reader.analysis(of: text))
        }
        progress(index + 1)
      }
      all.merge(new) { $1 }
      try rebuild(from: all, new: new)
      summary.nodes = session.snapshot.nodeCount
      summary.edges = session.snapshot.edgeCount
      return summary
    } catch {
      throw Failure(error)
    }
  }

  private func storedReports() throws -> [String: StoredReport] {
    guard let file else { return reports }
    var stored: [String: StoredReport] = [:]
    let decoder = JSONDecoder()
    try file.forEachReport { entry in
      stored[entry.sha256] = StoredReport(
        text: entry.text, analysis: try decoder.decode(ReportAnalysis.self, from: entry.analysis))
    }
    return stored
  }

  private func rebuild(from all: [String: StoredReport], new: [String: StoredReport]) throws {
    let changes = try Self.assembler(of: all).assemble().changes(from: session.snapshot)
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    var entries: [ReportEntry] = []
    for digest in new.keys.sorted() {
      guard let report = new[digest] else { continue }
      entries.append(ReportEntry(sha256: digest, text: report.text, analysis: try encoder.encode(report.analysis)))
    }
    // Reports and the graph made of them become durable in one transaction.
    let persist = session.persist
    defer { session.persist = persist }
    if let file { session.persist = { try file.append($0, reports: entries) } }
    try session.apply(changes, evenIfEmpty: !entries.isEmpty)
    if file == nil { reports.merge(new) { $1 } }
  }

  private static func assembler(of all: [String: StoredReport]) throws -> Assembler {
    var assembler = Assembler()
    for digest in all.keys.sorted() {
      guard let report = all[digest] else { continue }
      try assembler.add(report.analysis, text: report.text.contents)
    }
    return assembler
  }

  /// All reports of the case, ready to be put together.
  func assembler() throws -> Assembler { try Self.assembler(of: storedReports()) }

  /// A report with what was read in it, by the hash of its text.
  func storedReport(_ sha256: String) throws -> (text: Text, analysis: ReportAnalysis)? {
    if let entry = try file?.report(sha256) {
      return (entry.text, try JSONDecoder().decode(ReportAnalysis.self, from: entry.analysis))
    }
    return reports[sha256].map { ($0.text, $0.analysis) }
  }

  // MARK: Looking at it

  /// The text of a report by the hash of its text.
  public func text(ofReport sha256: String) throws(Failure) -> Text? {
    do {
      return try file?.report(sha256)?.text ?? reports[sha256]?.text
    } catch {
      throw Failure(error)
    }
  }

  /// What is wrong with the case: its file, its graph, the provenance of what the reader made. Empty if nothing is.
  public struct CheckReport: Sendable {
    public var problems: [String] = []
    public var nodes = 0
    public var edges = 0
    public var claims = 0
    public var worldEdges = 0
    /// World edges that people made or imported.
    public var unattestedEdges = 0
  }

  public func check(deep: Bool = false) throws(Failure) -> CheckReport {
    do {
      var report = CheckReport()
      if let file { report.problems += try file.check(deep: deep).map { "\($0.part.rawValue): \($0.message)" } }
      let graph = session.snapshot
      let lengths = try storedReports().mapValues { $0.text.contents.utf8.count }
      let provenance = ProvenanceCheck(of: graph) { lengths[$0] }
      report.problems += provenance.violations.map { "provenance: `\($0.element)` \($0.message)" }
      report.nodes = graph.nodeCount
      report.edges = graph.edgeCount
      report.claims = provenance.claimCount
      report.worldEdges = provenance.worldEdgeCount
      report.unattestedEdges = provenance.unattestedEdgeCount
      return report
    } catch {
      throw Failure(error)
    }
  }

  /// Writes the graph for other tools, whole or not at all.
  public func export(
    to path: String, as format: ExportFormat, options: ExportOptions = ExportOptions()
  ) throws(Failure) -> ExportSummary {
    guard !Self.isDatabase(path) else {
      throw Failure(.input, code: "IsACase", "`\(path)` is a case or another database; export to another name")
    }
    do {
      return try format.export(session.snapshot, to: path, options: options)
    } catch {
      throw Failure(error)
    }
  }
}

extension Case {
  /// Whether a file is there that SQLite wrote: no export goes over it.
  private static func isDatabase(_ path: String) -> Bool {
    guard let file = FileHandle(forReadingAtPath: path) else { return false }
    defer { try? file.close() }
    return (try? file.read(upToCount: 15)) == Data("SQLite format 3".utf8)
  }
}

extension Text {
  /// Of two copies of one text the same is kept whichever comes first: the one whose origin, date and publisher sort
  /// before the other's.
  fileprivate func precedes(_ other: Text) -> Bool {
    func key(_ text: Text) -> [String] {
      [text.origin, text.metadata.published ?? "", text.metadata.publisher ?? "", text.metadata.title ?? ""]
    }
    return key(self).lexicographicallyPrecedes(key(other))
  }
}
