/// Reads one JSON object (RFC 8259) from the bytes of a line and keeps its own fields: what is nested in them is checked
/// and left out. Tells where the line stops being JSON.
struct JSONObjectScanner {
  enum Field: Equatable {
    case text(String)
    /// As it is written.
    case number(String)
    /// The texts of a list; other elements are left out.
    case texts([String])
    case null
    /// `true`, `false`, an object.
    case other(String)
  }

  struct Failure: Error, Equatable {
    let message: String
    /// Of the first byte that does not fit.
    let offset: Int
  }

  /// Where the value of each field begins. Two of one name are refused: readers differ in which of them counts.
  private(set) var fields: [String: (value: Field, offset: Int)] = [:]

  private let bytes: [UInt8]
  private var position = 0
  private static let deepest = 256

  /// - Parameter bytes: valid UTF-8.
  init(_ bytes: [UInt8]) throws(Failure) {
    self.bytes = bytes
    skipSpace()
    guard byte == UInt8(ascii: "{") else { throw failure("expected a JSON object, found \(found)") }
    position += 1
    skipSpace()
    if byte == UInt8(ascii: "}") {
      position += 1
    } else {
      try readFields()
    }
    skipSpace()
    if position < bytes.count { throw failure("expected the end of the line behind the object, found \(found)") }
  }

  private mutating func readFields() throws(Failure) {
    while true {
      skipSpace()
      guard byte == UInt8(ascii: "\"") else { throw failure("expected a name in quotes, found \(found)") }
      let start = position
      let name = try string()
      guard fields[name] == nil else {
        throw Failure(message: "the object has two fields `\(name.prefix(40))`", offset: start)
      }
      skipSpace()
      guard byte == UInt8(ascii: ":") else { throw failure("expected `:` behind the name, found \(found)") }
      position += 1
      skipSpace()
      let offset = position
      fields[name] = (try value(depth: 0), offset)
      skipSpace()
      switch byte {
      case UInt8(ascii: ","): position += 1
      case UInt8(ascii: "}"):
        position += 1
        return
      default: throw failure("expected `,` or `}`, found \(found)")
      }
    }
  }

  // MARK: Values

  private mutating func value(depth: Int) throws(Failure) -> Field {
    guard depth < Self.deepest else { throw failure("nested deeper than \(Self.deepest) levels") }
    switch byte {
    case UInt8(ascii: "\"")?: return .text(try string())
    case UInt8(ascii: "{")?:
      try skipObject(depth: depth)
      return .other("an object")
    case UInt8(ascii: "[")?: return .texts(try list(depth: depth))
    case let digit? where digit == UInt8(ascii: "-") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit):
      return .number(try number())
    default:
      for (word, field) in [("true", Field.other("`true`")), ("false", .other("`false`")), ("null", .null)]
      where bytes[position...].starts(with: word.utf8) {
        position += word.utf8.count
        return field
      }
      throw failure("expected a value, found \(found)")
    }
  }

  private mutating func list(depth: Int) throws(Failure) -> [String] {
    var texts: [String] = []
    position += 1
    skipSpace()
    if byte == UInt8(ascii: "]") {
      position += 1
      return []
    }
    while true {
      skipSpace()
      if case .text(let text) = try value(depth: depth + 1) { texts.append(text) }
      skipSpace()
      switch byte {
      case UInt8(ascii: ","): position += 1
      case UInt8(ascii: "]"):
        position += 1
        return texts
      default: throw failure("expected `,` or `]`, found \(found)")
      }
    }
  }

  private mutating func skipObject(depth: Int) throws(Failure) {
    position += 1
    skipSpace()
    if byte == UInt8(ascii: "}") {
      position += 1
      return
    }
    while true {
      skipSpace()
      guard byte == UInt8(ascii: "\"") else { throw failure("expected a name in quotes, found \(found)") }
      _ = try string()
      skipSpace()
      guard byte == UInt8(ascii: ":") else { throw failure("expected `:` behind the name, found \(found)") }
      position += 1
      skipSpace()
      _ = try value(depth: depth + 1)
      skipSpace()
      switch byte {
      case UInt8(ascii: ","): position += 1
      case UInt8(ascii: "}"):
        position += 1
        return
      default: throw failure("expected `,` or `}`, found \(found)")
      }
    }
  }

  private mutating func number() throws(Failure) -> String {
    let start = position
    if byte == UInt8(ascii: "-") { position += 1 }
    try digits()
    if byte == UInt8(ascii: ".") {
      position += 1
      try digits()
    }
    if byte == UInt8(ascii: "e") || byte == UInt8(ascii: "E") {
      position += 1
      if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") { position += 1 }
      try digits()
    }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func digits() throws(Failure) {
    let start = position
    while let digit = byte, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) { position += 1 }
    if position == start { throw failure("expected a digit, found \(found)") }
  }

  // MARK: Strings

  /// From the quotation mark at the position to behind the next.
  private mutating func string() throws(Failure) -> String {
    let start = position
    position += 1
    var text: [UInt8] = []
    var plain = position
    while let here = byte {
      switch here {
      case UInt8(ascii: "\""):
        text += bytes[plain..<position]
        position += 1
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"):
        text += bytes[plain..<position]
        try escape(into: &text)
        plain = position
      case 0..<0x20: throw failure("a control character must be escaped in a string, found \(found)")
      default: position += 1
      }
    }
    throw Failure(message: "the string that begins here has no closing quotation mark", offset: start)
  }

  private mutating func escape(into text: inout [UInt8]) throws(Failure) {
    let start = position
    position += 1
    guard let kind = byte else { throw failure("expected an escape, found \(found)") }
    let simple: [UInt8: UInt8] = [
      UInt8(ascii: "\""): 0x22, UInt8(ascii: "\\"): 0x5C, UInt8(ascii: "/"): 0x2F, UInt8(ascii: "b"): 0x08,
      UInt8(ascii: "f"): 0x0C, UInt8(ascii: "n"): 0x0A, UInt8(ascii: "r"): 0x0D, UInt8(ascii: "t"): 0x09,
    ]
    if let plain = simple[kind] {
      text.append(plain)
      position += 1
      return
    }
    guard kind == UInt8(ascii: "u") else {
      throw Failure(message: "no escape of JSON begins so", offset: start)
    }
    position += 1
    let unit = try hexadecimal()
    guard (0xD800..<0xE000).contains(unit) else { return append(UInt32(unit), to: &text) }
    // The second half of a pair; a half alone stands for no character.
    if unit < 0xDC00, byte == UInt8(ascii: "\\"), position + 1 < bytes.count, bytes[position + 1] == UInt8(ascii: "u") {
      let before = position
      position += 2
      let second = try hexadecimal()
      if (0xDC00..<0xE000).contains(second) {
        return append(0x10000 + (UInt32(unit) - 0xD800) << 10 + UInt32(second) - 0xDC00, to: &text)
      }
      position = before
    }
    append(0xFFFD, to: &text)
  }

  private mutating func hexadecimal() throws(Failure) -> UInt16 {
    var unit: UInt16 = 0
    for _ in 0..<4 {
      guard let digit = byte.flatMap({ Character(Unicode.Scalar($0)).hexDigitValue }) else {
        throw failure("expected four hexadecimal digits, found \(found)")
      }
      unit = unit << 4 | UInt16(digit)
      position += 1
    }
    return unit
  }

  private func append(_ scalar: UInt32, to text: inout [UInt8]) {
    text += Array(String(Character(Unicode.Scalar(scalar) ?? "\u{FFFD}")).utf8)
  }

  // MARK: Bytes

  private var byte: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func skipSpace() {
    while let here = byte, here == 0x20 || here == 0x09 || here == 0x0D || here == 0x0A { position += 1 }
  }

  private var found: String {
    guard let here = byte else { return "the end of the line" }
    if here < 0x20 || here == 0x7F { return "a control character" }
    var end = position + 1
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return "`\(String(decoding: bytes[position..<end], as: UTF8.self))`"
  }

  private func failure(_ message: String) -> Failure { Failure(message: message, offset: position) }
}
