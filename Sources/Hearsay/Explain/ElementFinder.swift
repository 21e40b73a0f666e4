import GraphCore
import SourceText

/// A node or an edge.
enum ElementID: Hashable {
  case node(NodeID)
  case edge(EdgeID)
}

/// Finds nodes and edges by their ids, whole or shortened.
struct ElementFinder {
  let graph: PropertyGraph

  /// Whether a text can be an id at all: a query has blanks or brackets.
  static func isID(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= 200 && text.utf8.allSatisfy(isIDByte)
  }

  private static func isIDByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  /// The element of that id, or the only one whose id begins so. O(1) for whole ids, else O(nodes + edges).
  ///
  /// - Throws: `UnknownID` with the nearest id, `AmbiguousID` with the first of those that begin so.
  func element(_ id: String) throws(Failure) -> ElementID {
    let key = ElementKey(id)
    if let node = graph.node(for: key) { return .node(node) }
    if let edge = graph.edge(for: key) { return .edge(edge) }
    let keys = allKeys()
    let found = keys.filter { $0.key.hasPrefix(id) }.sorted { $0.key < $1.key }
    if found.count == 1 { return found[0].element }
    guard found.isEmpty else {
      let shown = found.prefix(4).map { "`\($0.key)`" }.joined(separator: ", ")
      throw Failure(
        .input, code: "AmbiguousID",
        "\(found.count) ids begin with `\(id)`: \(shown)\(found.count > 4 ? ", …" : ""); give more of it")
    }
    let near = nearest(to: id, among: keys.map(\.key)).map { "; did you mean `\($0)`?" }
    throw Failure(
      .input, code: "UnknownID", "nothing in the case has the id `\(id)`\(near ?? "; a query finds what there is")")
  }

  private func allKeys() -> [(key: String, element: ElementID)] {
    var keys: [(String, ElementID)] = []
    keys.reserveCapacity(graph.nodeCount + graph.edgeCount)
    for position in 0..<UInt32(clamping: graph.nodeCapacity) where graph.contains(NodeID(position)) {
      keys.append((graph.key(of: NodeID(position)).description, .node(NodeID(position))))
    }
    for position in 0..<UInt32(clamping: graph.edgeCapacity) where graph.contains(EdgeID(position)) {
      keys.append((graph.key(of: EdgeID(position)).description, .edge(EdgeID(position))))
    }
    return keys
  }

  /// Beyond so many, ids are compared by how far they begin alike.
  private static let mostCompared = 100_000

  /// A shortened id is compared with as much of each.
  private func nearest(to id: String, among keys: [String]) -> String? {
    if keys.count <= Self.mostCompared {
      if let whole = nearestName(to: id, among: keys) { return whole }
      let length = id.utf8.count
      var byStart: [String: String] = [:]
      for key in keys where key.utf8.count > length {
        let start = String(key.utf8Slice(SourceRange(0, length)))
        byStart[start] = min(byStart[start] ?? key, key)
      }
      if let start = nearestName(to: id, among: byStart.keys) { return byStart[start] }
    }
    let alike = keys.map { (length: commonLength($0, id), key: $0) }.max {
      ($0.length, $1.key) < ($1.length, $0.key)
    }
    return alike.flatMap { $0.length >= 4 ? $0.key : nil }
  }

  private func commonLength(_ a: String, _ b: String) -> Int { zip(a.utf8, b.utf8).prefix { $0 == $1 }.count }
}
