extension PropertyGraph: GraphReader {
  public var nodeCount: Int { statistics.nodeCount }
  public var edgeCount: Int { statistics.edgeCount }
  public var nodeCapacity: Int { base.nodeSet.count + delta.addedNodes.count }
  public var edgeCapacity: Int { base.edgeType.count + delta.addedEdges.count }

  public func contains(_ node: NodeID) -> Bool {
    let index = Int(node.rawValue)
    if index < base.nodeSet.count { return base.nodeSet[index] != BaseGraph.hole && !delta.deletedNodes.contains(node) }
    return index < nodeCapacity && delta.addedNodes[index - base.nodeSet.count] != nil
  }

  public func contains(_ edge: EdgeID) -> Bool {
    let index = Int(edge.rawValue)
    if index < base.edgeType.count {
      return base.edgeType[index] != BaseGraph.hole && !delta.deletedEdges.contains(edge)
    }
    return index < edgeCapacity && delta.addedEdges[index - base.edgeType.count] != nil
  }

  public func scanNodes(having labels: [LabelID], from cursor: inout Int, limit: Int, into nodes: inout [NodeID])
    -> Bool
  {
    let fits = labelSets.map { set in labels.allSatisfy { set.contains($0) } }
    let end = nodes.count + limit
    while cursor < nodeCapacity {
      if nodes.count == end { return true }
      let node = NodeID(UInt32(cursor))
      cursor += 1
      if let set = liveLabelSet(of: node), fits[Int(set)] { nodes.append(node) }
    }
    return false
  }

  /// nil for a node that is not there.
  @inline(__always)
  private func liveLabelSet(of node: NodeID) -> UInt32? {
    let index = Int(node.rawValue)
    if index >= base.nodeSet.count {
      let added = index - base.nodeSet.count
      return added < delta.addedNodes.count ? delta.addedNodes[added]?.labelSet : nil
    }
    if !delta.deletedNodes.isEmpty, delta.deletedNodes.contains(node) { return nil }
    if !delta.changedNodes.isEmpty, let changed = delta.changedNodes[node] { return changed.labelSet }
    return base.nodeSet[index] == BaseGraph.hole ? nil : base.nodeSet[index]
  }

  public func labels(of node: NodeID) -> [LabelID] {
    liveLabelSet(of: node).map { labelSets[Int($0)] } ?? []
  }

  public func labelSet(of node: NodeID) -> Int { liveLabelSet(of: node).map(Int.init) ?? 0 }
  public var labelSetCount: Int { labelSets.count }
  public func labels(inSet set: Int) -> [LabelID] { labelSets.indices.contains(set) ? labelSets[set] : [] }

  public func type(of edge: EdgeID) -> EdgeTypeID {
    let index = Int(edge.rawValue)
    if index < base.edgeType.count { return EdgeTypeID(base.edgeType[index]) }
    return record(of: edge)?.type ?? EdgeTypeID(0)
  }

  public func source(of edge: EdgeID) -> NodeID {
    let index = Int(edge.rawValue)
    if index < base.edgeType.count { return NodeID(base.edgeSource[index]) }
    return record(of: edge)?.source ?? .none
  }

  public func target(of edge: EdgeID) -> NodeID {
    let index = Int(edge.rawValue)
    if index < base.edgeType.count { return NodeID(base.edgeTarget[index]) }
    return record(of: edge)?.target ?? .none
  }

  /// Keys never change, so the base answers for all of its elements.
  public func key(of node: NodeID) -> ElementKey {
    let index = Int(node.rawValue)
    return index < base.nodeKeys.count ? base.nodeKeys[index] : record(of: node)?.key ?? ElementKey("")
  }

  public func key(of edge: EdgeID) -> ElementKey {
    let index = Int(edge.rawValue)
    return index < base.edgeKeys.count ? base.edgeKeys[index] : record(of: edge)?.key ?? ElementKey("")
  }

  public func node(for key: ElementKey) -> NodeID? {
    if let added = delta.nodeByKey[key] { return added }
    guard let node = base.node(for: key), contains(node) else { return nil }
    return node
  }

  public func edge(for key: ElementKey) -> EdgeID? {
    if let added = delta.edgeByKey[key] { return added }
    guard let edge = base.edge(for: key), contains(edge) else { return nil }
    return edge
  }

  public func properties(of node: NodeID) -> [(key: PropertyKeyID, value: Value)] { record(of: node)?.properties ?? [] }
  public func properties(of edge: EdgeID) -> [(key: PropertyKeyID, value: Value)] { record(of: edge)?.properties ?? [] }
}

// MARK: - Edges of nodes

extension PropertyGraph {
  public func expand(
    _ sources: [NodeID], _ direction: EdgeDirection, types: [EdgeTypeID]?, into expansion: inout Expansion
  ) {
    let wanted = types.map(Set.init)
    let types = types ?? names.edgeTypes.indices.map { EdgeTypeID(UInt32($0)) }
    for (row, source) in sources.enumerated() where source != .none {
      if direction != .incoming {
        append(source, row, base.outgoing, delta.outgoing, types, wanted, skipsLoops: false, to: &expansion)
      }
      if direction != .outgoing {
        append(
          source, row, base.incoming, delta.incoming, types, wanted, skipsLoops: direction == .both, to: &expansion)
      }
    }
  }

  private func append(
    _ source: NodeID, _ row: Int, _ adjacencies: [Adjacency], _ added: [NodeID: [GraphDelta.HalfEdge]],
    _ types: [EdgeTypeID], _ wanted: Set<EdgeTypeID>?, skipsLoops: Bool, to expansion: inout Expansion
  ) {
    let hasDeletions = !delta.deletedEdges.isEmpty
    for type in types where Int(type.rawValue) < adjacencies.count {
      let adjacency = adjacencies[Int(type.rawValue)]
      for slot in adjacency.slots(of: source.rawValue) {
        let edge = EdgeID(adjacency.edges[slot])
        let neighbour = NodeID(adjacency.neighbours[slot])
        if skipsLoops, neighbour == source { continue }
        if hasDeletions, delta.deletedEdges.contains(edge) { continue }
        expansion.rows.append(row)
        expansion.edges.append(edge)
        expansion.neighbours.append(neighbour)
      }
    }
    guard !added.isEmpty, let halves = added[source] else { return }
    for half in halves where (wanted?.contains(half.type) ?? true) && !(skipsLoops && half.neighbour == source) {
      expansion.rows.append(row)
      expansion.edges.append(half.edge)
      expansion.neighbours.append(half.neighbour)
    }
  }
}

// MARK: - Columns of properties

extension PropertyGraph {
  public func property(_ key: PropertyKeyID, ofNodes nodes: [NodeID]) -> Column {
    if !isChanged(nodes),
      let rows = Self.rowsOfOneTable(nodes.lazy.map { Int($0.rawValue) }, base.nodeSet, base.nodeRow)
    {
      return base.nodeTables[rows.table].columns[key]?.gathered(rows.rows) ?? .constant(.null, count: nodes.count)
    }
    return .values(nodes.map { value(of: $0, key) })
  }

  public func property(_ key: PropertyKeyID, ofEdges edges: [EdgeID]) -> Column {
    if !isChanged(edges),
      let rows = Self.rowsOfOneTable(edges.lazy.map { Int($0.rawValue) }, base.edgeType, base.edgeRow)
    {
      return base.edgeTables[rows.table].columns[key]?.gathered(rows.rows) ?? .constant(.null, count: edges.count)
    }
    return .values(edges.map { value(of: $0, key) })
  }

  /// Whether one of them looks different from the base: a few changes must not slow down the reading of all the rest.
  private func isChanged(_ nodes: [NodeID]) -> Bool {
    if delta.changedNodes.isEmpty, delta.deletedNodes.isEmpty { return false }
    return nodes.contains { delta.changedNodes[$0] != nil || delta.deletedNodes.contains($0) }
  }

  private func isChanged(_ edges: [EdgeID]) -> Bool {
    if delta.changedEdges.isEmpty, delta.deletedEdges.isEmpty { return false }
    return edges.contains { delta.changedEdges[$0] != nil || delta.deletedEdges.contains($0) }
  }

  /// The rows of elements that all stand in one table of the base, which is the common case; nil otherwise.
  private static func rowsOfOneTable(
    _ elements: some Collection<Int>, _ tables: [UInt32], _ rows: [UInt32]
  ) -> (table: Int, rows: [Int])? {
    guard let first = elements.first, first < tables.count, tables[first] != BaseGraph.hole else { return nil }
    let table = tables[first]
    var gathered: [Int] = []
    gathered.reserveCapacity(elements.count)
    for element in elements {
      guard element < tables.count, tables[element] == table else { return nil }
      gathered.append(Int(rows[element]))
    }
    return (Int(table), gathered)
  }

  private func value(of node: NodeID, _ key: PropertyKeyID) -> Value {
    let index = Int(node.rawValue)
    guard index < base.nodeSet.count, delta.changedNodes[node] == nil else {
      return record(of: node)?.properties.value(key) ?? .null
    }
    guard base.nodeSet[index] != BaseGraph.hole, !delta.deletedNodes.contains(node) else { return .null }
    return base.nodeTables[Int(base.nodeSet[index])].columns[key]?[Int(base.nodeRow[index])] ?? .null
  }

  private func value(of edge: EdgeID, _ key: PropertyKeyID) -> Value {
    let index = Int(edge.rawValue)
    guard index < base.edgeType.count, delta.changedEdges[edge] == nil else {
      return record(of: edge)?.properties.value(key) ?? .null
    }
    guard base.edgeType[index] != BaseGraph.hole, !delta.deletedEdges.contains(edge) else { return .null }
    return base.edgeTables[Int(base.edgeType[index])].columns[key]?[Int(base.edgeRow[index])] ?? .null
  }
}

extension PropertyList {
  /// Few properties per element: a walk beats a search.
  func value(_ key: PropertyKeyID) -> Value? { first { $0.key == key }?.value }

  mutating func set(_ key: PropertyKeyID, to value: Value) {
    let position = firstIndex { $0.key >= key } ?? count
    let isKnown = position < count && self[position].key == key
    switch (value.isNull, isKnown) {
    case (true, true): remove(at: position)
    case (true, false): break
    case (false, true): self[position].value = value
    case (false, false): insert((key: key, value: value), at: position)
    }
  }
}
