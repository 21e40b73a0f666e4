import GraphCore

/// A whole graph as segments, and back.
struct Snapshot {
  var nodeSegments: [Segment] = []
  var edgeSegments: [Segment] = []

  /// Elements keep the graph's order, without the holes that deleted ones left. Segments come in the order of their names,
  /// so that the bytes depend on the graph alone.
  init(of graph: some GraphReader) {
    var positions = [Int](repeating: 0, count: graph.nodeCapacity)
    var nodesByLabels: [[String]: [(position: Int, node: NodeID)]] = [:]
    var labelNames: [[String]?] = Array(repeating: nil, count: graph.labelSetCount)
    var next = 0
    for raw in 0..<graph.nodeCapacity {
      let node = NodeID(UInt32(raw))
      guard graph.contains(node) else { continue }
      let set = graph.labelSet(of: node)
      let labels = labelNames[set] ?? graph.labels(inSet: set).map { graph.names.name(of: $0) }.sorted(by: precedes)
      labelNames[set] = labels
      positions[raw] = next
      nodesByLabels[labels, default: []].append((next, node))
      next += 1
    }
    for (labels, members) in nodesByLabels.sorted(by: { precedes($0.key, $1.key) }) {
      nodeSegments += members.chunks(of: Segment.mostRows).map { rows in
        var segment = Segment(names: labels, positions: rows.map(\.position), keys: rows.map { graph.key(of: $0.node) })
        segment.columns = columns(of: rows.map { graph.properties(of: $0.node) }, graph.names)
        return segment
      }
    }
    addEdges(of: graph, nodePositions: positions)
  }

  private mutating func addEdges(of graph: some GraphReader, nodePositions: [Int]) {
    var edgesByType: [EdgeTypeID: [(position: Int, edge: EdgeID)]] = [:]
    var next = 0
    for raw in 0..<graph.edgeCapacity {
      let edge = EdgeID(UInt32(raw))
      guard graph.contains(edge) else { continue }
      edgesByType[graph.type(of: edge), default: []].append((next, edge))
      next += 1
    }
    let named = edgesByType.map { (name: graph.names.name(of: $0.key), members: $0.value) }
    for (type, members) in named.sorted(by: { precedes($0.name, $1.name) }) {
      edgeSegments += members.chunks(of: Segment.mostRows).map { rows in
        var segment = Segment(names: [type], positions: rows.map(\.position), keys: rows.map { graph.key(of: $0.edge) })
        segment.sources = rows.map { nodePositions[Int(graph.source(of: $0.edge).rawValue)] }
        segment.targets = rows.map { nodePositions[Int(graph.target(of: $0.edge).rawValue)] }
        segment.columns = columns(of: rows.map { graph.properties(of: $0.edge) }, graph.names)
        return segment
      }
    }
  }

  init() {}

  /// The changes that make the graph out of nothing, nodes before edges.
  func changes() throws(DecodingFailure) -> [GraphChange] {
    let nodes = try inOrder(nodeSegments) { segment, row in
      .createNode(key: segment.keys[row], labels: segment.names, properties: segment.properties(of: row))
    }
    let nodeKeys = nodes.map(\.key)
    let edges = try inOrder(edgeSegments) { (segment, row) throws(DecodingFailure) in
      guard segment.names.count == 1, segment.sources.count == segment.keys.count else {
        throw DecodingFailure("edges lack type or ends")
      }
      let (source, target) = (segment.sources[row], segment.targets[row])
      guard source < nodeKeys.count, target < nodeKeys.count else { throw DecodingFailure("an edge ends nowhere") }
      return .createEdge(
        key: segment.keys[row], type: segment.names[0], from: nodeKeys[source], to: nodeKeys[target],
        properties: segment.properties(of: row))
    }
    return nodes + edges
  }

  /// What `make` makes of each row, by position: each position from 0 on exactly once.
  private func inOrder(
    _ segments: [Segment], _ make: (Segment, Int) throws(DecodingFailure) -> GraphChange
  ) throws(DecodingFailure) -> [GraphChange] {
    let count = segments.reduce(0) { $0 + $1.positions.count }
    var changes = [GraphChange?](repeating: nil, count: count)
    for segment in segments {
      for (row, position) in segment.positions.enumerated() {
        guard position < count, case nil = changes[position] else { throw DecodingFailure("elements are missing") }
        changes[position] = try make(segment, row)
      }
    }
    // As many positions as elements, none twice: none is left out.
    return changes.compactMap { $0 }
  }
}

extension GraphChange {
  /// Of the element that is made.
  fileprivate var key: ElementKey {
    switch self {
    case .createNode(let key, _, _), .createEdge(let key, _, _, _, _), .deleteNode(let key), .deleteEdge(let key),
      .setLabels(let key, _), .setProperty(.node(let key), _, _), .setProperty(.edge(let key), _, _):
      key
    }
  }
}

extension Segment {
  fileprivate func properties(of row: Int) -> [(key: String, value: Value)] {
    columns.compactMap { $0.values[row].isNull ? nil : (key: $0.name, value: $0.values[row]) }
  }
}

/// The properties of some rows as columns, ascending by name.
private func columns(
  of rows: [[(key: PropertyKeyID, value: Value)]], _ names: Names
) -> [(name: String, values: [Value])] {
  var columns: [PropertyKeyID: [Value]] = [:]
  for (row, properties) in rows.enumerated() {
    for (key, value) in properties {
      columns[key, default: Array(repeating: .null, count: rows.count)][row] = value
    }
  }
  return columns.map { (name: names.name(of: $0.key), values: $0.value) }.sorted { precedes($0.name, $1.name) }
}

/// The order of bytes, which no version of Unicode changes.
private func precedes(_ a: String, _ b: String) -> Bool { a.utf8.lexicographicallyPrecedes(b.utf8) }

private func precedes(_ a: [String], _ b: [String]) -> Bool { a.lexicographicallyPrecedes(b, by: precedes) }

extension Array {
  fileprivate func chunks(of size: Int) -> [ArraySlice<Element>] {
    stride(from: 0, to: count, by: size).map { self[$0..<Swift.min($0 + size, count)] }
  }
}
