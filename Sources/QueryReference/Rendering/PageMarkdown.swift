extension Reference {
  /// The whole reference as Markdown: paths below one folder, and what stands there. The index is `README.md`.
  public static var markdownFiles: [(path: String, text: String)] {
    [("README.md", index), ("graphs.md", graphs), ("compatibility.md", Compatibility.markdown)]
      + pages.map { ($0.markdownPath, $0.markdown) }
  }

  private static var index: String {
    var text = "# Hearsay's query language\n\n"
    text += "How far it goes along with openCypher 9 and ISO GQL: [compatibility](compatibility.md). "
    text += "Examples run on [small graphs](graphs.md).\n"
    for kind in ReferencePage.Kind.allCases {
      text +=
        "\n## \(kind.plural.capitalizedFirst)\n\n\(kind.summary.capitalizedFirst).\n\n| page | what it is |\n|---|---|\n"
      for page in pages(of: kind) {
        text += "| [\(page.title.inMarkdown)](\(page.markdownPath)) | \(page.summary.inMarkdown) |\n"
      }
    }
    return text
  }

  private static var graphs: String {
    "# Graphs of the examples\n"
      + ReferenceGraph.all.map { "\n## \($0.name)\n\n```cypher\n\($0.statement)\n```\n" }.joined()
  }
}

extension ReferencePage {
  /// `clauses/optional-match.md`
  var markdownPath: String { "\(kind.plural)/\(title.asFileName).md" }

  var markdown: String {
    var text =
      "# \(title.inMarkdown)\n\n\(summary.capitalizedFirst.inMarkdown).\n\n```\n\(syntax.joined(separator: "\n"))\n```\n"
    if !aliases.isEmpty { text += "\nAlso \(aliases.map { "`\($0)`" }.joined(separator: ", ")).\n" }
    for paragraph in paragraphs { text += "\n\(paragraph.inMarkdown)\n" }
    if !errors.isEmpty { text += "\nErrors: \(Self.links(to: errors.map(\.rawValue))).\n" }
    if !shownExamples.isEmpty { text += "\n## Examples\n" }
    if let graph, !shownExamples.isEmpty { text += "\nOn the graph [\(graph.name)](../graphs.md#\(graph.name)).\n" }
    for example in shownExamples { text += "\n```cypher\n\(example)\n```\n" }
    if let withoutExample { text += "\nNo example: \(withoutExample.inMarkdown).\n" }
    let features = Feature.all.filter { $0.page == title }
    if !features.isEmpty {
      text += "\n## Standards\n\n| feature | |\n|---|---|\n"
      text += features.map { "| \($0.label.inMarkdown) | \($0.support.rawValue) |\n" }.joined()
    }
    if !related.isEmpty { text += "\nSee also \(Self.links(to: related)).\n" }
    return text
  }

  private static func links(to titles: [String]) -> String {
    titles.compactMap { title in Reference.pages.first { $0.title == title } }
      .map { "[\($0.title.inMarkdown)](../\($0.markdownPath))" }.joined(separator: ", ")
  }
}

extension String {
  /// Lower-case letters, digits and hyphens; other characters by their code points, so that `=~` has a name.
  fileprivate var asFileName: String {
    lowercased().unicodeScalars.map { scalar in
      if scalar == " " || scalar == "." || scalar == "_" { return "-" }
      return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        ? String(scalar) : "u" + String(scalar.value, radix: 16)
    }.joined()
  }

  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }

  /// With what Markdown takes for markup made plain; code in back quotes stays as it is, but for bars of tables.
  var inMarkdown: String {
    var isCode = false
    var text = ""
    for character in self {
      if character == "`" { isCode.toggle() }
      if character == "|" || !isCode && "*_<>[]".contains(character) { text += "\\" }
      text.append(character)
    }
    return text
  }
}
