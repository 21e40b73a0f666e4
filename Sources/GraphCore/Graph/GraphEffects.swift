/// What a transaction changed, as a difference of before and after: what is made and taken away again counts for nothing.
public struct GraphEffects: Equatable, Sendable {
  public var nodesCreated = 0
  public var nodesDeleted = 0
  public var edgesCreated = 0
  public var edgesDeleted = 0
  /// Triples of element, key and value: a changed value counts in both.
  public var propertiesSet = 0
  public var propertiesRemoved = 0
  /// Label names that are in use anywhere now and were not before, and the other way round.
  public var labelsAdded = 0
  public var labelsRemoved = 0

  public init() {}

  public var isEmpty: Bool { self == GraphEffects() }
}

extension GraphTransaction {
  /// O(changes).
  public var effects: GraphEffects {
    var effects = GraphEffects()
    for (node, before) in nodesBefore { effects.compare(before, graph.record(of: node)) }
    for (edge, before) in edgesBefore { effects.compare(before, graph.record(of: edge)) }
    let labels = graph.statistics.nodesPerLabel
    for index in 0..<max(labels.count, labelsBefore.count) {
      let isUsed = labels.indices.contains(index) && labels[index] > 0
      let wasUsed = labelsBefore.indices.contains(index) && labelsBefore[index] > 0
      if isUsed, !wasUsed { effects.labelsAdded += 1 }
      if wasUsed, !isUsed { effects.labelsRemoved += 1 }
    }
    return effects
  }
}

extension GraphEffects {
  fileprivate mutating func compare(_ before: NodeRecord?, _ after: NodeRecord?) {
    if before == nil, after != nil { nodesCreated += 1 }
    if before != nil, after == nil { nodesDeleted += 1 }
    compare(before?.properties ?? [], after?.properties ?? [])
  }

  fileprivate mutating func compare(_ before: EdgeRecord?, _ after: EdgeRecord?) {
    if before == nil, after != nil { edgesCreated += 1 }
    if before != nil, after == nil { edgesDeleted += 1 }
    compare(before?.properties ?? [], after?.properties ?? [])
  }

  private mutating func compare(_ before: PropertyList, _ after: PropertyList) {
    for (key, value) in after where before.value(key).map({ !$0.isSame(as: value) }) ?? true { propertiesSet += 1 }
    for (key, value) in before where after.value(key).map({ !$0.isSame(as: value) }) ?? true { propertiesRemoved += 1 }
  }
}

extension Value {
  /// Equal and of the same kind: `1` is not `1.0` here.
  fileprivate func isSame(as other: Value) -> Bool {
    if case .integer = self, case .float = other { return false }
    if case .float = self, case .integer = other { return false }
    return isEquivalent(to: other)
  }
}
