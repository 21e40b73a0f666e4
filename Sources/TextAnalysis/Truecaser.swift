/// Restores the case of sentences that are written in capitals, so that tagger and parser see what they were trained on.
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
      guard form.contains(where: isUpper), form.count <= 64 else { return Array(form) }
      let lower = loweredBytes(form)
      let habit = habits[Self.wordKey(lower[...])] ?? habits[Self.endingKey(lower[...])] ?? Habit.capitalised.rawValue
      return switch Habit(rawValue: habit) {
      case .lower: lower
      case .upper: Array(form)
      case .capitalised, nil: capitalised(lower)
      }
    }
  }
}
