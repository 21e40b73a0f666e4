import SourceText

/// Reports as JSON Lines: one object per line with `text`, and if known `id`, `url`, `title`, `published`,
/// `publisher`, `authors`.
struct JSONLines {
  private let path: String
  private let origin: String
  private let limits: DocumentLimits
  private let boilerplate: BoilerplatePhrases
  private let isKnownOutlet: @Sendable (String) -> Bool
  private let given: Text.Metadata
  private var pending: [UInt8] = []
  private var line = 1
  private var readBytes = 0
  private var reports = 0

  init(
    path: String, origin: String, limits: DocumentLimits, boilerplate: BoilerplatePhrases,
    isKnownOutlet: @escaping @Sendable (String) -> Bool = { _ in false }, given: Text.Metadata = Text.Metadata()
  ) {
    self.path = path
    self.origin = origin
    self.limits = limits
    self.boilerplate = boilerplate
    self.isKnownOutlet = isKnownOutlet
    self.given = given
  }

  /// Takes some more bytes and hands on each report that they complete.
  mutating func take(_ bytes: ArraySlice<UInt8>, _ body: (Text) throws -> Void) throws {
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
  mutating func finish(_ body: (Text) throws -> Void) throws {
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

  private mutating func finishLine(_ body: (Text) throws -> Void) throws {
    defer {
      pending.removeAll(keepingCapacity: true)
      line += 1
    }
    if line == 1, pending.starts(with: [0xEF, 0xBB, 0xBF]) { pending.removeFirst(3) }
    guard pending.contains(where: { $0 > 0x20 }) else { return }
    guard String(validating: pending, as: UTF8.self) != nil else {
      let isUTF16 = pending.starts(with: [0xFF, 0xFE]) || pending.starts(with: [0xFE, 0xFF])
      throw invalid(
        isUTF16
          ? "the file is UTF-16; JSON Lines are UTF-8: convert it, e.g. `iconv -f UTF-16 -t UTF-8`"
          : "the line is not UTF-8", .invalidEncoding, at: firstInvalidByte(pending[...]) ?? 0)
    }
    let text = try report()
    reports += 1
    try body(text)
  }

  private func report() throws(DocumentError) -> Text {
    let record: JSONObjectScanner
    do throws(JSONObjectScanner.Failure) {
      record = try JSONObjectScanner(pending)
    } catch {
      throw invalid(error.message, at: error.offset)
    }
    guard let text = record.fields["text"] else {
      let near = nearestName(to: "text", among: record.fields.keys).map { "; is `\($0)` meant?" } ?? ""
      throw invalid("expected a JSON object with a string `text`\(near)", at: 0)
    }
    guard case .text(let contents) = text.value else {
      throw invalid("expected a string for `text`, found \(text.value.kind)", at: text.offset)
    }
    guard contents.utf8.contains(where: { $0 > 0x20 }) else {
      throw invalid("the report's `text` is empty", .emptyFile, at: text.offset)
    }
    guard !contents.utf8.contains(0) else {
      throw invalid("the report's `text` holds a NUL character", .binaryFile, at: text.offset)
    }
    var declared = Text.Metadata(
      title: try string("title", in: record), published: try published(in: record),
      publisher: try string("publisher", in: record), authors: authors(in: record), url: try string("url", in: record))
    if let title = declared.title, contents.hasPrefix(title) {
      declared.headline = SourceRange(0, title.utf8.count)
    }
    let name = declared.url ?? identifier(in: record) ?? "\(origin):\(line)"
    return ReportText(
      contents, declared: declared, boilerplate: boilerplate, isKnownOutlet: isKnownOutlet, given: given
    ).text(origin: name)
  }

  /// Nil where the field is not there, null or empty.
  private func string(_ name: String, in record: JSONObjectScanner) throws(DocumentError) -> String? {
    guard let field = record.fields[name] else { return nil }
    switch field.value {
    case .text(let text): return text.nonEmpty
    case .null: return nil
    default: throw invalid("expected a string for `\(name)`, found \(field.value.kind)", at: field.offset)
    }
  }

  /// Without its date a report's `on Monday` is no day, so a date that cannot be read is not passed over.
  private func published(in record: JSONObjectScanner) throws(DocumentError) -> String? {
    guard let written = try string("published", in: record), let field = record.fields["published"] else { return nil }
    if let time = publicationTime(written) { return time }
    throw invalid("`\(written.prefix(40))` is no date; write `\"published\":\"2024-03-23\"`", at: field.offset)
  }

  /// Identifiers come as texts or as numbers.
  private func identifier(in record: JSONObjectScanner) -> String? {
    switch record.fields["id"]?.value {
    case .text(let text)?: text.nonEmpty
    case .number(let digits)?: digits
    default: nil
    }
  }

  private func authors(in record: JSONObjectScanner) -> [String] {
    switch (record.fields["authors"] ?? record.fields["author"])?.value {
    case .text(let name)?: name.nonEmpty.map { [$0] } ?? []
    case .texts(let names)?: names.compactMap(\.nonEmpty)
    default: []
    }
  }

  /// - Parameter offset: into the line; told as a column, from 1, in Unicode scalars.
  private func invalid(_ message: String, _ code: DocumentError.Code = .invalidRecord, at offset: Int) -> DocumentError
  {
    let column = pending.prefix(offset).reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) } + 1
    return DocumentError(code, message, path: path, line: line, column: column)
  }
}

extension JSONObjectScanner.Field {
  /// As an error names it.
  fileprivate var kind: String {
    switch self {
    case .text: "a string"
    case .number(let digits): "the number \(digits.prefix(20))"
    case .texts: "a list"
    case .null: "`null`"
    case .other(let kind): kind
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
