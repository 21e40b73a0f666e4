/// Bounds that keep hostile text from using up stack or memory.
public struct ParserLimits: Equatable, Sendable {
  /// How deep brackets, signs, CASE and subqueries may stand in each other; beyond it `NestingTooDeep`.
  ///
  /// A debug build needs up to 21 KB of stack for a level, and threads have 8 MB.
  public var maximumNesting: Int
  /// How high an expression may be as a tree, to which a chain such as `1 + 1 + 1 …` adds a level with each operator;
  /// beyond it `NestingTooDeep`. AND, OR and XOR count only the logarithm of their operands. Later stages walk the tree
  /// by recursion and rely on this.
  public var maximumHeight: Int
  /// Of one statement, in UTF-8 bytes; beyond it `QueryTooLong`.
  public var maximumLengthBytes: Int

  public init(maximumNesting: Int, maximumHeight: Int, maximumLengthBytes: Int) {
    self.maximumNesting = maximumNesting
    self.maximumHeight = maximumHeight
    self.maximumLengthBytes = maximumLengthBytes
  }

  public static let standard = ParserLimits(maximumNesting: 200, maximumHeight: 500, maximumLengthBytes: 1 << 20)
}
