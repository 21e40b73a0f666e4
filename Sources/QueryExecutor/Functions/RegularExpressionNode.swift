/// A regular expression as it is written.
indirect enum RegularExpressionNode: Sendable {
  case empty
  case character(CharacterTest)
  case boundary(Boundary)
  case sequence([RegularExpressionNode])
  case alternatives([RegularExpressionNode])
  /// `maximum` nil for without end.
  case repetition(RegularExpressionNode, minimum: Int, maximum: Int?)
}

/// What must hold between two characters; nothing is read.
enum Boundary: Sendable {
  case start
  case end
  case lineStart
  case lineEnd
  case word
  case notWord

  func holds(between previous: Unicode.Scalar?, and next: Unicode.Scalar?) -> Bool {
    switch self {
    case .start: previous == nil
    case .end: next == nil
    case .lineStart: previous == nil || previous == "\n"
    case .lineEnd: next == nil || next == "\n"
    case .word: isWord(previous) != isWord(next)
    case .notWord: isWord(previous) == isWord(next)
    }
  }

  /// All that a boundary asks of the character before it, in one character for each kind.
  static func kind(of scalar: Unicode.Scalar) -> Unicode.Scalar {
    if scalar == "\n" { return scalar }
    return CharacterClass.word.contains(scalar) ? "a" : " "
  }

  private func isWord(_ scalar: Unicode.Scalar?) -> Bool { scalar.map(CharacterClass.word.contains) ?? false }
}

/// Which characters one step reads.
struct CharacterTest: Sendable {
  enum Member: Sendable {
    case range(ClosedRange<Unicode.Scalar>)
    case `class`(CharacterClass, isNegated: Bool)
  }

  var members: [Member]
  var isNegated = false
  var ignoresCase = false

  func accepts(_ scalar: Unicode.Scalar) -> Bool {
    if holds(scalar) { return !isNegated }
    guard ignoresCase else { return isNegated }
    let properties = scalar.properties
    let others = [properties.lowercaseMapping, properties.uppercaseMapping].compactMap(onlyScalar)
    return others.contains(where: holds) != isNegated
  }

  private func holds(_ scalar: Unicode.Scalar) -> Bool {
    members.contains { member in
      switch member {
      case .range(let range): range.contains(scalar)
      case .class(let name, let isNegated): name.contains(scalar) != isNegated
      }
    }
  }

  /// A letter whose other case is several characters has none here.
  private func onlyScalar(_ text: String) -> Unicode.Scalar? {
    text.unicodeScalars.count == 1 ? text.unicodeScalars.first : nil
  }
}

/// `\d`, `\w`, `\s` as other engines have them, in ASCII, and some of Unicode's `\p{…}`.
enum CharacterClass: String, CaseIterable, Sendable {
  case digit = "d"
  case word = "w"
  case space = "s"
  case letter = "L"
  case upper = "Lu"
  case lower = "Ll"
  case number = "N"
  case decimal = "Nd"
  case punctuation = "P"
  case symbol = "S"
  case separator = "Z"
  case alphabetic = "IsAlphabetic"

  func contains(_ scalar: Unicode.Scalar) -> Bool {
    switch self {
    case .digit: "0"..."9" ~= scalar
    case .word: "a"..."z" ~= scalar || "A"..."Z" ~= scalar || "0"..."9" ~= scalar || scalar == "_"
    case .space: scalar == " " || "\t"..."\r" ~= scalar
    case .letter:
      [.uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter].contains(scalar)
    case .upper: [.uppercaseLetter].contains(scalar)
    case .lower: [.lowercaseLetter].contains(scalar)
    case .number: [.decimalNumber, .letterNumber, .otherNumber].contains(scalar)
    case .decimal: [.decimalNumber].contains(scalar)
    case .punctuation:
      [
        .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
        .finalPunctuation, .otherPunctuation,
      ].contains(scalar)
    case .symbol: [.mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol].contains(scalar)
    case .separator: [.spaceSeparator, .lineSeparator, .paragraphSeparator].contains(scalar)
    case .alphabetic: scalar.properties.isAlphabetic
    }
  }
}

extension [Unicode.GeneralCategory] {
  fileprivate func contains(_ scalar: Unicode.Scalar) -> Bool { contains(scalar.properties.generalCategory) }
}
