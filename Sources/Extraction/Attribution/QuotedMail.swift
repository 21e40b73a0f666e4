import TextAnalysis

/// Mail that answers mail: `On Monday, X wrote:` and lines behind `>`, which are X's, or behind `>>` somebody's whom X quotes.
struct QuotedMail: Sendable {
  let context: AttributionContext
  static let rule = "attribution.quoted-mail"

  /// Who wrote the lines of one level, and whether anything was made of it yet.
  private struct Level {
    var cue: Int
    var name: Int
    /// The head of the first attribution made of it.
    var head: Int?
  }

  /// Attributions of the quoted lines, one for each sentence and level.
  func find() -> [Attribution] {
    let document = context.syntax.document
    var depths = document.sentences.map { $0.part == .body ? depth(of: $0) : 0 }
    guard depths.contains(where: { $0 > 0 }) else { return [] }
    goOn(&depths)
    var found: [Attribution] = []
    var levels: [Level] = []
    for (number, sentence) in document.sentences.enumerated() where sentence.part == .body {
      let depth = depths[number]
      if levels.count > depth, !opens(sentence, at: depth) { levels.removeLast(levels.count - depth) }
      let words = words(of: sentence, depth)
      if depth > 0, levels.count >= depth { found += attributions(of: words, in: sentence, depth, &levels) }
      if let level = opening(words) {
        if levels.count > depth { levels.removeLast(levels.count - depth) }
        if levels.count == depth { levels.append(level) }
      }
    }
    return found
  }

  /// How many `>` a sentence begins with.
  private func depth(of sentence: Sentence) -> Int {
    var depth = 0
    for token in sentence.tokens.prefix(8) {
      let form = context.syntax.tokens[token].form
      guard form.allSatisfy({ $0 == ">" }) else { break }
      depth += form.count
    }
    return min(depth, 6)
  }

  /// `> for ten years. I told them so.`: what begins within a line is of that line.
  private func goOn(_ depths: inout [Int]) {
    let document = context.syntax.document
    let bytes = Array(document.text.contents.utf8)
    for number in document.sentences.indices.dropFirst() where depths[number] == 0 && depths[number - 1] > 0 {
      guard document.sentences[number].part == .body else { continue }
      let end = document.range(of: document.sentences[number - 1].tokens).end
      let start = document.range(of: document.sentences[number].tokens).start
      guard end <= start, start <= bytes.count else { continue }
      if !bytes[end..<start].contains(where: { $0 == 0x0A || $0 == 0x0D }) { depths[number] = depths[number - 1] }
    }
  }

  private func words(of sentence: Sentence, _ depth: Int) -> Range<Int> {
    guard depth > 0 else { return sentence.tokens }
    let start = sentence.tokens.first { !context.syntax.tokens[$0].form.allSatisfy { $0 == ">" } }
    return (start ?? sentence.tokens.upperBound)..<sentence.tokens.upperBound
  }

  private func opens(_ sentence: Sentence, at depth: Int) -> Bool { opening(words(of: sentence, depth)) != nil }

  /// `On Monday, X wrote:`, with nothing behind the colon.
  private func opening(_ words: Range<Int>) -> Level? {
    let syntax = context.syntax
    guard words.count >= 3, let colon = words.last, syntax.tokens[colon].form == ":",
      let verb = words.last(where: { $0 < colon && !syntax.isPart($0, .punctuation) }),
      ["wrote", "writes"].contains(syntax.tokens[verb].lower),
      let last = words.last(where: { $0 < verb && syntax.isPart($0, .properNoun) })
    else { return nil }
    let subject = syntax.ownSubject(verb).flatMap { syntax.isPart($0, .properNoun) ? $0 : nil }
    return Level(cue: verb, name: subject ?? last)
  }

  private func attributions(
    of words: Range<Int>, in sentence: Sentence, _ depth: Int, _ levels: inout [Level]
  ) -> [Attribution] {
    let syntax = context.syntax
    let content = context.trimmed(Array(words))
    let heads = words.filter { token in
      !syntax.isPart(token, .punctuation) && !(syntax.heads[token].map { words.contains($0) } ?? false)
    }
    guard let first = heads.first, content.reduce(0, { $0 + $1.count }) > 1 else { return [] }
    // A mark for each level but the innermost, which has the first word.
    let marks = Array(sentence.tokens.lowerBound..<words.lowerBound)
    if marks.isEmpty, depth > 1 { return [] }
    var result: [Attribution] = []
    for level in 0..<depth {
      let isInnermost = level == depth - 1
      let speaker: SpeakerWords = levels[level].head.map { .sameAs(cueHead: $0) } ?? .noun(levels[level].name)
      guard let head = isInnermost ? first : level < marks.count ? marks[level] : nil else { continue }
      if levels[level].head == nil { levels[level].head = head }
      result.append(
        Attribution(
          rule: Self.rule, speaker: speaker, cue: levels[level].cue..<(levels[level].cue + 1), cueHead: head,
          contentHeads: heads, content: content, stance: .asserts))
    }
    return result
  }
}
