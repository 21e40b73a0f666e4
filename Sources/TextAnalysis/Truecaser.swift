/// What knows how names are spelled, for texts in capitals.
package protocol NameSpelling: Sendable {
  /// The tokens of the sentence that belong to known names, each in the case of the name. `isPhrase` marks names of
  /// several words, which are certain; a single word may be a common one.
  func spellings(_ tokens: [Token], _ sentence: Range<Int>) -> [(token: Int, form: String, isPhrase: Bool)]

  /// A word in small letters if it is known to be a common one.
  func commonWord(_ form: String) -> String?
}

/// Restores the case of sentences that are written in capitals, so that tagger and parser see what they were trained on,
/// and names can be told from other words.
package struct Truecaser: Sendable {
  package enum Habit: UInt16, Sendable { case lower, capitalised, upper }

  package let habits: HashedMap

  package init(habits: HashedMap) { self.habits = habits }

  package static func wordKey(_ lower: ArraySlice<UInt8>) -> UInt32 { FeatureHash.bytes(lower) }

  package static func endingKey(_ lower: ArraySlice<UInt8>) -> UInt32 {
    UInt32(truncatingIfNeeded: FeatureHash.key(9, FeatureHash.bytes(lower.suffix(3))) >> 16) | 1
  }

  /// Whether words are nearly all in capitals: nine in ten letters of words of two letters and more, in three such words.
  package static func isInCapitals(_ forms: [ArraySlice<UInt8>]) -> Bool {
    var upper = 0
    var lower = 0
    var words = 0
    for form in forms where form.count >= 2 {
      var hasLetter = false
      for byte in form.prefix(64) {
        if isUpper(byte) {
          upper += 1
          hasLetter = true
        } else if isLower(byte) {
          lower += 1
          hasLetter = true
        }
      }
      if hasLetter { words += 1 }
    }
    return words >= 3 && upper >= lower * 9
  }

  /// The forms as they would be written inside running text. A word that was never seen goes by its ending, and is
  /// taken for a name if that is new too.
  package func restore(_ forms: [ArraySlice<UInt8>]) -> [[UInt8]] {
    forms.map { form in
      guard form.contains(where: isUpper), form.count <= Self.longestWord else { return Array(form) }
      let lower = loweredBytes(form)
      return cased(form, lower, as: habit(ofWord: lower) ?? habit(ofEnding: lower) ?? .capitalised)
    }
  }

  /// Sets the forms of a sentence in capitals to what they would be inside running text, with what is known of names.
  package func restore(_ tokens: inout [Token], _ sentence: Range<Int>, names: (any NameSpelling)?) {
    let known = Dictionary(
      (names?.spellings(tokens, sentence) ?? []).map { ($0.token, $0) }, uniquingKeysWith: { first, _ in first })
    var isBehindName = false
    for index in sentence {
      let form = Array(tokens[index].form.utf8)
      guard form.contains(where: isUpper), form.count <= Self.longestWord else {
        isBehindName = false
        continue
      }
      let lower = loweredBytes(form[...])
      let habit = habit(ofWord: lower)
      // `WHO`, `CAR`, `LET`: what is a common word in nearly all texts is not taken for an acronym.
      if let name = known[index], name.isPhrase || habit != .lower {
        tokens[index].form = name.form
      } else if known[index] == nil, habit != .lower, let common = names?.commonWord(tokens[index].form) {
        tokens[index].form = common
      } else if let habit {
        tokens[index].form = String(decoding: cased(form[...], lower, as: habit), as: UTF8.self)
      } else if form.count <= Self.longestAcronym, isBracketed(index, tokens) || !lower.contains(where: isVowel) {
        // `[FMLN]`: acronyms stand in brackets where a text brings them up.
      } else {
        let guess = isBehindName ? .capitalised : self.habit(ofEnding: lower) ?? .capitalised
        tokens[index].form = String(decoding: cased(form[...], lower, as: guess), as: UTF8.self)
      }
      isBehindName = tokens[index].form.utf8.first.map(isUpper) ?? false
    }
    guard let first = sentence.first(where: { tokens[$0].form.utf8.contains(where: isASCIILetter) }) else { return }
    tokens[first].form = String(decoding: capitalised(Array(tokens[first].form.utf8)), as: UTF8.self)
  }

  private static let longestWord = 64
  private static let longestAcronym = 8

  private func habit(ofWord lower: [UInt8]) -> Habit? { habits[Self.wordKey(lower[...])].flatMap(Habit.init) }
  private func habit(ofEnding lower: [UInt8]) -> Habit? { habits[Self.endingKey(lower[...])].flatMap(Habit.init) }

  private func cased(_ form: ArraySlice<UInt8>, _ lower: [UInt8], as habit: Habit) -> [UInt8] {
    switch habit {
    case .lower: lower
    case .upper: Array(form)
    case .capitalised: capitalised(lower)
    }
  }

  private func isBracketed(_ index: Int, _ tokens: [Token]) -> Bool {
    index > 0 && ["(", "["].contains(tokens[index - 1].form) && index + 1 < tokens.count
      && [")", "]"].contains(tokens[index + 1].form)
  }

  private func isVowel(_ byte: UInt8) -> Bool { "aeiouy".utf8.contains(byte) || byte >= 0x80 }
}
