/// Bounds that keep hostile text from using up stack or memory. Each has an error code of its own.
public struct ParserLimits: Equatable, Sendable {
  /// How deep brackets, operators and subqueries may stand in each other, in the text and in the tree (whose depth a
  /// chain such as `1 + 1 + 1 …` adds to); beyond it `NestingTooDeep`. AND, OR and XOR count only the logarithm of
  /// their operands. Later stages walk the tree by recursion and rely on this.
  public var maximumNesting: Int
  /// Of one statement, in UTF-8 bytes; beyond it `QueryTooLong`.
  public var maximumLengthBytes: Int

  public init(maximumNesting: Int, maximumLengthBytes: Int) {
    self.maximumNesting = maximumNesting
    self.maximumLengthBytes = maximumLengthBytes
  }

  public static let standard = ParserLimits(maximumNesting: 500, maximumLengthBytes: 1 << 20)
}
