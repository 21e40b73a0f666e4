/// What turns the reader-made part of a graph into a layer.
package struct LayerDifference: Sendable {
  /// In an order that can be applied: edges go before the nodes they hang on, nodes come before their edges.
  package var changes: [GraphChange] = []
  /// Edges that people made and that go with a reader-made node that is no longer there. They are deleted by `changes`.
  package var detached: [ElementKey] = []
}

extension ReaderLayer {
  /// The layer as a graph of its own. What of the layer has become part of the graph is let go of on the way, so that the
  /// two do not stand in memory together.
  ///
  /// - Throws: never for a layer whose keys differ.
  package consuming func graph(threads: Int = 1) throws(GraphChangeError) -> PropertyGraph {
    var loader = GraphLoader()
    for kind in NodeKind.allCases {
      try forEachNode(kind, threads: threads) { (node) throws(GraphChangeError) in
        try loader.addNode(node.key, labels: node.labels, properties: node.properties)
      }
      dropNodes(kind)
    }
    try forEachEdge(threads: threads) { (edge) throws(GraphChangeError) in
      guard !loader.hasEdge(edge.key), let from = loader.number(ofNode: edge.from),
        let to = loader.number(ofNode: edge.to)
      else { return }
      try loader.addEdge(edge.key, type: edge.type, from: from, to: to, properties: edge.properties)
    }
    self = ReaderLayer { _ in "" }
    returnFreeMemory()
    return loader.finish()
  }

  /// The smallest list of changes that makes the reader-made part of the graph this layer, and leaves alone what people
  /// made: their nodes and edges, and on reader-made elements the properties and labels that the reader never writes.
  ///
  /// A person's edge is deleted only where one of its ends is a reader-made node that the layer no longer holds.
  /// What a person deleted of the reader's part comes back, since the reports still say it. O(graph + layer).
  package func changes(from reader: any GraphReader) -> [GraphChange] { difference(from: reader).changes }

  package func difference(from reader: any GraphReader) -> LayerDifference {
    let nodes = nodes()
    let edges = edges()
    let current = ReaderPart(of: reader)
    var difference = LayerDifference()
    let kept = Set(nodes.lazy.map(\.key))

    var keptEdges: Set<ElementKey> = []
    for edge in edges where current.holds(edge) { keptEdges.insert(edge.key) }
    difference.changes += current.edges.keys.filter { !keptEdges.contains($0) }.sorted().map { .deleteEdge($0) }

    let vanished = current.nodes.keys.filter { !kept.contains($0) }.sorted()
    difference.detached = current.peopleEdges(at: vanished)
    difference.changes += difference.detached.map { .deleteEdge($0) }
    difference.changes += vanished.map { .deleteNode($0) }

    for node in nodes {
      if let id = current.nodes[node.key] {
        current.appendChanges(to: node, at: id, into: &difference.changes)
      } else {
        difference.changes.append(.createNode(key: node.key, labels: node.labels, properties: node.properties))
      }
    }
    for edge in edges {
      if keptEdges.contains(edge.key), let id = current.edges[edge.key] {
        current.appendChanges(to: edge, at: id, into: &difference.changes)
      } else {
        difference.changes.append(
          .createEdge(key: edge.key, type: edge.type, from: edge.from, to: edge.to, properties: edge.properties))
      }
    }
    return difference
  }
}

/// The reader-made elements of a graph.
private struct ReaderPart {
  let reader: any GraphReader
  private(set) var nodes: [ElementKey: NodeID] = [:]
  private(set) var edges: [ElementKey: EdgeID] = [:]

  init(of reader: any GraphReader) {
    self.reader = reader
    var cursor = 0
    var batch: [NodeID] = []
    var hasMore = true
    while hasMore {
      batch.removeAll(keepingCapacity: true)
      hasMore = reader.scanNodes(having: [], from: &cursor, limit: 2_048, into: &batch)
      for node in batch {
        let key = reader.key(of: node)
        if key.isReaderMade { nodes[key] = node }
      }
    }
    for position in 0..<UInt32(clamping: reader.edgeCapacity) where reader.contains(EdgeID(position)) {
      let key = reader.key(of: EdgeID(position))
      if key.isReaderMade { edges[key] = EdgeID(position) }
    }
  }

  /// Whether the graph has the edge with these ends and this type, whatever its properties.
  func holds(_ edge: LayerEdge) -> Bool {
    guard let id = edges[edge.key] else { return false }
    return reader.names.name(of: reader.type(of: id)) == edge.type
      && reader.key(of: reader.source(of: id)) == edge.from && reader.key(of: reader.target(of: id)) == edge.to
  }

  /// Ascending.
  func peopleEdges(at keys: [ElementKey]) -> [ElementKey] {
    var expansion = Expansion()
    reader.expand(keys.compactMap { nodes[$0] }, .both, types: nil, into: &expansion)
    return Set(expansion.edges.map { reader.key(of: $0) }.filter { !$0.isReaderMade }).sorted()
  }

  func appendChanges(to node: LayerNode, at id: NodeID, into changes: inout [GraphChange]) {
    let names = reader.names
    let labels = reader.labels(of: id).map { names.name(of: $0) }
    let wanted = node.labels + labels.filter { !ReaderVocabulary.labels.contains($0) }
    if Set(wanted) != Set(labels) { changes.append(.setLabels(node.key, wanted)) }
    appendChanges(
      of: .node(node.key), from: reader.properties(of: id).map { (names.name(of: $0.key), $0.value) },
      to: node.properties, into: &changes)
  }

  func appendChanges(to edge: LayerEdge, at id: EdgeID, into changes: inout [GraphChange]) {
    let names = reader.names
    appendChanges(
      of: .edge(edge.key), from: reader.properties(of: id).map { (names.name(of: $0.key), $0.value) },
      to: edge.properties, into: &changes)
  }

  private func appendChanges(
    of element: GraphChange.Element, from current: [(String, Value)], to wanted: [(key: String, value: Value)],
    into changes: inout [GraphChange]
  ) {
    let current = Dictionary(current, uniquingKeysWith: { first, _ in first })
    for property in wanted where current[property.key].map({ !$0.isSame(as: property.value) }) ?? true {
      changes.append(.setProperty(element, key: property.key, value: property.value))
    }
    let kept = Set(wanted.map(\.key))
    let owned = ReaderVocabulary.properties.union(ReaderVocabulary.figures(current))
    for key in current.keys.sorted() where !kept.contains(key) && owned.contains(key) {
      changes.append(.setProperty(element, key: key, value: .null))
    }
  }
}

/// The names that the reader writes; others on its elements are people's.
private enum ReaderVocabulary {
  static let labels: Set<String> = [
    "Report", "Claim", "Actor", "State", "Organization", "Person", "Group", "Place", "Event",
  ]
  static let properties: Set<String> = [
    "title", "published", "publisher", "origin", "sha256", "stub", "text", "stance", "hedge", "quoted", "said",
    "attribute", "value", "bound", "rule", "name", "aliases", "kind", "named", "count", "description", "country",
    "figures", "type", "subtype", "start", "end", "precision", "actuality", "sentence", "cue", "why", "claims",
    "denials", "status", "origins", "lineage", "role", "rules", "instruments", "objects",
  ]

  /// The set of figures is open (`leaks: 4`): an event lists those it has from the reader.
  static func figures(_ properties: [String: Value]) -> Set<String> {
    guard case .list(let names)? = properties["figures"] else { return [] }
    return Set(names.compactMap { if case .string(let name) = $0 { name } else { nil } })
  }
}

extension Value {
  /// Equal in kind and content: `1` is not `1.0` here, since exports show the difference.
  fileprivate func isSame(as other: Value) -> Bool {
    switch (self, other) {
    case (.integer, .float), (.float, .integer): false
    case (.list(let a), .list(let b)): a.count == b.count && zip(a, b).allSatisfy { $0.isSame(as: $1) }
    default: isEquivalent(to: other)
    }
  }
}
