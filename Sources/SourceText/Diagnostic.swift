/// Something to tell a person about a text: what, where, and if possible what to do.
///
/// Each stage has an error type of its own with stable codes; all of them turn into this to be shown.
public struct Diagnostic: Error, Equatable, Sendable {
  public enum Severity: String, Sendable { case error, warning, note }

  public let severity: Severity
  /// A stable name, such as `UndefinedVariable`; tests match it.
  public let code: String
  /// The code that a standard has for it, with the name of what it is: `GQLSTATUS 42002`; nil if there is none.
  public let status: String?
  /// Lower case, no full stop, names in backticks. Free to improve.
  public let message: String
  /// Where in the text, if it is about a place in one.
  public let range: SourceRange?
  /// What to do: the nearest name, the missing word.
  public let suggestion: String?

  public init(
    _ severity: Severity, code: String, status: String? = nil, message: String, range: SourceRange? = nil,
    suggestion: String? = nil
  ) {
    self.severity = severity
    self.code = code
    self.status = status
    self.message = message
    self.range = range
    self.suggestion = suggestion
  }

  /// One sentence: the message and, behind a semicolon, the suggestion.
  public var sentence: String { suggestion.map { "\(message); \($0)" } ?? message }

  /// Draws the diagnostic with the line it is about:
  /// ```
  /// error[UndefinedVariable], GQLSTATUS 42002: `clami` is not defined; did you mean `claim`?
  ///  --> warnings.gql:3:7
  ///  3 | WHERE clami.stance = 'denies'
  ///    |       ^^^^^
  /// ```
  /// Long lines are cut around the place; control characters are shown as `�`.
  public func rendered(in text: Text? = nil) -> String {
    let head = "\(severity.rawValue)[\(code)]\(status.map { ", \($0)" } ?? ""): \(sentence)"
    guard let text, let range else { return head }
    let lines = LineTable(text.contents)
    let start = lines.position(of: range.start)
    let place = text.origin.isEmpty ? "" : "\n --> \(text.origin):\(start.line):\(start.column)"
    guard let lineRange = lines.range(ofLine: start.line) else { return head + place }
    let shown = ShownLine(
      text.slice(lineRange), column: start.column,
      width: max(1, text.slice(SourceRange(range.start, min(range.end, lineRange.end))).unicodeScalars.count))
    let number = String(start.line)
    let gutter = String(repeating: " ", count: number.count)
    return """
      \(head)\(place)
       \(number) | \(shown.line)
       \(gutter) | \(shown.marks)
      """
  }
}

/// A line cut to a readable length around a place, and the carets to go below it.
private struct ShownLine {
  let line: String
  let marks: String
  private static let widest = 120

  init(_ full: String, column: Int, width: Int) {
    let scalars = Array(full.unicodeScalars)
    let before = min(column - 1, scalars.count)
    let first = before < Self.widest - 20 ? 0 : before - 40
    let last = min(scalars.count, first + Self.widest)
    var line = first > 0 ? "…" : ""
    let lead = before - first + (first > 0 ? 1 : 0)
    for scalar in scalars[first..<last] {
      let isControl = scalar.value < 0x20 || scalar.value == 0x7F || (0x202A...0x202E).contains(scalar.value)
      line.unicodeScalars.append(scalar == "\t" ? " " : isControl ? "\u{FFFD}" : scalar)
    }
    if last < scalars.count { line += "…" }
    self.line = line
    marks = String(repeating: " ", count: lead) + String(repeating: "^", count: max(1, min(width, last - before)))
  }
}
