import Hearsay

/// What is typed, cut into commands (`:…`, one line each) and statements.
enum ReplInput {
  enum Entry: Equatable {
    case command(String)
    case statements(String)
  }

  /// A command ends with its line, a statement with `;`. Blank lines and comments alone end at once.
  static func isComplete(_ text: String) -> Bool {
    if text.trimmedLine.hasPrefix(":") { return true }
    let script = Script(text)
    return script.statements.last?.isTerminated ?? (text.last != "/" && !text.contains("/*"))
  }

  /// Statements up to the next command stand together, behind as many line breaks as there are lines before them, so
  /// that places in them are places in the text. O(length), but for statements of many lines with a `;` in each.
  static func entries(of text: String) -> [Entry] {
    var entries: [Entry] = []
    var statements = ""
    // What is not yet known to be a whole statement; empty where the next line begins something new.
    var open = ""
    func closeStatements() {
      if !Script(statements).statements.isEmpty { entries.append(.statements(statements)) }
    }
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      let trimmed = String(line).trimmedLine
      if open.isEmpty, trimmed.hasPrefix(":") {
        closeStatements()
        statements = String(repeating: "\n", count: index + 1)
        entries.append(.command(trimmed))
        continue
      }
      statements += line + "\n"
      if open.isEmpty, trimmed.isEmpty || trimmed.hasPrefix("//") { continue }
      open += line + "\n"
      if line.contains(";"), ends(open) { open = "" }
    }
    closeStatements()
    return entries
  }

  private static func ends(_ text: String) -> Bool { Script(text).statements.last?.isTerminated ?? true }
}

extension String {
  /// Without space at its ends.
  var trimmedLine: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace }) else {
      return ""
    }
    return String(self[first...last])
  }
}
