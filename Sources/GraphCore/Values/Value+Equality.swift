extension Value {
  /// The `=` of the language: nil where null makes the answer unknown (openCypher 9, CIP2016-06-14 "Comparability").
  /// Values of different kinds are unequal; integers and floats compare as numbers; NaN equals nothing.
  public func equals(_ other: Value) -> Bool? {
    switch (self, other) {
    case (.null, _), (_, .null): nil
    case (.boolean(let a), .boolean(let b)): a == b
    case (.integer(let a), .integer(let b)): a == b
    case (.float(let a), .float(let b)): a == b
    case (.integer(let a), .float(let b)), (.float(let b), .integer(let a)): compareExactly(a, b) == 0
    case (.string(let a), .string(let b)): a.hasSameBytes(as: b)
    case (.list(let a), .list(let b)): allEqual(a, b)
    case (.map(let a), .map(let b)): a.keys == b.keys ? allEqual(a.values, b.values) : false
    case (.date(let a), .date(let b)): a == b
    case (.localTime(let a), .localTime(let b)): a == b
    case (.time(let a), .time(let b)): a == b
    case (.localDateTime(let a), .localDateTime(let b)): a == b
    case (.dateTime(let a), .dateTime(let b)): a == b
    case (.duration(let a), .duration(let b)): a == b
    case (.node(let a), .node(let b)): a == b
    case (.edge(let a), .edge(let b)): a == b
    case (.path(let a), .path(let b)): a == b
    default: false
    }
  }

  /// The sameness behind DISTINCT, grouping and UNION: null is null, NaN is NaN, `1` is `1.0`.
  public func isEquivalent(to other: Value) -> Bool {
    switch (self, other) {
    case (.null, .null): true
    case (.float(let a), .float(let b)): a == b || (a.isNaN && b.isNaN)
    case (.list(let a), .list(let b)): a.count == b.count && zip(a, b).allSatisfy { $0.isEquivalent(to: $1) }
    case (.map(let a), .map(let b)):
      a.keys == b.keys && zip(a.values, b.values).allSatisfy { $0.isEquivalent(to: $1) }
    default: equals(other) ?? false
    }
  }
}

/// Three-valued equality of sequences: a certain difference beats an unknown one.
private func allEqual(_ a: [Value], _ b: [Value]) -> Bool? {
  guard a.count == b.count else { return false }
  var isKnown = true
  for (left, right) in zip(a, b) {
    switch left.equals(right) {
    case false?: return false
    case nil: isKnown = false
    case true?: break
    }
  }
  return isKnown ? true : nil
}

/// A string as a key of dictionaries, equal as the language has it: byte for byte.
struct ExactString: Hashable {
  private let string: String

  init(_ string: String) { self.string = string }

  static func == (a: Self, b: Self) -> Bool { a.string.hasSameBytes(as: b.string) }

  func hash(into hasher: inout Hasher) { string.hashBytes(into: &hasher) }
}

extension String {
  /// Byte for byte: the language does not take canonically equivalent texts for equal, Swift's `==` does.
  @inline(__always)
  package func hasSameBytes(as other: String) -> Bool {
    guard utf8.count == other.utf8.count else { return false }
    let areSame = utf8.withContiguousStorageIfAvailable { bytes in
      other.utf8.withContiguousStorageIfAvailable { others in bytes.elementsEqual(others) }
    }
    return areSame?.flatMap(\.self) ?? utf8.elementsEqual(other.utf8)
  }

  /// Swift hashes canonically equivalent strings alike, for which it brings all but ASCII into a normal form first.
  fileprivate func hashBytes(into hasher: inout Hasher) {
    var string = self
    string.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    // No text holds it: what follows is told from what stands before.
    hasher.combine(UInt8.max)
  }
}

/// -1, 0 or 1 for an integer against a float by their exact values, without the loss of `Double(a)`; nil for NaN.
package func compareExactly(_ a: Int64, _ b: Double) -> Int? {
  if b.isNaN { return nil }
  if b >= 0x1p63 { return -1 }
  if b < -0x1p63 { return 1 }
  let whole = Int64(b.rounded(.towardZero))
  if a != whole { return a < whole ? -1 : 1 }
  let rest = b - b.rounded(.towardZero)
  return rest == 0 ? 0 : (rest > 0 ? -1 : 1)
}

/// A value as a key of grouping and DISTINCT: equal if equivalent.
public struct GroupingKey: Hashable, Sendable {
  public let value: Value

  public init(_ value: Value) { self.value = value }

  public static func == (a: Self, b: Self) -> Bool { a.value.isEquivalent(to: b.value) }

  public func hash(into hasher: inout Hasher) { value.hashForGrouping(into: &hasher) }
}

extension Value {
  fileprivate func hashForGrouping(into hasher: inout Hasher) {
    switch self {
    case .null: hasher.combine(0)
    case .boolean(let value): hasher.combine(value)
    case .integer(let value): hasher.combine((value == 0 ? 0 : Double(value)).bitPattern)
    // -0.0 equals 0.0 and hashes alike; every NaN must.
    case .float(let value): hasher.combine(value.isNaN ? Double.nan.bitPattern : (value == 0 ? 0 : value).bitPattern)
    case .string(let value): value.hashBytes(into: &hasher)
    case .list(let values):
      hasher.combine(values.count)
      for value in values { value.hashForGrouping(into: &hasher) }
    case .map(let map):
      hasher.combine(map.keys.count)
      for key in map.keys { key.hashBytes(into: &hasher) }
      for value in map.values { value.hashForGrouping(into: &hasher) }
    case .date(let value): hasher.combine(value)
    case .localTime(let value): hasher.combine(value)
    case .time(let value): hasher.combine(value)
    case .localDateTime(let value): hasher.combine(value)
    case .dateTime(let value): hasher.combine(value)
    case .duration(let value): hasher.combine(value)
    case .node(let value): hasher.combine(value)
    case .edge(let value): hasher.combine(value)
    case .path(let value): hasher.combine(value)
    }
  }
}
