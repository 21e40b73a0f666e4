import SourceText

/// A Markdown report as plain text: marks of headings, emphasis, links and lists are taken away, code fences and
/// images dropped, and the fields of a front matter (`title:`, `date:`, …) read.
struct MarkdownPage {
  private(set) var contents = ""
  private(set) var metadata = Text.Metadata()

  init(_ source: String) {
    let lines = source.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    var body = lines[...]
    if let first = lines.first, first.trimmed == "---",
      let end = lines.dropFirst().prefix(100).firstIndex(where: { $0.trimmed == "---" })
    {
      for line in lines[1..<end] { readField(line) }
      body = lines[(end + 1)...]
    }
    var isCode = false
    var blocks: [String] = []
    for line in body {
      if line.trimmed.hasPrefix("```") || line.trimmed.hasPrefix("~~~") {
        isCode.toggle()
        continue
      }
      if isCode { continue }
      let level = line.prefix { $0 == "#" }.count
      let words = MarkdownInline.plain(Self.withoutBlockMarks(line))
      if level == 1, metadata.title == nil, !words.isEmpty { metadata.title = words }
      blocks.append(words)
    }
    contents = blocks.joined(separator: "\n")
    // The title that the front matter gives and the text repeats is one.
    if let title = metadata.title, let line = ReportLines.lines(of: contents).first, line.words == title {
      metadata.headline = line.range
    }
  }

  private mutating func readField(_ line: Substring) {
    guard let colon = line.firstIndex(of: ":") else { return }
    let value = line[line.index(after: colon)...].trimmed.trimmingQuotes
    guard !value.isEmpty else { return }
    switch line[..<colon].trimmed.lowercased() {
    case "title": metadata.title = value
    case "date", "published": metadata.published = PublicationDate.first(in: value)?.iso
    case "author", "authors": metadata.authors = value.split(separator: ",").map(\.trimmed)
    case "publisher", "source": metadata.publisher = value
    case "url", "link": metadata.url = value
    default: break
    }
  }

  private static func withoutBlockMarks(_ line: Substring) -> Substring {
    var rest = line.drop { $0 == " " || $0 == "\t" || $0 == ">" }
    if rest.hasPrefix("#") {
      let hashes = rest.prefix { $0 == "#" }
      if hashes.count <= 6, rest.dropFirst(hashes.count).first == " " { rest = rest.dropFirst(hashes.count + 1) }
      return rest
    }
    for mark in ["- ", "* ", "+ "] where rest.hasPrefix(mark) { return rest.dropFirst(2) }
    if rest.allSatisfy({ $0 == "-" || $0 == "*" || $0 == "=" || $0 == "_" || $0 == " " }) { return "" }
    return rest
  }
}

/// Marks within a line of Markdown.
enum MarkdownInline {
  /// `**bold**`, `_so_`, `[words](address)`, `![image](address)` and `` `code` `` without their marks. One pass.
  static func plain(_ line: Substring) -> String {
    var result: [Character] = []
    let characters = Array(line)
    /// Where in `result` the words of an open bracket begin, and whether it is an image's.
    var brackets: [(start: Int, isImage: Bool)] = []
    var index = 0
    while index < characters.count {
      let character = characters[index]
      let next = index + 1 < characters.count ? characters[index + 1] : " "
      switch character {
      case "\\" where next.isPunctuation || next.isSymbol:
        result.append(next)
        index += 1
      case "!" where next == "[":
        brackets.append((result.count, true))
        index += 1
      case "[":
        brackets.append((result.count, false))
      case "]":
        let open = brackets.popLast()
        if next == "(", let open, let close = closing(characters, from: index + 1) {
          if open.isImage { result.removeSubrange(open.start...) }
          index = close
        } else if let open {
          result.insert("[", at: open.start)
          result.append("]")
        } else {
          result.append("]")
        }
      case "*", "`": break
      case "_" where isEdge(characters, index): break
      default: result.append(character)
      }
      index += 1
    }
    for bracket in brackets.reversed() { result.insert("[", at: bracket.start) }
    return String(result).trimmed
  }

  private static let longestAddress = 2_000

  private static func closing(_ characters: [Character], from open: Int) -> Int? {
    var index = open + 1
    while index < characters.count, index - open < longestAddress {
      if characters[index] == ")" { return index }
      index += 1
    }
    return nil
  }

  private static func isEdge(_ characters: [Character], _ index: Int) -> Bool {
    let before = index > 0 ? characters[index - 1] : " "
    let after = index + 1 < characters.count ? characters[index + 1] : " "
    return !(before.isLetter || before.isNumber) || !(after.isLetter || after.isNumber)
  }
}

extension String {
  fileprivate var trimmingQuotes: String {
    guard count >= 2, let mark = first, mark == last, mark == "\"" || mark == "'" else { return self }
    return String(dropFirst().dropLast())
  }
}
