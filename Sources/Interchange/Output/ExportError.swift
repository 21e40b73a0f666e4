/// Why a graph could not be written. What stood under the name before is still there.
public struct ExportError: Error, Equatable, Sendable {
  public enum Code: String, Sendable {
    case unknownFormat = "UnknownFormat"
    case notAFile = "NotAFile"
    case noSuchFolder = "NoSuchFolder"
    case notPermitted = "NotPermitted"
    case diskFull = "DiskFull"
    case writeFailed = "WriteFailed"
  }

  public let code: Code
  /// Lower case, no full stop, names in backticks.
  public let message: String
  /// The file that was to be written.
  public let path: String
  /// What the system or libxml2 said, nil where it was not asked.
  public let cause: String?
  /// What to do about it.
  public let suggestion: String?

  public init(_ code: Code, _ message: String, path: String = "", cause: String? = nil, suggestion: String? = nil) {
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
}
