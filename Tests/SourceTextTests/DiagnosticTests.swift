import SourceText
import Testing

@Suite("diagnostics")
struct DiagnosticTests {
  @Test("a diagnostic shows the line it is about, with carets below the place")
  func rendered() {
    let text = Text(origin: "warnings.gql", contents: "MATCH (claim)\nWHERE clami.stance = 'denies'\nRETURN 1")
    let diagnostic = Diagnostic(
      .error, code: "UndefinedVariable", status: "GQLSTATUS 42002", message: "`clami` is not defined",
      range: SourceRange(20, 25),
      suggestion: "did you mean `claim`?")
    #expect(
      diagnostic.rendered(in: text) == """
        error[UndefinedVariable], GQLSTATUS 42002: `clami` is not defined; did you mean `claim`?
         --> warnings.gql:2:7
         2 | WHERE clami.stance = 'denies'
           |       ^^^^^
        """)
  }

  @Test("without a text or a range only the sentence is shown")
  func bare() {
    let diagnostic = Diagnostic(.warning, code: "UnknownLabel", message: "unknown label `X`")
    #expect(diagnostic.rendered() == "warning[UnknownLabel]: unknown label `X`")
    #expect(diagnostic.rendered(in: Text(origin: "a", contents: "b")) == "warning[UnknownLabel]: unknown label `X`")
  }

  @Test("carets stand below the place, whatever stands before it", arguments: ["é", "\t", "\u{7}", "\u{202E}"])
  func carets(before: String) {
    let text = Text(origin: "", contents: before + "x")
    let start = before.utf8.count
    let lines = Diagnostic(.error, code: "C", message: "m", range: SourceRange(start, start + 1))
      .rendered(in: text).split(separator: "\n")
    let shown = Array(lines[1].unicodeScalars)
    let marks = Array(lines[2].unicodeScalars)
    #expect(marks.firstIndex(of: "^") == shown.firstIndex(of: "x"))
    #expect(!shown.contains { $0.value < 0x20 || $0.value == 0x202E })
  }

  @Test(
    "long lines are cut around the place, and a range may lie anywhere",
    arguments: [0, 5, 99, 300, 4_999, 5_000, 9_999])
  func longLines(start: Int) {
    let text = Text(origin: "", contents: String(repeating: "y", count: 5_000))
    let shown = Diagnostic(.error, code: "C", message: "m", range: SourceRange(start, start + 4_000)).rendered(in: text)
    let lines = shown.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines.allSatisfy { $0.unicodeScalars.count < 140 })
    #expect(lines[2].contains("^"))
  }
}
