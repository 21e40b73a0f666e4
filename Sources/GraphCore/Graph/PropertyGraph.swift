/// A property graph in memory: a settled base in columns and compressed adjacency, and a delta of recent changes.
///
/// A value: copies are snapshots, shared until one of them changes. Changes go through `GraphTransaction`.
/// Ids stay valid until the graph is loaded anew; folding the delta into the base keeps them.
public struct PropertyGraph: Sendable {
  public internal(set) var names = Names()
  public internal(set) var statistics = GraphStatistics()
  var base = BaseGraph.empty
  var delta = GraphDelta()
  /// Distinct sets of labels, ascending label ids within each, numbered in order of first use.
  var labelSets: [[LabelID]] = []
  var labelSetIDs: [[LabelID]: UInt32] = [:]
  /// For the keys of what people create.
  var nextSerial: UInt64 = 1

  public init() {}

  /// Deltas smaller than this are never folded: the base of a small graph is not worth its making.
  package static let smallestFold = 8_192

  /// Whether so much has changed that reading would gain from `folded()`.
  package var wantsFolding: Bool { delta.size > max(Self.smallestFold, (base.nodeSet.count + base.edgeType.count) / 4) }

  /// The same graph with an empty delta. O(nodes + edges).
  public mutating func fold() {
    let nodes = (0..<nodeCapacity).map { record(of: NodeID(UInt32($0))) }
    let edges = (0..<edgeCapacity).map { record(of: EdgeID(UInt32($0))) }
    base = BaseGraph(nodes: nodes, edges: edges, labelSetCount: labelSets.count, edgeTypeCount: names.edgeTypes.count)
    delta = GraphDelta()
  }

  /// The node in one piece, or nil if there is none.
  func record(of node: NodeID) -> NodeRecord? {
    let index = Int(node.rawValue)
    if index >= base.nodeSet.count {
      let added = index - base.nodeSet.count
      return added < delta.addedNodes.count ? delta.addedNodes[added] : nil
    }
    if let changed = delta.changedNodes[node] { return changed }
    guard base.nodeSet[index] != BaseGraph.hole, !delta.deletedNodes.contains(node) else { return nil }
    return NodeRecord(
      key: base.nodeKeys[index], labelSet: base.nodeSet[index],
      properties: Self.row(Int(base.nodeRow[index]), of: base.nodeTables[Int(base.nodeSet[index])]))
  }

  func record(of edge: EdgeID) -> EdgeRecord? {
    let index = Int(edge.rawValue)
    if index >= base.edgeType.count {
      let added = index - base.edgeType.count
      return added < delta.addedEdges.count ? delta.addedEdges[added] : nil
    }
    if let changed = delta.changedEdges[edge] { return changed }
    guard base.edgeType[index] != BaseGraph.hole, !delta.deletedEdges.contains(edge) else { return nil }
    return EdgeRecord(
      key: base.edgeKeys[index], type: EdgeTypeID(base.edgeType[index]), source: NodeID(base.edgeSource[index]),
      target: NodeID(base.edgeTarget[index]),
      properties: Self.row(Int(base.edgeRow[index]), of: base.edgeTables[Int(base.edgeType[index])]))
  }

  private static func row(_ row: Int, of table: BaseGraph.Table) -> PropertyList {
    table.columns.map { (key: $0, value: $1[row]) }.filter { !$0.value.isNull }.sorted { $0.key < $1.key }
  }

  mutating func internLabelSet(_ labels: [LabelID]) -> UInt32 {
    if let known = labelSetIDs[labels] { return known }
    let id = UInt32(labelSets.count)
    labelSets.append(labels)
    labelSetIDs[labels] = id
    return id
  }
}
