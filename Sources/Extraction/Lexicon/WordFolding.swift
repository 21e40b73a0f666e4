/// Words as names are compared: without case, accents and typographic variants.
enum WordFolding {
  /// Letters of Latin script without their marks, in the case they have.
  private static let plain: [Character: Character] = {
    let pairs = [
      "a": "àáâãäåāăą", "c": "çćĉċč", "d": "ďđð", "e": "èéêëēĕėęě", "g": "ĝğġģ", "h": "ĥħ", "i": "ìíîïĩīĭįı", "j": "ĵ",
      "k": "ķ", "l": "ĺļľŀł", "n": "ñńņňŉŋ", "o": "òóôõöøōŏő", "r": "ŕŗř", "s": "śŝşšș", "t": "ţťŧț",
      "u": "ùúûüũūŭůűų", "w": "ŵ", "y": "ýÿŷ", "z": "źżž", "A": "ÀÁÂÃÄÅĀĂĄ", "C": "ÇĆĈĊČ", "D": "ĎĐÐ", "E": "ÈÉÊËĒĔĖĘĚ",
      "G": "ĜĞĠĢ", "H": "ĤĦ", "I": "ÌÍÎÏĨĪĬĮİ", "J": "Ĵ", "K": "Ķ", "L": "ĹĻĽĿŁ", "N": "ÑŃŅŇŊ", "O": "ÒÓÔÕÖØŌŎŐ",
      "R": "ŔŖŘ", "S": "ŚŜŞŠȘ", "T": "ŢŤŦȚ", "U": "ÙÚÛÜŨŪŬŮŰŲ", "W": "Ŵ", "Y": "ÝŶŸ", "Z": "ŹŻŽ",
    ]
    var table: [Character: Character] = [:]
    for (letter, marked) in pairs { for character in marked { table[character] = Character(letter) } }
    return table
  }()

  /// Letters and digits without accents, in their case; hyphens, apostrophes, full stops and blanks are left out.
  static func letters(_ word: some StringProtocol) -> String {
    if let ascii = asciiLetters(word, inLowerCase: false) { return ascii }
    var result = ""
    for character in word {
      if let bare = plain[character] {
        result.append(bare)
      } else if character.isLetter || character.isNumber || "&+/".contains(character) {
        result.append(character)
      }
    }
    return result
  }

  /// The key under which a word or phrase is looked up.
  static func key(_ phrase: some StringProtocol) -> String {
    if let ascii = asciiLetters(phrase, inLowerCase: true) { return ascii }
    return letters(phrase).lowercased()
  }

  /// The same for what nearly all words consist of, byte by byte; nil for others.
  private static func asciiLetters(_ word: some StringProtocol, inLowerCase: Bool) -> String? {
    let bytes = word.utf8
    guard bytes.allSatisfy({ $0 < 0x80 }) else { return nil }
    return String(unsafeUninitializedCapacity: bytes.count) { buffer in
      var count = 0
      for byte in bytes where isASCIIAlphanumeric(byte) || isKeptMark(byte) {
        buffer[count] = inLowerCase && byte &- 0x41 < 26 ? byte | 0x20 : byte
        count += 1
      }
      return count
    }
  }

  /// What a byte of ASCII is in a key; nil if it is left out.
  @inline(__always)
  static func folded(_ byte: UInt8) -> UInt8? {
    guard isASCIIAlphanumeric(byte) || isKeptMark(byte) else { return nil }
    return byte &- 0x41 < 26 ? byte | 0x20 : byte
  }

  static func isASCIIAlphanumeric(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
  }

  /// Whether a byte of ASCII goes on with what a phrase is looked up by: the letters before its first blank or mark.
  @inline(__always)
  static func isInOpening(_ byte: UInt8) -> Bool {
    isASCIIAlphanumeric(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "&")
  }

  private static func isKeptMark(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "&") || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "/")
  }
}
