import Foundation
import SourceText

/// A report as a case keeps it: its text with what is known of it, and what reading it gave.
public struct ReportEntry: Equatable, Sendable {
  /// SHA-256 of the text, 64 hexadecimal digits: what identifies it.
  public let sha256: String
  /// Contents, origin and metadata.
  public let text: Text
  /// What the extraction made of it, in a form that is its own affair.
  public let analysis: Data

  public init(sha256: String, text: Text, analysis: Data) {
    self.sha256 = sha256
    self.text = text
    self.analysis = analysis
  }

  public var summary: ReportSummary {
    ReportSummary(
      sha256: sha256, origin: text.origin, metadata: text.metadata, lengthBytes: text.contents.utf8.count)
  }
}

/// A report in a list: all but its contents and analysis.
public struct ReportSummary: Equatable, Sendable {
  public let sha256: String
  public let origin: String
  public let metadata: Text.Metadata
  /// UTF-8 bytes of the contents.
  public let lengthBytes: Int
}

/// A report that a search found.
public struct ReportMatch: Equatable, Sendable {
  public let sha256: String
  public let origin: String
  /// Words around the place that fits best, `…` where it was cut.
  public let excerpt: String
}
