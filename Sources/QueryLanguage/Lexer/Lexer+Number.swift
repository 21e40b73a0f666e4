import SourceText

extension Lexer {
  /// `12`, `0x1F`, `0o17`, `1.5`, `.5`, `1e9`, `1.5E-3`. A dot belongs to the number only before a digit, so that
  /// `1..3` is a span. Letters that run on make the whole invalid.
  mutating func number() -> LexedToken.Kind {
    var kind = LexedToken.Kind.integer
    if byte() == UInt8(ascii: "0"), byte(1) == UInt8(ascii: "x") || byte(1) == UInt8(ascii: "X") {
      return digits(where: \.isHexDigit)
    }
    if byte() == UInt8(ascii: "0"), byte(1) == UInt8(ascii: "o") || byte(1) == UInt8(ascii: "O") {
      return digits { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "7") }
    }
    let start = offset
    skipDigits()
    // `012` meant octal to some and decimal to others.
    var isValid = offset - start < 2 || bytes[start] != UInt8(ascii: "0")
    if byte() == UInt8(ascii: "."), byte(1).isDigit {
      kind = .float
      isValid = true
      offset += 1
      skipDigits()
    }
    if byte() | 0x20 == UInt8(ascii: "e") {
      let sign = byte(1) == UInt8(ascii: "-") || byte(1) == UInt8(ascii: "+") ? 1 : 0
      if byte(1 + sign).isDigit {
        kind = .float
        isValid = true
        offset += 1 + sign
        skipDigits()
      }
    }
    return finishNumber(isValid ? kind : .invalid(.invalidNumber))
  }

  private mutating func skipDigits() {
    skip(where: \.isDigit)
  }

  /// Digits, single underscores between them (ISO 39075, 21.2).
  private mutating func skip(where isDigit: (UInt8) -> Bool) {
    while isDigit(byte()) || byte() == UInt8(ascii: "_") && offset > 0 && isDigit(bytes[offset - 1]) && isDigit(byte(1))
    {
      offset += 1
    }
  }

  private mutating func digits(where isDigit: (UInt8) -> Bool) -> LexedToken.Kind {
    offset += 2
    let start = offset
    skip(where: isDigit)
    return finishNumber(offset > start ? .integer : .invalid(.invalidNumber))
  }

  private mutating func finishNumber(_ kind: LexedToken.Kind) -> LexedToken.Kind {
    let end = offset
    skipNameCharacters()
    return offset == end ? kind : .invalid(.invalidNumber)
  }
}
