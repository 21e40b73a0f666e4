/// Why a text could not be analysed, or a model not be read.
public struct AnalysisError: Error, Equatable, Sendable {
  public enum Code: String, Sendable {
    /// The text is longer than ``Analyzer/longestTextBytes``.
    case textTooLong = "TextTooLong"
    /// The file is no model, was cut short, or its check sum does not hold.
    case damagedModel = "DamagedModel"
    /// The model was written by another version of the trainer.
    case unknownModelVersion = "UnknownModelVersion"
    /// The file could not be read.
    case unreadableModel = "UnreadableModel"
    /// The program carries no model.
    case missingModel = "MissingModel"
  }

  public let code: Code
  /// Lower case, no full stop. Free to improve.
  public let message: String

  package init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }
}
