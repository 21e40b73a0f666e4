/// For people: failures in full, the rest counted.
enum TextReport {
  static func format(_ run: TestRun) -> String {
    var text = ""
    for outcome in run.outcomes {
      if let message = outcome.message {
        text += "\(outcome.place): \(outcome.name): \(message)\n"
        text += outcome.rowLines.map { "  \($0)\n" }.joined()
      }
      text += outcome.warnings.map { "\(outcome.place): \(outcome.name): warning: \($0)\n" }.joined()
    }
    return text + run.summary + "\n"
  }
}
