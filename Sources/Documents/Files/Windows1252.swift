/// Text of one byte a character, as Windows wrote it before Unicode; Latin-1 is part of it.
enum Windows1252 {
  /// The characters of the bytes 0x80 to 0x9F; nil for the five that stand for none.
  private static let high: [Unicode.Scalar?] = [
    "\u{20AC}", nil, "\u{201A}", "\u{192}", "\u{201E}", "\u{2026}", "\u{2020}", "\u{2021}", "\u{2C6}", "\u{2030}",
    "\u{160}", "\u{2039}", "\u{152}", nil, "\u{17D}", nil, nil, "\u{2018}", "\u{2019}", "\u{201C}", "\u{201D}",
    "\u{2022}", "\u{2013}", "\u{2014}", "\u{2DC}", "\u{2122}", "\u{161}", "\u{203A}", "\u{153}", nil, "\u{17E}",
    "\u{178}",
  ]

  /// Nil unless the bytes look like text in this encoding and in no other: no controls, no byte without a character, not
  /// one well-formed UTF-8 sequence (that would be UTF-8 with a damaged byte), and no words of accented letters alone,
  /// which is what text in another script looks like.
  static func text(_ bytes: ArraySlice<UInt8>) -> String? {
    guard looksLikeIt(bytes) else { return nil }
    return decoded(bytes)
  }

  /// Whatever the bytes are: for pages that say they are in this encoding. A byte without a character becomes `�`.
  static func decoded(_ bytes: ArraySlice<UInt8>) -> String {
    var text = String.UnicodeScalarView()
    for byte in bytes {
      switch byte {
      case 0x80...0x9F: text.append(high[Int(byte - 0x80)] ?? "\u{FFFD}")
      default: text.append(Unicode.Scalar(byte))
      }
    }
    return String(text)
  }

  private static func looksLikeIt(_ bytes: ArraySlice<UInt8>) -> Bool {
    var highs = 0
    /// Letters beyond ASCII in a row, and whether an ASCII letter stands before them.
    var run = 0
    var isInWord = false
    var previous: UInt8 = 0x20
    var sequence = UTF8Sequence()
    for byte in bytes {
      if byte >= 0x80 {
        highs += 1
        if byte <= 0x9F, high[Int(byte - 0x80)] == nil { return false }
      } else if byte < 0x20, !isBlank(byte) || byte == 0x7F {
        return false
      }
      if sequence.ends(with: byte) { return false }
      if isLetter(byte) {
        if run == 0 { isInWord = isASCIILetter(previous) }
        run += 1
      } else {
        if run > 1, !isInWord, !isASCIILetter(byte) { return false }
        run = 0
      }
      previous = byte
    }
    if run > 1, !isInWord { return false }
    return highs > 0 && highs * 5 <= bytes.count
  }

  private static func isBlank(_ byte: UInt8) -> Bool { (0x09...0x0D).contains(byte) }

  private static func isASCIILetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0xC0 && byte != 0xD7 && byte != 0xF7 || [0x8A, 0x8C, 0x8E, 0x9A, 0x9C, 0x9E, 0x9F].contains(byte)
  }
}

/// Notices a whole UTF-8 sequence of more than one byte.
private struct UTF8Sequence {
  private var missing = 0

  mutating func ends(with byte: UInt8) -> Bool {
    switch byte {
    case 0xC2...0xDF: missing = 1
    case 0xE0...0xEF: missing = 2
    case 0xF0...0xF4: missing = 3
    case 0x80...0xBF where missing > 0:
      missing -= 1
      return missing == 0
    default: missing = 0
    }
    return false
  }
}
