import TextAnalysis

/// A claim on its way into the record, with the tree behind it still at hand.
struct ClaimDraft: Sendable {
  var record: ClaimRecord
  /// The head of its clause.
  var head: Int
  /// All its tokens, those of claims that it relays included; ascending.
  var tokens: [Int]
  /// Position in the attributions, nil for the report's own voice and for relayers that a verb of telling names.
  var attribution: Int?
  /// How many claims stand above it.
  var depth: Int
}

/// Which claims say what stands at a token.
struct ClaimCover: Sendable {
  /// One entry per token: the innermost claim there and those that relay it; empty where no claim speaks.
  private(set) var claims: [[ClaimID]]

  init(tokenCount: Int) { claims = [[ClaimID]](repeating: [], count: tokenCount) }

  mutating func paint(_ tokens: [Int], _ ids: [ClaimID]) {
    for token in tokens { claims[token] = ids }
  }

  mutating func paintIfEmpty(_ token: Int, _ ids: [ClaimID]) {
    if claims[token].isEmpty { claims[token] = ids }
  }

  subscript(token: Int) -> [ClaimID] { claims[token] }
}
