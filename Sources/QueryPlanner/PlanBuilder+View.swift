import GraphCore
import QueryLanguage
import SourceText

/// MATCH with `AS OF`, `WITHOUT SOURCE`, `ONLY SOURCE`: a view of the graph that the pattern is matched in, and that what it
/// finds is read in afterwards.
extension PlanBuilder {
  func viewedMatch(_ clause: MatchClause, on stage: Stage) throws(QueryError) -> Stage {
    let view = views.count
    views.append(try planned(clause.filters))
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
      let value = try resolve(filter.value, in: Scope())
      planned.append(PlannedProvenanceFilter(kind: filter.kind, value: value.expression))
    }
    return planned
  }
}

extension Expression {
  /// The variable whose element the expression looks into: that of `x.key`, `x[key]`, `x:Label`, `x {…}` and `f(x)`.
  var subject: String? {
    switch kind {
    case .property(let base, _), .index(let base, _), .hasLabels(let base, _), .propertyExists(let base, _):
      base.variableName
    case .mapProjection(let name, _): name.text
    case .call(let call):
      if case .property(let base, _) = call.arguments.first?.kind {
        base.variableName
      } else {
        call.arguments.first?.variableName
      }
    default: nil
    }
  }

  private var variableName: String? {
    if case .variable(let name) = kind { name } else { nil }
  }
}
