/// The words by which a denial and what it answers are known to speak of one matter: stems, of some things one for all words
/// that tell of them, and numbers.
struct AnswerWords: Sendable {
  private var stems: Set<String>
  let isNegated: Bool

  /// - Parameter cutAtClause: whether to leave out what only tells more of something: `…, where 12 people had died`.
  init(_ text: String, cutAtClause: Bool = false) {
    let text = cutAtClause ? Self.withoutRelatives(text) : text[...]
    var negated = false
    var stems: Set<String> = []
    for piece in text.split(whereSeparator: { !$0.isLetter && !$0.isNumber && $0 != "'" && $0 != "’" && $0 != "," }) {
      let word = WordFolding.key(piece).filter { $0 != "," }
      if Self.negations.contains(word) || word.hasSuffix("n't") || word.hasSuffix("n’t") {
        negated = true
        continue
      }
      let plain = word.hasSuffix("'s") || word.hasSuffix("’s") ? String(word.dropLast(2)) : word
      if plain.allSatisfy(\.isNumber) {
        if plain.count > 1 { stems.insert(plain) }
      } else if plain.count > 2, !Self.common.contains(plain) {
        let stem = ContentWords.stem(plain)
        if !Self.common.contains(stem) { stems.insert(Self.matters[stem] ?? Self.matters[plain] ?? stem) }
      }
    }
    self.stems = stems
    isNegated = negated
  }

  private static func withoutRelatives(_ text: String) -> Substring {
    for word in [", where ", ", which ", ", who ", ", whose ", ", when ", ", whom "] {
      if let found = text.firstRange(of: word) { return text[..<found.lowerBound] }
    }
    return text[...]
  }

  var isEmpty: Bool { stems.isEmpty }

  /// Whether nothing but `the attack`, `the killings` is named.
  var isGeneric: Bool { stems.allSatisfy { Self.kinds.contains($0) } }

  func sharesAny(_ other: Self) -> Bool { !stems.isDisjoint(with: other.stems) }

  /// `involvement`, `any role`, `being behind the attack`: the denial of a part, in words that tell nothing of the deed.
  static func isOfPart(_ text: String) -> Bool {
    let words = text.split { !$0.isLetter }.map { $0.lowercased() }
    return words.indices.contains { index in
      parts.contains(words[index])
        || index > 0 && ["part", "hand"].contains(words[index])
          && ["any", "a", "no", "taking", "playing"].contains(words[index - 1])
    }
  }

  private static let parts: Set<String> = [
    "involvement", "involved", "role", "behind", "responsibility", "responsible", "complicity", "participation",
  ]

  /// Without the words of a name.
  mutating func drop(_ name: String) { stems.subtract(AnswerWords(name).stems) }

  /// How rare a word is among what is said of a story.
  struct Rarity {
    private var counts: [String: Int] = [:]

    init(_ all: [AnswerWords]) {
      for words in all { for stem in words.stems { counts[stem, default: 0] += 1 } }
    }

    /// What nearly all speak of tells little.
    func weight(_ stem: String) -> Double {
      if stem.first?.isNumber ?? false { return 1.5 }
      return counts[stem, default: 0] <= Self.mostRare ? 1 : 0.5
    }

    private static let mostRare = 4
  }

  /// Nil where they do not seem to speak of one thing. Of whoever is known to be answered, one word in common is enough.
  func likeness(to other: Self, _ rarity: Rarity, isSure: Bool, isNear: Bool) -> Double? {
    let shared = stems.intersection(other.stems)
    guard !shared.isEmpty else { return nil }
    let score = shared.reduce(0) { $0 + rarity.weight($1) }
    if isSure { return score >= 1 ? score : nil }
    let all = stems.reduce(0) { $0 + rarity.weight($1) }
    // A denial of one word must meet it in a word that tells of a matter, or that few use beside it.
    if stems.count == 1 {
      let isTelling = shared.contains { Self.kinds.contains($0) || isNear && $0.count >= Self.longWord }
      return score >= 1 && isTelling ? score : nil
    }
    return shared.count >= 2 && score >= 1.5 && score * 2 >= min(all, Self.enough) ? score : nil
  }

  private static let enough = 6.0
  private static let longWord = 7
  private static let kinds = Set(matters.values)

  private static let negations: Set<String> = ["no", "not", "never", "none", "nobody", "nothing", "without", "cannot"]

  private static let common: Set<String> = [
    "the", "and", "that", "this", "with", "for", "from", "had", "has", "have", "was", "were", "are", "been", "being",
    "his", "her", "its", "their", "our", "they", "she", "who", "which", "any", "anyone", "anything", "but", "into",
    "did",
    "does", "would", "will", "said", "say", "says", "about", "more", "than", "some", "all", "one", "two", "them", "him",
    "claim", "claims", "accusation", "allegation", "report", "reports", "charge", "assertion", "suggestion", "version",
    "statement", "account", "people", "person", "other", "also", "ever", "what", "whom", "whose", "when", "where",
    "during", "after", "before", "only", "there", "those", "these", "under", "over", "such", "it", "as", "made", "make",
    "dismissed", "rejected", "denied", "involvement", "involved", "role", "part", "behind", "wrongdoing", "responsible",
    "responsibility", "january",
    "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "day", "week", "month", "year",
    "government", "minister", "ministry", "spokesman", "president", "state", "today", "yesterday",
  ]

  /// Words for one thing that is commonly denied.
  private static let matters: [String: String] = [
    "dead": "kill", "died": "kill", "die": "kill", "death": "kill", "deaths": "kill", "killed": "kill", "lives": "kill",
    "life": "kill", "body": "kill", "bodies": "kill", "casualty": "kill", "casualties": "kill", "toll": "kill",
    "fired": "shoot", "fire": "shoot", "firing": "shoot", "shot": "shoot", "shots": "shoot", "shooting": "shoot",
    "bullet": "shoot", "bullets": "shoot", "ammunition": "shoot", "gunfire": "shoot", "opened": "shoot",
    "held": "hold", "hold": "hold", "detained": "hold", "detain": "hold", "arrested": "hold", "captive": "hold",
    "custody": "hold", "imprisoned": "hold", "jailed": "hold",
    "paid": "pay", "payment": "pay", "payments": "pay", "paying": "pay",
    "burn": "burn", "burned": "burn", "burnt": "burn", "torched": "burn", "ablaze": "burn", "arson": "burn",
    "struck": "hit", "strike": "hit", "strikes": "hit", "hit": "hit", "hitting": "hit", "bombed": "hit",
    "shelled": "hit",
    "bombing": "hit", "shelling": "hit", "targeting": "hit", "targeted": "hit", "target": "hit", "attack": "hit",
    "attacked": "hit", "attacking": "hit", "raid": "hit",
    "kidnapped": "abduct", "kidnapping": "abduct", "abducted": "abduct", "abduction": "abduct", "hostage": "abduct",
    "hostages": "abduct", "seized": "abduct",
    "soldier": "troop", "soldiers": "troop", "troops": "troop", "battalion": "troop", "battalions": "troop",
    "army": "troop", "forces": "troop",
    "hacked": "hack", "hacking": "hack", "cyberattack": "hack", "hackers": "hack", "hacker": "hack",
    "wept": "weep", "stole": "steal", "stolen": "steal", "theft": "steal", "sold": "sell", "selling": "sell",
    "sent": "send", "sending": "send", "brought": "bring", "bought": "buy", "taken": "take", "took": "take",
    "taking": "take", "knew": "know", "known": "know", "warned": "warn", "warning": "warn", "warnings": "warn",
    "withdrew": "withdraw", "withdrawn": "withdraw", "withdrawal": "withdraw", "beaten": "beat", "beating": "beat",
    "weapons": "arms", "weapon": "arms", "arms": "arms", "shells": "arms", "shell": "arms",
    "protesters": "protest", "protester": "protest", "protestors": "protest", "demonstrators": "protest",
    "demonstrator": "protest", "marchers": "protest", "supporters": "protest", "rigged": "rig", "rigging": "rig",
    "fraud": "rig", "inflating": "rig",
  ]
}
