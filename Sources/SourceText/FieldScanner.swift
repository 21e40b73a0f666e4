/// Finds the fields of a text in rows, as RFC 4180 has them, in place: fields in double quotes may hold separators, line
/// breaks and, written twice, quotes. Lines without anything are no rows; a byte order mark is no part of the first field.
///
/// The bytes are handed in with each call, and are the same each time. One pass, no copy.
package struct FieldScanner: Sendable {
  package struct Field: Sendable {
    /// In the bytes, quotes apart.
    package let range: Range<Int>
    package let isQuoted: Bool
    /// Whether quotes are written twice in it.
    package let isEscaped: Bool

    /// Nothing, and no quotes around it.
    package var isMissing: Bool { range.isEmpty && !isQuoted }

    /// The first byte, the quote included.
    package var start: Int { isQuoted ? range.lowerBound - 1 : range.lowerBound }
  }

  /// What is wrong, and where.
  package struct Mistake: Error, Equatable {
    package let message: String
    /// From 1.
    package let line: Int
    package let offset: Int
  }

  private let separator: UInt8
  /// Of the current row.
  package private(set) var fields: [Field] = []
  package private(set) var rowStart = 0
  /// Of the first byte of the current row, from 1.
  package private(set) var line = 0
  private var offset = 0
  private var nextLine = 1

  /// - Parameter separator: an ASCII character other than the quote and the ends of lines.
  package init(separator: UInt8 = UInt8(ascii: ",")) { self.separator = separator }

  private static let (quote, lineFeed, carriageReturn) = (UInt8(ascii: "\""), UInt8(ascii: "\n"), UInt8(ascii: "\r"))

  /// Goes to the next row; false at the end.
  package mutating func advance(in bytes: UnsafeRawBufferPointer) throws(Mistake) -> Bool {
    if offset == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
    while offset < bytes.count, isLineEnd(bytes[offset]) { skipLineEnd(bytes) }
    guard offset < bytes.count else { return false }
    fields.removeAll(keepingCapacity: true)
    (rowStart, line) = (offset, nextLine)
    while true {
      if offset < bytes.count, bytes[offset] == Self.quote { try quotedField(bytes) } else { plainField(bytes) }
      guard offset < bytes.count, bytes[offset] == separator else { break }
      offset += 1
    }
    if offset < bytes.count { skipLineEnd(bytes) }
    return true
  }

  /// The contents of a field whose quotes are written twice.
  package static func unescaped(_ raw: UnsafeRawBufferPointer) -> [UInt8] {
    var contents: [UInt8] = []
    contents.reserveCapacity(raw.count)
    var isSecond = false
    for byte in raw {
      isSecond = byte == quote && !isSecond
      if !isSecond { contents.append(byte) }
    }
    return contents
  }

  private mutating func plainField(_ bytes: UnsafeRawBufferPointer) {
    let start = offset
    while offset < bytes.count, bytes[offset] != separator, !isLineEnd(bytes[offset]) { offset += 1 }
    fields.append(Field(range: start..<offset, isQuoted: false, isEscaped: false))
  }

  private mutating func quotedField(_ bytes: UnsafeRawBufferPointer) throws(Mistake) {
    let (first, firstLine) = (offset, nextLine)
    offset += 1
    var isEscaped = false
    while offset < bytes.count {
      if bytes[offset] == Self.quote {
        guard offset + 1 < bytes.count, bytes[offset + 1] == Self.quote else { break }
        isEscaped = true
        offset += 1
      } else if bytes[offset] == Self.lineFeed {
        nextLine += 1
      }
      offset += 1
    }
    guard offset < bytes.count else {
      throw Mistake(message: "the quote that begins a field has no end", line: firstLine, offset: first)
    }
    fields.append(Field(range: first + 1..<offset, isQuoted: true, isEscaped: isEscaped))
    offset += 1
    guard offset == bytes.count || bytes[offset] == separator || isLineEnd(bytes[offset]) else {
      throw Mistake(message: "something stands behind the quote that ends a field", line: nextLine, offset: offset)
    }
  }

  @inline(__always)
  private func isLineEnd(_ byte: UInt8) -> Bool { byte == Self.lineFeed || byte == Self.carriageReturn }

  private mutating func skipLineEnd(_ bytes: UnsafeRawBufferPointer) {
    let isPair = bytes[offset] == Self.carriageReturn && offset + 1 < bytes.count && bytes[offset + 1] == Self.lineFeed
    offset += isPair ? 2 : 1
    nextLine += 1
  }
}
