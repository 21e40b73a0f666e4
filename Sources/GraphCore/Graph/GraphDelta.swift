/// What has changed since the base was made, element by element. A value: a copy is a snapshot.
struct GraphDelta: Sendable {
  struct HalfEdge: Sendable {
    let type: EdgeTypeID
    let edge: EdgeID
    let neighbour: NodeID
  }

  /// Elements whose ids follow the base's; nil once deleted.
  var addedNodes: [NodeRecord?] = []
  var addedEdges: [EdgeRecord?] = []
  /// Elements of the base that look different now.
  var changedNodes: [NodeID: NodeRecord] = [:]
  var changedEdges: [EdgeID: EdgeRecord] = [:]
  /// Elements of the base that are gone.
  var deletedNodes: Set<NodeID> = []
  var deletedEdges: Set<EdgeID> = []
  /// Added edges by their ends. Deleted ones are taken out.
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
