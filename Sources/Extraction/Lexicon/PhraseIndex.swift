import TextAnalysis

/// Phrases found in running tokens, the longest first, whatever the tokens' borders: `ISIS-K` is one word here and
/// three there.
struct PhraseIndex<Value: Sendable>: Sendable {
  struct Phrase: Sendable {
    /// Letters in the case of the lexicon, for the comparison of case.
    let letters: [Character]
    /// For each letter whether it begins a word of the phrase.
    let startsWord: [Bool]
    /// `The National`: one word that is a name only behind its article.
    let needsArticle: Bool
    let value: Value
  }

  private var phrases = FoldedTable<[Phrase]>()
  /// By the letters before the first blank or mark: the longest key that begins so, in bytes.
  private var longestByStart = FoldedTable<Int>()

  /// The words of a phrase are compared without accents, hyphens, apostrophes and full stops. `the` in front is left out.
  mutating func insert(_ name: String, _ value: Value) {
    let full = name
    let name = Self.withoutArticle(name)
    let needsArticle = full != name && !name.contains(" ")
    let key = WordFolding.key(name)
    guard !key.isEmpty else { return }
    var letters = ""
    var startsWord: [Bool] = []
    for word in name.split(whereSeparator: { $0 == " " || $0 == "-" || $0 == "–" }) {
      let part = WordFolding.letters(word)
      for (position, letter) in part.enumerated() {
        letters.append(letter)
        startsWord.append(position == 0)
      }
    }
    let phrase = Phrase(letters: Array(letters), startsWord: startsWord, needsArticle: needsArticle, value: value)
    phrases.update(key, default: []) { $0.append(phrase) }
    longestByStart.update(WordFolding.key(Self.start(of: name)), default: 0) { $0 = max($0, key.utf8.count) }
  }

  static func withoutArticle(_ name: String) -> String {
    // Bytes tell that most words have none.
    guard let first = name.utf8.first, first | 0x20 == UInt8(ascii: "t"), name.utf8.count > 3 else { return name }
    for article in ["the ", "The "] where name.hasPrefix(article) { return String(name.dropFirst(4)) }
    return name
  }

  private static func start(of word: String) -> Substring {
    let bytes = word.utf8
    let ascii = bytes.prefix { WordFolding.isInOpening($0) }
    if ascii.endIndex == bytes.endIndex || bytes[ascii.endIndex] < 0x80 { return word[..<ascii.endIndex] }
    return word.prefix { $0.isLetter || $0.isNumber || $0 == "." || $0 == "&" }
  }

  /// All values of exactly these words.
  func values(of name: String) -> [Value] {
    let name = Self.withoutArticle(name)
    return phrases.value(FoldedHash(name)) { WordFolding.key(name) }?.map(\.value) ?? []
  }

  /// The first of them.
  func first(of name: String) -> Value? {
    let name = Self.withoutArticle(name)
    return first(FoldedHash(name)) { name }
  }

  /// The first value of words whose hash is known; `words` is asked for only where something has that hash.
  ///
  /// - Parameter hash: of the words without an article in front.
  @inline(__always)
  func first(_ hash: FoldedHash, _ words: () -> String) -> Value? {
    phrases.value(hash) { WordFolding.key(words()) }?.first?.value
  }

  /// The longest phrase that begins at `start` and ends before `limit`, with the values whose case fits.
  func longest(in tokens: [Token], from start: Int, limit: Int) -> (tokens: Range<Int>, values: [Value])? {
    longestPhrases(in: tokens, from: start, limit: limit).map { ($0.tokens, $0.phrases.map(\.value)) }
  }

  /// The letters, in the lexicon's case, of the longest phrase that begins at `start`.
  func longestSpelling(in tokens: [Token], from start: Int, limit: Int) -> (tokens: Range<Int>, letters: String)? {
    guard let found = longestPhrases(in: tokens, from: start, limit: limit), let first = found.phrases.first else {
      return nil
    }
    return (found.tokens, String(first.letters))
  }

  private func longestPhrases(in tokens: [Token], from start: Int, limit: Int)
    -> (tokens: Range<Int>, phrases: [Phrase])?
  {
    guard start < limit, start < tokens.count else { return nil }
    let first = tokens[start].form
    let opening = FoldedHash(openingOf: first) ?? FoldedHash(Self.start(of: first))
    guard let longestKey = longestByStart.value(opening, { WordFolding.key(Self.start(of: first)) }) else { return nil }
    var best: (tokens: Range<Int>, phrases: [Phrase])?
    var key = FoldedHash()
    var index = start
    while index < min(limit, tokens.count) {
      let before = key.length
      key.add(tokens[index].form)
      let isMark = key.length == before
      if isMark {
        // A hyphen or apostrophe within a word; any other mark ends the phrase.
        guard index > start, !tokens[index].hasSpaceBefore, Self.mayJoin(tokens[index].form) else { break }
      }
      index += 1
      if key.length > longestKey { break }
      guard !isMark,
        let found = phrases.value(key, { tokens[start..<index].reduce(into: "") { $0 += WordFolding.key($1.form) } })
      else { continue }
      let letters = tokens[start..<index].reduce(into: "") { $0 += WordFolding.letters($1.form) }
      // Half a word is no name: `Iran` in `Iran-backed` is one, since a hyphen parts words.
      let hasArticle = start > 0 && tokens[start - 1].lower == "the" && !Self.goesOn(tokens, index, limit)
      let gaps = Self.gaps(in: tokens[start..<index])
      let fitting = found.filter { phrase in
        (hasArticle || !phrase.needsArticle)
          && gaps.allSatisfy { $0 < phrase.startsWord.count && phrase.startsWord[$0] }
          && Self.caseFits(phrase, letters)
      }
      if !fitting.isEmpty { best = (start..<index, fitting) }
    }
    return best
  }

  /// Before which letters a blank stands; stops between initials (`U. X.`) count for none.
  private static func gaps(in tokens: ArraySlice<Token>) -> [Int] {
    guard tokens.count > 1 else { return [] }
    var gaps: [Int] = []
    var letters = 0
    for (position, token) in tokens.enumerated() {
      let count = WordFolding.letters(token.form).count
      if position > 0, token.hasSpaceBefore, !(count == 1 && token.form.hasSuffix(".")) { gaps.append(letters) }
      letters += count
    }
    return gaps
  }

  /// Whether a capital follows: `the National Police` is not The National.
  private static func goesOn(_ tokens: [Token], _ index: Int, _ limit: Int) -> Bool {
    index < min(limit, tokens.count) && tokens[index].form.first?.isUppercase ?? false
  }

  private static func mayJoin(_ mark: String) -> Bool {
    // To search a text for another costs more than all else here, and most marks are commas and full stops.
    switch mark.utf8.first {
    case UInt8(ascii: "-"), UInt8(ascii: "'"), 0xE2: "-–'’".contains(mark)
    default: false
    }
  }

  /// A capital of the lexicon is a capital in the text, but long acronyms may be written as words (`Unicef`).
  private static func caseFits(_ phrase: Phrase, _ letters: String) -> Bool {
    var isLongAcronym = false
    var wordStart = 0
    let wanted = phrase.letters
    for (index, pair) in zip(wanted, letters).enumerated() {
      if phrase.startsWord[index] {
        wordStart = index
        let end = phrase.startsWord[(index + 1)...].firstIndex(of: true) ?? wanted.count
        isLongAcronym = end - wordStart >= 4
      }
      // Letters that are the same fit, and most are.
      guard pair.0 != pair.1, pair.0.isUppercase, !pair.1.isUppercase else { continue }
      if index == wordStart || !isLongAcronym { return false }
    }
    return true
  }
}
