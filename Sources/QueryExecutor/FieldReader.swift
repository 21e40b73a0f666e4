/// Reads rows of fields as RFC 4180 has them: fields in double quotes may hold separators, line breaks and, written
/// twice, quotes. A field without quotes that is empty is nil; lines without anything are no rows.
struct FieldReader {
  /// What is wrong, and in which line.
  struct Mistake: Error, Equatable {
    let line: Int
    let message: String
  }

  private let bytes: [UInt8]
  private let separator: UInt8
  private var offset = 0
  /// Of the row read last, from 1.
  private(set) var line = 0
  private var nextLine = 1

  init(_ text: String, separator: UInt8) {
    bytes = Array(text.utf8)
    self.separator = separator
    // A byte order mark is no part of the first field.
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
  }

  /// The next row; nil at the end.
  mutating func next() throws(Mistake) -> [String?]? {
    while offset < bytes.count, isLineEnd(bytes[offset]) { skipLineEnd() }
    guard offset < bytes.count else { return nil }
    line = nextLine
    var fields: [String?] = []
    while true {
      fields.append(try field())
      guard offset < bytes.count, bytes[offset] == separator else { break }
      offset += 1
    }
    if offset < bytes.count { skipLineEnd() }
    return fields
  }

  private mutating func field() throws(Mistake) -> String? {
    guard offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") else {
      let start = offset
      while offset < bytes.count, bytes[offset] != separator, !isLineEnd(bytes[offset]) { offset += 1 }
      return start == offset ? nil : String(decoding: bytes[start..<offset], as: UTF8.self)
    }
    let first = nextLine
    offset += 1
    var letters: [UInt8] = []
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte == UInt8(ascii: "\"") {
        guard offset + 1 < bytes.count, bytes[offset + 1] == UInt8(ascii: "\"") else { break }
        offset += 1
      } else if byte == 0x0A {
        nextLine += 1
      }
      letters.append(byte)
      offset += 1
    }
    guard offset < bytes.count else { throw Mistake(line: first, message: "the quote that begins a field has no end") }
    offset += 1
    guard offset == bytes.count || bytes[offset] == separator || isLineEnd(bytes[offset]) else {
      throw Mistake(line: nextLine, message: "something stands behind the quote that ends a field")
    }
    return String(decoding: letters, as: UTF8.self)
  }

  private func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  private mutating func skipLineEnd() {
    offset += bytes[offset] == 0x0D && offset + 1 < bytes.count && bytes[offset + 1] == 0x0A ? 2 : 1
    nextLine += 1
  }
}
