/// A regular expression as what it is by definition: a set of texts. A match is looked for from each place to all places that
/// it could reach.
struct NaiveExpression {
  private indirect enum Part {
    case letter((Character) -> Bool)
    case sequence([Part])
    case choice([Part])
    case repeated(Part, least: Int, most: Int?)
  }

  private let part: Part

  /// nil if something in it is not known here.
  init?(_ text: String) {
    var parser = Parser(rest: Substring(text))
    guard let part = parser.choice(), parser.rest.isEmpty else { return nil }
    self.part = part
  }

  func matches(_ text: String) -> Bool {
    let letters = Array(text)
    return ends(part, letters, [0]).contains(letters.count)
  }

  /// Where a part may end that begins at one of these places.
  private func ends(_ part: Part, _ letters: [Character], _ starts: Set<Int>) -> Set<Int> {
    switch part {
    case .letter(let fits): return Set(starts.filter { $0 < letters.count && fits(letters[$0]) }.map { $0 + 1 })
    case .sequence(let parts): return parts.reduce(starts) { ends($1, letters, $0) }
    case .choice(let parts): return parts.reduce(into: []) { $0.formUnion(ends($1, letters, starts)) }
    case .repeated(let part, let least, let most):
      var places = starts
      for _ in 0..<least { places = ends(part, letters, places) }
      var found = places
      // Beyond the letters of the text, more times reach nothing new.
      for _ in 0..<min(most.map { $0 - least } ?? .max, letters.count + 1) {
        places = ends(part, letters, places)
        found.formUnion(places)
      }
      return found
    }
  }

  private struct Parser {
    var rest: Substring

    private mutating func take(_ text: String) -> Bool {
      guard rest.hasPrefix(text) else { return false }
      rest.removeFirst(text.count)
      return true
    }

    mutating func choice() -> Part? {
      var parts: [Part] = []
      repeat {
        guard let part = sequence() else { return nil }
        parts.append(part)
      } while take("|")
      return .choice(parts)
    }

    private mutating func sequence() -> Part? {
      var parts: [Part] = []
      while let next = rest.first, next != "|", next != ")" {
        guard let part = item(), let repeated = quantified(part) else { return nil }
        parts.append(repeated)
      }
      return .sequence(parts)
    }

    private mutating func quantified(_ part: Part) -> Part? {
      var part = part
      if take("*") {
        part = .repeated(part, least: 0, most: nil)
      } else if take("+") {
        part = .repeated(part, least: 1, most: nil)
      } else if take("?") {
        part = .repeated(part, least: 0, most: 1)
      } else if take("{") {
        guard let least = number() else { return nil }
        let most = take(",") ? number() : least
        guard take("}") else { return nil }
        part = .repeated(part, least: least, most: most)
      } else {
        return part
      }
      // Whether little or much is taken first is nothing to whether all matches.
      _ = take("?")
      return part
    }

    private mutating func number() -> Int? {
      let digits = rest.prefix { $0.isNumber }
      rest.removeFirst(digits.count)
      return Int(digits)
    }

    private mutating func item() -> Part? {
      if take("(") {
        _ = take("?:")
        guard let part = choice(), take(")") else { return nil }
        return part
      }
      if take("[") { return letterSet() }
      if take("\\d") { return .letter { $0.isNumber } }
      if take(".") { return .letter { _ in true } }
      guard let letter = rest.first, letter.isLetter || letter.isNumber || letter == "-" else { return nil }
      rest.removeFirst()
      return .letter { $0 == letter }
    }

    private mutating func letterSet() -> Part? {
      let isNegated = take("^")
      var ranges: [ClosedRange<Character>] = []
      while let first = rest.popFirst(), first != "]" {
        guard take("-") else {
          ranges.append(first...first)
          continue
        }
        guard let last = rest.popFirst(), first <= last else { return nil }
        ranges.append(first...last)
      }
      return .letter { letter in ranges.contains { $0.contains(letter) } != isNegated }
    }
  }
}
