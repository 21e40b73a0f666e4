/// The place, date and agency that open a news report: `GENEVA, May 3 (Agency) -`.
enum Dateline {
  /// The longest stretch that is searched for the dash of a date line.
  private static let longest = 160

  /// Where the date line of a block ends, its dash and bracketed service words (`[TEXT]`) included; nil if it has none.
  ///
  /// - Parameter isAlone: the block is a line of the report's head without a full stop, which may be a date line as
  ///   a whole, with no dash.
  static func end(in bytes: [UInt8], _ block: Range<Int>, isAlone: Bool) -> Int? {
    if let end = bracketedPlaceEnd(bytes, block) { return end }
    guard beginsUpper(bytes, at: block.lowerBound) else { return nil }
    let limit = min(block.upperBound, block.lowerBound + longest)
    guard let dash = dash(in: bytes, block.lowerBound..<limit) else {
      guard isAlone, block.count <= 80, isPlaceInCapitals(bytes, block), holdsDate(bytes, block) else { return nil }
      return block.upperBound
    }
    let head = block.lowerBound..<dash.lowerBound
    guard isDateline(bytes, head, followedBy: dash.upperBound) else { return nil }
    return serviceWordsEnd(bytes, dash.upperBound, block.upperBound)
  }

  /// `(Nairobi) – `, `(New York, May 3, 2024) - `, as organisations open their releases: a place in brackets and a dash.
  private static func bracketedPlaceEnd(_ bytes: [UInt8], _ block: Range<Int>) -> Int? {
    let limit = min(block.upperBound, block.lowerBound + 60)
    guard block.count > 8, bytes[block.lowerBound] == UInt8(ascii: "("), beginsUpper(bytes, at: block.lowerBound + 1),
      let close = (block.lowerBound..<limit).first(where: { bytes[$0] == UInt8(ascii: ")") }),
      let dash = dash(in: bytes, close + 1..<min(block.upperBound, close + 8)),
      (close + 1..<dash.lowerBound).allSatisfy({ bytes[$0] <= 0x20 })
    else { return nil }
    let words = bytes[(block.lowerBound + 1)..<close].split { $0 == 0x20 || $0 == UInt8(ascii: ",") }
    let isPlace = words.allSatisfy { beginsUpper(bytes, at: $0.startIndex) || isDigit(bytes[$0.startIndex]) }
    return isPlace && (1...7).contains(words.count) ? dash.upperBound : nil
  }

  /// The first dash with space before it (or an em dash anywhere) and the space behind.
  private static func dash(in bytes: [UInt8], _ range: Range<Int>) -> Range<Int>? {
    var offset = range.lowerBound
    while offset < range.upperBound {
      let character = scanCharacter(bytes, at: offset)
      if character.kind == .dash {
        var end = offset + character.length
        while end < range.upperBound, scanCharacter(bytes, at: end).kind == .dash {
          end += scanCharacter(bytes, at: end).length
        }
        let isBehindMark = offset > range.lowerBound + 1 && isClosed(bytes, offset)
        let isSpaced =
          offset > range.lowerBound && (bytes[offset - 1] <= 0x20 || isBehindMark) && end < bytes.count
          && bytes[end] <= 0x20
        if isSpaced || character.scalar == 0x2014 || end - offset >= 2 { return offset..<min(end, range.upperBound) }
        offset = end
      } else {
        // Old wires have a line for the dash.
        if bytes[offset] == UInt8(ascii: "_"), offset > range.lowerBound, bytes[offset - 1] <= 0x20,
          offset + 1 < range.upperBound, bytes[offset + 1] <= 0x20
        {
          return offset..<(offset + 1)
        }
        offset += character.length
      }
    }
    return nil
  }

  /// `(Agency).- `: a full stop between the bracket and the dash.
  private static func isClosed(_ bytes: [UInt8], _ dash: Int) -> Bool {
    bytes[dash - 1] == UInt8(ascii: ")") || bytes[dash - 1] == UInt8(ascii: ".") && bytes[dash - 2] == UInt8(ascii: ")")
  }

  private static func isDateline(_ bytes: [UInt8], _ head: Range<Int>, followedBy rest: Int) -> Bool {
    var end = head.upperBound
    while end > head.lowerBound, bytes[end - 1] <= 0x20 { end -= 1 }
    if end > head.lowerBound + 1, bytes[end - 1] == UInt8(ascii: "."), bytes[end - 2] == UInt8(ascii: ")") { end -= 1 }
    guard end > head.lowerBound + 1 else { return false }
    let head = head.lowerBound..<end
    let hasAgency = bytes[end - 1] == UInt8(ascii: ")")
    let hasDate = holdsDate(bytes, head)
    if hasAgency, hasDate || isPlaceInCapitals(bytes, head) { return true }
    if hasAgency, isPlaceWithAgency(bytes, head), beginsUpper(bytes, at: startOfWords(bytes, rest)) { return true }
    guard isPlaceInCapitals(bytes, head) else { return false }
    if hasDate { return true }
    // A place alone: the sentence behind it must look like one.
    var rest = rest
    while rest < bytes.count, bytes[rest] == 0x20 { rest += 1 }
    return head.count <= 40 && isWhollyPlace(bytes, head) && rest < bytes.count && !beginsLower(bytes, at: rest)
  }

  /// `Hamburg (dpa)`: up to four words that begin with capitals, and one word of letters in brackets.
  private static func isPlaceWithAgency(_ bytes: [UInt8], _ head: Range<Int>) -> Bool {
    guard let open = head.last(where: { bytes[$0] == UInt8(ascii: "(") }), open - head.lowerBound <= 40,
      (2...12).contains(head.upperBound - 1 - open - 1)
    else { return false }
    let isOneWord = (open + 1..<head.upperBound - 1).allSatisfy {
      isASCIILetter(bytes[$0]) || bytes[$0] == UInt8(ascii: "/")
    }
    let words = bytes[head.lowerBound..<open].split { $0 == 0x20 || $0 == UInt8(ascii: ",") }
    return isOneWord && (1...4).contains(words.count) && words.allSatisfy { beginsUpper(bytes, at: $0.startIndex) }
  }

  private static func startOfWords(_ bytes: [UInt8], _ start: Int) -> Int {
    var offset = start
    while offset + 1 < bytes.count, bytes[offset] <= 0x20 { offset += 1 }
    return offset
  }

  /// At least one word of three capitals at the beginning.
  private static func isPlaceInCapitals(_ bytes: [UInt8], _ head: Range<Int>) -> Bool {
    var offset = head.lowerBound
    var letters = 0
    while offset < head.upperBound {
      let character = scanCharacter(bytes, at: offset)
      guard character.kind == .letter || character.kind == .apostrophe || character.kind == .dash else { break }
      if character.kind == .letter {
        guard beginsUpper(bytes, at: offset) else { return false }
        letters += 1
      }
      offset += character.length
    }
    return letters >= 3
  }

  /// Capitals and commas only, but a word behind a comma (a state, a country) may be written small.
  private static func isWhollyPlace(_ bytes: [UInt8], _ head: Range<Int>) -> Bool {
    var isBehindComma = false
    var isWordStart = true
    var words = 0
    var hasSmall = false
    for offset in head {
      let byte = bytes[offset]
      if byte == UInt8(ascii: ",") || byte == UInt8(ascii: "(") { isBehindComma = true }
      if byte >= 0x80 { continue }
      if isASCIILetter(byte) {
        if isWordStart {
          words += 1
          if isLower(byte) { return false }
        } else if isLower(byte) {
          hasSmall = true
          if !isBehindComma { return false }
        }
        isWordStart = false
      } else {
        isWordStart = true
      }
    }
    return words <= (hasSmall ? 5 : 4)
  }

  private static func holdsDate(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    var hasDigit = false
    var hasMonth = false
    var offset = range.lowerBound
    while offset < range.upperBound {
      if isDigit(bytes[offset]) { hasDigit = true }
      if isASCIILetter(bytes[offset]), offset == range.lowerBound || !isASCIILetter(bytes[offset - 1]) {
        let word = bytes[offset..<min(offset + 3, range.upperBound)].map(lowered)
        if months.contains(String(decoding: word, as: UTF8.self)) { hasMonth = true }
      }
      offset += 1
    }
    return hasDigit && hasMonth
  }

  private static let months: Set<String> = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  /// Bracketed words of the monitoring service directly behind the dash.
  private static func serviceWordsEnd(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int {
    var result = start
    var offset = start
    while offset < end {
      while offset < end, bytes[offset] <= 0x20 { offset += 1 }
      guard offset < end, bytes[offset] == UInt8(ascii: "[") else { break }
      var close = offset
      while close < end, bytes[close] != UInt8(ascii: "]"), close - offset < 300 { close += 1 }
      guard close < end, bytes[close] == UInt8(ascii: "]") else { break }
      result = close + 1
      offset = result
    }
    return result
  }
}
