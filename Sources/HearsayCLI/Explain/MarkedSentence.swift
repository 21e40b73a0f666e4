import Hearsay
import Terminal

/// A sentence with the words of speaker, cue and content marked below it, then its tree.
struct MarkedSentence {
  private let sentence: ExplainedClaim.Sentence
  private let width: Int

  init(_ sentence: ExplainedClaim.Sentence, width: Int) {
    self.sentence = sentence
    self.width = max(20, width - 2)
  }

  func text(_ output: OutputTraits) -> String {
    var text = lines().map { line in
      let words = line.map { cell in
        cell.kind.map { output.styled(cell.shown, Self.style($0)) } ?? cell.shown
      }.joined()
      var marks = ""
      for cell in line { marks += String(repeating: cell.kind.map(Self.mark) ?? " ", count: cell.width) }
      while marks.hasSuffix(" ") { marks.removeLast() }
      return "  \(words)\n" + (marks.isEmpty ? "" : "  \(marks)\n")
    }.joined()
    let kinds: [ExplainedClaim.Mark.Kind] = [.speaker, .cue, .content]
    let legend = kinds.filter { kind in sentence.marks.contains { $0.kind == kind } }
      .map { "\(Self.mark($0)) \($0.rawValue)" }.joined(separator: "  ")
    if !legend.isEmpty { text += "  " + output.styled(legend, .faint) + "\n" }
    if sentence.isCut { text += "  the sentence goes on; this is the part around the claim\n" }
    return text + "\n" + tree()
  }

  private static func mark(_ kind: ExplainedClaim.Mark.Kind) -> String {
    switch kind {
    case .speaker: "^"
    case .cue: "~"
    case .content: "-"
    }
  }

  private static func style(_ kind: ExplainedClaim.Mark.Kind) -> TextStyle {
    switch kind {
    case .speaker: .label
    case .cue: .keyword
    case .content: .string
    }
  }

  // MARK: The words

  /// A character as it is shown. A mark goes on over the spaces within it.
  private struct Cell {
    var shown: String
    var width: Int
    var kind: ExplainedClaim.Mark.Kind?
  }

  private func lines() -> [[Cell]] {
    var lines: [[Cell]] = []
    var line: [Cell] = []
    var lineWidth = 0
    for word in words() {
      let wordWidth = word.reduce(0) { $0 + $1.width }
      let isSpace = word.first?.shown == " "
      if lineWidth + wordWidth > width, !line.isEmpty {
        if line.last?.shown == " " { line.removeLast() }
        lines.append(line)
        (line, lineWidth) = ([], 0)
        if isSpace { continue }
      }
      line += word
      lineWidth += wordWidth
    }
    if !line.isEmpty { lines.append(line) }
    return lines
  }

  /// Words and the single spaces between them; a word longer than a line is parted.
  private func words() -> [[Cell]] {
    var words: [[Cell]] = []
    var word: [Cell] = []
    var wordWidth = 0
    var offset = sentence.start
    var marks = sentence.marks[...]
    for character in sentence.text {
      while let first = marks.first, first.end <= offset { marks = marks.dropFirst() }
      let kind = marks.first.flatMap { $0.start <= offset ? $0.kind : nil }
      offset += character.utf8.count
      if character.isWhitespace {
        if !word.isEmpty { words.append(word) }
        (word, wordWidth) = ([], 0)
        words.append([Cell(shown: " ", width: 1, kind: kind)])
        continue
      }
      let shown = ShownText.line(String(character))
      let cell = Cell(shown: shown, width: shown.displayWidth, kind: kind)
      if wordWidth + cell.width > width {
        words.append(word)
        (word, wordWidth) = ([], 0)
      }
      word.append(cell)
      wordWidth += cell.width
    }
    if !word.isEmpty { words.append(word) }
    return words
  }

  // MARK: The tree

  /// Words in the order of the text, each moved in below its head.
  private func tree() -> String {
    let depths = depths()
    let forms = zip(sentence.tokens, depths).map { token, depth in
      String(repeating: "  ", count: min(depth, 12)) + ShownText.line(token.form)
    }
    let byID = Dictionary(sentence.tokens.map { ($0.id, $0.form) }, uniquingKeysWith: { first, _ in first })
    let formWidth = min(44, forms.map(\.displayWidth).max() ?? 0)
    let relationWidth = sentence.tokens.map(\.relation.count).max() ?? 0
    let idWidth = sentence.tokens.last.map { String($0.id).count } ?? 1
    return zip(sentence.tokens, forms).map { token, form in
      let head = token.head == 0 ? "" : "  \(token.head) \(ShownText.line(byID[token.head] ?? "…"))"
      let columns = [
        LineFitting.pad(String(token.id), to: idWidth, onLeft: true), LineFitting.pad(form, to: formWidth),
        LineFitting.pad(token.upos, to: 5), LineFitting.pad(token.relation, to: head.isEmpty ? 0 : relationWidth),
      ]
      return "  " + columns.joined(separator: "  ") + head + "\n"
    }.joined()
  }

  private func depths() -> [Int] {
    let heads = Dictionary(sentence.tokens.map { ($0.id, $0.head) }, uniquingKeysWith: { first, _ in first })
    return sentence.tokens.map { token in
      var depth = 0
      var here = token.head
      while let next = heads[here], depth < 12 {
        depth += 1
        here = next
      }
      return depth
    }
  }
}
