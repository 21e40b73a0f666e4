/// One change of the graph, in terms that mean the same in every process: what extraction yields, what the case file logs.
public enum GraphChange: Sendable {
  /// Which element a change is about.
  public enum Element: Hashable, Sendable {
    case node(ElementKey)
    case edge(ElementKey)
  }

  /// The key must be new. Null properties are left out.
  case createNode(key: ElementKey, labels: [String], properties: [(key: String, value: Value)])
  /// Both ends must exist.
  case createEdge(
    key: ElementKey, type: String, from: ElementKey, to: ElementKey, properties: [(key: String, value: Value)])
  /// Its edges must have been deleted before.
  case deleteNode(ElementKey)
  case deleteEdge(ElementKey)
  /// Null removes the property.
  case setProperty(Element, key: String, value: Value)
  /// All labels the node has from now on.
  case setLabels(ElementKey, [String])
}

/// A change that does not fit the graph it is applied to: a key that is taken or unknown, an edge left hanging.
public struct GraphChangeError: Error, Equatable, Sendable {
  public let message: String
  public init(_ message: String) { self.message = message }
}
