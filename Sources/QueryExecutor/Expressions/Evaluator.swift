import GraphCore
import QueryLanguage
import QueryPlanner

/// Evaluates expressions a column at a time: each part of an expression once per batch, never once per row.
///
/// What binds variables of its own (comprehensions, quantifiers, `reduce`) widens the batch to one row per element and
/// folds the answers back; what branches (`CASE`, `AND`, `OR`) evaluates each branch on the rows that reach it, so that
/// a guard in front of a faulty part works.
struct Evaluator {
  let context: ExecutionContext

  init(_ context: ExecutionContext) { self.context = context }

  func evaluate(_ expression: PlanExpression, on rows: Rows) throws(QueryError) -> Column {
    // Chains of operators are the deepest trees and should not take a frame of all the other cases for each level.
    if case .arithmetic(let op, let left, let right) = expression.kind {
      let left = try evaluate(left, on: rows)
      return try arithmetic(op, left, try evaluate(right, on: rows), expression.range)
    }
    return try evaluateOther(expression, on: rows)
  }

  private func evaluateOther(_ expression: PlanExpression, on rows: Rows) throws(QueryError) -> Column {
    let range = expression.range
    switch expression.kind {
    case .constant(let value): return .constant(value, count: rows.count)
    case .parameter(let name): return .constant(try context.parameter(name, range), count: rows.count)
    case .variable(let variable): return rows.column(variable)
    case .binding(let variable, let value, let body):
      let column = try evaluate(value, on: rows)
      return try evaluate(body, on: rows.appending(variable, column))
    case .list(let items): return try list(items, on: rows, range)
    case .map(let entries): return try map(entries, on: rows, range)
    case .property(let base, let key): return try property(of: evaluate(base, on: rows), key, range)
    case .index(let container, let index):
      let container = try evaluate(container, on: rows)
      return try self.index(container, try evaluate(index, on: rows), range)
    case .slice(let list, let from, let to): return try slice(list, from, to, on: rows, range)
    case .hasLabels(let element, let test): return try hasLabels(evaluate(element, on: rows), test, range)
    case .hasComputedLabels(let element, let names, let needsAll):
      let element = try evaluate(element, on: rows)
      return try hasLabels(element, namedBy: evaluate(names, on: rows), needsAll: needsAll, names.range)
    case .isTruth(let operand, let truth, let isNegated):
      let wanted = truth.map { Truth($0) } ?? .unknown
      return .booleans(try self.truth(of: operand, on: rows).map { ($0 == wanted) != isNegated })
    case .isTyped(let operand, let type, let isNegated):
      let column = try evaluate(operand, on: rows)
      return .booleans((0..<rows.count).map { column[$0].isOf(type) != isNegated })
    case .cast(let operand, let type): return try cast(evaluate(operand, on: rows), to: type, range)
    case .not, .and, .or, .xor: return try Column(truth(of: expression, on: rows))
    case .compare(let op, let left, let right):
      let left = try evaluate(left, on: rows)
      return Column(compare(op, left, try evaluate(right, on: rows)))
    case .arithmetic(let op, let left, let right):
      let left = try evaluate(left, on: rows)
      return try arithmetic(op, left, try evaluate(right, on: rows), range)
    case .negate(let operand):
      return try evaluate(operand, on: rows).map(range) { (value) throws(FunctionFailure) in
        try Arithmetic.negate(value)
      }
    case .test(let test, let left, let right):
      let left = try evaluate(left, on: rows)
      return try self.test(test, left, try evaluate(right, on: rows), range)
    case .isNull(let operand, let isNegated):
      let column = try evaluate(operand, on: rows)
      return .booleans((0..<rows.count).map { column[$0].isNull != isNegated })
    case .function(let signature, let arguments): return try function(signature, arguments, on: rows, range)
    case .case(let branches, let otherwise): return try self.case(branches, otherwise, on: rows)
    case .comprehension(let variable, let list, let predicate, let result):
      return try comprehension(variable, list, predicate, result, on: rows)
    case .quantified(let quantifier, let variable, let list, let predicate):
      return try quantified(quantifier, variable, list, predicate, on: rows)
    case .reduce(let accumulator, let initial, let variable, let list, let result):
      return try reduce(accumulator, initial, variable, list, result, on: rows)
    case .allReduce(let accumulator, let initial, let variable, let list, let result, let predicate):
      return try allReduce(accumulator, initial, variable, list, result, predicate, on: rows)
    case .exists(let subplan): return .booleans(try counts(subplan, on: rows, exactly: false).map { $0 > 0 })
    case .countRows(let subplan): return .integers(try counts(subplan, on: rows).map(Int64.init))
    case .collectRows(let subplan, let result): return try collect(subplan, result, on: rows, range)
    case .path(let elements): return path(elements, on: rows)
    case .viewed(let view, let inner): return try Evaluator(context.viewing(view)).evaluate(inner, on: rows)
    case .isPresent(let variable): return isPresent(rows.column(variable))
    case .edgesDiffer(let a, let b): return edgesDiffer(rows.column(a), rows.column(b))
    case .mapProjection(let base, let items): return try mapProjection(base, items, on: rows)
    }
  }

  // MARK: Lists, maps and their parts

  private func list(
    _ items: [PlanExpression], on rows: Rows, _ range: SourceRangeOfQuery
  ) throws(QueryError) -> Column {
    var columns: [Column] = []
    for item in items { columns.append(try evaluate(item, on: rows)) }
    let result: Column =
      if let constants = columns.constants {
        .constant(.list(constants), count: rows.count)
      } else {
        .values((0..<rows.count).map { row in .list(columns.map { $0[row] }) })
      }
    try context.requireShallow(result, at: range)
    return result
  }

  private func map(
    _ entries: [(key: String, value: PlanExpression)], on rows: Rows, _ range: SourceRangeOfQuery
  ) throws(QueryError) -> Column {
    var columns: [Column] = []
    for entry in entries { columns.append(try evaluate(entry.value, on: rows)) }
    let keys = entries.map(\.key)
    func map(_ values: [Value]) -> Value { .map(ValueMap(zip(keys, values).map { ($0, $1) })) }
    let result: Column =
      if let constants = columns.constants {
        .constant(map(constants), count: rows.count)
      } else {
        .values((0..<rows.count).map { row in map(columns.map { $0[row] }) })
      }
    try context.requireShallow(result, at: range)
    return result
  }

  private func index(_ container: Column, _ index: Column, _ range: SourceRangeOfQuery) throws(QueryError) -> Column {
    let graph = context.graph
    return try container.map(with: index, range) { (container, index) throws(FunctionFailure) in
      if case .node(let node) = container {
        guard let key = try Self.dynamicKey(index) else { return .null }
        return graph.names.propertyKey(key).map { graph.property($0, ofNodes: [node])[0] } ?? .null
      }
      if case .edge(let edge) = container {
        guard let key = try Self.dynamicKey(index) else { return .null }
        return graph.names.propertyKey(key).map { graph.property($0, ofEdges: [edge])[0] } ?? .null
      }
      return try ScalarPredicates.element(of: container, at: index)
    }
  }

  private static func dynamicKey(_ index: Value) throws(FunctionFailure) -> String? {
    switch index {
    case .null: return nil
    case .string(let key): return key
    default:
      throw FunctionFailure(
        .mapElementAccessByNonString, .typeError, "a property key is String, this is \(index.typeName)")
    }
  }

  private func slice(
    _ list: PlanExpression, _ from: PlanExpression?, _ to: PlanExpression?, on rows: Rows, _ range: SourceRangeOfQuery
  ) throws(QueryError) -> Column {
    let lists = try evaluate(list, on: rows)
    var starts: Column?
    var ends: Column?
    if let from { starts = try evaluate(from, on: rows) }
    if let to { ends = try evaluate(to, on: rows) }
    var values: [Value] = []
    values.reserveCapacity(rows.count)
    for row in 0..<rows.count {
      values.append(
        try failing(at: range) { () throws(FunctionFailure) in
          try ScalarPredicates.slice(of: lists[row], from: starts?[row], to: ends?[row])
        })
    }
    return .values(values)
  }

  private func mapProjection(
    _ base: PlanExpression, _ items: [PlanExpression.MapProjectionItem], on rows: Rows
  ) throws(QueryError) -> Column {
    let bases = try evaluate(base, on: rows)
    var maps = [ValueMap](repeating: ValueMap(), count: rows.count)
    func add(_ key: String, _ column: Column) { for row in maps.indices { maps[row][key] = column[row] } }
    for item in items {
      switch item {
      case .property(let key): add(key, try property(of: bases, key, base.range))
      case .entry(let key, let value): add(key, try evaluate(value, on: rows))
      case .allProperties:
        for row in maps.indices {
          for (key, value) in try allProperties(of: bases[row], base.range).entries { maps[row][key] = value }
        }
      }
    }
    let result = Column.values(maps.indices.map { bases[$0].isNull ? .null : .map(maps[$0]) })
    try context.requireShallow(result, at: base.range)
    return result
  }

  // MARK: Operators

  /// What is looked for byte by byte may take its length for each byte at worst.
  private static let longestSearched = 64

  private func test(
    _ test: PlanExpression.Test, _ a: Column, _ b: Column, _ range: SourceRangeOfQuery
  ) throws(QueryError) -> Column {
    if case .strings(let codes, let dictionary) = a, case .constant(.string(let part), _) = b,
      let holds = try testOnDictionary(test, dictionary, part, range)
    {
      return Column(codes.map { $0 == StringDictionary.nullCode ? .unknown : (holds($0) ? .yes : .no) })
    }
    switch test {
    case .in:
      if case .constant(.list(let list), _) = b, let set = ScalarSet(list) {
        return try a.map(range) { (value) in set.contains(value) }
      }
      return try a.map(with: b, range) { (a, b) throws(FunctionFailure) in try ScalarPredicates.isElement(a, of: b) }
    case .startsWith: return try a.map(with: b, range) { (a, b) in ScalarPredicates.startsWith(a, b) }
    case .endsWith: return try a.map(with: b, range) { (a, b) in ScalarPredicates.endsWith(a, b) }
    case .contains:
      if case .constant(.string(let part), _) = b, part.utf8.count <= Self.longestSearched {
        let search = ByteSearch(part)
        return try a.map(range) { (value) in
          if case .string(let text) = value { .boolean(search.finds(in: text)) } else { .null }
        }
      }
      return try a.map(with: b, range) { (a, b) in ScalarPredicates.contains(a, b) }
    case .matches:
      if case .constant(.string(let pattern), _) = b {
        let matcher = try failing(at: range) { () throws(FunctionFailure) in try context.matcher(of: pattern) }
        return try a.map(range) { (value) in
          if case .string(let text) = value { .boolean(matcher.matches(text)) } else { .null }
        }
      }
      return try a.map(with: b, range) { (a, b) throws(FunctionFailure) in try ScalarPredicates.matches(a, b) }
    }
  }

  /// The test of a string by its code; nil where it is none.
  private func testOnDictionary(
    _ test: PlanExpression.Test, _ dictionary: StringDictionary, _ part: String, _ range: SourceRangeOfQuery
  ) throws(QueryError) -> ((UInt32) -> Bool)? {
    switch test {
    case .startsWith: return dictionary.starts(with: part)
    case .endsWith: return dictionary.ends(with: part)
    case .contains: return dictionary.contains(part)
    case .matches:
      let matcher = try failing(at: range) { () throws(FunctionFailure) in try context.matcher(of: part) }
      return { code in dictionary.withBytes(of: code) { matcher.matches($0) } }
    case .in: return nil
    }
  }

  func failing<T>(
    at range: SourceRangeOfQuery, _ body: () throws(FunctionFailure) -> T
  ) throws(QueryError) -> T {
    do throws(FunctionFailure) { return try body() } catch { throw error.at(range) }
  }
}
