import Synchronization

/// The settled part of a graph, never changed after it is made: a table of columns per label set and per edge type, and
/// compressed adjacency in both directions.
///
/// Ids are dealt out table by table: those of one label set, and those of one edge type, are a range, and the row of an
/// element is its distance from the start of it. Edges of a type stand by source, then target.
package final class BaseGraph: Sendable {
  /// Rows of one label set or edge type.
  package struct Table: Sendable {
    package let rowCount: Int
    package let keys: Lazy<KeyColumn>
    package let columns: [PropertyKeyID: Lazy<PropertyColumn>]
    /// Of each column, made when a value is first looked for; nil in it for columns that have none.
    private let indexes: [PropertyKeyID: Lazy<ValueIndex?>]
    /// Of each column, how often bounds were asked for.
    private let asked: [PropertyKeyID: AskCount]

    /// - Parameters: keys and columns of `rowCount` rows.
    package init(rowCount: Int, keys: Lazy<KeyColumn>, columns: [PropertyKeyID: Lazy<PropertyColumn>]) {
      self.rowCount = rowCount
      self.keys = keys
      self.columns = columns
      indexes = columns.mapValues { column in Lazy { ValueIndex(column.value) } }
      asked = columns.mapValues { _ in AskCount() }
    }

    func index(on key: PropertyKeyID) -> ValueIndex? { indexes[key]?.value }

    /// An index for bounds, once it pays: to make one costs as much as some fifty looks at all rows.
    func rangeIndex(on key: PropertyKeyID) -> ValueIndex? {
      guard rowCount >= Self.fewestIndexed, let asked = asked[key], asked.countUp() else { return nil }
      return index(on: key)
    }

    private static let fewestIndexed = 4_096

    static let empty = Table(rowCount: 0, keys: Lazy(.empty), columns: [:])

    func load() {
      _ = keys.value
      for column in columns.values { _ = column.value }
    }

    /// Its rows in another order.
    func permuted(_ order: [UInt32]) -> Table {
      Table(
        rowCount: rowCount, keys: Lazy(keys.value.permuted(order)),
        columns: columns.mapValues { Lazy($0.value.permuted(order)) })
    }
  }

  /// By label set.
  package let nodeTables: [Table]
  /// Where the ids of each table begin, and one entry more: their end.
  let nodeStarts: [UInt32]
  /// By edge type.
  package let edgeTables: [Table]
  let edgeStarts: [UInt32]
  /// By edge type.
  package let adjacencies: [Lazy<Adjacencies>]
  /// Of each edge type the label sets its edges lead to, and those they come from; made when first asked for.
  private let endTables: [(outgoing: Lazy<[Int]>, incoming: Lazy<[Int]>)]
  /// Of each edge type, made when first asked for.
  private let edgeOrders: [Lazy<EdgeOrder>]
  /// Places of the keys that are not found by counting, made when the first of them is asked for.
  private let nodeIndex = Mutex<KeyIndex?>(nil)
  private let edgeIndex = Mutex<KeyIndex?>(nil)

  static let empty = BaseGraph(nodeTables: [], edgeTables: [], adjacencies: [])

  /// - Parameter adjacencies: one for each edge table.
  package init(nodeTables: [Table], edgeTables: [Table], adjacencies: [Lazy<Adjacencies>]) {
    self.nodeTables = nodeTables
    self.edgeTables = edgeTables
    self.adjacencies = adjacencies
    nodeStarts = Self.starts(nodeTables)
    edgeStarts = Self.starts(edgeTables)
    edgeOrders = adjacencies.map { adjacencies in Lazy { EdgeOrder(adjacencies.value) } }
    let starts = nodeStarts
    endTables = adjacencies.map { adjacencies in
      (
        Lazy { Self.tables(of: adjacencies.value.outgoing.neighbours, starts) },
        Lazy { Self.tables(of: adjacencies.value.incoming.neighbours, starts) }
      )
    }
  }

  private static func tables(of nodes: [UInt32], _ starts: [UInt32]) -> [Int] {
    var found = Set<Int>()
    var known: Range<UInt32> = 0..<0
    for node in nodes where !known.contains(node) {
      let table = table(of: node, starts)
      known = starts[table]..<starts[table + 1]
      found.insert(table)
    }
    return found.sorted()
  }

  /// The label sets of the nodes that edges of a type lead to, or come from.
  func endTables(of type: Int, isOutgoing: Bool) -> [Int] {
    isOutgoing ? endTables[type].outgoing.value : endTables[type].incoming.value
  }

  /// Whether edges of these types, taken together, are known to lead nowhere in a circle.
  func isAcyclic(_ types: [Int]) -> Bool {
    let orders = Set(types.map { edgeOrders[$0].value })
    return !orders.contains(.none) && (types.count <= 1 || orders == [.ascending] || orders == [.descending])
  }

  private static func starts(_ tables: [Table]) -> [UInt32] {
    var starts: [UInt32] = [0]
    for table in tables { starts.append((starts.last ?? 0) + UInt32(table.rowCount)) }
    return starts
  }

  /// Makes everything that comes lazily come now.
  package func load() {
    for table in nodeTables + edgeTables { table.load() }
    for adjacency in adjacencies { _ = adjacency.value }
  }

  var nodeCount: Int { Int(nodeStarts.last ?? 0) }
  var edgeCount: Int { Int(edgeStarts.last ?? 0) }

  /// The label set of a node of the base.
  @inline(__always)
  func table(of node: NodeID) -> Int { Self.table(of: node.rawValue, nodeStarts) }

  /// The type of an edge of the base.
  @inline(__always)
  func table(of edge: EdgeID) -> Int { Self.table(of: edge.rawValue, edgeStarts) }

  /// The last table that begins at an id or before it and is not empty.
  @inline(__always)
  static func table(of id: UInt32, _ starts: [UInt32]) -> Int {
    var low = 0
    var high = starts.count - 1
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= id { low = middle } else { high = middle }
    }
    return low
  }

  func row(of node: NodeID) -> (table: Int, row: Int) {
    let table = table(of: node)
    return (table, Int(node.rawValue - nodeStarts[table]))
  }

  func row(of edge: EdgeID) -> (table: Int, row: Int) {
    let table = table(of: edge)
    return (table, Int(edge.rawValue - edgeStarts[table]))
  }

  func source(of edge: EdgeID) -> NodeID {
    let (table, row) = row(of: edge)
    return NodeID(adjacencies[table].value.sources[row])
  }

  func target(of edge: EdgeID) -> NodeID {
    let (table, row) = row(of: edge)
    return NodeID(adjacencies[table].value.outgoing.neighbours[row])
  }

  func key(of node: NodeID) -> ElementKey {
    let (table, row) = row(of: node)
    return nodeTables[table].keys.value[row]
  }

  func key(of edge: EdgeID) -> ElementKey {
    let (table, row) = row(of: edge)
    return edgeTables[table].keys.value[row]
  }

  /// O(tables) for numbers, O(1) for other keys after a first call of O(nodes).
  func node(for key: ElementKey) -> NodeID? {
    Self.id(of: key, nodeTables, nodeStarts, nodeIndex) { self.key(of: NodeID($0)) }.map { NodeID($0) }
  }

  func edge(for key: ElementKey) -> EdgeID? {
    Self.id(of: key, edgeTables, edgeStarts, edgeIndex) { self.key(of: EdgeID($0)) }.map { EdgeID($0) }
  }

  private static func id(
    of wanted: ElementKey, _ tables: [Table], _ starts: [UInt32], _ index: borrowing Mutex<KeyIndex?>,
    _ key: (UInt32) -> ElementKey
  ) -> UInt32? {
    var needsIndex = false
    for (table, start) in zip(tables, starts) {
      switch table.keys.value.row(of: wanted) {
      case .some(let row?): return start + UInt32(row)
      case .some(nil): break
      case nil: needsIndex = true
      }
    }
    guard needsIndex else { return nil }
    return index.withLock { index in
      if index == nil {
        var made = KeyIndex()
        let columns = tables.map { $0.keys.value }
        let key = { (id: UInt32) in
          let table = Self.table(of: id, starts)
          return columns[table][Int(id - starts[table])]
        }
        for (table, start) in zip(tables, starts) where !table.keys.value.isCounted {
          for row in 0..<UInt32(table.rowCount) { made.insert(start + row, key) }
        }
        index = made
      }
      return index?.place(of: wanted, key)
    }
  }
}

extension BaseGraph {
  /// Who is tied to whom by edges of one type.
  package struct Adjacencies: Sendable {
    /// One entry per row, ascending.
    package let sources: [UInt32]
    package let outgoing: Adjacency
    package let incoming: Adjacency
    /// Whether an edge leads to the node it comes from.
    let hasLoops: Bool

    init(sources: [UInt32], outgoing: Adjacency, incoming: Adjacency) {
      self.sources = sources
      self.outgoing = outgoing
      self.incoming = incoming
      hasLoops = sources.indices.contains { sources[$0] == outgoing.neighbours[$0] }
    }

    static let empty = Adjacencies(sources: [], outgoing: .empty, incoming: .empty)

    /// So many from the first node to itself.
    package static func loops(_ count: Int) -> Adjacencies {
      let zeros = [UInt32](repeating: 0, count: count)
      return BaseGraph.adjacencies(
        sources: zeros, Adjacency(first: 0, offsets: [0, UInt32(count)], neighbours: zeros, rows: nil))
    }
  }

  /// The edges of a type in the order of its table, in both directions. O(edges + ids between the least and the greatest).
  ///
  /// - Returns: `order` is where each row of the table stood before; nil if the rows were in order.
  static func adjacencies(sources: [UInt32], targets: [UInt32]) -> (made: Adjacencies, order: [UInt32]?) {
    let isSorted = sources.indices.dropFirst().allSatisfy { row in
      (sources[row - 1], targets[row - 1]) <= (sources[row], targets[row])
    }
    let byTarget = isSorted ? nil : countingOrder(targets).order
    let bySource = countingOrder(sources, after: byTarget)
    let sortedSources = isSorted ? sources : bySource.order.map { sources[Int($0)] }
    let sortedTargets = isSorted ? targets : bySource.order.map { targets[Int($0)] }
    let made = adjacencies(
      sources: sortedSources,
      Adjacency(first: bySource.first, offsets: bySource.offsets, neighbours: sortedTargets, rows: nil))
    return (made, isSorted ? nil : bySource.order)
  }

  /// The way in, from the way out.
  package static func adjacencies(sources: [UInt32], _ outgoing: Adjacency) -> Adjacencies {
    let inward = countingOrder(outgoing.neighbours)
    return Adjacencies(
      sources: sources, outgoing: outgoing,
      incoming: Adjacency(
        first: inward.first, offsets: inward.offsets, neighbours: inward.order.map { sources[Int($0)] },
        rows: inward.order))
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

/// Counts up to where an index pays.
final class AskCount: Sendable {
  private static let few = 8
  private let count = Atomic(0)

  /// - Returns: whether it had been asked often before this time.
  func countUp() -> Bool { count.wrappingAdd(1, ordering: .relaxed).oldValue >= Self.few }
}
