/// Position of a node in one graph, from 0. Means nothing in another graph.
public struct NodeID: Hashable, Comparable, Sendable {
  package let rawValue: UInt32
  package init(_ rawValue: UInt32) { self.rawValue = rawValue }
  /// Stands for null in a column of nodes; no graph has so many.
  package static let none = NodeID(.max)
  public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

/// Position of an edge in one graph, from 0. Means nothing in another graph.
public struct EdgeID: Hashable, Comparable, Sendable {
  package let rawValue: UInt32
  package init(_ rawValue: UInt32) { self.rawValue = rawValue }
  /// Stands for null in a column of edges.
  package static let none = EdgeID(.max)
  public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

/// A label, an edge type or a property key, as its number in a graph's `Names`.
public struct LabelID: Hashable, Comparable, Sendable {
  package let rawValue: UInt32
  package init(_ rawValue: UInt32) { self.rawValue = rawValue }
  public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

public struct EdgeTypeID: Hashable, Comparable, Sendable {
  package let rawValue: UInt32
  package init(_ rawValue: UInt32) { self.rawValue = rawValue }
  public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

public struct PropertyKeyID: Hashable, Comparable, Sendable {
  package let rawValue: UInt32
  package init(_ rawValue: UInt32) { self.rawValue = rawValue }
  public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

/// What names a node or edge outside one graph in memory: in exports, in the case file, in `elementId`.
///
/// What the reader builds has a key made of its content (`claim-8f…`), so that the same reports give the same keys in
/// any order; what a person creates has the next number (`n17`, `e4`). Only letters, digits, `-` and `.`: an XML NMTOKEN.
public struct ElementKey: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let description: String
  public init(_ description: String) { self.description = description }
  public static func < (a: Self, b: Self) -> Bool { a.description < b.description }
}
