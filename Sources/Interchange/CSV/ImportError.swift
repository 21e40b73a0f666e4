/// Why a graph could not be read. Nothing of it is kept.
public struct ImportError: Error, Equatable, Sendable {
  public enum Code: String, Sendable, CaseIterable {
    case notFound = "NotFound"
    case notPermitted = "NotPermitted"
    /// `schema.json` is no JSON, or does not say what it should.
    case schemaInvalid = "SchemaInvalid"
    /// A file does not have the columns that the schema names.
    case columnsDiffer = "ColumnsDiffer"
    /// A row has fewer or more fields than the header.
    case fieldsMissing = "FieldsMissing"
    /// A quoted field does not end, or goes on behind its closing quote.
    case quotesUnbalanced = "QuotesUnbalanced"
    /// A field is not of its column's type.
    case valueInvalid = "ValueInvalid"
    case notUTF8 = "NotUTF8"
    /// Two nodes of one label have one id, or an edge ends at an id that no node has.
    case idInvalid = "IdInvalid"
    /// The file has fewer or more rows than the schema announces.
    case rowsMissing = "RowsMissing"
    case tooLarge = "TooLarge"
  }

  public let code: Code
  /// Lower case, no full stop, names in backticks.
  public let message: String
  public let path: String
  /// From 1; nil where it is about the file as a whole.
  public let line: Int?
  /// In characters, from 1.
  public let column: Int?
  /// What to do about it.
  public let suggestion: String?

  init(
    _ code: Code, _ message: String, path: String, line: Int? = nil, column: Int? = nil, suggestion: String? = nil
  ) {
    self.code = code
    self.message = message
    self.path = path
    self.line = line
    self.column = column
    self.suggestion = suggestion
  }

  /// One sentence: message and suggestion.
  public var sentence: String { suggestion.map { "\(message); \($0)" } ?? message }
}
