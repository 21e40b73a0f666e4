import TextAnalysis

/// Where a document speaks in quotation marks.
struct Quotations: Sendable {
  /// The tokens between two marks, the marks left out; ascending.
  let spans: [Range<Int>]
  /// One entry per token: whether it stands in a span.
  private let isInside: [Bool]

  /// Marks pair within a paragraph. A paragraph that opens one and never closes it is quoted to its end, as in print,
  /// where each paragraph of a long quotation opens anew and only the last one closes.
  init(_ document: Document) {
    var spans: [Range<Int>] = []
    var opened: Int?
    var paragraph = -1
    var paragraphEnd = 0
    func close(at end: Int) {
      if let start = opened, start < end { spans.append(start..<end) }
      opened = nil
    }
    let tokens = document.tokens
    for sentence in document.sentences {
      if sentence.paragraph != paragraph || sentence.part != .body {
        close(at: paragraphEnd)
        paragraph = sentence.paragraph
      }
      for token in sentence.tokens {
        switch Self.side(
          of: tokens[token], after: token > 0 ? tokens[token - 1] : nil, isOpen: opened != nil)
        {
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

  private enum Side { case opens, closes }

  private static func side(of token: Token, after previous: Token?, isOpen: Bool) -> Side? {
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
