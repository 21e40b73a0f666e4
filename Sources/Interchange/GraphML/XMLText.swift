/// Text with nothing in it but the characters that XML 1.0 has (§2.2); others have become U+FFFD.
struct XMLText: Equatable {
  /// UTF-8, a zero at the end.
  private let bytes: [UInt8]
  let replacedCount: Int

  init(_ text: String) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count + 1)
    bytes.append(contentsOf: text.utf8)
    var replaced = 0
    if bytes.contains(where: { $0 < 0x20 || $0 == 0xEF }) { (bytes, replaced) = Self.cleaned(bytes) }
    bytes.append(0)
    (self.bytes, replacedCount) = (bytes, replaced)
  }

  /// Takes bytes that are clean already.
  private init(clean: some Sequence<UInt8>) {
    bytes = Array(clean) + [0]
    replacedCount = 0
  }

  private static func cleaned(_ bytes: [UInt8]) -> (bytes: [UInt8], replaced: Int) {
    var clean: [UInt8] = []
    clean.reserveCapacity(bytes.count)
    var replaced = 0
    for byte in bytes {
      let isControl = byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D
      if isControl { clean.append(contentsOf: replacement) } else { clean.append(byte) }
      // U+FFFE and U+FFFF, the only others that a Swift string can hold, are EF BF BE and EF BF BF.
      let isNoncharacter = (byte == 0xBE || byte == 0xBF) && clean.suffix(3) == [0xEF, 0xBF, byte]
      if isNoncharacter { clean.replaceSubrange((clean.count - 3)..., with: replacement) }
      if isControl || isNoncharacter { replaced += 1 }
    }
    return (clean, replaced)
  }

  private static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

  var content: ArraySlice<UInt8> { bytes.dropLast() }

  func withBytes<Result>(_ body: (UnsafePointer<UInt8>?) -> Result) -> Result {
    bytes.withUnsafeBufferPointer { body($0.baseAddress) }
  }

  /// `&`, `<`, `>`, `"` and the carriage return: what libxml2 writes as a reference in the text of an element.
  private static let escaped: [UInt8] = [0x26, 0x3C, 0x3E, 0x22, 0x0D]

  /// Whether only blanks stand between two characters that must be escaped, or between one and an end of the text:
  /// Gephi's reader drops such blanks unless they are in a CDATA section.
  var needsCDATA: Bool {
    var followsEscaped = false
    var runLength = 0
    var isBlankRun = true
    for byte in content {
      if Self.escaped.contains(byte) {
        if runLength > 0 && isBlankRun { return true }
        (followsEscaped, runLength, isBlankRun) = (true, 0, true)
      } else {
        runLength += 1
        if byte != 0x20 && byte != 0x09 && byte != 0x0A { isBlankRun = false }
      }
    }
    return followsEscaped && runLength > 0 && isBlankRun
  }

  enum CDATAPart: Equatable {
    case section(XMLText)
    /// A bare one would be read as a line feed, inside CDATA as outside.
    case carriageReturn
  }

  /// The text as CDATA sections; `]]>`, which would end one, is divided between two.
  var cdataParts: [CDATAPart] {
    var parts: [CDATAPart] = []
    var section: [UInt8] = []
    func close(_ section: inout [UInt8]) {
      if !section.isEmpty { parts.append(.section(XMLText(clean: section))) }
      section = []
    }
    for byte in content {
      if byte == 0x0D {
        close(&section)
        parts.append(.carriageReturn)
        continue
      }
      if byte == UInt8(ascii: ">") && section.suffix(2) == [UInt8(ascii: "]"), UInt8(ascii: "]")] { close(&section) }
      section.append(byte)
    }
    close(&section)
    return parts
  }
}
