/// The steps that transactions are made of. Each keeps delta, adjacency, keys and statistics in line.
extension PropertyGraph {
  mutating func insert(_ record: NodeRecord) -> NodeID {
    let id = NodeID(UInt32(nodeCapacity))
    delta.addedNodes.append(record)
    delta.addedSets.insert(record.labelSet)
    delta.nodeByKey[record.key] = id
    count(record, by: 1)
    return id
  }

  mutating func insert(_ record: EdgeRecord) -> EdgeID {
    let id = EdgeID(UInt32(edgeCapacity))
    delta.addedEdges.append(record)
    link(id, record)
    count(record, by: 1)
    return id
  }

  mutating func remove(_ node: NodeID, _ record: NodeRecord) {
    let index = Int(node.rawValue)
    if index < base.nodeCount {
      delta.deletedNodes.insert(node)
      delta.changedNodes[node] = nil
    } else {
      delta.addedNodes[index - base.nodeCount] = nil
      delta.nodeByKey[record.key] = nil
    }
    count(record, by: -1)
  }

  mutating func remove(_ edge: EdgeID, _ record: EdgeRecord) {
    let index = Int(edge.rawValue)
    if index < base.edgeCount {
      delta.deletedEdges.insert(edge)
      delta.changedEdges[edge] = nil
    } else {
      delta.addedEdges[index - base.edgeCount] = nil
      unlink(edge, record)
    }
    count(record, by: -1)
  }

  mutating func replace(_ node: NodeID, with record: NodeRecord) {
    if let old = self.record(of: node) { count(old, by: -1) }
    let index = Int(node.rawValue)
    if index < base.nodeCount {
      delta.changedNodes[node] = record
    } else {
      delta.addedNodes[index - base.nodeCount] = record
      delta.addedSets.insert(record.labelSet)
    }
    count(record, by: 1)
  }

  mutating func replace(_ edge: EdgeID, with record: EdgeRecord) {
    let index = Int(edge.rawValue)
    if index < base.edgeCount {
      delta.changedEdges[edge] = record
    } else {
      delta.addedEdges[index - base.edgeCount] = record
    }
  }

  mutating func take(back step: UndoStep) {
    switch step {
    case .addedNode:
      guard let record = delta.addedNodes.removeLast() else { return }
      delta.nodeByKey[record.key] = nil
      count(record, by: -1)
    case .addedEdge(let id):
      guard let record = delta.addedEdges.removeLast() else { return }
      unlink(id, record)
      count(record, by: -1)
    case .restoreNode(let node, let record): restore(node, record)
    case .restoreEdge(let edge, let record): restore(edge, record)
    case .replaceNode(let node, let record): replace(node, with: record)
    case .replaceEdge(let edge, let record): replace(edge, with: record)
    }
  }

  private mutating func restore(_ node: NodeID, _ record: NodeRecord) {
    let index = Int(node.rawValue)
    if index < base.nodeCount {
      delta.deletedNodes.remove(node)
      delta.changedNodes[node] = record
    } else {
      delta.addedNodes[index - base.nodeCount] = record
      delta.addedSets.insert(record.labelSet)
      delta.nodeByKey[record.key] = node
    }
    count(record, by: 1)
  }

  private mutating func restore(_ edge: EdgeID, _ record: EdgeRecord) {
    let index = Int(edge.rawValue)
    if index < base.edgeCount {
      delta.deletedEdges.remove(edge)
      delta.changedEdges[edge] = record
    } else {
      delta.addedEdges[index - base.edgeCount] = record
      link(edge, record)
    }
    count(record, by: 1)
  }

  private mutating func link(_ edge: EdgeID, _ record: EdgeRecord) {
    delta.edgeByKey[record.key] = edge
    delta.outgoing[record.source, default: []]
      .insert(.init(type: record.type, edge: edge, neighbour: record.target))
    delta.incoming[record.target, default: []]
      .insert(.init(type: record.type, edge: edge, neighbour: record.source))
  }

  private mutating func unlink(_ edge: EdgeID, _ record: EdgeRecord) {
    delta.edgeByKey[record.key] = nil
    delta.outgoing[record.source]?.remove(edge)
    delta.incoming[record.target]?.remove(edge)
  }

  private mutating func count(_ record: NodeRecord, by step: Int) {
    statistics.nodeCount += step
    for label in labelSets[Int(record.labelSet)] { statistics.count(label: label, by: step) }
  }

  private mutating func count(_ record: EdgeRecord, by step: Int) {
    statistics.edgeCount += step
    statistics.count(type: record.type, by: step)
  }

  func hasEdges(_ node: NodeID) -> Bool {
    var expansion = Expansion()
    expand([node], .both, types: nil, into: &expansion)
    return !expansion.rows.isEmpty
  }

  mutating func internLabels(_ labels: [String]) -> UInt32 {
    internLabelSet(Set(labels.map { names.intern(label: $0) }).sorted())
  }

  /// Of entries with the same key the last one counts.
  mutating func propertyList(_ properties: [(key: String, value: Value)]) -> PropertyList {
    var list: PropertyList = []
    for (name, value) in properties { list.set(names.intern(propertyKey: name), to: value) }
    return list
  }

  /// `n1`, `n2`, … and `e1`, `e2`, …: numbers are not given twice, also after loading.
  mutating func nextNodeKey() -> ElementKey {
    while true {
      let key = ElementKey(.node, takeSerial())
      if node(for: key) == nil { return key }
    }
  }

  mutating func nextEdgeKey() -> ElementKey {
    while true {
      let key = ElementKey(.edge, takeSerial())
      if edge(for: key) == nil { return key }
    }
  }

  private mutating func takeSerial() -> UInt64 {
    defer { nextSerial += 1 }
    return nextSerial
  }

  /// Takes note of a number that came with a key from outside.
  mutating func noteSerial(in key: ElementKey) {
    guard let (_, serial) = key.serial, serial < .max else { return }
    nextSerial = max(nextSerial, serial + 1)
  }
}
