import GraphCore
import QueryLanguage
import QueryPlanner

extension Evaluator {
  func arithmetic(
    _ op: PlanExpression.Arithmetic, _ a: Column, _ b: Column, _ range: SourceRangeOfQuery
  ) throws(QueryError) -> Column {
    let body = op.body
    if case .constant = a, case .constant = b { return try a.map(with: b, range, body) }
    if let numbers = Self.numbers(op, a, b) { return numbers }
    return try chunked(a.count, range) { (row) throws(FunctionFailure) in try body(a[row], b[row]) }
  }

  /// The operators on columns of numbers, without a value made for each row; nil for others, and where a row would fail.
  private static func numbers(_ op: PlanExpression.Arithmetic, _ a: Column, _ b: Column) -> Column? {
    if let left = a.wholeNumbers, let right = b.wholeNumbers {
      switch op {
      case .add: return integers(left, right) { $0.addingReportingOverflow($1) }
      case .subtract: return integers(left, right) { $0.subtractingReportingOverflow($1) }
      case .multiply: return integers(left, right) { $0.multipliedReportingOverflow(by: $1) }
      case .divide: return integers(left, right) { $0.dividedReportingOverflow(by: $1) }
      case .modulo, .power, .concatenate: return nil
      }
    }
    guard let left = a.anyNumbers, let right = b.anyNumbers else { return nil }
    switch op {
    case .add: return .floats(zip(left, right).map { $0 + $1 })
    case .subtract: return .floats(zip(left, right).map { $0 - $1 })
    case .multiply: return .floats(zip(left, right).map { $0 * $1 })
    case .divide: return .floats(zip(left, right).map { $0 / $1 })
    case .modulo, .power, .concatenate: return nil
    }
  }

  private static func integers(
    _ left: [Int64], _ right: [Int64], _ body: (Int64, Int64) -> (partialValue: Int64, overflow: Bool)
  ) -> Column? {
    var hasFailed = false
    let results = zip(left, right).map { a, b in
      let (result, overflows) = body(a, b)
      hasFailed = hasFailed || overflows
      return result
    }
    return hasFailed ? nil : .integers(results)
  }
}

extension Column {
  /// One for each row; nil where some row has another kind of value.
  fileprivate var wholeNumbers: [Int64]? {
    switch self {
    case .integers(let numbers): numbers
    case .constant(.integer(let number), let count): Array(repeating: number, count: count)
    default: nil
    }
  }

  /// The same as floats.
  fileprivate var anyNumbers: [Double]? {
    switch self {
    case .constant(.float(let number), let count): Array(repeating: number, count: count)
    case .constant(.integer(let number), let count): Array(repeating: Double(number), count: count)
    default: doubles
    }
  }
}

extension PlanExpression.Arithmetic {
  fileprivate var body: (Value, Value) throws(FunctionFailure) -> Value {
    switch self {
    case .add: Arithmetic.add
    case .subtract: Arithmetic.subtract
    case .multiply: Arithmetic.multiply
    case .divide: Arithmetic.divide
    case .modulo: Arithmetic.modulo
    case .power: Arithmetic.power
    case .concatenate: Arithmetic.concatenate
    }
  }
}
