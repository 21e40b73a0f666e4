/// A stretch of a text: UTF-8 byte offsets from 0, half-open.
public struct SourceRange: Hashable, Comparable, Sendable, Codable {
  public let start: Int
  public let end: Int

  /// An end before the start is taken as an empty range at the start.
  public init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = max(start, end)
  }

  public var isEmpty: Bool { start == end }
  public var lengthBytes: Int { end - start }

  public func contains(_ other: SourceRange) -> Bool { start <= other.start && other.end <= end }
  public func overlaps(_ other: SourceRange) -> Bool { start < other.end && other.start < end }

  /// The smallest range that holds both.
  public func union(_ other: SourceRange) -> SourceRange { SourceRange(min(start, other.start), max(end, other.end)) }

  public static func < (a: Self, b: Self) -> Bool { (a.start, a.end) < (b.start, b.end) }
}
