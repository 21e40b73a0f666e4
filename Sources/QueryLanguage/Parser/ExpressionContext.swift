/// What surrounds an expression, as far as the grammar depends on it.
struct ExpressionContext: OptionSet {
  let rawValue: UInt8

  /// A truth value is asked for, so that a pattern may stand as one.
  static let predicate = ExpressionContext(rawValue: 1)
  /// A bar ends the expression, as in `[x IN xs WHERE x:A | x.name]`, and is no alternative of labels.
  static let endsAtBar = ExpressionContext(rawValue: 2)
}

/// How tightly operators bind, loosest first; printing needs the same order.
enum Precedence: Int, Comparable {
  case or, xor, and, not, comparison, predicate, additive, multiplicative, power, unary, postfix, primary

  static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }

  /// The next tighter one.
  var tighter: Precedence { Precedence(rawValue: rawValue + 1) ?? .primary }
}
