extension ReferencePage {
  /// The page for a terminal: lines are not cut, a paragraph is one line.
  public var plainText: String {
    var text = "\(title) · \(kind.rawValue)\n  \(summary)\n\n"
    text += syntax.map { "  \($0)\n" }.joined()
    if !aliases.isEmpty { text += "  also \(aliases.joined(separator: ", "))\n" }
    for paragraph in paragraphs { text += "\n\(paragraph)\n" }
    if !errors.isEmpty { text += "\nErrors: \(errors.map(\.rawValue).joined(separator: ", "))\n" }
    if let graph, !shownExamples.isEmpty { text += "\nOn the graph `\(graph.name)` (`:help \(graph.name)`):\n" }
    for example in shownExamples { text += "\n\(example.indented)\n" }
    if let withoutExample { text += "\nNo example: \(withoutExample).\n" }
    let features = Feature.all.filter { $0.page == title }
    if !features.isEmpty {
      text += "\nStandards: " + features.map { "\($0.label): \($0.support.rawValue)" }.joined(separator: "; ") + "\n"
    }
    if !related.isEmpty { text += "\nSee also: \(related.joined(separator: ", "))\n" }
    return text
  }
}

extension ReferenceGraph {
  public var plainText: String { "The graph `\(name)` of the examples\n\n\(statement.indented)\n" }

  public static func named(_ name: String) -> ReferenceGraph? { all.first { $0.name == name.lowercased() } }
}

extension String {
  fileprivate var indented: String {
    split(separator: "\n", omittingEmptySubsequences: false).map { "  \($0)" }.joined(separator: "\n")
  }
}
