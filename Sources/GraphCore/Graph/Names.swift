/// The labels, edge types and property keys of one graph, each numbered in order of first use. Only grows.
public struct Names: Sendable {
  private var labelNames = Interner()
  private var edgeTypeNames = Interner()
  private var propertyKeyNames = Interner()

  public init() {}

  /// Each of them in the order of their numbers; one that comes again counts for nothing.
  package init(labels: [String], edgeTypes: [String], propertyKeys: [String]) {
    for name in labels { _ = labelNames.intern(name) }
    for name in edgeTypes { _ = edgeTypeNames.intern(name) }
    for name in propertyKeys { _ = propertyKeyNames.intern(name) }
  }

  public var labels: [String] { labelNames.names }
  public var edgeTypes: [String] { edgeTypeNames.names }
  public var propertyKeys: [String] { propertyKeyNames.names }

  public func label(_ name: String) -> LabelID? { labelNames.id(of: name).map(LabelID.init) }
  public func edgeType(_ name: String) -> EdgeTypeID? { edgeTypeNames.id(of: name).map(EdgeTypeID.init) }
  public func propertyKey(_ name: String) -> PropertyKeyID? { propertyKeyNames.id(of: name).map(PropertyKeyID.init) }

  public func name(of label: LabelID) -> String { labelNames.names[Int(label.rawValue)] }
  public func name(of type: EdgeTypeID) -> String { edgeTypeNames.names[Int(type.rawValue)] }
  public func name(of key: PropertyKeyID) -> String { propertyKeyNames.names[Int(key.rawValue)] }

  package mutating func intern(label name: String) -> LabelID { LabelID(labelNames.intern(name)) }
  package mutating func intern(edgeType name: String) -> EdgeTypeID { EdgeTypeID(edgeTypeNames.intern(name)) }
  package mutating func intern(propertyKey name: String) -> PropertyKeyID {
    PropertyKeyID(propertyKeyNames.intern(name))
  }
}

extension Names {
  /// The same names numbered in the order of their bytes, and the old number of each: what a settled graph has, so that
  /// its numbers do not tell what was used first.
  func sorted() -> (names: Names, labels: [UInt32], edgeTypes: [UInt32], propertyKeys: [UInt32]) {
    var names = Names()
    let labels = labelNames.sorted(into: &names.labelNames)
    let edgeTypes = edgeTypeNames.sorted(into: &names.edgeTypeNames)
    let propertyKeys = propertyKeyNames.sorted(into: &names.propertyKeyNames)
    return (names, labels, edgeTypes, propertyKeys)
  }
}

private struct Interner: Sendable {
  private(set) var names: [String] = []
  private var ids: [String: UInt32] = [:]

  func id(of name: String) -> UInt32? { ids[name] }

  /// - Returns: the old number of each.
  func sorted(into other: inout Interner) -> [UInt32] {
    let order = names.indices.sorted { names[$0].utf8.lexicographicallyPrecedes(names[$1].utf8) }
    for place in order { _ = other.intern(names[place]) }
    return order.map { UInt32($0) }
  }

  mutating func intern(_ name: String) -> UInt32 {
    if let known = ids[name] { return known }
    let id = UInt32(names.count)
    names.append(name)
    ids[name] = id
    return id
  }
}
