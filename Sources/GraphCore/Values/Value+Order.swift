extension Value {
  /// The `<` of the language as -1, 0, 1: nil where the values cannot be compared or null makes it unknown.
  public func compared(to other: Value) -> Int? {
    switch (self, other) {
    case (.boolean(let a), .boolean(let b)): order(a ? 1 : 0, b ? 1 : 0)
    case (.integer(let a), .integer(let b)): order(a, b)
    case (.float(let a), .float(let b)): a.isNaN || b.isNaN ? nil : order(a, b)
    case (.integer(let a), .float(let b)): compareExactly(a, b)
    case (.float(let a), .integer(let b)): compareExactly(b, a).map { -$0 }
    case (.string(let a), .string(let b)): orderBytes(a, b)
    case (.list(let a), .list(let b)): compareLists(a, b)
    case (.date(let a), .date(let b)): order(a, b)
    case (.localTime(let a), .localTime(let b)): order(a, b)
    case (.time(let a), .time(let b)): order(a, b)
    case (.localDateTime(let a), .localDateTime(let b)): order(a, b)
    case (.dateTime(let a), .dateTime(let b)): order(a, b)
    default: nil
    }
  }

  /// The total order behind ORDER BY, min and max (openCypher 9, "Orderability"): map, node, edge, list, path, temporal
  /// values, string, boolean, number, NaN, null. Always an answer, consistent with equivalence.
  public func ordered(against other: Value) -> Int {
    let ranks = (orderRank, other.orderRank)
    guard ranks.0 == ranks.1 else { return order(ranks.0, ranks.1) }
    switch (self, other) {
    case (.list(let a), .list(let b)): return orderLists(a, b)
    case (.map(let a), .map(let b)):
      let keys = orderLists(a.keys.map(Value.string), b.keys.map(Value.string))
      return keys != 0 ? keys : orderLists(a.values, b.values)
    case (.node(let a), .node(let b)): return order(a, b)
    case (.edge(let a), .edge(let b)): return order(a, b)
    case (.path(let a), .path(let b)):
      let nodes = orderLists(a.nodes.map(Value.node), b.nodes.map(Value.node))
      return nodes != 0 ? nodes : orderLists(a.edges.map(Value.edge), b.edges.map(Value.edge))
    case (.duration(let a), .duration(let b)): return order(a, b)
    case (.float(let a), .float(let b)) where a.isNaN || b.isNaN: return order(a.isNaN ? 1 : 0, b.isNaN ? 1 : 0)
    case (.float(let a), .integer) where a.isNaN: return 1
    case (.integer, .float(let b)) where b.isNaN: return -1
    default: return compared(to: other) ?? 0
    }
  }

  private var orderRank: Int {
    switch self {
    case .map: 0
    case .node: 1
    case .edge: 2
    case .list: 3
    case .path: 4
    case .dateTime: 5
    case .localDateTime: 6
    case .date: 7
    case .time: 8
    case .localTime: 9
    case .duration: 10
    case .string: 11
    case .boolean: 12
    case .integer, .float: 13
    case .null: 14
    }
  }
}

@inline(__always)
private func order<T: Comparable>(_ a: T, _ b: T) -> Int { a < b ? -1 : (a == b ? 0 : 1) }

/// By UTF-8 bytes, which is the order of code points.
private func orderBytes(_ a: String, _ b: String) -> Int {
  if a.hasSameBytes(as: b) { return 0 }
  return a.utf8.lexicographicallyPrecedes(b.utf8) ? -1 : 1
}

private func orderLists(_ a: [Value], _ b: [Value]) -> Int {
  for (left, right) in zip(a, b) {
    let result = left.ordered(against: right)
    if result != 0 { return result }
  }
  return order(a.count, b.count)
}

/// Element by element; unknown as soon as a pair is, unless an earlier pair decided.
private func compareLists(_ a: [Value], _ b: [Value]) -> Int? {
  for (left, right) in zip(a, b) {
    guard let result = left.compared(to: right) else { return nil }
    if result != 0 { return result }
  }
  return order(a.count, b.count)
}
