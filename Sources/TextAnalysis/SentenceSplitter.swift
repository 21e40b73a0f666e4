/// Finds where sentences end in the tokens of a block.
struct SentenceSplitter {
  /// Longest sentence in tokens; a longer one is cut, at a mark if there is one. Keeps every later stage linear.
  static let longestSentence = 400

  let bytes: [UInt8]
  let tokens: [RawToken]

  /// Runs of indices into `tokens`, in order, without gaps.
  func sentences() -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start = 0
    var index = 0
    while index < tokens.count {
      let end = sentenceEnd(at: index)
      if let end {
        appendCut(start..<end, to: &result)
        start = end
        index = end
      } else {
        index += 1
      }
    }
    if start < tokens.count { appendCut(start..<tokens.count, to: &result) }
    return result
  }

  /// If a sentence ends with the mark at `index`: the index behind it and its closing quotes and brackets.
  private func sentenceEnd(at index: Int) -> Int? {
    let token = tokens[index]
    let first = bytes[token.start]
    let isTerminator = first == 0x2E || first == 0x21 || first == 0x3F || isEllipsis(token)
    guard isTerminator || token.abbreviation != nil else { return nil }
    var end = index + 1
    while end < tokens.count {
      if isCloser(end) { end += 1 } else if isNoteMark(end) { end += 3 } else { break }
    }
    guard end < tokens.count else { return end }
    guard tokens[end].hasSpaceBefore else { return endWithoutSpace(index, end) }
    let isStrong = isTerminator && !(isEllipsis(token) || isDots(token))
    return beginsSentence(end, afterAbbreviation: token.abbreviation, isStrong: isStrong, hasClosers: end > index + 1)
      ? end : nil
  }

  /// A missing space behind a full stop ends a sentence if a capital follows small letters: `was lost.The`.
  private func endWithoutSpace(_ index: Int, _ end: Int) -> Int? {
    guard tokens[index].abbreviation == nil, end == index + 1, index > 0, tokens[index].end - tokens[index].start == 1,
      beginsUpper(bytes, at: tokens[end].start), isLower(bytes[tokens[index - 1].end - 1]),
      tokens[end].end - tokens[end].start > 1
    else { return nil }
    return end
  }

  private func isEllipsis(_ token: RawToken) -> Bool {
    token.end - token.start >= 3 && scanCharacter(bytes, at: token.start).scalar == 0x2026
  }

  private func isDots(_ token: RawToken) -> Bool {
    token.end - token.start >= 2 && bytes[token.start] == 0x2E && bytes[token.start + 1] == 0x2E
      && bytes[token.end - 1] == 0x2E
  }

  /// A mark that closes what the sentence opened. Straight quotes close if they stand directly behind.
  private func isCloser(_ index: Int) -> Bool {
    let token = tokens[index]
    switch scanCharacter(bytes, at: token.start).scalar {
    case 0x201D, 0xBB, 0x203A: return true
    case 0x2019, 0x27, 0x22: return !token.hasSpaceBefore && token.end - token.start <= 3
    case 0x29, 0x5D: return true
    default: return false
    }
  }

  /// `[6]`, the number of a note, belongs to what it stands behind.
  private func isNoteMark(_ index: Int) -> Bool {
    guard index + 2 < tokens.count, !tokens[index].hasSpaceBefore || bytes[tokens[index - 1].start] != 0x5D else {
      return false
    }
    let digits = tokens[index + 1]
    return bytes[tokens[index].start] == 0x5B && bytes[tokens[index + 2].start] == 0x5D
      && digits.end - digits.start <= 3 && bytes[digits.start..<digits.end].allSatisfy(isDigit)
  }

  private func beginsSentence(
    _ index: Int, afterAbbreviation abbreviation: Abbreviation?, isStrong: Bool, hasClosers: Bool
  ) -> Bool {
    var index = index
    // Look through opening marks at the word behind them.
    while index < tokens.count - 1, isOpener(index) { index += 1 }
    let start = tokens[index].start
    let kind = scanCharacter(bytes, at: start).kind
    switch abbreviation {
    case .leading:
      return false
    case .either:
      return beginsUpper(bytes, at: start) && (isStarter(index) || isAfterHour(index))
    case nil:
      if beginsLower(bytes, at: start) { return false }
      if kind == .letter || kind == .digit { return true }
      // A dash or comma continues the sentence; bullets, currency signs and stray quotes begin one.
      return isStrong && ![0x2C, 0x3B, 0x3A, 0x29, 0x5D].contains(bytes[start]) && kind != .dash
    }
  }

  private func isOpener(_ index: Int) -> Bool {
    switch scanCharacter(bytes, at: tokens[index].start).scalar {
    case 0x22, 0x27, 0x60, 0x28, 0x5B, 0x201C, 0x2018, 0xAB, 0x201E: true
    default: false
    }
  }

  private func isStarter(_ index: Int) -> Bool {
    sentenceStarters.contains(lower(tokens[index]))
  }

  /// `at 1:52 a.m. Colonel Munk`: behind the half of a day stand days, months and whose time it is; any other capital begins a
  /// sentence.
  private func isAfterHour(_ index: Int) -> Bool {
    guard let hour = tokens[..<index].last(where: { isASCIILetter(bytes[$0.start]) }) else { return false }
    guard ["a.m.", "p.m.", "a.m", "p.m"].contains(lower(hour)) else { return false }
    let word = lower(tokens[index])
    if namesOfDays.contains(word) || namesOfTimes.contains(word) { return false }
    // `6 p.m. Moscow time`, `6 p.m. GMT`
    let isShortName = tokens[index].end - tokens[index].start <= 4 && !isLower(bytes[tokens[index].end - 1])
    return !isShortName && !tokens[index...].dropFirst().prefix(2).contains { lower($0) == "time" }
  }

  private func lower(_ token: RawToken) -> String {
    guard token.end - token.start <= 16 else { return "" }
    return String(decoding: bytes[token.start..<token.end].map(lowered), as: UTF8.self)
  }

  private func appendCut(_ range: Range<Int>, to result: inout [Range<Int>]) {
    var start = range.lowerBound
    while range.upperBound - start > Self.longestSentence {
      let limit = start + Self.longestSentence
      // A mark in the second half of the piece is worth cutting at.
      let mark = (start + Self.longestSentence / 2..<limit).last { index in
        [0x2C, 0x3B, 0x3A, 0x29].contains(bytes[tokens[index].start])
      }
      let end = mark.map { $0 + 1 } ?? limit
      result.append(start..<end)
      start = end
    }
    result.append(start..<range.upperBound)
  }
}
