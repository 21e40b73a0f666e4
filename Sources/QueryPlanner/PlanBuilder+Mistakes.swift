import GraphCore
import QueryLanguage
import SourceText

/// Going on after a mistake: each clause is planned on what the clauses before it would have left.
extension PlanBuilder {
  func mistakes(in query: Query, first: QueryError) -> [QueryError] {
    mistakes = []
    do throws(QueryError) {
      for part in query.parts {
        for operand in part.operands where !operand.clauses.isEmpty {
          _ = try build(operand, on: .unit, scope: Scope(), subquery: nil)
        }
        // What a part hands on is not known once something in it is wrong.
        if let mistakes, !mistakes.isEmpty { break }
      }
    } catch {
      note(error)
    }
    note(first)
    let found = (mistakes ?? []).sorted { ($0.range.start, $0.range.end) < ($1.range.start, $1.range.end) }
    return Array(found.prefix(Script.mostMistakes))
  }

  /// One mistake for one place: the first that was found there.
  private func note(_ error: QueryError) {
    guard mistakes != nil, !hasEnoughMistakes, mistakePlaces.insert(error.range.start).inserted else { return }
    mistakes?.append(error)
  }

  /// Whether no more are looked for: each that is costs a look at what stands around it.
  private var hasEnoughMistakes: Bool { mistakes.map { $0.count >= Script.mostMistakes } ?? false }

  /// Whether a clause can be planned; what is wrong with it is noted. Queries inside it count as a part of it.
  func survives(_ clause: Clause, _ stage: Stage) -> Bool {
    if hasEnoughMistakes { return false }
    do throws(QueryError) {
      // By a builder of its own, which stops at the first mistake.
      let single = SingleQuery(clauses: [clause], range: clause.range)
      _ = try PlanBuilder(context).build(single, on: stage.plan, scope: stage.scope, subquery: nil)
      return true
    } catch {
      note(error)
      let names = scope(behind: clause, stage.scope, bindsColumns: false)
      for expression in clause.separateExpressions {
        if hasEnoughMistakes { break }
        do throws(QueryError) {
          _ = try PlanBuilder(context).resolve(expression, in: names)
        } catch {
          // An aggregate is in its place here.
          if error.code != .invalidAggregation { note(error) }
        }
      }
      return false
    }
  }

  /// The names there are behind a clause that could not be planned, of which nothing else is known.
  func scope(behind clause: Clause, _ scope: Scope, bindsColumns: Bool = true) -> Scope {
    var result = scope
    func bind(_ name: Name?) {
      guard let name, result[name.text] == nil else { return }
      result.bind(name.text, to: .init(variable: fresh(name.text), types: .any))
    }
    func bind(_ pattern: PathPattern) {
      bind(pattern.variable)
      bind(pattern.start.variable)
      for step in pattern.steps {
        switch step.link {
        case .edge(let edge): bind(edge.variable)
        case .group(let group): bind(group.pattern)
        }
        bind(step.node.variable)
      }
    }
    switch clause {
    case .match(let match): for pattern in match.patterns { bind(pattern) }
    case .create(let create): for pattern in create.patterns { bind(pattern) }
    case .merge(let merge): bind(merge.pattern)
    case .unwind(let unwind): bind(unwind.variable)
    case .for(let loop): bind(loop.variable)
    case .let(let clause): for definition in clause.definitions { bind(definition.name) }
    case .load(let load): bind(load.variable)
    case .subquery(let clause):
      guard let last = clause.query.parts.last?.operands.first?.clauses.last, case .return(let columns) = last else {
        break
      }
      for item in columns.items {
        if let alias = item.alias {
          bind(alias)
        } else if case .variable(let name) = item.expression.kind {
          bind(Name(name, range: item.expression.range))
        }
      }
    case .call(let call):
      if case .fields(let fields, _) = call.yield { for field in fields { bind(field.alias ?? field.field) } }
    case .with(let projection) where bindsColumns:
      result = projection.includesAll ? result : Scope()
      for item in projection.items {
        if let alias = item.alias {
          bind(alias)
        } else if case .variable(let name) = item.expression.kind {
          bind(Name(name, range: item.expression.range))
        }
      }
    default: break
    }
    return result
  }
}

extension Clause {
  /// Expressions that can be resolved each for itself, in the scope of the clause.
  fileprivate var separateExpressions: [Expression] {
    switch self {
    case .with(let projection), .return(let projection): projection.items.map(\.expression)
    case .match(let match): match.predicate.map(\.conjuncts) ?? []
    case .filter(let filter): filter.predicate.conjuncts
    case .let(let clause): clause.definitions.map(\.value)
    case .unwind(let unwind): [unwind.list]
    case .page(let page): page.order.map(\.expression)
    case .call(let call): call.arguments ?? []
    default: []
    }
  }
}

extension Expression {
  fileprivate var conjuncts: [Expression] {
    var parts: [Expression] = []
    var rest = self
    while case .binary(.and, let left, let right) = rest.kind {
      parts.append(right)
      rest = left
    }
    return (parts + [rest]).reversed()
  }
}
