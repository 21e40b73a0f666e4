import GraphCore
import QueryLanguage
import QueryPlanner
import SourceText

/// The running state of one aggregate call over all groups: one entry per group, numbered in order of first occurrence.
protocol Accumulator {
  /// Adds a batch: row `r` of each argument belongs to group `groups[r]`, all below `groupCount`.
  mutating func add(_ arguments: [Column], groups: [Int], groupCount: Int) throws(QueryError)
  /// One value per group.
  func finish(groupCount: Int) throws(QueryError) -> Column
}

func makeAccumulator(_ call: LogicalPlan.AggregateCall) -> any Accumulator {
  guard let function = call.function else { return CountRows() }
  let inner: any Accumulator =
    switch function.name {
    case "count": CountValues()
    case "collect": Collect()
    case "sum": Sum(range: call.range)
    case "avg": Average(range: call.range)
    case "min": Extreme(sign: -1)
    case "max": Extreme(sign: 1)
    case "stDev": Deviation(isSample: true, range: call.range)
    case "stDevP": Deviation(isSample: false, range: call.range)
    case "percentileCont": Percentile(interpolates: true, range: call.range)
    default: Percentile(interpolates: false, range: call.range)
    }
  return call.isDistinct ? DistinctAccumulator(inner: inner) : inner
}

extension Array {
  /// Makes room for groups that have come up since.
  mutating func grow(to count: Int, _ element: Element) {
    if self.count < count { append(contentsOf: repeatElement(element, count: count - self.count)) }
  }
}

struct CountRows: Accumulator {
  private var counts: [Int64] = []

  mutating func add(_ arguments: [Column], groups: [Int], groupCount: Int) {
    counts.grow(to: groupCount, 0)
    if groupCount == 1 { counts[0] += Int64(groups.count) } else { for group in groups { counts[group] += 1 } }
  }

  func finish(groupCount: Int) -> Column {
    var counts = counts
    counts.grow(to: groupCount, 0)
    return .integers(counts)
  }
}

struct CountValues: Accumulator {
  private var counts: [Int64] = []

  mutating func add(counts more: [Int], groups: [Int], groupCount: Int) {
    counts.grow(to: groupCount, 0)
    for (place, group) in groups.enumerated() { counts[group] += Int64(more[place]) }
  }

  mutating func add(_ arguments: [Column], groups: [Int], groupCount: Int) {
    counts.grow(to: groupCount, 0)
    switch arguments[0] {
    case .integers, .floats, .booleans, .dates: for group in groups { counts[group] += 1 }
    case .nodes(let nodes): for (row, group) in groups.enumerated() where nodes[row] != .none { counts[group] += 1 }
    case .strings(let codes, _):
      for (row, group) in groups.enumerated() where codes[row] != StringDictionary.nullCode { counts[group] += 1 }
    case let column: for (row, group) in groups.enumerated() where !column[row].isNull { counts[group] += 1 }
    }
  }

  func finish(groupCount: Int) -> Column {
    var counts = counts
    counts.grow(to: groupCount, 0)
    return .integers(counts)
  }
}

struct Collect: Accumulator {
  private var lists: [[Value]] = []

  mutating func add(_ arguments: [Column], groups: [Int], groupCount: Int) {
    lists.grow(to: groupCount, [])
    for (row, group) in groups.enumerated() {
      let value = arguments[0][row]
      if !value.isNull { lists[group].append(value) }
    }
  }

  func finish(groupCount: Int) -> Column {
    var lists = lists
    lists.grow(to: groupCount, [])
    return .values(lists.map(Value.list))
  }
}
