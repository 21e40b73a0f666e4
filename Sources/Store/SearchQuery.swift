/// What a person typed into a search, as an FTS5 expression in which nothing but words, phrases and endings has a meaning
/// (SQLite FTS5, §3).
struct SearchQuery {
  private(set) var expression = ""

  init(_ text: String) {
    var terms: [String] = []
    for (index, part) in text.split(separator: "\"", omittingEmptySubsequences: false).enumerated() {
      // Every second part stands between quotes.
      if index.isMultiple(of: 2) {
        terms += part.split(whereSeparator: \.isWhitespace).map { Self.term(String($0)) }
      } else {
        terms.append(Self.term(String(part)))
      }
    }
    expression = terms.filter { !$0.isEmpty }.joined(separator: " ")
  }

  private static func term(_ words: String) -> String {
    guard words.contains(where: { $0.isLetter || $0.isNumber }) else { return "" }
    let isPrefix = words.hasSuffix("*")
    let clean = words.filter { $0 != "*" && $0 != "\"" && $0 != "\0" }
    return "\"\(clean)\"" + (isPrefix ? "*" : "")
  }
}
