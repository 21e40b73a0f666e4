/// Which bracket closes which, found in one pass before parsing, so that looking ahead over a bracket costs nothing
/// however much stands in it.
struct Brackets {
  /// One entry per token: the index of the partner of a bracket, −1 for everything else.
  private let partners: [Int32]
  /// One entry per token: whether a bracket that opens has a comma (1) or a bar (2) directly in it.
  private let separators: [UInt8]

  init(_ tokens: [LexedToken]) {
    var partners = [Int32](repeating: -1, count: tokens.count)
    var separators = [UInt8](repeating: 0, count: tokens.count)
    var open: [Int] = []
    // How many WHEN of each open bracket wait for their THEN: commas between the two part the values of one WHEN.
    var openWhens = [0]
    for (index, token) in tokens.enumerated() {
      guard case .symbol(let symbol) = token.kind else {
        if token.keyword == .when, !Self.isName(index, tokens) { openWhens[openWhens.count - 1] += 1 }
        if token.keyword == .then, !Self.isName(index, tokens) {
          openWhens[openWhens.count - 1] = max(0, openWhens[openWhens.count - 1] - 1)
        }
        continue
      }
      switch symbol {
      case .leftParenthesis, .leftBracket, .leftBrace:
        open.append(index)
        openWhens.append(0)
      case .rightParenthesis, .rightBracket, .rightBrace:
        guard let last = open.last, case .symbol(let opening) = tokens[last].kind, opening.closing == symbol else {
          continue
        }
        open.removeLast()
        openWhens.removeLast()
        partners[last] = Int32(index)
        partners[index] = Int32(last)
      case .comma: if let last = open.last, openWhens.last == 0 { separators[last] |= 1 }
      case .bar: if let last = open.last { separators[last] |= 2 }
      default: continue
      }
    }
    self.partners = partners
    self.separators = separators
  }

  /// Whether a word stands where a key, label or type does.
  private static func isName(_ index: Int, _ tokens: [LexedToken]) -> Bool {
    guard index > 0 else { return false }
    switch tokens[index - 1].kind {
    case .symbol(.dot), .symbol(.colon): return true
    default: return false
    }
  }

  /// The index of the token that closes the bracket at `index`.
  func closing(_ index: Int) -> Int? {
    guard partners.indices.contains(index), partners[index] > Int32(index) else { return nil }
    return Int(partners[index])
  }

  /// Whether a comma stands between the bracket at `index` and its partner, outside further brackets.
  func hasComma(_ index: Int) -> Bool { separators.indices.contains(index) && separators[index] & 1 != 0 }

  /// Whether a bar stands between the bracket at `index` and its partner, outside further brackets.
  func hasBar(_ index: Int) -> Bool { separators.indices.contains(index) && separators[index] & 2 != 0 }
}

extension LexedToken.Symbol {
  fileprivate var closing: LexedToken.Symbol? {
    switch self {
    case .leftParenthesis: .rightParenthesis
    case .leftBracket: .rightBracket
    case .leftBrace: .rightBrace
    default: nil
    }
  }
}
