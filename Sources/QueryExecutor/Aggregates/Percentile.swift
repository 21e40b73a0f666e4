import GraphCore
import QueryLanguage
import QueryPlanner
import SourceText

/// Percentiles of the sorted values: the nearest by rank, or interpolated between the two around. O(values log values).
struct Percentile: Accumulator {
  let interpolates: Bool
  let range: SourceRange
  /// Of what all rows so far are. NaN has an order of its own, and comes as a value.
  private enum Kind { case none, integers, floats, values }
  private var kind = Kind.none
  /// By group.
  private var integers: [[Int64]] = []
  private var floats: [[Double]] = []
  private var values: [[Value]] = []
  /// By group: what its rows ask for, which the group may decide.
  private var percentiles: [Double] = []

  init(interpolates: Bool, range: SourceRange) {
    self.interpolates = interpolates
    self.range = range
  }

  mutating func add(_ arguments: [Column], groups: [Int], groupCount: Int) throws(QueryError) {
    percentiles.grow(to: groupCount, 0)
    try notePercentiles(arguments[1], groups)
    switch (kind, arguments[0]) {
    case (.none, .integers(let numbers)), (.integers, .integers(let numbers)):
      kind = .integers
      integers.grow(to: groupCount, [])
      for (row, group) in groups.enumerated() { integers[group].append(numbers[row]) }
    case (.none, .floats(let numbers)) where !numbers.contains(where: \.isNaN),
      (.floats, .floats(let numbers)) where !numbers.contains(where: \.isNaN):
      kind = .floats
      floats.grow(to: groupCount, [])
      for (row, group) in groups.enumerated() { floats[group].append(numbers[row]) }
    case (_, let column):
      settle()
      values.grow(to: groupCount, [])
      for (row, group) in groups.enumerated() {
        let value = column[row]
        if value.isNull { continue }
        _ = try requireNumber(value, range)
        values[group].append(value)
      }
    }
  }

  private mutating func notePercentiles(_ column: Column, _ groups: [Int]) throws(QueryError) {
    if case .constant(let value, let count) = column, count > 0 {
      let share = try percentile(value)
      for group in groups { percentiles[group] = share }
    } else {
      for (row, group) in groups.enumerated() { percentiles[group] = try percentile(column[row]) }
    }
  }

  private func percentile(_ value: Value) throws(QueryError) -> Double {
    let share = try requireNumber(value, range)
    guard share >= 0, share <= 1 else {
      throw QueryError(
        .numberOutOfRange, .argumentError, .runtime,
        message: "a percentile lies between 0 and 1, this is \(floatText(share))", range: range)
    }
    return share
  }

  private mutating func settle() {
    switch kind {
    case .integers: values = integers.map { $0.map(Value.integer) }
    case .floats: values = floats.map { $0.map(Value.float) }
    case .none, .values: break
    }
    (kind, integers, floats) = (.values, [], [])
  }

  func finish(groupCount: Int) -> Column {
    .values(
      (0..<groupCount).map { group in
        switch kind {
        case .none: .null
        case .integers: result(group, integers, by: <, Value.integer)
        case .floats: result(group, floats, by: <, Value.float)
        case .values: result(group, values, by: { $0.ordered(against: $1) < 0 }, { $0 })
        }
      })
  }

  private func result<Number>(
    _ group: Int, _ numbers: [[Number]], by isLess: (Number, Number) -> Bool, _ value: (Number) -> Value
  ) -> Value {
    guard group < numbers.count, !numbers[group].isEmpty else { return .null }
    let sorted = numbers[group].sorted(by: isLess)
    let percentile = percentiles[group]
    guard interpolates else {
      let rank = Int((percentile * Double(sorted.count)).rounded(.up))
      return value(sorted[max(0, rank - 1)])
    }
    let position = percentile * Double(sorted.count - 1)
    let below = Int(position.rounded(.down))
    guard let low = value(sorted[below]).number else { return .null }
    guard below + 1 < sorted.count, let high = value(sorted[below + 1]).number else { return .float(low) }
    return .float(low + (high - low) * (position - Double(below)))
  }
}
