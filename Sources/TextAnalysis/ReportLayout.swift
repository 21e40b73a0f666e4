import SourceText

/// A stretch of a report that sentences do not cross.
struct Block: Equatable {
  var range: Range<Int>
  var part: Sentence.Part
  var paragraph: Int
}

/// Takes a report apart into headline, byline, date line, paragraphs and boilerplate by the look of its lines.
struct ReportLayout {
  private struct Line {
    /// Without the space around it.
    var start: Int
    var end: Int
    var isAfterBlank: Bool
    var isBoilerplate: Bool
    var isHeadline: Bool
  }

  private let bytes: [UInt8]
  private let metadata: Text.Metadata

  static func blocks(of bytes: [UInt8], metadata: Text.Metadata) -> [Block] {
    let layout = ReportLayout(bytes: bytes, metadata: metadata)
    return layout.assignParts(layout.joinLines(layout.lines()))
  }

  // MARK: Lines

  /// The lines that hold anything, cut where boilerplate or the headline begins or ends.
  private func lines() -> [Line] {
    var result: [Line] = []
    var marks = metadata.boilerplate.sorted()[...]
    let headline = metadata.headline
    var isAfterBlank = false
    var start = 0
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
      var next = end < bytes.count ? end + 1 : end
      if end + 1 < bytes.count, bytes[end] == 0x0D, bytes[end + 1] == 0x0A { next += 1 }
      var hasText = false
      var from = start
      while from < end {
        while let first = marks.first, first.end <= from { marks = marks.dropFirst() }
        let mark = marks.first
        var to = end
        let isBoilerplate = mark.map { $0.start <= from } ?? false
        if let mark { to = min(to, isBoilerplate ? mark.end : mark.start) }
        var isHeadline = false
        if let headline {
          isHeadline = headline.start <= from && from < headline.end
          if isHeadline { to = min(to, headline.end) } else if from < headline.start { to = min(to, headline.start) }
        }
        to = max(to, from + 1)
        let trimmed = trim(from, to)
        if !trimmed.isEmpty {
          result.append(
            Line(
              start: trimmed.lowerBound, end: trimmed.upperBound, isAfterBlank: isAfterBlank,
              isBoilerplate: isBoilerplate, isHeadline: isHeadline))
          isAfterBlank = false
          hasText = true
        }
        from = to
      }
      if !hasText { isAfterBlank = true }
      start = next
    }
    return result
  }

  private func trim(_ start: Int, _ end: Int) -> Range<Int> {
    var from = start
    while from < end {
      let character = scanCharacter(bytes, at: from)
      if character.kind != .space { break }
      from += character.length
    }
    var to = end
    while to > from {
      var last = to - 1
      while last > from, bytes[last] & 0xC0 == 0x80 { last -= 1 }
      if scanCharacter(bytes, at: last).kind != .space { break }
      to = last
    }
    return min(from, end)..<max(to, min(from, end))
  }

  // MARK: Paragraphs

  /// The longest line that counts as one of a text wrapped by hand.
  private static let widestWrap = 100

  /// Joins the lines of a paragraph, if the text is one whose lines were broken to a width.
  private func joinLines(_ lines: [Line]) -> [(block: Block, isBoilerplate: Bool, isHeadline: Bool)] {
    let width = wrapWidth(lines)
    var result: [(block: Block, isBoilerplate: Bool, isHeadline: Bool)] = []
    for (index, line) in lines.enumerated() {
      if index > 0, !line.isAfterBlank, !result.isEmpty {
        let last = lines[index - 1]
        let isSameKind = last.isBoilerplate == line.isBoilerplate && last.isHeadline == line.isHeadline
        if isSameKind, continues(last, line, width: width) {
          let open = result[result.count - 1].block.range.lowerBound
          result[result.count - 1].block.range = open..<line.end
          continue
        }
      }
      let block = Block(range: line.start..<line.end, part: .body, paragraph: result.count)
      result.append((block, line.isBoilerplate, line.isHeadline))
    }
    return result
  }

  /// The width that lines were broken to, or nil if each line is a paragraph: few lines are longer, and most lines
  /// have no room for the first word of the next.
  private func wrapWidth(_ lines: [Line]) -> Int? {
    var width = 0
    var longer = 0
    for line in lines {
      if line.end - line.start > Self.widestWrap { longer += 1 } else { width = max(width, line.end - line.start) }
    }
    guard width >= 40, longer * 20 <= lines.count else { return nil }
    var pairs = 0
    var full = 0
    for (last, line) in zip(lines, lines.dropFirst()) where !line.isAfterBlank {
      pairs += 1
      if last.end - last.start + 1 + firstWordLength(line) > width - 4 { full += 1 }
    }
    return pairs >= 3 && full * 2 >= pairs ? width : nil
  }

  private func firstWordLength(_ line: Line) -> Int {
    var offset = line.start
    while offset < line.end, bytes[offset] > 0x20, offset - line.start < Self.widestWrap { offset += 1 }
    return offset - line.start
  }

  private func continues(_ last: Line, _ line: Line, width: Int?) -> Bool {
    if beginsLower(bytes, at: line.start), !endsSentence(last.start..<last.end) { return true }
    guard let width else { return false }
    return last.end - last.start + 1 + firstWordLength(line) > width - 8
  }

  // MARK: Parts

  private func assignParts(_ found: [(block: Block, isBoilerplate: Bool, isHeadline: Bool)]) -> [Block] {
    let hasHeadline = found.contains { $0.isHeadline }
    // Where the format tells that the first line is no headline, as one that is quoted, the range given is empty.
    let opensWithBody = metadata.headline?.isEmpty ?? false
    let hasProse = found.contains { !$0.isBoilerplate && !$0.isHeadline && endsSentence($0.block.range) }
    var isHead = true
    var isFirst = true
    var result: [Block] = []
    for (block, isBoilerplate, isHeadline) in found {
      var block = block
      if isBoilerplate || isHeadline {
        block.part = isBoilerplate ? .boilerplate : .headline
        result.append(block)
        continue
      }
      if let entry = TickerTime.end(in: bytes, block.range) { block.range = entry..<block.range.upperBound }
      let dateline = Dateline.end(in: bytes, block.range, isAlone: isHead && !endsSentence(block.range))
      if let dateline, dateline > block.range.lowerBound {
        isHead = false
        isFirst = false
        result.append(Block(range: block.range.lowerBound..<dateline, part: .dateline, paragraph: block.paragraph))
        let rest = trim(dateline, block.range.upperBound)
        if rest.isEmpty {
          isHead = true
        } else {
          result.append(Block(range: rest, part: .body, paragraph: block.paragraph))
        }
        continue
      }
      let isUnfinished = !endsSentence(block.range) && hasProse
      if isUnfinished, isPublicationLine(block.range) {
        block.part = .byline
      } else if isFirst, opensWithBody {
        block.part = .body
      } else if isHead, isUnfinished, block.range.count <= 300 {
        block.part = isFirst && !hasHeadline ? .headline : .byline
        if block.part == .byline, block.range.count > 120 { block.part = .headline }
      } else {
        isHead = false
        if isUnfinished, isSubheading(block.range) { block.part = .headline }
      }
      isFirst = false
      result.append(block)
    }
    return result
  }

  /// Whether a block ends as a sentence or an introduction to one does.
  private func endsSentence(_ range: Range<Int>) -> Bool {
    var end = range.upperBound
    while end > range.lowerBound {
      var last = end - 1
      while last > range.lowerBound, bytes[last] & 0xC0 == 0x80 { last -= 1 }
      let character = scanCharacter(bytes, at: last)
      switch character.scalar {
      case 0x2E, 0x21, 0x3F, 0x3A, 0x3B, 0x2C, 0x2026: return true
      case 0x22, 0x27, 0x29, 0x5D, 0x201D, 0x2019, 0xBB: end = last
      default: return false
      }
    }
    return false
  }

  /// A short line without an end in the midst of prose heads what follows. List items do not.
  private func isSubheading(_ range: Range<Int>) -> Bool {
    guard range.count <= 100 else { return false }
    let kind = scanCharacter(bytes, at: range.lowerBound).kind
    return kind == .letter || kind == .digit
  }

  private func isPublicationLine(_ range: Range<Int>) -> Bool {
    guard range.count <= 120 else { return false }
    let text = String(decoding: bytes[range].map(lowered), as: UTF8.self)
    return ["by ", "published", "first published", "updated", "last updated", "posted", "issued on"].contains {
      text.hasPrefix($0)
    }
  }
}
