import SourceText

/// Cuts query text into tokens. Never fails: what is no token becomes one of kind `invalid`, so that a line being typed
/// can be coloured and completed.
public struct Lexer {
  /// The tokens of `text` in order, comments among them, an `end` last. Space is left out; every other byte is in
  /// exactly one token. O(bytes).
  public static func tokens(of text: String) -> [LexedToken] {
    tokens(of: Array(text.utf8))
  }

  static func tokens(of bytes: [UInt8]) -> [LexedToken] {
    var lexer = Lexer(bytes: bytes)
    var tokens: [LexedToken] = []
    tokens.reserveCapacity(bytes.count / 4 + 2)
    while let token = lexer.next() { tokens.append(token) }
    tokens.append(LexedToken(.end, range: SourceRange(bytes.count, bytes.count)))
    return tokens
  }

  let bytes: [UInt8]
  var offset = 0

  private init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The byte `distance` after the current one, 0 beyond the end.
  func byte(_ distance: Int = 0) -> UInt8 {
    let place = offset + distance
    return place < bytes.count ? bytes[place] : 0
  }

  private mutating func next() -> LexedToken? {
    skipSpace()
    guard offset < bytes.count else { return nil }
    let start = offset
    let kind = scan()
    let range = SourceRange(start, offset)
    let keyword = kind == .word ? Keyword(bytes: bytes[start..<offset]) : nil
    return LexedToken(kind, keyword: keyword, range: range)
  }

  private mutating func scan() -> LexedToken.Kind {
    let first = byte()
    switch first {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"):
      return word()
    case UInt8(ascii: "0")...UInt8(ascii: "9"): return number()
    case UInt8(ascii: "."): return byte(1).isDigit ? number() : symbol()
    case UInt8(ascii: "'"), UInt8(ascii: "\""): return string(closedBy: first)
    case UInt8(ascii: "`"): return quotedName()
    case UInt8(ascii: "$"): return parameter()
    case UInt8(ascii: "/"): return slash()
    case 0x80...: return beyondASCII()
    default: return symbol()
    }
  }

  private mutating func word() -> LexedToken.Kind {
    skipNameCharacters()
    return .word
  }

  /// Moves over letters, digits, underscores and what Unicode counts as part of an identifier.
  mutating func skipNameCharacters() {
    while offset < bytes.count {
      if byte().isNameByte {
        offset += 1
      } else if byte() >= 0x80, let (scalar, length) = scalar(), scalar.properties.isIDContinue {
        offset += length
      } else {
        return
      }
    }
  }

  private mutating func string(closedBy quote: UInt8) -> LexedToken.Kind {
    offset += 1
    while offset < bytes.count {
      switch byte() {
      case quote:
        offset += 1
        return .string
      case UInt8(ascii: "\\"): offset = min(offset + 2, bytes.count)
      default: offset += 1
      }
    }
    return .invalid(.unterminatedString)
  }

  /// A back quote inside is written twice. May be empty, as a key of a map may.
  private mutating func quotedName() -> LexedToken.Kind {
    offset += 1
    while offset < bytes.count {
      guard byte() == UInt8(ascii: "`") else {
        offset += 1
        continue
      }
      if byte(1) == UInt8(ascii: "`") {
        offset += 2
        continue
      }
      offset += 1
      return .quotedName
    }
    return .invalid(.unterminatedName)
  }

  private mutating func parameter() -> LexedToken.Kind {
    offset += 1
    if byte() == UInt8(ascii: "`") {
      let kind = quotedName()
      return kind == .quotedName ? .parameter : kind
    }
    if byte() == UInt8(ascii: "(") { return .symbol(.dollar) }
    let start = offset
    skipNameCharacters()
    return offset > start ? .parameter : .invalid(.strayCharacter)
  }

  private mutating func slash() -> LexedToken.Kind {
    switch byte(1) {
    case UInt8(ascii: "/"):
      while offset < bytes.count, byte() != 0x0A, byte() != 0x0D { offset += 1 }
      return .comment
    case UInt8(ascii: "*"):
      offset += 2
      while offset < bytes.count {
        if byte() == UInt8(ascii: "*"), byte(1) == UInt8(ascii: "/") {
          offset += 2
          return .comment
        }
        offset += 1
      }
      return .invalid(.unterminatedComment)
    default: return symbol()
    }
  }

  private mutating func symbol() -> LexedToken.Kind {
    if let symbol = LexedToken.Symbol(byte(), byte(1)) {
      offset += 2
      return .symbol(symbol)
    }
    let symbol = LexedToken.Symbol(byte())
    offset += 1
    return symbol.map { .symbol($0) } ?? .invalid(.strayCharacter)
  }

  private mutating func beyondASCII() -> LexedToken.Kind {
    guard let (scalar, length) = scalar() else {
      offset += 1
      return .invalid(.strayUnicodeCharacter)
    }
    if scalar.properties.isIDStart { return word() }
    offset += length
    return .invalid(.strayUnicodeCharacter)
  }

  private mutating func skipSpace() {
    while offset < bytes.count {
      if byte().isSpace {
        offset += 1
      } else if byte() >= 0x80, let (scalar, length) = scalar(),
        scalar.properties.isWhitespace || scalar.value == 0xFEFF
      {
        offset += length
      } else {
        return
      }
    }
  }

  /// The character at the current place; nil if the bytes are not one.
  func scalar() -> (Unicode.Scalar, length: Int)? {
    let length = byte() < 0x80 ? 1 : byte() < 0xE0 ? 2 : byte() < 0xF0 ? 3 : 4
    guard offset + length <= bytes.count else { return nil }
    guard let scalar = String(decoding: bytes[offset..<offset + length], as: UTF8.self).unicodeScalars.first else {
      return nil
    }
    return (scalar, length)
  }
}

extension LexedToken.Symbol {
  /// The symbol of two characters.
  fileprivate init?(_ first: UInt8, _ second: UInt8) {
    switch (first, second) {
    case (UInt8(ascii: "."), UInt8(ascii: ".")): self = .dots
    case (UInt8(ascii: "|"), UInt8(ascii: "|")): self = .bars
    case (UInt8(ascii: "+"), UInt8(ascii: "=")): self = .plusEqual
    case (UInt8(ascii: "="), UInt8(ascii: "~")): self = .matches
    case (UInt8(ascii: "<"), UInt8(ascii: ">")): self = .notEqual
    case (UInt8(ascii: "<"), UInt8(ascii: "=")): self = .lessOrEqual
    case (UInt8(ascii: ">"), UInt8(ascii: "=")): self = .greaterOrEqual
    default: return nil
    }
  }

  fileprivate init?(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "("): self = .leftParenthesis
    case UInt8(ascii: ")"): self = .rightParenthesis
    case UInt8(ascii: "["): self = .leftBracket
    case UInt8(ascii: "]"): self = .rightBracket
    case UInt8(ascii: "{"): self = .leftBrace
    case UInt8(ascii: "}"): self = .rightBrace
    case UInt8(ascii: ","): self = .comma
    case UInt8(ascii: ";"): self = .semicolon
    case UInt8(ascii: ":"): self = .colon
    case UInt8(ascii: "."): self = .dot
    case UInt8(ascii: "|"): self = .bar
    case UInt8(ascii: "&"): self = .ampersand
    case UInt8(ascii: "!"): self = .exclamation
    case UInt8(ascii: "?"): self = .question
    case UInt8(ascii: "%"): self = .percent
    case UInt8(ascii: "+"): self = .plus
    case UInt8(ascii: "-"): self = .minus
    case UInt8(ascii: "*"): self = .star
    case UInt8(ascii: "/"): self = .slash
    case UInt8(ascii: "^"): self = .caret
    case UInt8(ascii: "="): self = .equal
    case UInt8(ascii: "<"): self = .less
    case UInt8(ascii: ">"): self = .greater
    default: return nil
    }
  }
}

extension UInt8 {
  var isDigit: Bool { self >= 0x30 && self <= 0x39 }
  var isHexDigit: Bool { isDigit || (self | 0x20 >= 0x61 && self | 0x20 <= 0x66) }
  /// ASCII only.
  var isNameByte: Bool { isDigit || (self | 0x20 >= 0x61 && self | 0x20 <= 0x7A) || self == 0x5F }
  /// Tab, line feed, vertical tab, form feed, carriage return, the four separators of ASCII and space.
  var isSpace: Bool { self == 0x20 || (self >= 0x09 && self <= 0x0D) || (self >= 0x1C && self <= 0x1F) }
}
