/// What a claim tells of beside the number that it gives: whether two numbers may be of one thing.
struct RivalCountWords {
  /// In small letters.
  private let words: Set<String>
  /// Names, days, months: where and when.
  private let names: Set<String>
  private let isNegated: Bool

  init(_ text: String) {
    let all = StatedCount.words(of: text)
    words = Set(all.filter { $0.utf8.count > 3 && StatedCount.value(of: $0) == nil && !Self.idle.contains($0) })
    names = Set(
      WordPieces.split(text, atASCII: WordPieces.isBlank, at: \.isWhitespace).filter { $0.first?.isUppercase ?? false }
        .map { $0.lowercased() })
    isNegated = all.contains { Self.negations.contains($0) }
  }

  /// Whether both tell of the same deed and thing, at most in one word more: `burned` and `burned down`.
  func tellOfOne(with other: Self) -> Bool {
    guard names == other.names, !isNegated, !other.isNegated, words.intersection(other.words).count > 1 else {
      return false
    }
    return words.symmetricDifference(other.words).count <= 1
  }

  private static let negations: Set<String> = ["no", "not", "never", "none", "without", "more", "another", "further"]
  private static let idle: Set<String> = [
    "that", "were", "been", "have", "least", "than", "about", "around", "some", "nearly", "over", "only", "most",
    "more", "almost", "roughly", "fewer", "less", "just", "also",
  ]
}
