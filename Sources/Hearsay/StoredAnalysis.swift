import Extraction
import Foundation

/// A report's analysis as a case keeps it: in bytes, behind the mark of the reader that made it.
///
/// What another reader made (other rules, lexicons or model) is no longer what this one would say of the text, and one
/// graph cannot be made of both: the text is kept, and read again.
enum StoredAnalysis {
  static func data(_ analysis: ReportAnalysis, by mark: ReaderMark) -> Data {
    Data(mark.bytes + analysis.encoded())
  }

  /// - Throws: also for what earlier versions wrote.
  static func analysis(_ data: Data) throws -> ReportAnalysis {
    guard data.first != UInt8(ascii: "{") else {
      throw Failure(
        .input, code: "OlderReader", "the case was read by an earlier version; build it anew, or add a report to it")
    }
    return try ReportAnalysis(encoded: Array(data.dropFirst(ReaderMark.length)))
  }
}
