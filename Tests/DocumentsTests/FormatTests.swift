import Foundation
import SourceText
import Synchronization
import Testing

@testable import Documents

private func report(_ source: String, _ format: DocumentFormat) throws(DocumentError) -> Text {
  try DocumentReader().report(Array(source.utf8), origin: "page", format: format)
}

@Suite("Formats of reports")
struct FormatTests {
  @Test("a page gives its article and what its metadata declare")
  func page() throws {
    let text = try report(
      """
      <!doctype html><html><head><title>Shut | Mail</title>
      <meta property="og:site_name" content="Morbihan Mail">
      <meta property="article:published_time" content="2023-10-03T08:00:00+02:00">
      <script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"Bridge shut",
      "author":{"name":"Ines Prat"}}]}</script></head>
      <body><nav><a href="/">Home</a></nav><article><h1>Bridge shut</h1>
      <p>The bridge is <b>closed</b>,&nbsp;they&#8217;d say.</p><script>var x = 1</script>
      <aside>Buy a boat</aside><p>It opens in spring.</p></article><footer>Imprint</footer></body></html>
      """, .html)
    #expect(text.contents == "Bridge shut\nThe bridge is closed, they’d say.\nIt opens in spring.")
    #expect(text.metadata.title == "Bridge shut")
    #expect(text.metadata.headline == SourceRange(0, 11))
    #expect(text.metadata.publisher == "Morbihan Mail")
    #expect(text.metadata.published == "2023-10-03T08:00:00+02:00")
    #expect(text.metadata.authors == ["Ines Prat"])
  }

  @Test("a page without a declared encoding is UTF-8, one with another is converted")
  func pageEncoding() throws {
    #expect(try report("<p>Zürich is calm today</p>", .html).contents == "Zürich is calm today")
    let latin = Array("<meta charset=\"windows-1252\"><p>Z".utf8) + [0xFC] + Array("rich</p>".utf8)
    #expect(try DocumentReader().report(latin, origin: "page", format: .html).contents == "Zürich")
  }

  @Test("deep nesting and broken tags are survived")
  func hostilePage() throws {
    let deep = String(repeating: "<div>", count: 5_000) + "lost" + String(repeating: "</span>", count: 5_000)
    let text = try report("<p>kept words</p>" + deep, .html)
    #expect(text.contents.hasPrefix("kept words"))
  }

  @Test("a page of which nothing is left for its nesting says so")
  func tooDeep() throws {
    let deep = String(repeating: "<div>", count: 5_000) + "lost"
    let error = #expect(throws: DocumentError.self) { try report(deep, .html) }
    #expect(error?.code == .invalidMarkup && error?.message.contains("nested") ?? false)
  }

  @Test("a tag with more attributes than any page has is refused, a long value is not")
  func overfullTag() throws {
    let many = (0..<3_000).map { "a\($0)=b" }.joined(separator: " ")
    #expect(throws: DocumentError.self) { try report("<p \(many)>words</p>", .html) }
    #expect(throws: DocumentError.self) { try report("<p \"><p \(many)>words</p>", .html) }
    #expect(try report("<p data-x=\"\(many)\">words</p>", .html).contents == "words")
    #expect(try report("<p>\(many)</p>", .html).contents == many)
  }

  @Test("brackets that are no links stay, and nesting them costs no more than their number")
  func nestedBrackets() throws {
    #expect(try report("a [b [c](d) e] ![f](g) [h", .markdown).contents == "a [b c e]  [h")
    let (open, close) = (String(repeating: "[", count: 100_000), String(repeating: "](", count: 100_000))
    let text = try report(open + "x" + close, .markdown)
    #expect(text.contents.utf8.count == 300_001)
  }

  @Test("Markdown loses its marks and keeps its words")
  func markdown() throws {
    let text = try report(
      """
      ---
      title: "Bridge shut"
      date: 2023-10-03
      source: Morbihan Mail
      ---
      # Bridge shut

      The **bridge** is [closed](https://example.org/a_b), said `the` ![map](m.png)mayor of snake_case.
      ```
      let hidden = true
      ```
      - Ferries run
      """, .markdown)
    #expect(text.contents.contains("The bridge is closed, said the mayor of snake_case."))
    #expect(text.contents.contains("\nFerries run"))
    #expect(!text.contents.contains("hidden"))
    #expect(text.metadata.title == "Bridge shut")
    #expect(text.metadata.headline.map { text.slice($0) } == "Bridge shut")
    #expect(text.metadata.published == "2023-10-03")
    #expect(text.metadata.publisher == "Morbihan Mail")
  }

  @Test("Markdown's other ways: titles underlined, links by name, tags, comments, numbers, lists of authors")
  func otherMarkdown() throws {
    let text = try report(
      """
      ---
      date: 2023-10-03T08:00:00+02:00
      authors:
        - Ines Prat
        - "Cy Ode"
      ---
      Bridge shut
      ===========

      <!-- not for readers:
      the draft said open -->
      The bridge is [closed][1], the <b>mayor</b> said, <https://example.org/m> and 3 < 4.[^2]

      1. Ferries run
      12. Buses do not

      [1]: https://example.org/closed "Closed"
      [^2]: Not quite.
      """, .markdown)
    #expect(text.metadata.title == "Bridge shut")
    #expect(text.metadata.published == "2023-10-03T08:00:00+02:00")
    #expect(text.metadata.authors == ["Ines Prat", "Cy Ode"])
    #expect(text.contents.contains("The bridge is closed, the mayor said,  and 3 < 4."))
    #expect(text.contents.contains("\nFerries run\nBuses do not"))
    for gone in ["draft", "https", "===", "Closed\"", "Not quite"] { #expect(!text.contents.contains(gone), "\(gone)") }
  }

  @Test("each line of JSON Lines is a report with its metadata")
  func jsonLines() throws {
    let source = """
      {"id": 7, "title": "Bridge shut", "text": "The bridge is closed.", "published": "2023-10-03", "publisher": "Mail"}

      {"url": "https://example.org/2", "text": "It opens in spring."}
      """
    var texts: [Text] = []
    try DocumentReader().read(Array(source.utf8), origin: "all.jsonl", format: .jsonLines) { texts.append($0) }
    #expect(texts.map(\.origin) == ["7", "https://example.org/2"])
    #expect(texts[0].metadata.publisher == "Mail")
    #expect(texts[0].metadata.published == "2023-10-03")
    #expect(texts[1].contents == "It opens in spring.")
  }

  @Test("a bad line of JSON Lines is named by its number")
  func badJSONLine() throws {
    let source = "{\"text\": \"fine\"}\n{\"title\": \"no text\"}\n"
    let error = try #require(throws: DocumentError.self) {
      try DocumentReader().read(Array(source.utf8), origin: "all.jsonl", format: .jsonLines) { _ in }
    }
    #expect(error.code == .invalidRecord)
    #expect(error.line == 2)
  }
}

@Suite("Files and folders")
struct FileTests {
  private func withFolder(_ files: [String: String], _ body: (String) throws -> Void) throws {
    let folder = NSTemporaryDirectory() + "hearsay-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for (name, contents) in files {
      let path = folder + "/" + name
      let parent = path.split(separator: "/").dropLast().joined(separator: "/")
      try FileManager.default.createDirectory(atPath: "/" + parent, withIntermediateDirectories: true)
      try Data(contents.utf8).write(to: URL(fileURLWithPath: path))
    }
    try body(folder)
  }

  @Test("a folder is read by path, with the reports' names below it")
  func folder() throws {
    try withFolder(["b.txt": "B here", "a/z.md": "Z here", "a.txt": "A here", ".hidden.txt": "no", "x.png": "no"]) {
      folder in
      let texts = try DocumentReader().read([folder])
      #expect(texts.map(\.origin) == ["a.txt", "a/z.md", "b.txt"])
    }
  }

  @Test("what is not there, and a folder without reports, are told")
  func missing() throws {
    try withFolder(["x.png": "no"]) { folder in
      #expect(code(of: folder) == .folderWithoutReports)
      #expect(code(of: folder + "/none.txt") == .missingFile)
    }
  }

  @Test("a file beyond the limit is refused before it is read")
  func longFile() throws {
    try withFolder(["long.txt": String(repeating: "a", count: 10_000)]) { folder in
      #expect(code(of: folder, DocumentLimits(longestReportBytes: 1_000)) == .tooLarge)
      #expect(code(of: folder) == nil)
    }
  }

  @Test("a pipe is refused rather than waited for")
  func pipe() throws {
    try withFolder(["a.txt": "A here"]) { folder in
      try #require(mkfifo(folder + "/pipe", 0o600) == 0)
      #expect(code(of: folder + "/pipe") == .unreadableFile)
    }
  }

  @Test("a date that is none, or has not come yet, is told, and the report read")
  func doubtfulDates() throws {
    for (date, part) in [("2024-13-45", "is no date"), ("2187-02-03", "in the future"), ("2024-02-03", "")] {
      let told = Mutex<[String]>([])
      var reader = DocumentReader()
      reader.onDoubt = { doubt in told.withLock { $0.append(doubt.message) } }
      let source = "---\ntitle: Calm\ndate: \(date)\n---\nZurich was calm on Monday.\n"
      #expect(try reader.report(Array(source.utf8), origin: "calm.md", format: .markdown).metadata.title == "Calm")
      let messages = told.withLock { $0 }
      #expect(messages.count == (part.isEmpty ? 0 : 1) && messages.allSatisfy { $0.contains(part) }, "\(date)")
    }
  }

  private func code(of path: String, _ limits: DocumentLimits = DocumentLimits()) -> DocumentError.Code? {
    do {
      _ = try DocumentReader(limits: limits).read([path])
      return nil
    } catch {
      return (error as? DocumentError)?.code
    }
  }
}
