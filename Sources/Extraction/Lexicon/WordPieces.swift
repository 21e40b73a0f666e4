/// Running text cut into words by its bytes wherever it is ASCII, and by its characters only where it is not: the borders
/// are those of `split(whereSeparator:)`, at a tenth of its cost.
enum WordPieces {
  /// - Parameters:
  ///   - atASCII: whether a byte below 0x80 parts words.
  ///   - isSeparator: the same of characters, for pieces that hold others.
  static func split(
    _ text: String, atASCII: (UInt8) -> Bool, at isSeparator: (Character) -> Bool
  ) -> [Substring] {
    var pieces: [Substring] = []
    for bytes in text.utf8.split(whereSeparator: { $0 < 0x80 && atASCII($0) }) {
      let piece = Substring(bytes)
      if bytes.allSatisfy({ $0 < 0x80 }) {
        pieces.append(piece)
      } else {
        pieces += piece.split(whereSeparator: isSeparator)
      }
    }
    return pieces
  }

  static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte &- 0x09 < 5 }

  /// The piece without what is neither letter nor digit at its ends, in lower case; nil if it is not ASCII.
  static func trimmedASCII(_ piece: Substring) -> String? {
    var bytes = piece.utf8[...]
    guard bytes.allSatisfy({ $0 < 0x80 }) else { return nil }
    while let last = bytes.last, !WordFolding.isASCIIAlphanumeric(last) { bytes.removeLast() }
    while let first = bytes.first, !WordFolding.isASCIIAlphanumeric(first) { bytes.removeFirst() }
    return String(unsafeUninitializedCapacity: bytes.count) { buffer in
      var count = 0
      for byte in bytes {
        buffer[count] = byte &- 0x41 < 26 ? byte | 0x20 : byte
        count += 1
      }
      return count
    }
  }
}
