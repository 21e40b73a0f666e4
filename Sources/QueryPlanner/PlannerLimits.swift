/// Bounds that keep hostile queries from using up the stack.
public enum PlannerLimits {
  /// Operators of one statement, counted generously; beyond it `QueryTooLong`. Plans are walked by recursion, which in a
  /// debug build takes up to 6 KB of stack for each, and threads have 8 MB.
  public static let longestPlan = 1_000
}
