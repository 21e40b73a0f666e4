import Hearsay

/// One object: counts, and the tests in their order.
enum JSONReport {
  static func format(_ run: TestRun) -> String {
    var writer = JSONWriter()
    writer.beginObject()
    for (key, count) in [("passed", run.passedCount), ("failed", run.failureCount), ("broken", run.brokenCount)] {
      writer.key(key)
      writer.write(count)
    }
    writer.key("tests")
    writer.beginArray()
    for outcome in run.outcomes {
      writer.breakLine()
      write(outcome, to: &writer)
    }
    writer.endArray()
    writer.endObject()
    return writer.text + "\n"
  }

  private static func write(_ outcome: TestOutcome, to writer: inout JSONWriter) {
    writer.beginObject()
    writer.key("file")
    writer.write(outcome.file)
    writer.key("line")
    writer.write(outcome.line)
    writer.key("name")
    writer.write(outcome.name)
    writer.key("status")
    writer.write(status(outcome))
    if let message = outcome.message {
      writer.key("message")
      writer.write(message)
    }
    if case .failed(let difference) = outcome.result {
      writer.key("missing")
      write(difference.missing, to: &writer)
      writer.key("surprising")
      write(difference.surprising.map(\.row), to: &writer)
    }
    writer.key("warnings")
    write(outcome.warnings, to: &writer)
    writer.endObject()
  }

  private static func status(_ outcome: TestOutcome) -> String {
    switch outcome.result {
    case .passed: "passed"
    case .failed: "failed"
    case .broken: "broken"
    }
  }

  private static func write(_ texts: [String], to writer: inout JSONWriter) {
    writer.beginArray()
    for text in texts { writer.write(text) }
    writer.endArray()
  }
}
