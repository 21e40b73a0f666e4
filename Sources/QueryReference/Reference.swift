import QueryLanguage
import QueryPlanner
public import SourceText

/// The reference of the query language: `:help`, `hearsay reference` and its files are made of it, and its examples are
/// tests.
public enum Reference {
  /// Clauses, filters, patterns and expressions in the order in which one learns them; functions and errors by name.
  public static let pages: [ReferencePage] =
    readingClauses + tableClauses + compositionClauses + changingClauses + provenanceFilters + elementPatterns
    + pathPatterns + valueExpressions + operatorExpressions + formExpressions + functionPages.sortedByTitle
    + errorPages.sortedByTitle

  public static func pages(of kind: ReferencePage.Kind) -> [ReferencePage] { pages.filter { $0.kind == kind } }

  /// The pages that a name stands for: those of this title, in any case of letters, or else those that explain this
  /// word. Empty if there are none.
  public static func pages(on name: String) -> [ReferencePage] {
    let words = name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let wanted = (words.hasSuffix("()") ? String(words.dropLast(2)) : words).lowercased()
    let titled = pages.filter { $0.title.lowercased() == wanted || $0.aliases.contains { $0.lowercased() == wanted } }
    if !titled.isEmpty { return titled }
    let begun = pages.filter { $0.title.lowercased().hasPrefix(wanted + " ") }
    let explaining = Keyword(word: wanted).map { keyword in pages.filter { $0.keywords.contains(keyword) } } ?? []
    return explaining.isEmpty ? begun : explaining
  }

  /// All that pages are found by, for completion and for the nearest name.
  public static let names: [String] = pages.map(\.title) + pages.flatMap(\.aliases)

  /// The name that was probably meant.
  public static func nearest(to name: String) -> String? { nearestName(to: name, among: names) }
}

extension [ReferencePage] {
  fileprivate var sortedByTitle: [ReferencePage] {
    sorted { ($0.title.lowercased(), $0.title) < ($1.title.lowercased(), $1.title) }
  }
}
