/// Text of two bytes a character.
enum UTF16Bytes {
  /// Nil for a lone surrogate or an odd number of bytes.
  static func text(_ bytes: ArraySlice<UInt8>, isBigEndian: Bool) -> String? {
    guard bytes.count.isMultiple(of: 2) else { return nil }
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var index = bytes.startIndex
    while index + 1 < bytes.endIndex {
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      units.append(isBigEndian ? first << 8 | second : second << 8 | first)
      index += 2
    }
    return String(validating: units, as: UTF16.self)
  }

  /// How many bytes are looked at.
  private static let sample = 8_192

  /// Whether the bytes are UTF-16 that says nothing of itself, and in which order: in text of European languages most of
  /// the bytes in every other place are NUL, and hardly any of the others. Nil where they are not so.
  static func order(of bytes: ArraySlice<UInt8>) -> Bool? {
    guard bytes.count >= 4, bytes.count.isMultiple(of: 2) else { return nil }
    var first = 0
    var second = 0
    let looked = bytes.prefix(sample)
    for (offset, byte) in looked.enumerated() where byte == 0 {
      if offset.isMultiple(of: 2) { first += 1 } else { second += 1 }
    }
    let pairs = looked.count / 2
    if first * 2 > pairs, second * 20 < pairs { return true }
    if second * 2 > pairs, first * 20 < pairs { return false }
    return nil
  }
}
