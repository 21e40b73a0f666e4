public import QueryLanguage

/// What the reference says of one clause, pattern, form, function or error.
public struct ReferencePage: Sendable {
  public enum Kind: String, CaseIterable, Sendable {
    case clause, provenance, pattern, expression, function, error

    /// How the index and folders name all pages of the kind.
    public var plural: String {
      switch self {
      case .clause: "clauses"
      case .provenance: "provenance"
      case .pattern: "patterns"
      case .expression: "expressions"
      case .function: "functions"
      case .error: "errors"
      }
    }

    /// One line about all pages of the kind.
    var summary: String {
      switch self {
      case .clause: "what a query is made of"
      case .provenance: "filters on who has said something, and when; extensions of this language"
      case .pattern: "what MATCH looks for"
      case .expression: "values, operators and forms"
      case .function: "what is called with values in brackets"
      case .error: "what can be wrong with a query or go wrong while it runs, by code"
      }
    }
  }

  /// Unique, with regard to the case of letters: `count` is the aggregate, `COUNT` the subquery.
  public let title: String
  public let kind: Kind
  /// The words of the grammar that the page explains.
  public let keywords: [Keyword]
  /// Further names that it is found by.
  public let aliases: [String]
  /// One phrase, lower case, without full stop.
  public let summary: String
  /// Ways to write it; `[…]` may be left out, `…` goes on, `|` stands between choices.
  public let syntax: [String]
  /// Paragraphs with an empty line between them; other line breaks mean nothing. Empty if there is no more to say.
  public let text: String
  /// What can be wrong with it; empty where nothing can be told in general.
  public let errors: [QueryError.Code]
  /// Titles of other pages.
  public let related: [String]
  /// What the examples run on; nil for an empty graph.
  public let graph: ReferenceGraph?
  /// Tests as query files have them, of which each shows something; a single one may go without its name.
  let examples: String
  /// Why there is no example; nil if there is one.
  public let withoutExample: String?

  init(
    _ title: String, _ kind: Kind, keywords: [Keyword] = [], aliases: [String] = [], summary: String, syntax: [String],
    text: String = "", errors: [QueryError.Code] = [], related: [String] = [], graph: ReferenceGraph? = nil,
    examples: String,
    withoutExample: String? = nil
  ) {
    self.title = title
    self.kind = kind
    self.keywords = keywords
    self.aliases = aliases
    self.summary = summary
    self.syntax = syntax
    self.text = text
    self.errors = errors
    self.related = related
    self.graph = graph
    self.examples = examples
    self.withoutExample = withoutExample
  }

  /// The examples as a query file that stands alone: its graph, then one test an example. Empty without examples.
  public var queryFile: String {
    guard !examples.isEmpty else { return "" }
    let graph = graph.map { $0.statement + "\n" } ?? ""
    let name = examples.contains("//# test ") ? "" : "//# test example\n"
    return "//! case: empty\n\(graph)\(name)\(examples)\n"
  }

  /// The examples one by one, as the page shows them: the statement and what it gives.
  var shownExamples: [String] {
    var shown: [String] = []
    for line in examples.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("//# test ") || shown.isEmpty { shown.append("") }
      if line.hasPrefix("//# test ") { continue }
      shown[shown.count - 1] += shown[shown.count - 1].isEmpty ? String(line) : "\n\(line)"
    }
    return shown.filter { !$0.isEmpty }
  }

  /// The page's paragraphs, each on one line.
  var paragraphs: [String] {
    text.split(separator: "\n\n").map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
  }
}

/// A small graph that examples run on.
public struct ReferenceGraph: Sendable {
  public let name: String
  /// What makes it; ends with `;`.
  public let statement: String
}
