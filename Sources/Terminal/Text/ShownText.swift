/// Text made safe to show: what a terminal would obey stands as a picture of itself.
///
/// A report may hold escape sequences, carriage returns and marks that turn the direction of writing. None of them
/// reaches the screen: C0 controls become their pictures (`␛`), the rest `�`.
public enum ShownText {
  /// Marks that combine with one character; more would draw over other lines.
  static let longestCluster = 12

  /// One line: line breaks and tabs are pictures too (`␊`, `␉`).
  public static func line(_ text: some StringProtocol) -> String {
    if isPlain(text) { return String(text) }
    return made(of: text, keepsLineBreaks: false)
  }

  /// Several lines: `\n` stays, `\r\n` becomes `\n`, a tab two spaces.
  public static func lines(_ text: some StringProtocol) -> String {
    if isPlain(text) { return String(text) }
    return made(of: text, keepsLineBreaks: true)
  }

  private static func isPlain(_ text: some StringProtocol) -> Bool {
    text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
  }

  private static func made(of text: some StringProtocol, keepsLineBreaks: Bool) -> String {
    var shown = ""
    var marks = 0
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      defer { previous = scalar }
      marks = scalar.displayWidth == 0 ? marks + 1 : 0
      if marks > longestCluster { continue }
      if keepsLineBreaks, scalar == "\n" {
        if previous != "\r" { shown.unicodeScalars.append("\n") }
      } else if keepsLineBreaks, scalar == "\r" {
        shown.unicodeScalars.append("\n")
      } else if keepsLineBreaks, scalar == "\t" {
        shown += "  "
      } else {
        shown.unicodeScalars.append(picture(of: scalar))
      }
    }
    return shown
  }

  private static func picture(of scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0..<0x20: Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}"
    case 0x7F: "\u{2421}"
    case 0x80..<0xA0: "\u{FFFD}"
    // Direction marks, embeddings, overrides and isolates; separators of lines; tags; the byte order mark.
    case 0x61C, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE0FFF:
      "\u{FFFD}"
    default: scalar
    }
  }
}
