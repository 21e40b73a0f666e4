import Foundation
import SourceText

/// Reports as JSON Lines: one object per line with `text`, and if known `id`, `url`, `title`, `published`,
/// `publisher`, `authors`.
struct JSONLines {
  private let path: String
  private let origin: String
  private let limits: DocumentLimits
  private let boilerplate: BoilerplatePhrases
  private var pending: [UInt8] = []
  private var line = 1
  private var readBytes = 0
  private var reports = 0

  init(path: String, origin: String, limits: DocumentLimits, boilerplate: BoilerplatePhrases) {
    self.path = path
    self.origin = origin
    self.limits = limits
    self.boilerplate = boilerplate
  }

  /// Takes some more bytes and hands on each report that they complete.
  mutating func take(
    _ bytes: ArraySlice<UInt8>, _ body: (Text) throws(DocumentError) -> Void
  ) throws(DocumentError) {
    readBytes += bytes.count
    guard readBytes <= limits.longestFileBytes else {
      throw DocumentError(.tooLarge, "longer than \(limits.longestFileBytes) bytes", path: path, line: line)
    }
    var rest = bytes
    while let end = rest.firstIndex(of: 0x0A) {
      try append(rest[..<end])
      try finishLine(body)
      rest = rest[(end + 1)...]
    }
    try append(rest)
  }

  /// Hands on what stands behind the last line break.
  /// - Throws: `emptyFile` if there was no report at all.
  mutating func finish(_ body: (Text) throws(DocumentError) -> Void) throws(DocumentError) {
    try finishLine(body)
    guard reports > 0 else { throw DocumentError(.emptyFile, "the file holds no reports", path: path) }
  }

  private mutating func append(_ bytes: ArraySlice<UInt8>) throws(DocumentError) {
    guard pending.count + bytes.count <= 2 * limits.longestReportBytes else {
      throw DocumentError(
        .tooLarge, "the line is longer than the \(2 * limits.longestReportBytes) bytes that one report may have",
        path: path, line: line)
    }
    pending.append(contentsOf: bytes)
  }

  private mutating func finishLine(_ body: (Text) throws(DocumentError) -> Void) throws(DocumentError) {
    defer {
      pending.removeAll(keepingCapacity: true)
      line += 1
    }
    if line == 1, pending.starts(with: [0xEF, 0xBB, 0xBF]) { pending.removeFirst(3) }
    guard pending.contains(where: { $0 > 0x20 }) else { return }
    guard String(validating: pending, as: UTF8.self) != nil else {
      throw DocumentError(.invalidEncoding, "the line is not UTF-8", path: path, line: line)
    }
    let text = try report()
    reports += 1
    try body(text)
  }

  private func report() throws(DocumentError) -> Text {
    guard let record = try? JSONDecoder().decode(Record.self, from: Data(pending)) else {
      throw DocumentError(
        .invalidRecord, "expected a JSON object with a string `text`", path: path, line: line)
    }
    guard record.text.utf8.contains(where: { $0 > 0x20 }) else {
      throw DocumentError(.emptyFile, "the report's `text` is empty", path: path, line: line)
    }
    guard !record.text.utf8.contains(0) else {
      throw DocumentError(.binaryFile, "the report's `text` holds a NUL character", path: path, line: line)
    }
    var declared = Text.Metadata(
      title: record.title?.nonEmpty, published: record.published.flatMap(publicationTime),
      publisher: record.publisher?.nonEmpty, authors: record.authors ?? [], url: record.url?.nonEmpty)
    if let title = declared.title, record.text.hasPrefix(title) {
      declared.headline = SourceRange(0, title.utf8.count)
    }
    let name = record.url?.nonEmpty ?? record.id?.text ?? "\(origin):\(line)"
    return ReportText(record.text, declared: declared, boilerplate: boilerplate).text(origin: name)
  }

  private struct Record: Decodable {
    let id: Identifier?
    let url: String?
    let title: String?
    let text: String
    let published: String?
    let publisher: String?
    let authors: [String]?
  }

  /// Identifiers come as text or as numbers.
  private struct Identifier: Decodable {
    let text: String

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let number = try? container.decode(Int.self) {
        text = String(number)
      } else {
        text = try container.decode(String.self)
      }
    }
  }
}

/// ISO 8601 as it stands, anything else by its date; nil if there is none.
func publicationTime(_ text: String) -> String? {
  let text = text.trimmed
  if let date = PublicationDate.isoDate(text) { return text.utf8.count <= 40 ? text : date.iso }
  return PublicationDate.first(in: text)?.iso
}

extension String {
  var nonEmpty: String? {
    let trimmed = self.trimmed
    return trimmed.isEmpty ? nil : trimmed
  }
}
