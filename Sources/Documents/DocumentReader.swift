import SourceText

/// What a file holds, told by the ending of its name.
public enum DocumentFormat: String, Sendable, CaseIterable {
  case plain, markdown, html, jsonLines

  private static let endings: [String: DocumentFormat] = [
    "txt": .plain, "text": .plain, "md": .markdown, "markdown": .markdown, "html": .html, "htm": .html,
    "xhtml": .html, "jsonl": .jsonLines, "ndjson": .jsonLines,
  ]

  /// Nil for endings that are no report's.
  public init?(fileName: String) {
    guard let name = fileName.split(separator: "/").last, let dot = name.lastIndex(of: "."),
      let format = Self.endings[name[name.index(after: dot)...].lowercased()]
    else { return nil }
    self = format
  }
}

/// Reads reports: plain text, Markdown, HTML and JSON Lines, in files, folders and streams.
///
/// A report's metadata come from what its format declares, and where that is silent from its layout: headline on the
/// first line, an outlet's line, `By …`, a date line, `© 2024 …`.
public struct DocumentReader: Sendable {
  public let limits: DocumentLimits
  /// The words by which adverts, credits and links are known.
  public let boilerplate: BoilerplatePhrases
  /// Whether a name is one of a newspaper, an agency, a station that is known: `AP`, `dpa`.
  private let isKnownOutlet: @Sendable (String) -> Bool
  /// Publisher and date of reports that declare none; they win over what layout alone suggests.
  public var given = Text.Metadata()
  /// Told what is doubtful in a report that is read all the same: a date that has not come yet, or is none.
  public var onDoubt: (@Sendable (DocumentError) -> Void)?

  /// - Parameter isKnownOutlet: whether a name is one of a newspaper, an agency, a station that is known: `AP`, `dpa`.
  public init(
    limits: DocumentLimits = DocumentLimits(), boilerplate: BoilerplatePhrases = BoilerplatePhrases(),
    isKnownOutlet: @escaping @Sendable (String) -> Bool = { _ in false }
  ) {
    self.limits = limits
    self.boilerplate = boilerplate
    self.isKnownOutlet = isKnownOutlet
  }

  /// A file to read: where it lies, and the name it goes by in the graph.
  public struct File: Sendable, Equatable {
    public let path: String
    /// The path below the folder that was named, or the file's own name: it does not change when a folder is moved.
    public let origin: String
    public let format: DocumentFormat
  }

  /// The report files that a path names: itself, or those below a folder, sorted by path.
  ///
  /// A file that is named directly and has an ending we do not know is taken as plain text.
  /// - Throws: `missingFile`, `unreadableFile`, `folderWithoutReports`, `tooLarge` (too many files).
  public func files(at path: String) throws(DocumentError) -> [File] {
    switch FileAccess.kind(of: path) {
    case nil: throw DocumentError(.missingFile, "no such file or folder", path: path)
    case .file?:
      let name = path.split(separator: "/").last.map(String.init) ?? path
      return [File(path: path, origin: name, format: DocumentFormat(fileName: name) ?? .plain)]
    case .pipe?:
      throw DocumentError(
        .unreadableFile, "a pipe, and nothing may ever be written to it; give its text to standard input with `-`",
        path: path)
    case .device?: throw DocumentError(.unreadableFile, "a device and no file", path: path)
    case .folder?:
      let found = try FileAccess.files(below: path, limits: limits) { DocumentFormat(fileName: $0) != nil }
      guard !found.isEmpty else {
        throw DocumentError(
          .folderWithoutReports, "the folder holds no reports (.txt, .md, .html, .jsonl)", path: path)
      }
      return found.map { name in
        File(path: path + "/" + name, origin: name, format: DocumentFormat(fileName: name) ?? .plain)
      }
    }
  }

  /// All reports of files and folders, in the order given, each folder's by path.
  /// - Throws: the first error met; nothing is returned then.
  public func read(_ paths: [String]) throws -> [Text] {
    var texts: [Text] = []
    for path in paths {
      for file in try files(at: path) { try read(file) { texts.append($0) } }
    }
    return texts
  }

  /// The reports of one file, one after the other; only one is in memory at a time.
  /// - Throws: `DocumentError`, and what `body` throws.
  public func read(_ file: File, _ body: (Text) throws -> Void) throws {
    try FileAccess.withFile(file.path) { descriptor in
      try read(descriptor, path: file.path, origin: file.origin, format: file.format, body)
    }
  }

  /// The reports of an open stream, such as standard input (descriptor 0); only one is in memory at a time. Without a
  /// format, a stream whose first character is `{` is JSON Lines, one that begins with `<` is HTML, any other plain text.
  /// - Throws: `DocumentError`, and what `body` throws.
  public func read(
    stream descriptor: Int32, format: DocumentFormat? = nil, _ body: (Text) throws -> Void
  ) throws {
    let head = try FileAccess.readHead(descriptor, path: "-")
    try read(descriptor, after: head, path: "-", origin: "-", format: format ?? Self.format(of: head), body)
  }

  private static func format(of head: [UInt8]) -> DocumentFormat {
    switch head.first(where: { $0 > 0x20 && $0 < 0x80 }) {
    case UInt8(ascii: "{"): .jsonLines
    case UInt8(ascii: "<"): .html
    default: .plain
    }
  }

  /// - Parameter head: what was read of the stream already.
  private func read(
    _ descriptor: Int32, after head: [UInt8] = [], path: String, origin: String, format: DocumentFormat,
    _ body: (Text) throws -> Void
  ) throws {
    guard format == .jsonLines else {
      let bytes = try FileAccess.readAll(descriptor, after: head, limit: limits.longestReportBytes, path: path)
      return try body(report(bytes, path: path, origin: origin, format: format))
    }
    func checked(_ text: Text) throws {
      doubt(text, path: path)
      try body(text)
    }
    var lines = JSONLines(
      path: path, origin: origin, limits: limits, boilerplate: boilerplate, isKnownOutlet: isKnownOutlet, given: given)
    try lines.take(head[...], checked)
    try FileAccess.readChunks(descriptor, path: path) { try lines.take($0, checked) }
    try lines.finish(checked)
  }

  /// The reports that bytes in memory hold. `origin` is the name they go by, in the graph and in errors.
  public func read(
    _ bytes: [UInt8], origin: String, format: DocumentFormat, _ body: (Text) throws -> Void
  ) throws {
    guard format == .jsonLines else { return try body(report(bytes, path: origin, origin: origin, format: format)) }
    var lines = JSONLines(
      path: origin, origin: origin, limits: limits, boilerplate: boilerplate, isKnownOutlet: isKnownOutlet, given: given
    )
    try lines.take(bytes[...], body)
    try lines.finish(body)
  }

  /// The one report that bytes in memory hold.
  ///
  /// - Throws: also `invalidRecord` for JSON Lines with more or fewer than one.
  public func report(_ bytes: [UInt8], origin: String, format: DocumentFormat) throws(DocumentError) -> Text {
    guard format == .jsonLines else { return try report(bytes, path: origin, origin: origin, format: format) }
    var texts: [Text] = []
    do {
      try read(bytes, origin: origin, format: format) { texts.append($0) }
    } catch let error as DocumentError {
      throw error
    } catch {
      throw DocumentError(.invalidRecord, "\(error)", path: origin)
    }
    guard texts.count == 1 else {
      throw DocumentError(.invalidRecord, "expected one report, found \(texts.count)", path: origin)
    }
    return texts[0]
  }

  private func report(
    _ bytes: [UInt8], path: String, origin: String, format: DocumentFormat
  ) throws(DocumentError) -> Text {
    let text = try unchecked(bytes, path: path, origin: origin, format: format)
    doubt(text, path: path)
    return text
  }

  /// The day of a report that is not over yet is most likely a mistake, and all its `on Monday` follow it.
  private func doubt(_ text: Text, path: String) {
    guard let onDoubt, let published = text.metadata.published, PublicationDate.isAhead(published) else { return }
    let which = text.origin == path || path.hasSuffix(text.origin) ? "" : "`\(text.origin)`: "
    onDoubt(
      DocumentError(
        .doubtfulDate, "\(which)the date of publication, \(published.prefix(40)), is in the future", path: path))
  }

  private func unchecked(
    _ bytes: [UInt8], path: String, origin: String, format: DocumentFormat
  ) throws(DocumentError) -> Text {
    guard bytes.count <= limits.longestReportBytes else {
      throw FileAccess.tooLarge(limits.longestReportBytes, path: path)
    }
    guard bytes.contains(where: { !Self.isSpace($0) }) else {
      throw DocumentError(.emptyFile, "the file is empty", path: path)
    }
    switch format {
    case .html:
      let page = try HTMLPage.read(bytes, path: path)
      return ReportText(
        page.contents, declared: page.metadata, boilerplate: boilerplate, isKnownOutlet: isKnownOutlet, given: given,
        mayOpenWithTitle: !page.opensBroken
      ).text(origin: origin)
    case .markdown:
      let page = MarkdownPage(try text(bytes, path: path))
      if let (written, line) = page.unreadDate {
        onDoubt?(
          DocumentError(
            .doubtfulDate, "`\(written.prefix(40))` is no date and is passed over; write `date: 2024-03-23`",
            path: path,
            line: line))
      }
      guard Self.holdsText(page.contents) else {
        throw DocumentError(.emptyFile, "the page holds no text", path: path)
      }
      return ReportText(
        page.contents, declared: page.metadata, boilerplate: boilerplate, isKnownOutlet: isKnownOutlet, given: given,
        mayOpenWithTitle: !page.opensQuoted
      ).text(origin: origin)
    case .plain, .jsonLines:
      let contents = try text(bytes, path: path)
      return ReportText(
        contents, declared: Text.Metadata(), boilerplate: boilerplate, isKnownOutlet: isKnownOutlet, given: given
      ).text(
        origin: origin)
    }
  }

  /// The text that bytes stand for, which a byte order mark alone is not.
  private func text(_ bytes: [UInt8], path: String) throws(DocumentError) -> String {
    let text = try decodeText(bytes, path: path)
    guard Self.holdsText(text) else { throw DocumentError(.emptyFile, "the file holds no text", path: path) }
    return text
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  private static func holdsText(_ text: String) -> Bool { text.utf8.contains { $0 > 0x20 } }
}
