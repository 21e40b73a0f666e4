import GraphCore
import QueryLanguage
import QueryPlanner
import SourceText

/// A value of three-valued logic (Kleene).
enum Truth: UInt8 {
  case no, yes, unknown

  init(_ known: Bool?) {
    self = known.map { $0 ? .yes : .no } ?? .unknown
  }

  var negated: Truth {
    switch self {
    case .no: .yes
    case .yes: .no
    case .unknown: .unknown
    }
  }

  var value: Value { self == .unknown ? .null : .boolean(self == .yes) }
}

extension Column {
  /// Booleans where nothing is unknown.
  init(_ truths: [Truth]) {
    if truths.contains(.unknown) {
      self = .values(truths.map(\.value))
    } else {
      self = .booleans(truths.map { $0 == .yes })
    }
  }
}

extension Evaluator {
  /// The rows for which a predicate is true.
  func mask(_ predicate: PlanExpression, on rows: Rows) throws(QueryError) -> [Bool] {
    try truth(of: predicate, on: rows).map { $0 == .yes }
  }

  func truth(of predicate: PlanExpression, on rows: Rows) throws(QueryError) -> [Truth] {
    switch predicate.kind {
    case .not(let operand): return try truth(of: operand, on: rows).map(\.negated)
    case .and(let parts): return try connect(parts, on: rows, deciding: .no)
    case .or(let parts): return try connect(parts, on: rows, deciding: .yes)
    case .xor(let a, let b):
      let left = try truth(of: a, on: rows)
      let right = try truth(of: b, on: rows)
      return zip(left, right).map { a, b in
        a == .unknown || b == .unknown ? .unknown : (a == b ? .no : .yes)
      }
    case .compare(let op, let a, let b):
      let left = try evaluate(a, on: rows)
      return compare(op, left, try evaluate(b, on: rows))
    default: return try truths(of: evaluate(predicate, on: rows), predicate.range)
    }
  }

  /// AND (`deciding` no) and OR (`deciding` yes): each part is evaluated on the rows that are still open.
  private func connect(
    _ parts: [PlanExpression], on rows: Rows, deciding: Truth
  ) throws(QueryError) -> [Truth] {
    var result = [Truth](repeating: deciding.negated, count: rows.count)
    var open = Array(0..<rows.count)
    for part in parts where !open.isEmpty {
      let truths = try truth(of: part, on: open.count == rows.count ? rows : rows.gathered(open))
      var next: [Int] = []
      for (index, row) in open.enumerated() {
        switch truths[index] {
        case deciding: result[row] = deciding
        case .unknown:
          result[row] = .unknown
          next.append(row)
        default: next.append(row)
        }
      }
      open = next
    }
    return result
  }

  private func truths(of column: Column, _ range: SourceRange) throws(QueryError) -> [Truth] {
    if case .booleans(let values) = column { return values.map { $0 ? .yes : .no } }
    var truths: [Truth] = []
    truths.reserveCapacity(column.count)
    for row in 0..<column.count {
      switch column[row] {
      case .boolean(let value): truths.append(value ? .yes : .no)
      case .null: truths.append(.unknown)
      case let value:
        throw QueryError(
          .invalidArgumentType, .typeError, .runtime, message: "a condition is Boolean, this is \(value.typeName)",
          range: range)
      }
    }
    return truths
  }

  // MARK: Comparison

  func compare(_ op: Expression.ComparisonOperator, _ a: Column, _ b: Column) -> [Truth] {
    if let fast = compareTyped(op, a, b) { return fast }
    if case .constant = a, let fast = compareTyped(op.mirrored, b, a) { return fast }
    return (0..<a.count).map { row in Truth(Self.compare(op, a[row], b[row])) }
  }

  static func compare(_ op: Expression.ComparisonOperator, _ a: Value, _ b: Value) -> Bool? {
    switch op {
    case .equal: a.equals(b)
    case .notEqual: a.equals(b).map { !$0 }
    case .less: ordered(a, b) { $0 < 0 }
    case .lessOrEqual: ordered(a, b) { $0 <= 0 }
    case .greater: ordered(a, b) { $0 > 0 }
    case .greaterOrEqual: ordered(a, b) { $0 >= 0 }
    }
  }

  /// NaN is neither less nor more than a number: false, where other pairs that do not compare are unknown.
  private static func ordered(_ a: Value, _ b: Value, _ test: (Int) -> Bool) -> Bool? {
    if let result = a.compared(to: b) { return test(result) }
    return a.isNaN && b.isNumber || b.isNaN && a.isNumber ? false : nil
  }

  /// The pairs of columns that scans and filters are made of, without a value made per row.
  private func compareTyped(_ op: Expression.ComparisonOperator, _ a: Column, _ b: Column) -> [Truth]? {
    switch (a, b) {
    case (.strings(let codes, let dictionary), .constant(.string(let string), _)) where op == .equal || op == .notEqual:
      let wanted = dictionary.code(of: string)
      let (same, other): (Truth, Truth) = op == .equal ? (.yes, .no) : (.no, .yes)
      return codes.map { $0 == StringDictionary.nullCode ? .unknown : ($0 == wanted ? same : other) }
    case (.integers(let values), .constant(.integer(let bound), _)):
      return Self.compare(values, bound, op)
    case (.floats(let values), .constant(.float(let bound), _)) where !bound.isNaN && op != .notEqual:
      return Self.compare(values, bound, op)
    case (.dates(let days), .constant(.date(let bound), _)):
      return Self.compare(days.map(Int64.init), bound.epochDay, op)
    // A whole number that a float can hold compares as that float.
    case (.floats(let values), .constant(.integer(let bound), _)) where op != .notEqual:
      return Double(exactly: bound).map { Self.compare(values, $0, op) }
    case (.floats(let left), .floats(let right)) where op != .notEqual: return Self.compare(left, right, op)
    case (.strings(let left, let dictionary), .strings(let right, let other))
    where dictionary === other && (op == .equal || op == .notEqual):
      let (same, other): (Truth, Truth) = op == .equal ? (.yes, .no) : (.no, .yes)
      let null = StringDictionary.nullCode
      return zip(left, right).map { $0 == null || $1 == null ? .unknown : ($0 == $1 ? same : other) }
    case (.integers(let left), .integers(let right)): return Self.compare(left, right, op)
    case (.dates(let left), .dates(let right)): return Self.compare(left, right, op)
    case (.nodes(let left), .nodes(let right)) where op == .equal || op == .notEqual:
      let (same, other): (Truth, Truth) = op == .equal ? (.yes, .no) : (.no, .yes)
      return zip(left, right).map { $0 == .none || $1 == .none ? .unknown : ($0 == $1 ? same : other) }
    default: return nil
    }
  }

  private static func compare<T: Comparable>(
    _ left: [T], _ right: [T], _ op: Expression.ComparisonOperator
  ) -> [Truth] {
    let pairs = zip(left, right)
    return switch op {
    case .equal: pairs.map { $0 == $1 ? .yes : .no }
    case .notEqual: pairs.map { $0 != $1 ? .yes : .no }
    case .less: pairs.map { $0 < $1 ? .yes : .no }
    case .lessOrEqual: pairs.map { $0 <= $1 ? .yes : .no }
    case .greater: pairs.map { $0 > $1 ? .yes : .no }
    case .greaterOrEqual: pairs.map { $0 >= $1 ? .yes : .no }
    }
  }

  private static func compare<T: Comparable>(
    _ values: [T], _ bound: T, _ op: Expression.ComparisonOperator
  ) -> [Truth] {
    switch op {
    case .equal: values.map { $0 == bound ? .yes : .no }
    case .notEqual: values.map { $0 != bound ? .yes : .no }
    case .less: values.map { $0 < bound ? .yes : .no }
    case .lessOrEqual: values.map { $0 <= bound ? .yes : .no }
    case .greater: values.map { $0 > bound ? .yes : .no }
    case .greaterOrEqual: values.map { $0 >= bound ? .yes : .no }
    }
  }
}

extension Value {
  fileprivate var isNumber: Bool {
    switch self {
    case .integer, .float: true
    default: false
    }
  }

  fileprivate var isNaN: Bool {
    if case .float(let value) = self { value.isNaN } else { false }
  }
}
