/// Workflow commands that mark failures at their lines in a pull request.
enum GitHubReport {
  static func format(_ run: TestRun) -> String {
    var text = ""
    for outcome in run.outcomes {
      if let message = outcome.message {
        let body = ([message] + outcome.rowLines).joined(separator: "\n")
        text += "::error \(parameters(outcome))::\(escaped(body))\n"
      }
      for warning in outcome.warnings { text += "::warning \(parameters(outcome))::\(escaped(warning))\n" }
    }
    return text + run.summary + "\n"
  }

  private static func parameters(_ outcome: TestOutcome) -> String {
    "file=\(property(outcome.file)),line=\(outcome.line),title=\(property(outcome.name))"
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
  }

  private static func property(_ text: String) -> String {
    escaped(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
  }
}
