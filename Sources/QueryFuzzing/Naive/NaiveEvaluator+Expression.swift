import GraphCore
import QueryLanguage

extension NaiveEvaluator {
  /// Truth in three values: nil for unknown.
  func truth(_ expression: Expression, _ row: Row, group: [Row]? = nil) throws -> Bool? {
    try truth(of: value(expression, row, group: group))
  }

  private func truth(of value: Value) throws -> Bool? {
    switch value {
    case .boolean(let answer): return answer
    case .null: return nil
    default: throw Failure.mistake("a truth")
    }
  }

  private func value(of truth: Bool?) -> Value { truth.map(Value.boolean) ?? .null }

  /// - Parameter group: the rows that aggregates are over, where there may be any.
  func value(_ expression: Expression, _ row: Row, group: [Row]? = nil) throws -> Value {
    try count()
    func inner(_ expression: Expression) throws -> Value { try value(expression, row, group: group) }
    switch expression.kind {
    case .null: return .null
    case .boolean(let value): return .boolean(value)
    case .integer(let value): return .integer(value)
    case .float(let value): return .float(value)
    case .string(let value): return .string(value)
    case .parameter(let name):
      guard let value = parameters[name] else { throw Failure.mistake("a parameter") }
      return value
    case .variable(let name):
      guard let value = row[name] else { throw Failure.mistake("`\(name)` is not there") }
      return value
    case .list(let items): return .list(try items.map(inner))
    case .map(let entries): return .map(ValueMap(try entries.map { ($0.key.text, try inner($0.value)) }))
    case .property(let base, let key): return try property(try inner(base), key.text)
    case .index(let base, let index): return try element(try inner(base), try inner(index))
    case .slice(let base, let from, let to): return try slice(try inner(base), try from.map(inner), try to.map(inner))
    case .hasLabels(let base, let labels): return value(of: try has(try inner(base), labels, row))
    case .unary(.not, let operand): return value(of: try truth(operand, row, group: group).map { !$0 })
    case .unary(.plus, let operand): return try inner(operand)
    case .unary(.minus, let operand): return try arithmetic(.subtract, .integer(0), try inner(operand))
    case .binary(let op, let left, let right): return try binary(op, try inner(left), try inner(right))
    case .comparison(let first, let rest): return try compareAll(try inner(first), rest, inner)
    case .isNull(let operand, let isNegated): return .boolean(try inner(operand).isNull != isNegated)
    case .isTruth(let operand, let wanted, let isNegated):
      return .boolean((try truth(operand, row, group: group) == wanted) != isNegated)
    case .countAll:
      guard let group else { throw Failure.mistake("an aggregate") }
      return .integer(Int64(group.count))
    case .call(let call):
      if let group, let value = try aggregate(call, group) { return value }
      return try function(call, try call.arguments.map(inner), row)
    case .case(let choice): return try choose(choice, row, group)
    case .listComprehension(let variable, let list, let predicate, let result):
      guard case .list(let elements) = try inner(list) else { return .null }
      return .list(
        try elements.compactMap { element in
          let scope = row.merging([variable.text: element]) { _, new in new }
          if let predicate, try truth(predicate, scope) != true { return nil }
          return try result.map { try value($0, scope) } ?? element
        })
    case .quantified(let quantifier, let variable, let list, let predicate):
      guard case .list(let elements) = try inner(list) else { return .null }
      let answers = try elements.map { try truth(predicate, row.merging([variable.text: $0]) { _, new in new }) }
      return value(of: decide(quantifier, answers))
    case .reduce(let accumulator, let initial, let variable, let list, let result):
      guard case .list(let elements) = try inner(list) else { return .null }
      return try elements.reduce(try inner(initial)) { total, element in
        try value(result, row.merging([accumulator.text: total, variable.text: element]) { _, new in new })
      }
    case .pattern(let pattern): return .boolean(try !matches([pattern], nil, row).isEmpty)
    case .patternComprehension(let pattern, let predicate, let result):
      return .list(try matches([pattern], predicate, row).map { try value(result, $0) })
    case .subquery(let kind, let subquery): return try subqueryValue(kind, subquery, row)
    case .caseSubject: return row["the subject of CASE"] ?? .null
    case .isTyped(let operand, let type, let isNegated):
      return .boolean(try conforms(try inner(operand), to: type) != isNegated)
    case .isNormalized(let operand, let form, let isNegated):
      guard case .string(let text) = try inner(operand) else { return .null }
      // The texts at hand are of letters a and b.
      guard form == .nfc || form == .nfd, text.utf8.allSatisfy({ $0 < 128 }) else { throw Failure.unsupported("forms") }
      return .boolean(!isNegated)
    case .isDirected(let operand, let isNegated): return try inner(operand).isNull ? .null : .boolean(!isNegated)
    case .cast(let operand, let type): return try cast(try inner(operand), to: type)
    case .propertyExists(let element, let key):
      let element = try inner(element)
      return element.isNull ? .null : .boolean(try !property(element, key.text).isNull)
    case .mapProjection(let name, let items): return try projection(row[name.text] ?? .null, items, inner)
    case .allReduce(let accumulator, let initial, let variable, let list, let result, let predicate):
      guard case .list(let elements) = try inner(list) else { return .null }
      var total = try inner(initial)
      var answers: [Bool?] = []
      for element in elements {
        var scope = row
        (scope[accumulator.text], scope[variable.text]) = (total, element)
        total = try value(result, scope)
        scope[accumulator.text] = total
        answers.append(try truth(predicate, scope))
      }
      return value(of: decide(.all, answers))
    }
  }

  // MARK: Types and maps

  private func conforms(_ value: Value, to type: TypeName) throws -> Bool {
    switch (value, type.kind) {
    case (.null, _): type.isNullable
    case (.integer, .integer), (.string, .string), (.boolean, .boolean), (.date, .date): true
    case (_, .integer), (_, .string), (_, .boolean), (_, .date): false
    default: throw Failure.unsupported("types")
    }
  }

  private func cast(_ value: Value, to type: TypeName) throws -> Value {
    switch (value, type.kind) {
    case (.null, _): return .null
    case (.string(let text), .integer): return Int64(text).map(Value.integer) ?? .null
    case (.string(let text), .date): return NaiveCalendar.parse(text).map(Value.date) ?? .null
    default: throw Failure.unsupported("CAST")
    }
  }

  private func projection(
    _ base: Value, _ items: [Expression.MapProjectionItem], _ inner: (Expression) throws -> Value
  ) throws -> Value {
    if base.isNull { return .null }
    var map = ValueMap()
    for item in items {
      switch item {
      case .property(let key): map[key.text] = try property(base, key.text)
      case .entry(let entry): map[entry.key.text] = try inner(entry.value)
      case .allProperties, .variable: throw Failure.unsupported("map projections of all")
      }
    }
    return .map(map)
  }

  // MARK: Operators

  private func binary(_ op: Expression.BinaryOperator, _ a: Value, _ b: Value) throws -> Value {
    switch op {
    case .and, .or, .xor:
      let (left, right) = (try truth(of: a), try truth(of: b))
      switch op {
      case .and: return value(of: left == false || right == false ? false : left == nil || right == nil ? nil : true)
      case .or: return value(of: left == true || right == true ? true : left == nil || right == nil ? nil : false)
      default: return left == nil || right == nil ? .null : .boolean(left != right)
      }
    case .in:
      guard case .list(let elements) = b else { return .null }
      return value(of: decide(.any, elements.map { areEqual(a, $0) }))
    case .startsWith, .endsWith, .contains:
      guard case .string(let text) = a, case .string(let part) = b else { return .null }
      let places = part.isEmpty ? [0] : (0...text.count).filter { text.dropFirst($0).hasPrefix(part) }
      switch op {
      case .startsWith: return .boolean(text.hasPrefix(part))
      case .endsWith: return .boolean(text.hasSuffix(part))
      default: return .boolean(!places.isEmpty)
      }
    case .matches:
      guard case .string(let text) = a, case .string(let expression) = b else { return .null }
      guard let matcher = NaiveExpression(expression) else { throw Failure.unsupported("=~") }
      return .boolean(matcher.matches(text))
    default: return try arithmetic(op, a, b)
    }
  }

  private func arithmetic(_ op: Expression.BinaryOperator, _ a: Value, _ b: Value) throws -> Value {
    if a.isNull || b.isNull { return .null }
    switch (op, a, b) {
    case (.add, .date(let date), .duration(let duration)):
      return .date(NaiveCalendar.adding(months: Int(duration.months), days: Int(duration.days), to: date))
    case (.subtract, .date(let date), .duration(let duration)):
      return .date(NaiveCalendar.adding(months: -Int(duration.months), days: -Int(duration.days), to: date))
    case (.add, .list(let left), .list(let right)), (.concatenate, .list(let left), .list(let right)):
      return .list(left + right)
    case (.add, .list(let left), _): return .list(left + [b])
    case (.add, _, .list(let right)): return .list([a] + right)
    case (.add, .string(let left), .string(let right)), (.concatenate, .string(let left), .string(let right)):
      return .string(left + right)
    case (_, .integer(let left), .integer(let right)):
      let (result, overflows) =
        switch op {
        case .add: left.addingReportingOverflow(right)
        case .subtract: left.subtractingReportingOverflow(right)
        case .multiply: left.multipliedReportingOverflow(by: right)
        case .divide: left.dividedReportingOverflow(by: right)
        case .modulo: left.remainderReportingOverflow(dividingBy: right)
        default: throw Failure.unsupported("\(op)")
        }
      if overflows { throw Failure.mistake("a number too large") }
      return .integer(result)
    default:
      guard let left = number(a), let right = number(b) else { throw Failure.unsupported("\(op)") }
      switch op {
      case .add: return .float(left + right)
      case .subtract: return .float(left - right)
      case .multiply: return .float(left * right)
      default: throw Failure.unsupported("\(op)")
      }
    }
  }

  /// `a < b <= c` is `a < b AND b <= c`.
  private func compareAll(
    _ first: Value, _ rest: [Expression.Comparison], _ inner: (Expression) throws -> Value
  ) throws -> Value {
    var left = first
    var answers: [Bool?] = []
    for comparison in rest {
      let right = try inner(comparison.operand)
      answers.append(holds(left, comparison.operator, right))
      left = right
    }
    return value(of: decide(.all, answers))
  }

  private func holds(_ a: Value, _ op: Expression.ComparisonOperator, _ b: Value) -> Bool? {
    switch op {
    case .equal: areEqual(a, b)
    case .notEqual: areEqual(a, b).map { !$0 }
    case .less: compare(a, b).map { $0 < 0 }
    case .lessOrEqual: compare(a, b).map { $0 <= 0 }
    case .greater: compare(a, b).map { $0 > 0 }
    case .greaterOrEqual: compare(a, b).map { $0 >= 0 }
    }
  }

  func decide(_ quantifier: Expression.Quantifier, _ answers: [Bool?]) -> Bool? {
    let yes = answers.count { $0 == true }
    let isUnsure = answers.contains { $0 == nil }
    switch quantifier {
    case .all: return answers.contains(false) ? false : isUnsure ? nil : true
    case .any: return yes > 0 ? true : isUnsure ? nil : false
    case .none: return yes > 0 ? false : isUnsure ? nil : true
    case .single: return yes > 1 ? false : isUnsure ? nil : yes == 1
    }
  }

  private func choose(_ choice: Expression.CaseExpression, _ row: Row, _ group: [Row]?) throws -> Value {
    var scope = row
    if let subject = choice.subject { scope["the subject of CASE"] = try value(subject, row, group: group) }
    for branch in choice.branches {
      for test in branch.when {
        let answer: Bool?
        if choice.subject != nil, !test.asksAboutSubject {
          answer = areEqual(scope["the subject of CASE"] ?? .null, try value(test, row, group: group))
        } else {
          answer = try truth(test, scope, group: group)
        }
        if answer == true { return try value(branch.then, row, group: group) }
      }
    }
    return try choice.otherwise.map { try value($0, row, group: group) } ?? .null
  }

  // MARK: Parts of values

  func property(_ base: Value, _ key: String) throws -> Value {
    switch base {
    case .null: return .null
    case .node(let node): return graph.nodes[Int(node.rawValue)].properties[key] ?? .null
    case .edge(let edge): return graph.edges[Int(edge.rawValue)].properties[key] ?? .null
    case .map(let map): return map[key] ?? .null
    case .date(let date):
      guard let part = NaiveCalendar.part(key, of: date) else { throw Failure.unsupported(key) }
      return .integer(Int64(part))
    case .duration(let duration) where key == "days": return .integer(duration.days)
    case .duration(let duration) where key == "months": return .integer(duration.months)
    default: throw Failure.mistake("a property of \(base)")
    }
  }

  private func element(_ base: Value, _ index: Value) throws -> Value {
    switch (base, index) {
    case (.null, _), (_, .null): return .null
    case (.list(let elements), .integer(let place)):
      let position = Int(place < 0 ? place + Int64(elements.count) : place)
      return elements.indices.contains(position) ? elements[position] : .null
    case (_, .string(let key)): return try property(base, key)
    default: throw Failure.mistake("an element")
    }
  }

  private func slice(_ base: Value, _ from: Value?, _ to: Value?) throws -> Value {
    guard case .list(let elements) = base else { return .null }
    func place(_ value: Value?, _ otherwise: Int) -> Int? {
      guard let value else { return otherwise }
      guard case .integer(let number) = value else { return nil }
      return min(max(Int(number < 0 ? number + Int64(elements.count) : number), 0), elements.count)
    }
    guard let first = place(from, 0), let end = place(to, elements.count) else { return .null }
    return .list(first < end ? Array(elements[first..<end]) : [])
  }

  func has(_ element: Value, _ labels: LabelExpression, _ row: Row) throws -> Bool? {
    switch element {
    case .null: return nil
    case .node(let node): return try passes(graph.nodes[Int(node.rawValue)].labels, labels, row)
    case .edge(let edge): return try passes([graph.edges[Int(edge.rawValue)].type], labels, row)
    default: throw Failure.mistake("labels of \(element)")
    }
  }

  func passes(_ names: Set<String>, _ labels: LabelExpression, _ row: Row) throws -> Bool {
    switch labels {
    case .name(let name): return names.contains(name.text)
    case .and(let a, let b):
      let (left, right) = (try passes(names, a, row), try passes(names, b, row))
      return left && right
    case .or(let a, let b):
      let (left, right) = (try passes(names, a, row), try passes(names, b, row))
      return left || right
    case .not(let inner): return try !passes(names, inner, row)
    case .any: return !names.isEmpty
    case .computed(let expression, let needsAll):
      let wanted: [Value]
      switch try value(expression, row) {
      case .list(let values): wanted = values
      case let single: wanted = [single]
      }
      let answers = try wanted.map { name in
        guard case .string(let text) = name else { throw Failure.unsupported("labels that are no texts") }
        return names.contains(text)
      }
      return needsAll ? answers.allSatisfy { $0 } : answers.contains(true)
    }
  }

  // MARK: Subqueries

  private func subqueryValue(
    _ kind: Expression.SubqueryKind, _ subquery: Expression.Subquery, _ row: Row
  ) throws -> Value {
    let table: Table
    switch subquery {
    case .pattern(let patterns, let predicate):
      table = Table(columns: nil, rows: try matches(patterns, predicate, row))
    case .query(let query): table = try rows(of: query, on: [row], outer: row)
    }
    switch kind {
    case .exists: return .boolean(!table.rows.isEmpty)
    case .count: return .integer(Int64(table.rows.count))
    case .collect:
      guard let column = table.columns?.first else { throw Failure.mistake("a column to collect") }
      return .list(table.rows.map { $0[column] ?? .null })
    }
  }
}

extension Expression {
  /// Whether this stands behind a WHEN as a test and not as a value: `IS NULL`, `> 3`, `IN […]`.
  fileprivate var asksAboutSubject: Bool {
    switch kind {
    case .caseSubject: true
    case .comparison(let first, _): first.asksAboutSubject
    case .binary(_, let first, _), .isNull(let first, _), .isTyped(let first, _, _), .hasLabels(let first, _),
      .isTruth(let first, _, _), .isNormalized(let first, _, _), .isDirected(let first, _), .unary(_, let first):
      first.asksAboutSubject
    default: false
    }
  }
}
