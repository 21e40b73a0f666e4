import Hearsay

/// The Test Anything Protocol, version 14.
enum TAPReport {
  static func format(_ run: TestRun) -> String {
    var text = "TAP version 14\n1..\(run.outcomes.count)\n"
    for (index, outcome) in run.outcomes.enumerated() {
      let status = outcome.isPassed ? "ok" : "not ok"
      text += "\(status) \(index + 1) - \(escaped("\(outcome.file): \(outcome.name)"))\n"
      guard let message = outcome.message else { continue }
      text += "  ---\n  message: \(quoted(message))\n  at: \(quoted(outcome.place))\n"
      if !outcome.rowLines.isEmpty {
        text += "  rows:\n" + outcome.rowLines.map { "    - \(quoted($0))\n" }.joined()
      }
      text += "  ...\n"
    }
    return text
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("#", with: "\\#").split(whereSeparator: \.isNewline)
      .joined(separator: " ")
  }

  /// A YAML scalar in double quotes.
  private static func quoted(_ text: String) -> String { JSONText.quoted(text) }
}

/// A text as JSON writes it, which YAML reads too.
enum JSONText {
  static func quoted(_ text: String) -> String {
    var writer = JSONWriter()
    writer.write(text)
    return writer.text
  }
}
