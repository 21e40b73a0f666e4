/// The main text of a page: the lines of the part that holds most of its prose, without what stands beside it.
struct PageBody {
  /// One paragraph, heading or cell each.
  private(set) var lines: [String] = []
  /// How the main text is headed: by its first `<h1>`, or a lesser heading before any prose.
  private(set) var heading: String?
  /// Whether a line break within a paragraph ends the first line: it is the paragraph's beginning and no title.
  private(set) var opensBroken = false

  /// A run of words between two borders of blocks.
  private struct Block {
    var words: String
    /// Bytes of the words that are links.
    var linkBytes: Int
    /// Position of the innermost element it stands in.
    var element: Int
    /// 1 for `<h1>`, to 3; nil for other text.
    var level: Int?
    /// Whether a line break ends it and the paragraph goes on.
    var isBroken = false

    var bytes: Int { words.utf8.count }
    var isLinks: Bool { linkBytes * 10 > bytes * 6 }
    /// Long enough to be prose, and no list of links.
    var prose: Int { bytes >= PageBody.shortestProse && !isLinks ? bytes : 0 }
  }

  /// An element that is no mark within a line. In the order of the page, so that what is below one follows it.
  private struct Part {
    let name: String
    let parent: Int
    /// Behind the last element below it.
    var end: Int
    let isAside: Bool
    var prose = 0
  }

  private static let shortestProse = 40

  private var parts: [Part] = []
  private var blocks: [Block] = []

  init(_ body: HTMLElement?) {
    read(body)
    for block in blocks { parts[block.element].prose += block.prose }
    for index in parts.indices.dropFirst().reversed() { parts[parts[index].parent].prose += parts[index].prose }
    guard let whole = parts.first?.prose else { return }
    let left = withoutAsides(of: whole)
    let root = root(left)
    let main = left.filter { (root..<parts[root].end).contains($0.element) }
    lines = main.filter { $0.level == 1 || !$0.isLinks }.map(\.words)
    opensBroken =
      main.first.map { $0.isBroken && $0.level == nil && $0.element == main.dropFirst().first?.element } ?? false
    // A page of nothing but links is read as it stands: it is what was handed over.
    if lines.isEmpty { lines = left.map(\.words) }
    heading =
      (main.first { $0.level == 1 } ?? main.prefix { $0.level != nil || $0.prose == 0 }.first { $0.level != nil })?
      .words
  }

  // MARK: Reading

  private mutating func read(_ body: HTMLElement?) {
    var open: [Int] = [0]
    parts = [Part(name: "body", parent: 0, end: 0, isAside: false)]
    var words = ""
    var linkBytes = 0
    var links = 0
    var headings: [Int] = []
    func close(_ blocks: inout [Block]) {
      let line = Self.joined(words)
      if let last = blocks.last, last.isBroken, last.element == open.last, line.first?.isLowercase == true,
        !Self.endsSentence(last.words)
      {
        // `Police said<br>two men died`: the break is the page's and not the sentence's.
        blocks[blocks.count - 1].words += " " + line
        blocks[blocks.count - 1].linkBytes += linkBytes
        blocks[blocks.count - 1].isBroken = false
      } else if !line.isEmpty {
        blocks.append(
          Block(words: line, linkBytes: linkBytes, element: open.last ?? 0, level: headings.last))
      }
      (words, linkBytes) = ("", 0)
    }
    var found = blocks
    var elements = parts
    body?.descend { step in
      switch step {
      case .text(let text):
        words += text
        if links > 0 { linkBytes += text.utf8.count }
      case .enter(let element):
        let name = element.name
        if PageParts.isSkipped(name, element) { return false }
        if name == "a" { links += 1 }
        guard PageParts.blocks.contains(name) else { return true }
        let isBreak = name == "br" && elements[open.last ?? 0].name == "p" && words.contains { !$0.isWhitespace }
        close(&found)
        // Two breaks part paragraphs.
        if name == "br", !found.isEmpty { found[found.count - 1].isBroken = isBreak }
        if let level = Self.levels[name] { headings.append(level) }
        elements.append(
          Part(name: name, parent: open.last ?? 0, end: 0, isAside: PageParts.isAside(name, element)))
        open.append(elements.count - 1)
      case .leave(let name):
        if name == "a" { links = max(0, links - 1) }
        guard PageParts.blocks.contains(name) else { return true }
        close(&found)
        if Self.levels[name] != nil { _ = headings.popLast() }
        if open.count > 1, let last = open.popLast() { elements[last].end = elements.count }
      }
      return true
    }
    close(&found)
    for index in open { elements[index].end = elements.count }
    (blocks, parts) = (found, elements)
  }

  private static let levels = ["h1": 1, "h2": 2, "h3": 3]

  private static func endsSentence(_ words: String) -> Bool {
    words.last { !"\"'”’)]»".contains($0) }.map { ".!?…:;".contains($0) } ?? false
  }

  /// One space between words; soft hyphens and marks without width are no part of them.
  private static func joined(_ words: String) -> String {
    let line = words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard line.utf8.contains(where: { $0 >= 0x80 }) else { return line }
    let unseen: Set<Unicode.Scalar> = ["\u{AD}", "\u{200B}", "\u{2060}", "\u{FEFF}"]
    guard line.unicodeScalars.contains(where: unseen.contains) else { return line }
    var kept = String.UnicodeScalarView()
    for scalar in line.unicodeScalars where !unseen.contains(scalar) { kept.append(scalar) }
    return String(kept)
  }

  // MARK: What is the report

  /// Blocks that stand in no aside. What is called one and holds two fifths of the prose is none.
  private func withoutAsides(of whole: Int) -> [Block] {
    var isOut = [Bool](repeating: false, count: parts.count)
    for index in parts.indices.dropFirst() {
      let part = parts[index]
      isOut[index] = isOut[part.parent] || part.isAside && part.prose * 5 < max(1, whole) * 2
    }
    return blocks.filter { !isOut[$0.element] }
  }

  /// The smallest part that holds nearly all prose. An article is not gone into: its head belongs to it.
  private func root(_ left: [Block]) -> Int {
    var prose = [Int](repeating: 0, count: parts.count)
    for block in left { prose[block.element] += block.prose }
    for index in parts.indices.dropFirst().reversed() { prose[parts[index].parent] += prose[index] }
    var largest = [Int](repeating: 0, count: parts.count)
    for index in parts.indices.dropFirst()
    where prose[index] > prose[largest[parts[index].parent]] || largest[parts[index].parent] == 0 {
      largest[parts[index].parent] = index
    }
    var here = 0
    // Three quarters: what else there is are teasers and comments that nothing marks as such.
    while largest[here] != 0, prose[largest[here]] * 4 >= prose[0] * 3, prose[0] > 0 {
      here = largest[here]
      if parts[here].name == "article" { break }
    }
    return here
  }
}
