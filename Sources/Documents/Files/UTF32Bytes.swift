/// Text of four bytes a character.
enum UTF32Bytes {
  /// Whether the bytes begin with its byte order mark, and in which order the bytes of a character stand then.
  static func order(of bytes: [UInt8]) -> Bool? {
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) { return false }
    if bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return true }
    return nil
  }

  /// Nil for what is no character, and for a number of bytes that four does not divide.
  static func text(_ bytes: ArraySlice<UInt8>, isBigEndian: Bool) -> String? {
    guard bytes.count.isMultiple(of: 4) else { return nil }
    var text = String.UnicodeScalarView()
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let four = (0..<4).map { UInt32(bytes[index + $0]) }
      let value = (isBigEndian ? four : four.reversed()).reduce(0) { $0 << 8 | $1 }
      guard value != 0, let scalar = Unicode.Scalar(value) else { return nil }
      text.append(scalar)
      index += 4
    }
    return String(text)
  }
}
