/// A text being typed: what each key does to it, without a terminal.
public struct EditorState: Sendable {
  /// What the caller has to do after a key.
  public enum Event: Equatable, Sendable {
    case redraw
    /// The text is complete and has been taken out of the editor.
    case submit(String)
    /// The text was thrown away (Ctrl-C).
    case cancelled
    /// Nothing more will be typed (Ctrl-D on an empty text).
    case ended
    /// Several words would fit: to be shown once, above the text.
    case choices([String])
    case clearScreen
  }

  /// The words that would fit before the cursor, and how many characters they replace.
  public struct Completion: Equatable, Sendable {
    public var replacedCount: Int
    public var candidates: [String]

    public init(replacedCount: Int, candidates: [String]) {
      self.replacedCount = replacedCount
      self.candidates = candidates
    }
  }

  public internal(set) var characters: [Character] = []
  public internal(set) var cursor = 0
  public var history: History
  /// While searching backwards: what was typed for it.
  public internal(set) var search: String?
  private var killed = ""
  /// Which entry of the history is shown; nil for the text that is being typed.
  private var shownEntry: Int?
  private var draft = ""
  private let isComplete: @Sendable (String) -> Bool
  private let complete: @Sendable (_ before: String) -> Completion

  /// - Parameters:
  ///   - isComplete: whether Enter ends the text or begins another line of it.
  ///   - complete: is given the text before the cursor.
  public init(
    history: History = History(), isComplete: @escaping @Sendable (String) -> Bool,
    complete: @escaping @Sendable (_ before: String) -> Completion = { _ in
      Completion(replacedCount: 0, candidates: [])
    }
  ) {
    self.history = history
    self.isComplete = isComplete
    self.complete = complete
  }

  public var text: String { String(characters) }

  public mutating func handle(_ key: Key) -> Event {
    if search != nil, let event = handleSearching(key) { return event }
    switch key {
    case .character(let character): insert(String(character))
    case .paste(let pasted): insert(Self.cleaned(pasted))
    case .enter: return enter()
    case .tab: return completeWord()
    case .backspace: erase(max(0, cursor - 1)..<cursor)
    case .delete: erase(cursor..<min(characters.count, cursor + 1))
    case .left: cursor = max(0, cursor - 1)
    case .right: cursor = min(characters.count, cursor + 1)
    case .home: cursor = lineStart
    case .end: cursor = lineEnd
    case .wordLeft: cursor = wordStart
    case .wordRight: cursor = wordEnd
    case .up: moveUp()
    case .down: moveDown()
    // At the end of a line the line break goes, so that the key can be held down.
    case .killToEnd: kill(cursor..<(lineEnd == cursor ? min(cursor + 1, characters.count) : lineEnd))
    case .killToStart: kill(lineStart..<cursor)
    case .killWordLeft: kill(wordStart..<cursor)
    case .killWordRight: kill(cursor..<wordEnd)
    case .yank: insert(killed)
    case .transpose: transpose()
    case .searchHistory: search = ""
    case .clearScreen: return .clearScreen
    case .interrupt:
      reset()
      return .cancelled
    case .endOfInput:
      if characters.isEmpty { return .ended }
      erase(cursor..<min(characters.count, cursor + 1))
    case .escape, .unknown: break
    }
    return .redraw
  }

  private mutating func enter() -> Event {
    let text = text
    guard isComplete(text) else {
      insert("\n")
      return .redraw
    }
    history.add(text)
    reset()
    return .submit(text)
  }

  private mutating func reset() {
    setText("")
    shownEntry = nil
    draft = ""
    search = nil
  }

  mutating func setText(_ text: String) {
    characters = Array(text)
    cursor = characters.count
  }

  /// What comes from outside may hold anything; what is no text is left out, so that the screen stays as it is drawn.
  private static func cleaned(_ pasted: String) -> String {
    var text = ""
    var previous: Unicode.Scalar?
    for scalar in pasted.unicodeScalars {
      defer { previous = scalar }
      switch scalar {
      case "\r": text.unicodeScalars.append("\n")
      case "\n": if previous != "\r" { text.unicodeScalars.append("\n") }
      case "\t": text += "  "
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}": break
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}

// MARK: - Changing the text

extension EditorState {
  mutating func insert(_ added: String) {
    guard !added.isEmpty else { return }
    // A mark that combines joins the character before it: both sides are cut into characters anew.
    let before = Array(String(characters[..<cursor]) + added)
    characters = Array(String(before) + String(characters[cursor...]))
    cursor = min(before.count, characters.count)
  }

  private mutating func erase(_ range: Range<Int>) {
    characters.removeSubrange(range)
    cursor = range.lowerBound
  }

  private mutating func kill(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    killed = String(characters[range])
    erase(range)
  }

  private mutating func transpose() {
    guard characters.count >= 2, cursor > 0 else { return }
    let second = min(cursor, characters.count - 1)
    characters.swapAt(second - 1, second)
    cursor = second + 1
  }

  private mutating func completeWord() -> Event {
    let found = complete(String(characters[..<cursor]))
    let count = min(max(0, found.replacedCount), cursor)
    guard let common = Self.commonStart(of: found.candidates) else { return .redraw }
    let typed = String(characters[(cursor - count)..<cursor])
    if found.candidates.count == 1 || common.count > typed.count {
      erase((cursor - count)..<cursor)
      insert(common)
      return .redraw
    }
    return .choices(found.candidates)
  }

  private static func commonStart(of words: [String]) -> String? {
    guard var common = words.first else { return nil }
    for word in words.dropFirst() {
      common = String(zip(common, word).prefix { $0 == $1 }.map(\.0))
    }
    return common
  }
}

// MARK: - Moving

extension EditorState {
  private var lineStart: Int { characters[..<cursor].lastIndex(of: "\n").map { $0 + 1 } ?? 0 }
  private var lineEnd: Int { characters[cursor...].firstIndex(of: "\n") ?? characters.count }

  private static func isWordPart(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "_"
  }

  private var wordStart: Int {
    var place = cursor
    while place > 0, !Self.isWordPart(characters[place - 1]) { place -= 1 }
    while place > 0, Self.isWordPart(characters[place - 1]) { place -= 1 }
    return place
  }

  private var wordEnd: Int {
    var place = cursor
    while place < characters.count, !Self.isWordPart(characters[place]) { place += 1 }
    while place < characters.count, Self.isWordPart(characters[place]) { place += 1 }
    return place
  }

  private mutating func moveUp() {
    let start = lineStart
    guard start > 0 else { return showEntry((shownEntry ?? history.entries.count) - 1) }
    let column = cursor - start
    cursor = start - 1
    cursor = min(lineStart + column, start - 1)
  }

  private mutating func moveDown() {
    let end = lineEnd
    guard end < characters.count else {
      if let shownEntry { showEntry(shownEntry + 1) }
      return
    }
    let column = cursor - lineStart
    cursor = end + 1
    cursor = min(end + 1 + column, lineEnd)
  }

  private mutating func showEntry(_ index: Int) {
    guard index >= 0, index <= history.entries.count else { return }
    if shownEntry == nil { draft = text }
    if index == history.entries.count {
      shownEntry = nil
      setText(draft)
    } else {
      shownEntry = index
      setText(history.entries[index])
    }
  }
}

// MARK: - Searching the history

extension EditorState {
  /// nil for a key that ends the search and then does what it always does.
  private mutating func handleSearching(_ key: Key) -> Event? {
    switch key {
    case .character(let character) where character != "\n":
      search?.append(character)
      find(before: (shownEntry ?? history.entries.count - 1) + 1)
      return .redraw
    case .backspace:
      _ = search?.popLast()
      find(before: history.entries.count)
      return .redraw
    case .searchHistory:
      find(before: shownEntry ?? history.entries.count)
      return .redraw
    default:
      search = nil
      return nil
    }
  }

  private mutating func find(before end: Int) {
    guard let search, !search.isEmpty,
      let index = history.entries.prefix(max(0, end)).lastIndex(where: { $0.contains(search) })
    else { return }
    showEntry(index)
  }
}
