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
  /// How many bytes are left.
  var rest: Int { end - position }

  /// The next bytes as they are.
  mutating func take(_ count: Int) throws(DecodingFailure) -> ArraySlice<UInt8> {
    guard count >= 0, count <= rest else { throw DecodingFailure("a record ends too early") }
    defer { position += count }
    return bytes[position..<position + count]
  }

  /// The next bytes in place, with up to eight more that stand behind them, so that words can be read at a time.
  mutating func take(_ count: Int, _ body: (UnsafeRawBufferPointer) -> Void) throws(DecodingFailure) {
    guard count >= 0, count <= rest else { throw DecodingFailure("a record ends too early") }
    let range = position..<min(position + count + 8, end)
    bytes.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[range])) }
    position += count
  }

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

  /// So many words, the least significant byte first.
  mutating func fixedNumbers(_ count: Int) throws(DecodingFailure) -> [UInt64] {
    guard count <= rest / 8 else { throw DecodingFailure("a record ends too early") }
    var numbers: [UInt64] = []
    numbers.reserveCapacity(count)
    try take(count * 8) { bytes in
      for place in 0..<count {
        numbers.append(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place * 8, as: UInt64.self)))
      }
    }
    return numbers
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
