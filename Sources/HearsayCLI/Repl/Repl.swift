import Foundation
import Hearsay
import Terminal

/// The conversation with a person at a terminal, or with a script on standard input.
final class Repl {
  let session: GraphSession
  var format: ResultFormat
  var parameters: [String: Value] = [:]
  private let explain: Explaining
  private var isDone = false
  /// Files being read by `:read`, the outermost first.
  private var filesBeingRead: [String] = []

  /// Says why something is in the case: an id or a query, with parameters.
  typealias Explaining = (String, [String: Value]) throws(Failure) -> Explanation

  init(_ session: GraphSession, format: ResultFormat, explain: @escaping Explaining) {
    self.session = session
    self.format = format
    self.explain = explain
  }

  /// Reads and answers until Ctrl-D or `:quit`.
  func converse(name: String?) {
    let historyPath = Self.historyPath
    let names = CompletionNames()
    let state = EditorState(
      history: historyPath.map { History(path: $0) } ?? History(), isComplete: ReplInput.isComplete,
      complete: { names.completion(for: $0) })
    let editor = LineEditor(state, traits: { Console.output }, highlight: Highlighter.styles)
    Console.note(greeting(name))
    while !isDone {
      names.update(from: session.snapshot.names, parameters: parameters.keys)
      switch editor.read(prompt: "hearsay> ", continuation: "      -> ") {
      case .text(let text):
        if let historyPath { editor.state.history.save(to: historyPath) }
        _ = run(Text(origin: "", contents: text))
      case .cancelled: continue
      case .ended: return
      }
    }
  }

  /// Runs statements and commands in their order. Goes on after an error, as a person at a terminal would.
  ///
  /// - Returns: the first error.
  func run(_ text: Text) -> Failure? {
    var first: Failure?
    for entry in ReplInput.entries(of: text.contents) where !isDone {
      let failure =
        switch entry {
        case .command(let line): run(command: line)
        case .statements(let statements): run(statements: Text(origin: text.origin, contents: statements))
        }
      first = first ?? failure
    }
    return first
  }

  private func run(statements: Text) -> Failure? {
    ScriptRunner(
      session: session, parameters: parameters, printer: ResultPrinter(format: format, output: Console.output),
      stopsAtErrors: false
    ).run(statements)
  }

  private func run(command line: String) -> Failure? {
    do throws(Failure) {
      try perform(try ReplInstruction(line))
      return nil
    } catch {
      Console.report(error)
      return error
    }
  }

  private func perform(_ command: ReplInstruction) throws(Failure) {
    switch command {
    case .help(let topic): Console.write(try HelpText.text(on: topic, width: Console.output.width ?? 100))
    case .schema: Console.write(SchemaTables.text(session.snapshot, Console.output))
    case .explain(let subject):
      Console.write(ExplanationText(Console.output).text(of: try explain(subject, parameters)))
    case .read(let path): try read(path)
    case .format(let format): if let format { self.format = format } else { Console.write("\(self.format.rawValue)\n") }
    case .parameter(let assignment?):
      let (name, value) = try ParameterArgument.parse(assignment)
      parameters[name] = value
    case .parameter(nil):
      for name in parameters.keys.sorted() {
        Console.write("\(name) = \(ShownText.line(parameters[name]?.literalText ?? ""))\n")
      }
    case .quit: isDone = true
    }
  }

  private func read(_ path: String) throws(Failure) {
    guard !filesBeingRead.contains(path) else {
      throw Failure(.input, code: "ReadsItself", "`\(path)` reads itself")
    }
    let text = try FileText.read(path)
    filesBeingRead.append(path)
    defer { filesBeingRead.removeLast() }
    let before = parameters
    defer { parameters = before }
    // The parameters of a query file's tests, so that its questions can be asked by hand.
    if let file = try? QueryFiles.parse(text) {
      for test in file.tests { parameters.merge(test.parameters) { first, _ in first } }
    }
    if let failure = run(text) {
      throw Failure(failure.kind, code: failure.code, "`:read \(path)` met an error")
    }
  }

  private func greeting(_ name: String?) -> String {
    let graph = session.snapshot
    let matter = name.map { "`\(ShownText.line($0))`" } ?? "an empty graph in memory"
    return "\(matter): \(graph.nodeCount) nodes, \(graph.edgeCount) edges. `:help` tells what there is, `:quit` ends."
  }

  /// nil where there is no home to keep it in.
  private static var historyPath: String? {
    if let state = Console.environment["XDG_STATE_HOME"], state.hasPrefix("/") { return state + "/hearsay_history" }
    return Console.environment["HOME"].map { $0 + "/.hearsay_history" }
  }
}
