/// A name as names of different reports are compared: folded words without a leading article and possessive endings.
struct NameForm: Hashable, Comparable, Sendable {
  let words: [String]

  init(_ name: String) {
    var words = name.split { $0.isWhitespace || "-–/,".contains($0) }.map { word -> String in
      let bare = Self.withoutPossessive(word)
      return WordFolding.key(bare)
    }.filter { !$0.isEmpty }
    if words.count > 1, let first = words.first, ["the", "a", "an"].contains(first) { words.removeFirst() }
    self.words = words
  }

  var text: String { words.joined(separator: " ") }

  /// Whether it consists of nothing but what many bodies are called (`Foreign Ministry`): no ground to take two of them
  /// for one.
  var isGeneric: Bool { words.allSatisfy { Self.genericWords.contains($0) } }

  static func < (a: Self, b: Self) -> Bool { a.text < b.text }

  private static func withoutPossessive(_ word: Substring) -> Substring {
    for ending in ["'s", "’s"] where word.hasSuffix(ending) { return word.dropLast(2) }
    return word
  }

  private static let genericWords: Set<String> = [
    "administration", "affairs", "agency", "air", "ambassador", "and", "armed", "army", "assembly", "attorney",
    "authorities", "authority", "bank", "border", "bureau", "cabinet", "central", "chief", "city", "civil", "coast",
    "command", "commission", "committee", "communications", "company", "congress", "council", "court", "crown",
    "customs",
    "defence", "defense", "department", "district", "economic", "economy", "education", "election", "embassy",
    "emergency",
    "energy", "fire", "force", "forces", "foreign", "general", "government", "guard", "health", "high", "home",
    "hospital",
    "house", "information", "intelligence", "interior", "internal", "investigation", "investigative", "joint",
    "justice",
    "kingdom", "labour", "law", "local", "lower", "main", "mayor", "military", "minister", "ministry", "mission",
    "municipal", "national", "navy", "office", "officials", "of", "opposition", "parliament", "party", "police", "port",
    "president", "presidency", "press", "prime", "prosecution", "prosecutor", "prosecutors", "provincial", "public",
    "red", "regional", "rescue", "ruling", "secretary", "security", "senate", "service", "services", "special", "staff",
    "state", "supreme", "the", "trade", "transport", "treasury", "union", "university", "upper",
  ]
}
