import QueryLanguage

/// What an error's page says beyond its code.
struct ErrorNote: Sendable {
  let code: QueryError.Code
  let summary: String
  let text: String
  let related: [String]
  let examples: String
  let withoutExample: String?

  init(
    _ code: QueryError.Code, summary: String, text: String = "", related: [String] = [], examples: String = "",
    withoutExample: String? = nil
  ) {
    self.code = code
    self.summary = summary
    self.text = text
    self.related = related
    self.examples = examples
    self.withoutExample = withoutExample
  }
}

let errorPages: [ReferencePage] = (syntaxErrors + nameErrors + valueErrors + limitErrors).map { note in
  ReferencePage(
    note.code.rawValue, .error, aliases: [], summary: note.summary,
    syntax: ["error[\(note.code.rawValue)], GQLSTATUS \(note.code.gqlStatus)"], text: note.text, related: note.related,
    examples: note.examples, withoutExample: note.withoutExample)
}
