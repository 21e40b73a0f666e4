/// Whether words hold a number, in digits or spelled out: the second opinion on the figures of claims. It reads words
/// without tags or trees, and does not ask what is counted.
package struct FigureWitness: Sendable {
  private let lexicon: Lexicon

  package init(lexicon: Lexicon) { self.lexicon = lexicon }

  /// Time is linear in the text.
  package func holds(_ value: Double, in text: String) -> Bool {
    let words = Self.words(of: text)
    return words.indices.contains { start in
      numbers(from: start, in: words).contains { abs($0 - value) <= abs(value) * 1e-9 }
    }
  }

  /// A number in digits, or a word in lower case.
  private enum Word {
    case number(Double)
    case word(String)
  }

  private static let longestPhrase = 6

  private static func words(of text: String) -> [Word] {
    var words: [Word] = []
    var run = ""
    var isNumber = false
    func close() {
      guard !run.isEmpty else { return }
      while let last = run.last, last == "," || last == "." { run.removeLast() }
      words.append(isNumber ? NumberWords.number(of: run).map { .number($0) } ?? .word(run) : .word(run.lowercased()))
      run = ""
    }
    for character in text {
      let isDigit = character.isASCII && character.isNumber
      if isDigit || isNumber && !run.isEmpty && (character == "," || character == ".") {
        if !isNumber { close() }
        isNumber = true
        run.append(character)
      } else if character.isLetter || character.isNumber {
        if isNumber { close() }
        isNumber = false
        run.append(character)
      } else {
        close()
      }
    }
    close()
    return words
  }

  /// What can be read as a number from a word on.
  private func numbers(from start: Int, in words: [Word]) -> [Double] {
    switch words[start] {
    case .number(let value): return [value] + factors(behind: start, in: words).map { value * $0 }
    case .word(let word):
      if let value = Self.small[word] { return [value] }
      return spelled(from: start, in: words) + phrases(from: start, in: words)
    }
  }

  private static let small: [String: Double] = [
    "no": 0, "none": 0, "nobody": 0, "both": 2, "twin": 2, "twins": 2, "couple": 2, "pair": 2, "dozen": 12,
  ]

  /// `10 to 15 million` counts millions on both sides.
  private func factors(behind start: Int, in words: [Word]) -> [Double] {
    words[(start + 1)...].prefix(3).compactMap { word in
      guard case .word(let word) = word else { return nil }
      return word == "dozen" ? 12 : NumberWords.multipliers[word]
    }
  }

  /// `twenty one`, `three hundred and five`, and whatever these words begin with.
  private func spelled(from start: Int, in words: [Word]) -> [Double] {
    var found: [Double] = []
    var (total, part) = (0.0, 0.0)
    for word in words[start...].prefix(2 * Self.longestPhrase) {
      guard case .word(let word) = word else { break }
      if let unit = NumberWords.units[word] {
        part += Double(unit)
      } else if word == "hundred" || word == "dozen" {
        part = max(1, part) * (word == "hundred" ? 100 : 12)
      } else if let factor = NumberWords.multipliers[word] {
        total += max(1, part) * factor
        part = 0
      } else if word != "and" || found.isEmpty {
        break
      }
      found.append(total + part)
    }
    return found
  }

  /// `dozens`, `half a dozen`: the lexicon's.
  private func phrases(from start: Int, in words: [Word]) -> [Double] {
    var phrase = ""
    var found: [Double] = []
    for word in words[start...].prefix(Self.longestPhrase) {
      guard case .word(let word) = word else { break }
      phrase += (phrase.isEmpty ? "" : " ") + word
      let values = lexicon.figureWords.values(of: phrase).compactMap(\.value)
      found += values
      for factor in factors(behind: start, in: words) { found += values.map { $0 * factor } }
    }
    return found
  }
}
