import Hearsay

/// Runs the statements of a text one after the other.
struct ScriptRunner {
  let session: GraphSession
  var parameters: [String: Value]
  var printer: ResultPrinter
  /// Whether an error ends the run, as in a file, or the next statement has its turn, as at a terminal.
  var stopsAtErrors = true

  /// Errors are reported as they come.
  ///
  /// - Returns: the first error, or nil if all ran.
  func run(_ text: Text) -> Failure? {
    let script = Script(text.contents)
    var first: Failure?
    for statement in script.statements {
      do {
        let query = try script.parse(statement)
        printer.print(try session.run(query, parameters: parameters), of: text)
      } catch {
        let failures = allFailures(error, in: statement, of: script, text)
        for failure in failures { Console.report(failure, in: text) }
        first = first ?? failures.first
        if stopsAtErrors { break }
      }
    }
    return first
  }

  /// The error, with the other mistakes of the statement if it did not come to run.
  private func allFailures(
    _ error: any Error, in statement: Script.Statement, of script: Script, _ text: Text
  ) -> [Failure] {
    var errors: [any Error] = [error]
    if let error = error as? QueryError, error.phase == .compile {
      let mistakes = session.mistakes(in: statement, of: script)
      // What the planner does not know of, such as a missing parameter, stands alone.
      if mistakes.contains(error) { errors = mistakes }
    }
    return errors.map { Failure($0, in: text) }
  }

  /// Whether a statement of the text writes. One that cannot be parsed does not.
  static func mayUpdate(_ text: Text) -> Bool {
    parseAll(text.contents).contains { statement in
      guard case .success(let query) = statement.result, query.mode != .explain else { return false }
      return query.isUpdating
    }
  }
}

extension Failure {
  var exitCode: Int32 { kind == .input ? 2 : 3 }
}
