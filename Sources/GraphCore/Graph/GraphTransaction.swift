/// Changes to a graph that happen together or not at all. One writer at a time.
///
/// The transaction takes the graph over, changes it in place and keeps for each step how to take it back, so that a
/// small change of a large graph costs little and a failed statement leaves no trace.
public final class GraphTransaction {
  /// The graph as changed so far. Copying it makes the next change copy what it touches: read and let go.
  public private(set) var graph: PropertyGraph
  /// Everything done so far, in order, for the case file.
  public private(set) var changes: [GraphChange] = []
  private var undo: [UndoStep] = []
  private let serialBefore: UInt64
  let labelsBefore: [Int]

  public init(_ graph: consuming PropertyGraph) {
    serialBefore = graph.nextSerial
    labelsBefore = graph.statistics.nodesPerLabel
    self.graph = graph
  }

  /// Hands the graph back, changes kept.
  public func commit() -> PropertyGraph { takeGraph() }

  /// Hands the graph back as it was.
  public func rollBack() -> PropertyGraph {
    for step in undo.reversed() { graph.take(back: step) }
    graph.nextSerial = serialBefore
    return takeGraph()
  }

  private func takeGraph() -> PropertyGraph {
    undo = []
    return exchange(&graph, with: PropertyGraph())
  }

  /// The elements touched, as they were before; nil for those that were not there.
  var nodesBefore: [NodeID: NodeRecord?] {
    var first: [NodeID: NodeRecord?] = [:]
    for step in undo {
      switch step {
      case .addedNode(let node) where first[node] == nil: first[node] = .some(nil)
      case .restoreNode(let node, let record) where first[node] == nil: first[node] = record
      case .replaceNode(let node, let record) where first[node] == nil: first[node] = record
      default: break
      }
    }
    return first
  }

  var edgesBefore: [EdgeID: EdgeRecord?] {
    var first: [EdgeID: EdgeRecord?] = [:]
    for step in undo {
      switch step {
      case .addedEdge(let edge) where first[edge] == nil: first[edge] = .some(nil)
      case .restoreEdge(let edge, let record) where first[edge] == nil: first[edge] = record
      case .replaceEdge(let edge, let record) where first[edge] == nil: first[edge] = record
      default: break
      }
    }
    return first
  }

  // MARK: Changes by id: the query engine's way

  /// A new node with a key of its own (`n1`, `n2`, …). Null properties are left out.
  package func createNode(labels: [String], properties: [(key: String, value: Value)]) -> NodeID {
    insertNode(key: graph.nextNodeKey(), labels: labels, properties: properties)
  }

  package func createEdge(
    type: String, from source: NodeID, to target: NodeID, properties: [(key: String, value: Value)]
  ) -> EdgeID {
    insertEdge(key: graph.nextEdgeKey(), type: type, from: source, to: target, properties: properties)
  }

  /// Edges first: the caller has made sure that none hangs on it.
  package func delete(_ node: NodeID) {
    guard let record = graph.record(of: node) else { return }
    changes.append(.deleteNode(record.key))
    graph.remove(node, record)
    undo.append(.restoreNode(node, record))
  }

  package func delete(_ edge: EdgeID) {
    guard let record = graph.record(of: edge) else { return }
    changes.append(.deleteEdge(record.key))
    graph.remove(edge, record)
    undo.append(.restoreEdge(edge, record))
  }

  package func setProperty(_ name: String, of node: NodeID, to value: Value) {
    guard var record = graph.record(of: node) else { return }
    undo.append(.replaceNode(node, record))
    record.properties.set(graph.names.intern(propertyKey: name), to: value)
    changes.append(.setProperty(.node(record.key), key: name, value: value))
    graph.replace(node, with: record)
  }

  package func setProperty(_ name: String, of edge: EdgeID, to value: Value) {
    guard var record = graph.record(of: edge) else { return }
    undo.append(.replaceEdge(edge, record))
    record.properties.set(graph.names.intern(propertyKey: name), to: value)
    changes.append(.setProperty(.edge(record.key), key: name, value: value))
    graph.replace(edge, with: record)
  }

  package func setLabels(of node: NodeID, to labels: [String]) {
    guard var record = graph.record(of: node) else { return }
    undo.append(.replaceNode(node, record))
    record.labelSet = graph.internLabels(labels)
    changes.append(.setLabels(record.key, labels))
    graph.replace(node, with: record)
  }

  // MARK: Changes by key: the reader's and the case file's way

  /// Applies one change, or throws and leaves the graph as it was before that change.
  public func apply(_ change: GraphChange) throws(GraphChangeError) {
    switch change {
    case .createNode(let key, let labels, let properties):
      guard graph.node(for: key) == nil else { throw GraphChangeError("a node `\(key)` exists already") }
      _ = insertNode(key: key, labels: labels, properties: properties)
    case .createEdge(let key, let type, let from, let to, let properties):
      guard graph.edge(for: key) == nil else { throw GraphChangeError("an edge `\(key)` exists already") }
      _ = insertEdge(key: key, type: type, from: try node(from), to: try node(to), properties: properties)
    case .deleteNode(let key):
      let node = try node(key)
      guard !graph.hasEdges(node) else { throw GraphChangeError("node `\(key)` still has edges") }
      delete(node)
    case .deleteEdge(let key): delete(try edge(key))
    case .setProperty(.node(let key), let name, let value): setProperty(name, of: try node(key), to: value)
    case .setProperty(.edge(let key), let name, let value): setProperty(name, of: try edge(key), to: value)
    case .setLabels(let key, let labels): setLabels(of: try node(key), to: labels)
    }
  }

  private func node(_ key: ElementKey) throws(GraphChangeError) -> NodeID {
    guard let node = graph.node(for: key) else { throw GraphChangeError("there is no node `\(key)`") }
    return node
  }

  private func edge(_ key: ElementKey) throws(GraphChangeError) -> EdgeID {
    guard let edge = graph.edge(for: key) else { throw GraphChangeError("there is no edge `\(key)`") }
    return edge
  }

  private func insertNode(key: ElementKey, labels: [String], properties: [(key: String, value: Value)]) -> NodeID {
    let properties = properties.filter { !$0.value.isNull }
    changes.append(.createNode(key: key, labels: labels, properties: properties))
    let record = NodeRecord(
      key: key, labelSet: graph.internLabels(labels), properties: graph.propertyList(properties))
    graph.noteSerial(in: key)
    let node = graph.insert(record)
    undo.append(.addedNode(node))
    return node
  }

  private func insertEdge(
    key: ElementKey, type: String, from source: NodeID, to target: NodeID, properties: [(key: String, value: Value)]
  ) -> EdgeID {
    let properties = properties.filter { !$0.value.isNull }
    changes.append(
      .createEdge(
        key: key, type: type, from: graph.key(of: source), to: graph.key(of: target), properties: properties))
    let record = EdgeRecord(
      key: key, type: graph.names.intern(edgeType: type), source: source, target: target,
      properties: graph.propertyList(properties))
    graph.noteSerial(in: key)
    let edge = graph.insert(record)
    undo.append(.addedEdge(edge))
    return edge
  }
}

/// How to take one step back. Names once interned stay: they are not part of the graph's content.
enum UndoStep {
  /// Take the element off again: it is the last that was added.
  case addedNode(NodeID)
  case addedEdge(EdgeID)
  case restoreNode(NodeID, NodeRecord)
  case restoreEdge(EdgeID, EdgeRecord)
  case replaceNode(NodeID, NodeRecord)
  case replaceEdge(EdgeID, EdgeRecord)
}
