/// Makes a graph out of whole tables: their columns come as they are to be kept, so that millions of elements cost little
/// more than the reading of their values.
///
/// Keys are numbers: nodes `n1`, `n2`, … table by table in the order of coming, then edges `e…` type by type in the order of
/// their ends.
package struct TableLoader: ~Copyable {
  package typealias Columns = [(name: String, column: ColumnBuilder)]

  private struct NodeTable {
    let label: String
    let rowCount: Int
    let columns: Columns
  }

  private struct EdgeTable {
    let type: String
    /// Positions among the node tables.
    let (source, target): (Int, Int)
    let sources: [UInt32]
    let targets: [UInt32]
    let columns: Columns
  }

  private var nodeTables: [NodeTable] = []
  private var edgeTables: [EdgeTable] = []
  private var dictionaries: [String: StringDictionaryBuilder] = [:]

  package init() {}

  /// An empty column for a property of one table. Columns of one property share their strings.
  package mutating func column(_ property: String) -> ColumnBuilder {
    let dictionary = dictionaries[property] ?? StringDictionaryBuilder()
    dictionaries[property] = dictionary
    return ColumnBuilder(dictionary)
  }

  /// Adds the nodes of one label.
  ///
  /// - Parameter columns: of `rowCount` rows each, from `column(_:)`.
  /// - Throws: for a label that has been added, and for more nodes than ids can count.
  package mutating func addNodes(_ label: String, rowCount: Int, columns: Columns) throws(GraphChangeError) {
    guard nodeTables.allSatisfy({ $0.label != label }) else { throw GraphChangeError("nodes `\(label)` come twice") }
    guard nodeTables.reduce(rowCount, { $0 + $1.rowCount }) < GraphLoader.mostElements else {
      throw GraphChangeError("there are more nodes than a graph holds")
    }
    nodeTables.append(NodeTable(label: label, rowCount: rowCount, columns: columns))
  }

  /// Adds the edges of one type.
  ///
  /// - Parameters:
  ///   - sources: rows among the nodes of `sourceLabel`.
  ///   - targets: as many rows among the nodes of `targetLabel`.
  /// - Throws: for a type that has been added, an end that is not there, and for more edges than ids can count.
  package mutating func addEdges(
    _ type: String, from sourceLabel: String, _ sources: [UInt32], to targetLabel: String, _ targets: [UInt32],
    columns: Columns
  ) throws(GraphChangeError) {
    guard edgeTables.allSatisfy({ $0.type != type }) else { throw GraphChangeError("edges `\(type)` come twice") }
    guard edgeTables.reduce(sources.count, { $0 + $1.sources.count }) < GraphLoader.mostElements else {
      throw GraphChangeError("there are more edges than a graph holds")
    }
    guard let source = nodeTables.firstIndex(where: { $0.label == sourceLabel }),
      let target = nodeTables.firstIndex(where: { $0.label == targetLabel }), sources.count == targets.count,
      sources.allSatisfy({ Int($0) < nodeTables[source].rowCount }),
      targets.allSatisfy({ Int($0) < nodeTables[target].rowCount })
    else { throw GraphChangeError("edges `\(type)` end nowhere") }
    edgeTables.append(
      EdgeTable(
        type: type, source: source, target: target, sources: sources, targets: targets, columns: columns))
  }

  /// O(nodes + edges).
  package consuming func finish() -> PropertyGraph {
    let (nodeTables, edgeTables) = (nodeTables, edgeTables)
    let names = Names(
      labels: nodeTables.map(\.label), edgeTypes: edgeTables.map(\.type),
      propertyKeys: (nodeTables.flatMap(\.columns) + edgeTables.flatMap(\.columns)).map(\.name)
    ).sorted().names
    var dictionaries: [ObjectIdentifier: StringDictionary] = [:]
    func finished(_ columns: Columns) -> [PropertyKeyID: Lazy<PropertyColumn>] {
      var made: [PropertyKeyID: Lazy<PropertyColumn>] = [:]
      for (name, column) in columns {
        guard let key = names.propertyKey(name) else { continue }
        made[key] = Lazy(
          column.finished { builder in
            let id = ObjectIdentifier(builder)
            let dictionary = dictionaries[id] ?? StringDictionary(builder)
            dictionaries[id] = dictionary
            return dictionary
          })
      }
      return made
    }

    let order = nodeTables.indices.sorted { precedes(nodeTables[$0].label, nodeTables[$1].label) }
    var starts = [UInt32](repeating: 0, count: nodeTables.count)
    var serials = [UInt64](repeating: 0, count: nodeTables.count)
    var serial: UInt64 = 1
    for (place, table) in nodeTables.enumerated() {
      serials[place] = serial
      serial += UInt64(table.rowCount)
    }
    var start: UInt32 = 0
    var nodes: [BaseGraph.Table] = []
    for place in order {
      let table = nodeTables[place]
      starts[place] = start
      start += UInt32(table.rowCount)
      let keys = KeyColumn(storage: .serials(.node, first: serials[place], count: table.rowCount))
      nodes.append(.init(rowCount: table.rowCount, keys: Lazy(keys), columns: finished(table.columns)))
    }
    var edges: [BaseGraph.Table] = []
    var adjacencies: [Lazy<BaseGraph.Adjacencies>] = []
    for table in edgeTables.sorted(by: { precedes($0.type, $1.type) }) {
      let (made, order) = BaseGraph.adjacencies(
        sources: table.sources.map { $0 + starts[table.source] },
        targets: table.targets.map { $0 + starts[table.target] })
      let count = table.sources.count
      var columns = finished(table.columns)
      if let order { columns = columns.mapValues { Lazy($0.value.permuted(order)) } }
      let keys = KeyColumn(storage: .serials(.edge, first: serial, count: count))
      serial += UInt64(count)
      edges.append(.init(rowCount: count, keys: Lazy(keys), columns: columns))
      adjacencies.append(Lazy(made))
    }
    return PropertyGraph(
      names: names, labelSets: order.map { place in names.label(nodeTables[place].label).map { [$0] } ?? [] },
      nextSerial: serial, base: BaseGraph(nodeTables: nodes, edgeTables: edges, adjacencies: adjacencies))
  }
}

private func precedes(_ a: String, _ b: String) -> Bool { a.utf8.lexicographicallyPrecedes(b.utf8) }
