import GraphCore

/// `min` (sign -1) and `max` (sign 1) in the order of ORDER BY.
struct Extreme: Accumulator {
  let sign: Int
  /// Of what all rows so far are: numbers, days and codes are kept side by side, without a value made for each row.
  private enum Kind {
    case none, integers, floats, dates, values
    /// Of one dictionary.
    case strings(StringDictionary)
  }
  private var kind = Kind.none
  /// By group, whole numbers and days.
  private var integers: [Int64] = []
  private var floats: [Double] = []
  private var codes: [UInt32] = []
  private var isKnown: [Bool] = []
  private var best: [Value] = []

  init(sign: Int) { self.sign = sign }

  mutating func add(_ arguments: [Column], groups: [Int], groupCount: Int) {
    switch (kind, arguments[0]) {
    case (.none, .integers(let numbers)), (.integers, .integers(let numbers)):
      kind = .integers
      integers.grow(to: groupCount, 0)
      add(numbers, groups, groupCount, to: \.integers)
    case (.none, .dates(let days)), (.dates, .dates(let days)):
      kind = .dates
      integers.grow(to: groupCount, 0)
      add(days.map(Int64.init), groups, groupCount, to: \.integers)
    case (.none, .floats(let numbers)) where !numbers.contains(where: \.isNaN),
      (.floats, .floats(let numbers)) where !numbers.contains(where: \.isNaN):
      kind = .floats
      floats.grow(to: groupCount, 0)
      add(numbers, groups, groupCount, to: \.floats)
    case (.none, .strings(let more, let dictionary)):
      kind = .strings(dictionary)
      add(more, of: dictionary, groups, groupCount)
    case (.strings(let dictionary), .strings(let more, let same)) where dictionary === same:
      add(more, of: dictionary, groups, groupCount)
    case (_, let column):
      if case .values = kind {
      } else {
        best = values(groupCount)
        (kind, integers, floats, codes, isKnown) = (.values, [], [], [], [])
      }
      best.grow(to: groupCount, .null)
      for (row, group) in groups.enumerated() {
        let value = column[row]
        if value.isNull { continue }
        if best[group].isNull || value.ordered(against: best[group]) == sign { best[group] = value }
      }
    }
  }

  private mutating func add<Number: Comparable>(
    _ numbers: [Number], _ groups: [Int], _ groupCount: Int, to path: WritableKeyPath<Self, [Number]>
  ) {
    isKnown.grow(to: groupCount, false)
    var extremes = exchange(&self[keyPath: path], with: [])
    for (row, group) in groups.enumerated() {
      let number = numbers[row]
      if !isKnown[group] || (sign < 0 ? number < extremes[group] : number > extremes[group]) {
        extremes[group] = number
        isKnown[group] = true
      }
    }
    self[keyPath: path] = extremes
  }

  private mutating func add(
    _ more: [UInt32], of dictionary: StringDictionary, _ groups: [Int], _ groupCount: Int
  ) {
    codes.grow(to: groupCount, StringDictionary.nullCode)
    for (row, group) in groups.enumerated() where more[row] != codes[group] && more[row] != StringDictionary.nullCode {
      let known = codes[group]
      if known == StringDictionary.nullCode || dictionary.order(more[row], known).signum() == sign {
        codes[group] = more[row]
      }
    }
  }

  private func values(_ groupCount: Int) -> [Value] {
    var values = best
    values.grow(to: groupCount, .null)
    if case .strings(let dictionary) = kind {
      for (group, code) in codes.enumerated() { values[group] = dictionary.value(code) }
    }
    for group in isKnown.indices where isKnown[group] {
      values[group] =
        switch kind {
        case .integers: .integer(integers[group])
        case .dates: .date(CalendarDate(epochDay: integers[group]))
        default: .float(floats[group])
        }
    }
    return values
  }

  func finish(groupCount: Int) -> Column {
    let isComplete = isKnown.count == groupCount && !isKnown.contains(false)
    return switch kind {
    case .integers where isComplete: .integers(integers)
    case .floats where isComplete: .floats(floats)
    case .dates where isComplete: .dates(integers.map { Int32(truncatingIfNeeded: $0) })
    case .strings(let dictionary) where codes.count == groupCount: .strings(codes, dictionary)
    default: .values(values(groupCount))
    }
  }
}
