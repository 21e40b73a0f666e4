import QueryLanguage
import QueryPlanner

/// What a function's page says beyond its signature.
struct FunctionNote: Sendable {
  let name: String
  let text: String
  let related: [String]
  let graph: ReferenceGraph?
  let examples: String

  init(_ name: String, text: String = "", related: [String] = [], graph: ReferenceGraph? = nil, examples: String) {
    self.name = name
    self.text = text
    self.related = related
    self.graph = graph
    self.examples = examples
  }

  static let all: [FunctionNote] =
    aggregateNotes + graphNotes + provenanceNotes + generalNotes + numberNotes + textNotes + conversionNotes
    + timeNotes + dateTimeNotes
}

/// One page for each note that a function of the catalog goes with: names, types and summary are the catalog's.
let functionPages: [ReferencePage] = FunctionNote.all.compactMap { note in
  FunctionCatalog.all.first { $0.name == note.name }.map { ReferencePage($0, note) }
}

extension ReferencePage {
  fileprivate init(_ function: FunctionSignature, _ note: FunctionNote) {
    self.init(
      function.name, .function, aliases: FunctionCatalog.aliases.filter { $0.value == function.name }.keys.sorted(),
      summary: function.summary.asPhrase, syntax: [function.usage], text: note.text,
      errors: function.errors(shownBy: note.examples), related: note.related,
      graph: note.graph, examples: note.examples)
  }
}

extension FunctionSignature {
  /// A call with too many or too few arguments, a call with another kind of value, and what the examples run into.
  fileprivate func errors(shownBy examples: String) -> [QueryError.Code] {
    let shown = examples.split(separator: "\n").compactMap { line in
      line.hasPrefix("//= error ") ? QueryError.Code(rawValue: String(line.split(separator: " ")[2])) : nil
    }
    let general: [QueryError.Code] =
      [.invalidNumberOfArguments] + (parameters.contains { $0.types != .any } ? [.invalidArgumentType] : [])
    return general + shown.filter { !general.contains($0) }
  }

  /// `substring(text String, start Integer, [length Integer]) → String`
  var usage: String {
    var written = parameters.map { parameter in
      let text = parameter.types == .any ? parameter.name : "\(parameter.name) \(parameter.types.names)"
      return parameter.isOptional ? "[\(text)]" : text
    }
    if isVariadic { written.append("…") }
    return "\(name)(\(written.joined(separator: ", "))) → \(result == .any ? "any value" : result.names)"
  }
}

extension String {
  /// A sentence as a phrase: lower case, unless its first word is a name, and no full stop.
  fileprivate var asPhrase: String {
    let words = hasSuffix(".") ? String(dropLast()) : self
    guard let first = words.first, words.dropFirst().first?.isUppercase != true else { return words }
    return first.lowercased() + words.dropFirst()
  }
}
