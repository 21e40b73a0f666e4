extension PropertyGraph: GraphReader {
  public var nodeCount: Int { statistics.nodeCount }
  public var edgeCount: Int { statistics.edgeCount }
  public var nodeCapacity: Int { base.nodeCount + delta.addedNodes.count }
  public var edgeCapacity: Int { base.edgeCount + delta.addedEdges.count }

  public func contains(_ node: NodeID) -> Bool {
    let index = Int(node.rawValue)
    if index < base.nodeCount { return !delta.deletedNodes.contains(node) }
    return index < nodeCapacity && delta.addedNodes[index - base.nodeCount] != nil
  }

  public func contains(_ edge: EdgeID) -> Bool {
    let index = Int(edge.rawValue)
    if index < base.edgeCount { return !delta.deletedEdges.contains(edge) }
    return index < edgeCapacity && delta.addedEdges[index - base.edgeCount] != nil
  }

  public func scanNodes(having labels: [LabelID], from cursor: inout Int, limit: Int, into nodes: inout [NodeID])
    -> Bool
  {
    let fits = labelSets.map { set in labels.allSatisfy { set.contains($0) } }
    let end = nodes.count + limit
    let isSettled = delta.deletedNodes.isEmpty && delta.changedNodes.isEmpty
    while cursor < nodeCapacity {
      if nodes.count == end { return true }
      if isSettled, cursor < base.nodeCount {
        // A table is a range of ids: taken or passed over as one.
        let table = base.table(of: NodeID(UInt32(cursor)))
        let tableEnd = Int(base.nodeStarts[table + 1])
        guard fits[table] else {
          cursor = tableEnd
          continue
        }
        let last = min(tableEnd, cursor + end - nodes.count)
        nodes += (UInt32(cursor)..<UInt32(last)).lazy.map { NodeID($0) }
        cursor = last
      } else {
        let node = NodeID(UInt32(cursor))
        cursor += 1
        if let set = liveLabelSet(of: node), fits[Int(set)] { nodes.append(node) }
      }
    }
    return false
  }

  /// nil for a node that is not there.
  @inline(__always)
  private func liveLabelSet(of node: NodeID) -> UInt32? {
    let index = Int(node.rawValue)
    if index >= base.nodeCount {
      let added = index - base.nodeCount
      return added < delta.addedNodes.count ? delta.addedNodes[added]?.labelSet : nil
    }
    if !delta.deletedNodes.isEmpty, delta.deletedNodes.contains(node) { return nil }
    if !delta.changedNodes.isEmpty, let changed = delta.changedNodes[node] { return changed.labelSet }
    return UInt32(base.table(of: node))
  }

  public func labels(of node: NodeID) -> [LabelID] {
    liveLabelSet(of: node).map { labelSets[Int($0)] } ?? []
  }

  public func labelSet(of node: NodeID) -> Int { liveLabelSet(of: node).map(Int.init) ?? 0 }
  public var labelSetCount: Int { labelSets.count }
  public func labels(inSet set: Int) -> [LabelID] { labelSets.indices.contains(set) ? labelSets[set] : [] }

  public func type(of edge: EdgeID) -> EdgeTypeID {
    let index = Int(edge.rawValue)
    if index < base.edgeCount { return EdgeTypeID(UInt32(base.table(of: edge))) }
    return record(of: edge)?.type ?? EdgeTypeID(0)
  }

  public func source(of edge: EdgeID) -> NodeID {
    let index = Int(edge.rawValue)
    if index < base.edgeCount { return base.source(of: edge) }
    return record(of: edge)?.source ?? .none
  }

  public func target(of edge: EdgeID) -> NodeID {
    let index = Int(edge.rawValue)
    if index < base.edgeCount { return base.target(of: edge) }
    return record(of: edge)?.target ?? .none
  }

  /// Keys never change, so the base answers for all of its elements.
  public func key(of node: NodeID) -> ElementKey {
    let index = Int(node.rawValue)
    return index < base.nodeCount ? base.key(of: node) : record(of: node)?.key ?? ElementKey("")
  }

  public func key(of edge: EdgeID) -> ElementKey {
    let index = Int(edge.rawValue)
    return index < base.edgeCount ? base.key(of: edge) : record(of: edge)?.key ?? ElementKey("")
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
    let settled = (types ?? names.edgeTypes.indices.map { EdgeTypeID(UInt32($0)) }).filter {
      Int($0.rawValue) < base.adjacencies.count
    }
    let outward = settled.map { (base.adjacencies[Int($0.rawValue)].value.outgoing, base.edgeStarts[Int($0.rawValue)]) }
    let inward = settled.map { (base.adjacencies[Int($0.rawValue)].value.incoming, base.edgeStarts[Int($0.rawValue)]) }
    for (row, source) in sources.enumerated() where source != .none {
      if direction != .incoming {
        append(source, row, outward, delta.outgoing, wanted, skipsLoops: false, to: &expansion)
      }
      if direction != .outgoing {
        append(source, row, inward, delta.incoming, wanted, skipsLoops: direction == .both, to: &expansion)
      }
    }
  }

  private func append(
    _ source: NodeID, _ row: Int, _ settled: [(Adjacency, start: UInt32)], _ added: [NodeID: [GraphDelta.HalfEdge]],
    _ wanted: Set<EdgeTypeID>?, skipsLoops: Bool, to expansion: inout Expansion
  ) {
    for (adjacency, start) in settled {
      let slots = adjacency.slots(of: source.rawValue)
      if slots.isEmpty { continue }
      guard skipsLoops || !delta.deletedEdges.isEmpty else {
        expansion.rows.append(contentsOf: repeatElement(row, count: slots.count))
        expansion.neighbours.append(contentsOf: adjacency.neighbours[slots].lazy.map { NodeID($0) })
        if let rows = adjacency.rows {
          expansion.edges.append(contentsOf: rows[slots].lazy.map { EdgeID(start + $0) })
        } else {
          expansion.edges.append(contentsOf: slots.lazy.map { EdgeID(start + UInt32(truncatingIfNeeded: $0)) })
        }
        continue
      }
      for slot in slots {
        let edge = EdgeID(start + adjacency.row(slot))
        let neighbour = NodeID(adjacency.neighbours[slot])
        if skipsLoops, neighbour == source { continue }
        if delta.deletedEdges.contains(edge) { continue }
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
    guard !isChanged(nodes) else { return .values(nodes.map { value(of: $0, key) }) }
    return nodes.withUnsafeBufferPointer { nodes in
      Self.column(nodes.count, { nodes[$0].rawValue }, key, base.nodeTables, base.nodeStarts)
    } ?? .values(nodes.map { value(of: $0, key) })
  }

  public func property(_ key: PropertyKeyID, ofEdges edges: [EdgeID]) -> Column {
    guard !isChanged(edges) else { return .values(edges.map { value(of: $0, key) }) }
    return edges.withUnsafeBufferPointer { edges in
      Self.column(edges.count, { edges[$0].rawValue }, key, base.edgeTables, base.edgeStarts)
    } ?? .values(edges.map { value(of: $0, key) })
  }

  /// The property of elements of the base that stand in one table, or in several that hold strings or nothing; nil for
  /// others.
  @inline(__always)
  private static func column(
    _ count: Int, _ id: (Int) -> UInt32, _ key: PropertyKeyID, _ tables: [BaseGraph.Table], _ starts: [UInt32]
  ) -> Column? {
    guard count > 0, let end = starts.last, id(0) < end else { return nil }
    let table = BaseGraph.table(of: id(0), starts)
    let (start, tableEnd) = (starts[table], starts[table + 1])
    if (0..<count).allSatisfy({ (start..<tableEnd).contains(id($0)) }) {
      return tables[table].columns[key]?.value.gathered(count, of: Int(tableEnd - start)) { Int(id($0) &- start) }
        ?? .constant(.null, count: count)
    }
    guard (0..<count).allSatisfy({ id($0) < end }) else { return nil }
    var dictionary: StringDictionary?
    // Per table its codes, empty where it lacks the property.
    var codes: [[UInt32]] = []
    for table in tables {
      switch table.columns[key]?.value.storage {
      case nil: codes.append([])
      case .strings(let own, let shared)?:
        guard dictionary == nil || dictionary === shared else { return nil }
        dictionary = shared
        codes.append(own)
      default: return nil
      }
    }
    guard let dictionary else { return .constant(.null, count: count) }
    return .strings(
      (0..<count).map { place in
        let table = BaseGraph.table(of: id(place), starts)
        return codes[table].isEmpty ? StringDictionary.nullCode : codes[table][Int(id(place) - starts[table])]
      }, dictionary)
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

  private func value(of node: NodeID, _ key: PropertyKeyID) -> Value {
    guard Int(node.rawValue) < base.nodeCount, delta.changedNodes[node] == nil else {
      return record(of: node)?.properties.value(key) ?? .null
    }
    guard !delta.deletedNodes.contains(node) else { return .null }
    let (table, row) = base.row(of: node)
    return base.nodeTables[table].columns[key]?.value[row] ?? .null
  }

  private func value(of edge: EdgeID, _ key: PropertyKeyID) -> Value {
    guard Int(edge.rawValue) < base.edgeCount, delta.changedEdges[edge] == nil else {
      return record(of: edge)?.properties.value(key) ?? .null
    }
    guard !delta.deletedEdges.contains(edge) else { return .null }
    let (table, row) = base.row(of: edge)
    return base.edgeTables[table].columns[key]?.value[row] ?? .null
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
