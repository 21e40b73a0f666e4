/// A name as names of different reports are compared: folded words without a leading article and possessive endings.
struct NameForm: Hashable, Comparable, Sendable {
  let words: [String]
  /// The words with a blank between them.
  let text: String

  init(_ name: String) {
    var words = Self.asciiWords(name) ?? Self.words(of: name)
    if words.count > 1, let first = words.first, ["the", "a", "an"].contains(first) { words.removeFirst() }
    self.words = words
    text = words.count == 1 ? words[0] : words.joined(separator: " ")
  }

  private static func words(of name: String) -> [String] {
    name.split { $0.isWhitespace || "-–/,".contains($0) }.map { WordFolding.key(withoutPossessive($0)) }
      .filter { !$0.isEmpty }
  }

  /// The same for what nearly all names consist of, byte by byte; nil for others.
  private static func asciiWords(_ name: String) -> [String]? {
    let bytes = name.utf8
    guard bytes.allSatisfy({ $0 < 0x80 }) else { return nil }
    var words: [String] = []
    var start = bytes.startIndex
    func add(_ range: Range<String.Index>) {
      guard !range.isEmpty else { return }
      let word = WordFolding.key(withoutPossessive(name[range]))
      if !word.isEmpty { words.append(word) }
    }
    for (index, byte) in zip(bytes.indices, bytes) {
      switch byte {
      case ...0x20, UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: ","):
        add(start..<index)
        start = bytes.index(after: index)
      default: break
      }
    }
    add(start..<bytes.endIndex)
    return words
  }

  /// Whether it consists of nothing but what many bodies are called (`Foreign Ministry`): no ground to take two of them
  /// for one.
  var isGeneric: Bool { words.allSatisfy { Self.genericWords.contains($0) } }

  static func < (a: Self, b: Self) -> Bool { a.text < b.text }
  // No word holds a blank, so that the text tells all.
  static func == (a: Self, b: Self) -> Bool { a.text == b.text }
  func hash(into hasher: inout Hasher) { hasher.combine(text) }

  private static func withoutPossessive(_ word: Substring) -> Substring {
    // Of most words the last byte tells that they have no such ending.
    guard word.utf8.last == UInt8(ascii: "s") else { return word }
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
