import GraphCore
import QueryLanguage
import SourceText

/// Queries made of queries: UNION and its like, NEXT, WHEN.
extension PlanBuilder {
  /// A query that stands in another.
  func build(_ query: Query, on input: LogicalPlan, scope: Scope, subquery: Enclosing?) throws(QueryError) -> Built {
    if let filter = query.filters.first {
      throw QueryError(
        .unsupported, message: "provenance filters stand at the end of the whole query", range: filter.range,
        suggestion: "move it behind the last RETURN")
    }
    return try build(query.parts, on: input, scope: scope, subquery: subquery)
  }

  /// Each part on the rows of the one before.
  func build(
    _ parts: [Query.Part], on input: LogicalPlan, scope: Scope, subquery: Enclosing?
  ) throws(QueryError) -> Built {
    var result = try build(parts[0], on: input, scope: scope, subquery: subquery)
    var subquery = subquery
    // Only what a subquery begins with can take names from around it by WITH.
    subquery?.importable = nil
    for part in parts.dropFirst() {
      try count(operators: 2, part.first.range)
      var columns = Scope()
      for (name, binding) in zip(result.columns, result.bindings) { columns.bind(name, to: binding) }
      let scope = subquery.map { $0.imported.overlaid(with: columns) } ?? columns
      guard !part.unions.isEmpty else {
        result = try build(part.first, on: result.plan, scope: scope, subquery: subquery)
        continue
      }
      // Every operand sees all rows, which are made once.
      let row = fresh()
      let rows = LogicalPlan.argument(result.plan.outputs, row: row)
      let next = try build(part, on: rows, scope: scope, subquery: subquery)
      result = Built(
        plan: .through(result.plan, Subplan(plan: next.plan, row: row)), columns: next.columns,
        variables: next.variables, bindings: next.bindings)
    }
    return result
  }

  private func build(
    _ part: Query.Part, on input: LogicalPlan, scope: Scope, subquery: Enclosing?
  ) throws(QueryError) -> Built {
    var result = try build(part.first, on: input, scope: scope, subquery: subquery)
    for union in part.unions {
      try count(operators: 2, union.query.range)
      let next = try build(union.query, on: input, scope: scope, subquery: subquery)
      result = try join(result, next, union, subquery: subquery)
    }
    return result
  }

  // MARK: UNION, EXCEPT, INTERSECT, OTHERWISE

  private func join(
    _ left: Built, _ right: Built, _ union: Query.Union, subquery: Enclosing?
  ) throws(QueryError) -> Built {
    guard left.columns == right.columns else {
      throw differentColumns(left, right, "both sides of \(name(of: union.operation))", union.query.range)
    }
    var columns: [LogicalPlan.MergedColumn] = []
    for position in left.columns.indices {
      columns.append((fresh(left.columns[position]), left.variables[position], right.variables[position]))
    }
    let outputs = columns.map(\.output)
    // What comes from around a subquery has the same variable on both sides and keeps it.
    for carried in subquery?.carried ?? [] { columns.append((carried, carried, carried)) }
    var plan: LogicalPlan
    switch union.operation {
    case .union:
      plan = .union(left.plan, right.plan, columns)
      if !union.keepsDuplicates { plan = .distinct(plan, columns.map(\.output)) }
    case .except, .intersect, .otherwise:
      plan = .combine(
        left.plan, right.plan,
        .init(
          operation: union.operation, keepsDuplicates: union.keepsDuplicates, columns: columns,
          partition: subquery?.row))
    }
    return Built(
      plan: plan, columns: left.columns, variables: outputs,
      bindings: merged([left, right], outputs, union.query.range))
  }

  private func name(of operation: Query.SetOperation) -> String {
    switch operation {
    case .union: "UNION"
    case .except: "EXCEPT"
    case .intersect: "INTERSECT"
    case .otherwise: "OTHERWISE"
    }
  }

  private func differentColumns(_ left: Built, _ right: Built, _ what: String, _ range: SourceRange) -> QueryError {
    QueryError(
      .differentColumnsInUnion,
      message: "\(what) need the same columns; here they are \(quoted(left.columns)) and \(quoted(right.columns))",
      range: range, suggestion: "name them alike with AS")
  }

  private func merged(_ parts: [Built], _ outputs: [Variable], _ range: SourceRange) -> [Scope.Binding] {
    outputs.enumerated().map { position, output in
      let bindings = parts.map { $0.bindings[position] }
      let columns = bindings.map { binding in
        Typed(
          expression: PlanExpression(.variable(binding.variable), range: range), types: binding.types,
          elements: binding.elements, view: binding.view)
      }
      return Scope.Binding(
        variable: output, types: bindings.reduce(.never) { $0.union($1.types) },
        elements: bindings.reduce(.never) { $0.union($1.elements) }, view: commonView(columns, range))
    }
  }

  // MARK: WHEN

  func conditional(
    _ conditional: ConditionalQuery, on stage: Stage, subquery: Enclosing?
  ) throws(QueryError) -> Built {
    try count(operators: 2, conditional.range)
    var choices: [LogicalPlan.Choice] = []
    var built: [Built] = []
    func add(_ predicate: PlanExpression?, _ query: Query) throws(QueryError) {
      let row = fresh()
      let enclosing = Enclosing(
        row: row, imported: stage.scope, mayUpdate: subquery?.mayUpdate ?? true,
        fixedNames: subquery?.fixedNames ?? [])
      let next = try build(
        query, on: .argument(stage.scope.variables, row: row), scope: stage.scope, subquery: enclosing)
      if let first = built.first, first.columns != next.columns {
        throw differentColumns(first, next, "all branches of WHEN", query.range)
      }
      built.append(next)
      choices.append(
        .init(predicate: predicate, subplan: Subplan(plan: next.plan, row: row), columns: next.variables))
    }
    for branch in conditional.branches {
      try refuseAggregates(in: [branch.predicate])
      let predicate = try resolve(branch.predicate, in: stage.scope)
      try require(predicate, .boolean, branch.predicate, "WHEN")
      try add(predicate.expression, branch.query)
    }
    if let otherwise = conditional.otherwise { try add(nil, otherwise) }
    let columns = built[0].columns
    let outputs = columns.map { fresh($0) }
    // In a part of an expression, branches without columns are asked for their rows.
    let keepsRows = columns.isEmpty && subquery?.mayUpdate ?? true
    let plan = LogicalPlan.choose(
      stage.plan,
      .init(
        choices: choices, added: outputs, keepsRows: keepsRows,
        isUpdating: conditional.queries.contains(where: \.isUpdating)))
    guard !columns.isEmpty else {
      return Built(plan: subquery == nil ? .discard(plan) : plan, columns: [], variables: [], bindings: [])
    }
    let kept = (outputs + (subquery?.carried ?? [])).map { variable in
      LogicalPlan.Binding(variable, PlanExpression(.variable(variable), range: conditional.range))
    }
    return Built(
      plan: .project(plan, kept), columns: columns, variables: outputs,
      bindings: merged(built, outputs, conditional.range))
  }
}
