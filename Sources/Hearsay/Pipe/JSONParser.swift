/// Reads a text as JSON (RFC 8259), strictly: what is not JSON to the last byte is none. Requests are small and many:
/// Foundation's decoder took a sixth of the time of a small change, most of it for errors on the way to the right kind.
struct JSONParser {
  private let bytes: [UInt8]
  private var place = 0
  private static let deepest = 512

  private init(_ text: String) { bytes = Array(text.utf8) }

  /// nil for what is not JSON, and for lists in lists beyond all reason.
  static func value(of text: String) -> JSONValue? {
    var parser = JSONParser(text)
    guard let value = parser.value(depth: 0) else { return nil }
    parser.skipSpace()
    return parser.place == parser.bytes.count ? value : nil
  }

  private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

  private mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { place += 1 }
  }

  /// Whether it comes next, behind space; then it is passed.
  private mutating func takes(_ character: Unicode.Scalar) -> Bool {
    skipSpace()
    guard next == UInt8(ascii: character) else { return false }
    place += 1
    return true
  }

  private mutating func takes(word: StaticString) -> Bool {
    guard bytes[place...].starts(with: UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)) else {
      return false
    }
    place += word.utf8CodeUnitCount
    return true
  }

  private mutating func value(depth: Int) -> JSONValue? {
    guard depth < Self.deepest else { return nil }
    skipSpace()
    switch next {
    case UInt8(ascii: "{"): return object(depth + 1)
    case UInt8(ascii: "["): return array(depth + 1)
    case UInt8(ascii: "\""): return string().map(JSONValue.string)
    case UInt8(ascii: "t"): return takes(word: "true") ? .boolean(true) : nil
    case UInt8(ascii: "f"): return takes(word: "false") ? .boolean(false) : nil
    case UInt8(ascii: "n"): return takes(word: "null") ? .null : nil
    default: return number()
    }
  }

  private mutating func object(_ depth: Int) -> JSONValue? {
    place += 1
    var entries: [String: JSONValue] = [:]
    if takes("}") { return .object(entries) }
    repeat {
      skipSpace()
      guard next == UInt8(ascii: "\""), let key = string(), takes(":"), let value = value(depth: depth) else {
        return nil
      }
      entries[key] = value
    } while takes(",")
    return takes("}") ? .object(entries) : nil
  }

  private mutating func array(_ depth: Int) -> JSONValue? {
    place += 1
    var items: [JSONValue] = []
    if takes("]") { return .array(items) }
    repeat {
      guard let item = value(depth: depth) else { return nil }
      items.append(item)
    } while takes(",")
    return takes("]") ? .array(items) : nil
  }

  // MARK: Numbers

  /// One without a fraction is an integer if 64 bits hold it.
  private mutating func number() -> JSONValue? {
    let start = place
    if next == UInt8(ascii: "-") { place += 1 }
    let first = place
    guard passDigits(), bytes[first] != UInt8(ascii: "0") || place == first + 1 else { return nil }
    var isWhole = true
    if next == UInt8(ascii: ".") {
      place += 1
      isWhole = false
      guard passDigits() else { return nil }
    }
    if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
      place += 1
      isWhole = false
      if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { place += 1 }
      guard passDigits() else { return nil }
    }
    let text = String(decoding: bytes[start..<place], as: UTF8.self)
    if isWhole, let integer = Int64(text) { return .integer(integer) }
    guard let float = Double(text), float.isFinite else { return nil }
    return Int64(exactly: float).map(JSONValue.integer) ?? .float(float)
  }

  /// False if there is none.
  private mutating func passDigits() -> Bool {
    let start = place
    while let byte = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { place += 1 }
    return place > start
  }

  // MARK: Texts

  private mutating func string() -> String? {
    place += 1
    var text: [UInt8] = []
    // In stretches: most texts have nothing escaped.
    var start = place
    while let byte = next {
      switch byte {
      case UInt8(ascii: "\""):
        defer { place += 1 }
        if text.isEmpty { return String(decoding: bytes[start..<place], as: UTF8.self) }
        text += bytes[start..<place]
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"):
        text += bytes[start..<place]
        place += 1
        guard let character = escaped() else { return nil }
        text += character.utf8
        start = place
      case ..<0x20: return nil
      default: place += 1
      }
    }
    return nil
  }

  /// What stands behind a backslash.
  private mutating func escaped() -> Character? {
    guard let byte = next else { return nil }
    place += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Character(Unicode.Scalar(byte))
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return scalar().map { Character($0) }
    default: return nil
    }
  }

  /// By its number in UTF-16: one unit, or two that belong together.
  private mutating func scalar() -> Unicode.Scalar? {
    guard let first = unit() else { return nil }
    guard UTF16.isLeadSurrogate(first) else { return Unicode.Scalar(first) }
    guard takes(word: "\\u"), let second = unit(), UTF16.isTrailSurrogate(second) else { return nil }
    return Unicode.Scalar(0x10000 + (UInt32(first) - 0xD800) << 10 + UInt32(second) - 0xDC00)
  }

  private mutating func unit() -> UInt16? {
    guard place + 4 <= bytes.count else { return nil }
    var unit: UInt16 = 0
    for byte in bytes[place..<place + 4] {
      guard
        let digit = Unicode.Scalar(byte).properties.isASCIIHexDigit
          ? Character(Unicode.Scalar(byte)).hexDigitValue : nil
      else { return nil }
      unit = unit << 4 | UInt16(digit)
    }
    place += 4
    return unit
  }
}
