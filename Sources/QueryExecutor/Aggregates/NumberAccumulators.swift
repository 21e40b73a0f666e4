import GraphCore
import QueryLanguage
import QueryPlanner
import SourceText

/// Integers stay integers, one float makes the sum a float; durations add up by parts.
struct Sum: Accumulator {
  let range: SourceRange
  /// By group: a whole number so far, the float it has become, or what else there is to be summed.
  private var integers: [Int64] = []
  private var floats: [Double] = []
  private var others: [Int: Value] = [:]
  private var isFloat: [Bool] = []

  init(range: SourceRange) { self.range = range }

  mutating func add(_ arguments: [Column], groups: [Int], groupCount: Int) throws(QueryError) {
    grow(to: groupCount)
    switch arguments[0] {
    case .floats(let numbers) where others.isEmpty:
      for (row, group) in groups.enumerated() {
        if isFloat[group] {
          floats[group] += numbers[row]
        } else {
          floats[group] = Double(integers[group]) + numbers[row]
          isFloat[group] = true
        }
      }
    case .integers(let numbers) where others.isEmpty:
      for (row, group) in groups.enumerated() {
        if isFloat[group] {
          floats[group] += Double(numbers[row])
        } else {
          let (sum, isTooLarge) = integers[group].addingReportingOverflow(numbers[row])
          if isTooLarge { try add(.integer(numbers[row]), to: group) } else { integers[group] = sum }
        }
      }
    case let column:
      for (row, group) in groups.enumerated() { try add(column[row], to: group) }
    }
  }

  private mutating func grow(to count: Int) {
    integers.grow(to: count, 0)
    floats.grow(to: count, 0)
    isFloat.grow(to: count, false)
  }

  private func total(_ group: Int) -> Value {
    others[group] ?? (isFloat[group] ? .float(floats[group]) : .integer(integers[group]))
  }

  private mutating func add(_ value: Value, to group: Int) throws(QueryError) {
    if value.isNull { return }
    do throws(FunctionFailure) {
      try requireSummable(value, "sum")
      // The empty sum is the integer 0, also in front of durations.
      if case .duration = value, case .integer(0) = total(group) {
        others[group] = value
      } else {
        switch try Arithmetic.add(total(group), value) {
        case .integer(let sum): integers[group] = sum
        case .float(let sum): (floats[group], isFloat[group]) = (sum, true)
        case let sum: others[group] = sum
        }
      }
    } catch {
      throw error.at(range)
    }
  }

  func finish(groupCount: Int) throws(QueryError) -> Column {
    var sum = self
    sum.grow(to: groupCount)
    if others.isEmpty, sum.isFloat.allSatisfy({ $0 }) { return .floats(sum.floats) }
    if others.isEmpty, !sum.isFloat.contains(true) { return .integers(sum.integers) }
    return .values((0..<groupCount).map { sum.total($0) })
  }
}

private func requireSummable(_ value: Value, _ user: String) throws(FunctionFailure) {
  switch value {
  case .integer, .float, .duration: break
  default:
    throw FunctionFailure(
      .invalidArgumentType, .typeError, "`\(user)` takes numbers and durations, this is \(value.typeName)")
  }
}

/// The sum by the count: exact where the mean of whole numbers is, and in practice the same for every order of rows,
/// which a running mean is not. What a sum of floats loses is kept beside it (Neumaier 1974).
struct Average: Accumulator {
  let range: SourceRange
  private var means: [Mean] = []

  private struct Mean {
    var count = 0
    var sum = 0.0
    var lost = 0.0
    /// The running mean, for sums that no float can hold.
    var running = 0.0
    var durations: Value = .null

    mutating func add(_ number: Double) {
      let total = sum + number
      lost += abs(sum) >= abs(number) ? (sum - total) + number : (number - total) + sum
      sum = total
      running += (number - running) / Double(count)
    }

    var value: Double {
      let mean = (sum + lost) / Double(count)
      if mean.isFinite { return mean }
      // Unless infinity is among the numbers, it was the sum that grew too large.
      return running.isFinite ? running : sum / Double(count)
    }
  }

  init(range: SourceRange) { self.range = range }

  mutating func add(_ arguments: [Column], groups: [Int], groupCount: Int) throws(QueryError) {
    means.grow(to: groupCount, Mean())
    do throws(FunctionFailure) {
      for (row, group) in groups.enumerated() {
        let value = arguments[0][row]
        if value.isNull { continue }
        try requireSummable(value, "avg")
        means[group].count += 1
        if let number = value.number {
          means[group].add(number)
        } else {
          let total = means[group].durations
          means[group].durations = total.isNull ? value : try Arithmetic.add(total, value)
        }
      }
    } catch {
      throw error.at(range)
    }
  }

  func finish(groupCount: Int) throws(QueryError) -> Column {
    var means = means
    means.grow(to: groupCount, Mean())
    var values: [Value] = []
    do throws(FunctionFailure) {
      for mean in means {
        if mean.count == 0 {
          values.append(.null)
        } else if mean.durations.isNull {
          values.append(.float(mean.value))
        } else {
          values.append(try Arithmetic.divide(mean.durations, .integer(Int64(mean.count))))
        }
      }
    } catch {
      throw error.at(range)
    }
    return .values(values)
  }
}

/// Standard deviation (Welford 1962).
struct Deviation: Accumulator {
  let isSample: Bool
  let range: SourceRange
  private var states: [(count: Int, mean: Double, squares: Double)] = []

  init(isSample: Bool, range: SourceRange) {
    self.isSample = isSample
    self.range = range
  }

  mutating func add(_ arguments: [Column], groups: [Int], groupCount: Int) throws(QueryError) {
    states.grow(to: groupCount, (0, 0, 0))
    for (row, group) in groups.enumerated() {
      let value = arguments[0][row]
      if value.isNull { continue }
      let number = try requireNumber(value, range)
      let difference = number - states[group].mean
      states[group].count += 1
      states[group].mean += difference / Double(states[group].count)
      states[group].squares += difference * (number - states[group].mean)
    }
  }

  func finish(groupCount: Int) -> Column {
    var states = states
    states.grow(to: groupCount, (0, 0, 0))
    return .floats(
      states.map { state in
        let freedom = isSample ? state.count - 1 : state.count
        return freedom > 0 ? (state.squares / Double(freedom)).squareRoot() : 0
      })
  }
}

/// Percentiles of the sorted values: the nearest by rank, or interpolated between the two around.
struct Percentile: Accumulator {
  let interpolates: Bool
  let range: SourceRange
  private var values: [[Value]] = []
  /// By group: what its rows ask for, which the group may decide.
  private var percentiles: [Double] = []

  init(interpolates: Bool, range: SourceRange) {
    self.interpolates = interpolates
    self.range = range
  }

  mutating func add(_ arguments: [Column], groups: [Int], groupCount: Int) throws(QueryError) {
    values.grow(to: groupCount, [])
    percentiles.grow(to: groupCount, 0)
    for (row, group) in groups.enumerated() {
      let share = try requireNumber(arguments[1][row], range)
      guard share >= 0, share <= 1 else {
        throw QueryError(
          .numberOutOfRange, .argumentError, .runtime,
          message: "a percentile lies between 0 and 1, this is \(floatText(share))",
          range: range)
      }
      percentiles[group] = share
      let value = arguments[0][row]
      if value.isNull { continue }
      _ = try requireNumber(value, range)
      values[group].append(value)
    }
  }

  func finish(groupCount: Int) -> Column {
    var values = values
    values.grow(to: groupCount, [])
    return .values(
      values.indices.map { group in
        guard !values[group].isEmpty else { return .null }
        return result(of: values[group].sorted { $0.ordered(against: $1) < 0 }, percentiles[group])
      })
  }

  private func result(of sorted: [Value], _ percentile: Double) -> Value {
    guard let last = sorted.last else { return .null }
    guard interpolates else {
      let rank = Int((percentile * Double(sorted.count)).rounded(.up))
      return sorted[max(0, rank - 1)]
    }
    let position = percentile * Double(sorted.count - 1)
    let below = Int(position.rounded(.down))
    guard below + 1 < sorted.count, let low = sorted[below].number, let high = sorted[below + 1].number else {
      return last.number.map(Value.float) ?? .null
    }
    return .float(low + (high - low) * (position - Double(below)))
  }
}

private func requireNumber(_ value: Value, _ range: SourceRange) throws(QueryError) -> Double {
  guard let number = value.number else {
    throw QueryError(
      .invalidArgumentType, .typeError, .runtime, message: "a number is needed here, this is \(value.typeName)",
      range: range)
  }
  return number
}

extension Value {
  var number: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .float(let value): value
    default: nil
    }
  }
}
