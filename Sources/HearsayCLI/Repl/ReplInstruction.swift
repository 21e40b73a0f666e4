import Hearsay

/// A line that begins with `:`.
enum ReplInstruction: Equatable {
  case help(String?)
  case schema
  /// An id, or a query on the same line.
  case explain(String)
  case read(String)
  /// nil asks for the present one.
  case format(ResultFormat?)
  /// `name=value`; nil asks for all.
  case parameter(String?)
  case quit

  /// Names, with what `:help` says of them.
  static let all: [(usage: String, summary: String)] = [
    (":help [NAME]", "this list, or what a clause or function does"),
    (":schema", "labels, edge types and properties, with their counts"),
    (":explain ID", "why a claim, an edge or a node is there; also of what a query on the line returns"),
    (":read FILE", "run the statements of a file"),
    (":format [NAME]", "how rows are written: " + ResultFormat.allCases.map(\.rawValue).joined(separator: ", ")),
    (":param [name=value]", "set a parameter for `$name`, or list all"),
    (":quit", "end; Ctrl-D does the same"),
  ]

  static let names = [":help", ":schema", ":explain", ":read", ":format", ":param", ":quit"]

  init(_ line: String) throws(Failure) {
    let name = String(line.prefix { !$0.isWhitespace })
    var rest = String(line.dropFirst(name.count)).trimmedLine
    if rest.hasSuffix(";") { rest = String(rest.dropLast()).trimmedLine }
    let argument = rest.isEmpty ? nil : rest
    switch (name.hasSuffix(";") ? String(name.dropLast()) : name, argument) {
    case (":help", _), (":?", _): self = .help(argument)
    case (":schema", nil): self = .schema
    case (":explain", let subject?): self = .explain(subject)
    case (":explain", nil): throw Self.failure("`:explain` needs an id or a query")
    case (":read", let path?): self = .read(path)
    case (":read", nil): throw Self.failure("`:read` needs a file")
    case (":format", nil): self = .format(nil)
    case (":format", let name?):
      guard let format = ResultFormat(rawValue: name) else {
        let names = ResultFormat.allCases.map(\.rawValue)
        let near = nearestName(to: name, among: names).map { "did you mean `\($0)`?" }
        throw Self.failure("unknown format `\(name)`; \(near ?? "known are " + names.joined(separator: ", "))")
      }
      self = .format(format)
    case (":param", _), (":params", nil): self = .parameter(argument)
    case (":quit", nil), (":exit", nil), (":q", nil): self = .quit
    case (let name, _):
      guard Self.names.contains(name) else {
        let near = nearestName(to: name, among: Self.names)
        throw Self.failure(
          "unknown command `\(name)`; " + (near.map { "did you mean `\($0)`?" } ?? "`:help` lists them"))
      }
      throw Self.failure("`\(name)` takes nothing behind it")
    }
  }

  private static func failure(_ sentence: String) -> Failure { Failure(.input, code: "InvalidCommand", sentence) }
}
