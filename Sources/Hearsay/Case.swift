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
  /// Of a case without a file.
  private var memory = ReportsInMemory()

  private init(_ session: GraphSession, file: CaseFile?) {
    self.session = session
    self.file = file
    session.procedures = Dictionary(
      uniqueKeysWithValues: ([ClaimSearch()] + (file.map { [ReportSearch(file: $0)] } ?? []) as [any Procedure])
        .map { ($0.signature.name, $0) })
    session.isReadOnly = file?.isReadOnly ?? false
    guard let file, !file.isReadOnly else { return }
    var finishes = false
    session.persist = { changes in
      try file.append(changes)
      guard file.isLoading, !finishes else { return }
      // As long as something reads the snapshot the log beside the file only grows, and each commit with it.
      finishes = true
      Thread.detachNewThread { file.finishLoading() }
    }
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
  ///
  /// - Parameter lazily: whether to read of the graph only what statements need, when they need it: for a few of them. Until
  ///   `finishLoadingInBackground()` the file cannot be written by others. Damage found on the way makes a statement fail.
  public static func open(_ path: String, readOnly: Bool = false, lazily: Bool = false) throws(Failure) -> Case {
    do {
      let file = try CaseFile.open(path, readOnly: readOnly)
      guard lazily else { return Case(GraphSession(try file.load()), file: file) }
      let session = GraphSession(try file.loadLazily())
      session.isLazy = { file.isLoading }
      session.requireSound = { if let error = file.loadingError { throw Failure(error) } }
      return Case(session, file: file)
    } catch {
      throw Failure(error)
    }
  }

  /// Opens the case at `path`, or makes it if nothing is there.
  public static func openOrCreate(at path: String) throws(Failure) -> Case {
    FileManager.default.fileExists(atPath: path) ? try open(path) : try create(at: path)
  }

  /// Reads what a case that was opened lazily has not read yet, beside what is asked of it, and lets others write to it.
  ///
  /// - Parameter seconds: to wait before: most questions are answered by then, and need no more.
  public func finishLoadingInBackground(after seconds: Double = 1) {
    guard let file else { return }
    Thread.detachNewThread {
      Thread.sleep(forTimeInterval: seconds)
      file.finishLoading()
    }
  }

  /// Writes the case as it is now to a new file, as compact as it can be, while others may read and write it.
  ///
  /// - Throws: for a case without a file, and where nothing can be written or something is at `path` already.
  public func backUp(to path: String) throws(Failure) {
    guard let file else { throw Failure(.input, code: "NoFile", "a case in memory has no file to copy") }
    do { try file.copy(to: path) } catch { throw Failure(error) }
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
  /// other makes no difference, nor does the number of threads. All or none: after an error the case is as it was.
  ///
  /// - Parameters:
  ///   - ingested: when those that are new came into the case, an ISO 8601 date or date and time with offset: their
  ///     property `ingested`, which `AS OF INGEST` asks for. nil for none. Reports that the case has keep what they have.
  ///   - progress: called after each report with how many are done.
  public func add(
    _ reports: Reports, reader: ReportReader, ingested: String? = nil, threads: Int = 1,
    progress: (Int, Text) -> Void = { _, _ in }
  ) throws(Failure) -> BuildSummary {
    if let ingested, case .string = Value(iso8601: ingested) {
      throw Failure(.input, code: "InvalidDate", "`\(ingested)` is no date; write `2024-03-23` or `2024-03-23T10:00Z`")
    }
    let before = session.snapshot
    do {
      guard let file else {
        let staged = ReportsInMemory(memory.reports)
        let summary = try CaseBuild(session, staged, reader, ingested: ingested, threads: threads)
          .add(reports, progress: progress)
        memory = staged
        return summary
      }
      return try file.fill { filling in
        try CaseBuild(session, filling, reader, ingested: ingested, threads: threads).add(reports, progress: progress)
      }
    } catch {
      session.replace(by: before)
      throw Failure(error)
    }
  }

  public func add(
    _ texts: [Text], reader: ReportReader, ingested: String? = nil
  ) throws(Failure) -> BuildSummary {
    try add(Reports(texts), reader: reader, ingested: ingested)
  }

  /// All reports of the case, ready to be put together.
  func assembler() throws -> Assembler {
    var assembler = Assembler()
    func add(_ entry: ReportEntry) throws {
      try assembler.add(try StoredAnalysis.analysis(entry.analysis), text: entry.text.contents)
    }
    if let file { try file.forEachReport { try add($0) } } else { try memory.forEachReport { try add($0) } }
    return assembler
  }

  /// A report with what was read in it, by the hash of its text.
  func storedReport(_ sha256: String) throws -> (text: Text, analysis: ReportAnalysis)? {
    let entry = try file.map { try $0.report(sha256) } ?? memory.reports[sha256]
    return try entry.map { ($0.text, try StoredAnalysis.analysis($0.analysis)) }
  }

  // MARK: Graphs from elsewhere

  /// Makes a case of the graph of a folder of CSV files, described by its `schema.json` (``CSVFolder``). All or nothing, also
  /// where the process is killed; when this returns it is on the disk.
  ///
  /// - Returns: how many nodes and edges the graph has.
  public static func importTables(in folder: String, as path: String) throws(Failure) -> (nodes: Int, edges: Int) {
    do {
      return try CaseFile.create(at: path) { file in
        let graph = try CSVFolder.graph(in: folder)
        try file.fill { try $0.keep(graph, changes: nil) }
        return (graph.nodeCount, graph.edgeCount)
      }
    } catch {
      throw Failure(error)
    }
  }

  // MARK: Looking at it

  /// The text of a report by the hash of its text.
  public func text(ofReport sha256: String) throws(Failure) -> Text? {
    do {
      return try file.map { try $0.report(sha256)?.text } ?? memory.text(ofReport: sha256)
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
      let witness = FigureWitness(lexicon: try Lexicon())
      let texts = ProvenanceCheck.Texts(
        contents: { (try? self.text(ofReport: $0))?.contents }, holds: { witness.holds($0, in: $1) })
      let provenance = ProvenanceCheck(of: graph, texts: texts)
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
