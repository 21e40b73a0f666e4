import TextAnalysis

/// Where a document speaks in quotation marks.
struct Quotations: Sendable {
  /// The tokens between two marks, the marks left out; ascending.
  let spans: [Range<Int>]
  /// One entry per token: whether it stands in a span.
  private let isInside: [Bool]

  /// Marks pair within a paragraph. A paragraph that opens one and never closes it is quoted to its end, as in print,
  /// where each paragraph of a long quotation opens anew and only the last one closes. Where the next one does not open
  /// anew, but closes what it has not opened, the quotation goes on in it.
  init(_ document: Document) {
    var spans: [Range<Int>] = []
    var opened: Int?
    var paragraph = -1
    var paragraphEnd = 0
    var singleEnd = 0
    func close(at end: Int) {
      if let start = opened, start < end { spans.append(start..<end) }
      opened = nil
    }
    let tokens = document.tokens
    for (number, sentence) in document.sentences.enumerated() {
      if sentence.paragraph != paragraph || sentence.part != .body {
        let isOpen = opened != nil
        close(at: paragraphEnd)
        paragraph = sentence.paragraph
        if isOpen, sentence.part == .body, Self.closesMore(document, from: number) {
          opened = sentence.tokens.lowerBound
        }
      }
      for token in sentence.tokens {
        if token < singleEnd { continue }
        if opened == nil, let end = Self.singleQuotation(at: token, tokens, in: sentence) {
          spans.append(token + 1..<end)
          singleEnd = end
          continue
        }
        switch Self.side(of: tokens[token], isOpen: opened != nil) {
        case .opens?: opened = token + 1
        case .closes?: close(at: token)
        case nil: break
        }
      }
      paragraphEnd = sentence.tokens.upperBound
    }
    close(at: paragraphEnd)
    self.spans = spans
    var isInside = [Bool](repeating: false, count: tokens.count)
    for span in spans { for token in span { isInside[token] = true } }
    self.isInside = isInside
  }

  /// Whether the paragraph that begins here closes a quotation that it does not open.
  private static func closesMore(_ document: Document, from number: Int) -> Bool {
    let tokens = document.tokens
    let first = document.sentences[number]
    let paragraph = document.sentences[number...].prefix(longestParagraph).prefix { $0.paragraph == first.paragraph }
    var straight = 0
    var depth = 0
    for sentence in paragraph {
      for token in sentence.tokens {
        switch tokens[token].form {
        case "\"": straight += 1
        case "“", "``", "„": depth += 1
        case "”", "''":
          depth -= 1
          if depth < 0 { return true }
        default: break
        }
      }
    }
    let opensAnew = first.tokens.first.map { ["\"", "“", "``"].contains(tokens[$0].form) } ?? true
    return straight % 2 == 1 && !opensAnew
  }

  /// In sentences. Longer paragraphs are not looked through.
  private static let longestParagraph = 100

  private enum Side { case opens, closes }

  /// The end of what single marks enclose within a sentence, if there is a mark that closes; else it is an apostrophe.
  private static func singleQuotation(at token: Int, _ tokens: [Token], in sentence: Sentence) -> Int? {
    guard ["‘", "'"].contains(tokens[token].form), token + 2 < sentence.tokens.upperBound,
      tokens[token].hasSpaceBefore || token == sentence.tokens.lowerBound, !tokens[token + 1].hasSpaceBefore
    else { return nil }
    let end = (token + 2..<min(sentence.tokens.upperBound, token + longestSingle)).first { index in
      ["’", "'"].contains(tokens[index].form) && tokens[index].upos == .punctuation && !tokens[index].hasSpaceBefore
    }
    guard let end, end - token > 2 else { return nil }
    return end
  }

  /// In tokens. Single marks farther apart are apostrophes.
  private static let longestSingle = 200

  private static func side(of token: Token, isOpen: Bool) -> Side? {
    switch token.form {
    case "“", "``", "„": return .opens
    case "”", "''": return isOpen ? .closes : nil
    case "\"": return isOpen ? .closes : .opens
    default: return nil
    }
  }

  func contains(_ token: Int) -> Bool { isInside.indices.contains(token) && isInside[token] }

  func span(at token: Int) -> Range<Int>? {
    guard contains(token) else { return nil }
    var low = 0
    var high = spans.count
    while low < high {
      let middle = low + (high - low) / 2
      if spans[middle].upperBound <= token { low = middle + 1 } else { high = middle }
    }
    return low < spans.count && spans[low].contains(token) ? spans[low] : nil
  }

  /// Whether every word of the runs stands in quotation marks.
  func cover(_ runs: [Range<Int>], in syntax: Syntax) -> Bool {
    var hasWord = false
    for run in runs {
      for token in run where !syntax.isPart(token, .punctuation) {
        guard contains(token) else { return false }
        hasWord = true
      }
    }
    return hasWord
  }
}
