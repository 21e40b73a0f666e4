/// Shares the columns of a line among the columns of a table.
enum ColumnWidths {
  /// Narrower than this a column tells nothing.
  static let narrowest = 4

  /// One width per column, at most its natural one: columns that need no more than an even share keep what they need,
  /// and what they leave is shared by the rest. If even the narrowest widths do not fit, these are given.
  static func fitted(_ natural: [Int], into available: Int) -> [Int] {
    guard natural.reduce(0, +) > available else { return natural }
    var widths = natural.map { min($0, narrowest) }
    var rest = max(0, available - widths.reduce(0, +))
    // By need, the smallest first: what it leaves is there for the next.
    let byNeed = natural.indices.sorted { (natural[$0], $0) < (natural[$1], $1) }
    for (position, column) in byNeed.enumerated() {
      let share = rest / (byNeed.count - position)
      let granted = min(natural[column] - widths[column], share)
      widths[column] += granted
      rest -= granted
    }
    return widths
  }
}
