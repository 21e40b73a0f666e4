import SourceText

/// A mistake in a lexicon file, with its place.
public struct LexiconError: Error, Equatable, Sendable {
  public enum Code: String, Sendable {
    case unknownFile = "UnknownLexiconFile"
    case unreadableFile = "UnreadableLexiconFile"
    case tooManyColumns = "TooManyColumns"
    case emptyKey = "EmptyKey"
    case unknownWord = "UnknownWord"
    case missingFile = "MissingLexiconFile"
  }

  public let code: Code
  /// Lower case, no full stop, names in backticks.
  public let message: String
  public let file: String
  /// From 1; nil where the file as a whole is wrong.
  public let line: Int?
  /// From 1, in Unicode scalars.
  public let column: Int?

  package init(_ code: Code, _ message: String, file: String, line: Int? = nil, column: Int? = nil) {
    self.code = code
    self.message = message
    self.file = file
    self.line = line
    self.column = column
  }

  /// The error in one sentence, its place included.
  public var diagnostic: Diagnostic {
    let place = line.map { line in ":\(line)" + (column.map { ":\($0)" } ?? "") } ?? ""
    return Diagnostic(.error, code: code.rawValue, message: "`\(file)`\(place): \(message)")
  }
}

/// A lexicon as it comes: the name of its file (`states.tsv`) and its contents.
public struct LexiconFile: Sendable, Equatable {
  public let name: String
  public let contents: String

  public init(name: String, contents: String) {
    self.name = name
    self.contents = contents
  }
}

/// The rows of a lexicon file: tab-separated, `#` for comments, the first comment naming the columns.
struct LexiconTable {
  struct Row {
    let file: String
    let line: Int
    /// As many as the table has columns; missing ones are empty.
    let fields: [Substring]

    /// The parts of a field that is a list (`a|b`).
    func list(_ column: Int) -> [String] {
      guard column < fields.count else { return [] }
      return fields[column].split(separator: "|").map { $0.trimmedSpaces }.filter { !$0.isEmpty }
    }

    func text(_ column: Int) -> String { column < fields.count ? fields[column].trimmedSpaces : "" }

    func optional(_ column: Int) -> String? {
      let text = text(column)
      return text.isEmpty ? nil : text
    }

    /// An error at a field of this row.
    func error(_ code: LexiconError.Code, _ message: String, column: Int) -> LexiconError {
      let before = fields.prefix(column).reduce(0) { $0 + $1.unicodeScalars.count + 1 }
      return LexiconError(code, message, file: file, line: line, column: before + 1)
    }

    /// The value that a word of a closed set stands for.
    func word<Value>(_ column: Int, _ values: [String: Value]) throws(LexiconError) -> Value {
      let text = text(column)
      guard let value = values[text] else {
        let nearest = nearestName(to: text, among: values.keys).map { "; did you mean `\($0)`?" } ?? ""
        throw error(
          .unknownWord, "`\(text)` is none of \(values.keys.sorted().joined(separator: ", "))\(nearest)", column: column
        )
      }
      return value
    }
  }

  private(set) var rows: [Row] = []

  /// - Parameters:
  ///   - columns: how many the table has; a row may leave out the last ones.
  ///   - keyColumns: how many of the first columns identify a row: a later file's row with the same key replaces it.
  init(_ files: [LexiconFile], columns: Int, keyColumns: Int = 1) throws(LexiconError) {
    var places: [String: Int] = [:]
    for (rank, file) in files.enumerated() {
      for row in try Self.rows(of: file, columns: columns) {
        let key = row.fields.prefix(keyColumns).joined(separator: "\t")
        // Within a file rows may share a key, as words with several senses do.
        if rank > 0, let place = places[key] {
          rows[place] = row
        } else {
          places[key] = rows.count
          rows.append(row)
        }
      }
    }
  }

  private static func rows(of file: LexiconFile, columns: Int) throws(LexiconError) -> [Row] {
    var result: [Row] = []
    var number = 0
    for line in file.contents.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      number += 1
      if line.hasPrefix("#") || line.allSatisfy(\.isWhitespace) { continue }
      let row = Row(
        file: file.name, line: number, fields: line.split(separator: "\t", omittingEmptySubsequences: false))
      guard row.fields.count <= columns else {
        throw row.error(
          .tooManyColumns, "expected at most \(columns) columns, found \(row.fields.count)", column: columns)
      }
      guard !row.text(0).isEmpty else { throw row.error(.emptyKey, "the first column is empty", column: 0) }
      result.append(row)
    }
    return result
  }
}

extension Substring {
  fileprivate var trimmedSpaces: String {
    var rest = self
    while rest.first == " " { rest = rest.dropFirst() }
    while rest.last == " " { rest = rest.dropLast() }
    return String(rest)
  }
}
