import Foundation

/// What a page's JSON-LD (schema.org `NewsArticle` and its like) says of the report.
struct LinkedData {
  private(set) var headline: String?
  private(set) var published: String?
  private(set) var publisher: String?
  private(set) var authors: [String] = []

  /// Nil if the text is no JSON or describes no article.
  init?(_ json: String) {
    guard let root = try? JSONSerialization.jsonObject(with: Data(json.utf8)),
      let article = Self.article(in: root, depth: 0)
    else { return nil }
    headline = (article["headline"] as? String ?? article["name"] as? String)?.nonEmpty
    published = (article["datePublished"] as? String).flatMap(publicationTime)
    publisher = Self.names(article["publisher"]).first
    authors = Self.names(article["author"])
  }

  private static let deepest = 6

  private static func article(in value: Any, depth: Int) -> [String: Any]? {
    guard depth < deepest else { return nil }
    if let list = value as? [Any] {
      for item in list { if let found = article(in: item, depth: depth + 1) { return found } }
      return nil
    }
    guard let object = value as? [String: Any] else { return nil }
    let types = object["@type"] as? [String] ?? (object["@type"] as? String).map { [$0] } ?? []
    if types.contains(where: { $0.hasSuffix("Article") || $0.hasSuffix("Posting") || $0 == "Report" }) { return object }
    return object["@graph"].flatMap { article(in: $0, depth: depth + 1) }
  }

  private static func names(_ value: Any?) -> [String] {
    switch value {
    case let name as String: name.nonEmpty.map { [$0] } ?? []
    case let object as [String: Any]: names(object["name"])
    case let list as [Any]: list.prefix(20).flatMap { names($0) }
    default: []
    }
  }
}
