import ArgumentParser
import Foundation
import Hearsay

/// The program: one subcommand per file.
@main
struct HearsayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hearsay",
    abstract: "A knowledge graph of who did what, and who says so.",
    discussion: """
      `hearsay CASE` opens the terminal on a case, `hearsay` alone on an empty graph in memory.

      Exit codes: 0 done, 1 a test or check failed, 2 wrong usage or bad input, 3 the engine failed or a limit was \
      hit, 4 nothing ran.
      """,
    version: "hearsay \(Version.text)",
    subcommands: [
      DemoCommand.self, BuildCommand.self, ExtractCommand.self, QueryCommand.self, ExplainCommand.self,
      ReplCommand.self, TestCommand.self, ReferenceCommand.self,
      ExportCommand.self, ImportCommand.self, CheckCommand.self, BackupCommand.self, PipeCommand.self,
    ])

  static func main() {
    // A reader that has seen enough is no failure: writing to it ends the program quietly.
    signal(SIGPIPE, SIG_IGN)
    do {
      let arguments = try Self.spelledOut(Array(CommandLine.arguments.dropFirst()))
      var command = try parseAsRoot(arguments)
      try command.run()
    } catch {
      end(with: error)
    }
  }

  /// `hearsay CASE` and `hearsay` alone mean the terminal.
  static func spelledOut(_ arguments: [String]) throws(Failure) -> [String] {
    guard let first = arguments.first else { return ["repl"] }
    let commands = configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
    if first.hasPrefix("-") || commands.contains(first) { return arguments }
    let isCase = first.hasSuffix(".hearsay") || FileManager.default.fileExists(atPath: first)
    if isCase { return ["repl"] + arguments }
    let near = nearestName(to: first, among: commands).map { "; did you mean `\($0)`?" }
    throw Failure(
      .input, code: "UnknownCommand",
      "`\(first)` is neither a command nor a case\(near ?? "; `hearsay help` lists the commands")")
  }

  private static func end(with error: any Error) -> Never {
    if let failure = error as? Failure {
      Console.report(failure)
      Foundation.exit(failure.kind == .input ? 2 : 3)
    }
    let code = exitCode(for: error).rawValue
    let message = fullMessage(for: error)
    if code == 0 {
      Console.write(message + "\n")
    } else if !message.isEmpty {
      Console.note(message)
    }
    // EX_USAGE is the parser's code for a wrong command line.
    Foundation.exit(code == 64 ? 2 : code)
  }
}
