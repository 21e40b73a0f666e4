import CLibXML2

/// An XML NMTOKEN that is as unique as `text`: letters, digits, `-`, `.` and `_` of ASCII stay, every other byte becomes
/// `:` and its two hexadecimal digits; nothing at all becomes `:`.
func nameToken(_ text: String) -> String {
  var token: [UInt8] = []
  for byte in text.utf8 {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
      token.append(byte)
    default:
      token.append(UInt8(ascii: ":"))
      token.append(contentsOf: ((byte < 16 ? "0" : "") + String(byte, radix: 16)).utf8)
    }
  }
  return token.isEmpty ? ":" : String(decoding: token, as: UTF8.self)
}

/// `text` with `_` for every character that an NMTOKEN cannot have, as libxml2 has it: letters of any script stay.
func attributeName(_ text: String) -> String {
  var name = ""
  for scalar in text.unicodeScalars {
    let isNameCharacter = scalar.value != 0 && xmlValidateNMToken(String(scalar), 0) == 0
    name.unicodeScalars.append(isNameCharacter ? scalar : "_")
  }
  return name.isEmpty ? "_" : name
}
