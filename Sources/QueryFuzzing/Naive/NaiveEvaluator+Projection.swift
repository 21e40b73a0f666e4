import GraphCore
import QueryLanguage
import QueryPlanner

extension NaiveEvaluator {
  /// RETURN and WITH.
  func project(_ clause: ProjectionClause, _ rows: [Row], outer: Row) throws -> Table {
    let columns =
      (clause.includesAll ? Set(rows.flatMap(\.keys)).subtracting(outer.keys).sorted() : [])
      + clause.items.map(\.columnName)
    // The new row, and what ORDER BY and WHERE can see.
    var projected: [(row: Row, scope: Row)]
    if clause.grouping != nil || clause.items.contains(where: { $0.expression.containsAggregate }) {
      projected = try groups(clause, rows).map { group in
        let row = outer.merging(try values(clause.items, group)) { _, new in new }
        return (row, row)
      }
    } else {
      projected = try rows.map { row in
        var new = clause.includesAll ? row : outer
        for item in clause.items { new[item.columnName] = try value(item.expression, row) }
        return (new, clause.isDistinct ? new : row.merging(new) { _, new in new })
      }
    }
    if clause.isDistinct {
      var seen: Set<String> = []
      projected = projected.filter { entry in
        seen.insert(columns.map { groupText(entry.row[$0] ?? .null) }.joined(separator: "|")).inserted
      }
    }
    var result = try page(projected, clause.order, clause.skip, clause.limit)
    if let predicate = clause.predicate { result = try result.filter { try truth(predicate, $0) == true } }
    return Table(columns: columns, rows: result)
  }

  func page(
    _ rows: [(row: Row, scope: Row)], _ order: [SortItem], _ skip: Expression?, _ limit: Expression?
  ) throws -> [Row] {
    var keyed: [(row: Row, keys: [Value], position: Int)] = []
    for (position, entry) in rows.enumerated() {
      keyed.append((entry.row, try order.map { try value($0.expression, entry.scope) }, position))
    }
    keyed.sort { a, b in
      for (index, item) in order.enumerated() {
        let result = comparison(a.keys[index], b.keys[index], item)
        if result != 0 { return result < 0 }
      }
      return a.position < b.position
    }
    let first = try skip.map(wholeNumber) ?? 0
    let most = try limit.map(wholeNumber) ?? .max
    return keyed.dropFirst(first).prefix(most).map(\.row)
  }

  private func comparison(_ a: Value, _ b: Value, _ item: SortItem) -> Int {
    if let nulls = item.nulls, a.isNull != b.isNull { return a.isNull == (nulls == .first) ? -1 : 1 }
    return item.isDescending ? orderOf(b, a) : orderOf(a, b)
  }

  private func wholeNumber(_ expression: Expression) throws -> Int {
    guard case .integer(let number) = try value(expression, [:]), number >= 0 else {
      throw Failure.mistake("a number of rows")
    }
    return Int(number)
  }

  // MARK: Aggregation

  /// Rows that agree in all keys; one empty group where there are neither keys nor rows.
  private func groups(_ clause: ProjectionClause, _ rows: [Row]) throws -> [[Row]] {
    if clause.includesAll { throw Failure.unsupported("* beside aggregates") }
    let plain = clause.items.filter { !$0.expression.containsAggregate }
    let keys = clause.grouping ?? plain.map(\.expression)
    var order: [String] = []
    var groups: [String: [Row]] = [:]
    for row in rows {
      var scope = row
      for item in plain { scope[item.columnName] = try value(item.expression, row) }
      let key = try keys.map { groupText(try value($0, scope)) }.joined(separator: "|")
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(row)
    }
    if rows.isEmpty, keys.isEmpty { return [[]] }
    return order.compactMap { groups[$0] }
  }

  private func values(_ items: [ProjectionItem], _ group: [Row]) throws -> Row {
    var row: Row = [:]
    for item in items { row[item.columnName] = try value(item.expression, group.first ?? [:], group: group) }
    return row
  }

  func aggregate(_ call: Expression.FunctionCall, _ group: [Row]) throws -> Value? {
    let name = call.name.text.lowercased()
    let names = ["count", "sum", "min", "max", "avg", "collect", "percentilecont", "percentiledisc"]
    guard names.contains(name), let argument = call.arguments.first else { return nil }
    var values = try group.map { try value(argument, $0) }.filter { !$0.isNull }
    if call.isDistinct {
      var seen: Set<String> = []
      values = values.filter { seen.insert(groupText($0)).inserted }
    }
    switch name {
    case "count": return .integer(Int64(values.count))
    case "collect": return .list(values)
    case "min": return values.min { orderOf($0, $1) < 0 } ?? .null
    case "max": return values.max { orderOf($0, $1) < 0 } ?? .null
    case "percentilecont", "percentiledisc":
      guard let row = group.last, call.arguments.count == 2, let share = number(try value(call.arguments[1], row))
      else {
        return .null
      }
      return percentile(share, of: values.sorted { orderOf($0, $1) < 0 }, interpolates: name == "percentilecont")
    default:
      let numbers = values.compactMap(number)
      guard numbers.count == values.count else { throw Failure.mistake("a sum of numbers") }
      let total = numbers.reduce(0, +)
      if name == "avg" { return numbers.isEmpty ? .null : .float(total / Double(numbers.count)) }
      let isWhole = values.allSatisfy { if case .integer = $0 { true } else { false } }
      return isWhole ? .integer(Int64(total)) : .float(total)
    }
  }

  /// The first value that so large a share is not above; or the place at that share of the way from first to last.
  private func percentile(_ share: Double, of sorted: [Value], interpolates: Bool) -> Value {
    guard !sorted.isEmpty else { return .null }
    guard interpolates else {
      return sorted.enumerated().first { Double($0.offset + 1) >= share * Double(sorted.count) }?.element ?? .null
    }
    let numbers = sorted.compactMap(number)
    let place = share * Double(numbers.count - 1)
    let (low, high) = (numbers[Int(place.rounded(.down))], numbers[Int(place.rounded(.up))])
    return .float(low + (high - low) * (place - place.rounded(.down)))
  }
}
