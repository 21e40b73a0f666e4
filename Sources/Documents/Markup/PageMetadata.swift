import SourceText

/// What a page declares about its report, from many places of different weight: each field keeps the weightiest.
struct PageMetadata {
  private var title = Ranked<String>()
  private var published = Ranked<String>()
  private var publisher = Ranked<String>()
  private var authors = Ranked<[String]>()
  private(set) var url: String?
  /// The report's text as the linked data have it.
  private(set) var linkedBody: String?
  /// The page's own title, with the outlet's name on it more often than not.
  private(set) var pageTitle: String?

  private struct Ranked<Value> {
    private(set) var value: Value?
    private var rank = Int.max

    /// Of two of one rank the first stays.
    mutating func offer(_ value: Value?, rank: Int) {
      guard let value, rank < self.rank else { return }
      (self.value, self.rank) = (value, rank)
    }
  }

  // Ranks: linked data, the article's own properties, what other vocabularies say, the page's elements.

  mutating func read(_ element: HTMLElement) {
    switch element.name {
    case "title":
      if pageTitle == nil { pageTitle = LinkedData.words(element.text) }
    case "meta": readMeta(element)
    case "script":
      guard element["type"]?.lowercased().hasPrefix("application/ld+json") == true else { break }
      readLinkedData(element.text)
    case "link":
      if element["rel"]?.lowercased() == "canonical", url == nil { url = element["href"]?.nonEmpty }
    case "time": readTime(element)
    default:
      guard let property = element["itemprop"]?.lowercased() else { break }
      readProperty(property, element)
    }
    if element["rel"]?.lowercased() == "author", element.name == "a" { offerAuthors(element.text, rank: 6) }
  }

  private mutating func readLinkedData(_ json: String) {
    guard let data = LinkedData(json) else { return }
    title.offer(data.headline, rank: 0)
    published.offer(data.published, rank: 0)
    publisher.offer(data.publisher, rank: 0)
    if !data.authors.isEmpty { authors.offer(data.authors, rank: 0) }
    linkedBody = linkedBody ?? data.body
  }

  private mutating func readMeta(_ element: HTMLElement) {
    guard let name = (element["property"] ?? element["name"] ?? element["itemprop"])?.lowercased(),
      let value = element["content"].flatMap(LinkedData.words)
    else { return }
    switch name {
    case "og:title": title.offer(value, rank: 1)
    case "twitter:title", "dc.title", "dcterms.title", "headline", "parsely-title", "sailthru.title":
      title.offer(value, rank: 3)
    case "og:site_name": publisher.offer(value, rank: 1)
    case "publisher", "dc.publisher", "dcterms.publisher", "citation_publisher": publisher.offer(value, rank: 2)
    case "application-name", "apple-mobile-web-app-title": publisher.offer(value, rank: 4)
    case "og:url": url = url ?? value
    case "article:published_time", "article:published", "og:published_time":
      published.offer(publicationTime(value), rank: 1)
    case "datepublished", "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime":
      published.offer(publicationTime(value), rank: 2)
    case "date", "pubdate", "publishdate", "publish-date", "publish_date", "publication_date", "dc.date",
      "dc.date.issued", "dcterms.date", "dcterms.issued", "dcterms.created", "citation_publication_date",
      "article.published":
      published.offer(publicationTime(value), rank: 3)
    case "author", "article:author", "byl", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author",
      "citation_author", "article.author":
      offerAuthors(value, rank: name == "article:author" ? 2 : 3)
    default: break
    }
  }

  private mutating func readTime(_ element: HTMLElement) {
    guard let time = element["datetime"].flatMap(publicationTime) else { return }
    let property = element["itemprop"]?.lowercased() ?? ""
    if property.contains("datemodified") || property.contains("dateupdated") { return }
    let isDeclared = property.contains("datepublished") || element["pubdate"] != nil
    published.offer(time, rank: isDeclared ? 4 : 6)
  }

  private mutating func readProperty(_ property: String, _ element: HTMLElement) {
    switch property {
    case "datepublished": published.offer((element["content"] ?? element["datetime"]).flatMap(publicationTime), rank: 4)
    case "headline": title.offer(LinkedData.words(element.text), rank: 4)
    case "author": offerAuthors(element.text, rank: 5)
    default: break
    }
  }

  /// `By Ann Lee and Bo Chen`; addresses are none.
  private mutating func offerAuthors(_ text: String, rank: Int) {
    guard let words = LinkedData.words(text), !words.contains("://"), words.utf8.count <= 140 else { return }
    let names = ReportHead.authors(in: ReportHead.isByline(words) ? words : "By \(words)")
    if !names.isEmpty { authors.offer(names, rank: rank) }
  }

  // MARK: As metadata

  /// - Parameter heading: how the main text is headed, which says more than the page's own title.
  func metadata(heading: String?) -> Text.Metadata {
    let publisher = publisher.value
    var named = title.value ?? heading.flatMap { $0.utf8.count > 10 ? $0 : nil } ?? pageTitle.map(Self.withoutLastPart)
    if let plain = named, let site = publisher { named = Self.without(site, plain) }
    return Text.Metadata(
      title: named ?? heading, published: published.value, publisher: publisher, authors: authors.value ?? [], url: url)
  }

  private static let bars: [Character] = ["|", "–", "—", "-", "·", "»", ":"]

  /// `Bridge shut | Morbihan Mail` without the outlet.
  private static func without(_ site: String, _ title: String) -> String {
    guard title.count > site.count, title.lowercased().hasSuffix(site.lowercased()) else { return title }
    let rest = title.dropLast(site.count).trimmed
    guard let bar = rest.last, bars.contains(bar) else { return title }
    return String(rest.dropLast()).trimmed.nonEmpty ?? title
  }

  /// Behind the last bar of a page's title stands the outlet's name.
  private static func withoutLastPart(_ title: String) -> String {
    guard let bar = title.lastIndex(of: "|"), bar > title.startIndex else { return title }
    return String(title[..<bar]).trimmed.nonEmpty ?? title
  }
}
