/// Makes a graph out of nothing: its elements go straight into columns and adjacency, with neither undo nor a list of
/// changes, so that the memory it takes is little more than the graph's.
///
/// Elements keep the order they come in, within each label set and among the edges between two nodes.
public struct GraphLoader: ~Copyable {
  private var graph = PropertyGraph()
  private var nodeTables: [TableBuilder] = []
  private var edgeTables: [TableBuilder] = []
  /// Of each edge table the ends, by their numbers in the order of coming.
  private var edgeRows: [(sources: [UInt32], targets: [UInt32])] = []
  /// Of each node in the order of coming, its table and its row there.
  private var nodePlaces: [(table: UInt32, row: UInt32)] = []
  private var nodeIndex = KeyIndex()
  private var edgePlaces: [(table: UInt32, row: UInt32)] = []
  private var edgeIndex = KeyIndex()
  private var labelSetOf: [[String]: UInt32] = [:]
  private var dictionaries: [PropertyKeyID: StringDictionaryBuilder] = [:]

  public init() {}

  /// Goes on with the names and label sets of a graph, under their numbers.
  init(namesOf graph: PropertyGraph) {
    self.graph.names = graph.names
    self.graph.labelSets = graph.labelSets
    self.graph.labelSetIDs = graph.labelSetIDs
    self.graph.nextSerial = graph.nextSerial
  }

  public var nodeCount: Int { nodePlaces.count }

  /// Adds a node behind all others. Null properties are left out; of several with one key the first counts.
  ///
  /// - Returns: its number in the order of coming.
  /// - Throws: for a key that is taken, and for more nodes than ids can count.
  @discardableResult
  public mutating func addNode(
    _ key: ElementKey, labels: [String], properties: some Sequence<(key: String, value: Value)>
  ) throws(GraphChangeError) -> Int {
    try addNode(key, labelSet: labelSet(labels)) { (table, graph, dictionaries) in
      table.add(properties, &dictionaries) { graph.names.intern(propertyKey: $0) }
    }
  }

  mutating func addNode(_ record: NodeRecord) throws(GraphChangeError) {
    try addNode(record.key, labelSet: record.labelSet) { (table, _, dictionaries) in
      table.add(record.properties, &dictionaries)
    }
  }

  @discardableResult
  private mutating func addNode(
    _ key: ElementKey, labelSet set: UInt32,
    _ addProperties: (inout TableBuilder, inout PropertyGraph, inout [PropertyKeyID: StringDictionaryBuilder]) -> Void
  ) throws(GraphChangeError) -> Int {
    guard nodePlaces.count < Self.mostElements else {
      throw GraphChangeError("there are more nodes than a graph holds")
    }
    guard !hasNode(key) else { throw GraphChangeError("a node `\(key)` exists already") }
    while nodeTables.count <= Int(set) { nodeTables.append(TableBuilder()) }
    nodePlaces.append((set, UInt32(nodeTables[Int(set)].keys.count)))
    nodeTables[Int(set)].keys.append(key)
    addProperties(&nodeTables[Int(set)], &graph, &dictionaries)
    insertNode(UInt32(nodePlaces.count - 1))
    graph.noteSerial(in: key)
    return nodePlaces.count - 1
  }

  /// Ids are 32 bits, and the last of them stand for null and for free places.
  static let mostElements = Int(UInt32.max) - 2

  /// Adds an edge between nodes that have been added.
  ///
  /// - Throws: for a key that is taken, and for an end that is not there.
  public mutating func addEdge(
    _ key: ElementKey, type: String, from source: ElementKey, to target: ElementKey,
    properties: some Sequence<(key: String, value: Value)>
  ) throws(GraphChangeError) {
    guard let from = number(ofNode: source) else { throw GraphChangeError("there is no node `\(source)`") }
    guard let to = number(ofNode: target) else { throw GraphChangeError("there is no node `\(target)`") }
    try addEdge(key, type: type, from: from, to: to, properties: properties)
  }

  /// The same, its ends by their numbers in the order of coming.
  public mutating func addEdge(
    _ key: ElementKey, type: String, from source: Int, to target: Int,
    properties: some Sequence<(key: String, value: Value)>
  ) throws(GraphChangeError) {
    let type = graph.names.intern(edgeType: type)
    try addEdge(key, type, from: source, to: target) { (table, graph, dictionaries) in
      table.add(properties, &dictionaries) { graph.names.intern(propertyKey: $0) }
    }
  }

  /// - Parameter ends: by their numbers in the order of coming.
  mutating func addEdge(_ record: EdgeRecord, from source: Int, to target: Int) throws(GraphChangeError) {
    try addEdge(record.key, record.type, from: source, to: target) { (table, _, dictionaries) in
      table.add(record.properties, &dictionaries)
    }
  }

  private mutating func addEdge(
    _ key: ElementKey, _ type: EdgeTypeID, from source: Int, to target: Int,
    _ addProperties: (inout TableBuilder, inout PropertyGraph, inout [PropertyKeyID: StringDictionaryBuilder]) -> Void
  ) throws(GraphChangeError) {
    guard nodePlaces.indices.contains(source), nodePlaces.indices.contains(target) else {
      throw GraphChangeError("edge `\(key)` ends nowhere")
    }
    guard edgePlaces.count < Self.mostElements else {
      throw GraphChangeError("there are more edges than a graph holds")
    }
    guard !hasEdge(key) else { throw GraphChangeError("an edge `\(key)` exists already") }
    let table = Int(type.rawValue)
    while edgeTables.count <= table {
      edgeTables.append(TableBuilder())
      edgeRows.append(([], []))
    }
    edgePlaces.append((type.rawValue, UInt32(edgeTables[table].keys.count)))
    edgeTables[table].keys.append(key)
    edgeRows[table].sources.append(UInt32(source))
    edgeRows[table].targets.append(UInt32(target))
    addProperties(&edgeTables[table], &graph, &dictionaries)
    insertEdge(UInt32(edgePlaces.count - 1))
    graph.noteSerial(in: key)
  }

  func hasEdge(_ key: ElementKey) -> Bool {
    let (places, tables) = (edgePlaces, edgeTables)
    return edgeIndex.place(of: key) { tables[Int(places[Int($0)].table)].keys[Int(places[Int($0)].row)] } != nil
  }

  private func hasNode(_ key: ElementKey) -> Bool { number(ofNode: key) != nil }

  /// In the order of coming; nil for one that has not come.
  func number(ofNode key: ElementKey) -> Int? {
    let (places, tables) = (nodePlaces, nodeTables)
    return nodeIndex.place(of: key) { tables[Int(places[Int($0)].table)].keys[Int(places[Int($0)].row)] }
      .map { Int($0) }
  }

  private mutating func insertNode(_ number: UInt32) {
    let (places, tables) = (nodePlaces, nodeTables)
    nodeIndex.insert(number) { tables[Int(places[Int($0)].table)].keys[Int(places[Int($0)].row)] }
  }

  private mutating func insertEdge(_ number: UInt32) {
    let (places, tables) = (edgePlaces, edgeTables)
    edgeIndex.insert(number) { tables[Int(places[Int($0)].table)].keys[Int(places[Int($0)].row)] }
  }

  /// The graph, its label sets, types and names in the order of their bytes: equal graphs then have equal ids.
  ///
  /// Each table is let go of once the graph has it: of one at a time there are two.
  public consuming func finish() -> PropertyGraph {
    (nodeIndex, edgeIndex, edgePlaces) = (KeyIndex(), KeyIndex(), [])
    let (names, labels, types, keys) = graph.names.sorted()
    var made = PropertyGraph()
    made.names = names
    made.nextSerial = graph.nextSerial
    let sets = Self.sortedSets(of: graph, labels: labels, used: nodeTables)
    for (_, set) in sets { _ = made.internLabelSet(set) }
    let keyOf = keys.inverted
    var dictionaries: [ObjectIdentifier: StringDictionary] = [:]
    func finished(_ builder: TableBuilder) -> BaseGraph.Table {
      builder.finished {
        PropertyKeyID(keyOf[Int($0.rawValue)])
      } dictionary: { builder in
        let id = ObjectIdentifier(builder)
        let made = dictionaries[id] ?? StringDictionary(builder)
        dictionaries[id] = made
        return made
      }
    }

    let nodes = sets.map { set in
      defer { nodeTables[set.old] = TableBuilder() }
      return finished(nodeTables[set.old])
    }
    var starts = [UInt32](repeating: 0, count: nodeTables.count)
    var next: UInt32 = 0
    for (place, table) in nodes.enumerated() {
      starts[sets[place].old] = next
      next += UInt32(table.rowCount)
    }
    let ids = nodePlaces.map { starts[Int($0.table)] + $0.row }
    nodePlaces = []

    var edges: [BaseGraph.Table] = []
    var adjacencies: [Lazy<BaseGraph.Adjacencies>] = []
    for type in types {
      guard edgeTables.indices.contains(Int(type)) else {
        edges.append(.empty)
        adjacencies.append(Lazy(.empty))
        continue
      }
      var table = finished(edgeTables[Int(type)])
      let rows = edgeRows[Int(type)]
      edgeTables[Int(type)] = TableBuilder()
      edgeRows[Int(type)] = ([], [])
      let (adjacency, order) = BaseGraph.adjacencies(
        sources: rows.sources.map { ids[Int($0)] }, targets: rows.targets.map { ids[Int($0)] })
      if let order {
        table = table.permuted(order)
      }
      edges.append(table)
      adjacencies.append(Lazy(adjacency))
    }
    made.settle(BaseGraph(nodeTables: nodes, edgeTables: edges, adjacencies: adjacencies))
    return made
  }

  /// The label sets that nodes have, in the order of their labels' names, each with its old number.
  private static func sortedSets(
    of graph: PropertyGraph, labels: [UInt32], used tables: [TableBuilder]
  ) -> [(old: Int, labels: [LabelID])] {
    let labelOf = labels.inverted
    let sets = graph.labelSets.indices.filter { tables.indices.contains($0) && tables[$0].keys.count > 0 }.map { set in
      (old: set, labels: graph.labelSets[set].map { LabelID(labelOf[Int($0.rawValue)]) }.sorted())
    }
    // Labels are numbered in the order of their names.
    return sets.sorted { $0.labels.lexicographicallyPrecedes($1.labels) }
  }

  private mutating func labelSet(_ labels: [String]) -> UInt32 {
    if let known = labelSetOf[labels] { return known }
    let set = graph.internLabels(labels)
    labelSetOf[labels] = set
    return set
  }
}

/// Rows of one label set or edge type while they come.
private struct TableBuilder {
  var keys = KeyColumnBuilder()
  private var columns: [ColumnBuilder] = []
  private var columnOf: [PropertyKeyID: Int] = [:]
  /// In the order in which they came first: rows of one table name their properties in much the same order, so that the
  /// next name is mostly found without a hash.
  private var names: [(name: String, column: Int)] = []
  private var placeOf: [String: Int] = [:]
  private var rowCount = 0

  /// - Parameter dictionaries: of the strings of each property, whatever table they stand in.
  mutating func add(
    _ properties: some Sequence<(key: String, value: Value)>,
    _ dictionaries: inout [PropertyKeyID: StringDictionaryBuilder], _ key: (String) -> PropertyKeyID
  ) {
    var next = 0
    for (name, value) in properties where !value.isNull {
      if next >= names.count || names[next].name != name {
        if let known = placeOf[name] {
          next = known
        } else {
          next = names.count
          placeOf[name] = next
          names.append((name, column(key(name), &dictionaries)))
        }
      }
      columns[names[next].column].set(value, at: rowCount)
      next += 1
    }
    rowCount += 1
  }

  mutating func add(
    _ properties: some Sequence<(key: PropertyKeyID, value: Value)>,
    _ dictionaries: inout [PropertyKeyID: StringDictionaryBuilder]
  ) {
    for (key, value) in properties where !value.isNull {
      let column = column(key, &dictionaries)
      columns[column].set(value, at: rowCount)
    }
    rowCount += 1
  }

  private mutating func column(
    _ key: PropertyKeyID, _ dictionaries: inout [PropertyKeyID: StringDictionaryBuilder]
  ) -> Int {
    if let known = columnOf[key] { return known }
    let dictionary = dictionaries[key] ?? StringDictionaryBuilder()
    dictionaries[key] = dictionary
    columnOf[key] = columns.count
    columns.append(ColumnBuilder(dictionary))
    return columns.count - 1
  }

  func finished(
    _ key: (PropertyKeyID) -> PropertyKeyID, dictionary: (StringDictionaryBuilder) -> StringDictionary
  ) -> BaseGraph.Table {
    var made: [PropertyKeyID: Lazy<PropertyColumn>] = [:]
    for (old, place) in columnOf {
      var column = columns[place]
      column.pad(to: rowCount)
      made[key(old)] = Lazy(column.finished(dictionary))
    }
    return BaseGraph.Table(rowCount: rowCount, keys: Lazy(keys.column), columns: made)
  }
}

extension [UInt32] {
  /// Of a permutation.
  fileprivate var inverted: [UInt32] {
    var inverse = self
    for (place, value) in enumerated() { inverse[Int(value)] = UInt32(place) }
    return inverse
  }
}

extension ColumnBuilder {
  /// In the next row or a later one. Of two values for one row the first counts.
  fileprivate mutating func set(_ value: Value, at row: Int) {
    guard count <= row else { return }
    pad(to: row)
    append(value)
  }
}
