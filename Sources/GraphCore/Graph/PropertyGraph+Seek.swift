// MARK: - Nodes by a value

extension PropertyGraph {
  public func nodes(having labels: [LabelID], where key: PropertyKeyID, equals value: Value) -> [NodeID]? {
    if value.isNull { return [] }
    let fits = labelSets.map { set in labels.allSatisfy { set.contains($0) } }
    var found: [NodeID] = []
    for (set, table) in base.nodeTables.enumerated() where fits[set] && table.rowCount > 0 {
      guard let column = table.columns[key] else { continue }
      let start = base.nodeStarts[set]
      if let index = table.index(on: key) {
        let rows = index.rows(equalTo: value)
        found.reserveCapacity(found.count + rows.count)
        for row in rows { found.append(NodeID(start + row)) }
      } else {
        let column = column.value
        found += (0..<table.rowCount).filter { column[$0].equals(value) == true }.map { NodeID(start + UInt32($0)) }
      }
    }
    if !delta.changedNodes.isEmpty || !delta.deletedNodes.isEmpty {
      found.removeAll { delta.changedNodes[$0] != nil || delta.deletedNodes.contains($0) }
      for (node, record) in delta.changedNodes where fits[Int(record.labelSet)] {
        if record.properties.value(key)?.equals(value) == true { found.append(node) }
      }
      found.sort()
    }
    guard delta.addedSets.contains(where: { fits[Int($0)] }) else { return found }
    for (place, record) in delta.addedNodes.enumerated() {
      guard let record, fits[Int(record.labelSet)], record.properties.value(key)?.equals(value) == true else {
        continue
      }
      found.append(NodeID(UInt32(base.nodeCount + place)))
    }
    return found
  }
}

// MARK: - Nodes within bounds

extension PropertyGraph {
  /// One of so many rows may be found at most: to put them in order costs more than to look at all.
  private static let rowsPerFound = 16

  public func nodes(having labels: [LabelID], where key: PropertyKeyID, within bounds: ValueBounds) -> [NodeID]? {
    guard isSettled else { return nil }
    var found: [NodeID] = []
    for (set, table) in base.nodeTables.enumerated() where labels.allSatisfy({ labelSets[set].contains($0) }) {
      if table.rowCount == 0 || table.columns[key] == nil { continue }
      guard let rows = table.rangeIndex(on: key)?.rows(within: bounds), rows.count <= table.rowCount / Self.rowsPerFound
      else { return nil }
      let start = base.nodeStarts[set]
      found += rows.sorted().lazy.map { NodeID(start + $0) }
    }
    return found
  }
}

// MARK: - Some nodes of many

extension PropertyGraph {
  /// Takes O(label sets + limit).
  public func sample(having labels: [LabelID], limit: Int) -> [NodeID] {
    let sets = base.nodeTables.indices.filter { set in
      base.nodeTables[set].rowCount > 0 && labels.allSatisfy { labelSets[set].contains($0) }
    }
    let count = sets.reduce(0) { $0 + base.nodeTables[$1].rowCount }
    let step = max(1, count / max(1, limit))
    var nodes: [NodeID] = []
    var next = step / 2
    for set in sets {
      let rowCount = base.nodeTables[set].rowCount
      while next < rowCount {
        let node = NodeID(base.nodeStarts[set] + UInt32(next))
        if !delta.deletedNodes.contains(node) { nodes.append(node) }
        next += step
      }
      next -= rowCount
    }
    let added = delta.addedNodes
    for place in stride(from: 0, to: added.count, by: max(1, added.count / max(1, limit))) {
      guard let set = added[place]?.labelSet, labels.allSatisfy({ labelSets[Int(set)].contains($0) }) else { continue }
      nodes.append(NodeID(UInt32(base.nodeCount + place)))
    }
    return nodes
  }
}

// MARK: - Adjacency as it stands

extension PropertyGraph {
  /// nil where edges have changed, and for loops that are seen from both ends.
  public func sides(_ direction: EdgeDirection, types: [EdgeTypeID]?) -> [AdjacencySide]? {
    guard delta.deletedEdges.isEmpty, delta.outgoing.isEmpty else { return nil }
    var outward: [AdjacencySide] = []
    var inward: [AdjacencySide] = []
    for type in types?.map({ Int($0.rawValue) }) ?? Array(base.adjacencies.indices) where type < base.adjacencies.count
    {
      let adjacencies = base.adjacencies[type].value
      if direction == .both, adjacencies.hasLoops { return nil }
      guard !adjacencies.sources.isEmpty else { continue }
      let first = base.edgeStarts[type]
      if direction != .incoming { outward.append(AdjacencySide(adjacency: adjacencies.outgoing, firstEdge: first)) }
      if direction != .outgoing { inward.append(AdjacencySide(adjacency: adjacencies.incoming, firstEdge: first)) }
    }
    return outward + inward
  }

  /// O(nodes + edges of the types) when a type is first asked for.
  public func isAcyclic(_ types: [EdgeTypeID]) -> Bool {
    guard delta.deletedEdges.isEmpty, delta.outgoing.isEmpty else { return false }
    let known = Set(types).map { Int($0.rawValue) }.filter { $0 < base.adjacencies.count }
    return base.isAcyclic(known)
  }
}

extension PropertyGraph {
  public func endLabelSets(_ direction: EdgeDirection, types: [EdgeTypeID]) -> [Int]? {
    guard delta.outgoing.isEmpty, delta.changedNodes.isEmpty else { return nil }
    var sets: Set<Int> = []
    for type in types where Int(type.rawValue) < base.adjacencies.count {
      if direction != .incoming { sets.formUnion(base.endTables(of: Int(type.rawValue), isOutgoing: true)) }
      if direction != .outgoing { sets.formUnion(base.endTables(of: Int(type.rawValue), isOutgoing: false)) }
    }
    return sets.sorted()
  }
}

// MARK: - Degrees

extension PropertyGraph {
  public func degrees(
    _ nodes: [NodeID], _ direction: EdgeDirection, types: [EdgeTypeID], endingIn isWanted: [Bool]?
  ) -> [Int]? {
    // What changed since would have to be looked at edge by edge, as loops would that are seen from both ends.
    guard delta.deletedEdges.isEmpty, delta.outgoing.isEmpty, delta.changedNodes.isEmpty, delta.deletedNodes.isEmpty
    else {
      return nil
    }
    var sides: [Adjacency] = []
    for type in types where Int(type.rawValue) < base.adjacencies.count {
      let adjacencies = base.adjacencies[Int(type.rawValue)].value
      if direction == .both, adjacencies.hasLoops { return nil }
      for (side, isOutgoing) in [(adjacencies.outgoing, true), (adjacencies.incoming, false)] {
        guard direction == .both || (direction == .outgoing) == isOutgoing, !side.neighbours.isEmpty else { continue }
        if let isWanted {
          let ends = base.endTables(of: Int(type.rawValue), isOutgoing: isOutgoing)
          let wanted = ends.count { isWanted.indices.contains($0) && isWanted[$0] }
          if wanted == 0 { continue }
          // Some do and some do not: only the edges themselves can tell.
          guard wanted == ends.count else { return nil }
        }
        sides.append(side)
      }
    }
    return nodes.map { node in node == .none ? 0 : sides.reduce(0) { $0 + $1.slots(of: node.rawValue).count } }
  }
}
