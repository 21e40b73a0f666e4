import ArgumentParser
import Foundation
import Hearsay

/// Runs a command's body; what goes wrong is told on standard error in one sentence and turned into an exit code.
func reportingFailures(_ body: () throws -> Void) throws {
  do {
    try body()
  } catch let code as ExitCode {
    throw code
  } catch {
    let failure = Failure(error)
    FileHandle.standardError.write(Data("hearsay: \(failure.sentence)\n".utf8))
    throw ExitCode(failure.kind == .input ? 2 : 3)
  }
}
