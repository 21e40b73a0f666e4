import SourceText

/// A Markdown report as plain text: marks of headings, emphasis, links and lists are taken away, code fences and
/// images dropped, and the fields of a front matter (`title:`, `date:`, …) read.
struct MarkdownPage {
  private(set) var contents = ""
  private(set) var metadata = Text.Metadata()
  /// Whether the first line is quoted: it is somebody's words and no title.
  private(set) var opensQuoted = false
  /// A date of the front matter that is none, as it is written, with its line.
  private(set) var unreadDate: (written: String, line: Int)?

  init(_ source: String) {
    let lines = source.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    var body = lines[...]
    if let first = lines.first, ["---", "+++"].contains(first.trimmed),
      let end = lines.dropFirst().prefix(100).firstIndex(where: { $0.trimmed == first.trimmed })
    {
      readFields(lines[1..<end])
      body = lines[(end + 1)...]
    }
    var isCode = false
    var isComment = false
    var blocks: [String] = []
    for full in body {
      guard let line = Self.withoutComments(full, &isComment), !Self.isDefinition(line) else { continue }
      if line.trimmed.hasPrefix("```") || line.trimmed.hasPrefix("~~~") {
        isCode.toggle()
        continue
      }
      if isCode { continue }
      // A line of `=` makes a title of the line above it.
      if let above = blocks.last, !above.isEmpty, metadata.title == nil, line.trimmed.count > 1,
        line.trimmed.allSatisfy({ $0 == "=" })
      {
        metadata.title = above
        continue
      }
      let level = line.prefix { $0 == "#" }.count
      let words = MarkdownInline.plain(Self.withoutBlockMarks(line))
      if !words.isEmpty, blocks.allSatisfy(\.isEmpty) { opensQuoted = line.drop { $0 == " " }.first == ">" }
      if level == 1, metadata.title == nil, !words.isEmpty { metadata.title = words }
      blocks.append(words)
    }
    contents = blocks.joined(separator: "\n")
    // The title that the front matter gives and the text repeats is one.
    if let title = metadata.title, let line = ReportLines.lines(of: contents).first, line.words == title {
      metadata.headline = line.range
    }
  }

  /// YAML's `name: value`, lists of it in brackets or below the name, and TOML's `name = value`.
  private mutating func readFields(_ lines: ArraySlice<Substring>) {
    var name = ""
    for (number, line) in zip(lines.indices, lines) {
      let item = line.trimmed
      if item.hasPrefix("- "), name == "author" || name == "authors" {
        metadata.authors.append(item.dropFirst(2).trimmed.trimmingQuotes)
        continue
      }
      guard let mark = line.firstIndex(where: { $0 == ":" || $0 == "=" }) else { continue }
      name = line[..<mark].trimmed.lowercased()
      readField(name, line[line.index(after: mark)...].trimmed, line: number + 1)
    }
    metadata.authors.removeAll(where: \.isEmpty)
  }

  private mutating func readField(_ name: String, _ written: String, line: Int) {
    let value = written.trimmingQuotes
    guard !value.isEmpty else { return }
    switch name {
    case "title": metadata.title = value
    case "date", "published", "publishdate":
      let time = publicationTime(value)
      if time == nil { unreadDate = (value, line) }
      metadata.published = time ?? metadata.published
    case "author", "authors":
      let list = value.hasPrefix("[") && value.hasSuffix("]") ? String(value.dropFirst().dropLast()) : value
      metadata.authors = list.split(separator: ",").map { $0.trimmed.trimmingQuotes }
    case "publisher", "source": metadata.publisher = value
    case "url", "link": metadata.url = value
    default: break
    }
  }

  /// Nil for a line that is nothing but part of a comment.
  private static func withoutComments(_ line: Substring, _ isComment: inout Bool) -> Substring? {
    guard isComment || line.contains("<!--") else { return line }
    var kept = ""
    var rest = line
    while !rest.isEmpty {
      if isComment {
        guard let end = rest.firstRange(of: "-->") else { break }
        isComment = false
        rest = rest[end.upperBound...]
      } else {
        let start = rest.firstRange(of: "<!--")
        kept += rest[..<(start?.lowerBound ?? rest.endIndex)]
        isComment = start != nil
        rest = start.map { rest[$0.upperBound...] } ?? ""
      }
    }
    return kept.trimmed.isEmpty ? nil : Substring(kept)
  }

  /// `[1]: https://example.org "title"`: where a link leads.
  private static func isDefinition(_ line: Substring) -> Bool {
    let rest = line.drop { $0 == " " }
    guard rest.hasPrefix("["), let close = rest.firstRange(of: "]:") else { return false }
    let name = rest[..<close.lowerBound]
    guard name.count <= 60, !name.dropFirst().contains("[") else { return false }
    return name.hasPrefix("[^") || rest[close.upperBound...].contains("://")
  }

  private static func withoutBlockMarks(_ line: Substring) -> Substring {
    var rest = line.drop { $0 == " " || $0 == "\t" || $0 == ">" }
    if rest.hasPrefix("#") {
      let hashes = rest.prefix { $0 == "#" }
      if hashes.count <= 6, rest.dropFirst(hashes.count).first == " " { rest = rest.dropFirst(hashes.count + 1) }
      return rest
    }
    for mark in ["- ", "* ", "+ "] where rest.hasPrefix(mark) { return rest.dropFirst(2) }
    let number = rest.prefix(while: \.isNumber)
    if (1...3).contains(number.count), rest.dropFirst(number.count).hasPrefix(". ") {
      return rest.dropFirst(number.count + 2)
    }
    if rest.allSatisfy({ $0 == "-" || $0 == "*" || $0 == "=" || $0 == "_" || $0 == " " }) { return "" }
    return rest
  }
}

/// Marks within a line of Markdown.
enum MarkdownInline {
  /// `**bold**`, `_so_`, `[words](address)`, `![image](address)` and `` `code` `` without their marks. One pass.
  static func plain(_ line: Substring) -> String {
    // An open bracket keeps its place, which is taken away if it turns out to be a link's.
    var result: [Character?] = []
    let characters = Array(line)
    /// Where in `result` an open bracket stands, and whether it is an image's.
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
        result.append("[")
        index += 1
      case "[":
        brackets.append((result.count, false))
        result.append("[")
      case "]":
        let open = brackets.popLast()
        if let mark = open.flatMap({ _ in Self.brackets[next] }), let open,
          let close = closing(characters, from: index + 1, mark)
        {
          if open.isImage { result.removeSubrange(open.start...) } else { result[open.start] = nil }
          index = close
        } else {
          result.append("]")
        }
      case "<" where next.isLetter || next == "/":
        // A tag, or an address between brackets; a lone `<` stays.
        if let close = closing(characters, from: index, ">") { index = close } else { result.append(character) }
      case "*", "`": break
      case "_" where isEdge(characters, index): break
      default: result.append(character)
      }
      index += 1
    }
    return String(result.compactMap(\.self)).trimmed
  }

  private static let longestAddress = 2_000

  /// An address behind a link's words, or the name of one.
  private static let brackets: [Character: Character] = ["(": ")", "[": "]"]

  /// Where the search for a closing mark ends: no place is searched over and over.
  private static let opening: [Character: Character] = ["<": ">", "]": ")"]

  private static func closing(_ characters: [Character], from open: Int, _ mark: Character) -> Int? {
    var index = open + 1
    while index < characters.count, index - open < longestAddress {
      if characters[index] == mark { return index }
      if characters[index] == "[" || opening[characters[index]] == mark { return nil }
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
