/// How large a single value may grow while a query runs. What would exceed a limit is refused before it is built.
public enum ValueLimits {
  /// Elements of one list.
  public static let longestList = 10_000_000
  /// UTF-8 bytes of one string.
  public static let longestString = 256 << 20
  /// How many lists and maps may stand in each other: printing, comparing and freeing a value go down by recursion.
  public static let deepestNesting = 200
}

extension Value {
  /// Whether lists and maps stand more than `limit` deep in each other here; `[1]` is 1 deep. O(size of the value).
  package func isNested(deeperThan limit: Int) -> Bool {
    switch self {
    case .list(let values): limit <= 0 || values.contains { $0.isNested(deeperThan: limit - 1) }
    case .map(let map): limit <= 0 || map.values.contains { $0.isNested(deeperThan: limit - 1) }
    default: false
    }
  }
}
