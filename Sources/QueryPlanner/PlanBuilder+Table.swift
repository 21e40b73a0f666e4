import GraphCore
import QueryLanguage
import SourceText

/// The clauses that work on the table of rows alone: UNWIND, FOR, LOAD CSV, LET, FILTER, and ORDER BY, SKIP, LIMIT on their own.
extension PlanBuilder {
  // MARK: UNWIND, FOR

  /// What is no list is its own only element.
  func unwind(_ clause: UnwindClause, on stage: Stage) throws(QueryError) -> Stage {
    try count(operators: 1, clause.range)
    try refuseAggregates(in: [clause.list])
    let list = try resolve(clause.list, in: stage.scope)
    let types: ValueTypes = list.types.contains(.list) ? list.elements : list.types
    var scope = stage.scope
    let variable = try bind(clause.variable, list.types == .any ? .any : types, view: list.view, in: &scope)
    return Stage(
      plan: .unwind(stage.plan, .init(variable: variable, list: list.expression, position: nil, needsList: false)),
      scope: scope)
  }

  func loop(_ clause: ForClause, on stage: Stage) throws(QueryError) -> Stage {
    try count(operators: 1, clause.range)
    try refuseAggregates(in: [clause.list])
    let list = try resolve(clause.list, in: stage.scope)
    try require(list, .list, clause.list, "FOR", .typeError)
    var scope = stage.scope
    let elements = list.elements == .never ? .any : list.elements
    let variable = try bind(clause.variable, elements, view: list.view, in: &scope)
    var position: (Variable, Int64)?
    if let written = clause.position {
      position = (try bind(written.variable, .integer, in: &scope), written.isOffset ? 0 : 1)
    }
    return Stage(
      plan: .unwind(stage.plan, .init(variable: variable, list: list.expression, position: position, needsList: true)),
      scope: scope)
  }

  // MARK: LOAD CSV

  func load(_ clause: LoadClause, on stage: Stage) throws(QueryError) -> Stage {
    try count(operators: 1, clause.range)
    try refuseAggregates(in: [clause.source])
    let source = try resolve(clause.source, in: stage.scope)
    try require(source, .string, clause.source, "LOAD CSV")
    guard stage.scope[clause.variable.text] == nil else { throw alreadyBound(clause.variable) }
    let variable = fresh(clause.variable.text)
    var scope = stage.scope
    scope.bind(
      clause.variable.text,
      to: .init(variable: variable, types: clause.hasHeaders ? .map : .list, elements: .string))
    let separator = clause.separator?.utf8.first ?? UInt8(ascii: ",")
    return Stage(
      plan: .load(
        stage.plan,
        .init(
          variable: variable, source: source.expression, hasHeaders: clause.hasHeaders, separator: separator)),
      scope: scope)
  }

  private func bind(
    _ name: Name, _ types: ValueTypes, view: Int? = nil, in scope: inout Scope
  ) throws(QueryError) -> Variable {
    guard scope[name.text] == nil else { throw alreadyBound(name) }
    let variable = fresh(name.text)
    scope.bind(name.text, to: .init(variable: variable, types: types, view: view))
    return variable
  }

  // MARK: LET

  /// All values are those of the rows before the clause.
  func define(_ clause: LetClause, on stage: Stage) throws(QueryError) -> Stage {
    try count(operators: 1, clause.range)
    var scope = stage.scope
    var bindings: [LogicalPlan.Binding] = []
    for definition in clause.definitions {
      try refuseAggregates(in: [definition.value])
      let typed = try value(of: definition, in: stage.scope, beside: clause)
      guard scope[definition.name.text] == nil else { throw alreadyBound(definition.name) }
      let variable = fresh(definition.name.text)
      scope.bind(
        definition.name.text,
        to: .init(variable: variable, types: typed.types, elements: typed.elements, view: typed.view))
      bindings.append(.init(variable, typed.expression))
    }
    return Stage(plan: .extend(stage.plan, bindings), scope: scope)
  }

  private func value(
    of definition: LetClause.Definition, in scope: Scope, beside clause: LetClause
  ) throws(QueryError) -> Typed {
    do throws(QueryError) {
      return try resolve(definition.value, in: scope)
    } catch {
      let name = clause.definitions.first { error.message == "`\($0.name.text)` is not defined" }?.name.text
      guard error.code == .undefinedVariable, let name else { throw error }
      throw QueryError(
        .undefinedVariable, message: "`\(name)` is defined by this LET and can be used behind it", range: error.range,
        suggestion: "write a second LET for what needs it")
    }
  }

  // MARK: FILTER

  func filter(_ clause: FilterClause, on stage: Stage) throws(QueryError) -> Stage {
    try count(operators: 1, clause.range)
    try refuseAggregates(in: [clause.predicate])
    let condition = try resolve(clause.predicate, in: stage.scope)
    try require(condition, .boolean, clause.predicate, "FILTER")
    return Stage(plan: .filter(stage.plan, condition.expression), scope: stage.scope)
  }

  // MARK: ORDER BY, SKIP, LIMIT

  func page(_ clause: PageClause, on stage: Stage, subquery: Enclosing?) throws(QueryError) -> Stage {
    try count(operators: 2, clause.range)
    var plan = stage.plan
    if !clause.order.isEmpty {
      var keys: [LogicalPlan.SortKey] = []
      for item in clause.order {
        try refuseAggregates(in: [item.expression])
        keys.append(.init(expression: try resolve(item.expression, in: stage.scope).expression, item))
      }
      plan = .sort(plan, keys)
    }
    return Stage(plan: try slice(plan, clause.skip, clause.limit, subquery: subquery), scope: stage.scope)
  }
}
