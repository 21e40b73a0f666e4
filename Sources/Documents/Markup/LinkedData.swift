import Foundation

/// What a page's JSON-LD (schema.org `NewsArticle` and its like) says of the report.
struct LinkedData {
  private(set) var headline: String?
  private(set) var published: String?
  private(set) var publisher: String?
  private(set) var authors: [String] = []
  /// The text, which some pages give here and build the rest by script.
  private(set) var body: String?

  /// Nil if the text is no JSON or describes no article.
  init?(_ json: String) {
    guard let root = Self.object(json) else { return nil }
    var objects = Objects()
    objects.collect(root, depth: 0)
    guard let article = objects.article else { return nil }
    headline = (article["headline"] as? String ?? article["name"] as? String).flatMap(Self.words)
    published =
      ["datePublished", "dateCreated", "uploadDate"].lazy
      .compactMap { article[$0] as? String }.compactMap(publicationTime).first
    publisher =
      ["publisher", "sourceOrganization", "copyrightHolder"].lazy
      .compactMap { objects.names(article[$0]).first }.first
    authors = ["author", "creator"].lazy.map { objects.names(article[$0]) }.first { !$0.isEmpty } ?? []
    body = (article["articleBody"] as? String)?.nonEmpty
  }

  /// Pages wrap it in comments, and leave line breaks inside its texts, which JSON forbids.
  private static func object(_ json: String) -> Any? {
    var text = Substring(json).trimmed
    for (open, close) in [
      ("<!--", "-->"), ("//<![CDATA[", "//]]>"), ("/*<![CDATA[*/", "/*]]>*/"), ("<![CDATA[", "]]>"),
    ] {
      if text.hasPrefix(open) { text = text.dropFirst(open.count).trimmed }
      if text.hasSuffix(close) { text = text.dropLast(close.count).trimmed }
    }
    if text.hasSuffix(";") { text = String(text.dropLast()) }
    if let root = try? JSONSerialization.jsonObject(with: Data(text.utf8)) { return root }
    let mended = text.utf8.map { $0 < 0x20 ? 0x20 : $0 }
    return try? JSONSerialization.jsonObject(with: Data(mended))
  }

  /// Headlines come with character references, as in the page around them.
  static func words(_ text: String) -> String? {
    CharacterReferences.resolved(text).split(whereSeparator: \.isWhitespace).joined(separator: " ").nonEmpty
  }

  /// The objects of the graph: the article, and those that others name by `@id`.
  private struct Objects {
    private(set) var article: [String: Any]?
    private var isArticleWhole = false
    private var byID: [String: [String: Any]] = [:]
    private static let deepest = 8
    private static let most = 2_000
    private var count = 0

    /// Lists, `@graph`, `mainEntity` and whatever else holds objects.
    mutating func collect(_ value: Any, depth: Int) {
      guard depth < Self.deepest, count < Self.most else { return }
      count += 1
      if let list = value as? [Any] {
        for item in list { collect(item, depth: depth + 1) }
        return
      }
      guard let object = value as? [String: Any] else { return }
      if let id = object["@id"] as? String, object["name"] != nil, byID[id] == nil { byID[id] = object }
      if Self.isArticle(object) { take(object) }
      // In a fixed order: of two articles the first found counts.
      for key in object.keys.sorted() where key != "articleBody" && object[key] is [Any] || object[key] is [String: Any]
      {
        if key == "hasPart" || key == "isPartOf" || key == "citation" || key == "liveBlogUpdate" { continue }
        collect(object[key] as Any, depth: depth + 1)
      }
    }

    /// An article that only names another by its headline is no match for one with a date.
    private mutating func take(_ object: [String: Any]) {
      let isWhole = object["datePublished"] != nil || object["author"] != nil
      guard article == nil || isWhole && !isArticleWhole else { return }
      article = object
      isArticleWhole = isWhole
    }

    private static func isArticle(_ object: [String: Any]) -> Bool {
      let types = object["@type"] as? [String] ?? (object["@type"] as? String).map { [$0] } ?? []
      return types.contains { $0.hasSuffix("Article") || $0.hasSuffix("BlogPosting") || $0 == "Report" }
    }

    /// The names of people and bodies: texts, objects with names, references to objects, and lists of these.
    func names(_ value: Any?, depth: Int = 0) -> [String] {
      guard depth < Self.deepest else { return [] }
      switch value {
      case let name as String:
        return name.contains("://") ? [] : LinkedData.words(name).map { [$0] } ?? []
      case let object as [String: Any]:
        if let name = object["name"] { return names(name, depth: depth + 1) }
        return (object["@id"] as? String).flatMap { byID[$0] }.map { names($0["name"], depth: depth + 1) } ?? []
      case let list as [Any]: return list.prefix(20).flatMap { names($0, depth: depth + 1) }
      default: return []
      }
    }
  }
}

/// `&amp;`, `&#8217;`: characters written by name or number.
enum CharacterReferences {
  private static let named: [Substring: String] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "lsquo": "‘", "rsquo": "’", "ldquo": "“",
    "rdquo": "”", "ndash": "–", "mdash": "—", "hellip": "…",
  ]

  /// One pass; what is no reference stays.
  static func resolved(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
    var result = ""
    var rest = text[...]
    while let mark = rest.firstIndex(of: "&") {
      result += rest[..<mark]
      let behind = rest[rest.index(after: mark)...]
      let name = behind.prefix(10).prefix { $0 != ";" }
      if behind.dropFirst(name.count).first == ";", let character = character(name) {
        result += character
        rest = behind.dropFirst(name.count + 1)
      } else {
        result += "&"
        rest = behind
      }
    }
    return result + rest
  }

  private static func character(_ name: Substring) -> String? {
    if let known = named[name] { return known }
    guard name.hasPrefix("#") else { return nil }
    let digits = name.dropFirst()
    let number =
      digits.first == "x" || digits.first == "X" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits, radix: 10)
    return number.flatMap { Unicode.Scalar($0) }.flatMap { $0.value < 0x20 ? nil : String($0) }
  }
}
