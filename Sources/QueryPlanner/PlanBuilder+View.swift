import GraphCore
import QueryLanguage
import SourceText

/// MATCH with `AS OF`, `WITHOUT SOURCE`, `ONLY SOURCE`: a view of the graph that the pattern is matched in, and that what it
/// finds is read in afterwards.
extension PlanBuilder {
  func viewedMatch(_ clause: MatchClause, on stage: Stage) throws(QueryError) -> Stage {
    let view = views.count
    views.append(try planned(clause.filters))
    let outer = isViewing
    isViewing = true
    defer { isViewing = outer }
    let inner = try subplan(clause, on: stage)
    var scope = stage.scope
    var added: [Variable] = []
    for name in inner.scope.names where stage.scope[name] == nil {
      guard var binding = inner.scope[name] else { continue }
      binding.view = view
      scope.bind(name, to: binding)
      added.append(binding.variable)
    }
    return Stage(
      plan: .apply(
        stage.plan,
        .init(
          subplan: inner.subplan, kind: clause.isOptional ? .optional : .inner, added: added,
          isUpdating: false, view: view)),
      scope: scope)
  }

  /// Filters hold for a whole MATCH or statement, so they know no row.
  func planned(_ filters: [ProvenanceFilter]) throws(QueryError) -> [PlannedProvenanceFilter] {
    var planned: [PlannedProvenanceFilter] = []
    for filter in filters {
      var mentioned = MentionedNames()
      mentioned.add(filter.value)
      let words = mentioned.names.filter { FunctionCatalog.clockWords[$0.lowercased()] == nil }
      guard words.isEmpty, !filter.value.containsAggregate else {
        throw QueryError(
          .nonConstantExpression, message: "a provenance filter cannot depend on a row", range: filter.value.range,
          suggestion: "use a value such as `date('2024-03-24')`, or a parameter")
      }
      let value = try resolve(filter.value, in: Scope())
      planned.append(PlannedProvenanceFilter(kind: filter.kind, value: value.expression))
    }
    return planned
  }

  // MARK: Reading in a view

  /// An expression that looks into the graph where its elements were found. Its operands are what they are around it.
  func reading(
    in view: Int?, _ operands: [PlanExpression], _ range: SourceRange,
    _ make: ([PlanExpression]) -> PlanExpression.Kind
  ) -> PlanExpression {
    guard let view else { return PlanExpression(make(operands), range: range) }
    var bound: [(Variable, PlanExpression)] = []
    let values = operands.map { operand in
      switch operand.kind {
      case .constant, .parameter, .variable: return operand
      default:
        let variable = fresh()
        bound.append((variable, operand))
        return PlanExpression(.variable(variable), range: operand.range)
      }
    }
    let inner = PlanExpression(make(values), range: range)
    return bind(bound, in: PlanExpression(.viewed(view, inner), range: range))
  }

  /// The view of a value that is put together of others: the one that all elements in it share. Which of several an
  /// element comes from, a value does not tell: it is then read as everything else is, with a warning.
  func commonView(_ parts: [Typed], _ range: SourceRange) -> Int? {
    guard !views.isEmpty else { return nil }
    let found = Set(parts.filter { $0.view != nil || $0.isOfElements }.map(\.view))
    guard found.count > 1 else { return found.first ?? nil }
    warnOfLostView(range)
    return nil
  }

  func warnOfLostView(_ range: SourceRange) {
    warnings.append(
      Diagnostic(
        .warning, code: "LostView",
        message: "elements that were found under different filters come together here, and will be read without them",
        range: range, suggestion: "take what you need of them before: `collect(e.name)` instead of `collect(e)`"))
  }
}
