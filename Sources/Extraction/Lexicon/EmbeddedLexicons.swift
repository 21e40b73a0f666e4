import CEmbeddedFiles

/// The lexicons that the binary carries.
enum EmbeddedLexicons {
  /// The file of that name below `lexicons/`, or nil if the binary carries none.
  static func file(_ name: String) -> LexiconFile? {
    let path = "lexicons/" + name
    var row = hearsay_embedded_file_table()
    while let current = row, let found = current.pointee.path, let bytes = current.pointee.bytes {
      if String(cString: found) == path {
        let buffer = UnsafeBufferPointer(start: bytes, count: current.pointee.count)
        return LexiconFile(name: name, contents: String(decoding: buffer, as: UTF8.self))
      }
      row = current + 1
    }
    return nil
  }
}
