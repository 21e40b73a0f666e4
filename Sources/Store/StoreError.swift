/// Why a case could not be opened, read or written. Whatever was refused is as it was.
public struct StoreError: Error, Equatable, Sendable {
  public enum Code: String, Sendable, CaseIterable {
    /// There is no file of that name.
    case notFound = "NotFound"
    case isFolder = "IsFolder"
    /// Creating: something of that name is there.
    case alreadyExists = "AlreadyExists"
    /// Not an SQLite file at all.
    case notSQLite = "NotSQLite"
    /// An SQLite file of another program.
    case notACase = "NotACase"
    /// Written by a later version of this program.
    case newerVersion = "NewerVersion"
    /// Another program is writing to it.
    case busy = "Busy"
    /// Another program has written to it since it was opened.
    case changedElsewhere = "ChangedElsewhere"
    /// What is stored does not fit its checksum, or its parts each other.
    case damaged = "Damaged"
    case notPermitted = "NotPermitted"
    /// Writing to a case that was opened for reading.
    case readOnly = "ReadOnly"
    case diskFull = "DiskFull"
    /// A value that means nothing outside its graph (a node, an edge, a path), or nested too deep.
    case notStorable = "NotStorable"
    case closed = "Closed"
    /// The system or SQLite failed in another way; `cause` has its words.
    case failed = "Failed"
  }

  public let code: Code
  /// Lower case, no full stop, names in backticks.
  public let message: String
  /// The file of the case.
  public let path: String
  /// What SQLite or the system said.
  public let cause: String?
  /// What to do about it.
  public let suggestion: String?

  public init(_ code: Code, _ message: String, path: String, cause: String? = nil, suggestion: String? = nil) {
    self.code = code
    self.message = message
    self.path = path
    self.cause = cause
    self.suggestion = suggestion
  }

  /// One sentence: message, cause and suggestion.
  public var sentence: String {
    (cause.map { "\(message): \($0)" } ?? message) + (suggestion.map { "; \($0)" } ?? "")
  }

  /// The same of the file that it was to become.
  func at(_ other: String) -> StoreError {
    func named(_ text: String) -> String { text.replacing(path, with: other) }
    return StoreError(
      code, named(message), path: other, cause: cause.map(named), suggestion: suggestion.map(named))
  }

  static func damaged(_ what: String, path: String) -> StoreError {
    StoreError(
      .damaged, "`\(path)` is damaged", path: path, cause: what,
      suggestion: "restore it from a copy, or build it anew from its reports")
  }
}
