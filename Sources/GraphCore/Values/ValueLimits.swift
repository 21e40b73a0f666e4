/// How large a single value may grow while a query runs. What would exceed a limit is refused before it is built.
public enum ValueLimits {
  /// Elements of one list.
  public static let longestList = 10_000_000
  /// UTF-8 bytes of one string.
  public static let longestString = 256 << 20
}
