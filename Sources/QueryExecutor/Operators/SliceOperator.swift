import GraphCore
import QueryLanguage
import QueryPlanner

/// SKIP and LIMIT: over all rows, or apart for each value of a partition.
final class SliceOperator: Operator {
  let layout: Layout
  private let input: any Operator
  private let skip: PlanExpression?
  private let limit: PlanExpression?
  private let partition: Variable?
  /// Whether the input changes the graph, and so has to run to its end.
  private let drains: Bool
  private let context: ExecutionContext
  private var bounds: (first: Int, end: Int)?
  private var seen: [GroupingKey: Int] = [:]
  private var seenInAll = 0

  init(
    _ input: any Operator, skip: PlanExpression?, limit: PlanExpression?, partition: Variable?, drains: Bool,
    _ context: ExecutionContext
  ) {
    self.input = input
    self.skip = skip
    self.limit = limit
    self.partition = partition
    self.drains = drains
    self.context = context
    layout = input.layout
  }

  func next() throws(QueryError) -> Batch? {
    let bounds = if let known = self.bounds { known } else { try rowBounds(skip: skip, limit: limit, context) }
    self.bounds = bounds
    while true {
      if partition == nil, seenInAll >= bounds.end {
        if drains { while try input.next() != nil {} }
        return nil
      }
      guard let batch = try input.next() else { return nil }
      let kept = positions(of: batch).enumerated().filter { $0.element >= bounds.first && $0.element < bounds.end }
      if !kept.isEmpty { return batch.gathered(kept.map(\.offset)) }
    }
  }

  /// The number of each row, counted from 0 within its partition.
  private func positions(of batch: Batch) -> [Int] {
    guard let partition else {
      defer { seenInAll += batch.rowCount }
      return Array(seenInAll..<seenInAll + batch.rowCount)
    }
    return Rows(batch, layout).column(partition).values.map { value in
      let key = GroupingKey(value)
      defer { seen[key, default: 0] += 1 }
      return seen[key] ?? 0
    }
  }
}

/// SKIP and LIMIT as the first row and the row behind the last.
func rowBounds(
  skip: PlanExpression?, limit: PlanExpression?, _ context: ExecutionContext
) throws(QueryError) -> (first: Int, end: Int) {
  func count(_ expression: PlanExpression?, _ user: String, or standard: Int) throws(QueryError) -> Int {
    guard let expression else { return standard }
    let value = try Evaluator(context).evaluate(expression, on: Rows(.unit, Layout([])))[0]
    guard case .integer(let number) = value else {
      throw QueryError(
        .invalidArgumentType, .syntaxError, .runtime, message: "\(user) needs Integer, this is \(value.typeName)",
        range: expression.range)
    }
    guard number >= 0 else {
      throw QueryError(
        .negativeIntegerArgument, .syntaxError, .runtime,
        message: "\(user) needs a number of rows, \(number) is negative", range: expression.range)
    }
    return Int(number)
  }
  let first = try count(skip, "SKIP", or: 0)
  let length = try count(limit, "LIMIT", or: .max)
  let (end, overflows) = first.addingReportingOverflow(length)
  return (first, overflows ? .max : end)
}
