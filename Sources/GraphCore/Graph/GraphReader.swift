/// Reading access to a graph, a batch at a time: what the query engine and the exporters see.
///
/// Ids are valid for the graph they came from. Elements come in ascending order of id unless said otherwise.
public protocol GraphReader: Sendable {
  var names: Names { get }
  var statistics: GraphStatistics { get }
  var nodeCount: Int { get }
  var edgeCount: Int { get }
  /// All node ids are below this; there may be holes. For bitmaps.
  var nodeCapacity: Int { get }
  var edgeCapacity: Int { get }

  func contains(_ node: NodeID) -> Bool
  func contains(_ edge: EdgeID) -> Bool

  /// Appends nodes with all of `labels` from `cursor` on, until `limit` are appended or none is left, and moves the
  /// cursor behind the last. Returns false when nothing is left. A cursor starts at 0.
  func scanNodes(having labels: [LabelID], from cursor: inout Int, limit: Int, into nodes: inout [NodeID]) -> Bool

  /// Ascending.
  func labels(of node: NodeID) -> [LabelID]
  /// Equal for nodes with equal labels; below `labelSetCount`. Lets label tests be decided once per set.
  func labelSet(of node: NodeID) -> Int
  var labelSetCount: Int { get }
  func labels(inSet set: Int) -> [LabelID]

  func type(of edge: EdgeID) -> EdgeTypeID
  func source(of edge: EdgeID) -> NodeID
  func target(of edge: EdgeID) -> NodeID

  /// Appends every edge that leaves (`outgoing`), enters (`incoming`) or touches (`both`) each source, with the row of
  /// the source in `sources`. `types` nil means all. A loop is seen once by `both`. Null sources have no edges.
  func expand(_ sources: [NodeID], _ direction: EdgeDirection, types: [EdgeTypeID]?, into expansion: inout Expansion)

  /// The nodes with all of `labels` whose property equals a value, ascending; nil if only a scan can tell.
  func nodes(having labels: [LabelID], where key: PropertyKeyID, equals value: Value) -> [NodeID]?

  /// The nodes with all of `labels` whose property lies within bounds, ascending; nil if a scan tells it as well.
  func nodes(having labels: [LabelID], where key: PropertyKeyID, within bounds: ValueBounds) -> [NodeID]?

  /// Some of the nodes with all of `labels`, spread evenly over them: for estimates. Empty where that is not known.
  func sample(having labels: [LabelID], limit: Int) -> [NodeID]

  /// How many edges `expand` would find for each node; nil if only expanding can tell.
  ///
  /// - Parameter isWanted: by label set, whether edges to such nodes count; nil for all.
  func degrees(
    _ nodes: [NodeID], _ direction: EdgeDirection, types: [EdgeTypeID], endingIn isWanted: [Bool]?
  ) -> [Int]?

  /// Where `expand` would find what it finds, side by side; nil if only `expand` can tell.
  func sides(_ direction: EdgeDirection, types: [EdgeTypeID]?) -> [AdjacencySide]?

  /// Whether no way along edges of these types, all in their direction, leads back to where it began. False where that is
  /// not known.
  func isAcyclic(_ types: [EdgeTypeID]) -> Bool

  /// The label sets of the nodes that edges of these types lead to in this direction; nil if that is not known.
  func endLabelSets(_ direction: EdgeDirection, types: [EdgeTypeID]) -> [Int]?

  /// The property of each node, null where it has none; one row per node. `NodeID.none` gives null.
  func property(_ key: PropertyKeyID, ofNodes nodes: [NodeID]) -> Column
  func property(_ key: PropertyKeyID, ofEdges edges: [EdgeID]) -> Column
  /// All properties, ascending by key id.
  func properties(of node: NodeID) -> [(key: PropertyKeyID, value: Value)]
  func properties(of edge: EdgeID) -> [(key: PropertyKeyID, value: Value)]

  func key(of node: NodeID) -> ElementKey
  func key(of edge: EdgeID) -> ElementKey
  /// O(1) after a first call that may be O(nodes).
  func node(for key: ElementKey) -> NodeID?
  func edge(for key: ElementKey) -> EdgeID?
}

extension GraphReader {
  public func nodes(having labels: [LabelID], where key: PropertyKeyID, equals value: Value) -> [NodeID]? { nil }

  public func nodes(having labels: [LabelID], where key: PropertyKeyID, within bounds: ValueBounds) -> [NodeID]? { nil }

  public func sample(having labels: [LabelID], limit: Int) -> [NodeID] { [] }

  public func degrees(
    _ nodes: [NodeID], _ direction: EdgeDirection, types: [EdgeTypeID], endingIn isWanted: [Bool]?
  ) -> [Int]? { nil }

  public func sides(_ direction: EdgeDirection, types: [EdgeTypeID]?) -> [AdjacencySide]? { nil }

  public func isAcyclic(_ types: [EdgeTypeID]) -> Bool { false }

  public func endLabelSets(_ direction: EdgeDirection, types: [EdgeTypeID]) -> [Int]? { nil }
}

public enum EdgeDirection: Sendable {
  case outgoing, incoming, both

  /// As seen from the other end.
  public var reversed: EdgeDirection {
    switch self {
    case .outgoing: .incoming
    case .incoming: .outgoing
    case .both: .both
    }
  }
}

/// What `expand` found: three columns of the same length.
public struct Expansion: Sendable {
  /// Position in the array of sources.
  package var rows: [Int] = []
  package var edges: [EdgeID] = []
  /// The node at the other end.
  package var neighbours: [NodeID] = []

  package init() {}
}

/// Counts that the planner estimates with. Exact.
public struct GraphStatistics: Sendable {
  public package(set) var nodeCount = 0
  public package(set) var edgeCount = 0
  /// Indexed by label id; shorter than the list of labels if the last were never used.
  package var nodesPerLabel: [Int] = []
  package var edgesPerType: [Int] = []

  public init() {}

  public func count(of label: LabelID) -> Int {
    nodesPerLabel.indices.contains(Int(label.rawValue)) ? nodesPerLabel[Int(label.rawValue)] : 0
  }

  public func count(of type: EdgeTypeID) -> Int {
    edgesPerType.indices.contains(Int(type.rawValue)) ? edgesPerType[Int(type.rawValue)] : 0
  }

  package mutating func count(label: LabelID, by step: Int) {
    Self.add(step, at: Int(label.rawValue), in: &nodesPerLabel)
  }
  package mutating func count(type: EdgeTypeID, by step: Int) {
    Self.add(step, at: Int(type.rawValue), in: &edgesPerType)
  }

  private static func add(_ step: Int, at index: Int, in counts: inout [Int]) {
    while counts.count <= index { counts.append(0) }
    counts[index] += step
  }
}
