import TextAnalysis

/// Words that take up a number given before: `that figure`, `the toll`, `the same number`.
enum KnownFigure {
  static func isMeant(by noun: Int, _ syntax: Syntax) -> Bool {
    guard nouns.contains(syntax.lemmas[noun]), syntax.isPart(noun, .noun) else { return false }
    let children = syntax.children(noun)
    // `a higher figure`, `the figure of 14`, `the number of dead`: another number, or one that is named.
    let isPlain = children.allSatisfy { child in
      if syntax.isPart(child, .numeral) { return false }
      if syntax.relations[child] == .adjective { return syntax.lemmas[child] == "same" }
      return syntax.preposition(child) != "of" && syntax.preposition(child) != "at"
    }
    return isPlain && children.contains { ["this", "that", "the", "these"].contains(syntax.lemmas[$0]) }
  }

  private static let nouns: Set = ["figure", "number", "toll", "count", "tally", "estimate"]
}
