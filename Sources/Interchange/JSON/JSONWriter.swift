/// Writes JSON (RFC 8259) a token at a time. Sets the commas; that keys and brackets match is the caller's.
///
/// Text is written as UTF-8 with only what must be escaped escaped; floats in the shortest form that reads back the
/// same. The bytes gather in `bytes` until taken.
public struct JSONWriter: Sendable {
  public private(set) var bytes: [UInt8] = []
  private var needsComma = false

  public init() {}

  /// The bytes so far, which then start anew. For writing large documents piece by piece.
  public mutating func takeBytes() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  public var text: String { String(decoding: bytes, as: UTF8.self) }

  public mutating func beginObject() { open(UInt8(ascii: "{")) }
  public mutating func endObject() { close(UInt8(ascii: "}")) }
  public mutating func beginArray() { open(UInt8(ascii: "[")) }
  public mutating func endArray() { close(UInt8(ascii: "]")) }

  public mutating func key(_ name: String) {
    separate()
    quote(name)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  public mutating func write(_ text: String) {
    separate()
    quote(text)
  }

  /// Writes values that another has written, one behind the other, as the next ones here.
  public mutating func write(valuesOf other: JSONWriter) {
    if other.bytes.isEmpty { return }
    separate()
    bytes += other.bytes
  }

  public mutating func write(_ number: Int64) {
    separate()
    guard number >= 0, number < 1_000_000_000 else { return bytes.append(contentsOf: String(number).utf8) }
    var (rest, scale) = (UInt32(number), 1 as UInt32)
    while scale <= rest / 10 { scale *= 10 }
    while scale > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(rest / scale))
      rest %= scale
      scale /= 10
    }
  }

  public mutating func write(_ number: Int) { write(Int64(number)) }

  /// JSON knows neither NaN nor infinities: they become null.
  public mutating func write(_ number: Double) {
    separate()
    bytes.append(contentsOf: (number.isFinite ? number.description : "null").utf8)
  }

  public mutating func write(_ flag: Bool) {
    separate()
    bytes.append(contentsOf: (flag ? "true" : "false").utf8)
  }

  public mutating func writeNull() {
    separate()
    bytes.append(contentsOf: "null".utf8)
  }

  /// What follows stands on a line of its own. Between values, or between a bracket and a value.
  public mutating func breakLine() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    bytes.append(UInt8(ascii: "\n"))
    needsComma = false
  }

  /// Ends a document of JSON Lines: the next value is no sibling of the last.
  public mutating func endDocument() {
    bytes.append(UInt8(ascii: "\n"))
    needsComma = false
  }

  private mutating func open(_ bracket: UInt8) {
    separate()
    bytes.append(bracket)
    needsComma = false
  }

  private mutating func close(_ bracket: UInt8) {
    bytes.append(bracket)
    needsComma = true
  }

  /// A comma, if one is due.
  mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = true
  }

  /// What is written next is a value that has its comma already.
  mutating func startValue() { needsComma = false }

  /// A value was put in here by `append`.
  mutating func endValue() { needsComma = true }

  mutating func append(_ json: UnsafeBufferPointer<UInt8>) { bytes.append(contentsOf: json) }

  @inline(__always)
  static func needsEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  private mutating func quote(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { utf8 in
      // In stretches: most texts have nothing to escape.
      var start = 0
      for place in utf8.indices where Self.needsEscape(utf8[place]) {
        bytes.append(contentsOf: utf8[start..<place])
        appendEscape(utf8[place])
        start = place + 1
      }
      bytes.append(contentsOf: utf8[start...])
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func appendEscape(_ byte: UInt8) {
    bytes.append(UInt8(ascii: "\\"))
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(byte)
    case 0x08: bytes.append(UInt8(ascii: "b"))
    case 0x09: bytes.append(UInt8(ascii: "t"))
    case 0x0A: bytes.append(UInt8(ascii: "n"))
    case 0x0C: bytes.append(UInt8(ascii: "f"))
    case 0x0D: bytes.append(UInt8(ascii: "r"))
    default:
      let digits = Array("0123456789abcdef".utf8)
      bytes.append(contentsOf: "u00".utf8)
      bytes.append(digits[Int(byte >> 4)])
      bytes.append(digits[Int(byte & 15)])
    }
  }
}
