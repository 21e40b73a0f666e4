/// The time that opens an entry of a live ticker: `15:40 Governor X tells …`, `16.30 - police …`, `[9:15 am GMT] …`.
///
/// It is layout, as a date line is: in a sentence it would be taken for the one who tells.
enum TickerTime {
  /// Where the entry behind the time begins; nil where the block opens with no time, or with one that a sentence may
  /// open with: `15:40 was the time`, `16.30 million`.
  static func end(in bytes: [UInt8], _ block: Range<Int>) -> Int? {
    var reader = Scan(bytes: bytes, end: block.upperBound, offset: block.lowerBound)
    let bracket = reader.take("[") ? "]" : reader.take("(") ? ")" : nil
    guard let isColon = reader.takeClock() else { return nil }
    let isMarked = reader.takeHalf()
    let hasZone = reader.takeZone()
    if let bracket { guard reader.take(bracket) else { return nil } }
    let hasSeparator = reader.takeSeparator()
    let isSpaced = reader.takeSpace()
    guard reader.offset < block.upperBound, hasSeparator || isSpaced else { return nil }
    if hasSeparator || bracket != nil { return isSpaced || bracket != nil ? reader.offset : nil }
    // Nothing parts them: a time that can be nothing else, and a beginning of a sentence.
    guard isColon || isMarked || hasZone, reader.beginsSentence else { return nil }
    return reader.offset
  }

  private static let zones = [
    "local time", "gmt", "utc", "bst", "cet", "cest", "eet", "eest", "msk", "est", "edt", "cst", "cdt", "mst", "mdt",
    "pst", "pdt", "et", "ist", "jst", "aest", "aedt",
  ]

  private struct Scan {
    let bytes: [UInt8]
    let end: Int
    var offset: Int

    private var byte: UInt8? { offset < end ? bytes[offset] : nil }

    /// Lower case in `words` stands for either.
    mutating func take(_ words: String) -> Bool {
      let wanted = Array(words.utf8)
      guard offset + wanted.count <= end, bytes[offset..<offset + wanted.count].map(lowered) == wanted else {
        return false
      }
      offset += wanted.count
      return true
    }

    mutating func takeSpace() -> Bool {
      let start = offset
      while let byte, byte == 0x20 || byte == 0x09 { offset += 1 }
      return offset > start
    }

    private mutating func number(_ digits: ClosedRange<Int>) -> Int? {
      let start = offset
      var value = 0
      while let byte, isDigit(byte), offset - start < digits.upperBound {
        value = value * 10 + Int(byte - 0x30)
        offset += 1
      }
      return offset - start >= digits.lowerBound ? value : nil
    }

    /// `15:40`, `9.15`; whether hours and minutes are parted by a colon, nil if it is no time of day.
    mutating func takeClock() -> Bool? {
      guard let hour = number(1...2), hour < 24, let mark = byte, [UInt8(ascii: ":"), UInt8(ascii: ".")].contains(mark)
      else { return nil }
      offset += 1
      guard let minute = number(2...2), minute < 60 else { return nil }
      if let byte, isDigit(byte) || byte == UInt8(ascii: "%") { return nil }
      // With seconds it is a duration or a record.
      if byte == UInt8(ascii: ":"), offset + 1 < end, isDigit(bytes[offset + 1]) { return nil }
      return mark == UInt8(ascii: ":")
    }

    private mutating func takeWord(_ words: [String]) -> Bool {
      let start = offset
      _ = takeSpace()
      for word in words {
        let before = offset
        if take(word), byte.map({ !isASCIILetter($0) && !isDigit($0) }) ?? true { return true }
        offset = before
      }
      offset = start
      return false
    }

    mutating func takeHalf() -> Bool { takeWord(["am", "pm", "a.m.", "p.m."]) }
    mutating func takeZone() -> Bool { takeWord(TickerTime.zones) }

    /// A dash, colon, bar or dot.
    mutating func takeSeparator() -> Bool {
      let start = offset
      _ = takeSpace()
      let isSpaced = offset > start
      for mark in ["--", "-", "–", "—", "|", "·", "•"] where take(mark) { return true }
      for mark in [":", "."] where !isSpaced && take(mark) { return true }
      offset = start
      return false
    }

    /// A capital, a mark of quotation or a bracket.
    var beginsSentence: Bool {
      guard let byte else { return false }
      return beginsUpper(bytes, at: offset) || [0x22, 0x27].contains(byte)
        || bytes[offset..<end].starts(with: "“".utf8) || bytes[offset..<end].starts(with: "‘".utf8)
    }
  }
}
