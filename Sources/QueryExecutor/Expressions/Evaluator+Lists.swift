import GraphCore
import QueryLanguage
import QueryPlanner
import SourceText

/// What runs over the elements of lists: the batch is widened to one row per element, and the answers are folded back.
extension Evaluator {
  private func requireLists(_ lists: Column, _ range: SourceRange) throws(QueryError) {
    for row in 0..<lists.count {
      switch lists[row] {
      case .null, .list: break
      case let value:
        throw QueryError(
          .invalidArgumentType, .typeError, .runtime, message: "List is needed here, this is \(value.typeName)",
          range: range)
      }
    }
  }

  /// The elements of lists some thousands at a time, each with the row it comes from.
  private func forEachPart(
    of lists: Column, _ range: SourceRange, isOpen: (Int) -> Bool = { _ in true },
    _ body: ([Int], [Value]) throws(QueryError) -> Void
  ) throws(QueryError) {
    let most = 2 * Batch.preferredRowCount
    var outer: [Int] = []
    var elements: [Value] = []
    func pass() throws(QueryError) {
      guard !outer.isEmpty else { return }
      try context.check(rows: outer.count, at: range)
      try body(outer, elements)
      outer.removeAll(keepingCapacity: true)
      elements.removeAll(keepingCapacity: true)
    }
    for row in 0..<lists.count {
      guard case .list(let values) = lists[row] else { continue }
      var start = 0
      while start < values.count, isOpen(row) {
        let end = min(values.count, start + most - outer.count)
        elements += values[start..<end]
        outer += repeatElement(row, count: end - start)
        start = end
        if outer.count >= most { try pass() }
      }
    }
    try pass()
  }

  /// One row per element, with the outer variables that `expressions` need.
  private func widened(
    _ variable: Variable, _ outer: [Int], _ elements: [Value], on rows: Rows, for expressions: [PlanExpression]
  ) -> Rows {
    let needed = expressions.reduce(into: Set<Variable>()) { $0.formUnion($1.freeVariables) }
    return rows.restricted(to: needed).gathered(outer).appending(variable, .values(elements))
  }

  func comprehension(
    _ variable: Variable, _ list: PlanExpression, _ predicate: PlanExpression?, _ result: PlanExpression?, on rows: Rows
  ) throws(QueryError) -> Column {
    let lists = try evaluate(list, on: rows)
    try requireLists(lists, list.range)
    var folded = [[Value]](repeating: [], count: rows.count)
    try forEachPart(of: lists, list.range) { (outer, elements) throws(QueryError) in
      var (outer, elements) = (outer, elements)
      var inner = widened(variable, outer, elements, on: rows, for: [predicate, result].compactMap { $0 })
      if let predicate {
        let mask = try mask(predicate, on: inner)
        let kept = mask.indices.filter { mask[$0] }
        inner = inner.gathered(kept)
        outer = kept.map { outer[$0] }
        elements = kept.map { elements[$0] }
      }
      let results = if let result { try evaluate(result, on: inner).values } else { elements }
      for (row, value) in zip(outer, results) { folded[row].append(value) }
    }
    let folding = Column.values((0..<rows.count).map { lists[$0].isNull ? .null : .list(folded[$0]) })
    try context.requireShallow(folding, at: list.range)
    return folding
  }

  func quantified(
    _ quantifier: Expression.Quantifier, _ variable: Variable, _ list: PlanExpression, _ predicate: PlanExpression,
    on rows: Rows
  ) throws(QueryError) -> Column {
    let lists = try evaluate(list, on: rows)
    try requireLists(lists, list.range)
    var counts = [(yes: Int, no: Int, unknown: Int)](repeating: (0, 0, 0), count: rows.count)
    // A row that is decided is asked no further.
    func isOpen(_ row: Int) -> Bool {
      switch quantifier {
      case .all: counts[row].no == 0
      case .any, .none: counts[row].yes == 0
      case .single: counts[row].yes < 2
      }
    }
    try forEachPart(of: lists, list.range, isOpen: isOpen) { (outer, elements) throws(QueryError) in
      let truths = try truth(of: predicate, on: widened(variable, outer, elements, on: rows, for: [predicate]))
      for (row, truth) in zip(outer, truths) {
        switch truth {
        case .yes: counts[row].yes += 1
        case .no: counts[row].no += 1
        case .unknown: counts[row].unknown += 1
        }
      }
    }
    return Column(
      (0..<rows.count).map { row in
        lists[row].isNull ? .unknown : Self.decide(quantifier, counts[row])
      })
  }

  private static func decide(
    _ quantifier: Expression.Quantifier, _ counts: (yes: Int, no: Int, unknown: Int)
  ) -> Truth {
    switch quantifier {
    case .all: counts.no > 0 ? .no : (counts.unknown > 0 ? .unknown : .yes)
    case .any: counts.yes > 0 ? .yes : (counts.unknown > 0 ? .unknown : .no)
    case .none: counts.yes > 0 ? .no : (counts.unknown > 0 ? .unknown : .yes)
    case .single: counts.yes > 1 ? .no : (counts.unknown > 0 ? .unknown : Truth(counts.yes == 1))
    }
  }

  /// Step by step through the lists of all rows at once: step `n` takes the rows that have an element `n`.
  func reduce(
    _ accumulator: Variable, _ initial: PlanExpression, _ variable: Variable, _ list: PlanExpression,
    _ result: PlanExpression, on rows: Rows
  ) throws(QueryError) -> Column {
    var totals = try evaluate(initial, on: rows).values
    let (lists, nulls) = try steps(list, on: rows)
    var open = lists
    for row in nulls { totals[row] = .null }
    let needed = result.freeVariables.subtracting([accumulator, variable])
    let outer = rows.restricted(to: needed)
    var step = 0
    while true {
      open.removeAll { $0.elements.count <= step }
      guard !open.isEmpty else { break }
      try context.check(rows: open.count, at: list.range)
      let inner = outer.gathered(open.map(\.row))
        .appending(accumulator, .values(open.map { totals[$0.row] }))
        .appending(variable, .values(open.map { $0.elements[step] }))
      let column = try evaluate(result, on: inner)
      for (index, entry) in open.enumerated() { totals[entry.row] = column[index] }
      step += 1
    }
    return .values(totals)
  }

  /// The lists to step through, and the rows that have null instead.
  private func steps(
    _ list: PlanExpression, on rows: Rows
  ) throws(QueryError) -> (lists: [(row: Int, elements: [Value])], nulls: [Int]) {
    let lists = try evaluate(list, on: rows)
    var open: [(row: Int, elements: [Value])] = []
    var nulls: [Int] = []
    for row in 0..<rows.count {
      switch lists[row] {
      case .list(let elements): open.append((row, elements))
      case .null: nulls.append(row)
      case let value:
        throw QueryError(
          .invalidArgumentType, .typeError, .runtime, message: "List is needed here, this is \(value.typeName)",
          range: list.range)
      }
    }
    return (open, nulls)
  }

  /// As `reduce`, asking after each step; a row whose answer is no goes no further.
  func allReduce(
    _ accumulator: Variable, _ initial: PlanExpression, _ variable: Variable, _ list: PlanExpression,
    _ result: PlanExpression, _ predicate: PlanExpression, on rows: Rows
  ) throws(QueryError) -> Column {
    var totals = try evaluate(initial, on: rows).values
    var (open, nulls) = try steps(list, on: rows)
    var answers = [Truth](repeating: .yes, count: rows.count)
    for row in nulls { answers[row] = .unknown }
    let needed = result.freeVariables.union(predicate.freeVariables).subtracting([accumulator, variable])
    let outer = rows.restricted(to: needed)
    var step = 0
    while true {
      open.removeAll { $0.elements.count <= step || answers[$0.row] == .no }
      guard !open.isEmpty else { break }
      try context.check(rows: open.count, at: list.range)
      let inner = outer.gathered(open.map(\.row)).appending(variable, .values(open.map { $0.elements[step] }))
      let column = try evaluate(result, on: inner.appending(accumulator, .values(open.map { totals[$0.row] })))
      let truths = try truth(of: predicate, on: inner.appending(accumulator, column))
      for (index, entry) in open.enumerated() {
        totals[entry.row] = column[index]
        if truths[index] != .yes, answers[entry.row] != .no { answers[entry.row] = truths[index] }
      }
      step += 1
    }
    return Column(answers)
  }
}
