/// A value of the query language: what a property holds, an expression yields, a result cell shows.
public enum Value: Sendable {
  case null
  case boolean(Bool)
  case integer(Int64)
  case float(Double)
  case string(String)
  case list([Value])
  case map(ValueMap)
  case date(CalendarDate)
  case localTime(LocalTime)
  case time(ZonedTime)
  case localDateTime(LocalDateTime)
  case dateTime(ZonedDateTime)
  case duration(CalendarDuration)
  case node(NodeID)
  case edge(EdgeID)
  case path(Path)
}

/// A walk through the graph: one node more than edges.
public struct Path: Hashable, Sendable {
  public let nodes: [NodeID]
  public let edges: [EdgeID]

  public init(nodes: [NodeID], edges: [EdgeID]) {
    self.nodes = nodes
    self.edges = edges
  }
}

/// A map from names to values, sorted by name, so that equal maps look equal. Lookup is O(log n).
public struct ValueMap: Sendable {
  public private(set) var keys: [String]
  public private(set) var values: [Value]

  public init() {
    keys = []
    values = []
  }

  /// Of entries with the same key the last one counts.
  public init(_ entries: some Sequence<(String, Value)>) {
    self.init()
    for (key, value) in entries { self[key] = value }
  }

  public var count: Int { keys.count }
  public var isEmpty: Bool { keys.isEmpty }
  public var entries: [(key: String, value: Value)] { zip(keys, values).map { ($0, $1) } }

  /// The value under `key`; setting nil removes it.
  public subscript(key: String) -> Value? {
    get {
      let position = insertionPoint(key)
      return position < keys.count && keys[position] == key ? values[position] : nil
    }
    set {
      let position = insertionPoint(key)
      let isKnown = position < keys.count && keys[position] == key
      switch (newValue, isKnown) {
      case (let value?, true): values[position] = value
      case (let value?, false):
        keys.insert(key, at: position)
        values.insert(value, at: position)
      case (nil, true):
        keys.remove(at: position)
        values.remove(at: position)
      case (nil, false): break
      }
    }
  }

  private func insertionPoint(_ key: String) -> Int {
    var low = 0
    var high = keys.count
    while low < high {
      let middle = low + (high - low) / 2
      if keys[middle] < key { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension Value {
  public var isNull: Bool {
    if case .null = self { true } else { false }
  }

  /// Whether it is a node, an edge or a path, or one stands in it.
  package var holdsElements: Bool {
    switch self {
    case .node, .edge, .path: true
    case .list(let values): values.contains(where: \.holdsElements)
    case .map(let map): map.values.contains(where: \.holdsElements)
    default: false
    }
  }

  /// The kind of value in the field's words, for messages: `Integer`, `List`, `Node`.
  public var typeName: String {
    switch self {
    case .null: "Null"
    case .boolean: "Boolean"
    case .integer: "Integer"
    case .float: "Float"
    case .string: "String"
    case .list: "List"
    case .map: "Map"
    case .date: "Date"
    case .localTime: "LocalTime"
    case .time: "Time"
    case .localDateTime: "LocalDateTime"
    case .dateTime: "DateTime"
    case .duration: "Duration"
    case .node: "Node"
    case .edge: "Edge"
    case .path: "Path"
    }
  }
}
