/// How large a single value may grow while a query runs. What would exceed a limit is refused before it is built.
public enum ValueLimits {
  /// Elements of one list.
  public static let longestList = 10_000_000
  /// Values in one list or map, counted wherever they stand in it: `[x, x]` has those of `x` twice, though it is held
  /// once, since whoever shows or compares it meets them twice.
  public static let largestValue = 20_000_000
  /// UTF-8 bytes of one string.
  public static let longestString = 256 << 20
  /// Combining marks one after the other in a text that is brought to a normal form, which puts them in an order.
  public static let mostMarks = 256
  /// How many lists and maps may stand in each other: printing, comparing and freeing a value go down by recursion.
  public static let deepestNesting = 200
}

extension Value {
  package enum Extent: Sendable {
    /// So many values are in it.
    case values(Int)
    case tooDeep
    case tooLarge
  }

  /// How far a value reaches, looking at no more than `ValueLimits.largestValue` values.
  package var extent: Extent {
    var count = 0
    func walk(_ value: Value, _ depth: Int) -> Extent? {
      let values: [Value]
      switch value {
      case .list(let elements): values = elements
      case .map(let map): values = map.values
      default: return nil
      }
      guard depth < ValueLimits.deepestNesting else { return .tooDeep }
      count += values.count
      guard count <= ValueLimits.largestValue else { return .tooLarge }
      for value in values {
        if let found = walk(value, depth + 1) { return found }
      }
      return nil
    }
    return walk(self, 0) ?? .values(count)
  }
}
