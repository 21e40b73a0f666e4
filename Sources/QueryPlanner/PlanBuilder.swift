import GraphCore
import QueryLanguage
import SourceText

/// Plans a query: resolves its names, checks its types, and lays operators on each other clause by clause.
///
/// - Throws: the first mistake found, as `QueryError` of phase `compile`.
/// - Complexity: linear in the query but for the order of joins, which is quadratic in the edges of one MATCH.
public func plan(_ query: Query, in context: PlanningContext) throws(QueryError) -> PlannedQuery {
  let builder = PlanBuilder(context, isChanging: query.isUpdating)
  let result = try builder.build(query.parts, on: .unit, scope: Scope(), subquery: nil)
  let filters = try builder.planned(query.filters)
  return PlannedQuery(
    plan: builder.rewritten(result.plan), columns: result.columns,
    isUpdating: builder.isUpdating, mode: query.mode,
    warnings: builder.warnings, parameters: builder.parameters.sorted { $0.key < $1.key }.map { ($0.key, $0.value) },
    filters: filters, views: builder.views)
}

/// All mistakes of a query that can be found without data, in the order of the text: the one that `plan` throws, and
/// those of other clauses and columns that are no consequence of it. Empty if there is a plan.
public func mistakes(in query: Query, _ context: PlanningContext) -> [QueryError] {
  do throws(QueryError) {
    _ = try plan(query, in: context)
    return []
  } catch {
    guard error.category != .resourceError else { return [error] }
    return PlanBuilder(context).mistakes(in: query, first: error)
  }
}

/// Holds what is common to all clauses of one statement. The clauses' own parts stand in extensions, a file each.
final class PlanBuilder {
  let context: PlanningContext
  var warnings: [Diagnostic] = []
  /// With the first place of each.
  private(set) var parameters: [String: SourceRange] = [:]
  var isUpdating = false
  /// The mistakes found so far, where all are wanted and not just the first.
  var mistakes: [QueryError]?
  /// Where they begin.
  var mistakePlaces: Set<Int> = []
  /// The provenance filters of each MATCH that has some.
  var views: [[PlannedProvenanceFilter]] = []
  /// Whether what is planned looks at the graph under the filters of a MATCH.
  var isViewing = false
  private var nextVariable = 0
  private var operatorCount = 0
  private var warned: Set<String> = []
  /// What the CASEs around the place that is being resolved ask about, the innermost last.
  var caseSubjects: [Typed] = []

  private let rules: [any RewriteRule]

  /// - Parameter isChanging: whether the statement may change the graph while it runs.
  init(_ context: PlanningContext, isChanging: Bool = true) {
    self.context = context
    rules = context.options.isPlain ? [] : rewriteRules(isChanging ? nil : context.graph)
  }

  func rewritten(_ plan: LogicalPlan) -> LogicalPlan { rules.isEmpty ? plan : rewrite(plan, rules) }

  func note(parameter name: String, _ range: SourceRange) {
    if parameters[name].map({ range < $0 }) ?? true { parameters[name] = range }
  }

  /// To be called for whatever makes the plan deeper, with the most operators it may add.
  func count(operators: Int, _ range: SourceRange) throws(QueryError) {
    operatorCount += operators
    guard operatorCount <= PlannerLimits.longestPlan else {
      throw QueryError(
        .queryTooLong, .resourceError,
        message: "a statement may have at most \(PlannerLimits.longestPlan) steps, and has more from here on",
        range: range,
        suggestion: "split it into several statements")
    }
  }

  func fresh(_ name: String? = nil) -> Variable {
    nextVariable += 1
    return Variable(id: nextVariable, name: name ?? "#\(nextVariable)")
  }

  /// What a plan under construction is: its operators and the names in reach.
  struct Stage {
    var plan: LogicalPlan
    var scope: Scope
  }

  /// In a subquery: what comes from around it and must be carried through every projection.
  struct Enclosing {
    let row: Variable
    /// What can be used everywhere in the subquery.
    let imported: Scope
    /// What a WITH at the beginning may take from around the subquery: in the old form of CALL.
    var importable: Scope?
    /// Whether it is a clause and no part of an expression.
    var mayUpdate = false
    /// What a CALL imports: its columns become names beside these, so that `*` leaves them out and no WITH can give them
    /// another meaning.
    var fixedNames: Set<String> = []

    var carried: [Variable] { imported.variables + [row] }
  }

  struct Built {
    var plan: LogicalPlan
    var columns: [String]
    /// The variables of the columns.
    var variables: [Variable]
    var bindings: [Scope.Binding]
  }

  // MARK: Statements

  func build(
    _ query: SingleQuery, on input: LogicalPlan, scope: Scope, subquery: Enclosing?
  ) throws(QueryError) -> Built {
    var stage = Stage(plan: input, scope: scope)
    for (position, clause) in query.clauses.enumerated() {
      if mistakes != nil, !survives(clause, stage) {
        stage.scope = self.scope(behind: clause, stage.scope)
        continue
      }
      if clause.isUpdating {
        isUpdating = true
        guard subquery?.mayUpdate ?? true else {
          throw QueryError(
            .invalidClauseComposition, message: "a subquery in an expression cannot change the graph",
            range: clause.range, suggestion: "change it in a clause of its own, such as `CALL (*) { … }`")
        }
      }
      switch clause {
      case .match(let clause): stage = try match(clause, on: stage)
      case .unwind(let clause): stage = try unwind(clause, on: stage)
      case .with(let clause):
        if position == 0, let importable = subquery?.importable,
          let imported = try imports(of: clause, from: importable)
        {
          stage.scope = imported
        } else {
          stage = try with(clause, on: stage, subquery: subquery)
        }
      case .return(let clause): return try returning(clause, on: stage, subquery: subquery)
      case .create(let clause): try create(clause, on: &stage)
      case .merge(let clause): stage = try merge(clause, on: stage)
      case .set(let clause): stage = try set(clause, on: stage)
      case .remove(let clause): stage = try remove(clause, on: stage)
      case .delete(let clause): stage = try delete(clause, on: stage)
      case .call(let clause):
        let isStandalone = query.clauses.count == 1 && subquery == nil && input.isUnit && !clause.isOptional
        stage = try call(clause, on: stage, isStandalone: isStandalone)
        if isStandalone { return standaloneResult(of: stage) }
      case .filter(let clause): stage = try filter(clause, on: stage)
      case .let(let clause): stage = try define(clause, on: stage)
      case .for(let clause): stage = try loop(clause, on: stage)
      case .page(let clause): stage = try page(clause, on: stage, subquery: subquery)
      case .load(let clause): stage = try load(clause, on: stage)
      case .finish: break
      case .subquery(let clause): stage = try callSubquery(clause, on: stage)
      case .foreach(let clause): stage = try foreach(clause, on: stage)
      case .nested(let nested):
        return try build(nested.query, on: stage.plan, scope: stage.scope, subquery: subquery)
      case .conditional(let conditional): return try self.conditional(conditional, on: stage, subquery: subquery)
      }
    }
    if subquery != nil { return Built(plan: stage.plan, columns: [], variables: [], bindings: []) }
    return Built(plan: .discard(stage.plan), columns: [], variables: [], bindings: [])
  }

  /// A CALL that stands alone returns what the procedure yields, in the procedure's order.
  private func standaloneResult(of stage: Stage) -> Built {
    guard case .call(_, let call) = stage.plan, !call.isVoid else {
      return Built(plan: .discard(stage.plan), columns: [], variables: [], bindings: [])
    }
    let variables = call.outputs.map(\.variable)
    let bindings = variables.map { variable in
      stage.scope.bindings.values.first { $0.variable == variable } ?? Scope.Binding(variable: variable, types: .any)
    }
    let project = variables.map { LogicalPlan.Binding($0, PlanExpression(.variable($0), range: call.range)) }
    return Built(
      plan: .project(stage.plan, project), columns: variables.map(\.name), variables: variables, bindings: bindings)
  }

  // MARK: What all clauses need

  func alreadyBound(_ name: Name) -> QueryError {
    QueryError(
      .variableAlreadyBound, message: "`\(name.text)` is defined already", range: name.range,
      suggestion: "give this one another name")
  }

  func undefined(_ name: String, range: SourceRange, in scope: Scope) -> QueryError {
    let nearest = nearestName(to: name, among: scope.names)
    return QueryError(
      .undefinedVariable, message: "`\(name)` is not defined", range: range,
      suggestion: nearest.map { "did you mean `\($0)`?" })
  }

  func quoted(_ names: [String]) -> String {
    names.isEmpty ? "none" : names.map { "`\($0)`" }.joined(separator: ", ")
  }

  enum NameKind: String { case label, property, edgeType = "edge type" }

  /// An unknown name matches nothing, which is seldom meant. Graphs without any such name are not worth a warning.
  func warnIfUnknown(_ name: Name, _ kind: NameKind) {
    let known: [String]
    switch kind {
    case .label: known = context.names.labels
    case .property: known = context.names.propertyKeys
    case .edgeType: known = context.names.edgeTypes
    }
    guard !known.isEmpty, !known.contains(name.text), warned.insert("\(kind) \(name.text)").inserted else { return }
    let code =
      switch kind {
      case .label: "UnknownLabel"
      case .property: "UnknownProperty"
      case .edgeType: "UnknownEdgeType"
      }
    warnings.append(
      Diagnostic(
        .warning, code: code, message: "unknown \(kind.rawValue) `\(name.text)`", range: name.range,
        suggestion: nearestName(to: name.text, among: known).map { "did you mean `\($0)`?" }))
  }

  func warnIfUnknown(_ labels: LabelExpression, _ kind: NameKind) {
    switch labels {
    case .name(let name): warnIfUnknown(name, kind)
    case .and(let a, let b), .or(let a, let b):
      warnIfUnknown(a, kind)
      warnIfUnknown(b, kind)
    case .not(let inner): warnIfUnknown(inner, kind)
    case .any, .computed: break
    }
  }
}
