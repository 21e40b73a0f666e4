/// What was pressed, whatever bytes a terminal sends for it.
public enum Key: Equatable, Sendable {
  case character(Character)
  /// Text put in as a whole (bracketed paste); its line breaks end nothing.
  case paste(String)
  case enter, tab, backspace, delete, escape
  case left, right, up, down, home, end
  case wordLeft, wordRight
  case killToEnd, killToStart, killWordLeft, killWordRight, yank
  case transpose, searchHistory, clearScreen
  /// Ctrl-C.
  case interrupt
  /// Ctrl-D.
  case endOfInput
  /// A sequence that means nothing here.
  case unknown
}

/// Turns the bytes of a terminal into keys. Bytes may come in pieces of any size.
public struct KeyParser: Sendable {
  /// A sequence longer than this is no key but an accident.
  private static let longestSequence = 32
  private static let longestPaste = 16 << 20

  private var pending: [UInt8] = []
  private var pasted: [UInt8]?

  public init() {}

  /// Whether bytes wait for the rest of their sequence.
  public var isWaiting: Bool { !pending.isEmpty }

  public mutating func keys(from bytes: some Sequence<UInt8>) -> [Key] {
    pending.append(contentsOf: bytes)
    var keys: [Key] = []
    var offset = 0
    while offset < pending.count, let (key, length) = next(pending[offset...]) {
      offset += length
      if let key { keys.append(key) }
    }
    pending.removeFirst(offset)
    return keys
  }

  /// Nothing more comes soon: what waits is taken as it is. A lone escape is the escape key.
  public mutating func flush() -> [Key] {
    guard pasted == nil, !pending.isEmpty else { return [] }
    let isEscape = pending == [0x1B]
    pending = []
    return [isEscape ? .escape : .unknown]
  }

  /// The first key and how many bytes it took; nil if more are needed. A key of nil took bytes and means nothing by
  /// itself.
  private mutating func next(_ bytes: ArraySlice<UInt8>) -> (key: Key?, length: Int)? {
    if pasted != nil { return nextOfPaste(bytes) }
    guard let first = bytes.first else { return nil }
    if first == 0x1B { return escapeSequence(bytes) }
    if first < 0x20 || first == 0x7F { return (Self.control(first), 1) }
    if first < 0x80 { return (.character(Character(Unicode.Scalar(first))), 1) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 1
    guard length > 1 else { return (.unknown, 1) }
    guard bytes.count >= length else { return nil }
    guard let character = String(validating: bytes.prefix(length), as: UTF8.self)?.first else { return (.unknown, 1) }
    return (.character(character), length)
  }

  private static func control(_ byte: UInt8) -> Key {
    switch byte {
    case 0x01: .home
    case 0x02: .left
    case 0x03: .interrupt
    case 0x04: .endOfInput
    case 0x05: .end
    case 0x06: .right
    case 0x08, 0x7F: .backspace
    case 0x09: .tab
    case 0x0A, 0x0D: .enter
    case 0x0B: .killToEnd
    case 0x0C: .clearScreen
    case 0x0E: .down
    case 0x10: .up
    case 0x12: .searchHistory
    case 0x14: .transpose
    case 0x15: .killToStart
    case 0x17: .killWordLeft
    case 0x19: .yank
    default: .unknown
    }
  }

  /// `ESC [ … letter`, `ESC O letter`, or the meta key with a letter.
  private mutating func escapeSequence(_ bytes: ArraySlice<UInt8>) -> (key: Key?, length: Int)? {
    guard bytes.count >= 2 else { return nil }
    let second = bytes[bytes.startIndex + 1]
    switch second {
    case UInt8(ascii: "["): return controlSequence(bytes)
    case UInt8(ascii: "O"):
      guard bytes.count >= 3 else { return nil }
      return (Self.cursorKey(bytes[bytes.startIndex + 2], isModified: false), 3)
    case UInt8(ascii: "b"): return (.wordLeft, 2)
    case UInt8(ascii: "f"): return (.wordRight, 2)
    case UInt8(ascii: "d"): return (.killWordRight, 2)
    case 0x7F, 0x08: return (.killWordLeft, 2)
    case 0x0D, 0x0A: return (.character("\n"), 2)
    case 0x1B: return (.escape, 1)
    default: return (.unknown, 2)
    }
  }

  private mutating func controlSequence(_ bytes: ArraySlice<UInt8>) -> (key: Key?, length: Int)? {
    guard let end = bytes.dropFirst(2).firstIndex(where: { $0 >= 0x40 && $0 <= 0x7E }) else {
      return bytes.count > Self.longestSequence ? (.unknown, bytes.count) : nil
    }
    let parameters = String(decoding: bytes[(bytes.startIndex + 2)..<end], as: UTF8.self)
    let length = end - bytes.startIndex + 1
    let final = bytes[end]
    guard final == UInt8(ascii: "~") else {
      return (Self.cursorKey(final, isModified: parameters.contains(";")), length)
    }
    switch parameters.prefix(while: { $0 != ";" }) {
    case "1", "7": return (.home, length)
    case "4", "8": return (.end, length)
    case "3": return (.delete, length)
    case "200":
      pasted = []
      return (nil, length)
    default: return (.unknown, length)
    }
  }

  private static func cursorKey(_ final: UInt8, isModified: Bool) -> Key {
    switch final {
    case UInt8(ascii: "A"): .up
    case UInt8(ascii: "B"): .down
    case UInt8(ascii: "C"): isModified ? .wordRight : .right
    case UInt8(ascii: "D"): isModified ? .wordLeft : .left
    case UInt8(ascii: "H"): .home
    case UInt8(ascii: "F"): .end
    default: .unknown
    }
  }

  /// Up to `ESC [ 201 ~`.
  private mutating func nextOfPaste(_ bytes: ArraySlice<UInt8>) -> (key: Key?, length: Int)? {
    let mark: [UInt8] = [0x1B, 0x5B, 0x32, 0x30, 0x31, 0x7E]
    if bytes.starts(with: mark) {
      let text = String(decoding: pasted ?? [], as: UTF8.self)
      pasted = nil
      return (.paste(text), mark.count)
    }
    if bytes.count < mark.count, mark.starts(with: bytes) { return nil }
    // Up to the next escape at once.
    let end = bytes.dropFirst().firstIndex(of: 0x1B) ?? bytes.endIndex
    if (pasted?.count ?? 0) < Self.longestPaste { pasted?.append(contentsOf: bytes[..<end]) }
    return (nil, end - bytes.startIndex)
  }
}
