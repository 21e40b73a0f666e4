/// The settled part of a graph, never changed after it is made: a table of columns per label set and per edge type, and
/// compressed adjacency in both directions.
final class BaseGraph: Sendable {
  /// Rows of one label set or edge type.
  struct Table: Sendable {
    let columns: [PropertyKeyID: PropertyColumn]
  }

  /// Stands in `nodeSet` and `edgeType` where there is no such element.
  static let hole = UInt32.max

  /// One entry per node: its label set and its row in that set's table.
  let nodeSet: [UInt32]
  let nodeRow: [UInt32]
  let nodeKeys: [ElementKey]
  let nodeTables: [Table]
  /// One entry per edge.
  let edgeType: [UInt32]
  let edgeSource: [UInt32]
  let edgeTarget: [UInt32]
  let edgeRow: [UInt32]
  let edgeKeys: [ElementKey]
  let edgeTables: [Table]
  /// By edge type.
  let outgoing: [Adjacency]
  let incoming: [Adjacency]
  private let nodePlaces: KeyPlaces
  private let edgePlaces: KeyPlaces

  func node(for key: ElementKey) -> NodeID? { nodePlaces.place(of: key, in: nodeKeys).map { NodeID(UInt32($0)) } }
  func edge(for key: ElementKey) -> EdgeID? { edgePlaces.place(of: key, in: edgeKeys).map { EdgeID(UInt32($0)) } }

  static let empty = BaseGraph(nodes: [], edges: [], labelSetCount: 0, edgeTypeCount: 0)

  /// `nil` entries are holes: ids that belong to nothing any more.
  init(nodes: [NodeRecord?], edges: [EdgeRecord?], labelSetCount: Int, edgeTypeCount: Int) {
    let nodeLayout = Self.layOut(nodes.map { $0.map { (Int($0.labelSet), $0.properties) } }, tableCount: labelSetCount)
    nodeSet = nodes.map { $0?.labelSet ?? Self.hole }
    nodeRow = nodeLayout.rows
    nodeTables = nodeLayout.tables
    nodeKeys = nodes.map { $0?.key ?? ElementKey("") }
    let edgeLayout = Self.layOut(
      edges.map { $0.map { (Int($0.type.rawValue), $0.properties) } }, tableCount: edgeTypeCount)
    edgeType = edges.map { $0?.type.rawValue ?? Self.hole }
    edgeSource = edges.map { $0?.source.rawValue ?? 0 }
    edgeTarget = edges.map { $0?.target.rawValue ?? 0 }
    edgeRow = edgeLayout.rows
    edgeTables = edgeLayout.tables
    edgeKeys = edges.map { $0?.key ?? ElementKey("") }
    (outgoing, incoming) = Self.adjacencies(
      nodeCapacity: nodes.count, edgeTypeCount: edgeTypeCount, edgeType, edgeSource, edgeTarget)
    nodePlaces = KeyPlaces(of: nodeKeys) { nodes[$0] != nil }
    edgePlaces = KeyPlaces(of: edgeKeys) { edges[$0] != nil }
  }

  /// A graph whose elements have been laid out already.
  init(
    nodeSet: [UInt32], nodeRow: [UInt32], nodeKeys: [ElementKey], nodeTables: [Table], edgeType: [UInt32],
    edgeSource: [UInt32], edgeTarget: [UInt32], edgeRow: [UInt32], edgeKeys: [ElementKey], edgeTables: [Table],
    nodePlaces: KeyPlaces, edgePlaces: KeyPlaces
  ) {
    self.nodeSet = nodeSet
    self.nodeRow = nodeRow
    self.nodeKeys = nodeKeys
    self.nodeTables = nodeTables
    self.edgeType = edgeType
    self.edgeSource = edgeSource
    self.edgeTarget = edgeTarget
    self.edgeRow = edgeRow
    self.edgeKeys = edgeKeys
    self.edgeTables = edgeTables
    self.nodePlaces = nodePlaces
    self.edgePlaces = edgePlaces
    (outgoing, incoming) = Self.adjacencies(
      nodeCapacity: nodeSet.count, edgeTypeCount: edgeTables.count, edgeType, edgeSource, edgeTarget)
  }

  private static func adjacencies(
    nodeCapacity: Int, edgeTypeCount: Int, _ types: [UInt32], _ sources: [UInt32], _ targets: [UInt32]
  ) -> (outgoing: [Adjacency], incoming: [Adjacency]) {
    var edgesOfType = [[UInt32]](repeating: [], count: edgeTypeCount)
    for (edge, type) in types.enumerated() where type != hole { edgesOfType[Int(type)].append(UInt32(edge)) }
    let ends = edgesOfType.map { edges in (edges, edges.map { sources[Int($0)] }, edges.map { targets[Int($0)] }) }
    return (
      ends.map { Adjacency(nodeCapacity: nodeCapacity, from: $0.1, to: $0.2, edges: $0.0) },
      ends.map { Adjacency(nodeCapacity: nodeCapacity, from: $0.2, to: $0.1, edges: $0.0) }
    )
  }

  /// Deals elements out to tables and turns their properties into columns.
  private static func layOut(
    _ elements: [(table: Int, properties: PropertyList)?], tableCount: Int
  ) -> (rows: [UInt32], tables: [Table]) {
    var members = [[Int]](repeating: [], count: tableCount)
    var rows = [UInt32](repeating: 0, count: elements.count)
    for (id, element) in elements.enumerated() {
      guard let element else { continue }
      rows[id] = UInt32(members[element.table].count)
      members[element.table].append(id)
    }
    let tables = members.map { ids -> Table in
      var values: [PropertyKeyID: [Value]] = [:]
      for (row, id) in ids.enumerated() {
        for (key, value) in elements[id]?.properties ?? [] {
          values[key, default: Array(repeating: .null, count: ids.count)][row] = value
        }
      }
      return Table(columns: values.mapValues { PropertyColumn($0) })
    }
    return (rows, tables)
  }
}

/// Ascending by key, without nulls.
typealias PropertyList = [(key: PropertyKeyID, value: Value)]

/// A node in one piece: how recent changes hold it.
struct NodeRecord: Sendable {
  var key: ElementKey
  var labelSet: UInt32
  var properties: PropertyList
}

struct EdgeRecord: Sendable {
  var key: ElementKey
  var type: EdgeTypeID
  var source: NodeID
  var target: NodeID
  var properties: PropertyList
}
