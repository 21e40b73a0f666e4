/// How far the language goes along with openCypher 9 and ISO GQL, as a table.
public enum Compatibility {
  /// The table as Markdown, which is read as it is, too.
  public static var markdown: String {
    var text = "# Compatibility\n\n"
    text +=
      "Each `yes` and `partly` names a test that shows it: a test of a query file, an example of the reference, or a test in Swift. "
    text += "A statement that uses what is missing is refused, unless the remark says otherwise.\n"
    for standard in Feature.Standard.allCases {
      let features = Feature.all.filter { $0.standard == standard }
      let counts = [Feature.Support.yes, .partly, .no].map { support in
        "\(features.count { $0.support == support }) \(support.rawValue)"
      }
      text += "\n## \(standard.rawValue)\n\n\(counts.joined(separator: ", ")).\n\n"
      text += "| \(standard == .gql ? "code" : "chapter") | feature | | remark | shown by |\n|---|---|---|---|---|\n"
      text += features.map(row).joined()
    }
    return text + extensions
  }

  /// What neither standard has: who says so, and what an answer is without them.
  private static var extensions: String {
    let own = Reference.pages(of: .provenance).map(\.title) + provenanceNotes.map(\.name)
    let pages = own.compactMap { title in Reference.pages.first { $0.title == title } }
    return "\n## Extensions of this language\n\n| page | what it is |\n|---|---|\n"
      + pages.map { "| \($0.title) | \($0.summary.inMarkdown) |\n" }.joined()
  }

  private static func row(_ feature: Feature) -> String {
    let tests = feature.evidence.map { "`\($0)`" }.joined(separator: " ")
    return
      "| \(feature.code) | \(feature.name.inMarkdown) | \(feature.support.rawValue) | \(feature.remark.inMarkdown) | \(tests) |\n"
  }
}
