import SourceText

/// The rows of a CSV file in place, with errors that name the place: see `FieldScanner`.
struct CSVRows {
  typealias Field = FieldScanner.Field

  let path: String
  private let bytes: UnsafeRawBufferPointer
  private var scanner = FieldScanner()

  init(_ bytes: UnsafeRawBufferPointer, path: String) {
    self.bytes = bytes
    self.path = path
  }

  /// Of the current row.
  var fields: [Field] { scanner.fields }
  var rowStart: Int { scanner.rowStart }

  /// Goes to the next row; false at the end.
  mutating func advance() throws(ImportError) -> Bool {
    do throws(FieldScanner.Mistake) { return try scanner.advance(in: bytes) } catch {
      throw self.error(.quotesUnbalanced, error.message, at: error.offset)
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
    return field.isEscaped
      ? FieldScanner.unescaped(UnsafeRawBufferPointer(raw)).withUnsafeBufferPointer(body) : body(raw)
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
      code, message, path: path, line: scanner.line + lines.count - 1, column: (lines.last?.count ?? 0) + 1,
      suggestion: suggestion)
  }

  func error(_ code: ImportError.Code, _ message: String, in field: Field, suggestion: String? = nil) -> ImportError {
    error(code, message, at: field.start, suggestion: suggestion)
  }
}
