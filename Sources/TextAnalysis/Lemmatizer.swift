/// Finds lemmas by edit scripts learned from a treebank: by word and tag, else by the longest known ending and tag.
package struct Lemmatizer: Sendable {
  package let scripts: HashedMap
  package let rules: [LemmaRule]
  /// Longest ending in bytes that rules are kept for.
  package static let longestEnding = 6

  package init(scripts: HashedMap, rules: [LemmaRule]) {
    self.scripts = scripts
    self.rules = rules
  }

  package static func wordKey(_ lower: ArraySlice<UInt8>, tag: UInt8) -> UInt32 {
    key(1, lower, tag)
  }

  package static func endingKey(_ lower: ArraySlice<UInt8>, length: Int, tag: UInt8) -> UInt32 {
    key(2 + UInt32(length), lower.suffix(length), tag)
  }

  private static func key(_ kind: UInt32, _ bytes: ArraySlice<UInt8>, _ tag: UInt8) -> UInt32 {
    let hash = FeatureHash.key(kind, FeatureHash.bytes(bytes), UInt32(tag), UInt32(bytes.count))
    return UInt32(truncatingIfNeeded: hash >> 16) | 1
  }

  /// The lemma of a form whose tag is a class of the tagger. Forms over 64 bytes are their own lemma.
  func lemma(of form: ArraySlice<UInt8>, tag: UInt8) -> String {
    guard form.count <= 64 else { return String(decoding: form, as: UTF8.self) }
    let lower = loweredBytes(form)
    var rule = scripts[Self.wordKey(lower[...], tag: tag)]
    var length = min(Self.longestEnding, lower.count - 1)
    while rule == nil, length >= 0 {
      rule = scripts[Self.endingKey(lower[...], length: length, tag: tag)]
      length -= 1
    }
    guard let rule, Int(rule) < rules.count else { return String(decoding: form, as: UTF8.self) }
    return rules[Int(rule)].apply(to: form, lower: lower)
  }
}

/// How a form becomes its lemma: what happens to its case, how many bytes go from the end, and what comes instead.
package struct LemmaRule: Hashable, Sendable, Comparable {
  package enum Case: UInt8, Sendable { case keep, lower, capitalised, upper }

  package let letters: Case
  package let cut: Int
  package let ending: String

  package init(letters: Case, cut: Int, ending: String) {
    self.letters = letters
    self.cut = cut
    self.ending = ending
  }

  /// The rule that makes `lemma` of `form`: the one that cuts least, and among those the first case.
  package init(form: String, lemma: String) {
    let form = Array(form.utf8)
    let lower = loweredBytes(form[...])
    let goal = Array(lemma.utf8)
    var best: (shared: Int, rule: LemmaRule)?
    for letters in [Case.lower, .keep, .capitalised] {
      let shown = Self.cased(form[...], lower: lower, letters)
      var shared = 0
      while shared < min(shown.count, goal.count), shown[shared] == goal[shared] { shared += 1 }
      // No cut inside a character.
      while shared > 0, shared < shown.count, shown[shared] & 0xC0 == 0x80 { shared -= 1 }
      while shared > 0, shared < goal.count, goal[shared] & 0xC0 == 0x80 { shared -= 1 }
      if let best, best.shared >= shared { continue }
      let ending = String(decoding: goal[shared...], as: UTF8.self)
      best = (shared, LemmaRule(letters: letters, cut: shown.count - shared, ending: ending))
    }
    self = best?.rule ?? LemmaRule(letters: .keep, cut: 0, ending: "")
  }

  package func apply(to form: ArraySlice<UInt8>, lower: [UInt8]) -> String {
    let shown = Self.cased(form, lower: lower, letters)
    var end = max(0, shown.count - cut)
    while end > 0, end < shown.count, shown[end] & 0xC0 == 0x80 { end -= 1 }
    let result = String(decoding: shown[..<end], as: UTF8.self) + ending
    return result.isEmpty ? String(decoding: form, as: UTF8.self) : result
  }

  private static func cased(_ form: ArraySlice<UInt8>, lower: [UInt8], _ letters: Case) -> [UInt8] {
    switch letters {
    case .keep, .upper: Array(form)
    case .lower: lower
    case .capitalised: capitalised(lower)
    }
  }

  package static func < (a: Self, b: Self) -> Bool {
    (a.letters.rawValue, a.cut, a.ending) < (b.letters.rawValue, b.cut, b.ending)
  }
}

/// Lower-case bytes with the first letter made a capital, as far as it is of ASCII or Latin-1.
func capitalised(_ lower: [UInt8]) -> [UInt8] {
  var result = lower
  guard let first = lower.first else { return result }
  if isLower(first) {
    result[0] = first & 0xDF
  } else if first == 0xC3, lower.count > 1, lower[1] >= 0xA0, lower[1] <= 0xBE, lower[1] != 0xB7 {
    result[1] = lower[1] - 0x20
  }
  return result
}
