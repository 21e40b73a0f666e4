import Extraction
import GraphCore
import SourceText
import TextAnalysis

/// The reports that an explanation looks into, each opened and taken apart once.
final class ReportShelf {
  struct Report {
    let text: Text
    let lines: LineTable
    let analysis: ReportAnalysis
    /// Positions in the analysis by the ids of claims.
    let claims: [String: Int]
  }

  private let find: (String) throws -> (text: Text, analysis: ReportAnalysis)?
  private let analyze: (Text) throws -> Document
  private var reports: [String: Report?] = [:]
  private var documents: [String: Document] = [:]

  init(
    find: @escaping (String) throws -> (text: Text, analysis: ReportAnalysis)?,
    analyze: @escaping (Text) throws -> Document
  ) {
    self.find = find
    self.analyze = analyze
  }

  /// Nil where the case does not hold the text: a report that was imported or only cited.
  func report(_ sha256: String) throws -> Report? {
    if let known = reports[sha256] { return known }
    let report = try find(sha256).map { found in
      let ids = ReportIDs(of: found.analysis).claims
      return Report(
        text: found.text, lines: LineTable(found.text.contents), analysis: found.analysis,
        claims: Dictionary(ids.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first }))
    }
    reports[sha256] = .some(report)
    return report
  }

  /// The trees of a report: not kept in the case, and made again where they are asked for.
  func document(_ sha256: String) throws -> Document? {
    if let known = documents[sha256] { return known }
    guard let report = try report(sha256) else { return nil }
    let document = try analyze(report.text)
    documents[sha256] = document
    return document
  }
}
