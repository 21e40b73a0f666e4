/// A token before it has a tag: where it stands, and what its end can mean.
struct RawToken: Equatable {
  var start: Int
  var end: Int
  var hasSpaceBefore: Bool
  /// Set if the token carries the full stop of an abbreviation.
  var abbreviation: Abbreviation?
}

/// Cuts a stretch of text into tokens as UD English-EWT does: clitics, hyphens, currency signs and units stand alone;
/// initials, numbers, times, dates and addresses stay whole. One pass; every byte is looked at a bounded number of times.
struct Tokenizer {
  let bytes: [UInt8]
  private(set) var tokens: [RawToken] = []

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The tokens of a stretch. Its first token counts as preceded by space.
  mutating func tokenize(_ range: Range<Int>) -> [RawToken] {
    tokens.removeAll(keepingCapacity: true)
    var offset = range.lowerBound
    while offset < range.upperBound {
      let character = scanCharacter(bytes, at: offset)
      if character.kind == .space {
        offset += character.length
        continue
      }
      var end = offset + character.length
      while end < range.upperBound {
        let next = scanCharacter(bytes, at: end)
        if next.kind == .space { break }
        end += next.length
      }
      end = min(end, range.upperBound)
      tokenizeChunk(offset, end)
      offset = end
    }
    return tokens
  }

  private mutating func emit(_ start: Int, _ end: Int, chunkStart: Int, abbreviation: Abbreviation? = nil) {
    guard end > start else { return }
    tokens.append(
      RawToken(start: start, end: end, hasSpaceBefore: start == chunkStart, abbreviation: abbreviation))
  }

  /// What stands between two spaces.
  private mutating func tokenizeChunk(_ start: Int, _ end: Int) {
    var offset = start
    while offset < end {
      let character = scanCharacter(bytes, at: offset)
      switch character.kind {
      case .letter, .digit:
        if let addressEnd = addressEnd(offset, end) {
          emit(offset, addressEnd, chunkStart: start)
          offset = addressEnd
        } else {
          offset = word(offset, end, chunkStart: start)
        }
      case .apostrophe:
        offset = apostrophe(offset, end, chunkStart: start)
      case .dash, .mark:
        offset = run(offset, end, character, chunkStart: start)
      case .openingQuote, .closingQuote, .space:
        emit(offset, min(end, offset + character.length), chunkStart: start)
        offset += character.length
      }
    }
  }

  // MARK: Words

  /// Reads a word from `start`, and emits it with its clitics and hyphenated parts; returns where it ends.
  private mutating func word(_ start: Int, _ end: Int, chunkStart: Int) -> Int {
    var stop = wordEnd(start, end)
    var kind: Abbreviation?
    if stop < end, bytes[stop] == UInt8(ascii: "."), let found = abbreviation(bytes[start..<stop]),
      keepsStop(start, stop, end, found)
    {
      stop += 1
      kind = found
    }
    if kind == nil { stop = unitStart(start, stop) }
    var cut = cliticStart(start, stop)
    if cut == stop { cut = fusedCut(start, stop) }
    emit(start, cut, chunkStart: chunkStart, abbreviation: kind)
    emit(cut, stop, chunkStart: chunkStart)
    return stop
  }

  /// The stop of `I.` or of a lone capital at the very end of the chunk is a sentence's when a small letter's word
  /// could not be meant; elsewhere the abbreviation keeps it.
  private func keepsStop(_ start: Int, _ stop: Int, _ end: Int, _ kind: Abbreviation) -> Bool {
    // `No.` is short for number before one.
    if stop - start == 2, bytes[start] == UInt8(ascii: "N"), bytes[start + 1] == UInt8(ascii: "o") {
      return numberFollows(stop + 1)
    }
    guard stop - start == 1 else { return true }
    // `c. 1818`
    if bytes[start] == UInt8(ascii: "c") { return numberFollows(stop + 1) }
    // `ISIS-K.` ends a sentence, and so does a letter at the end of its paragraph.
    if start > 0, scanCharacter(bytes, at: start - 1).kind == .dash || isLast(stop + 1) { return false }
    // `I.` closes a sentence far more often than it shortens a name.
    if bytes[start] == UInt8(ascii: "I") { return stop + 1 < end && isASCIILetter(bytes[stop + 1]) }
    return true
  }

  /// Whether the line ends here.
  private func isLast(_ offset: Int) -> Bool {
    offset >= bytes.count || bytes[offset] == 0x0A || bytes[offset] == 0x0D
  }

  private func numberFollows(_ offset: Int) -> Bool {
    var offset = offset
    while offset < bytes.count, bytes[offset] == 0x20 { offset += 1 }
    return offset < bytes.count && (isDigit(bytes[offset]) || bytes[offset] == UInt8(ascii: "#"))
  }

  /// How far a word runs: letters and digits, and the marks that join them.
  private func wordEnd(_ start: Int, _ end: Int) -> Int {
    var offset = start
    // Hyphens are decided one at a time: the part since the last one must be known.
    var partStart = start
    var hasLetter = false
    while offset < end {
      let character = scanCharacter(bytes, at: offset)
      switch character.kind {
      case .letter:
        hasLetter = true
        offset += character.length
      case .digit:
        offset += 1
      case .dash where joins(hyphenAt: offset, length: character.length, partStart, start, end):
        offset += character.length
        partStart = offset
      case .apostrophe where letterFollows(offset + character.length, end) && offset > start:
        offset += character.length
      case .mark where joins(markAt: offset, start, end, hasLetter):
        offset += 1
      default:
        return min(offset, end)
      }
    }
    return end
  }

  private func letterFollows(_ offset: Int, _ end: Int) -> Bool {
    offset < end && scanCharacter(bytes, at: offset).kind == .letter
  }

  private func joins(markAt offset: Int, _ start: Int, _ end: Int, _ hasLetter: Bool) -> Bool {
    guard offset > start, offset + 1 < end else { return false }
    let before = bytes[offset - 1]
    let after = bytes[offset + 1]
    switch bytes[offset] {
    case UInt8(ascii: "."):
      if isDigit(before), isDigit(after) { return true }
      // Initials: letters one by one, and `Ph.D`.
      guard isASCIILetter(before), isASCIILetter(after) else { return false }
      let single = offset - start == 1 || bytes[offset - 2] == UInt8(ascii: ".")
      let nextSingle = offset + 2 >= end || !isASCIILetter(bytes[offset + 2])
      return nextSingle && (single || (offset - start == 2 && isUpper(after)))
    case UInt8(ascii: ","):
      return !hasLetter && isDigit(before) && offset + 3 < end && isDigit(after) && isDigit(bytes[offset + 2])
        && isDigit(bytes[offset + 3])
    case UInt8(ascii: ":"), UInt8(ascii: "/"):
      return !hasLetter && isDigit(before) && isDigit(after)
    case UInt8(ascii: "&"):
      return isUpper(before) && isUpper(after)
    case UInt8(ascii: "_"):
      return true
    default:
      return false
    }
  }

  /// A hyphen stays inside after certain prefixes and in telephone numbers; elsewhere EWT cuts at it.
  private func joins(hyphenAt offset: Int, length: Int, _ partStart: Int, _ start: Int, _ end: Int) -> Bool {
    guard length == 1, offset + 1 < end, offset > partStart else { return false }
    let after = bytes[offset + 1]
    if isDigit(bytes[partStart]), isDigit(after) { return isTelephone(partStart, offset, end) || partStart > start }
    guard partStart == start, offset - start <= 7, scanCharacter(bytes, at: offset + 1).kind == .letter else {
      return false
    }
    return hyphenPrefixes.contains(String(decoding: bytes[start..<offset].map(lowered), as: UTF8.self))
  }

  /// Three digits, a hyphen, and three or four more with nothing behind: `555-0123`, `212-555-0123`.
  private func isTelephone(_ start: Int, _ hyphen: Int, _ end: Int) -> Bool {
    guard hyphen - start == 3 else { return false }
    var count = 0
    var offset = hyphen + 1
    while offset < end, isDigit(bytes[offset]), count < 5 {
      count += 1
      offset += 1
    }
    return count == 4 || (count == 3 && offset < end && bytes[offset] == UInt8(ascii: "-"))
  }

  /// A unit written onto its number stands alone: `5pm`, `35mm`, `10bn`. Returns where the number ends, or `stop`.
  private func unitStart(_ start: Int, _ stop: Int) -> Int {
    guard isDigit(bytes[start]), stop - start <= 24 else { return stop }
    var offset = stop
    while offset > start, isASCIILetter(bytes[offset - 1]) { offset -= 1 }
    guard offset > start, offset < stop, stop - offset <= 4, isDigit(bytes[offset - 1]) else { return stop }
    for index in start..<offset where isASCIILetter(bytes[index]) { return stop }
    return attachedUnits.contains(String(decoding: bytes[offset..<stop].map(lowered), as: UTF8.self)) ? offset : stop
  }

  /// Where the clitic of a contraction begins, or `stop`.
  private func cliticStart(_ start: Int, _ stop: Int) -> Int {
    guard stop - start >= 3 else { return stop }
    // The apostrophe may be one byte or three (’).
    for letters in 1...2 {
      let tail = stop - letters
      guard tail > start + 1 else { continue }
      for width in [1, 3] where tail - width > start {
        let mark = tail - width
        guard scanCharacter(bytes, at: mark).length == width, scanCharacter(bytes, at: mark).kind == .apostrophe
        else { continue }
        let clitic = String(decoding: bytes[tail..<stop].map(lowered), as: UTF8.self)
        if clitic == "t", lowered(bytes[mark - 1]) == UInt8(ascii: "n"), mark - 1 > start { return mark - 1 }
        if clitics.contains(clitic) { return mark }
      }
    }
    return stop
  }

  /// Where a word that was written together from two is cut, or `stop`.
  private func fusedCut(_ start: Int, _ stop: Int) -> Int {
    guard (4...6).contains(stop - start) else { return stop }
    return fusedWords[String(decoding: bytes[start..<stop].map(lowered), as: UTF8.self)].map { start + $0 } ?? stop
  }

  // MARK: Marks

  private mutating func apostrophe(_ start: Int, _ end: Int, chunkStart: Int) -> Int {
    let width = scanCharacter(bytes, at: start).length
    var offset = start + width
    // `'s` behind a mark or a full stop: `U.S.'s`.
    if start > chunkStart, offset < end {
      var stop = offset
      while stop < end, isASCIILetter(bytes[stop]), stop - offset < 3 { stop += 1 }
      if stop > offset, clitics.contains(String(decoding: bytes[offset..<stop].map(lowered), as: UTF8.self)) {
        emit(start, stop, chunkStart: chunkStart)
        return stop
      }
    }
    // `'90s`
    if start == chunkStart, offset + 2 < end, isDigit(bytes[offset]), isDigit(bytes[offset + 1]),
      bytes[offset + 2] == UInt8(ascii: "s")
    {
      emit(start, offset + 3, chunkStart: chunkStart)
      return offset + 3
    }
    // `''` and two backticks are quotation marks.
    if offset < end, bytes[offset] == bytes[start], width == 1 { offset += 1 }
    emit(start, offset, chunkStart: chunkStart)
    return offset
  }

  /// A mark, or the run of equal marks that it opens.
  private mutating func run(_ start: Int, _ end: Int, _ character: ScannedCharacter, chunkStart: Int) -> Int {
    let first = bytes[start]
    var offset = min(end, start + character.length)
    if let stop = signedNumberEnd(start, end, chunkStart: chunkStart) {
      emit(start, stop, chunkStart: chunkStart)
      return stop
    }
    switch first {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"):
      while offset < end, [UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?")].contains(bytes[offset]) {
        offset += 1
      }
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "="), UInt8(ascii: "_"), UInt8(ascii: "~"),
      UInt8(ascii: "#"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "+"):
      while offset < end, bytes[offset] == first { offset += 1 }
    default:
      if character.kind == .dash {
        while offset < end {
          let next = scanCharacter(bytes, at: offset)
          guard next.scalar == character.scalar else { break }
          offset += next.length
        }
      }
    }
    emit(start, offset, chunkStart: chunkStart)
    return offset
  }

  /// `+44`, `#tag` and `@name` at the beginning of a chunk are one token.
  private func signedNumberEnd(_ start: Int, _ end: Int, chunkStart: Int) -> Int? {
    guard start == chunkStart, start + 1 < end else { return nil }
    let next = bytes[start + 1]
    switch bytes[start] {
    case UInt8(ascii: "+") where isDigit(next): return wordEnd(start + 1, end)
    case UInt8(ascii: "#") where isASCIILetter(next), UInt8(ascii: "@") where isASCIILetter(next):
      return wordEnd(start + 1, end)
    default: return nil
    }
  }

  // MARK: Addresses

  /// Where a web or mail address that begins here ends, without the punctuation behind it; nil if none begins here.
  private func addressEnd(_ start: Int, _ end: Int) -> Int? {
    // Only at the start of a chunk or behind an opening mark: this keeps the work linear in odd input.
    if start > 0, isASCIILetter(bytes[start - 1]) || isDigit(bytes[start - 1]) || bytes[start - 1] == UInt8(ascii: "-")
    {
      return nil
    }
    guard
      begins(start, end, "http://") || begins(start, end, "https://") || begins(start, end, "www.")
        || isMailOrHost(start, end)
    else { return nil }
    var stop = end
    let trailing = Set(".,;:!?)]}>\"'".utf8)
    while stop > start + 1 {
      if trailing.contains(bytes[stop - 1]) {
        stop -= 1
      } else if stop - start > 3, bytes[stop - 3] == 0xE2, bytes[stop - 2] == 0x80 {
        stop -= 3
      } else {
        break
      }
    }
    return stop
  }

  private func begins(_ start: Int, _ end: Int, _ prefix: StaticString) -> Bool {
    guard start + prefix.utf8CodeUnitCount < end else { return false }
    return prefix.withUTF8Buffer { wanted in
      for index in wanted.indices where lowered(bytes[start + index]) != wanted[index] { return false }
      return true
    }
  }

  /// The longest chunk that is looked at for an address without a scheme.
  private static let longestHost = 100

  private func isMailOrHost(_ start: Int, _ end: Int) -> Bool {
    guard end - start <= Self.longestHost, end - start >= 5 else { return false }
    var at: Int?
    var dot: Int?
    var host = end
    scan: for offset in start..<end {
      switch bytes[offset] {
      case UInt8(ascii: "@"): at = offset
      case UInt8(ascii: "."):
        if offset + 1 < end, isASCIILetter(bytes[offset + 1]), offset > start { dot = offset }
      case UInt8(ascii: "/"), UInt8(ascii: "?"):
        host = offset
        break scan
      case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "+"), UInt8(ascii: "0")...UInt8(ascii: "9"): break
      case let byte where isASCIILetter(byte): break
      default:
        host = offset
        break scan
      }
    }
    guard let dot, dot < host else { return false }
    if let at, at > start, at < dot { return true }
    var stop = dot + 1
    while stop < host, isASCIILetter(bytes[stop]) { stop += 1 }
    guard stop == host || bytes[stop] == UInt8(ascii: ".") else { return false }
    let domain = String(decoding: bytes[(dot + 1)..<stop].map(lowered), as: UTF8.self)
    return topDomains.contains(domain) && isLower(bytes[dot + 1])
  }
}

/// Without the apostrophe, lower case.
private let clitics: Set<String> = ["s", "re", "ve", "ll", "d", "m"]

/// Words written together from two, with the length of the first.
private let fusedWords: [String: Int] = [
  "cannot": 3, "gonna": 3, "gotta": 3, "wanna": 3, "lemme": 3, "gimme": 3, "dont": 2, "didnt": 3, "doesnt": 4,
  "isnt": 2,
  "wasnt": 3, "havent": 4, "hasnt": 3, "arent": 3, "cant": 2,
]

/// Prefixes whose hyphen EWT keeps inside the word.
private let hyphenPrefixes: Set<String> = [
  "anti", "arch", "bi", "co", "counter", "cross", "de", "e", "ex", "extra", "hyper", "inter", "intra", "micro", "mid",
  "mini", "multi", "neo", "non", "over", "pan", "para", "post", "pre", "pro", "pseudo", "psycho", "re", "semi", "socio",
  "sub", "super", "trans", "ultra", "un", "uni", "under",
]

private let attachedUnits: Set<String> = [
  "am", "pm", "m", "mm", "cm", "km", "kg", "g", "k", "ft", "lb", "lbs", "bn", "mn", "tn", "mph", "kph", "kw", "mw",
  "gw",
  "mb", "gb", "tb", "hz", "khz", "mhz", "ghz", "x", "hrs", "hr", "yrs", "min", "mins",
]

private let topDomains: Set<String> = [
  "com", "org", "net", "gov", "edu", "mil", "info", "int", "co", "uk", "us", "de", "fr", "ru", "ir", "tj", "ua", "eu",
  "io",
  "ca", "au", "in", "cn", "jp", "br", "tv", "ch", "it", "es", "nl", "se", "no", "pl", "il", "tr",
]
