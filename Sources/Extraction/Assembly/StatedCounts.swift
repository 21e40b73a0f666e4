import SourceText

/// The numbers that a claim gives of something, read from its words: `13 people and six companies`, `at least ten`.
///
/// Figures of events are known from the reading; of all other counts a claim's words are the only record.
struct StatedCount: Equatable, Sendable {
  let value: Double
  let bound: FigureRecord.Bound
  /// What is counted, cut to its stem; nil for a number that ends the claim and so counts what was counted before.
  let noun: String?

  static func all(in text: String) -> [StatedCount] {
    let words = words(of: text)
    let numbers = words.map { value(of: $0) }
    var counts: [StatedCount] = []
    for (index, number) in numbers.enumerated() {
      guard let count = number, index == 0 || numbers[index - 1] == nil, !isDate(words, at: index) else { continue }
      let next = index + 1 < words.count ? words[index + 1] : nil
      let multiplier = next.flatMap { NumberWords.multipliers[$0] }
      let behind = Array(words[(index + (multiplier == nil ? 1 : 2))...].prefix(2))
      if behind.isEmpty {
        // `there had been at least ten`
        guard words[..<index].suffix(4).contains(where: { existing.contains($0) }) else { continue }
        counts.append(StatedCount(value: count * (multiplier ?? 1), bound: bound(words, before: index), noun: nil))
      } else if let noun = behind.first, noun.first?.isLetter ?? false, value(of: noun) == nil, !function.contains(noun)
      {
        counts.append(
          StatedCount(value: count * (multiplier ?? 1), bound: bound(words, before: index), noun: stem(noun)))
      }
    }
    return counts
  }

  /// The number that a text takes back: `140 inmates took part, not 60`, `14 rather than nine`, `not the 60 given before`.
  static func takenBack(in text: String) -> Double? {
    guard text.contains("not ") || text.contains(" than ") || text.contains(" of ") || text.contains(" from ") else {
      return nil
    }
    let words = words(of: text)
    let numbers = words.indices.filter { value(of: words[$0]) != nil && !isDate(words, at: $0) }
    return numbers.lazy.compactMap { index -> Double? in
      let ahead = words[..<index].suffix(3).filter { $0 != "the" }.suffix(2)
      let isBack =
        ahead.last == "not" || ahead.elementsEqual(["up", "from"]) || ahead.elementsEqual(["down", "from"])
        || ahead.elementsEqual(["rather", "than"]) || ahead.elementsEqual(["instead", "of"])
      guard isBack, numbers.contains(where: { $0 < index }) else { return nil }
      return value(of: words[index])
    }.first
  }

  /// Whether a text gives a number of one of these things, or a number of things that it does not name: `the crowd at 3,000`.
  static func gives(_ number: Double, of nouns: Set<String>, in text: String) -> Bool {
    let words = words(of: text)
    guard let index = words.indices.first(where: { value(of: words[$0]) == number && !isDate(words, at: $0) }) else {
      return false
    }
    let next = index + 1 < words.count ? stem(words[index + 1]) : nil
    if let next { return nouns.contains(next) }
    return words[..<index].contains { amounts.contains($0) } || words[..<index].contains { nouns.contains(stem($0)) }
  }

  private static let amounts: Set<String> = [
    "number", "figure", "count", "total", "crowd", "turnout", "toll", "tally", "estimate",
  ]

  /// Whether one number can be meant by both.
  func fits(_ other: Self) -> Bool { span.overlaps(other.span) }

  private var span: ClosedRange<Double> {
    switch bound {
    case .exact: value...value
    case .minimum: value...Double.greatestFiniteMagnitude
    case .maximum: min(0, value)...value
    case .approximate: (value - abs(value) / 10)...(value + abs(value) / 10)
    }
  }

  static func bound(_ words: [String], before index: Int) -> FigureRecord.Bound {
    let ahead = words[max(0, index - 2)..<index]
    if ahead.elementsEqual(["more", "than"]), index > 2, ["no", "not"].contains(words[index - 3]) { return .maximum }
    if ahead.elementsEqual(["at", "least"]) || ahead.elementsEqual(["more", "than"]) || ahead.last == "over" {
      return .minimum
    }
    if ahead.elementsEqual(["at", "most"]) || ahead.elementsEqual(["up", "to"])
      || ahead.elementsEqual(["fewer", "than"])
    {
      return .maximum
    }
    return ["about", "around", "some", "nearly", "roughly", "almost"].contains(ahead.last ?? "") ? .approximate : .exact
  }

  static func value(of word: String) -> Double? {
    if let number = NumberWords.number(of: word) { return number }
    // The first letters of all of them tell of most words that they are none.
    guard let first = word.utf8.first, "efnostz".utf8.contains(first), word.utf8.count <= 17 else { return nil }
    let parts = word.split(separator: "-")
    let units = parts.compactMap { NumberWords.units[String($0)] }
    guard !units.isEmpty, units.count == parts.count, units.count <= 2 else { return nil }
    return Double(units.reduce(0, +))
  }

  /// `May 3`, `2024`: no count.
  static func isDate(_ words: [String], at index: Int) -> Bool {
    let isYear = words[index].utf8.count == 4 && (words[index].hasPrefix("19") || words[index].hasPrefix("20"))
    let near = words[max(0, index - 1)..<min(words.count, index + 2)]
    return isYear || near.contains { months.contains($0) } || words[index] == "one"
  }

  static func words(of text: String) -> [String] {
    WordPieces.split(text, atASCII: WordPieces.isBlank, at: \.isWhitespace).compactMap { piece in
      if let word = WordPieces.trimmedASCII(piece) { return word.isEmpty ? nil : word }
      var piece = piece
      while let last = piece.last, !last.isLetter, !last.isNumber { piece.removeLast() }
      while let first = piece.first, !first.isLetter, !first.isNumber { piece.removeFirst() }
      return piece.isEmpty ? nil : piece.lowercased()
    }
  }

  private static func stem(_ word: String) -> String {
    word == "men" || word == "women" ? word : word.count > 3 && word.hasSuffix("s") ? String(word.dropLast()) : word
  }

  private static let existing: Set<String> = ["were", "was", "been", "are", "be"]
  private static let months: Set<String> = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec",
  ]
  private static let function: Set<String> = [
    "of", "in", "on", "at", "to", "and", "or", "were", "was", "had", "have", "has", "are", "is", "as", "by", "for",
    "from", "with", "when", "who", "that", "per", "percent", "a.m", "p.m", "o'clock", "after", "before", "years",
    "year",
    "days", "day", "hours", "hour", "minutes", "weeks", "months", "month", "week", "but", "others", "more",
  ]
}
