import CEmbeddedFiles

/// The files that travel inside the program: lexicons, the language model, the bundled case.
public enum EmbeddedFile {
  /// A copy of the file's bytes, or nil if there is none at this path (`lexicons/states.tsv`).
  public static func bytes(at path: String) -> [UInt8]? {
    row(at: path).map { Array(UnsafeBufferPointer(start: $0.bytes, count: $0.count)) }
  }

  /// The first bytes of a file, without a copy of the rest.
  public static func head(of path: String, count: Int) -> [UInt8] {
    row(at: path).map { Array(UnsafeBufferPointer(start: $0.bytes, count: min(count, $0.count))) } ?? []
  }

  /// The file as text, or nil if there is none at this path. Bytes that are no UTF-8 are replaced.
  public static func text(at path: String) -> String? {
    row(at: path).map { String(decoding: UnsafeBufferPointer(start: $0.bytes, count: $0.count), as: UTF8.self) }
  }

  /// All paths that begin with `prefix`, sorted.
  public static func paths(under prefix: String = "") -> [String] {
    rows.map { String(cString: $0.path) }.filter { $0.hasPrefix(prefix) }.sorted()
  }

  private static func row(at path: String) -> hearsay_embedded_file? {
    rows.first { String(cString: $0.path) == path }
  }

  private static var rows: [hearsay_embedded_file] {
    let table = hearsay_embedded_file_table()
    var result: [hearsay_embedded_file] = []
    var index = 0
    while let row = table?[index], row.path != nil {
      result.append(row)
      index += 1
    }
    return result
  }
}
