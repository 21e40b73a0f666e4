/// Tells by names, classes and roles which parts of a page are no part of its report.
enum PageParts {
  /// Nothing in them is read.
  static let skipped: Set<String> = [
    "script", "style", "noscript", "nav", "aside", "button", "select", "svg", "iframe", "figure", "figcaption",
    "footer", "template", "head", "dialog", "menu", "input", "textarea", "video", "audio", "picture", "object", "embed",
    "canvas", "map", "label", "math",
  ]

  /// AMP's elements show pictures, adverts and menus, but for these, which hold text.
  private static let textOfAMP: Set<String> = [
    "amp-fit-text", "amp-live-list", "amp-layout", "amp-selector", "amp-accordion", "amp-script", "amp-truncate-text",
  ]

  static let blocks: Set<String> = [
    "p", "div", "section", "article", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "blockquote", "br", "tr",
    "td", "th", "table", "header", "main", "body", "dd", "dt", "dl", "pre", "time", "address", "details", "summary",
    "center", "hr", "form", "hgroup", "tbody", "caption", "fieldset", "legend", "amp-live-list", "amp-layout",
    "amp-accordion",
  ]

  static func isSkipped(_ name: String, _ element: HTMLElement) -> Bool {
    if skipped.contains(name) { return true }
    if name.hasPrefix("amp-"), !textOfAMP.contains(name) { return true }
    if element["hidden"] != nil { return element["hidden"]?.lowercased() != "until-found" }
    if let style = element["style"]?.lowercased().filter({ $0 != " " }), style.contains("display:none") { return true }
    return false
  }

  /// Elements that hold the report whatever their classes say.
  private static let trusted: Set<String> = [
    "html", "body", "main", "article", "p", "h1", "em", "strong", "b", "i", "a",
  ]

  /// Whether class, id or role say that it is beside the report. Their makers err: a part that holds much of the page's
  /// text is kept all the same, which the caller knows.
  static func isAside(_ name: String, _ element: HTMLElement) -> Bool {
    // Some servers put the whole page into a form.
    if name == "form" { return true }
    if let role = element["role"]?.lowercased(), roles.contains(role) { return true }
    if trusted.contains(name), name != "p" { return false }
    return [element["class"], element["id"], element["data-component"], element["data-testid"]].contains { value in
      value.map { names($0) } ?? false
    }
  }

  private static let roles: Set<String> = [
    "navigation", "complementary", "banner", "contentinfo", "search", "dialog", "alertdialog", "menu", "menubar",
    "toolbar", "note",
  ]

  private static let words: Set<String> = [
    "nav", "navbar", "navigation", "menu", "submenu", "breadcrumb", "breadcrumbs", "sidebar", "footer", "cookie",
    "cookies", "consent", "gdpr", "ccpa", "newsletter", "newsletters", "subscribe", "subscription", "signup", "paywall",
    "promo", "promos", "promotion", "promoted", "advert", "adverts", "advertisement", "advertising", "ads", "ad",
    "adslot",
    "sponsor", "sponsored", "share", "sharing", "sharebar", "social", "comments", "comment", "commentlist", "disqus",
    "related", "relatedposts", "recommended", "recommendations", "recirc", "recirculation", "trending", "popular",
    "mostread", "caption", "captions", "tags", "taglist", "modal", "popup", "toolbar", "outbrain", "taboola",
    "pullquote",
    "donate", "donation", "login", "readmore", "seealso", "byline-bio", "authorbox",
  ]

  private static let pairs: Set<String> = [
    "read more", "most read", "more on", "more from", "more stories", "sign up", "screen reader", "visually hidden",
    "sr only", "author bio", "author box", "about author", "also read", "see also", "pull quote", "photo credit",
    "image credit", "up next", "read next", "skip link", "skip to", "site header", "page header", "top bar",
    "print only",
  ]

  /// `article__related-links`, `RelatedLinks`, `cookie_banner`: the words of a class, each and in pairs.
  private static func names(_ value: String) -> Bool {
    for name in value.split(separator: " ").prefix(40) {
      var previous = ""
      for word in parts(of: name) {
        if words.contains(word) || pairs.contains("\(previous) \(word)") { return true }
        previous = word
      }
    }
    return false
  }

  /// Lower case; a capital behind a small letter begins a word.
  private static func parts(of name: Substring) -> [String] {
    var parts: [String] = []
    var part = ""
    var wasSmall = false
    for character in name.prefix(120) {
      let isWord = character.isLetter
      if !isWord || character.isUppercase && wasSmall {
        if !part.isEmpty { parts.append(part) }
        part = ""
      }
      if isWord { part += character.lowercased() }
      wasSmall = character.isLowercase
    }
    if !part.isEmpty { parts.append(part) }
    return parts
  }
}
