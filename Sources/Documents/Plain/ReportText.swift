import SourceText

/// A report's text with what its format declares about it, to be completed from its layout.
struct ReportText {
  private let contents: String
  private let declared: Text.Metadata
  private let given: Text.Metadata
  private let lines: [ReportLine]
  private let isBoilerplate: [Bool]
  private let mayOpenWithTitle: Bool
  private let isKnownOutlet: @Sendable (String) -> Bool

  /// - Parameters:
  ///   - isKnownOutlet: whether a name is one of a newspaper, an agency, a station that is known.
  ///   - mayOpenWithTitle: false where the format tells that the first line is none, whatever it looks like.
  init(
    _ contents: String, declared: Text.Metadata, boilerplate: BoilerplatePhrases,
    isKnownOutlet: @escaping @Sendable (String) -> Bool = { _ in false }, given: Text.Metadata = Text.Metadata(),
    mayOpenWithTitle: Bool = true
  ) {
    self.isKnownOutlet = isKnownOutlet
    self.mayOpenWithTitle = mayOpenWithTitle
    self.contents = contents
    self.declared = declared
    self.given = given
    lines = ReportLines.lines(of: contents)
    isBoilerplate = BoilerplateFinder(phrases: boilerplate).marks(lines)
  }

  /// What the format declares wins over what the caller gives, and that over what the layout suggests.
  func text(origin: String) -> Text {
    let head = ReportHead(
      lines, isBoilerplate: isBoilerplate, knownTitle: declared.title, mayOpenWithTitle: mayOpenWithTitle,
      isKnownOutlet: isKnownOutlet)
    var metadata = declared
    // An empty headline keeps the layout of the analysis from making one of the first line.
    metadata.headline = declared.headline ?? head.headline ?? (mayOpenWithTitle ? nil : SourceRange(0, 0))
    metadata.title = declared.title ?? head.title
    metadata.publisher = declared.publisher ?? given.publisher ?? head.publisher
    metadata.published = declared.published ?? given.published ?? head.published?.iso
    if metadata.authors.isEmpty { metadata.authors = head.authors }
    metadata.boilerplate = merged(
      declared.boilerplate + zip(lines, isBoilerplate).filter(\.1).map(\.0.range))
    return Text(origin: origin, contents: contents, metadata: metadata)
  }

  private func merged(_ ranges: [SourceRange]) -> [SourceRange] {
    var result: [SourceRange] = []
    for range in ranges.sorted() {
      if let last = result.last, range.start <= last.end {
        result[result.count - 1] = last.union(range)
      } else {
        result.append(range)
      }
    }
    return result
  }
}
