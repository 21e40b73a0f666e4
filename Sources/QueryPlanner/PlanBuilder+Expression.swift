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
      guard let binding = scope[name] else { throw undefined(name, range: range, in: scope) }
      return typed(.variable(binding.variable), binding.types, elements: binding.elements)
    case .list(let items): return try list(items, range, scope)
    case .map(let entries):
      var resolved: [(key: String, value: PlanExpression)] = []
      for entry in entries { resolved.append((entry.key.text, try resolve(entry.value, in: scope).expression)) }
      return typed(.map(resolved), .map)
    case .property(let base, let key): return try property(base, key, range, scope)
    case .index(let base, let index): return try self.index(base, index, range, scope)
    case .slice(let base, let from, let to):
      let list = try resolve(base, in: scope)
      try require(list, .list, base, "a slice")
      let from = try optional(from, .integer, "the start of a slice", scope)
      let to = try optional(to, .integer, "the end of a slice", scope)
      return typed(.slice(list.expression, from: from, to: to), .list, elements: list.elements)
    case .hasLabels(let base, let labels):
      let element = try resolve(base, in: scope)
      try require(element, .element, base, "a label test")
      warnIfUnknown(labels, element.types == .edge ? .edgeType : .label)
      return Typed(expression: try labelTest(labels, on: element.expression, range, scope), types: .boolean)
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
        elements: subject.elements)
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
      return typed(
        .comprehension(element, list: source.expression, predicate: condition, result: mapped?.expression), .list,
        elements: mapped?.types ?? source.elements)
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
      inner.bind(accumulator.text, to: .init(variable: total, types: .any))
      let step = try resolve(result, in: inner)
      return typed(
        .reduce(
          accumulator: total, initial: start.expression, element, list: source.expression, result: step.expression),
        .any)
    case .allReduce(let accumulator, let initial, let variable, let list, let result, let predicate):
      let start = try resolve(initial, in: scope)
      let source = try resolve(list, in: scope)
      try require(source, .list, list, "`allReduce`")
      try refuseAggregates(in: [result, predicate])
      var (element, inner) = bindElement(variable, of: source, in: scope)
      let total = fresh(accumulator.text)
      inner.bind(accumulator.text, to: .init(variable: total, types: .any))
      let step = try resolve(result, in: inner)
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
        return typed(.collectRows(built.subplan, result: built.variables[0]), .list)
      }
    case .mapProjection(let name, let items): return try mapProjection(name, items, range, scope)
    }
  }

  // MARK: Checks

  /// Refuses an operand whose kinds share nothing with those wanted. Null fits everywhere.
  func require(
    _ operand: Typed, _ wanted: ValueTypes, _ expression: Expression, _ user: String,
    _ category: QueryError.Category = .syntaxError
  ) throws(QueryError) {
    guard operand.types != .never, operand.types.isDisjoint(with: wanted) else { return }
    throw QueryError(
      .invalidArgumentType, category, message: "\(user) needs \(wanted.names), this is \(operand.types.names)",
      range: expression.range, suggestion: nextStep(towards: wanted))
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
      .invalidAggregation, message: "an aggregate function can only stand in WITH, RETURN and their ORDER BY",
      range: range,
      suggestion: "compute it in a WITH before")
  }

  func refuseAggregates(in expressions: [Expression?]) throws(QueryError) {
    for case let expression? in expressions where expression.containsAggregate {
      throw misplacedAggregate(expression.range)
    }
  }

  private func bindElement(_ name: Name, of list: Typed, in scope: Scope) -> (Variable, Scope) {
    let element = fresh(name.text)
    var inner = scope
    inner.bind(name.text, to: .init(variable: element, types: list.elements == .never ? .any : list.elements))
    return (element, inner)
  }

  // MARK: Literals and access

  private func list(_ items: [Expression], _ range: SourceRange, _ scope: Scope) throws(QueryError) -> Typed {
    var resolved: [PlanExpression] = []
    var elements: ValueTypes = .never
    for item in items {
      let typed = try resolve(item, in: scope)
      resolved.append(typed.expression)
      elements.formUnion(typed.types)
    }
    return Typed(
      expression: PlanExpression(.list(resolved), range: range), types: .list, elements: items.isEmpty ? .any : elements
    )
  }

  private func property(_ base: Expression, _ key: Name, _ range: SourceRange, _ scope: Scope) throws(QueryError)
    -> Typed
  {
    let element = try resolve(base, in: scope)
    try require(
      element, ValueTypes.element.union([.map, .duration]).union(.temporal), base, "property access",
      element.types == .path ? .syntaxError : .typeError)
    if element.types == .node || element.types == .edge { warnIfUnknown(key, .property) }
    return Typed(
      expression: PlanExpression(.property(element.expression, key: key.text), range: range), types: .any)
  }

  private func index(
    _ base: Expression, _ index: Expression, _ range: SourceRange, _ scope: Scope
  ) throws(QueryError) -> Typed {
    let container = try resolve(base, in: scope)
    let position = try resolve(index, in: scope)
    try require(container, ValueTypes.element.union([.list, .map]), base, "`[…]`", .typeError)
    if container.types == .list { try require(position, .integer, index, "a list index", .typeError) }
    if container.types == .map { try require(position, .string, index, "a map key", .typeError) }
    return Typed(
      expression: PlanExpression(.index(container.expression, position.expression), range: range),
      types: container.types == .list ? container.elements : .any)
  }

  private func mapProjection(
    _ name: Name, _ items: [Expression.MapProjectionItem], _ range: SourceRange, _ scope: Scope
  ) throws(QueryError) -> Typed {
    let base = try resolve(Expression(.variable(name.text), range: name.range), in: scope)
    var resolved: [PlanExpression.MapProjectionItem] = []
    for item in items {
      switch item {
      case .property(let key):
        if base.types == .node || base.types == .edge { warnIfUnknown(key, .property) }
        resolved.append(.property(key.text))
      case .allProperties: resolved.append(.allProperties)
      case .entry(let entry): resolved.append(.entry(entry.key.text, try resolve(entry.value, in: scope).expression))
      case .variable(let variable):
        let value = try resolve(Expression(.variable(variable.text), range: variable.range), in: scope)
        resolved.append(.entry(variable.text, value.expression))
      }
    }
    return Typed(expression: PlanExpression(.mapProjection(base.expression, resolved), range: range), types: .map)
  }

  // MARK: Operators

  private func unary(
    _ op: Expression.UnaryOperator, _ operand: Expression, _ range: SourceRange, _ scope: Scope
  ) throws(QueryError) -> Typed {
    let typed = try resolve(operand, in: scope)
    switch op {
    case .not:
      try require(typed, .boolean, operand, "NOT")
      return Typed(expression: PlanExpression(.not(typed.expression), range: range), types: .boolean)
    case .minus:
      try require(typed, [.integer, .float, .duration], operand, "`-`")
      return Typed(expression: PlanExpression(.negate(typed.expression), range: range), types: typed.types)
    case .plus:
      try require(typed, [.integer, .float, .duration], operand, "`+`")
      return typed
    }
  }

  private func binary(
    _ op: Expression.BinaryOperator, _ left: Expression, _ right: Expression, _ range: SourceRange, _ scope: Scope
  ) throws(QueryError) -> Typed {
    let a = try resolve(left, in: scope)
    let b = try resolve(right, in: scope)
    func typed(_ kind: PlanExpression.Kind, _ types: ValueTypes) -> Typed {
      Typed(expression: PlanExpression(kind, range: range), types: types)
    }
    func arithmetic(_ op: PlanExpression.Arithmetic, _ types: ValueTypes) -> Typed {
      typed(.arithmetic(op, a.expression, b.expression), types)
    }
    func test(_ test: PlanExpression.Test) -> Typed { typed(.test(test, a.expression, b.expression), .boolean) }
    switch op {
    case .and, .or, .xor:
      try require(a, .boolean, left, "`\(op)`".uppercased())
      try require(b, .boolean, right, "`\(op)`".uppercased())
      switch op {
      case .and: return typed(.and([a.expression, b.expression]), .boolean)
      case .or: return typed(.or([a.expression, b.expression]), .boolean)
      default: return typed(.xor(a.expression, b.expression), .boolean)
      }
    case .in:
      try require(b, .list, right, "IN")
      return test(.in)
    case .startsWith: return test(.startsWith)
    case .endsWith: return test(.endsWith)
    case .contains: return test(.contains)
    case .matches: return test(.matches)
    case .concatenate: return arithmetic(.concatenate, [.string, .list])
    case .add: return arithmetic(.add, numericResult(a, b) ?? .any)
    case .subtract:
      try require(a, ValueTypes.temporal.union([.integer, .float, .duration]), left, "`-`")
      try require(b, ValueTypes.temporal.union([.integer, .float, .duration]), right, "`-`")
      return arithmetic(.subtract, numericResult(a, b) ?? .any)
    case .multiply:
      try require(a, [.integer, .float, .duration], left, "`*`")
      try require(b, [.integer, .float, .duration], right, "`*`")
      return arithmetic(.multiply, numericResult(a, b) ?? .any)
    case .divide:
      try require(a, [.integer, .float, .duration], left, "`/`")
      try require(b, .number, right, "`/`")
      return arithmetic(.divide, numericResult(a, b) ?? .any)
    case .modulo:
      try require(a, .number, left, "`%`")
      try require(b, .number, right, "`%`")
      return arithmetic(.modulo, numericResult(a, b) ?? .number)
    case .power:
      try require(a, .number, left, "`^`")
      try require(b, .number, right, "`^`")
      return arithmetic(.power, .float)
    }
  }

  /// Integer with integer gives an integer, with a float a float; nil where the kinds are not both known to be numbers.
  private func numericResult(_ a: Typed, _ b: Typed) -> ValueTypes? {
    guard a.types.isSubset(of: .number), b.types.isSubset(of: .number), a.types != .never, b.types != .never else {
      return nil
    }
    return a.types == .integer && b.types == .integer
      ? .integer : (a.types == .float || b.types == .float ? .float : .number)
  }

  /// `a < b < c` holds if each neighbouring pair does.
  private func comparison(
    _ first: Expression, _ rest: [Expression.Comparison], _ range: SourceRange, _ scope: Scope
  ) throws(QueryError) -> Typed {
    var left = try resolve(first, in: scope).expression
    var pairs: [PlanExpression] = []
    var bound: [(Variable, PlanExpression)] = []
    for (position, comparison) in rest.enumerated() {
      var right = try resolve(comparison.operand, in: scope).expression
      let pairRange = left.range.union(right.range)
      // What stands between two operators is evaluated once.
      if position + 1 < rest.count { right = once(right, &bound) }
      pairs.append(PlanExpression(.compare(comparison.operator, left, right), range: pairRange))
      left = right
    }
    let whole = pairs.count == 1 ? pairs[0] : PlanExpression(.and(pairs), range: range)
    return Typed(expression: bind(bound, in: whole), types: .boolean)
  }

  /// The expression, or, if it costs more than a look, a variable for it.
  private func once(_ expression: PlanExpression, _ bound: inout [(Variable, PlanExpression)]) -> PlanExpression {
    switch expression.kind {
    case .constant, .parameter, .variable: return expression
    case .property(let base, _):
      if case .variable = base.kind { return expression }
    default: break
    }
    let variable = fresh()
    bound.append((variable, expression))
    return PlanExpression(.variable(variable), range: expression.range)
  }

  private func bind(_ bound: [(Variable, PlanExpression)], in body: PlanExpression) -> PlanExpression {
    bound.reduce(body) { PlanExpression(.binding($1.0, $1.1, body: $0), range: body.range) }
  }

  private func `case`(
    _ expression: Expression.CaseExpression, _ range: SourceRange, _ scope: Scope
  ) throws(QueryError) -> Typed {
    var branches: [(when: PlanExpression, then: PlanExpression)] = []
    var types: ValueTypes = .never
    let subject: Typed?
    var bound: [(Variable, PlanExpression)] = []
    if let written = expression.subject {
      var typed = try resolve(written, in: scope)
      typed.expression = once(typed.expression, &bound)
      subject = typed
    } else {
      subject = nil
    }
    for branch in expression.branches {
      let when = try condition(of: branch, subject, scope)
      let then = try resolve(branch.then, in: scope)
      types.formUnion(then.types)
      branches.append((when, then.expression))
    }
    var otherwise: PlanExpression?
    if let written = expression.otherwise {
      let typed = try resolve(written, in: scope)
      types.formUnion(typed.types)
      otherwise = typed.expression
    }
    let whole = PlanExpression(.case(branches, otherwise: otherwise), range: range)
    return Typed(expression: bind(bound, in: whole), types: types)
  }

  /// What a WHEN asks: a condition, or whether the subject is one of its values or passes one of its tests.
  private func condition(
    of branch: Expression.CaseExpression.Branch, _ subject: Typed?, _ scope: Scope
  ) throws(QueryError) -> PlanExpression {
    var tests: [PlanExpression] = []
    for when in branch.when {
      guard let subject else {
        let condition = try resolve(when, in: scope)
        try require(condition, .boolean, when, "WHEN")
        tests.append(condition.expression)
        continue
      }
      if when.asksCaseSubject {
        caseSubjects.append(subject)
        defer { caseSubjects.removeLast() }
        tests.append(try resolve(when, in: scope).expression)
      } else {
        let value = try resolve(when, in: scope).expression
        tests.append(PlanExpression(.compare(.equal, subject.expression, value), range: when.range))
      }
    }
    return tests.count == 1 ? tests[0] : PlanExpression(.or(tests), range: branch.when[0].range)
  }

  // MARK: Types

  /// The values that a cast to the type gives; what it can be made of is for the data to show.
  private func cast(
    _ operand: Expression, _ type: TypeName, _ range: SourceRange, _ scope: Scope
  ) throws(QueryError) -> Typed {
    guard let types = type.castResult else {
      throw QueryError(
        .invalidArgumentType, message: "CAST cannot make \(type.spelling)", range: range,
        suggestion: "it makes Booleans, numbers, strings, temporal values, and lists of them")
    }
    let value = try resolve(operand, in: scope)
    return Typed(expression: PlanExpression(.cast(value.expression, type), range: range), types: types)
  }

  private func propertyExists(
    _ element: Expression, _ key: Name, _ range: SourceRange, _ scope: Scope
  ) throws(QueryError) -> Typed {
    let owner = try resolve(element, in: scope)
    try require(owner, ValueTypes.element.union(.map), element, "PROPERTY_EXISTS")
    if owner.types == .node || owner.types == .edge { warnIfUnknown(key, .property) }
    func plan(_ kind: PlanExpression.Kind) -> PlanExpression { PlanExpression(kind, range: range) }
    var bound: [(Variable, PlanExpression)] = []
    let base = once(owner.expression, &bound)
    let isThere = plan(.isNull(plan(.property(base, key: key.text)), isNegated: true))
    let isUnknown = plan(.isNull(base, isNegated: false))
    let whole = plan(.case([(isUnknown, plan(.constant(.null)))], otherwise: isThere))
    return Typed(expression: bind(bound, in: whole), types: .boolean)
  }

  // MARK: Labels

  /// A test of labels or types; where names are computed, put together of tests of its parts.
  func labelTest(
    _ labels: LabelExpression, on element: PlanExpression, _ range: SourceRange, _ scope: Scope
  ) throws(QueryError) -> PlanExpression {
    if let test = LabelTest(labels) { return PlanExpression(.hasLabels(element, test), range: range) }
    switch labels {
    case .computed(let expression, let needsAll):
      if expression.containsAggregate { throw misplacedAggregate(expression.range) }
      let names = try resolve(expression, in: scope)
      try require(names, [.string, .list], expression, "a computed label")
      return PlanExpression(
        .hasComputedLabels(element, names: names.expression, needsAll: needsAll), range: expression.range)
    case .not(let inner): return PlanExpression(.not(try labelTest(inner, on: element, range, scope)), range: range)
    case .and(let a, let b):
      let left = try labelTest(a, on: element, range, scope)
      return PlanExpression(.and([left, try labelTest(b, on: element, range, scope)]), range: range)
    case .or(let a, let b):
      let left = try labelTest(a, on: element, range, scope)
      return PlanExpression(.or([left, try labelTest(b, on: element, range, scope)]), range: range)
    case .name, .any: return PlanExpression(.constant(.boolean(true)), range: range)
    }
  }

  // MARK: Functions

  private func functionCall(_ call: Expression.FunctionCall, _ range: SourceRange, _ scope: Scope) throws(QueryError)
    -> Typed
  {
    let signature = try signature(of: call)
    guard signature.kind != .aggregate else { throw misplacedAggregate(range) }
    var arguments: [PlanExpression] = []
    var first: Typed?
    for (position, argument) in call.arguments.enumerated() {
      if case .pattern(let pattern) = argument.kind, pattern.search == .all, signature.name != "exists" {
        throw QueryError(
          .unexpectedSyntax, message: "a pattern cannot be an argument of `\(signature.name)`", range: argument.range,
          suggestion: "use a pattern comprehension `[pattern | value]` or a COUNT subquery")
      }
      let typed = try resolve(argument, in: scope)
      let parameter = signature.parameters[min(position, signature.parameters.count - 1)]
      try require(typed, parameter.types, argument, "`\(signature.name)`")
      if first == nil { first = typed }
      arguments.append(typed.expression)
    }
    if signature.name == "exists", let only = arguments.first {
      if case .exists = only.kind { return Typed(expression: only, types: .boolean) }
      return Typed(expression: PlanExpression(.isNull(only, isNegated: true), range: range), types: .boolean)
    }
    return Typed(
      expression: PlanExpression(.function(signature, arguments), range: range), types: signature.result,
      elements: elements(of: signature, first))
  }

  private func elements(of signature: FunctionSignature, _ argument: Typed?) -> ValueTypes {
    switch signature.name {
    case "nodes", "claims", "roots", "speakers": .node
    case "relationships": .edge
    case "labels", "keys", "split": .string
    case "range": .integer
    case "tail", "reverse": argument?.elements ?? .any
    default: .any
    }
  }

  /// Finds the function and checks the number of its arguments.
  func signature(of call: Expression.FunctionCall) throws(QueryError) -> FunctionSignature {
    guard let signature = FunctionCatalog.signature(named: call.name.text) else {
      throw QueryError(
        .unknownFunction, message: "there is no function `\(call.name.text)`", range: call.name.range,
        suggestion: nearestName(to: call.name.text, among: FunctionCatalog.all.map(\.name)).map {
          "did you mean `\($0)`?"
        })
    }
    guard signature.argumentCounts.contains(call.arguments.count) else {
      throw QueryError(
        .invalidNumberOfArguments,
        message: "`\(signature.name)` takes \(argumentCountText(signature)), not \(call.arguments.count)",
        range: call.name.range)
    }
    if call.isDistinct, signature.kind != .aggregate {
      throw QueryError(
        .unexpectedSyntax, message: "DISTINCT belongs to aggregate functions, `\(signature.name)` is none",
        range: call.name.range)
    }
    return signature
  }

  private func argumentCountText(_ signature: FunctionSignature) -> String {
    let counts = signature.argumentCounts
    let lower = counts.lowerBound
    if counts.upperBound == .max { return "at least \(lower) \(lower == 1 ? "argument" : "arguments")" }
    if lower == counts.upperBound {
      return lower == 0 ? "no arguments" : "\(lower) \(lower == 1 ? "argument" : "arguments")"
    }
    return "\(lower) to \(counts.upperBound) arguments"
  }
}

extension Expression {
  /// Whether it is a test of what a CASE asks about: an operator without a left side.
  fileprivate var asksCaseSubject: Bool {
    switch kind {
    case .comparison(let left, _), .binary(_, let left, _), .isNull(let left, _), .isTyped(let left, _, _),
      .isTruth(let left, _, _), .hasLabels(let left, _):
      left.kind == .caseSubject
    case .unary(.not, let operand): operand.asksCaseSubject
    default: false
    }
  }
}

extension TypeName {
  /// The kinds of value that a cast to the type yields; nil if there is no such cast.
  fileprivate var castResult: ValueTypes? {
    switch kind {
    case .any, .propertyValue: .any
    case .boolean: .boolean
    case .integer: .integer
    case .float: .float
    case .string: .string
    case .date: .date
    case .localTime: .localTime
    case .zonedTime: .time
    case .localDateTime: .localDateTime
    case .zonedDateTime: .dateTime
    case .duration: .duration
    case .list(let element): element.castResult == nil ? nil : .list
    case .map: .map
    case .node, .edge, .path, .nothing, .null, .union: nil
    }
  }
}
