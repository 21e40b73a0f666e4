import GraphCore

/// A whole graph as segments.
enum Snapshot {
  /// Gives each segment to `body`, nodes before edges, one in memory at a time.
  ///
  /// Elements keep the graph's order, without the holes that deleted ones left. Segments come in the order of their names,
  /// so that the bytes depend on the graph alone.
  static func forEachSegment(
    of graph: some GraphReader, _ body: (Envelope.Kind, Segment) throws -> Void
  ) throws {
    // Of a node that is not there, nothing asks.
    var positions = [UInt32](repeating: 0, count: graph.nodeCapacity)
    var nodesByLabels: [[String]: [NodeID]] = [:]
    var labelNames: [[String]?] = Array(repeating: nil, count: graph.labelSetCount)
    var next: UInt32 = 0
    for raw in 0..<graph.nodeCapacity {
      let node = NodeID(UInt32(raw))
      guard graph.contains(node) else { continue }
      let set = graph.labelSet(of: node)
      let labels = labelNames[set] ?? graph.labels(inSet: set).map { graph.names.name(of: $0) }.sorted(by: precedes)
      labelNames[set] = labels
      positions[raw] = next
      nodesByLabels[labels, default: []].append(node)
      next += 1
    }
    for (labels, members) in nodesByLabels.sorted(by: { precedes($0.key, $1.key) }) {
      for rows in members.chunks(of: Segment.mostRows) {
        var segment = Segment(
          names: labels, positions: rows.map { Int(positions[Int($0.rawValue)]) }, keys: rows.map { graph.key(of: $0) })
        segment.columns = columns(of: rows.map { graph.properties(of: $0) }, graph.names)
        try body(.nodes, segment)
      }
    }
    try forEachEdgeSegment(of: graph, nodePositions: positions, body)
  }

  private static func forEachEdgeSegment(
    of graph: some GraphReader, nodePositions: [UInt32], _ body: (Envelope.Kind, Segment) throws -> Void
  ) throws {
    var edgesByType: [EdgeTypeID: [(position: UInt32, edge: EdgeID)]] = [:]
    var next: UInt32 = 0
    for raw in 0..<graph.edgeCapacity {
      let edge = EdgeID(UInt32(raw))
      guard graph.contains(edge) else { continue }
      edgesByType[graph.type(of: edge), default: []].append((next, edge))
      next += 1
    }
    let named = edgesByType.map { (name: graph.names.name(of: $0.key), members: $0.value) }
    for (type, members) in named.sorted(by: { precedes($0.name, $1.name) }) {
      for rows in members.chunks(of: Segment.mostRows) {
        var segment = Segment(
          names: [type], positions: rows.map { Int($0.position) }, keys: rows.map { graph.key(of: $0.edge) })
        segment.sources = rows.map { Int(nodePositions[Int(graph.source(of: $0.edge).rawValue)]) }
        segment.targets = rows.map { Int(nodePositions[Int(graph.target(of: $0.edge).rawValue)]) }
        segment.columns = columns(of: rows.map { graph.properties(of: $0.edge) }, graph.names)
        try body(.edges, segment)
      }
    }
  }
}

/// The way back: segments into a graph, each forgotten once it is taken in.
struct SnapshotLoading {
  /// No position can be as great.
  let mostElements: Int
  private var loader = GraphLoader()

  init(mostElements: Int) { self.mostElements = mostElements }

  mutating func add(_ segment: Segment, _ kind: Envelope.Kind) throws {
    guard segment.positions.allSatisfy({ $0 < mostElements }) else { throw DecodingFailure("elements are missing") }
    switch kind {
    case .nodes:
      for (row, position) in segment.positions.enumerated() {
        try loader.addNode(
          segment.keys[row], labels: segment.names, properties: segment.properties(of: row), at: position)
      }
    case .edges:
      guard segment.names.count == 1, segment.sources.count == segment.keys.count else {
        throw DecodingFailure("edges lack type or ends")
      }
      for (row, position) in segment.positions.enumerated() {
        try loader.addEdge(
          segment.keys[row], type: segment.names[0], from: segment.sources[row], to: segment.targets[row],
          properties: segment.properties(of: row), at: position)
      }
    case .log, .state, .report: throw DecodingFailure("a segment is of an unknown kind")
    }
  }

  func finish() throws(DecodingFailure) -> PropertyGraph {
    guard loader.isComplete else { throw DecodingFailure("elements are missing") }
    return loader.finish()
  }
}

extension Segment {
  fileprivate func properties(of row: Int) -> some Sequence<(key: String, value: Value)> {
    columns.lazy.map { (key: $0.name, value: $0.values[row]) }
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
