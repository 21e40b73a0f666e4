import Foundation
import GraphCore
import SourceText
import Store

/// The reports of a case and its graph while reports are added: in a transaction of the case file, or in memory.
protocol CaseContents: AnyObject {
  /// The reports whose analysis does not begin with `mark`, by SHA-256, ascending.
  func reports(without mark: [UInt8]) throws -> [String]
  func text(ofReport sha256: String) throws -> Text?
  /// The report without its text.
  func summary(ofReport sha256: String) throws -> ReportSummary?
  func insert(_ report: ReportEntry) throws
  /// Ascending by SHA-256, one in memory at a time.
  func forEachReport(_ body: (ReportEntry) throws -> Void) throws
  /// Puts what was inserted where it belongs; others may work on it meanwhile.
  func settle() throws
  /// - Parameter changes: what leads from the graph there was to this one; nil if it is made from nothing.
  func keep(_ graph: PropertyGraph, changes: [GraphChange]?) throws
}

extension CaseFilling: CaseContents {}

/// The reports of a case that has no file.
final class ReportsInMemory: CaseContents {
  private(set) var reports: [String: ReportEntry]

  init(_ reports: [String: ReportEntry] = [:]) { self.reports = reports }

  func reports(without mark: [UInt8]) -> [String] {
    reports.values.filter { !$0.analysis.starts(with: mark) }.map(\.sha256).sorted()
  }

  func text(ofReport sha256: String) -> Text? { reports[sha256]?.text }

  func summary(ofReport sha256: String) -> ReportSummary? { reports[sha256]?.summary }

  func insert(_ report: ReportEntry) { reports[report.sha256] = report }

  func forEachReport(_ body: (ReportEntry) throws -> Void) throws {
    for report in reports.values.sorted(by: { $0.sha256 < $1.sha256 }) { try body(report) }
  }

  func settle() {}

  /// The session has it.
  func keep(_ graph: PropertyGraph, changes: [GraphChange]?) {}
}
