import CLibXML2
import SourceText

/// A web page as a report: its main text, one paragraph per line, and what it declares about itself.
struct HTMLPage {
  private(set) var contents = ""
  private(set) var metadata = Text.Metadata()
  /// Whether a line break within a paragraph ends the first line, which then is no title.
  private(set) var opensBroken = false

  /// Parses a page without network, DTD or entities of its own.
  static func read(_ bytes: [UInt8], path: String) throws(DocumentError) -> HTMLPage {
    let page = PageEncoding.settled(bytes)
    if let offset = page.bytes.firstIndex(of: 0) {
      throw DocumentError(.binaryFile, "not a page: it holds a NUL byte at offset \(offset)", path: path)
    }
    guard !HTMLTree.hasOverfullTag(page.bytes) else {
      throw DocumentError(
        .invalidMarkup, "a tag has more than the \(HTMLTree.mostAttributes) attributes that are read", path: path)
    }
    guard let tree = HTMLTree(page.bytes, encoding: page.encoding) else {
      throw DocumentError(.invalidMarkup, "libxml2 found no HTML in it", path: path)
    }
    let result = HTMLPage(tree)
    guard result.contents.utf8.contains(where: { $0 > 0x20 }) else {
      guard !HTMLTree.isNestedTooDeep(page.bytes) else {
        throw DocumentError(
          .invalidMarkup, "its elements are nested deeper than the \(HTMLTree.deepest) levels that are read", path: path
        )
      }
      throw DocumentError(.emptyFile, "the page holds no text", path: path)
    }
    return result
  }

  private init(_ tree: borrowing HTMLTree) {
    var declared = PageMetadata()
    tree.walk { declared.read($0) }
    let body = PageBody(tree.body)
    metadata = declared.metadata(heading: body.heading)
    var lines = body.lines
    opensBroken = body.opensBroken
    // A page that is built by script has its text in its linked data.
    if let linked = declared.linkedBody, Self.bytes(lines) * 2 < linked.utf8.count {
      lines = linked.split(whereSeparator: \.isNewline).compactMap { LinkedData.words(String($0)) }
      opensBroken = false
    }
    setHeadline(heading: body.heading, in: &lines)
    contents = lines.joined(separator: "\n")
  }

  private static func bytes(_ lines: [String]) -> Int { lines.reduce(0) { $0 + $1.utf8.count } }

  /// How many lines may stand above the headline: the section, a date.
  private static let mostLinesAbove = 6

  /// The headline stands in the text once, in front of it; what stands above it is the page's and not the report's.
  private mutating func setHeadline(heading: String?, in lines: inout [String]) {
    guard let title = metadata.title else { return }
    let wanted = Self.bare(title)
    let place = lines.prefix(Self.mostLinesAbove).firstIndex { line in
      let bare = Self.bare(line)
      return bare == wanted || line == heading || bare.count > 20 && wanted.hasPrefix(bare)
    }
    var headline = title
    if let place {
      headline = lines[place]
      lines.removeSubrange(0...place)
    }
    metadata.title = headline
    metadata.headline = SourceRange(0, headline.utf8.count)
    lines.insert(headline, at: 0)
  }

  /// Letters and figures alone: quotation marks and dashes differ between a page's head and its body.
  private static func bare(_ text: String) -> String { text.lowercased().filter { $0.isLetter || $0.isNumber } }
}
