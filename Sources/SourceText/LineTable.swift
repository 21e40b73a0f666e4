/// Where the lines of a text begin, so that offsets can be told as line and column.
public struct LineTable: Sendable {
  /// A place as people count: line from 1, column from 1 in Unicode scalars.
  public struct Position: Hashable, Comparable, Sendable {
    public let line: Int
    public let column: Int

    public init(line: Int, column: Int) {
      self.line = line
      self.column = column
    }

    public static func < (a: Self, b: Self) -> Bool { (a.line, a.column) < (b.line, b.column) }
  }

  private let bytes: [UInt8]
  /// Offset of the first byte of each line, ascending; the first is 0.
  private let starts: [Int]

  /// One pass over the text; `\n`, `\r\n` and a lone `\r` end a line.
  public init(_ contents: String) {
    bytes = Array(contents.utf8)
    var starts = [0]
    for (offset, byte) in bytes.enumerated() {
      let isLoneReturn = byte == 0x0D && (offset + 1 == bytes.count || bytes[offset + 1] != 0x0A)
      if byte == 0x0A || isLoneReturn { starts.append(offset + 1) }
    }
    self.starts = starts
  }

  public var lineCount: Int { starts.count }

  /// The place of a UTF-8 offset; offsets beyond the end are at the end. O(log lines + length of the line).
  public func position(of offset: Int) -> Position {
    let offset = min(max(0, offset), bytes.count)
    let line = starts.partitioningIndex { $0 > offset } - 1
    let scalars = bytes[starts[line]..<offset].reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
    return Position(line: line + 1, column: scalars + 1)
  }

  /// The range of a line (counted from 1) without its line break, or nil if there is no such line.
  public func range(ofLine line: Int) -> SourceRange? {
    guard starts.indices.contains(line - 1) else { return nil }
    let start = starts[line - 1]
    var end = line < starts.count ? starts[line] : bytes.count
    while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return SourceRange(start, end)
  }
}

extension Array {
  /// The first index whose element satisfies `belongsInSecond`, where all after it do too. O(log n).
  fileprivate func partitioningIndex(where belongsInSecond: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = low + (high - low) / 2
      if belongsInSecond(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
