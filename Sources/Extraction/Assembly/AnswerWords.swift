/// The words by which a denial and what it answers are known to speak of one matter: stems, of some things one for all words
/// that tell of them, and numbers.
struct AnswerWords: Sendable {
  private var stems: Set<String>
  let isNegated: Bool

  /// - Parameter cutAtClause: whether to leave out what only tells more of something: `…, where 12 people had died`.
  init(_ text: String, cutAtClause: Bool = false) {
    let text = cutAtClause ? Self.withoutRelatives(text) : text[...]
    let words = Self.words(of: text)
    var stems: Set<String> = []
    var isNegated = false
    var isTaken = Self.settings(in: words)
    for (index, word) in words.enumerated() {
      if Self.negates(word) {
        isNegated = true
        continue
      }
      if isTaken[index] { continue }
      if let phrase = MatterTable.embedded.phrase(at: index, of: words) {
        for place in phrase.places { isTaken[place] = true }
        stems.formUnion(phrase.matter.map { [$0] } ?? phrase.places.compactMap { Self.plainStem(of: words[$0]) })
        continue
      }
      if word.allSatisfy(\.isNumber) {
        // Days tell of no matter.
        let isDay = words[max(0, index - 1)..<min(words.count, index + 2)].contains { CalendarWords.months[$0] != nil }
        if word.count > 1, !isDay { stems.insert(word) }
      } else if let stem = Self.stem(of: word) {
        stems.insert(stem)
      }
    }
    self.stems = stems
    self.isNegated = isNegated
  }

  /// `before the riot`, `during the search`: when something was done, and not what.
  private static func settings(in words: [String]) -> [Bool] {
    var isSetting = words.map { _ in false }
    for index in words.indices.dropFirst(2) where temporal.contains(words[index - 2]) {
      isSetting[index] = determiners.contains(words[index - 1])
    }
    return isSetting.allSatisfy { $0 } ? words.map { _ in false } : isSetting
  }

  private static let temporal: Set<String> = ["after", "amid", "before", "during", "since"]
  private static let determiners: Set<String> = ["a", "an", "that", "the", "this"]

  /// In order, folded; without the ending of a genitive, with the apostrophe of a negation.
  private static func words(of text: Substring) -> [String] {
    text.split { !$0.isLetter && !$0.isNumber && $0 != "'" && $0 != "’" && $0 != "," }.compactMap { word in
      let lower = word.lowercased()
      if lower.hasSuffix("n't") || lower.hasSuffix("n’t") { return "n't" }
      let hasGenitive = lower.hasSuffix("'s") || lower.hasSuffix("’s")
      let key = WordFolding.key(hasGenitive ? word.dropLast(2) : word).filter { $0 != "," }
      return key.isEmpty ? nil : key
    }
  }

  private static func negates(_ word: String) -> Bool { word == "n't" || negations.contains(word) }

  /// The word that stands for a word, or its stem; nil of what tells nothing.
  private static func stem(of word: String) -> String? {
    guard word.count > 2, !common.contains(word) else { return nil }
    return MatterTable.embedded.matter(of: word) ?? plainStem(of: word)
  }

  private static func plainStem(of word: String) -> String? {
    guard word.count > 2, !common.contains(word) else { return nil }
    let stem = land(ContentWords.stem(word))
    return common.contains(stem) ? nil : stem
  }

  /// `Dovian` and `Dovia` are of one land, and so are `Iranian` and `Iran`.
  private static func land(_ stem: String) -> String {
    if stem.count > 6, stem.hasSuffix("ian") { return String(stem.dropLast(3)) }
    if stem.count > 4, stem.hasSuffix("ia") { return String(stem.dropLast(2)) }
    return stem.count > 5 && stem.hasSuffix("ean") ? String(stem.dropLast()) : stem
  }

  private static func withoutRelatives(_ text: String) -> Substring {
    for word in [", where ", ", which ", ", who ", ", whose ", ", when ", ", whom "] {
      if let found = text.firstRange(of: word) { return text[..<found.lowerBound] }
    }
    return text[...]
  }

  var withoutNegation: Self { Self(stems: stems, isNegated: false) }

  private init(stems: Set<String>, isNegated: Bool) {
    self.stems = stems
    self.isNegated = isNegated
  }

  var isEmpty: Bool { stems.isEmpty }

  /// Whether nothing but `the attack`, `the killings` is named.
  var isGeneric: Bool { stems.allSatisfy { Self.isDeed($0) } }

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

  /// `targeting the hospital`, `that his men had taken them`: what is denied is a deed of the denier or of his own.
  static func isOfOwnDeed(_ text: String) -> Bool {
    let words = text.split { !$0.isLetter }.prefix(3).map { $0.lowercased() }
    guard let first = words.first else { return false }
    if let that = words.dropLast().firstIndex(of: "that") { return owners.contains(words[that + 1]) }
    return owners.contains(first) || first.hasSuffix("ing") && first.count > 4
      || words.starts(with: ["any", "knowledge"])
  }

  private static let owners: Set<String> = [
    "he", "she", "it", "they", "we", "his", "her", "its", "their", "our", "my",
  ]

  /// Of `Ms Berg denied any knowledge of the sale` what she denies to know of.
  static func denied(_ text: String) -> String {
    for words in ["knowledge of ", "knowledge that "] {
      if let found = text.firstRange(of: words) { return String(text[found.upperBound...]) }
    }
    return text
  }

  /// Whether any letters of a text may be those of a negation: quick, and seldom wrong.
  static func mayBeNegated(_ text: String) -> Bool {
    text.split(separator: " ").contains { word in
      let first = word.utf8.first
      return first == UInt8(ascii: "n") || first == UInt8(ascii: "N") || word.hasSuffix("n't") || word.hasSuffix("n’t")
    }
  }

  /// Whether a cue says of itself that it denies: `denied`, `in denying`, `rejects`.
  static func isDenying(_ cue: String) -> Bool {
    let cue = cue.lowercased()
    return ["den", "reject", "dismiss", "refut", "rebut", "disput", "contradict", "repudiat", "disavow"].contains {
      stem in
      cue.split(separator: " ").contains { $0.hasPrefix(stem) }
    }
  }

  /// `I was given a drip`: of whoever speaks.
  static func isOfSpeaker(_ text: String) -> Bool {
    text.lowercased().split { !$0.isLetter }.contains { firstPersons.contains(String($0)) }
  }

  private static let firstPersons: Set<String> = ["i", "me", "my", "we", "us", "our"]

  /// With the words of a name.
  mutating func take(_ name: String) { stems.formUnion(AnswerWords(name).stems) }

  /// Whether all words of a name are among them: `Moravian forces` are of Moravia.
  func tells(of name: String) -> Bool {
    let name = AnswerWords(name).stems
    return !name.isEmpty && name.isSubset(of: stems)
  }

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

  /// How two sayings stand to each other beside their words.
  struct Standing {
    /// Whoever is answered is known to have said the other.
    var isSure = false
    /// Both stand in one report.
    var isNear = false
    /// What is denied is a deed of whoever denies.
    var isOwnDeed = false
    /// It is, and the other tells of him.
    var isOfDenier = false
    /// The denial is in the words, and not in those that attribute them.
    var isOfContent = false
    /// The other accuses somebody, in the same report.
    var isCharge = false
    /// They stand in reports of which it is not sure that they tell one story.
    var isDistant = false
  }

  /// Nil where they do not seem to speak of one thing. Of whoever is known to be answered, one word in common is enough.
  func likeness(to other: Self, _ rarity: Rarity, _ standing: Standing) -> Double? {
    let shared = stems.intersection(other.stems)
    guard !shared.isEmpty else { return nil }
    let score = shared.reduce(0) { $0 + rarity.weight($1) }
    if standing.isSure { return score >= 1 ? score : nil }
    if standing.isDistant, shared.count < Self.fewWords || score < 2.5 { return nil }
    let wanted = self.wanted
    // What is put to somebody, and denied by him, need not be told in the same words twice.
    let bonus = standing.isOfDenier ? 1.0 : 0
    // A denial of one word must meet it in a word that tells of a matter, or that few use beside it.
    if wanted.count == 1 {
      let isTelling = shared.contains { Self.isDeed($0) || standing.isNear && $0.count >= Self.longWord }
      // Many may speak of the thing, but they do not accuse.
      let isMet = score + bonus >= 1 || standing.isCharge
      return isMet && isTelling ? score + bonus : nil
    }
    guard shared.count >= 2 else {
      return standing.isOfDenier && score >= 1 && wanted.count <= Self.fewWords
        && shared.contains(where: { Self.isDeed($0) }) ? score : nil
    }
    // `two` of one thing and `two` of another have nothing in common.
    let telling = shared.filter { NumberWords.units[$0] == nil }
    if telling.count < 2, !telling.contains(where: { Self.isDeed($0) }) { return nil }
    // All that is denied was said, in words that many use.
    let isMeant = standing.isOfDenier || !standing.isOwnDeed || standing.isNear && !standing.isOfContent
    if isMeant, wanted.isSubset(of: shared) { return score + bonus }
    let all = wanted.reduce(0) { $0 + rarity.weight($1) }
    return score + bonus >= 1.5 && (score + bonus) * 2 >= min(all, Self.enough) ? score + bonus : nil
  }

  /// What the other must tell of as well. How it was done (`against his will`) may be left out, where more is said than that, and
  /// where a deed is named, whether it is carried out or committed.
  private var wanted: Set<String> {
    let hasDeed = stems.contains { Self.isDeed($0) }
    let wanted = stems.filter { !MatterTable.embedded.isQuality($0) && !(hasDeed && Self.light.contains($0)) }
    return wanted.isEmpty ? stems : wanted
  }

  /// `carried out a raid`, `accepted bribes`, `held hostages`: words that deeds stand with, as they stand among the stems.
  private static let light: Set<String> = ["accept", "carri", "carry", "commit", "committ", "hold", "take"]

  /// Whether the other tells of all that this one does, in more than a word.
  func isWhole(in other: Self) -> Bool {
    let wanted = self.wanted
    return wanted.count >= 2 && wanted.isSubset(of: other.stems)
  }

  private static let fewWords = 3

  /// Whether the other says what this one says not to be: all of it, or of many words all but one.
  ///
  /// - Parameters:
  ///   - isNear: whether they stand next to each other: one word for a deed is then enough.
  ///   - isExistential: whether this one says that there is none of something.
  func isContrary(to other: Self, isNear: Bool, isExistential: Bool) -> Bool {
    guard isNegated, !other.isNegated, !stems.isEmpty else { return false }
    if stems.count == 1 {
      return stems.isSubset(of: other.stems) && (isExistential || isNear && stems.allSatisfy { Self.isDeed($0) })
    }
    let missing = stems.subtracting(other.stems).count
    return missing == 0 || missing == 1 && stems.count > Self.fewWords
  }

  /// `There was no wave`, `no such offer was made`: nothing but that there is none.
  static func isExistential(_ text: String) -> Bool {
    let words = text.split { !$0.isLetter }.map { $0.lowercased() }
    return words.first == "there" && words.contains("no") && (3...6).contains(words.count)
  }

  /// `no one was hurt in this attack`: of what its own report tells of, and no other.
  static func pointsAtItsReport(_ text: String) -> Bool {
    text.lowercased().split { !$0.isLetter }.contains { $0 == "this" || $0 == "these" }
  }

  /// Of what may or will be, of what somebody has seen or knows, and of what is only asked, the contrary can be true as well.
  static func isPlain(_ text: String) -> Bool {
    let words = text.lowercased().split { !$0.isLetter && $0 != "'" && $0 != "’" }.map(String.init)
    if words.contains(where: { vague.contains($0) }) || asking.contains(words.first ?? "") { return false }
    return !zip(words, words.dropFirst()).contains { no, next in
      ["not", "no"].contains(no)
        && ["only", "yet", "longer", "just", "all", "every", "always", "doubt", "matter"].contains(next)
    }
  }

  private static let asking: Set<String> = ["where", "who", "why", "how", "when", "what", "which", "whose"]

  private static let vague: Set<String> = [
    "will", "would", "can", "could", "may", "might", "should", "must", "shall", "if", "whether", "unless", "won't",
    "can't",
    "couldn't", "wouldn't", "cannot", "saw", "seen", "see", "knew", "know", "known", "aware", "heard", "hear", "told",
    "remember", "recall", "evidence", "think", "believe", "believed", "thought", "felt", "feel", "want", "wanted",
    "hope",
    "until", "except", "enough", "confirmed", "confirm", "sign", "signs", "clear", "understand", "received",
  ]
  private static func isDeed(_ stem: String) -> Bool { MatterTable.embedded.isDeed(stem) }

  private static let enough = 6.0
  private static let longWord = 7

  private static let negations: Set<String> = [
    "no", "not", "never", "none", "nobody", "nothing", "neither", "nor", "without", "cannot",
  ]

  private static let common: Set<String> = [
    "the", "and", "that", "this", "with", "for", "from", "had", "has", "have", "was", "were", "are", "been", "being",
    "his", "her", "its", "their", "our", "they", "she", "who", "which", "any", "anyone", "anything", "but", "into",
    "did",
    "does", "would", "will", "said", "say", "says", "about", "more", "than", "some", "all", "one", "them", "him",
    "claim", "claims", "accusation", "allegation", "report", "reports", "charge", "assertion", "suggestion", "version",
    "statement", "account", "people", "person", "other", "also", "ever", "what", "whom", "whose", "when", "where",
    "during", "after", "before", "only", "against", "there", "those", "these", "under", "over", "such", "it", "as",
    "made", "make", "give", "gave", "given", "giving", "put", "got", "get", "out", "off", "away",
    "knowledge", "side", "use", "received", "receiving", "receive", "dismissed", "rejected", "denied", "involvement",
    "involved", "role", "part", "behind",
    "wrongdoing",
    "responsible",
    "responsibility", "january",
    "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "day", "week", "month", "year",
    "government", "minister", "ministry", "spokesman", "president", "state", "today", "yesterday",
  ]
}
