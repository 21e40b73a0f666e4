import SourceText

/// A line that holds something, without the white space around it.
struct ReportLine {
  /// Bytes of the text.
  let range: SourceRange
  /// The words, cut after `ReportLines.longestHead` bytes: nothing that tells layout is longer.
  let words: String
  let isCut: Bool
  let isAfterBlank: Bool

  /// Whether it ends as a sentence does, closing quotes and brackets aside.
  var endsSentence: Bool {
    guard !isCut, let last = words.last(where: { !"\"'”’)]»".contains($0) }) else { return isCut }
    return ".!?…:;,".contains(last)
  }
}

enum ReportLines {
  static let longestHead = 400

  /// The lines of a text that are not blank. One pass.
  static func lines(of contents: String) -> [ReportLine] {
    var result: [ReportLine] = []
    let bytes = Array(contents.utf8)
    var start = 0
    var isAfterBlank = false
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
      let trimmed = trim(bytes, start..<end)
      if !trimmed.isEmpty {
        let isCut = trimmed.count > longestHead
        var stop = isCut ? trimmed.lowerBound + longestHead : trimmed.upperBound
        while stop > trimmed.lowerBound, stop < bytes.count, bytes[stop] & 0xC0 == 0x80 { stop -= 1 }
        result.append(
          ReportLine(
            range: SourceRange(trimmed.lowerBound, trimmed.upperBound),
            words: String(decoding: bytes[trimmed.lowerBound..<stop], as: UTF8.self), isCut: isCut,
            isAfterBlank: isAfterBlank))
      }
      isAfterBlank = trimmed.isEmpty
      start = end + 1
      if end + 1 < bytes.count, bytes[end] == 0x0D, bytes[end + 1] == 0x0A { start += 1 }
    }
    return result
  }

  private static func trim(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    func isSpace(at offset: Int, length: inout Int) -> Bool {
      length = 1
      if bytes[offset] <= 0x20 { return true }
      length = 2
      return bytes[offset] == 0xC2 && offset + 1 < end && bytes[offset + 1] == 0xA0
    }
    var length = 1
    while start < end, isSpace(at: start, length: &length) { start += length }
    while end > start {
      if bytes[end - 1] <= 0x20 {
        end -= 1
      } else if end - 2 >= start, bytes[end - 2] == 0xC2, bytes[end - 1] == 0xA0 {
        end -= 2
      } else {
        break
      }
    }
    return start..<end
  }
}
