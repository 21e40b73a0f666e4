import CLibXML2
import SourceText

/// A web page as a report: its main text, one paragraph per line, and what it declares about itself.
struct HTMLPage {
  private(set) var contents = ""
  private(set) var metadata = Text.Metadata()

  /// Parses a page without network, DTD or entities of its own.
  static func read(_ bytes: [UInt8], path: String) throws(DocumentError) -> HTMLPage {
    if let offset = bytes.firstIndex(of: 0), !bytes.starts(with: [0xFF, 0xFE]), !bytes.starts(with: [0xFE, 0xFF]) {
      throw DocumentError(.binaryFile, "not a page: it holds a NUL byte at offset \(offset)", path: path)
    }
    guard let tree = HTMLTree(bytes) else {
      throw DocumentError(.invalidMarkup, "libxml2 found no HTML in it", path: path)
    }
    var page = HTMLPage()
    tree.walk { page.readMetadata($0) }
    page.readBody(tree)
    guard page.contents.utf8.contains(where: { $0 > 0x20 }) else {
      throw DocumentError(.emptyFile, "the page holds no text", path: path)
    }
    return page
  }

  // MARK: Metadata

  private mutating func readMetadata(_ element: HTMLElement) {
    switch element.name {
    case "title":
      if metadata.title == nil { metadata.title = element.text.nonEmpty }
    case "meta": readMeta(element)
    case "time":
      if metadata.published == nil { metadata.published = element["datetime"].flatMap(publicationTime) }
    case "script" where element["type"] == "application/ld+json":
      guard let data = LinkedData(element.text) else { return }
      metadata.title = data.headline ?? metadata.title
      metadata.published = data.published ?? metadata.published
      metadata.publisher = data.publisher ?? metadata.publisher
      if !data.authors.isEmpty { metadata.authors = data.authors }
    case "link" where element["rel"] == "canonical":
      metadata.url = element["href"]?.nonEmpty
    default: break
    }
  }

  private mutating func readMeta(_ element: HTMLElement) {
    guard let name = (element["property"] ?? element["name"] ?? element["itemprop"])?.lowercased(),
      let value = element["content"]?.nonEmpty
    else { return }
    switch name {
    case "og:title": metadata.title = value
    case "og:site_name": metadata.publisher = metadata.publisher ?? value
    case "og:url": metadata.url = metadata.url ?? value
    case "article:published_time", "datepublished", "date", "dc.date", "pubdate", "parsely-pub-date":
      metadata.published = publicationTime(value) ?? metadata.published
    case "author", "article:author":
      if metadata.authors.isEmpty, !value.contains("://") { metadata.authors = [value] }
    default: break
    }
  }

  // MARK: Main text

  private static let skipped: Set<String> = [
    "script", "style", "noscript", "nav", "aside", "form", "button", "select", "svg", "iframe", "figure", "footer",
    "template", "head", "dialog", "menu", "input", "video", "audio",
  ]
  private static let blocks: Set<String> = [
    "p", "div", "section", "article", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "blockquote", "br", "tr",
    "td", "th", "table", "header", "main", "body", "dd", "dt", "pre", "time", "address",
  ]

  /// The text of the element that holds most of the page's paragraphs: `<article>` or `<main>` if there is one.
  private mutating func readBody(_ tree: borrowing HTMLTree) {
    let root = tree.first("article") ?? tree.first("main") ?? tree.first("body")
    var lines: [String] = []
    var open = ""
    func close() {
      let words = open.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      if !words.isEmpty { lines.append(words) }
      open = ""
    }
    root?.descend { node in
      switch node {
      case .text(let words): open += words
      case .enter(let name):
        if Self.skipped.contains(name) { return false }
        if Self.blocks.contains(name) { close() }
      case .leave(let name):
        if Self.blocks.contains(name) { close() }
      }
      return true
    }
    close()
    var body = lines
    if let title = metadata.title {
      // The headline stands in the text once, in front of it.
      if let place = body.prefix(4).firstIndex(where: { $0 == title || title.hasPrefix($0) && $0.count > 20 }) {
        metadata.title = body[place]
        body.removeSubrange(0...place)
      }
      let headline = metadata.title ?? title
      metadata.headline = SourceRange(0, headline.utf8.count)
      body.insert(headline, at: 0)
    }
    contents = body.joined(separator: "\n")
  }
}
