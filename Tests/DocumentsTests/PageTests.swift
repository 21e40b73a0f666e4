import SourceText
import Testing

@testable import Documents

private func page(_ source: String) throws(DocumentError) -> Text {
  try DocumentReader().report(Array(source.utf8), origin: "page.html", format: .html)
}

private let lead =
  "The lock at Rhinau was closed on Monday after a barge struck its upper gate, the waterways office said."
private let second =
  "Nobody was hurt, and divers are to look at the hinges on Tuesday morning before traffic is let through."
private let third = "Some forty ships were waiting above the lock by the evening, according to the office in Mannheim."
private let prose = [lead, second, third]

/// The prose as paragraphs.
private let paragraphs = prose.map { "<p>\($0)</p>" }.joined(separator: "\n")

/// What stood on the page and is no part of the report.
private func expectOnlyReport(_ text: Text, headline: String, sourceLocation: SourceLocation = #_sourceLocation) {
  #expect(
    text.contents.split(separator: "\n").map(String.init) == [headline] + prose, sourceLocation: sourceLocation)
  #expect(text.metadata.title == headline, sourceLocation: sourceLocation)
  #expect(text.metadata.headline == SourceRange(0, headline.utf8.count), sourceLocation: sourceLocation)
}

@Suite("Layouts of pages")
struct PageLayoutTests {
  @Test("an article among menus, a cookie banner, related links, captions and comments")
  func article() throws {
    let text = try page(
      """
      <!doctype html><html><head><title>Barge shuts lock - Upper Rhine Courier</title></head><body class="has-sidebar">
      <div id="cookie-banner"><p>We use cookies to make this site better for you. Accept all or choose your settings.</p>
      <button>Accept</button></div>
      <header class="site-header"><a href="/">Home</a><p>The paper for everybody who lives along the upper river.</p></header>
      <nav><ul><li><a href="/news">News</a></li><li><a href="/sport">Sport</a></li></ul></nav>
      <main><article><h1>Barge shuts lock</h1>
      <figure><img src="a.jpg"><figcaption>The lock as it was in the spring, before the accident. Photo: A. Roth</figcaption></figure>
      <p>\(lead)</p>
      <aside><p>Our newsletter tells you each morning what happens on the river. Sign up here for nothing.</p></aside>
      <p>\(second)</p>
      <div class="related-links"><h3>Related</h3><ul><li><a href="/1">Ten locks that shaped the river and its towns</a></li>
      <li><a href="/2">How barges are steered through narrow gates</a></li></ul></div>
      <p>\(third)</p>
      <div class="share-tools"><a href="#">Share</a> <a href="#">Print</a></div></article>
      <section id="comments"><h2>Comments</h2><div class="comment"><p>I saw it from the bridge and it was louder than anything
      I have heard in all my years by the water, believe me.</p></div></section></main>
      <footer><p>Upper Rhine Courier, Quay Street 3. All rights reserved by the publisher of this paper.</p></footer>
      </body></html>
      """)
    expectOnlyReport(text, headline: "Barge shuts lock")
  }

  @Test("div soup without one telling element")
  func divisions() throws {
    let text = try page(
      """
      <html><head><title>Barge shuts lock</title></head><body><div class="wrap"><div class="top"><div><a href="/">Front page</a>
      <a href="/a">Towns</a> <a href="/b">River</a></div></div><div class="cols"><div class="col1"><div class="hl">Barge shuts lock</div>
      <div class="txt"><div>\(prose.joined(separator: "</div><div>"))</div></div></div>
      <div class="col2"><div><a href="/c">A long headline of quite another story that has no place in this one</a></div>
      <div><a href="/d">And a second one, so that the column is full of words and links</a></div></div></div></div></body></html>
      """)
    expectOnlyReport(text, headline: "Barge shuts lock")
  }

  @Test("layout by tables, as it was done once")
  func tables() throws {
    let text = try page(
      """
      <html><head><title>Barge shuts lock</title></head><body><table width="100%"><tr><td class="menu"><a href="/">Home</a><br>
      <a href="/x">Archive</a></td><td><table><tr><td><font size="5">Barge shuts lock</font></td></tr><tr><td>
      \(prose.joined(separator: "<br><br>"))</td></tr></table></td><td><a href="/ad">Buy a boat now</a></td></tr></table></body></html>
      """)
    expectOnlyReport(text, headline: "Barge shuts lock")
  }

  @Test("a page inside one form, with the report in unmarked paragraphs")
  func form() throws {
    let text = try page(
      """
      <html><head><title>Barge shuts lock</title></head><body><form id="aspnetForm" method="post"><input type="hidden" name="s">
      <div id="content"><h1>Barge shuts lock</h1>\(paragraphs)</div></form></body></html>
      """)
    expectOnlyReport(text, headline: "Barge shuts lock")
  }

  @Test("a page of long ago: no paragraphs closed, a lesser heading, a title that begins with the outlet")
  func longAgo() throws {
    let text = try page(
      """
      <HTML><HEAD><TITLE>The Evening Post - Barge shuts lock</TITLE></HEAD><BODY><CENTER><A HREF=/>Home</A> | <A HREF=/n>News</A></CENTER>
      <HR><H2>Barge shuts lock at Rhinau</H2><I>By Lena Voss, Staff Writer</I><BR>Monday, May 6, 2002; Page A1<P>
      \(prose.joined(separator: "<P>"))<HR><FONT SIZE=1>&copy; 2002 The Evening Post</FONT></BODY></HTML>
      """)
    #expect(text.metadata.title == "Barge shuts lock at Rhinau")
    #expect(text.metadata.authors == ["Lena Voss"])
    #expect(text.metadata.published == "2002-05-06")
    #expect(text.metadata.publisher == "The Evening Post")
    for words in prose { #expect(text.contents.contains(words)) }
  }

  @Test("an AMP page with its own elements")
  func amp() throws {
    let text = try page(
      """
      <!doctype html><html amp><head><title>Barge shuts lock</title></head><body><amp-sidebar><ul><li>Weather for the whole of
      the river, hour by hour and town by town</li></ul></amp-sidebar><amp-consent><p>We and our partners would like to store
      something on your device, if you do not mind.</p></amp-consent><article><h1>Barge shuts lock</h1><amp-img src="a.jpg">
      <noscript><img src="a.jpg"></noscript></amp-img><p>\(lead)</p><amp-ad>Boats for sale at prices that you will not find anywhere
      else.</amp-ad><p>\(second)</p><amp-embed><p>From around the web: what nobody tells you about barges and their crews</p></amp-embed>
      <p>\(third)</p></article></body></html>
      """)
    expectOnlyReport(text, headline: "Barge shuts lock")
  }

  @Test("a live blog, whose posts are articles each, is read whole")
  func liveBlog() throws {
    let posts = prose.enumerated().map { index, words in
      "<article id=\"post-\(index)\"><time datetime=\"2024-05-06T1\(index):00:00Z\">1\(index):00</time><p>\(words)</p></article>"
    }.joined()
    let text = try page(
      """
      <html><head><title>Live: lock closed</title><meta property="article:published_time" content="2024-05-06T09:00:00Z"></head>
      <body><div class="page"><div class="head"><h1>Live: lock closed</h1></div><div class="posts">\(posts)</div></div></body></html>
      """)
    for words in prose { #expect(text.contents.contains(words)) }
    #expect(text.metadata.published == "2024-05-06T09:00:00Z")
  }

  @Test("teasers that are articles themselves do not win over the report")
  func teasers() throws {
    let card =
      "<article class=\"card\"><a href=\"/t\"><h3>Another story about quite another river and its ships</h3></a></article>"
    let text = try page(
      """
      <html><head><title>Barge shuts lock</title></head><body>\(card)\(card)<div class="story"><h1>Barge shuts lock</h1>\(paragraphs)</div>
      \(card)\(card)</body></html>
      """)
    expectOnlyReport(text, headline: "Barge shuts lock")
  }

  @Test("what a class calls an aside is none if the report stands in it, and what is hidden is not read")
  func misnamed() throws {
    let text = try page(
      """
      <html><head><title>Barge shuts lock</title></head><body><div class="content-with-sidebar social-share">
      <h1>Barge shuts lock</h1><p hidden>Only for subscribers: this paragraph is here for machines that look for words.</p>
      <p style="display: none">And so is this one, which nobody who reads the page would ever see at all.</p>\(paragraphs)</div></body></html>
      """)
    expectOnlyReport(text, headline: "Barge shuts lock")
  }

  @Test("a page that is built by script has its text in its linked data")
  func scripted() throws {
    let body = prose.joined(separator: "\\n\\n")
    let text = try page(
      """
      <html><head><title>Barge shuts lock</title><script type="application/ld+json">{"@type":"NewsArticle",
      "headline":"Barge shuts lock","articleBody":"\(body)"}</script></head><body><div id="root">Please turn on scripts.</div></body></html>
      """)
    expectOnlyReport(text, headline: "Barge shuts lock")
  }

  @Test("references, soft hyphens and blanks without width are settled in the text")
  func characters() throws {
    let text = try page(
      "<p>The&nbsp;water&shy;ways office said it&#8217;d open the &ldquo;old&rdquo; lock&#x2014;soon&#8203;, AT&amp;T&thinsp;said.</p>"
    )
    #expect(text.contents == "The waterways office said it’d open the “old” lock—soon, AT&T said.")
  }
}

@Suite("What pages declare")
struct PageMetadataTests {
  private func metadata(_ head: String, body: String = "") throws -> Text.Metadata {
    try page("<html><head>\(head)</head><body><h1>Barge shuts lock</h1>\(body)\(paragraphs)</body></html>").metadata
  }

  @Test(
    "linked data in lists, graphs, wrappers and with references",
    arguments: [
      """
      {"@type":"NewsArticle","headline":"Barge shuts lock","datePublished":"2024-05-06T09:00:00Z",
      "author":{"@type":"Person","name":"Ines Prat"},"publisher":{"@type":"Organization","name":"Courier"}}
      """,
      """
      [{"@type":"WebSite","name":"Wrong"},{"@type":["Article","NewsArticle"],"headline":"Barge shuts lock",
      "datePublished":"2024-05-06T09:00:00Z","author":[{"name":"Ines Prat"}],"publisher":"Courier"}]
      """,
      """
      {"@context":"https://schema.org","@graph":[{"@type":"Organization","@id":"#org","name":"Courier"},
      {"@type":"ReportageNewsArticle","headline":"Barge shuts lock","datePublished":"2024-05-06T09:00:00Z",
      "author":{"@id":"#ines"},"publisher":{"@id":"#org"}},{"@type":"Person","@id":"#ines","name":"Ines Prat"}]}
      """,
      """
      {"@type":"WebPage","name":"Wrong","mainEntity":{"@type":"NewsArticle","headline":"Barge shuts lock",
      "datePublished":"2024-05-06T09:00:00Z","author":["Ines Prat","https://example.org/ines"],"publisher":{"name":["Courier"]}}}
      """,
      """
      <!-- {"@type":"http://schema.org/NewsArticle","headline":"Barge shuts lock","description":"with a raw
      line break","datePublished":"2024-05-06T09:00:00Z","author":{"name":"Ines Prat"},"publisher":{"name":"Courier"}}; -->
      """,
    ])
  func linkedData(_ json: String) throws {
    let found = try metadata("<title>x</title><script type=\"application/ld+json\">\(json)</script>")
    #expect(found.title == "Barge shuts lock")
    #expect(found.published == "2024-05-06T09:00:00Z")
    #expect(found.authors == ["Ines Prat"])
    #expect(found.publisher == "Courier")
  }

  @Test("the articles that a report is part of or quotes from are not it")
  func otherArticles() throws {
    let found = try metadata(
      """
      <script type="application/ld+json">{"@type":"NewsArticle","headline":"Barge shuts lock","datePublished":"2024-05-06",
      "citation":{"@type":"NewsArticle","headline":"Other","datePublished":"2020-01-01","author":"Nobody"}}</script>
      <script type="application/ld+json">{"@type":"BreadcrumbList","name":"News"}</script>
      <script type="application/ld+json">{ broken</script>
      """)
    #expect(found.title == "Barge shuts lock")
    #expect(found.published == "2024-05-06")
    #expect(found.authors == [])
  }

  @Test("meta tags by any of their names, linked data before them, elements behind them")
  func metaTags() throws {
    let found = try metadata(
      """
      <title>Barge shuts lock | Courier</title><meta property="og:title" content="Barge shuts lock">
      <meta property="og:site_name" content="Courier"><meta name="author" content="By Ines Prat and Cy Ode">
      <meta property="article:modified_time" content="2024-05-08T09:00:00Z">
      <meta property="article:published_time" content="2024-05-06T09:00:00Z"><link rel="canonical" href="https://courier.example/1">
      """, body: "<time datetime=\"2024-05-07\">7 May</time>")
    #expect(found.title == "Barge shuts lock")
    #expect(found.publisher == "Courier")
    #expect(found.authors == ["Ines Prat", "Cy Ode"])
    #expect(found.published == "2024-05-06T09:00:00Z")
    #expect(found.url == "https://courier.example/1")
  }

  @Test(
    "a date from properties and elements",
    arguments: [
      "<meta itemprop=\"datePublished\" content=\"2024-05-06\">",
      "<meta name=\"DC.date.issued\" content=\"2024-05-06\">",
      "<time datetime=\"2024-05-06\" pubdate>May</time>",
      "<span itemprop=\"datePublished\" content=\"2024-05-06\">May</span>",
      "<time itemprop=\"dateModified\" datetime=\"2024-05-09\">x</time><time datetime=\"2024-05-06\">y</time>",
      "<meta name=\"date\" content=\"Mon, 6 May 2024 09:00:00 GMT\">", "<p>Published: May 6, 2024</p>",
    ])
  func dates(_ element: String) throws {
    #expect(try metadata("<title>x</title>", body: element).published == "2024-05-06")
  }

  @Test("the outlet's name is taken off the page's title")
  func pageTitles() throws {
    #expect(try metadata("<title>Barge shuts lock – Upper Rhine Courier</title>").title == "Barge shuts lock")
    let named = try metadata(
      "<meta property=\"og:title\" content=\"Barge shuts lock - Courier\"><meta property=\"og:site_name\" content=\"Courier\">"
    )
    #expect(named.title == "Barge shuts lock")
  }
}

@Suite("What opens a page and heads nothing")
struct OpeningTests {
  @Test("a line break within a sentence parts no words, and what stands in front of it is no headline")
  func lineBreak() throws {
    let joined = try page("<p>Divers said <b>two</b><br>barges sank.</p>")
    #expect(joined.contents == "Divers said two barges sank.")
    #expect(joined.metadata.headline == nil)
    let parted = try page("<p>Divers of the office<br>Rhinau staff met.</p>")
    #expect(parted.metadata.headline == SourceRange(0, 0))
    #expect(parted.metadata.title == nil)
  }

  @Test("a line of its own in front of two breaks is a headline")
  func twoBreaks() throws {
    let text = try page("<p>Barge shuts lock<br><br>\(lead)</p>")
    #expect(text.metadata.title == "Barge shuts lock")
  }

  @Test("quoted words that open a Markdown report are no headline")
  func quoted() throws {
    func report(_ source: String) throws -> Text {
      try DocumentReader().report(Array(source.utf8), origin: "report.md", format: .markdown)
    }
    let quoted = try report("> The lock is safe\n\n\(lead)\n")
    #expect(quoted.metadata.headline == SourceRange(0, 0))
    #expect(quoted.metadata.title == nil)
    #expect(quoted.contents.hasPrefix("The lock is safe"))
    #expect(try report("Barge shuts lock\n\n> The lock is safe\n").metadata.title == "Barge shuts lock")
  }
}

@Suite("Encodings of pages")
struct PageEncodingTests {
  private func contents(_ bytes: [UInt8]) throws -> String {
    try DocumentReader().report(bytes, origin: "page.html", format: .html).contents
  }

  private static let source = "<html><head><meta charset=\"utf-8\"></head><body><p>Zürich said “no”.</p></body></html>"

  @Test("UTF-8, and UTF-16 in both orders, with and without a mark, whatever the page says")
  func unicode() throws {
    let little = Self.source.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let big = Self.source.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    let utf8 = Array(Self.source.utf8)
    for bytes in [utf8, [0xEF, 0xBB, 0xBF] + utf8, little, big, [0xFF, 0xFE] + little, [0xFE, 0xFF] + big] {
      #expect(try contents(bytes) == "Zürich said “no”.")
    }
  }

  @Test(
    "Windows-1252 is recognised, declared or not, also where the page calls it Latin-1 or UTF-8",
    arguments: ["", "<meta charset=\"iso-8859-1\">", "<meta charset=\"utf-8\">", "<meta charset=windows-1252>"])
  func windows1252(_ head: String) throws {
    let bytes =
      Array("<html><head>\(head)</head><body><p>Z".utf8) + [0xFC] + Array("rich said ".utf8) + [0x93]
      + Array("no".utf8) + [0x94] + Array(".</p></body></html>".utf8)
    #expect(try contents(bytes) == "Zürich said “no”.")
  }

  @Test("an encoding that only libxml2 knows is left to it, and UTF-8 that calls itself Latin-1 is UTF-8")
  func others() throws {
    let cyrillic =
      Array("<meta charset=\"windows-1251\"><p>".utf8) + [0xCC, 0xEE, 0xF1, 0xEA, 0xE2, 0xE0] + Array("</p>".utf8)
    #expect(try contents(cyrillic) == "Москва")
    #expect(try contents(Array("<meta charset=\"iso-8859-1\"><p>Zürich</p>".utf8)) == "Zürich")
  }
}
