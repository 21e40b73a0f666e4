/// Bytes that are not what they should be. `what` completes the sentence "… is damaged".
struct DecodingFailure: Error, Equatable {
  let what: String
  init(_ what: String) { self.what = what }
}

/// Takes apart what `ByteWriter` wrote. Never reads beyond the end, and believes no count that the rest cannot hold.
struct ByteReader {
  private let bytes: [UInt8]
  private var position: Int
  private let end: Int

  init(_ bytes: [UInt8], from start: Int = 0) {
    self.bytes = bytes
    position = min(start, bytes.count)
    end = bytes.count
  }

  var isAtEnd: Bool { position == end }

  mutating func byte() throws(DecodingFailure) -> UInt8 {
    guard position < end else { throw DecodingFailure("a record ends too early") }
    defer { position += 1 }
    return bytes[position]
  }

  mutating func varint() throws(DecodingFailure) -> UInt64 {
    var number: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 64, by: 7) {
      let byte = try byte()
      let part = UInt64(byte & 0x7F)
      guard shift < 63 || part <= 1 else { break }
      number |= part << shift
      if byte < 0x80 { return number }
    }
    throw DecodingFailure("a number in a record is too long")
  }

  mutating func signed() throws(DecodingFailure) -> Int64 {
    let number = try varint()
    return Int64(bitPattern: number >> 1) ^ -Int64(number & 1)
  }

  /// How many things follow that take at least one byte each.
  mutating func count() throws(DecodingFailure) -> Int {
    let count = try varint()
    guard count <= UInt64(end - position) else { throw DecodingFailure("a record announces more than it holds") }
    return Int(count)
  }

  mutating func fixed() throws(DecodingFailure) -> UInt64 {
    var number: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 64, by: 8) { number |= UInt64(try byte()) << shift }
    return number
  }

  mutating func text() throws(DecodingFailure) -> String {
    let count = try count()
    guard let text = String(validating: bytes[position..<position + count], as: UTF8.self) else {
      throw DecodingFailure("a text in a record is not UTF-8")
    }
    position += count
    return text
  }
}
