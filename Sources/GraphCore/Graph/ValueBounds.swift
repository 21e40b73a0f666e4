/// What lies between two values, or on one side of one.
public struct ValueBounds: Sendable {
  public struct Bound: Sendable {
    public let value: Value
    public let isIncluded: Bool

    public init(_ value: Value, isIncluded: Bool) {
      self.value = value
      self.isIncluded = isIncluded
    }
  }

  public var lower: Bound?
  public var upper: Bound?

  public init(lower: Bound? = nil, upper: Bound? = nil) {
    self.lower = lower
    self.upper = upper
  }
}
