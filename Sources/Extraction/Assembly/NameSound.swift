/// What a name keeps however it is brought into Latin letters: `Halavach` and `Golovach`, `Viktar` and `Viktor` are written
/// down from one sound.
///
/// Vowels fall away, and consonants that stand for one another in transliterations are one.
struct NameSound: Hashable, Sendable {
  let text: String

  /// - Parameter words: folded, at least the first and the last name.
  /// - Returns: nil where too little is left to tell names apart.
  init?(_ words: [String]) {
    guard let first = words.first, let last = words.last, words.count > 1 else { return nil }
    let parts = [Self.sound(of: first), Self.sound(of: last)]
    guard parts[0].count >= 2, parts[1].count >= 3 else { return nil }
    text = parts.joined(separator: " ")
  }

  private static func sound(of word: String) -> String {
    var rest = Substring(word)
    var sound = ""
    while let letter = rest.first {
      let found = clusters.first { rest.hasPrefix($0.letters) }
      let part = found?.sound ?? letters[letter] ?? (vowels.contains(letter) ? "" : String(letter))
      rest = rest.dropFirst(found?.letters.count ?? 1)
      // Doubled letters sound once.
      if part.isEmpty || !sound.hasSuffix(part) { sound += part }
    }
    return sound
  }

  /// Longer ones first.
  private static let clusters: [(letters: String, sound: String)] = [
    ("shch", "s"), ("tsch", "c"), ("tch", "c"), ("sch", "s"), ("ch", "c"), ("cz", "c"), ("sh", "s"), ("sz", "s"),
    ("zh", "z"), ("kh", "g"), ("gh", "g"), ("dj", "z"), ("dzh", "z"), ("ts", "s"), ("tz", "s"), ("ph", "f"),
    ("ck", "k"), ("ks", "x"), ("qu", "k"),
  ]
  private static let letters: [Character: String] = [
    "h": "g", "w": "v", "q": "k", "c": "k", "j": "", "y": "",
  ]
  private static let vowels: Set<Character> = ["a", "e", "i", "o", "u"]
}
