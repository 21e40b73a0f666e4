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
    /// Two to the 64th: a sum of so many numbers, each over it, is none that a float cannot hold.
    static let scale = 18_446_744_073_709_551_616.0

    var count = 0
    var sum = 0.0
    var lost = 0.0
    /// The sum over `scale`, for sums that no float can hold.
    var scaled = 0.0
    var durations: Value = .null

    mutating func add(_ number: Double) {
      count += 1
      let total = sum + number
      lost += abs(sum) >= abs(number) ? (sum - total) + number : (number - total) + sum
      sum = total
      scaled += number / Self.scale
    }

    var value: Double {
      let mean = (sum + lost) / Double(count)
      if mean.isFinite { return mean }
      // Unless infinity is among the numbers, it was the sum that grew too large.
      return scaled.isFinite ? scaled / Double(count) * Self.scale : sum / Double(count)
    }
  }

  init(range: SourceRange) { self.range = range }

  mutating func add(_ arguments: [Column], groups: [Int], groupCount: Int) throws(QueryError) {
    means.grow(to: groupCount, Mean())
    if let numbers = arguments[0].doubles {
      for (row, group) in groups.enumerated() { means[group].add(numbers[row]) }
      return
    }
    do throws(FunctionFailure) {
      for (row, group) in groups.enumerated() {
        let value = arguments[0][row]
        if value.isNull { continue }
        try requireSummable(value, "avg")
        if let number = value.number {
          means[group].add(number)
        } else {
          means[group].count += 1
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
  private var states: [State] = []

  private struct State {
    var count = 0
    var mean = 0.0
    var squares = 0.0

    mutating func add(_ number: Double) {
      let difference = number - mean
      count += 1
      mean += difference / Double(count)
      squares += difference * (number - mean)
    }
  }

  init(isSample: Bool, range: SourceRange) {
    self.isSample = isSample
    self.range = range
  }

  mutating func add(_ arguments: [Column], groups: [Int], groupCount: Int) throws(QueryError) {
    states.grow(to: groupCount, State())
    if let numbers = arguments[0].doubles {
      for (row, group) in groups.enumerated() { states[group].add(numbers[row]) }
      return
    }
    for (row, group) in groups.enumerated() {
      let value = arguments[0][row]
      if !value.isNull { states[group].add(try requireNumber(value, range)) }
    }
  }

  func finish(groupCount: Int) -> Column {
    var states = states
    states.grow(to: groupCount, State())
    return .floats(
      states.map { state in
        let freedom = isSample ? state.count - 1 : state.count
        return freedom > 0 ? (state.squares / Double(freedom)).squareRoot() : 0
      })
  }
}

func requireNumber(_ value: Value, _ range: SourceRange) throws(QueryError) -> Double {
  guard let number = value.number else {
    throw QueryError(
      .invalidArgumentType, .typeError, .runtime, message: "a number is needed here, this is \(value.typeName)",
      range: range)
  }
  return number
}

extension Column {
  /// The numbers of a column of numbers alone; nil for others.
  var doubles: [Double]? {
    switch self {
    case .floats(let numbers): numbers
    case .integers(let numbers): numbers.map { Double($0) }
    default: nil
    }
  }
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
