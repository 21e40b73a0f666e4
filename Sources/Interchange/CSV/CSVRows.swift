import Foundation

/// The rows of a CSV file (RFC 4180) in place: one pass, no copy but of fields with doubled quotes.
struct CSVRows {
  /// One field of the current row.
  struct Field {
    /// In the file, quotes apart.
    fileprivate(set) var range: Range<Int>
    fileprivate(set) var isQuoted: Bool
    /// Whether quotes are doubled in it.
    fileprivate(set) var isEscaped: Bool
  }

  let path: String
  private let bytes: UnsafeRawBufferPointer
  private(set) var fields: [Field] = []
  private var position = 0
  private(set) var rowStart = 0
  /// Of the current row; quoted fields may hold line breaks of their own.
  private(set) var line = 0
  private var nextLine = 1

  init(_ bytes: UnsafeRawBufferPointer, path: String) {
    self.bytes = bytes
    self.path = path
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  private static let (comma, quote, lineFeed, carriageReturn) = (
    UInt8(ascii: ","), UInt8(ascii: "\""), UInt8(ascii: "\n"), UInt8(ascii: "\r")
  )

  /// Goes to the next row; false at the end.
  mutating func advance() throws(ImportError) -> Bool {
    guard position < bytes.count else { return false }
    fields.removeAll(keepingCapacity: true)
    rowStart = position
    line = nextLine
    while true {
      if position < bytes.count, bytes[position] == Self.quote {
        try quotedField()
      } else {
        let start = position
        while position < bytes.count {
          let byte = bytes[position]
          if byte == Self.comma || byte == Self.lineFeed || byte == Self.carriageReturn { break }
          position += 1
        }
        fields.append(Field(range: start..<position, isQuoted: false, isEscaped: false))
      }
      guard position < bytes.count, bytes[position] == Self.comma else { break }
      position += 1
    }
    if position < bytes.count, bytes[position] == Self.carriageReturn { position += 1 }
    if position < bytes.count, bytes[position] == Self.lineFeed { position += 1 }
    nextLine += 1
    return true
  }

  private mutating func quotedField() throws(ImportError) {
    let start = position + 1
    position = start
    var isEscaped = false
    while true {
      guard position < bytes.count else {
        throw error(.quotesUnbalanced, "a quoted field does not end", at: start - 1)
      }
      let byte = bytes[position]
      if byte == Self.lineFeed { nextLine += 1 }
      position += 1
      guard byte == Self.quote else { continue }
      guard position < bytes.count, bytes[position] == Self.quote else { break }
      isEscaped = true
      position += 1
    }
    fields.append(Field(range: start..<position - 1, isQuoted: true, isEscaped: isEscaped))
    guard position == bytes.count || [Self.comma, Self.lineFeed, Self.carriageReturn].contains(bytes[position]) else {
      throw error(.quotesUnbalanced, "a quoted field goes on behind its closing quote", at: position)
    }
  }

  /// The bytes of a field, doubled quotes and all.
  @inline(__always)
  func raw(_ field: Field) -> UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: bytes[field.range]) }

  /// The text of a field.
  func withText<Result>(
    _ field: Field, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) throws(ImportError) -> Result {
    let raw = raw(field).assumingMemoryBound(to: UInt8.self)
    // Most fields are ASCII, and need no further look.
    if raw.contains(where: { $0 >= 0x80 }), String(validating: raw, as: UTF8.self) == nil {
      throw error(.notUTF8, "a field is not UTF-8", at: field.range.lowerBound)
    }
    guard field.isEscaped else { return body(raw) }
    var text: [UInt8] = []
    var isSecond = false
    for byte in raw {
      isSecond = byte == Self.quote && !isSecond
      if !isSecond { text.append(byte) }
    }
    return text.withUnsafeBufferPointer(body)
  }

  /// For messages: cut to a length that can be read.
  func shown(_ field: Field) -> String {
    let text = String(decoding: raw(field).prefix(60), as: UTF8.self)
    return field.range.count > 60 ? text + "…" : text
  }

  func error(_ code: ImportError.Code, _ message: String, at place: Int, suggestion: String? = nil) -> ImportError {
    let before = String(decoding: bytes[min(rowStart, place)..<place], as: UTF8.self)
    let lines = before.split(separator: "\n", omittingEmptySubsequences: false)
    return ImportError(
      code, message, path: path, line: line + lines.count - 1, column: (lines.last?.count ?? 0) + 1,
      suggestion: suggestion)
  }

  func error(_ code: ImportError.Code, _ message: String, in field: Field, suggestion: String? = nil) -> ImportError {
    error(code, message, at: field.range.lowerBound - (field.isQuoted ? 1 : 0), suggestion: suggestion)
  }
}
