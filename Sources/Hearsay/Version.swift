import TextAnalysis

/// Which version of the program this is: what the changelog's first section is headed with, so that it stands in one place.
public enum Version {
  /// A number, and whether it is yet to be released: `0.1.0 (unreleased)`.
  public static let text = heading(of: EmbeddedFile.head(of: "CHANGELOG.md", count: 256)) ?? "unknown"

  /// The first heading of the second level.
  static func heading(of bytes: [UInt8]) -> String? {
    let mark = "## "
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    return lines.first { $0.hasPrefix(mark) }.map { String($0.dropFirst(mark.count)) }
  }
}
