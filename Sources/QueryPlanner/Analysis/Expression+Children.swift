import QueryLanguage

extension Expression {
  /// This expression with each part that stands directly in it replaced. Patterns' and subqueries' inner expressions are
  /// not touched: they have scopes of their own.
  package func mapChildren(_ replace: (Expression) throws(QueryError) -> Expression) throws(QueryError) -> Expression {
    func optional(_ child: Expression?) throws(QueryError) -> Expression? {
      guard let child else { return nil }
      return try replace(child)
    }
    func all(_ children: [Expression]) throws(QueryError) -> [Expression] {
      var result: [Expression] = []
      for child in children { result.append(try replace(child)) }
      return result
    }
    let mapped: Kind
    switch kind {
    case .null, .boolean, .integer, .float, .string, .parameter, .variable, .countAll, .caseSubject, .pattern,
      .subquery,
      .patternComprehension:
      mapped = kind
    case .list(let items): mapped = .list(try all(items))
    case .map(let entries):
      let values = try all(entries.map(\.value))
      mapped = .map(zip(entries, values).map { MapEntry(key: $0.key, value: $1) })
    case .property(let base, let key): mapped = .property(try replace(base), key: key)
    case .index(let base, let index): mapped = .index(try replace(base), try replace(index))
    case .slice(let base, let from, let to):
      mapped = .slice(try replace(base), from: try optional(from), to: try optional(to))
    case .hasLabels(let base, let labels):
      mapped = .hasLabels(try replace(base), try labels.mapExpressions(replace))
    case .isTruth(let operand, let truth, let isNegated):
      mapped = .isTruth(try replace(operand), truth, isNegated: isNegated)
    case .isTyped(let operand, let type, let isNegated):
      mapped = .isTyped(try replace(operand), type, isNegated: isNegated)
    case .isNormalized(let operand, let form, let isNegated):
      mapped = .isNormalized(try replace(operand), form, isNegated: isNegated)
    case .isDirected(let operand, let isNegated): mapped = .isDirected(try replace(operand), isNegated: isNegated)
    case .cast(let operand, let type): mapped = .cast(try replace(operand), type)
    case .propertyExists(let element, let key): mapped = .propertyExists(try replace(element), key: key)
    case .unary(let op, let operand): mapped = .unary(op, try replace(operand))
    case .binary(let op, let left, let right): mapped = .binary(op, try replace(left), try replace(right))
    case .comparison(let first, let rest):
      let operands = try all(rest.map(\.operand))
      mapped = .comparison(
        try replace(first), zip(rest, operands).map { Comparison(operator: $0.operator, operand: $1) })
    case .isNull(let operand, let isNegated): mapped = .isNull(try replace(operand), isNegated: isNegated)
    case .call(var call):
      call.arguments = try all(call.arguments)
      mapped = .call(call)
    case .case(var expression):
      expression.subject = try optional(expression.subject)
      let branches = expression.branches
      expression.branches = []
      for branch in branches {
        expression.branches.append(.init(when: try all(branch.when), then: try replace(branch.then)))
      }
      expression.otherwise = try optional(expression.otherwise)
      mapped = .case(expression)
    case .listComprehension(let variable, let list, let predicate, let result):
      mapped = .listComprehension(
        variable: variable, list: try replace(list), predicate: try optional(predicate), result: try optional(result))
    case .quantified(let quantifier, let variable, let list, let predicate):
      mapped = .quantified(quantifier, variable: variable, list: try replace(list), predicate: try replace(predicate))
    case .reduce(let accumulator, let initial, let variable, let list, let result):
      mapped = .reduce(
        accumulator: accumulator, initial: try replace(initial), variable: variable, list: try replace(list),
        result: try replace(result))
    case .allReduce(let accumulator, let initial, let variable, let list, let result, let predicate):
      mapped = .allReduce(
        accumulator: accumulator, initial: try replace(initial), variable: variable, list: try replace(list),
        result: try replace(result), predicate: try replace(predicate))
    case .mapProjection(let name, let items):
      var replaced: [MapProjectionItem] = []
      for item in items {
        if case .entry(let entry) = item {
          replaced.append(.entry(MapEntry(key: entry.key, value: try replace(entry.value))))
        } else {
          replaced.append(item)
        }
      }
      mapped = .mapProjection(name, replaced)
    }
    return Expression(mapped, range: range)
  }

  /// Calls `visit` for this expression and everything in it, outer before inner; not into patterns and subqueries.
  func walk(_ visit: (Expression) throws(QueryError) -> Void) throws(QueryError) {
    try visit(self)
    _ = try mapChildren { (child) throws(QueryError) in
      try child.walk(visit)
      return child
    }
  }

  /// Whether an aggregate function stands in it, outside of subqueries.
  package var containsAggregate: Bool {
    var found = false
    // `walk` only throws what its closure throws, and this one does not.
    try? walk { (expression) throws(QueryError) in
      if expression.isAggregate { found = true }
    }
    return found
  }

  var isAggregate: Bool {
    switch kind {
    case .countAll: true
    case .call(let call): FunctionCatalog.signature(named: call.name.text)?.kind == .aggregate
    default: false
    }
  }
}

extension LabelExpression {
  /// These labels with the expressions in them replaced.
  func mapExpressions(_ replace: (Expression) throws(QueryError) -> Expression) throws(QueryError) -> LabelExpression {
    switch self {
    case .name, .any: self
    case .and(let a, let b): .and(try a.mapExpressions(replace), try b.mapExpressions(replace))
    case .or(let a, let b): .or(try a.mapExpressions(replace), try b.mapExpressions(replace))
    case .not(let inner): .not(try inner.mapExpressions(replace))
    case .computed(let expression, let needsAll): .computed(try replace(expression), needsAll: needsAll)
    }
  }

  /// The expressions that compute names.
  var expressions: [Expression] {
    switch self {
    case .name, .any: []
    case .and(let a, let b), .or(let a, let b): a.expressions + b.expressions
    case .not(let inner): inner.expressions
    case .computed(let expression, _): [expression]
    }
  }
}

/// All names that a piece of syntax mentions, whatever they stand for: what a subquery may import from around it.
struct MentionedNames {
  private(set) var names: Set<String> = []
  /// `*` stands somewhere: every name may be meant.
  private(set) var includesAll = false

  mutating func add(_ expression: Expression) {
    let visitor = Collector()
    try? expression.walk { (part) throws(QueryError) in visitor.visit(part) }
    names.formUnion(visitor.names)
    for pattern in visitor.patterns { add(pattern) }
    for subquery in visitor.subqueries { add(subquery) }
  }

  mutating func add(_ subquery: Expression.Subquery) {
    switch subquery {
    case .pattern(let patterns, let predicate):
      for pattern in patterns { add(pattern) }
      if let predicate { add(predicate) }
    case .query(let query): add(query)
    }
  }

  mutating func add(_ query: Query) {
    for part in query.parts {
      for single in part.operands {
        for clause in single.clauses { add(clause) }
      }
    }
  }

  mutating func add(_ pattern: PathPattern) {
    if let variable = pattern.variable { names.insert(variable.text) }
    add(pattern.start)
    for step in pattern.steps {
      switch step.link {
      case .edge(let edge): add(edge)
      case .group(let group): add(group.pattern)
      }
      add(step.node)
    }
    if let predicate = pattern.predicate { add(predicate) }
    if let count = pattern.selection?.count { add(count) }
  }

  private mutating func add(_ edge: EdgePattern) {
    if let variable = edge.variable { names.insert(variable.text) }
    for expression in edge.types?.expressions ?? [] { add(expression) }
    for expression in [edge.properties, edge.predicate].compactMap({ $0 }) { add(expression) }
  }

  private mutating func add(_ node: NodePattern) {
    if let variable = node.variable { names.insert(variable.text) }
    for expression in node.labels?.expressions ?? [] { add(expression) }
    for expression in [node.properties, node.predicate].compactMap({ $0 }) { add(expression) }
  }

  private mutating func add(_ clause: Clause) {
    switch clause {
    case .match(let match):
      for pattern in match.patterns { add(pattern) }
      if let predicate = match.predicate { add(predicate) }
      for filter in match.filters { add(filter.value) }
    case .unwind(let unwind): add(unwind.list)
    case .with(let projection), .return(let projection):
      if projection.includesAll { includesAll = true }
      for item in projection.items { add(item.expression) }
      for key in projection.grouping ?? [] { add(key) }
      for item in projection.order { add(item.expression) }
      for expression in [projection.skip, projection.limit, projection.predicate].compactMap({ $0 }) { add(expression) }
    case .call(let call):
      for argument in call.arguments ?? [] { add(argument) }
      if case .fields(_, let predicate?) = call.yield { add(predicate) }
    case .filter(let filter): add(filter.predicate)
    case .let(let clause): for definition in clause.definitions { add(definition.value) }
    case .for(let clause): add(clause.list)
    case .page(let page):
      for item in page.order { add(item.expression) }
      for expression in [page.skip, page.limit].compactMap({ $0 }) { add(expression) }
    case .load(let load): add(load.source)
    case .finish: break
    case .subquery(let call):
      switch call.imports {
      case .all: includesAll = true
      case .names(let imported): names.formUnion(imported.map(\.text))
      case .byWith: break
      }
      add(call.query)
    case .nested(let nested): add(nested.query)
    case .conditional(let conditional):
      for branch in conditional.branches { add(branch.predicate) }
      for query in conditional.queries { add(query) }
    case .foreach: includesAll = true
    case .create, .merge, .set, .remove, .delete: includesAll = true
    }
  }

  private final class Collector {
    var names: Set<String> = []
    var patterns: [PathPattern] = []
    var subqueries: [Expression.Subquery] = []

    func visit(_ part: Expression) {
      switch part.kind {
      case .variable(let name): names.insert(name)
      case .mapProjection(let name, let items):
        names.insert(name.text)
        for case .variable(let variable) in items { names.insert(variable.text) }
      case .pattern(let pattern): patterns.append(pattern)
      case .patternComprehension(let pattern, let predicate, let result):
        subqueries.append(.pattern([pattern], predicate: predicate))
        subqueries.append(.pattern([], predicate: result))
      case .subquery(_, let subquery): subqueries.append(subquery)
      default: break
      }
    }
  }
}
