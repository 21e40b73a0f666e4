/// The XML that build servers read: one suite per file.
enum JUnitReport {
  static func format(_ run: TestRun) -> String {
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    text += "<testsuites\(counts(run))>\n"
    for (file, outcomes) in run.byFile {
      text += "  <testsuite name=\"\(escaped(file))\"\(counts(TestRun(outcomes)))>\n"
      for outcome in outcomes { text += testCase(outcome) }
      text += "  </testsuite>\n"
    }
    return text + "</testsuites>\n"
  }

  private static func counts(_ run: TestRun) -> String {
    " tests=\"\(run.outcomes.count)\" failures=\"\(run.failureCount)\" errors=\"\(run.brokenCount)\""
  }

  private static func testCase(_ outcome: TestOutcome) -> String {
    let head =
      "    <testcase name=\"\(escaped(outcome.name))\" classname=\"\(escaped(outcome.file))\""
      + " file=\"\(escaped(outcome.file))\" line=\"\(outcome.line)\""
    guard let message = outcome.message else { return head + "/>\n" }
    let element = if case .broken = outcome.result { "error" } else { "failure" }
    let body = ([outcome.place] + outcome.rowLines).joined(separator: "\n")
    return head
      + ">\n      <\(element) message=\"\(escaped(message))\">\(escaped(body))</\(element)>\n    </testcase>\n"
  }

  /// Characters that XML 1.0 cannot hold become U+FFFD.
  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "\n": escaped += "&#10;"
      case "\t": escaped += "&#9;"
      case "\0"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": escaped += "\u{FFFD}"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
