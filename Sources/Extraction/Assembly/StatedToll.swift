import SourceText

/// The dead that a claim counts in all, read from its words where the reading has found no event to count them in: `the number
/// of dead at 29`, `41 bodies have been laid out`, `its toll to 34`.
struct StatedToll: Equatable, Sendable {
  let value: Double
  let bound: FigureRecord.Bound
  let counted: CountedFigure
  /// Whether the words do not say who is counted: `its count to 33`.
  let isTakenUp: Bool

  /// Whether the words call it the whole: `the death toll`, `the number of dead`.
  let isTotal: Bool

  /// Whether a text has the words of a total at all: quick, and seldom wrong.
  static func mayBeTotal(_ text: String) -> Bool { text.contains("toll") || text.contains("umber of ") }

  /// Nil for what counts nobody, or some only, what is feared, and what is told of another year.
  init?(_ text: String) {
    let words = StatedCount.words(of: text)
    guard words.count <= Self.longest, !words.contains(where: { Self.feared.contains($0) || Self.isYear($0) }) else {
      return nil
    }
    let numbers = words.indices.filter { index in
      StatedCount.value(of: words[index]) != nil && !StatedCount.isDate(words, at: index)
        && !Self.isPart(words, index) && !Self.isFormer(words, index)
    }
    guard numbers.count == 1, let index = numbers.first, let value = StatedCount.value(of: words[index]), value >= 1,
      let place = text.lowercased().firstRange(of: words[index])
    else { return nil }
    let start = text.lowercased().utf8.distance(from: text.lowercased().startIndex, to: place.lowerBound)
    counted = CountedFigure(SourceRange(start, start + words[index].utf8.count), in: text)
    guard counted.kind == .people else { return nil }
    let (ahead, behind) = (words[..<index], words[(index + 1)...].prefix(Self.nearWords))
    let isOfSome = behind.prefix(2).contains("bodies") || words.contains { Self.partly.contains($0) }
    let isCounted = behind.contains { Self.dead.contains($0) } || Self.countsDead(ahead)
    isTakenUp = !isCounted
    isTotal = Self.countsDead(ahead)
    guard isCounted || Self.takesUp(ahead) && behind.first.map({ Self.ends.contains($0) }) ?? true else { return nil }
    let bound = StatedCount.bound(words, before: index)
    // Whoever has seen bodies does not say that there are no more.
    self.bound = isOfSome && bound == .exact ? .minimum : bound
    self.value = value
  }

  /// Words of those who count what came to them.
  private static let partly: Set<String> = [
    "received", "brought", "arrived", "identified", "hospital", "morgue", "mortuary", "recovered", "found",
  ]
  private static let longest = 30
  private static let nearWords = 5
  private static let dead: Set<String> = [
    "dead", "bodies", "deaths", "fatalities", "killed", "died", "perished", "corpses", "victims", "death", "lives",
  ]
  private static let tallies: Set<String> = ["count", "figure", "tally", "estimate", "number", "total"]
  private static let ends: Set<String> = [
    "on", "by", "in", "late", "from", "after", "as", "today", "yesterday", "this",
  ]
  private static let feared: Set<String> = [
    "would", "could", "may", "might", "will", "feared", "expected", "likely", "probably", "if", "each", "every", "per",
    "percent", "missing", "injured", "wounded", "hurt",
  ]

  private static func isYear(_ word: String) -> Bool {
    word.utf8.count == 4 && (word.hasPrefix("19") || word.hasPrefix("20")) && word.allSatisfy(\.isNumber)
  }

  /// `the number of dead at`, `its toll to`
  private static func countsDead(_ ahead: ArraySlice<String>) -> Bool {
    if ahead.contains("toll") { return true }
    let words = Array(ahead)
    return words.indices.contains { index in
      tallies.contains(words[index]) && words[(index + 1)...].first == "of"
        && words[(index + 1)...].prefix(3).contains { dead.contains($0) }
    }
  }

  /// `its count to`, `the figure as`
  private static func takesUp(_ ahead: ArraySlice<String>) -> Bool {
    zip(ahead, ahead.dropFirst()).contains { word, next in
      ["its", "their", "the", "his", "her", "that"].contains(word) && tallies.contains(next)
    } && !ahead.contains("of")
  }

  private static func isPart(_ words: [String], _ index: Int) -> Bool {
    let ahead = words[..<index].suffix(3)
    if ahead.contains("including") || ahead.contains("among") { return true }
    let behind = Array(words[(index + 1)...].prefix(2))
    return behind.count == 2 && behind[0] == "of" && ["them", "whom", "those", "the"].contains(behind[1])
      || behind.first == "year-old"
  }

  /// `up from 52`, `from 14 to 11`, `not 17`
  private static func isFormer(_ words: [String], _ index: Int) -> Bool {
    index > 0 && ["from", "not"].contains(words[index - 1])
      || index > 1 && ["from"].contains(words[index - 2])
      || index > 1 && words[index - 1] == "than" && words[index - 2] == "rather"
  }
}
