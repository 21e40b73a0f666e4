import GraphCore

/// Equality and orders of values as openCypher 9 has them ("Comparability and equality", "Orderability and
/// equivalence"), written apart from the engine's.

/// A value as the results of two runs are compared by: equal texts for values that are equivalent and of one type.
package func text(_ value: Value) -> String {
  switch value {
  case .null: "null"
  case .boolean(let value): "\(value)"
  case .integer(let value): "\(value)"
  case .float(let value): "\(value)"
  case .string(let value): "'\(value)'"
  case .date(let date): "date('\(date)')"
  case .list(let values): "[" + values.map(text).joined(separator: ", ") + "]"
  case .map(let map): "{" + map.entries.map { "\($0.key): \(text($0.value))" }.joined(separator: ", ") + "}"
  case .node(let node): "(\(node.rawValue))"
  case .edge(let edge): "-\(edge.rawValue)-"
  case .path(let path):
    "<" + path.nodes.map { text(.node($0)) }.joined() + " " + path.edges.map { text(.edge($0)) }.joined() + ">"
  default: "\(value)"
  }
}

/// As `text`, for lists whose order is not decided by the query.
package func unorderedText(_ value: Value) -> String {
  guard case .list(let values) = value else { return text(value) }
  return "{" + values.map(text).sorted().joined(separator: ", ") + "}"
}

/// What equivalent values have in common: `1` and `1.0` are one group.
func groupText(_ value: Value) -> String {
  switch value {
  case .float(let number) where number == number.rounded() && abs(number) < 1e15: return "\(Int64(number))"
  case .list(let values): return "[" + values.map(groupText).joined(separator: ", ") + "]"
  default: return text(value)
  }
}

func number(_ value: Value) -> Double? {
  switch value {
  case .integer(let number): Double(number)
  case .float(let number): number
  default: nil
  }
}

/// `=`: nil for unknown.
func areEqual(_ a: Value, _ b: Value) -> Bool? {
  if a.isNull || b.isNull { return nil }
  if let left = number(a), let right = number(b) { return left == right }
  switch (a, b) {
  case (.list(let left), .list(let right)):
    if left.count != right.count { return false }
    let parts = zip(left, right).map { areEqual($0, $1) }
    if parts.contains(false) { return false }
    return parts.contains(nil) ? nil : true
  case (.map(let left), .map(let right)):
    if left.keys != right.keys { return false }
    return areEqual(.list(left.values), .list(right.values))
  default: return text(a) == text(b)
  }
}

/// `<`: negative, 0 or positive; nil where the two cannot be compared.
func compare(_ a: Value, _ b: Value) -> Int? {
  if let left = number(a), let right = number(b) { return left < right ? -1 : left > right ? 1 : 0 }
  switch (a, b) {
  case (.string(let left), .string(let right)): return compareTexts(left, right)
  case (.date(let left), .date(let right)): return Int(left.epochDay - right.epochDay)
  case (.boolean(let left), .boolean(let right)): return (left ? 1 : 0) - (right ? 1 : 0)
  case (.list(let left), .list(let right)):
    for (x, y) in zip(left, right) {
      guard let result = compare(x, y) else { return nil }
      if result != 0 { return result }
    }
    return left.count - right.count
  default: return nil
  }
}

private func compareTexts(_ a: String, _ b: String) -> Int {
  let (left, right) = (a.unicodeScalars.map(\.value), b.unicodeScalars.map(\.value))
  if left == right { return 0 }
  return left.lexicographicallyPrecedes(right) ? -1 : 1
}

/// The order of ORDER BY, ascending: any two values have one.
func orderOf(_ a: Value, _ b: Value) -> Int {
  let ranks = (rank(a), rank(b))
  if ranks.0 != ranks.1 { return ranks.0 - ranks.1 }
  switch (a, b) {
  case (.list(let left), .list(let right)):
    for (x, y) in zip(left, right) where orderOf(x, y) != 0 { return orderOf(x, y) }
    return left.count - right.count
  case (.node(let left), .node(let right)): return left < right ? -1 : left == right ? 0 : 1
  case (.edge(let left), .edge(let right)): return left < right ? -1 : left == right ? 0 : 1
  default: return compare(a, b) ?? 0
  }
}

private func rank(_ value: Value) -> Int {
  switch value {
  case .map: 0
  case .node: 1
  case .edge: 2
  case .list: 3
  case .path: 4
  case .string: 6
  case .boolean: 7
  case .integer, .float: 8
  case .null: 9
  default: 5
  }
}
