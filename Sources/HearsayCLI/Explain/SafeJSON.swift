import Terminal

/// JSON that no terminal obeys: what would direct one stands as an escape, so that the values stay the same.
enum SafeJSON {
  /// - Parameter json: a text whose characters beyond ASCII stand in strings only, as in all JSON.
  static func text(_ json: String) -> String {
    guard json.utf8.contains(where: { $0 >= 0x7F }) else { return json }
    var result = String.UnicodeScalarView()
    for scalar in json.unicodeScalars {
      guard scalar.value >= 0x7F, ShownText.line(String(scalar)).unicodeScalars.first != scalar else {
        result.append(scalar)
        continue
      }
      for unit in String(scalar).utf16 {
        let digits = String(unit, radix: 16)
        result.append(contentsOf: ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).unicodeScalars)
      }
    }
    return String(result)
  }
}
