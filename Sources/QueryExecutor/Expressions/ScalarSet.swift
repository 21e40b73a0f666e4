import GraphCore

/// A long list of plain values, made ready for `IN` over many rows.
struct ScalarSet {
  private let elements: Set<GroupingKey>
  private static let shortest = 8

  /// nil for a list that is short, or holds null, lists or maps, with which equality may be unknown.
  init?(_ list: [Value]) {
    guard list.count >= Self.shortest else { return nil }
    for value in list {
      switch value {
      case .null, .list, .map: return nil
      default: break
      }
    }
    // NaN equals nothing, though it is equivalent to itself.
    elements = Set(list.lazy.filter { $0.equals($0) == true }.map(GroupingKey.init))
  }

  /// What `IN` answers.
  func contains(_ value: Value) -> Value {
    if value.isNull { return .null }
    if value.equals(value) == false { return .boolean(false) }
    return .boolean(elements.contains(GroupingKey(value)))
  }
}
