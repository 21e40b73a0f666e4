/// A property graph in memory: a settled base in columns and compressed adjacency, and a delta of recent changes.
///
/// A value: copies are snapshots, shared until one of them changes. Changes go through `GraphTransaction`.
/// Ids are valid for one graph: changes keep them, folding the delta into the base gives others.
public struct PropertyGraph: Sendable {
  public internal(set) var names = Names()
  public internal(set) var statistics = GraphStatistics()
  package internal(set) var base = BaseGraph.empty
  var delta = GraphDelta()
  /// Distinct sets of labels, ascending label ids within each, numbered in order of first use.
  var labelSets: [[LabelID]] = []
  var labelSetIDs: [[LabelID]: UInt32] = [:]
  /// For the keys of what people create.
  package internal(set) var nextSerial: UInt64 = 1

  public init() {}

  /// A graph that is settled already.
  ///
  /// - Parameter labelSets: one for each node table of the base, all different.
  package init(names: Names, labelSets: [[LabelID]], nextSerial: UInt64, base: BaseGraph) {
    self.names = names
    self.nextSerial = nextSerial
    for set in labelSets { _ = internLabelSet(set) }
    settle(base)
  }

  /// Deltas smaller than this are never folded: the base of a small graph is not worth its making.
  package static let smallestFold = 8_192

  /// Whether all of it stands in the base.
  package var isSettled: Bool { delta.size == 0 }

  /// Whether so much has changed that reading would gain from `fold()`.
  package var wantsFolding: Bool { delta.size > max(Self.smallestFold, (base.nodeCount + base.edgeCount) / 4) }

  /// The same graph with an empty delta, its elements under new ids. Does nothing to a graph that cannot be laid out anew,
  /// which none is known to be: see `isSettled`. O(nodes + edges).
  public mutating func fold() {
    guard !isSettled else { return }
    var loader = GraphLoader(namesOf: self)
    var numbers = [UInt32](repeating: .max, count: nodeCapacity)
    do {
      for id in 0..<UInt32(nodeCapacity) {
        guard let record = record(of: NodeID(id)) else { continue }
        numbers[Int(id)] = UInt32(loader.nodeCount)
        try loader.addNode(record)
      }
      for id in 0..<UInt32(edgeCapacity) {
        guard let record = record(of: EdgeID(id)) else { continue }
        try loader.addEdge(
          record, from: Int(numbers[Int(record.source.rawValue)]), to: Int(numbers[Int(record.target.rawValue)]))
      }
    } catch {
      // A graph's keys differ and its edges have ends: as it is, it is right, only slower.
      return
    }
    self = loader.finish()
  }

  /// Takes a base, whose tables are those of the label sets and edge types by number.
  mutating func settle(_ base: BaseGraph) {
    self.base = base
    delta = GraphDelta()
    statistics = GraphStatistics()
    for (set, table) in base.nodeTables.enumerated() {
      statistics.nodeCount += table.rowCount
      for label in labelSets[set] { statistics.count(label: label, by: table.rowCount) }
    }
    for (type, table) in base.edgeTables.enumerated() {
      statistics.edgeCount += table.rowCount
      statistics.count(type: EdgeTypeID(UInt32(type)), by: table.rowCount)
    }
  }

  /// The node in one piece, or nil if there is none.
  func record(of node: NodeID) -> NodeRecord? {
    let index = Int(node.rawValue)
    if index >= base.nodeCount {
      let added = index - base.nodeCount
      return added < delta.addedNodes.count ? delta.addedNodes[added] : nil
    }
    if let changed = delta.changedNodes[node] { return changed }
    guard !delta.deletedNodes.contains(node) else { return nil }
    let (table, row) = base.row(of: node)
    return NodeRecord(
      key: base.nodeTables[table].keys.value[row], labelSet: UInt32(table),
      properties: Self.row(row, of: base.nodeTables[table]))
  }

  func record(of edge: EdgeID) -> EdgeRecord? {
    let index = Int(edge.rawValue)
    if index >= base.edgeCount {
      let added = index - base.edgeCount
      return added < delta.addedEdges.count ? delta.addedEdges[added] : nil
    }
    if let changed = delta.changedEdges[edge] { return changed }
    guard !delta.deletedEdges.contains(edge) else { return nil }
    let (table, row) = base.row(of: edge)
    return EdgeRecord(
      key: base.edgeTables[table].keys.value[row], type: EdgeTypeID(UInt32(table)),
      source: base.source(of: edge), target: base.target(of: edge),
      properties: Self.row(row, of: base.edgeTables[table]))
  }

  private static func row(_ row: Int, of table: BaseGraph.Table) -> PropertyList {
    table.columns.map { (key: $0, value: $1.value[row]) }.filter { !$0.value.isNull }.sorted { $0.key < $1.key }
  }

  /// Makes the tables come that hold what a result shows: all of them where its elements stand in lists or paths.
  package func load(elementsOf batches: [Batch]) {
    for column in batches.lazy.flatMap(\.columns) {
      switch column {
      case .nodes(let nodes): for table in Set(nodes.compactMap { baseTable(of: $0) }) { base.nodeTables[table].load() }
      case .edges(let edges):
        for table in Set(edges.compactMap { baseTable(of: $0) }) {
          base.edgeTables[table].load()
          _ = base.adjacencies[table].value
        }
        // What is shown of an edge names its ends.
        if !edges.isEmpty { for table in base.nodeTables { _ = table.keys.value } }
      case .values(let values) where values.contains(where: \.holdsElements): return base.load()
      case .constant(let value, _) where value.holdsElements: return base.load()
      case .values, .constant, .booleans, .integers, .floats, .dates, .strings: break
      }
    }
  }

  private func baseTable(of node: NodeID) -> Int? {
    Int(node.rawValue) < base.nodeCount ? base.table(of: node) : nil
  }

  private func baseTable(of edge: EdgeID) -> Int? {
    Int(edge.rawValue) < base.edgeCount ? base.table(of: edge) : nil
  }

  mutating func internLabelSet(_ labels: [LabelID]) -> UInt32 {
    if let known = labelSetIDs[labels] { return known }
    let id = UInt32(labelSets.count)
    labelSets.append(labels)
    labelSetIDs[labels] = id
    return id
  }
}
