/// How one test went.
public struct TestOutcome: Sendable {
  public enum Result: Equatable, Sendable {
    case passed
    case failed(Difference)
    /// Nothing can be said: the case could not be had, or a limit was hit. One sentence.
    case broken(String, isInput: Bool)
  }

  public let file: String
  /// Of the test in its file, from 1.
  public let line: Int
  public let name: String
  public let tags: [String]
  public let result: Result
  /// Warnings of the tested statement that the file does not expect, as sentences.
  public let warnings: [String]

  public var isPassed: Bool { result == .passed }
  public var place: String { "\(file):\(line)" }
}

/// How all tests went, in the order of the files and of the tests in them.
public struct TestRun: Sendable {
  public let outcomes: [TestOutcome]

  public var failureCount: Int { outcomes.count { if case .failed = $0.result { true } else { false } } }
  public var brokenCount: Int { outcomes.count { if case .broken = $0.result { true } else { false } } }
  public var passedCount: Int { outcomes.count - failureCount - brokenCount }

  /// 0 all passed · 1 a test failed · 2 bad input · 3 the engine failed or a limit was hit · 4 fewer tests ran than
  /// there had to.
  public func exitCode(atLeast minimum: Int) -> Int32 {
    for outcome in outcomes {
      if case .broken(_, let isInput) = outcome.result { return isInput ? 2 : 3 }
    }
    if failureCount > 0 { return 1 }
    return outcomes.count < max(1, minimum) ? 4 : 0
  }

  public init(_ outcomes: [TestOutcome]) { self.outcomes = outcomes }
}
