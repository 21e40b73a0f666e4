import Hearsay
import Terminal

/// Colours for query text being typed.
enum Highlighter {
  /// Ranges in UTF-8 bytes, ascending and disjoint.
  static func styles(_ text: String) -> [(range: Range<Int>, style: TextStyle)] {
    if text.hasPrefix(":") { return [] }
    let tokens = Lexer.tokens(of: text)
    var styles: [(range: Range<Int>, style: TextStyle)] = []
    for (index, token) in tokens.enumerated() {
      let next = index + 1 < tokens.count ? tokens[index + 1].kind : .end
      let previous = index > 0 ? tokens[index - 1].kind : .end
      guard let style = style(of: token, after: previous, before: next) else { continue }
      styles.append((token.range.start..<token.range.end, style))
    }
    return styles
  }

  private static func style(
    of token: LexedToken, after previous: LexedToken.Kind, before next: LexedToken.Kind
  ) -> TextStyle? {
    switch token.kind {
    case .word, .quotedName:
      // A label, type or key may be any word.
      if previous == .symbol(.colon) { return .label }
      if previous == .symbol(.dot) { return nil }
      if token.keyword != nil { return .keyword }
      return next == .symbol(.leftParenthesis) ? .function : nil
    case .string: return .string
    case .integer, .float: return .number
    case .parameter: return .parameter
    case .comment: return .comment
    case .invalid(.unterminatedString): return .string
    case .invalid(.unterminatedComment): return .comment
    case .invalid: return .error
    case .symbol, .end: return nil
    }
  }
}
