/// Why a temporal value could not be read, built or computed.
public struct TemporalError: Error, Equatable, Sendable {
  public enum Code: Sendable {
    /// Text or a component that is none: `2015-13-01`, `{hour: 25}`.
    case invalidValue
    /// A kind of value that does not fit: the hour of a date.
    case invalidType
    /// A result beyond the years or numbers that can be held.
    case outOfRange
  }

  public let code: Code
  /// Lower case, no full stop, names in backticks.
  public let message: String

  public init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }

  static func outOfRange(_ what: String) -> TemporalError { TemporalError(.outOfRange, "\(what) is out of range") }
}
