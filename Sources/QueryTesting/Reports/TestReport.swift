/// The forms in which a run is told. To add one, add a file and a line here.
public enum TestReport: String, CaseIterable, Sendable {
  case text, junit, tap, json, github, markdown

  /// The whole report. The same run gives the same text: no times, no host.
  public func format(_ run: TestRun) -> String {
    switch self {
    case .text: TextReport.format(run)
    case .junit: JUnitReport.format(run)
    case .tap: TAPReport.format(run)
    case .json: JSONReport.format(run)
    case .github: GitHubReport.format(run)
    case .markdown: MarkdownReport.format(run)
    }
  }
}

extension TestOutcome {
  /// What went wrong in one sentence; nil if nothing did.
  var message: String? {
    switch result {
    case .passed: nil
    case .failed(let difference): difference.summary
    case .broken(let sentence, _): sentence
    }
  }

  /// Expected against got, row by row: `- ` missing, `+ ` surprising, claims indented below.
  var rowLines: [String] {
    guard case .failed(let difference) = result else { return [] }
    let missing = difference.missing.prefix(Expectation.mostRowsShown).map { "- \($0)" }
    let left = difference.missing.count - missing.count
    let surprising = difference.surprising.flatMap { row in
      ["+ \(row.row)"] + row.claims.map { "    because \($0)" }
    }
    return missing + (left > 0 ? ["- … and \(left) more"] : []) + surprising
  }
}

extension TestRun {
  /// `12 tests: 10 passed, 1 failed, 1 broken`
  var summary: String {
    let parts = [(passedCount, "passed"), (failureCount, "failed"), (brokenCount, "broken")]
    let told = parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
    return told.isEmpty ? "no tests" : "\(counted(outcomes.count, "test")): \(told)"
  }

  /// Outcomes file by file, in their order.
  var byFile: [(file: String, outcomes: [TestOutcome])] {
    var files: [(file: String, outcomes: [TestOutcome])] = []
    for outcome in outcomes {
      if let last = files.indices.last, files[last].file == outcome.file {
        files[last].outcomes.append(outcome)
      } else {
        files.append((outcome.file, [outcome]))
      }
    }
    return files
  }
}
