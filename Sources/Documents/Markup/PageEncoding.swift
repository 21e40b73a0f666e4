/// What a page's bytes are in: what it says, unless the bytes show that it is wrong.
enum PageEncoding {
  /// The page in UTF-8, or its own bytes with the encoding left to libxml2: those that it knows and we do not.
  static func settled(_ bytes: [UInt8]) -> (bytes: [UInt8], encoding: String?) {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      guard let text = UTF16Bytes.text(bytes[2...], isBigEndian: bytes[0] == 0xFE) else { return (bytes, nil) }
      return (Array(text.utf8), "UTF-8")
    }
    if let isBigEndian = UTF16Bytes.order(of: bytes[...]),
      let text = UTF16Bytes.text(bytes[...], isBigEndian: isBigEndian)
    {
      return (Array(text.utf8), "UTF-8")
    }
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    let name = declared(in: body)
    // Bytes that are UTF-8 throughout are, whatever the page says: by chance no other text is, unless it is ASCII.
    if firstInvalidByte(body) == nil, name.map({ !isShift($0) }) ?? true { return (Array(body), "UTF-8") }
    switch name {
    // The web's standard has these mean Windows-1252 (encoding.spec.whatwg.org, labels).
    case nil, "windows-1252", "cp1252", "x-cp1252", "iso-8859-1", "iso8859-1", "latin1", "l1", "us-ascii", "ascii":
      return (Array(Windows1252.decoded(body).utf8), "UTF-8")
    case "utf-8", "utf8":
      // Damaged UTF-8 keeps its place; a page that is Windows-1252 and says UTF-8 is told by its bytes.
      let text = Windows1252.text(body) ?? String(decoding: body, as: UTF8.self)
      return (Array(text.utf8), "UTF-8")
    default: return (Array(body), nil)
    }
  }

  /// Encodings whose bytes all look like ASCII.
  private static func isShift(_ name: String) -> Bool { name.hasPrefix("iso-2022") || name.hasPrefix("hz-") }

  /// `<meta charset="…">`, `content="text/html; charset=…"`, `<?xml encoding="…"?>`, in the first bytes as the web's standard
  /// has it, some more for pages that put much in front. Lower case.
  private static func declared(in bytes: ArraySlice<UInt8>) -> String? {
    let head = String(decoding: bytes.prefix(8_192), as: UTF8.self).lowercased()
    for mark in ["charset=", "encoding="] {
      guard let place = head.firstRange(of: mark) else { continue }
      let name = head[place.upperBound...].drop { $0 == "\"" || $0 == "'" || $0 == " " }
        .prefix { $0.isLetter || $0.isNumber || "-_:.".contains($0) }
      if !name.isEmpty { return String(name) }
    }
    return nil
  }
}
