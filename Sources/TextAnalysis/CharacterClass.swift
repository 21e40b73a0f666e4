/// What a tokeniser needs to know of a character.
enum CharacterClass: UInt8 {
  /// White space, control characters and invisible marks of direction: they separate and belong to no token.
  case space
  case letter
  case digit
  case openingQuote
  case closingQuote
  case apostrophe
  case dash
  /// Any other mark; it stands alone or in a run of its like.
  case mark
}

/// A character at a place in UTF-8 bytes.
struct ScannedCharacter {
  let scalar: UInt32
  let length: Int
  let kind: CharacterClass
}

/// The character that begins at `offset`. Bytes that are no UTF-8 are taken one by one as marks.
@inline(__always)
func scanCharacter(_ bytes: [UInt8], at offset: Int) -> ScannedCharacter {
  let first = bytes[offset]
  if first < 0x80 {
    return ScannedCharacter(scalar: UInt32(first), length: 1, kind: asciiClass(first))
  }
  let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
  guard first >= 0xC2, offset + length <= bytes.count else {
    return ScannedCharacter(scalar: 0xFFFD, length: 1, kind: .mark)
  }
  var scalar = UInt32(first) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
  for step in 1..<length { scalar = scalar << 6 | UInt32(bytes[offset + step] & 0x3F) }
  return ScannedCharacter(scalar: scalar, length: length, kind: wideClass(scalar))
}

private func asciiClass(_ byte: UInt8) -> CharacterClass {
  switch byte {
  case 0...0x20, 0x7F: .space
  case UInt8(ascii: "0")...UInt8(ascii: "9"): .digit
  case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"): .letter
  case UInt8(ascii: "'"), UInt8(ascii: "`"): .apostrophe
  case UInt8(ascii: "-"): .dash
  default: .mark
  }
}

private func wideClass(_ scalar: UInt32) -> CharacterClass {
  switch scalar {
  case 0x80...0xA0, 0xAD, 0x1680, 0x2000...0x200F, 0x2028...0x202F, 0x205F...0x206F, 0x3000, 0xFEFF: .space
  case 0x2019, 0x02BC: .apostrophe
  case 0x201C, 0x2018, 0xAB, 0x201E, 0x201A, 0x2039: .openingQuote
  case 0x201D, 0xBB, 0x203A, 0x201F: .closingQuote
  case 0x2010...0x2015, 0x2212: .dash
  case 0xAA, 0xB5, 0xBA: .letter
  case 0xA1...0xBF, 0xD7, 0xF7: .mark
  case 0x2016...0x2027, 0x2030...0x205E: .mark
  case 0x20A0...0x20CF, 0x2100...0x214F, 0x2190...0x2BFF, 0x3001...0x3020: .mark
  case 0xFE50...0xFE6F, 0xFF01...0xFF0F, 0xFF1A...0xFF20, 0xFFF0...0xFFFF, 0x1F000...0x1FAFF: .mark
  default: .letter
  }
}

@inline(__always) func isUpper(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }
@inline(__always) func isLower(_ byte: UInt8) -> Bool { byte &- 0x61 < 26 }
@inline(__always) func isASCIILetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
@inline(__always) func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
@inline(__always) func lowered(_ byte: UInt8) -> UInt8 { isUpper(byte) ? byte | 0x20 : byte }

/// The bytes in lower case as far as Latin, Greek and Cyrillic letters of two bytes go, which keeps every length.
/// Unicode's own mapping can change lengths and is slower; models need a stable key and no more.
func loweredBytes(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
  var result = [UInt8]()
  result.reserveCapacity(bytes.count)
  var index = bytes.startIndex
  while index < bytes.endIndex {
    let byte = bytes[index]
    if byte == 0xC3, index + 1 < bytes.endIndex {
      let next = bytes[index + 1]
      result.append(byte)
      // À…Þ without ×.
      result.append(next >= 0x80 && next <= 0x9E && next != 0x97 ? next + 0x20 : next)
      index += 2
    } else if byte == 0xC4 || byte == 0xC5, index + 1 < bytes.endIndex {
      let next = bytes[index + 1]
      result.append(byte)
      result.append(isUpperLatinExtended(byte, next) ? next + 1 : next)
      index += 2
    } else {
      result.append(lowered(byte))
      index += 1
    }
  }
  return result
}

/// Latin Extended-A pairs upper and lower case next to each other: even-odd in most of it, odd-even in two stretches.
private func isUpperLatinExtended(_ lead: UInt8, _ byte: UInt8) -> Bool {
  let scalar = UInt32(lead & 0x1F) << 6 | UInt32(byte & 0x3F)
  return switch scalar {
  case 0x130, 0x131, 0x138, 0x149, 0x178, 0x17F: false
  case 0x139...0x148, 0x179...0x17E: scalar & 1 == 1
  default: scalar & 1 == 0 && byte < 0xBF
  }
}

/// Whether the word at this place begins with a capital letter.
func beginsUpper(_ bytes: [UInt8], at offset: Int) -> Bool {
  guard offset < bytes.count else { return false }
  let byte = bytes[offset]
  if byte < 0x80 { return isUpper(byte) }
  guard offset + 1 < bytes.count else { return false }
  if byte == 0xC3 { return bytes[offset + 1] >= 0x80 && bytes[offset + 1] <= 0x9E && bytes[offset + 1] != 0x97 }
  if byte == 0xC4 || byte == 0xC5 { return isUpperLatinExtended(byte, bytes[offset + 1]) }
  if byte == 0xD0 { return bytes[offset + 1] >= 0x80 && bytes[offset + 1] <= 0xAF }
  return false
}

/// Whether the word at this place begins with a small letter.
func beginsLower(_ bytes: [UInt8], at offset: Int) -> Bool {
  guard offset < bytes.count else { return false }
  let byte = bytes[offset]
  if byte < 0x80 { return isLower(byte) }
  return scanCharacter(bytes, at: offset).kind == .letter && !beginsUpper(bytes, at: offset)
}
