import SourceText

extension Parser {
  /// The number at the current token; `start` is where its sign stands.
  mutating func number(isNegative: Bool, from start: Int) throws(QueryError) -> Expression {
    let token = token
    advance()
    let kind: Expression.Kind =
      token.kind == .integer
      ? .integer(try integer(token, isNegative: isNegative)) : .float(try float(token, isNegative: isNegative))
    return Expression(kind, range: range(from: start))
  }

  func integer(_ token: LexedToken, isNegative: Bool) throws(QueryError) -> Int64 {
    let (first, radix) = radix(of: token)
    var magnitude: UInt64 = 0
    let largest = isNegative ? UInt64(Int64.max) + 1 : UInt64(Int64.max)
    for byte in bytes[first..<token.range.end] where byte != UInt8(ascii: "_") {
      let digit = UInt64(byte.isDigit ? byte - 0x30 : (byte | 0x20) - 0x61 + 10)
      let (product, overflows) = magnitude.multipliedReportingOverflow(by: radix)
      let (sum, carries) = product.addingReportingOverflow(digit)
      guard !overflows, !carries, sum <= largest else { throw integerOverflow(token, isNegative) }
      magnitude = sum
    }
    return isNegative ? Int64(truncatingIfNeeded: 0 &- magnitude) : Int64(magnitude)
  }

  private func radix(of token: LexedToken) -> (first: Int, radix: UInt64) {
    let start = token.range.start
    guard token.range.lengthBytes > 2, bytes[start] == UInt8(ascii: "0") else { return (start, 10) }
    switch bytes[start + 1] | 0x20 {
    case UInt8(ascii: "x"): return (start + 2, 16)
    case UInt8(ascii: "o"): return (start + 2, 8)
    default: return (start, 10)
    }
  }

  private func integerOverflow(_ token: LexedToken, _ isNegative: Bool) -> QueryError {
    QueryError(
      .integerOverflow, message: "\(described(token)) does not fit into 64 bits", range: token.range,
      suggestion: isNegative
        ? "the smallest integer is -9223372036854775808" : "the largest integer is 9223372036854775807")
  }

  private func float(_ token: LexedToken, isNegative: Bool) throws(QueryError) -> Double {
    guard let magnitude = Double(text(of: token).filter { $0 != "_" }), magnitude.isFinite else {
      throw QueryError(
        .floatingPointOverflow, message: "\(described(token)) is too large for a float", range: token.range,
        suggestion: "the largest float is about 1.797e308")
    }
    return isNegative ? -magnitude : magnitude
  }

  /// The text of a string token with its escapes resolved. Escapes: `\\ \' \" \b \f \n \r \t \uXXXX \UXXXXXXXX`, two
  /// `\u` that are surrogates of each other making one character.
  func decodedString(_ token: LexedToken) throws(QueryError) -> String {
    let end = token.range.end - 1
    var offset = token.range.start + 1
    var letters: [UInt8] = []
    letters.reserveCapacity(end - offset)
    while offset < end {
      if bytes[offset] == UInt8(ascii: "\\") {
        let (scalar, next) = try escape(at: offset, end: end)
        letters.append(contentsOf: UTF8.encode(scalar).map { Array($0) } ?? [])
        offset = next
      } else {
        letters.append(bytes[offset])
        offset += 1
      }
    }
    return String(decoding: letters, as: UTF8.self)
  }

  private func escape(at start: Int, end: Int) throws(QueryError) -> (Unicode.Scalar, next: Int) {
    let letter = start + 1 < end ? bytes[start + 1] : 0
    switch letter {
    case UInt8(ascii: "\\"), UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "`"):
      return (Unicode.Scalar(letter), start + 2)
    case UInt8(ascii: "b"): return ("\u{8}", start + 2)
    case UInt8(ascii: "f"): return ("\u{C}", start + 2)
    case UInt8(ascii: "n"): return ("\n", start + 2)
    case UInt8(ascii: "r"): return ("\r", start + 2)
    case UInt8(ascii: "t"): return ("\t", start + 2)
    case UInt8(ascii: "u"): return try unicodeEscape(at: start, digits: 4, end: end)
    case UInt8(ascii: "U"): return try unicodeEscape(at: start, digits: 8, end: end)
    default:
      var next = start + 2
      while next < end, bytes[next] & 0xC0 == 0x80 { next += 1 }
      throw QueryError(
        .unexpectedSyntax, message: "`\(text(start, next))` is not an escape",
        range: SourceRange(start, next), suggestion: "a backslash is written `\\\\`")
    }
  }

  private func unicodeEscape(at start: Int, digits: Int, end: Int) throws(QueryError) -> (Unicode.Scalar, next: Int) {
    let next = start + 2 + digits
    guard let code = hexadecimal(start + 2, next, end) else {
      var shown = start + 2
      while shown < min(next, end), bytes[shown].isHexDigit { shown += 1 }
      if shown < end { shown += 1 }
      while shown < end, bytes[shown] & 0xC0 == 0x80 { shown += 1 }
      throw invalidUnicode(
        SourceRange(start, shown), "`\\\(digits == 4 ? "u" : "U")` needs \(digits) hexadecimal digits")
    }
    if let scalar = Unicode.Scalar(code) { return (scalar, next) }
    if (0xD800..<0xDC00).contains(code), next + 1 < end, bytes[next] == UInt8(ascii: "\\"),
      bytes[next + 1] == UInt8(ascii: "u"), let low = hexadecimal(next + 2, next + 6, end),
      (0xDC00..<0xE000).contains(low),
      let scalar = Unicode.Scalar(0x10000 + (code - 0xD800) << 10 + (low - 0xDC00))
    {
      return (scalar, next + 6)
    }
    throw invalidUnicode(SourceRange(start, next), "`\(text(start, next))` is not a character")
  }

  private func hexadecimal(_ start: Int, _ next: Int, _ end: Int) -> UInt32? {
    guard next <= end, bytes[start..<next].allSatisfy(\.isHexDigit) else { return nil }
    return UInt32(text(start, next), radix: 16)
  }

  private func invalidUnicode(_ range: SourceRange, _ message: String) -> QueryError {
    QueryError(.invalidUnicodeLiteral, message: message, range: range, suggestion: "such as `\\u00e9` for é")
  }
}
