import SourceText

/// Reads the rows of a text for LOAD CSV, a String for each field: see `FieldScanner`. A field without quotes that is empty
/// is nil.
struct FieldReader {
  private let bytes: [UInt8]
  private var scanner: FieldScanner

  init(_ text: String, separator: UInt8) {
    bytes = Array(text.utf8)
    scanner = FieldScanner(separator: separator)
  }

  /// Of the row read last, from 1.
  var line: Int { scanner.line }

  /// The next row; nil at the end.
  mutating func next() throws(FieldScanner.Mistake) -> [String?]? {
    var scanner = scanner
    defer { self.scanner = scanner }
    let row = bytes.withUnsafeBytes { bytes in
      Result { () throws(FieldScanner.Mistake) in try scanner.advance(in: bytes) ? scanner.texts(in: bytes) : nil }
    }
    return try row.get()
  }
}

extension FieldScanner {
  fileprivate func texts(in bytes: UnsafeRawBufferPointer) -> [String?] {
    fields.map { field in
      let raw = UnsafeRawBufferPointer(rebasing: bytes[field.range])
      if field.isMissing { return nil }
      return field.isEscaped
        ? String(decoding: Self.unescaped(raw), as: UTF8.self) : String(decoding: raw, as: UTF8.self)
    }
  }
}
