import GraphCore

/// One entry of the log as bytes. Tags are part of the file format and are never given twice.
private enum ChangeTag: UInt8 {
  case createNode = 1
  case createEdge, deleteNode, deleteEdge, setNodeProperty, setEdgeProperty, setLabels
}

extension ByteWriter {
  mutating func write(_ change: GraphChange) throws(UnstorableValue) {
    switch change {
    case .createNode(let key, let labels, let properties):
      write(tag: .createNode, key)
      write(labels)
      try write(properties)
    case .createEdge(let key, let type, let from, let to, let properties):
      write(tag: .createEdge, key)
      write(type)
      write(from.description)
      write(to.description)
      try write(properties)
    case .deleteNode(let key): write(tag: .deleteNode, key)
    case .deleteEdge(let key): write(tag: .deleteEdge, key)
    case .setProperty(.node(let key), let name, let value):
      write(tag: .setNodeProperty, key)
      write(name)
      try write(value)
    case .setProperty(.edge(let key), let name, let value):
      write(tag: .setEdgeProperty, key)
      write(name)
      try write(value)
    case .setLabels(let key, let labels):
      write(tag: .setLabels, key)
      write(labels)
    }
  }

  private mutating func write(tag: ChangeTag, _ key: ElementKey) {
    write(tag.rawValue)
    write(key.description)
  }

  mutating func write(_ texts: [String]) {
    write(count: texts.count)
    for text in texts { write(text) }
  }

  private mutating func write(_ properties: [(key: String, value: Value)]) throws(UnstorableValue) {
    write(count: properties.count)
    for (name, value) in properties {
      write(name)
      try write(value)
    }
  }
}

extension ByteReader {
  mutating func change() throws(DecodingFailure) -> GraphChange {
    guard let tag = ChangeTag(rawValue: try byte()) else { throw DecodingFailure("a change is of an unknown kind") }
    let key = ElementKey(try text())
    switch tag {
    case .createNode: return .createNode(key: key, labels: try texts(), properties: try properties())
    case .createEdge:
      return .createEdge(
        key: key, type: try text(), from: ElementKey(try text()), to: ElementKey(try text()),
        properties: try properties())
    case .deleteNode: return .deleteNode(key)
    case .deleteEdge: return .deleteEdge(key)
    case .setNodeProperty: return .setProperty(.node(key), key: try text(), value: try value())
    case .setEdgeProperty: return .setProperty(.edge(key), key: try text(), value: try value())
    case .setLabels: return .setLabels(key, try texts())
    }
  }

  mutating func texts() throws(DecodingFailure) -> [String] {
    var texts: [String] = []
    for _ in 0..<(try count()) { texts.append(try text()) }
    return texts
  }

  private mutating func properties() throws(DecodingFailure) -> [(key: String, value: Value)] {
    var properties: [(key: String, value: Value)] = []
    for _ in 0..<(try count()) { properties.append((key: try text(), value: try value())) }
    return properties
  }
}
