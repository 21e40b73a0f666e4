/// Cutting, padding and wrapping by display width.
public enum LineFitting {
  public static let ellipsis: Character = "…"

  /// At most `width` columns; a text that is longer ends in `…`.
  public static func cut(_ text: String, to width: Int) -> String {
    guard width > 0 else { return "" }
    var kept = ""
    var taken = 0
    // Where the text is cut if it turns out too long: room for the ellipsis.
    var cut = ""
    for character in text {
      let next = taken + character.displayWidth
      if next > width { return cut + String(ellipsis) }
      kept.append(character)
      taken = next
      if taken <= width - 1 { cut = kept }
    }
    return kept
  }

  /// The line filled up with spaces to `width` columns; longer lines stay as they are.
  public static func pad(_ line: String, to width: Int, onLeft: Bool = false) -> String {
    let missing = width - line.displayWidth
    guard missing > 0 else { return line }
    let space = String(repeating: " ", count: missing)
    return onLeft ? space + line : line + space
  }

  /// Lines of at most `width` columns: broken at spaces, within a word only if it is longer than a line. At least one.
  public static func wrap(_ text: String, to width: Int) -> [String] {
    let width = max(2, width)
    return text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { wrapLine($0, to: width) }
  }

  private static func wrapLine(_ text: Substring, to width: Int) -> [String] {
    var lines: [String] = []
    var line: [Character] = []
    var lineWidth = 0
    // Where the last space of the line is, and how wide the line is up to and with it.
    var space: (index: Int, width: Int)?
    for character in text {
      let characterWidth = character.displayWidth
      if lineWidth + characterWidth > width {
        if character == " " {
          lines.append(String(line))
          (line, lineWidth, space) = ([], 0, nil)
          continue
        }
        if let found = space {
          lines.append(String(line[..<found.index]))
          line.removeFirst(found.index + 1)
          lineWidth -= found.width
        } else {
          lines.append(String(line))
          (line, lineWidth) = ([], 0)
        }
        space = nil
      }
      line.append(character)
      lineWidth += characterWidth
      if character == " " { space = (line.count - 1, lineWidth) }
    }
    lines.append(String(line))
    return lines
  }
}
