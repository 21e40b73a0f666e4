/// What has changed since the base was made, element by element. A value: a copy is a snapshot.
struct GraphDelta: Sendable {
  struct HalfEdge: Sendable {
    let type: EdgeTypeID
    let edge: EdgeID
    let neighbour: NodeID
  }

  /// Elements whose ids follow the base's; nil once deleted.
  var addedNodes: [NodeRecord?] = []
  /// Label sets that added nodes have or have had: others need not be looked for among them.
  var addedSets: Set<UInt32> = []
  var addedEdges: [EdgeRecord?] = []
  /// Elements of the base that look different now.
  var changedNodes: [NodeID: NodeRecord] = [:]
  var changedEdges: [EdgeID: EdgeRecord] = [:]
  /// Elements of the base that are gone.
  var deletedNodes: Set<NodeID> = []
  var deletedEdges: Set<EdgeID> = []
  /// Added edges by their ends, ascending. Deleted ones are taken out.
  var outgoing: [NodeID: [HalfEdge]] = [:]
  var incoming: [NodeID: [HalfEdge]] = [:]
  /// Keys of added elements.
  var nodeByKey: [ElementKey: NodeID] = [:]
  var edgeByKey: [ElementKey: EdgeID] = [:]

  /// How many elements differ from the base.
  var size: Int {
    addedNodes.count + addedEdges.count + changedNodes.count + changedEdges.count + deletedNodes.count
      + deletedEdges.count
  }
}

extension [GraphDelta.HalfEdge] {
  /// At the end for a new edge; at its old place for one that comes back.
  mutating func insert(_ half: GraphDelta.HalfEdge) {
    if let last, last.edge > half.edge { insert(half, at: position(of: half.edge)) } else { append(half) }
  }

  /// Found by halving, so that taking back many edges of one node stays quick.
  mutating func remove(_ edge: EdgeID) {
    let position = position(of: edge)
    if indices.contains(position), self[position].edge == edge { remove(at: position) }
  }

  /// The first whose edge is not below `edge`.
  private func position(of edge: EdgeID) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = low + (high - low) / 2
      if self[middle].edge < edge { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
