/// A text that somebody wrote: a report, a query, a query file. What is read, with where it came from.
///
/// Offsets into it are UTF-8 bytes throughout. `contents` is valid UTF-8 by construction; whoever decodes
/// a file settles encodings before this.
public struct Text: Sendable, Equatable {
  /// The file name or URL it came from, as shown to people and kept in `Report.origin`.
  public let origin: String
  public let contents: String
  public let metadata: Metadata

  public init(origin: String, contents: String, metadata: Metadata = Metadata()) {
    self.origin = origin
    self.contents = contents
    self.metadata = metadata
  }

  /// What is known of a report from outside its running text. All of it may be missing.
  public struct Metadata: Sendable, Equatable, Codable {
    public var title: String?
    /// ISO 8601: `2024-04-01`, or a date and time with offset.
    public var published: String?
    /// When the report came into its case: ISO 8601, as `published`. Whoever adds it says so; no clock is asked.
    public var ingested: String?
    public var publisher: String?
    public var authors: [String]
    public var url: String?
    /// Stretches of `contents` that are not the report: credits, adverts, navigation, copyright. Ascending, disjoint.
    public var boilerplate: [SourceRange]
    /// Where the headline stands in `contents`, if it does.
    public var headline: SourceRange?

    public init(
      title: String? = nil, published: String? = nil, ingested: String? = nil, publisher: String? = nil,
      authors: [String] = [], url: String? = nil, boilerplate: [SourceRange] = [], headline: SourceRange? = nil
    ) {
      self.title = title
      self.published = published
      self.ingested = ingested
      self.publisher = publisher
      self.authors = authors
      self.url = url
      self.boilerplate = boilerplate
      self.headline = headline
    }
  }

  /// The words at `range`; ends inside a character are moved outwards, ends beyond the text to its end.
  public func slice(_ range: SourceRange) -> String {
    contents.utf8Slice(range)
  }
}

extension String {
  /// The characters that touch `range` (UTF-8 offsets); never traps, whatever the offsets. O(length of the range)
  /// for native strings.
  public func utf8Slice(_ range: SourceRange) -> String {
    let bytes = utf8
    let length = bytes.count
    var start = min(max(0, range.start), length)
    var end = min(max(start, range.end), length)
    func continues(_ offset: Int) -> Bool {
      guard offset > 0, offset < length else { return false }
      return bytes[bytes.index(bytes.startIndex, offsetBy: offset)] & 0xC0 == 0x80
    }
    while continues(start) { start -= 1 }
    while continues(end) { end += 1 }
    let from = bytes.index(bytes.startIndex, offsetBy: start)
    let to = bytes.index(from, offsetBy: end - start)
    return String(self[from..<to])
  }
}
