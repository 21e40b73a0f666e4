/// Makes a graph out of nothing: its elements go straight into columns and adjacency, with neither undo nor a list of
/// changes, so that the memory it takes is little more than the graph's.
public struct GraphLoader {
  private var graph = PropertyGraph()
  private var nodeTables: [TableBuilder] = []
  private var edgeTables: [TableBuilder] = []
  private var nodeSet: [UInt32] = []
  private var nodeRow: [UInt32] = []
  private var nodeKeys: [ElementKey] = []
  private var edgeType: [UInt32] = []
  private var edgeSource: [UInt32] = []
  private var edgeTarget: [UInt32] = []
  private var edgeRow: [UInt32] = []
  private var edgeKeys: [ElementKey] = []
  private var nodePlaces = KeyPlaces()
  private var edgePlaces = KeyPlaces()
  private var labelSetOf: [[String]: UInt32] = [:]

  public init() {}

  /// Adds a node. Null properties are left out; of several with one key the first counts.
  ///
  /// - Parameter position: where it stands among the nodes; behind all others if nil.
  /// - Throws: for a key or a position that is taken.
  public mutating func addNode(
    _ key: ElementKey, labels: [String], properties: some Sequence<(key: String, value: Value)>, at position: Int? = nil
  ) throws(GraphChangeError) {
    let position = position ?? nodeSet.count
    while nodeSet.count <= position {
      nodeSet.append(BaseGraph.hole)
      nodeRow.append(0)
      nodeKeys.append(ElementKey(""))
    }
    guard nodeSet[position] == BaseGraph.hole, nodePlaces.place(of: key, in: nodeKeys) == nil else {
      throw GraphChangeError("a node `\(key)` exists already")
    }
    nodeKeys[position] = key
    nodePlaces.insert(position, in: nodeKeys)
    let set = labelSet(labels)
    while nodeTables.count <= Int(set) { nodeTables.append(TableBuilder()) }
    nodeSet[position] = set
    nodeRow[position] = nodeTables[Int(set)].add(properties, names: &graph.names)
    graph.noteSerial(in: key)
  }

  /// Adds an edge between nodes that have been added.
  ///
  /// - Throws: for a key or a position that is taken, and for an end that is not there.
  public mutating func addEdge(
    _ key: ElementKey, type: String, from source: ElementKey, to target: ElementKey,
    properties: some Sequence<(key: String, value: Value)>
  ) throws(GraphChangeError) {
    guard let from = nodePlaces.place(of: source, in: nodeKeys) else {
      throw GraphChangeError("there is no node `\(source)`")
    }
    guard let to = nodePlaces.place(of: target, in: nodeKeys) else {
      throw GraphChangeError("there is no node `\(target)`")
    }
    try addEdge(key, type: type, from: from, to: to, properties: properties, at: edgeType.count)
  }

  /// The same, its ends and itself by position.
  public mutating func addEdge(
    _ key: ElementKey, type: String, from source: Int, to target: Int,
    properties: some Sequence<(key: String, value: Value)>, at position: Int
  ) throws(GraphChangeError) {
    guard nodeSet.indices.contains(source), nodeSet.indices.contains(target) else {
      throw GraphChangeError("edge `\(key)` ends nowhere")
    }
    while edgeType.count <= position {
      edgeType.append(BaseGraph.hole)
      edgeSource.append(0)
      edgeTarget.append(0)
      edgeRow.append(0)
      edgeKeys.append(ElementKey(""))
    }
    guard edgeType[position] == BaseGraph.hole, !hasEdge(key) else {
      throw GraphChangeError("an edge `\(key)` exists already")
    }
    edgeKeys[position] = key
    edgePlaces.insert(position, in: edgeKeys)
    let number = graph.names.intern(edgeType: type).rawValue
    while edgeTables.count <= Int(number) { edgeTables.append(TableBuilder()) }
    edgeType[position] = number
    edgeSource[position] = UInt32(source)
    edgeTarget[position] = UInt32(target)
    edgeRow[position] = edgeTables[Int(number)].add(properties, names: &graph.names)
    graph.noteSerial(in: key)
  }

  public func hasEdge(_ key: ElementKey) -> Bool { edgePlaces.place(of: key, in: edgeKeys) != nil }

  /// Whether each position up to the last is taken.
  public var isComplete: Bool { nodePlaces.count == nodeSet.count && edgePlaces.count == edgeType.count }

  public consuming func finish() -> PropertyGraph {
    var graph = graph
    for set in nodeSet where set != BaseGraph.hole {
      graph.statistics.nodeCount += 1
      for label in graph.labelSets[Int(set)] { graph.statistics.count(label: label, by: 1) }
    }
    for type in edgeType where type != BaseGraph.hole {
      graph.statistics.edgeCount += 1
      graph.statistics.count(type: EdgeTypeID(type), by: 1)
    }
    graph.base = BaseGraph(
      nodeSet: nodeSet, nodeRow: nodeRow, nodeKeys: nodeKeys, nodeTables: nodeTables.map { $0.finished() },
      edgeType: edgeType, edgeSource: edgeSource, edgeTarget: edgeTarget, edgeRow: edgeRow, edgeKeys: edgeKeys,
      edgeTables: edgeTables.map { $0.finished() }, nodePlaces: nodePlaces, edgePlaces: edgePlaces)
    return graph
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
  private var columns: [PropertyKeyID: ColumnBuilder] = [:]
  private var rowCount = 0

  /// The number of the row.
  mutating func add(_ properties: some Sequence<(key: String, value: Value)>, names: inout Names) -> UInt32 {
    for (name, value) in properties where !value.isNull {
      let key = names.intern(propertyKey: name)
      columns[key, default: ColumnBuilder()].set(value, at: rowCount)
    }
    rowCount += 1
    return UInt32(rowCount - 1)
  }

  func finished() -> BaseGraph.Table {
    BaseGraph.Table(
      columns: columns.mapValues { column in
        var column = column
        column.pad(to: rowCount)
        return column.finished()
      })
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
