import SourceText

/// One line of a query file, by what it is for.
struct FileLine: Sendable {
  enum Kind: Equatable, Sendable {
    /// `//! key: …`
    case header
    /// `//# test …`
    case test
    /// `//? name = …`
    case parameter
    /// `//= …`
    case expectation
    /// A blank line or any other comment.
    case remark
    /// Query text.
    case query
  }

  let kind: Kind
  /// From 1.
  let number: Int
  let indent: String
  /// What stands behind the mark, without space at its ends; for other lines all of it.
  let content: String
  /// Where `content` begins, in the file's bytes.
  let contentOffset: Int
  /// The line without its break, in the file's bytes.
  let range: SourceRange

  static func lines(of text: Text) -> [FileLine] {
    let table = LineTable(text.contents)
    let bytes = Array(text.contents.utf8)
    return (1...table.lineCount).compactMap { number in
      table.range(ofLine: number).map { FileLine(bytes, number, $0) }
    }
  }

  private init(_ bytes: [UInt8], _ number: Int, _ range: SourceRange) {
    self.number = number
    self.range = range
    let line = bytes[range.start..<range.end]
    let start = line.firstIndex { !Self.isSpace($0) } ?? line.endIndex
    indent = String(decoding: line[..<start], as: UTF8.self)
    let mark = Self.mark(line[start...])
    let behind = line[(start + mark.length)...]
    contentOffset = behind.firstIndex { !Self.isSpace($0) } ?? range.end
    let end = (behind.lastIndex { !Self.isSpace($0) } ?? contentOffset - 1) + 1
    content = String(decoding: bytes[contentOffset..<max(contentOffset, end)], as: UTF8.self)
    kind = mark.kind ?? (content.isEmpty || content.hasPrefix("//") ? .remark : .query)
  }

  private static func mark(_ line: ArraySlice<UInt8>) -> (kind: Kind?, length: Int) {
    guard line.starts(with: [0x2F, 0x2F]) else { return (nil, 0) }
    switch line.dropFirst(2).first {
    case UInt8(ascii: "!"): return (.header, 3)
    case UInt8(ascii: "#"): return (.test, 3)
    case UInt8(ascii: "?"): return (.parameter, 3)
    case UInt8(ascii: "="): return (.expectation, 3)
    default: return (nil, 0)
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}
