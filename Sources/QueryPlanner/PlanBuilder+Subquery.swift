import GraphCore
import QueryLanguage
import SourceText

extension PlanBuilder {
  /// Plans what stands in EXISTS, COUNT and COLLECT and in pattern predicates, as a plan over the rows around it.
  func subplan(
    _ subquery: Expression.Subquery, range: SourceRange, scope: Scope
  ) throws(QueryError) -> (subplan: Subplan, variables: [Variable], view: Int?) {
    var mentioned = MentionedNames()
    mentioned.add(subquery)
    let imported = mentioned.includesAll ? scope : scope.restricted(to: mentioned.names)
    let row = fresh()
    let argument = LogicalPlan.argument(imported.variables, row: row)
    switch subquery {
    case .pattern(let patterns, let predicate):
      let stage = try match(patterns, predicate: predicate, on: Stage(plan: argument, scope: imported), range: range)
      return (Subplan(plan: rewritten(stage.plan), row: row), [], nil)
    case .query(let query):
      let built = try build(query, on: argument, scope: imported, subquery: Enclosing(row: row, imported: imported))
      return (Subplan(plan: rewritten(built.plan), row: row), built.variables, built.bindings.first?.view)
    }
  }

  /// `[pattern WHERE predicate | result]`
  func patternComprehension(
    _ pattern: PathPattern, _ predicate: Expression?, _ result: Expression, _ range: SourceRange, _ scope: Scope
  ) throws(QueryError) -> Typed {
    var mentioned = MentionedNames()
    mentioned.add(.pattern([pattern], predicate: predicate))
    mentioned.add(result)
    let imported = scope.restricted(to: mentioned.names)
    let row = fresh()
    let start = Stage(plan: .argument(imported.variables, row: row), scope: imported)
    let stage = try match([pattern], predicate: predicate, on: start, range: range)
    let value = try resolve(result, in: stage.scope)
    let column = fresh()
    let plan = LogicalPlan.extend(stage.plan, [.init(column, value.expression)])
    return Typed(
      expression: PlanExpression(.collectRows(Subplan(plan: rewritten(plan), row: row), result: column), range: range),
      types: .list, elements: value.types, view: value.view)
  }

  /// `shortestPath((a)-[*]-(b))` standing as an expression: a path or null, or a list of paths.
  func pathSearch(_ pattern: PathPattern, _ range: SourceRange, _ scope: Scope) throws(QueryError) -> Typed {
    try requireKnownVariables(of: pattern, in: scope)
    var mentioned = MentionedNames()
    mentioned.add(pattern)
    let imported = scope.restricted(to: mentioned.names)
    let row = fresh()
    var named = pattern
    named.variable = Name(" path", range: range)
    let start = Stage(plan: .argument(imported.variables, row: row), scope: imported)
    let stage = try match([named], predicate: nil, on: start, range: range)
    guard let path = stage.scope[" path"]?.variable else {
      throw QueryError(.unexpectedSyntax, message: "a path search needs a pattern", range: range)
    }
    let paths = PlanExpression(.collectRows(Subplan(plan: rewritten(stage.plan), row: row), result: path), range: range)
    guard pattern.search == .shortest else { return Typed(expression: paths, types: .list, elements: .path) }
    let first = PlanExpression(.index(paths, PlanExpression(.constant(.integer(0)), range: range)), range: range)
    return Typed(expression: first, types: .path)
  }

  /// A pattern that stands as a predicate tests what is known and brings no new names.
  func requireKnownVariables(of pattern: PathPattern, in scope: Scope) throws(QueryError) {
    let names =
      [pattern.variable, pattern.start.variable]
      + pattern.steps.flatMap { [$0.link.edge?.variable, $0.node.variable] }
    for case let name? in names where scope[name.text] == nil {
      throw undefined(name.text, range: name.range, in: scope)
    }
    guard !pattern.steps.isEmpty else {
      throw QueryError(
        .invalidArgumentType, message: "a node alone is no predicate", range: pattern.range,
        suggestion: "test it with IS NOT NULL, or a label with `n:Label`")
    }
  }
}
