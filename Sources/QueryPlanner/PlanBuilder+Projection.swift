import GraphCore
import QueryLanguage
import SourceText

extension PlanBuilder {
  func with(_ clause: ProjectionClause, on stage: Stage, subquery: Enclosing?) throws(QueryError) -> Stage {
    for item in clause.items where item.alias == nil {
      if case .variable = item.expression.kind { continue }
      throw QueryError(
        .noExpressionAlias, message: "an expression in WITH needs a name", range: item.expression.range,
        suggestion: "write `\(item.text) AS name`")
    }
    let projection = try project(clause, on: stage, subquery: subquery, isReturn: false)
    return Stage(plan: projection.plan, scope: projection.scope)
  }

  func returning(_ clause: ProjectionClause, on stage: Stage, subquery: Enclosing?) throws(QueryError) -> Built {
    let projection = try project(clause, on: stage, subquery: subquery, isReturn: true)
    return Built(
      plan: projection.plan, columns: projection.columns, variables: projection.variables,
      bindings: projection.columns.map { projection.scope[$0] ?? .init(variable: fresh(), types: .any) })
  }

  private struct Projection {
    var plan: LogicalPlan
    var scope: Scope
    var columns: [String]
    var variables: [Variable]
  }

  /// One column of a projection: its name, what it is made of, and the variable it becomes.
  private struct Column {
    var name: String
    var expression: Expression
    var variable: Variable
  }

  private func project(
    _ clause: ProjectionClause, on stage: Stage, subquery: Enclosing?, isReturn: Bool
  ) throws(QueryError) -> Projection {
    let parts = [
      clause.isDistinct, !clause.order.isEmpty, clause.skip != nil || clause.limit != nil, clause.predicate != nil,
    ]
    try count(operators: 2 + parts.count { $0 }, clause.range)
    let columns = try self.columns(of: clause, in: stage.scope, isReturn: isReturn, subquery: subquery)
    let aggregates = columns.contains { $0.expression.containsAggregate }
    if !aggregates, clause.grouping == nil, let item = clause.order.first(where: { $0.expression.containsAggregate }) {
      throw misplacedAggregate(item.expression.range)
    }
    if let predicate = clause.predicate, predicate.containsAggregate { throw misplacedAggregate(predicate.range) }
    var result =
      aggregates || clause.grouping != nil
      ? try aggregate(columns, clause, on: stage, subquery: subquery)
      : try map(columns, clause, on: stage, subquery: subquery)
    result.columns = columns.map(\.name)
    result.variables = columns.map(\.variable)
    // Names from around a subquery stay in reach behind its projections.
    if let subquery { result.scope = subquery.imported.overlaid(with: result.scope) }
    return result
  }

  private func columns(
    of clause: ProjectionClause, in scope: Scope, isReturn: Bool, subquery: Enclosing?
  ) throws(QueryError) -> [Column] {
    var columns: [Column] = []
    var ranges: [String: SourceRange] = [:]
    if clause.includesAll {
      guard !scope.isEmpty || !isReturn else {
        throw QueryError(
          .noVariablesInScope, message: "`*` stands for all variables, and there are none", range: clause.range)
      }
      for name in scope.names {
        // What is imported stays in reach without it, and could not be returned under the same name.
        if subquery?.fixedNames.contains(name) == true { continue }
        columns.append(
          Column(name: name, expression: Expression(.variable(name), range: clause.range), variable: fresh(name)))
      }
    }
    for item in clause.items {
      columns.append(Column(name: item.columnName, expression: item.expression, variable: fresh(item.columnName)))
    }
    guard !columns.isEmpty || !isReturn else {
      throw QueryError(
        .noVariablesInScope, message: "`*` stands for what is not imported, and there is nothing else",
        range: clause.range, suggestion: "return a value under a name of its own")
    }
    for column in columns {
      if !isReturn, subquery?.fixedNames.contains(column.name) == true, column.expression.kind != .variable(column.name)
      {
        throw QueryError(
          .variableAlreadyBound, message: "`\(column.name)` is imported into this subquery and cannot be redefined",
          range: column.expression.range, suggestion: "choose another name")
      }
      guard ranges.updateValue(column.expression.range, forKey: column.name) == nil else {
        throw QueryError(
          .columnNameConflict, message: "two columns are called `\(column.name)`", range: column.expression.range,
          suggestion: "name one of them otherwise with AS")
      }
    }
    return columns
  }

  // MARK: Without aggregates

  private func map(
    _ columns: [Column], _ clause: ProjectionClause, on stage: Stage, subquery: Enclosing?
  ) throws(QueryError) -> Projection {
    var scope = Scope()
    var bindings: [LogicalPlan.Binding] = []
    for column in columns {
      let typed = try resolve(column.expression, in: stage.scope)
      scope.bind(
        column.name,
        to: .init(variable: column.variable, types: typed.types, elements: typed.elements, view: typed.view))
      bindings.append(.init(column.variable, typed.expression))
    }
    let carried = subquery?.carried ?? []
    let outputs = columns.map(\.variable) + carried.filter { !columns.map(\.variable).contains($0) }
    var plan: LogicalPlan
    let sortScope: Scope
    if clause.isDistinct {
      let all = bindings + carried.map { pass($0, clause.range) }
      plan = .distinct(.project(stage.plan, all), outputs)
      // DISTINCT leaves nothing else to sort or filter by; what was projected may be written out again.
      sortScope = scope
    } else {
      plan = .extend(stage.plan, bindings)
      sortScope = stage.scope.overlaid(with: scope)
    }
    plan = try arrange(plan, clause, subquery: subquery) { (expression) throws(QueryError) in
      let replaced = try replaceColumns(in: expression, columns)
      return try resolve(replaced, in: sortScope)
    }
    if !clause.isDistinct { plan = .project(plan, outputs.map { pass($0, clause.range) }) }
    return Projection(plan: plan, scope: scope, columns: [], variables: [])
  }

  private func pass(_ variable: Variable, _ range: SourceRange) -> LogicalPlan.Binding {
    .init(variable, PlanExpression(.variable(variable), range: range))
  }

  /// The expression with each part that a column already has replaced by the column's name.
  private func replaceColumns(in expression: Expression, _ columns: [Column]) throws(QueryError) -> Expression {
    if let column = columns.first(where: { $0.expression == expression }) {
      return Expression(.variable(column.name), range: expression.range)
    }
    return try expression.mapChildren { (child) throws(QueryError) in try replaceColumns(in: child, columns) }
  }

  // MARK: With aggregates

  private func aggregate(
    _ columns: [Column], _ clause: ProjectionClause, on stage: Stage, subquery: Enclosing?
  ) throws(QueryError) -> Projection {
    let collector = AggregateCollector(
      self, input: stage.scope, constants: constants(of: subquery, in: stage.scope), range: clause.range,
      hasWrittenKeys: clause.grouping != nil)
    if let grouping = clause.grouping {
      for key in grouping { try addGroup(key, columns, to: collector) }
    } else {
      for column in columns where !column.expression.containsAggregate {
        try collector.addGroup(column.expression, column.variable)
      }
    }
    var bindings: [LogicalPlan.Binding] = []
    var scope = Scope()
    for column in columns {
      let typed = try collector.resolve(column.expression)
      scope.bind(
        column.name,
        to: .init(variable: column.variable, types: typed.types, elements: typed.elements, view: typed.view))
      if !collector.hasGroup(column.variable) { bindings.append(.init(column.variable, typed.expression)) }
    }
    // Rows are sorted by what was projected: an aggregate that was not is not there any more.
    collector.isClosed = true
    var sortKeys: [LogicalPlan.SortKey] = []
    for item in clause.order {
      let replaced = try replaceColumns(in: item.expression, columns)
      // DISTINCT leaves the columns alone, and GROUP BY may name keys that are none.
      let typed =
        clause.isDistinct && clause.grouping != nil
        ? try resolve(replaced, in: scope) : try collector.resolve(replaced, beside: scope)
      sortKeys.append(.init(expression: typed.expression, item))
    }
    let carried = subquery?.carried ?? []
    let groups = collector.groups + carried.map { pass($0, clause.range) }
    var plan = LogicalPlan.aggregate(
      stage.plan,
      .init(
        groups: groups, calls: collector.calls, partition: subquery?.row, yieldsEmptyGroup: collector.groups.isEmpty))
    if !bindings.isEmpty { plan = .extend(plan, bindings) }
    if clause.isDistinct {
      let isWritten = clause.grouping != nil
      plan = .distinct(plan, isWritten ? columns.map(\.variable) + carried : plan.outputs)
    }
    if !sortKeys.isEmpty { plan = .sort(plan, sortKeys) }
    plan = try slice(plan, clause.skip, clause.limit, subquery: subquery)
    if let predicate = clause.predicate {
      let condition = try collector.resolve(try replaceColumns(in: predicate, columns), beside: scope)
      try require(condition, .boolean, predicate, "WHERE")
      plan = .filter(plan, condition.expression)
    }
    let outputs = columns.map(\.variable) + carried
    return Projection(
      plan: .project(plan, outputs.map { pass($0, clause.range) }), scope: scope, columns: [], variables: [])
  }

  /// The names from around a subquery that still mean what they mean there.
  private func constants(of subquery: Enclosing?, in scope: Scope) -> Scope {
    guard let subquery else { return Scope() }
    let imported = subquery.imported
    let names = imported.names.filter { name in
      subquery.fixedNames.contains(name) || scope[name]?.variable == imported[name]?.variable
    }
    return imported.restricted(to: Set(names))
  }

  /// A key of GROUP BY: the name of a column, or an expression over the rows before.
  private func addGroup(_ key: Expression, _ columns: [Column], to collector: AggregateCollector) throws(QueryError) {
    var column = columns.first { $0.expression == key }
    if case .variable(let name) = key.kind, let named = columns.first(where: { $0.name == name }) { column = named }
    let expression = column?.expression ?? key
    if expression.containsAggregate {
      throw QueryError(
        .invalidAggregation, message: "GROUP BY cannot group by an aggregate", range: key.range,
        suggestion: "compute it in a WITH before")
    }
    if let column, collector.hasGroup(column.variable) { return }
    try collector.addGroup(Expression(expression.kind, range: key.range), column?.variable ?? fresh())
  }

  // MARK: ORDER BY, SKIP, LIMIT, WHERE

  private func arrange(
    _ input: LogicalPlan, _ clause: ProjectionClause, subquery: Enclosing?,
    resolving: (Expression) throws(QueryError) -> Typed
  ) throws(QueryError) -> LogicalPlan {
    var plan = input
    if !clause.order.isEmpty {
      var keys: [LogicalPlan.SortKey] = []
      for item in clause.order {
        keys.append(.init(expression: try resolving(item.expression).expression, item))
      }
      plan = .sort(plan, keys)
    }
    plan = try slice(plan, clause.skip, clause.limit, subquery: subquery)
    if let predicate = clause.predicate {
      let condition = try resolving(predicate)
      try require(condition, .boolean, predicate, "WHERE")
      plan = .filter(plan, condition.expression)
    }
    return plan
  }

  func slice(
    _ input: LogicalPlan, _ skip: Expression?, _ limit: Expression?, subquery: Enclosing?
  ) throws(QueryError) -> LogicalPlan {
    guard skip != nil || limit != nil else { return input }
    return .slice(
      input, skip: try rowCount(skip, "SKIP"), limit: try rowCount(limit, "LIMIT"), partition: subquery?.row)
  }

  /// SKIP and LIMIT hold for all rows, so they cannot depend on one.
  private func rowCount(_ expression: Expression?, _ user: String) throws(QueryError) -> PlanExpression? {
    guard let expression else { return nil }
    var mentioned = MentionedNames()
    mentioned.add(expression)
    guard mentioned.names.isEmpty, !expression.containsAggregate else {
      throw QueryError(
        .nonConstantExpression, message: "\(user) cannot depend on a row", range: expression.range,
        suggestion: "use a number or a parameter")
    }
    let typed = try resolve(expression, in: Scope())
    try require(typed, .integer, expression, user)
    if case .integer(let number) = expression.kind, number < 0 {
      throw QueryError(
        .negativeIntegerArgument, message: "\(user) needs a number of rows, \(number) is negative",
        range: expression.range)
    }
    return typed.expression
  }
}

/// Takes the aggregate calls out of a projection's expressions and puts variables in their place.
private final class AggregateCollector {
  private(set) var groups: [LogicalPlan.Binding] = []
  private(set) var calls: [(variable: Variable, call: LogicalPlan.AggregateCall)] = []
  /// Whether all calls there will be are known.
  var isClosed = false
  private unowned let builder: PlanBuilder
  private let input: Scope
  private let range: SourceRange
  /// Whether GROUP BY names the keys, which may then stand inside larger expressions.
  private let hasWrittenKeys: Bool
  private var groupExpressions: [(expression: Expression, name: String)] = []
  private var callExpressions: [(expression: Expression, name: String)] = []
  /// What can be used once the rows are grouped. Names with a blank in front cannot be written in a query.
  private var scope: Scope

  /// - Parameter constants: what is the same for all rows of a group: what comes from around a subquery.
  init(_ builder: PlanBuilder, input: Scope, constants: Scope, range: SourceRange, hasWrittenKeys: Bool) {
    self.builder = builder
    self.input = input
    scope = constants
    self.range = range
    self.hasWrittenKeys = hasWrittenKeys
  }

  func hasGroup(_ variable: Variable) -> Bool { groups.contains { $0.variable == variable } }

  func addGroup(_ expression: Expression, _ variable: Variable) throws(QueryError) {
    let typed = try builder.resolve(expression, in: input)
    groups.append(.init(variable, typed.expression))
    let inner = " group \(groups.count)"
    groupExpressions.append((expression, inner))
    scope.bind(inner, to: .init(variable: variable, types: typed.types, elements: typed.elements, view: typed.view))
  }

  /// `beside` holds the projection's own columns, which ORDER BY and WHERE may name.
  func resolve(_ expression: Expression, beside columns: Scope = Scope()) throws(QueryError) -> Typed {
    let replaced = try replace(expression, columns: Set(columns.names), locals: [], isWhole: true)
    do throws(QueryError) {
      return try builder.resolve(replaced, in: scope.overlaid(with: columns))
    } catch {
      // The name may be there, but not once the rows are grouped.
      guard error.code == .undefinedVariable, let name = name(at: error.range, in: expression), input[name] != nil
      else { throw error }
      throw QueryError(
        expression.containsAggregate || hasWrittenKeys ? .ambiguousAggregationExpression : .undefinedVariable,
        message: "`\(name)` differs from row to row of a group", range: error.range,
        suggestion: hasWrittenKeys
          ? "name it in GROUP BY, or put it into an aggregate such as `collect(…)`"
          : "return it as a column of its own, or compute the expression in a WITH before")
    }
  }

  private func name(at range: SourceRange, in expression: Expression) -> String? {
    var found: String?
    try? expression.walk { (part) throws(QueryError) in
      if part.range == range, case .variable(let name) = part.kind { found = name }
    }
    return found
  }

  private func replace(
    _ expression: Expression, columns: Set<String>, locals: Set<String>, isWhole: Bool = false
  ) throws(QueryError) -> Expression {
    // Only a variable or a property may stand for its group inside a larger expression; of more, nobody can say
    // whether it is meant before or after grouping.
    if isWhole || hasWrittenKeys || expression.isSimple,
      let group = groupExpressions.first(where: { $0.expression == expression })
    {
      return Expression(.variable(group.name), range: expression.range)
    }
    if expression.isAggregate { return try call(expression) }
    return try expression.mapChildren { (child) throws(QueryError) in
      try replace(child, columns: columns, locals: locals)
    }
  }

  private func call(_ expression: Expression) throws(QueryError) -> Expression {
    if let known = callExpressions.first(where: { $0.expression == expression }) {
      return Expression(.variable(known.name), range: expression.range)
    }
    guard !isClosed else {
      throw QueryError(
        .undefinedVariable, message: "this aggregate is not among the columns, so rows cannot be sorted by it",
        range: expression.range, suggestion: "return it as a column too")
    }
    let variable = builder.fresh()
    let name = " call \(calls.count)"
    var types: ValueTypes = .integer
    var elements: ValueTypes = .any
    var view: Int?
    var resolved = LogicalPlan.AggregateCall(function: nil, isDistinct: false, arguments: [], range: expression.range)
    if case .call(let call) = expression.kind {
      let signature = try builder.signature(of: call)
      var arguments: [PlanExpression] = []
      for (position, argument) in call.arguments.enumerated() {
        if argument.containsAggregate {
          throw QueryError(
            .nestedAggregation, message: "an aggregate cannot stand inside another", range: argument.range,
            suggestion: "compute the inner one in a WITH before")
        }
        let typed = try builder.resolve(argument, in: input)
        try builder.require(typed, signature.parameters[position].types, argument, "`\(signature.name)`")
        if position == 0, signature.name == "collect" { elements = typed.types }
        if ["collect", "min", "max"].contains(signature.name) { view = typed.view }
        try refuseRandom(argument)
        arguments.append(typed.expression)
      }
      types = signature.result
      resolved = .init(
        function: signature, isDistinct: call.isDistinct, arguments: arguments, range: expression.range)
    }
    calls.append((variable, resolved))
    callExpressions.append((expression, name))
    scope.bind(name, to: .init(variable: variable, types: types, elements: elements, view: view))
    return Expression(.variable(name), range: expression.range)
  }

  private func refuseRandom(_ argument: Expression) throws(QueryError) {
    try argument.walk { (part) throws(QueryError) in
      guard case .call(let call) = part.kind, let signature = FunctionCatalog.signature(named: call.name.text),
        !signature.isDeterministic, signature.name == "rand"
      else { return }
      throw QueryError(
        .nonConstantExpression, message: "`rand()` cannot stand inside an aggregate", range: part.range,
        suggestion: "draw the numbers in a WITH before")
    }
  }
}

extension Expression {
  /// A variable, or a property of one: what may stand for its group.
  fileprivate var isSimple: Bool {
    switch kind {
    case .variable: true
    case .property(let base, _): base.isSimple
    default: false
    }
  }
}
