import Extraction
import Foundation
import GraphCore
import SourceText
import Store

/// Adding reports to a case: those that are new are read, and the graph is made anew from all.
///
/// Of the reports only those under way are in memory: each goes into the case as soon as it is read, and comes back from
/// there when the graph is made.
struct CaseBuild {
  private let session: GraphSession
  private let contents: any CaseContents
  private let reader: ReportReader
  /// When what is new comes into the case; nil if nobody says.
  private let ingested: String?
  private let threads: Int

  init(
    _ session: GraphSession, _ contents: any CaseContents, _ reader: ReportReader, ingested: String? = nil, threads: Int
  ) {
    self.session = session
    self.contents = contents
    self.reader = reader
    self.ingested = ingested
    self.threads = threads
  }

  /// Leaves the session's graph and the contents undefined where it throws.
  func add(_ reports: Reports, progress: (Int, Text) -> Void) throws -> Case.BuildSummary {
    var summary = try read(reports, progress)
    returnFreeMemory()
    try makeGraph()
    summary.nodes = session.snapshot.nodeCount
    summary.edges = session.snapshot.edgeCount
    return summary
  }

  // MARK: Reading

  private func read(_ reports: Reports, _ progress: (Int, Text) -> Void) throws -> Case.BuildSummary {
    var summary = Case.BuildSummary()
    var done = 0
    /// Of the reports of this run, the copy that is kept of each.
    var chosen: [String: (rank: CopyRank, ingested: String?)] = [:]
    try workInOrder(
      threads: threads, weight: { $0.weight },
      from: { read in
        // What an earlier reader made of the reports of the case is made anew.
        for sha256 in try contents.reports(without: reader.mark.bytes) {
          if let text = try contents.text(ofReport: sha256) { try read(text) }
        }
        try reports.forEach { text in
          let sha256 = sha256(of: text.contents)
          let known =
            try chosen[sha256] ?? contents.summary(ofReport: sha256).map { (CopyRank($0), $0.metadata.ingested) }
          if known == nil { summary.added += 1 } else { summary.known += 1 }
          let rank = CopyRank(origin: text.origin, metadata: text.metadata)
          guard known.map({ rank < $0.rank }) ?? true else { return }
          // Another copy of what the case has came into it with the first.
          let ingested = known.map(\.ingested) ?? ingested
          chosen[sha256] = (rank, ingested)
          var metadata = text.metadata
          metadata.ingested = ingested
          try read(Text(origin: text.origin, contents: text.contents, metadata: metadata))
        }
      },
      { [reader] text in
        Result {
          let analysis = try reader.analysis(of: text)
          return ReportEntry(
            sha256: analysis.report.sha256, text: text, analysis: StoredAnalysis.data(analysis, by: reader.mark))
        }
      },
      into: { text, entry in
        try contents.insert(entry.get())
        done += 1
        progress(done, text)
      })
    return summary
  }

  // MARK: The graph

  private func makeGraph() throws {
    let graph = session.snapshot
    if graph.nodeCapacity == 0, graph.edgeCapacity == 0 {
      let made = try newGraph()
      returnFreeMemory()
      try contents.keep(made, changes: nil)
      session.replace(by: made)
    } else {
      let changes = try changes(from: graph)
      try session.apply(changes) { try contents.keep($0, changes: changes) }
    }
  }

  // The layer, as large as the graph, is gone when these return.

  private func newGraph() throws -> PropertyGraph { try layer().graph(threads: threads) }

  private func changes(from graph: PropertyGraph) throws -> [GraphChange] { try layer().changes(from: graph) }
}

extension CaseBuild {
  /// All that the reports say. The analyses are gone when it returns.
  private func layer() throws -> ReaderLayer {
    defer { returnFreeMemory() }
    var assembler = Assembler(threads: threads)
    var ingested: [String: String] = [:]
    try workInOrder(
      threads: threads, from: { try contents.forEachReport($0) },
      { entry in
        Result { try Assembler.prepared(try StoredAnalysis.analysis(entry.analysis), text: entry.text.contents) }
      },
      into: { entry, prepared in
        if let time = entry.text.metadata.ingested { ingested[entry.sha256] = time }
        try assembler.add(prepared.get())
      })
    // Writing the reports, and the index of their words, takes a tenth of the time that reading them does.
    let complete = assembler
    let assembled = try concurrently(threads: threads) {
      try contents.settle()
    } with: {
      Result { () throws(AssemblyError) in try complete.assemble() }
    }
    var layer = try assembled.get()
    if !ingested.isEmpty { layer.note(ingested: ingested) }
    return layer
  }
}

/// Of two copies of one text the same is kept whichever comes first: the one whose origin, date and publisher sort
/// before the other's.
private struct CopyRank: Comparable {
  private let key: [String]

  init(origin: String, metadata: Text.Metadata) {
    key = [origin, metadata.published ?? "", metadata.publisher ?? "", metadata.title ?? ""]
  }

  init(_ report: ReportSummary) { self.init(origin: report.origin, metadata: report.metadata) }

  static func < (a: Self, b: Self) -> Bool { a.key.lexicographicallyPrecedes(b.key) }
}
