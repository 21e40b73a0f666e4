import SourceText

/// `LOAD CSV [WITH HEADERS] FROM source AS variable [FIELDTERMINATOR text]`
public struct LoadClause: Equatable, Sendable {
  /// Whether the first row names the fields, and the others are maps.
  public var hasHeaders: Bool
  public var source: Expression
  public var variable: Name
  /// One character; nil for a comma.
  public var separator: String?
  public var range: SourceRange

  public init(hasHeaders: Bool, source: Expression, variable: Name, separator: String?, range: SourceRange) {
    self.hasHeaders = hasHeaders
    self.source = source
    self.variable = variable
    self.separator = separator
    self.range = range
  }

  public static func == (a: Self, b: Self) -> Bool {
    a.hasHeaders == b.hasHeaders && a.source == b.source && a.variable == b.variable && a.separator == b.separator
  }
}
