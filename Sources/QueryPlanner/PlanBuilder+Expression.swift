import GraphCore
import QueryLanguage
import SourceText

extension PlanBuilder {
  /// Resolves the names in an expression and works out what kinds of value it may have.
  ///
  /// - Throws: for unknown names, wrong numbers of arguments, and operands that can never fit.
  func resolve(_ expression: Expression, in scope: Scope) throws(QueryError) -> Typed {
    // Chains of operators are the deepest trees; a frame of all the other cases would take 20 KB for each level.
    if case .binary(let op, let left, let right) = expression.kind {
      return try binary(op, left, right, expression.range, scope)
    }
    return try resolveOther(expression, in: scope)
  }

  private func resolveOther(_ expression: Expression, in scope: Scope) throws(QueryError) -> Typed {
    let range = expression.range
    func typed(_ kind: PlanExpression.Kind, _ types: ValueTypes, elements: ValueTypes = .any) -> Typed {
      Typed(expression: PlanExpression(kind, range: range), types: types, elements: elements)
    }
    switch expression.kind {
    case .null: return typed(.constant(.null), .never)
    case .boolean(let value): return typed(.constant(.boolean(value)), .boolean)
    case .integer(let value): return typed(.constant(.integer(value)), .integer)
    case .float(let value): return typed(.constant(.float(value)), .float)
    case .string(let value): return typed(.constant(.string(value)), .string)
    case .parameter(let name):
      note(parameter: name, range)
      return typed(.parameter(name), .any)
    case .variable(let name):
      guard let binding = scope[name] else {
        guard let clock = FunctionCatalog.clockWords[name.lowercased()] else {
          throw undefined(name, range: range, in: scope)
        }
        let call = Expression.FunctionCall(name: Name(clock, range: range), isDistinct: false, arguments: [])
        return try functionCall(call, range, scope)
      }
      var result = typed(.variable(binding.variable), binding.types, elements: binding.elements)
      result.view = binding.view
      return result
    case .list(let items): return try list(items, range, scope)
    case .map(let entries):
      var values: [Typed] = []
      for entry in entries { values.append(try resolve(entry.value, in: scope)) }
      var result = typed(.map(zip(entries, values).map { ($0.key.text, $1.expression) }), .map)
      result.view = commonView(values, range)
      return result
    case .property(let base, let key): return try property(base, key, range, scope)
    case .index(let base, let index): return try self.index(base, index, range, scope)
    case .slice(let base, let from, let to):
      let list = try resolve(base, in: scope)
      try require(list, .list, base, "a slice")
      let from = try optional(from, .integer, "the start of a slice", scope)
      let to = try optional(to, .integer, "the end of a slice", scope)
      var result = typed(.slice(list.expression, from: from, to: to), .list, elements: list.elements)
      result.view = list.view
      return result
    case .hasLabels(let base, let labels):
      let element = try resolve(base, in: scope)
      try require(element, .element, base, "a label test")
      warnIfUnknown(labels, element.types == .edge ? .edgeType : .label)
      let test = try labelTest(labels, on: element.expression, range, scope)
      return Typed(expression: reading(in: element.view, [], range) { _ in test.kind }, types: .boolean)
    case .unary(let op, let operand): return try unary(op, operand, range, scope)
    case .binary(let op, let left, let right): return try binary(op, left, right, range, scope)
    case .comparison(let first, let rest): return try comparison(first, rest, range, scope)
    case .isNull(let operand, let isNegated):
      return typed(.isNull(try resolve(operand, in: scope).expression, isNegated: isNegated), .boolean)
    case .isTruth(let operand, let truth, let isNegated):
      let value = try resolve(operand, in: scope)
      try require(value, .boolean, operand, "IS \(truth.map { "\($0)".uppercased() } ?? "UNKNOWN")")
      return typed(.isTruth(value.expression, truth, isNegated: isNegated), .boolean)
    case .isTyped(let operand, let type, let isNegated):
      return typed(.isTyped(try resolve(operand, in: scope).expression, type, isNegated: isNegated), .boolean)
    case .isNormalized(let operand, let form, let isNegated):
      return try normalFormTest(operand, form, isNegated, range, scope)
    case .isDirected(let operand, let isNegated): return try directionTest(operand, isNegated, range, scope)
    case .cast(let operand, let type): return try cast(operand, type, range, scope)
    case .propertyExists(let element, let key): return try propertyExists(element, key, range, scope)
    case .caseSubject:
      guard let subject = caseSubjects.last else {
        throw QueryError(
          .unexpectedSyntax, message: "an operator needs a left side here", range: range,
          suggestion: "only a WHEN of `CASE value WHEN …` may leave it out")
      }
      return Typed(
        expression: PlanExpression(subject.expression.kind, range: subject.expression.range), types: subject.types,
        elements: subject.elements, view: subject.view)
    case .call(let call): return try functionCall(call, range, scope)
    case .countAll: throw misplacedAggregate(range)
    case .case(let expression): return try self.case(expression, range, scope)
    case .listComprehension(let variable, let list, let predicate, let result):
      let source = try resolve(list, in: scope)
      try require(source, .list, list, "a list comprehension")
      try refuseAggregates(in: [predicate, result])
      let (element, inner) = bindElement(variable, of: source, in: scope)
      let condition = try optional(predicate, .boolean, "a condition", inner)
      let mapped: Typed?
      if let result { mapped = try resolve(result, in: inner) } else { mapped = nil }
      var whole = typed(
        .comprehension(element, list: source.expression, predicate: condition, result: mapped?.expression), .list,
        elements: mapped?.types ?? source.elements)
      whole.view = mapped.map(\.view) ?? source.view
      return whole
    case .quantified(let quantifier, let variable, let list, let predicate):
      let source = try resolve(list, in: scope)
      try require(source, .list, list, "`\(quantifier)`")
      let (element, inner) = bindElement(variable, of: source, in: scope)
      try refuseAggregates(in: [predicate])
      let condition = try resolve(predicate, in: inner)
      try require(condition, .boolean, predicate, "a condition")
      return typed(
        .quantified(quantifier, element, list: source.expression, predicate: condition.expression), .boolean)
    case .reduce(let accumulator, let initial, let variable, let list, let result):
      let start = try resolve(initial, in: scope)
      let source = try resolve(list, in: scope)
      try require(source, .list, list, "`reduce`")
      var (element, inner) = bindElement(variable, of: source, in: scope)
      let total = fresh(accumulator.text)
      // An empty list to begin with may come to hold what the list does.
      let view = start.isOfElements ? start.view : start.view ?? source.view
      inner.bind(accumulator.text, to: .init(variable: total, types: .any, view: view))
      let step = try resolve(result, in: inner)
      var whole = typed(
        .reduce(
          accumulator: total, initial: start.expression, element, list: source.expression, result: step.expression),
        .any)
      whole.view = commonView([start, step], range)
      return whole
    case .allReduce(let accumulator, let initial, let variable, let list, let result, let predicate):
      let start = try resolve(initial, in: scope)
      let source = try resolve(list, in: scope)
      try require(source, .list, list, "`allReduce`")
      try refuseAggregates(in: [result, predicate])
      var (element, inner) = bindElement(variable, of: source, in: scope)
      let total = fresh(accumulator.text)
      let view = start.isOfElements ? start.view : start.view ?? source.view
      inner.bind(accumulator.text, to: .init(variable: total, types: .any, view: view))
      let step = try resolve(result, in: inner)
      _ = commonView([start, step], range)
      let condition = try resolve(predicate, in: inner)
      try require(condition, .boolean, predicate, "a condition")
      return typed(
        .allReduce(
          accumulator: total, initial: start.expression, element, list: source.expression, result: step.expression,
          predicate: condition.expression), .boolean)
    case .patternComprehension(let pattern, let predicate, let result):
      return try patternComprehension(pattern, predicate, result, range, scope)
    case .pattern(let pattern):
      guard pattern.search == .all else { return try pathSearch(pattern, range, scope) }
      try requireKnownVariables(of: pattern, in: scope)
      let subplan = try subplan(.pattern([pattern], predicate: nil), range: range, scope: scope)
      return typed(.exists(subplan.subplan), .boolean)
    case .subquery(let kind, let subquery):
      let built = try subplan(subquery, range: range, scope: scope)
      switch kind {
      case .exists: return typed(.exists(built.subplan), .boolean)
      case .count: return typed(.countRows(built.subplan), .integer)
      case .collect:
        guard built.variables.count == 1 else {
          throw QueryError(
            .unexpectedSyntax,
            message: "COLLECT needs a query that returns one column, this one returns \(built.variables.count)",
            range: range, suggestion: "return a list or a map of them: `RETURN {a: …, b: …}`")
        }
        var result = typed(.collectRows(built.subplan, result: built.variables[0]), .list)
        result.view = built.view
        return result
      }
    case .mapProjection(let name, let items): return try mapProjection(name, items, range, scope)
    }
  }

  // MARK: Checks

  /// Refuses an operand whose kinds share nothing with those wanted. Null fits everywhere.
  func require(
    _ operand: Typed, _ wanted: ValueTypes, _ expression: Expression, _ user: String,
    _ category: QueryError.Category = .syntaxError, suggestion: String? = nil
  ) throws(QueryError) {
    guard operand.types != .never, operand.types.isDisjoint(with: wanted) else { return }
    throw QueryError(
      .invalidArgumentType, category, message: "\(user) needs \(wanted.names), this is \(operand.types.names)",
      range: expression.range, suggestion: suggestion ?? nextStep(towards: wanted))
  }

  private func nextStep(towards wanted: ValueTypes) -> String? {
    switch wanted {
    case .boolean: "compare it with something, or ask `IS NOT NULL`"
    case .integer: "`toInteger(…)` makes an Integer of text"
    case .float, .number: "`toFloat(…)` makes a number of text"
    case .string: "`toString(…)` makes a String"
    case .list: "a list is written in brackets: `[…]`"
    case .node, .edge, .element: "bind it in a pattern such as `(n)-[r]->(m)`"
    case .path: "name a path in MATCH: `p = (a)-->(b)`"
    default: nil
    }
  }

  private func optional(
    _ expression: Expression?, _ wanted: ValueTypes, _ user: String, _ scope: Scope
  ) throws(QueryError) -> PlanExpression? {
    guard let expression else { return nil }
    let typed = try resolve(expression, in: scope)
    try require(typed, wanted, expression, user)
    return typed.expression
  }

  func misplacedAggregate(_ range: SourceRange) -> QueryError {
    QueryError(
      .invalidAggregation,
      message:
        "an aggregate function can only stand in the columns of WITH and RETURN, and in the ORDER BY behind them",
      range: range,
      suggestion: "make it a column, or compute it in a WITH before")
  }

  func refuseAggregates(in expressions: [Expression?]) throws(QueryError) {
    for case let expression? in expressions where expression.containsAggregate {
      throw misplacedAggregate(expression.range)
    }
  }

  private func bindElement(_ name: Name, of list: Typed, in scope: Scope) -> (Variable, Scope) {
    let element = fresh(name.text)
    var inner = scope
    inner.bind(
      name.text,
      to: .init(variable: element, types: list.elements == .never ? .any : list.elements, view: list.view))
    return (element, inner)
  }

  // MARK: Literals and access

  private func list(_ items: [Expression], _ range: SourceRange, _ scope: Scope) throws(QueryError) -> Typed {
    var resolved: [Typed] = []
    var elements: ValueTypes = .never
    for item in items {
      let typed = try resolve(item, in: scope)
      resolved.append(typed)
      elements.formUnion(typed.types)
    }
    return Typed(
      expression: PlanExpression(.list(resolved.map(\.expression)), range: range), types: .list,
      elements: items.isEmpty ? .any : elements, view: commonView(resolved, range))
  }

  private func property(_ base: Expression, _ key: Name, _ range: SourceRange, _ scope: Scope) throws(QueryError)
    -> Typed
  {
    let element = try resolve(base, in: scope)
    try require(
      element, ValueTypes.element.union([.map, .duration]).union(.temporal), base, "property access",
      element.types == .path ? .syntaxError : .typeError)
    if element.types == .node || element.types == .edge { warnIfUnknown(key, .property) }
    let value = reading(in: element.view, [element.expression], range) { .property($0[0], key: key.text) }
    return Typed(
      expression: value, types: .any, view: element.types.isSubset(of: .element) ? nil : element.view)
  }

  private func index(
    _ base: Expression, _ index: Expression, _ range: SourceRange, _ scope: Scope
  ) throws(QueryError) -> Typed {
    let container = try resolve(base, in: scope)
    let position = try resolve(index, in: scope)
    try require(container, ValueTypes.element.union([.list, .map]), base, "`[…]`", .typeError)
    if container.types == .list { try require(position, .integer, index, "a list index", .typeError) }
    if container.types == .map { try require(position, .string, index, "a map key", .typeError) }
    let isList = container.types == .list
    let value = reading(in: isList ? nil : container.view, [container.expression, position.expression], range) {
      .index($0[0], $0[1])
    }
    return Typed(
      expression: value, types: isList ? container.elements : .any,
      view: container.types.isSubset(of: .element) ? nil : container.view)
  }

  private func mapProjection(
    _ name: Name, _ items: [Expression.MapProjectionItem], _ range: SourceRange, _ scope: Scope
  ) throws(QueryError) -> Typed {
    let base = try resolve(Expression(.variable(name.text), range: name.range), in: scope)
    var entries: [(key: String, value: Typed)] = []
    for item in items {
      switch item {
      case .property(let key): if base.types == .node || base.types == .edge { warnIfUnknown(key, .property) }
      case .allProperties: break
      case .entry(let entry): entries.append((entry.key.text, try resolve(entry.value, in: scope)))
      case .variable(let variable):
        let written = Expression(.variable(variable.text), range: variable.range)
        entries.append((variable.text, try resolve(written, in: scope)))
      }
    }
    let operands = [base.expression] + entries.map(\.value.expression)
    let projection = reading(in: base.view, operands, range) { operands in
      var values = zip(entries.map(\.key), operands.dropFirst()).makeIterator()
      return .mapProjection(
        operands[0],
        items.compactMap { item in
          switch item {
          case .property(let key): .property(key.text)
          case .allProperties: .allProperties
          case .entry, .variable: values.next().map { .entry($0.0, $0.1) }
          }
        })
    }
    return Typed(expression: projection, types: .map, view: commonView(entries.map(\.value), range))
  }
}
