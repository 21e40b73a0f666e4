/// A table of the files and the failures below it, for a summary page.
enum MarkdownReport {
  static func format(_ run: TestRun) -> String {
    var text = "**\(run.summary)**\n\n"
    guard !run.outcomes.isEmpty else { return text }
    text += "| file | passed | failed | broken |\n| --- | ---: | ---: | ---: |\n"
    for (file, outcomes) in run.byFile {
      let part = TestRun(outcomes)
      text += "| \(escaped(file)) | \(part.passedCount) | \(part.failureCount) | \(part.brokenCount) |\n"
    }
    for outcome in run.outcomes {
      guard let message = outcome.message else { continue }
      text += "\n### \(escaped(outcome.name))\n\n\(escaped(outcome.place)): \(escaped(message))\n"
      // Indented code needs no fence that a row could close.
      if !outcome.rowLines.isEmpty { text += "\n" + outcome.rowLines.map { "    \($0)\n" }.joined() }
    }
    return text
  }

  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "|", "\\", "*", "_", "[", "]": escaped += "\\\(scalar)"
      case "<": escaped += "&lt;"
      case "&": escaped += "&amp;"
      default: escaped.unicodeScalars.append(scalar.value < 0x20 ? " " : scalar)
      }
    }
    return escaped
  }
}
