import GraphCore
import QueryLanguage
import QueryPlanner

/// All rows in order; with a limit, only the first of them, and never many more held than that. Equal rows keep the
/// order they came in.
final class SortOperator: Operator {
  let layout: Layout
  private let input: any Operator
  private let keys: [LogicalPlan.SortKey]
  private let skip: PlanExpression?
  private let limit: PlanExpression?
  private let context: ExecutionContext
  private var isDone = false

  init(
    _ input: any Operator, _ keys: [LogicalPlan.SortKey], skip: PlanExpression?, limit: PlanExpression?,
    _ context: ExecutionContext
  ) {
    self.input = input
    self.keys = keys
    self.skip = skip
    self.limit = limit
    self.context = context
    layout = input.layout
  }

  func next() throws(QueryError) -> Batch? {
    guard !isDone else { return nil }
    isDone = true
    let bounds = try rowBounds(skip: skip, limit: limit, context)
    var held: [Batch] = []
    var heldRows = 0
    var bound: SortBound?
    while let batch = try input.next() {
      try context.check(rows: batch.rowCount)
      let wanted = try withKeys(batch, within: bound)
      held.append(wanted)
      heldRows += wanted.rowCount
      if limit != nil, heldRows / 4 > max(bounds.end, Self.fewestToCut) {
        bound = try cut(&held, to: bounds.end) ?? bound
        heldRows = held.reduce(0) { $0 + $1.rowCount }
      }
    }
    guard let result = try sorted(held, first: bounds.first, end: bounds.end), result.rowCount > 0 else { return nil }
    return Batch(rowCount: result.rowCount, columns: Array(result.columns.dropLast(keys.count)))
  }

  /// The rows that are not behind the bound, with their keys. Where only the first decides and the others are merely read,
  /// those are read of the rows that are left.
  private func withKeys(_ batch: Batch, within bound: SortBound?) throws(QueryError) -> Batch {
    var rows = Rows(batch, layout)
    var columns: [Column] = []
    let cutsAt = othersAreRead(of: rows) ? 0 : keys.count - 1
    for (place, key) in keys.enumerated() {
      columns.append(try Evaluator(context).evaluate(key.expression, on: rows))
      guard let bound, place == cutsAt, let kept = bound.wanted(of: columns[0], keys[0]) else { continue }
      rows = rows.gathered(kept)
      columns = columns.map { $0.gathered(kept) }
    }
    return Batch(rowCount: rows.count, columns: rows.batch.columns + columns)
  }

  /// Whether the keys but the first have a value for each row.
  private func othersAreRead(of rows: Rows) -> Bool {
    keys.dropFirst().allSatisfy { key in
      switch key.expression.kind {
      case .variable: return true
      case .property(let base, _):
        guard case .variable(let variable) = base.kind, !context.hasDeletions else { return false }
        switch rows.column(variable) {
        case .nodes, .edges: return true
        default: return false
        }
      default: return false
      }
    }
  }

  /// Leaves out rows that come behind as many as are wanted.
  ///
  /// - Returns: what no row behind it needs to be looked at for; nil if their first key does not tell.
  private func cut(_ held: inout [Batch], to end: Int) throws(QueryError) -> SortBound? {
    guard let all = Batch.joined(held) else { return nil }
    let column = SortColumn(all.columns[all.columns.count - keys.count], keys[0])
    guard end > 0, let (kind, ranks) = column.ranks else {
      held = [try sorted([all], first: 0, end: end)].compactMap { $0 }
      return nil
    }
    let last = rank(at: end - 1, of: ranks)
    let kept = ranks.indices.filter { ranks[$0] <= last }
    held = [all.gathered(kept)]
    // Of many that are equal in their first key the others decide.
    if kept.count > 2 * end { held = [try sorted(held, first: 0, end: end)].compactMap { $0 } }
    return SortBound(last: last, kind: kind)
  }

  private func sorted(_ batches: [Batch], first: Int, end: Int) throws(QueryError) -> Batch? {
    guard let all = Batch.joined(batches) else { return nil }
    let order = RowOrder(zip(all.columns.suffix(keys.count), keys).map(SortColumn.init))
    var rows = order.entries(all.rowCount)
    if end > 0, end < all.rowCount, order.hasRanks {
      let last = rank(at: end - 1, of: rows.map(\.rank))
      rows = rows.filter { $0.rank <= last }
    }
    if end > 0, end < rows.count / 8 { Self.keep(about: end, of: &rows, order) }
    try sort(&rows, order)
    return all.gathered(rows[min(first, rows.count)..<min(end, rows.count)].map(\.row))
  }
}

/// A row as it is sorted: most pairs of rows differ in the rank of their first key, which stands beside the row.
private struct SortEntry {
  let rank: UInt64
  let row: Int
}

/// The order of rows by all keys.
private struct RowOrder {
  private let columns: [SortColumn]
  /// Of each key; none where its values have none.
  private let ranks: [[UInt64]]
  /// Of each key, whether values of one rank are equal.
  private let isExact: [Bool]

  init(_ columns: [SortColumn]) {
    self.columns = columns
    let found = columns.map(\.ranks)
    ranks = found.map { $0?.ranks ?? [] }
    isExact = found.map { $0.map { $0.kind != .texts } ?? false }
  }

  var hasRanks: Bool { !(ranks.first?.isEmpty ?? true) }

  func entries(_ count: Int) -> [SortEntry] {
    guard hasRanks, let first = ranks.first else { return (0..<count).map { SortEntry(rank: 0, row: $0) } }
    return first.enumerated().map { SortEntry(rank: $1, row: $0) }
  }

  @inline(__always)
  func isBefore(_ a: SortEntry, _ b: SortEntry) -> Bool { a.rank != b.rank ? a.rank < b.rank : isBefore(a.row, b.row) }

  /// Of rows that do not differ in the rank of their first key.
  private func isBefore(_ a: Int, _ b: Int) -> Bool {
    for place in ranks.indices {
      if !ranks[place].isEmpty {
        let (left, right) = (ranks[place][a], ranks[place][b])
        if left != right { return left < right }
        if isExact[place] { continue }
      }
      let result = columns[place].order(a, b)
      if result != 0 { return result < 0 }
    }
    return a < b
  }
}

extension SortOperator {
  private static let rowsPerRun = 1 << 16
  private static let sampleSize = 4_096
  private static let fewestToCut = 1_024

  /// Of many rows of which few are wanted most come behind one that a sample tells: those are left out, and never one of the
  /// first `end`.
  private static func keep(about end: Int, of rows: inout [SortEntry], _ order: RowOrder) {
    let step = max(1, rows.count / sampleSize)
    let sample = stride(from: 0, to: rows.count, by: step).map { rows[$0] }.sorted { order.isBefore($0, $1) }
    // Twice as many as are wanted, most likely; if it was too few after all, as many of the sample as are wanted.
    for place in [2 * end / step + 8, end - 1] where place < sample.count {
      let last = sample[place]
      let kept = rows.filter { !order.isBefore(last, $0) }
      if kept.count >= end {
        rows = kept
        return
      }
    }
  }

  /// Merge sort of runs, so that the clock is looked at in between.
  private func sort(_ rows: inout [SortEntry], _ order: RowOrder) throws(QueryError) {
    var runs: [ArraySlice<SortEntry>] = []
    for start in stride(from: 0, to: rows.count, by: Self.rowsPerRun) {
      let run = rows[start..<min(rows.count, start + Self.rowsPerRun)]
      runs.append(run.sorted { order.isBefore($0, $1) }[...])
      try context.check(rows: 0)
    }
    while runs.count > 1 {
      var merged: [ArraySlice<SortEntry>] = []
      for place in stride(from: 0, to: runs.count, by: 2) {
        guard place + 1 < runs.count else {
          merged.append(runs[place])
          continue
        }
        merged.append(try merge(runs[place], runs[place + 1], order)[...])
      }
      runs = merged
    }
    rows = Array(runs.first ?? [])
  }

  private func merge(
    _ left: ArraySlice<SortEntry>, _ right: ArraySlice<SortEntry>, _ order: RowOrder
  ) throws(QueryError) -> [SortEntry] {
    var (left, right) = (left, right)
    var merged: [SortEntry] = []
    merged.reserveCapacity(left.count + right.count)
    while let first = left.first, let second = right.first {
      if order.isBefore(second, first) { merged.append(right.removeFirst()) } else { merged.append(left.removeFirst()) }
      if merged.count & (Self.rowsPerRun - 1) == 0 { try context.check(rows: 0) }
    }
    return merged + left + right
  }
}

/// What rows must not come behind, by their first key alone, to be among the first of all: the rank of the last of as many as
/// are wanted.
private struct SortBound {
  let last: UInt64
  let kind: ColumnRanks.Kind

  /// The rows that do not come behind, by their first key; nil for all, and where ranks of other kinds of values tell
  /// nothing.
  func wanted(of column: Column, _ key: LogicalPlan.SortKey) -> [Int]? {
    let column = SortColumn(column, key)
    guard let (found, ranks) = column.ranks, found == kind else { return nil }
    let kept = ranks.indices.filter { ranks[$0] <= last }
    return kept.count < ranks.count ? kept : nil
  }
}

/// The values of one key, compared without a value made where they are numbers, days or strings of one dictionary.
private struct SortColumn {
  private enum Values {
    case integers([Int64])
    case floats([Double])
    case dates([Int32])
    case strings([UInt32], StringDictionary)
    case others([Value])
  }

  private let column: Column
  private let values: Values
  private let isDescending: Bool
  private let putsNullsFirst: Bool

  init(_ column: Column, _ key: LogicalPlan.SortKey) {
    self.column = column
    values =
      switch column {
      case .integers(let numbers): .integers(numbers)
      case .floats(let numbers): .floats(numbers)
      case .dates(let days): .dates(days)
      case .strings(let codes, let dictionary): .strings(codes, dictionary)
      default: .others(column.values)
      }
    isDescending = key.isDescending
    putsNullsFirst = key.putsNullsFirst
  }

  /// Numbers in the order of the rows: one that is less comes before. Equal ones tell nothing. nil where values have none.
  var ranks: (kind: ColumnRanks.Kind, ranks: [UInt64])? {
    if case .strings(let codes, let dictionary) = values {
      let null: UInt64 = putsNullsFirst ? 0 : .max
      let ranks = codes.map { code -> UInt64 in
        if code == StringDictionary.nullCode { return null }
        let rank = dictionary.firstBytes(code)
        return isDescending ? ~rank : rank
      }
      return (.texts, ranks)
    }
    return ColumnRanks(column).map { found in (found.kind, isDescending ? found.ranks.map { ~$0 } : found.ranks) }
  }

  /// Negative if row `a` comes before row `b`.
  func order(_ a: Int, _ b: Int) -> Int {
    let result: Int
    switch values {
    case .integers(let numbers): result = numbers[a] < numbers[b] ? -1 : (numbers[a] == numbers[b] ? 0 : 1)
    case .floats(let numbers):
      if numbers[a].isNaN || numbers[b].isNaN {
        // Behind all numbers.
        result = numbers[a].isNaN == numbers[b].isNaN ? 0 : (numbers[a].isNaN ? 1 : -1)
      } else {
        result = numbers[a] < numbers[b] ? -1 : (numbers[a] == numbers[b] ? 0 : 1)
      }
    case .dates(let days): result = days[a] < days[b] ? -1 : (days[a] == days[b] ? 0 : 1)
    case .strings(let codes, let dictionary):
      if codes[a] == codes[b] { return 0 }
      let null = StringDictionary.nullCode
      if codes[a] == null || codes[b] == null { return (codes[a] == null) == putsNullsFirst ? -1 : 1 }
      result = dictionary.order(codes[a], codes[b])
    case .others(let values):
      if values[a].isNull != values[b].isNull { return values[a].isNull == putsNullsFirst ? -1 : 1 }
      result = values[a].ordered(against: values[b])
    }
    return isDescending ? -result : result
  }
}

/// The rank that stands at a place of all in order: found byte by byte from the highest, so that no ranks make it slow.
private func rank(at place: Int, of ranks: [UInt64]) -> UInt64 {
  var (open, place) = (ranks, place)
  for shift in stride(from: 56, through: 0, by: -8) where open.count > 1 {
    var counts = [Int](repeating: 0, count: 256)
    for rank in open { counts[Int(truncatingIfNeeded: rank >> UInt64(shift) & 255)] += 1 }
    var byte = 0
    while place >= counts[byte] {
      place -= counts[byte]
      byte += 1
    }
    open = open.filter { Int(truncatingIfNeeded: $0 >> UInt64(shift) & 255) == byte }
  }
  return open[0]
}
