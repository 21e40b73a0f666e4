import GraphCore
import QueryLanguage
import SourceText

/// `CALL { … }` and FOREACH: queries that run for each row.
extension PlanBuilder {
  func callSubquery(_ clause: CallSubqueryClause, on stage: Stage) throws(QueryError) -> Stage {
    try count(operators: 2, clause.range)
    let row = fresh()
    let enclosing: Enclosing
    let imported: Scope
    switch clause.imports {
    case .all:
      imported = stage.scope
      enclosing = Enclosing(row: row, imported: imported, mayUpdate: true, fixedNames: Set(imported.names))
    case .names(let names):
      imported = try scope(of: names, in: stage.scope)
      enclosing = Enclosing(row: row, imported: imported, mayUpdate: true, fixedNames: Set(imported.names))
    case .byWith:
      var mentioned = MentionedNames()
      mentioned.add(clause.query)
      imported = mentioned.includesAll ? stage.scope : stage.scope.restricted(to: mentioned.names)
      enclosing = Enclosing(row: row, imported: Scope(), importable: imported, mayUpdate: true)
    }
    let built = try build(
      clause.query, on: .argument(imported.variables, row: row), scope: enclosing.imported, subquery: enclosing)
    var scope = stage.scope
    for (name, binding) in zip(built.columns, built.bindings) {
      guard scope[name] == nil else {
        throw QueryError(
          .variableAlreadyBound, message: "the subquery returns `\(name)`, which is defined around it already",
          range: clause.query.range, suggestion: "return it under another name with AS")
      }
      scope.bind(name, to: binding)
    }
    let kind: LogicalPlan.Apply.Kind =
      built.columns.isEmpty ? .keepingRows : clause.isOptional ? .optional : .inner
    return Stage(
      plan: .apply(
        stage.plan,
        .init(
          subplan: Subplan(plan: built.plan, row: row), kind: kind, added: built.variables,
          isUpdating: clause.query.isUpdating)),
      scope: scope)
  }

  private func scope(of names: [Name], in outer: Scope) throws(QueryError) -> Scope {
    var scope = Scope()
    for name in names {
      guard let binding = outer[name.text] else { throw undefined(name.text, range: name.range, in: outer) }
      guard scope[name.text] == nil else {
        throw QueryError(
          .variableAlreadyBound, message: "`\(name.text)` is imported twice", range: name.range,
          suggestion: "leave one of them out")
      }
      scope.bind(name.text, to: binding)
    }
    return scope
  }

  /// What `WITH a, b` at the beginning of a subquery imports; nil if it is a WITH like any other.
  func imports(of clause: ProjectionClause, from outer: Scope) throws(QueryError) -> Scope? {
    var isImport = true
    for item in clause.items {
      guard case .variable = item.expression.kind, item.alias == nil else {
        isImport = false
        continue
      }
    }
    guard isImport else {
      var mentioned = MentionedNames()
      for item in clause.items { mentioned.add(item.expression) }
      guard !clause.includesAll, outer.names.allSatisfy({ !mentioned.names.contains($0) }) else {
        throw importingWith(clause.range, "takes names as they are, without expressions and AS")
      }
      return nil
    }
    let hasMore =
      clause.isDistinct || clause.grouping != nil || !clause.order.isEmpty || clause.skip != nil || clause.limit != nil
      || clause.predicate != nil
    if hasMore { throw importingWith(clause.range, "takes names alone") }
    var names: Set<String> = []
    for item in clause.items {
      guard outer[item.columnName] != nil else {
        throw undefined(item.columnName, range: item.expression.range, in: outer)
      }
      names.insert(item.columnName)
    }
    return clause.includesAll ? outer : outer.restricted(to: names)
  }

  private func importingWith(_ range: SourceRange, _ message: String) -> QueryError {
    QueryError(
      .invalidClauseComposition, message: "a WITH that imports into a subquery \(message)", range: range,
      suggestion: "write `CALL (names) { … }`, or put a second WITH behind it")
  }

  // MARK: OPTIONAL CALL of a procedure

  /// Each row with what the procedure yields for it, or with nulls.
  func optionalCall(_ clause: CallClause, on stage: Stage) throws(QueryError) -> Stage {
    let row = fresh()
    var inner = clause
    inner.isOptional = false
    let start = Stage(plan: .argument(stage.scope.variables, row: row), scope: stage.scope)
    let result = try call(inner, on: start, isStandalone: false)
    let known = Set(stage.scope.variables)
    return Stage(
      plan: .apply(
        stage.plan,
        .init(
          subplan: Subplan(plan: result.plan, row: row), kind: .optional,
          added: result.scope.variables.filter { !known.contains($0) }, isUpdating: false)),
      scope: result.scope)
  }

  // MARK: FOREACH

  func foreach(_ clause: ForeachClause, on stage: Stage) throws(QueryError) -> Stage {
    try count(operators: 1, clause.range)
    try refuseAggregates(in: [clause.list])
    let list = try resolve(clause.list, in: stage.scope)
    try require(list, .list, clause.list, "FOREACH", .typeError)
    guard stage.scope[clause.variable.text] == nil else { throw alreadyBound(clause.variable) }
    let variable = fresh(clause.variable.text)
    var scope = stage.scope
    scope.bind(
      clause.variable.text,
      to: .init(variable: variable, types: list.elements == .never ? .any : list.elements, view: list.view))
    let row = fresh()
    let built = try build(
      SingleQuery(clauses: clause.clauses, range: clause.range), on: .argument(scope.variables, row: row),
      scope: scope, subquery: Enclosing(row: row, imported: scope, mayUpdate: true))
    return Stage(
      plan: .foreach(
        stage.plan, .init(variable: variable, list: list.expression, body: Subplan(plan: built.plan, row: row))),
      scope: stage.scope)
  }
}
