/// What the planner, `:help` and the completion know of a function: its names and types, not its body.
public struct FunctionSignature: Sendable {
  public enum Kind: Sendable {
    /// From the argument values of one row alone.
    case scalar
    /// Looks into the graph: labels, properties, ends, claims.
    case graph
    /// Of a figure of an element, `f(e.killed)`: it gets the element and the name, since the claims behind it are asked for.
    case figure
    /// From all rows of a group.
    case aggregate
  }

  public struct Parameter: Sendable {
    public let name: String
    public let types: ValueTypes
    public let isOptional: Bool

    public init(_ name: String, _ types: ValueTypes, isOptional: Bool = false) {
      self.name = name
      self.types = types
      self.isOptional = isOptional
    }
  }

  /// Canonical spelling with namespace: `toUpper`, `date.truncate`. Found without regard to case.
  public let name: String
  public let parameters: [Parameter]
  /// Whether the last parameter may be repeated (`coalesce`).
  public let isVariadic: Bool
  public let result: ValueTypes
  public let kind: Kind
  /// Whether equal arguments give equal results within one statement: false for `rand()` alone, since clock functions
  /// show when the statement began.
  public let isDeterministic: Bool
  /// One sentence for `:help`.
  public let summary: String

  public init(
    _ name: String, _ parameters: [Parameter], isVariadic: Bool = false, returns result: ValueTypes,
    kind: Kind = .scalar, isDeterministic: Bool = true, summary: String
  ) {
    self.name = name
    self.parameters = parameters
    self.isVariadic = isVariadic
    self.result = result
    self.kind = kind
    self.isDeterministic = isDeterministic
    self.summary = summary
  }

  /// How many arguments it takes.
  public var argumentCounts: ClosedRange<Int> {
    let required = parameters.count { !$0.isOptional }
    return required...(isVariadic ? Int.max : parameters.count)
  }
}
