import GraphCore
import QueryLanguage
import QueryPlanner

/// The groups of an aggregation, numbered in the order of first occurrence, with their keys.
struct GroupKeys {
  private var table = KeyTable()
  /// The keys of groups as they came up, some at a time.
  private var batches: [Batch] = []
  private(set) var count = 0

  /// One for each key, a row for each group; none where there was no group.
  var columns: [Column] { Batch.joined(batches)?.columns ?? [] }

  /// The number of each row's group.
  mutating func numbers(of keys: [Column], rowCount: Int) -> [Int] {
    let numbers = table.numbers(of: keys, rowCount: rowCount)
    var new: [Int] = []
    for (row, number) in numbers.enumerated() where number == count {
      new.append(row)
      count += 1
    }
    if !new.isEmpty { batches.append(Batch(rowCount: rowCount, columns: keys).gathered(new)) }
    return numbers
  }

  /// Makes sure that there is a group, where there are no keys.
  mutating func addOnlyGroup() { count = max(1, count) }
}

extension LogicalPlan.Aggregate {
  func keys(_ evaluator: Evaluator, _ rows: Rows) throws(QueryError) -> [Column] {
    var keys: [Column] = []
    for group in groups { keys.append(try evaluator.evaluate(group.expression, on: rows)) }
    return keys
  }

  /// What the call at a position is made on.
  func arguments(_ position: Int, _ evaluator: Evaluator, _ rows: Rows) throws(QueryError) -> [Column] {
    var arguments: [Column] = []
    for argument in calls[position].call.arguments { arguments.append(try evaluator.evaluate(argument, on: rows)) }
    return arguments
  }
}
