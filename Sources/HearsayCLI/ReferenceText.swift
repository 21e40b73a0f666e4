import Hearsay
import QueryReference
import Terminal

/// Pages of the reference on a terminal of some width.
enum ReferenceText {
  /// All pages that the name stands for.
  static func pages(on name: String, width: Int) throws(Failure) -> String {
    let pages = Reference.pages(on: name)
    if !pages.isEmpty { return pages.map { wrapped($0.plainText, width) }.joined(separator: "\n") }
    if let graph = ReferenceGraph.named(name) { return wrapped(graph.plainText, width) }
    let near = Reference.nearest(to: name).map { "; did you mean `\($0)`?" }
    throw Failure(
      .input, code: "NoSuchTopic", "there is no page on `\(ShownText.line(name))`\(near ?? "; the index lists all")")
  }

  /// The titles of all pages by kind.
  static func index(width: Int) -> String {
    let lines = ReferencePage.Kind.allCases.map { kind in
      "\(kind.plural): " + Reference.pages(of: kind).map(\.title).joined(separator: ", ")
    }
    return wrapped(lines.joined(separator: "\n") + "\n", width)
  }

  /// What is indented is to be copied and stays on its line.
  private static func wrapped(_ text: String, _ width: Int) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
      line.hasPrefix(" ") ? [String(line)] : LineFitting.wrap(String(line), to: width)
    }.joined(separator: "\n")
  }
}
