import GraphCore
import QueryLanguage
import SourceText

extension PlanBuilder {
  // MARK: CREATE

  /// In place, since a statement may be thousands of CREATEs long: names and elements are added to, not copied.
  func create(_ clause: CreateClause, on stage: inout Stage) throws(QueryError) {
    var draft = CreationDraft()
    for pattern in clause.patterns {
      try add(pattern, to: &draft, &stage.scope, before: nil, user: clause.isInsert ? "INSERT" : "CREATE")
    }
    // One CREATE after another is one, as long as no path of the first can be used in the second.
    if case .create(let input, var both) = stage.plan, both.paths.isEmpty {
      stage.plan = input
      both.elements += draft.elements
      both.paths = draft.paths
      stage.plan = .create(input, both)
      return
    }
    try count(operators: 1, clause.range)
    stage.plan = .create(stage.plan, draft.creation)
  }

  private struct CreationDraft {
    var elements: [LogicalPlan.CreatedElement] = []
    var paths: [LogicalPlan.Binding] = []
    var creation: LogicalPlan.Creation { .init(elements: elements, paths: paths) }
  }

  private func add(
    _ pattern: PathPattern, to draft: inout CreationDraft, _ scope: inout Scope, before: Scope?, user: String
  ) throws(QueryError) {
    guard pattern.search == .all else {
      throw QueryError(.invalidRelationshipPattern, message: "\(user) takes no path search", range: pattern.range)
    }
    var from = try node(pattern.start, isAlone: pattern.steps.isEmpty, to: &draft, &scope, before, user)
    var elements: [PlanExpression.PathElement] = [.node(from)]
    for step in pattern.steps {
      guard let pattern = step.link.edge else {
        throw QueryError(
          .invalidRelationshipPattern, message: "\(user) takes no quantified pattern", range: step.node.range)
      }
      let to = try node(step.node, isAlone: false, to: &draft, &scope, before, user)
      let edge = try self.edge(pattern, from: from, to: to, into: &draft, &scope, before, user)
      elements += [.edge(edge), .node(to)]
      from = to
    }
    if let name = pattern.variable {
      guard scope[name.text] == nil else { throw alreadyBound(name) }
      let variable = fresh(name.text)
      scope.bind(name.text, to: .init(variable: variable, types: .path))
      draft.paths.append(.init(variable, PlanExpression(.path(elements), range: pattern.range)))
    }
  }

  private func node(
    _ pattern: NodePattern, isAlone: Bool, to draft: inout CreationDraft, _ scope: inout Scope, _ before: Scope?,
    _ user: String
  ) throws(QueryError) -> Variable {
    if let predicate = pattern.predicate { throw misplacedWhere(predicate.range, user) }
    if let name = pattern.variable, let known = scope[name.text] {
      guard !isAlone, pattern.labels == nil, pattern.properties == nil else { throw alreadyBound(name) }
      guard known.types.contains(.node) || known.types == .never else {
        throw QueryError(
          .variableTypeConflict, message: "`\(name.text)` is \(known.types.names) already and cannot be Node here",
          range: name.range)
      }
      return known.variable
    }
    let variable = fresh(pattern.variable?.text)
    // MERGE looks for the pattern first, when none of it is known yet.
    let properties = try creationProperties(pattern.properties, in: before ?? scope, user)
    let (labels, computed) = try names(pattern.labels, pattern.range, in: before ?? scope, user)
    draft.elements.append(
      .node(.init(variable: variable, labels: labels, computedLabels: computed, properties: properties)))
    if let name = pattern.variable { scope.bind(name.text, to: .init(variable: variable, types: .node)) }
    return variable
  }

  private func edge(
    _ pattern: EdgePattern, from: Variable, to: Variable, into draft: inout CreationDraft, _ scope: inout Scope,
    _ before: Scope?, _ user: String
  ) throws(QueryError) -> Variable {
    if let predicate = pattern.predicate { throw misplacedWhere(predicate.range, user) }
    if let name = pattern.variable, scope[name.text] != nil { throw alreadyBound(name) }
    guard pattern.length == nil else {
      throw QueryError(
        .creatingVarLength, message: "\(user) needs relationships one by one, not a variable length",
        range: pattern.range)
    }
    let type: LogicalPlan.EdgeTypeSource
    switch pattern.types {
    case .name(let name): type = .name(name.text)
    case .computed(let expression, true): type = .computed(try resolve(expression, in: before ?? scope).expression)
    default:
      throw QueryError(
        .noSingleRelationshipType, message: "\(user) needs exactly one type for a relationship", range: pattern.range,
        suggestion: "write `-[:TYPE]->`")
    }
    if pattern.direction == .either, user != "MERGE" {
      let typeText = pattern.types.map(\.description) ?? "TYPE"
      throw QueryError(
        .requiresDirectedRelationship, message: "\(user) needs a direction for a relationship", range: pattern.range,
        suggestion: "write `-[:\(typeText)]->` or `<-[:\(typeText)]-`")
    }
    let variable = fresh(pattern.variable?.text)
    let isBackwards = pattern.direction == .incoming
    draft.elements.append(
      .edge(
        .init(
          variable: variable, type: type, from: isBackwards ? to : from, to: isBackwards ? from : to,
          properties: try creationProperties(pattern.properties, in: before ?? scope, user), range: pattern.range)))
    if let name = pattern.variable { scope.bind(name.text, to: .init(variable: variable, types: .edge)) }
    return variable
  }

  private func misplacedWhere(_ range: SourceRange, _ user: String) -> QueryError {
    QueryError(.unexpectedSyntax, message: "\(user) takes no WHERE inside a pattern", range: range)
  }

  private func creationProperties(
    _ properties: Expression?, in scope: Scope, _ user: String
  ) throws(QueryError) -> PlanExpression? {
    guard let properties else { return nil }
    if user == "MERGE", case .parameter = properties.kind {
      throw QueryError(
        .invalidParameterUse, message: "a pattern to be matched needs its properties one by one",
        range: properties.range,
        suggestion: "write `{key: $parameter.key}`")
    }
    return try resolve(properties, in: scope).expression
  }

  private func names(
    _ labels: LabelExpression?, _ range: SourceRange, in scope: Scope, _ user: String
  ) throws(QueryError) -> ([String], [PlanExpression]) {
    guard let labels else { return ([], []) }
    var names: [String] = []
    var computed: [PlanExpression] = []
    func add(_ label: LabelExpression) throws(QueryError) {
      switch label {
      case .name(let name): names.append(name.text)
      case .and(let a, let b):
        try add(a)
        try add(b)
      case .computed(let expression, true):
        let typed = try resolve(expression, in: scope)
        try require(typed, [.string, .list], expression, "a computed label")
        computed.append(typed.expression)
      case .or, .not, .any, .computed(_, false):
        throw QueryError(
          .unexpectedSyntax, message: "\(user) needs plain labels, not a choice of them", range: range,
          suggestion: user == "INSERT" ? "write `:A&B`" : "write `:A:B`")
      }
    }
    try add(labels)
    return (names, computed)
  }

  // MARK: MERGE

  func merge(_ clause: MergeClause, on stage: Stage) throws(QueryError) -> Stage {
    try count(operators: 1, clause.range)
    var mentioned = MentionedNames()
    mentioned.add(clause.pattern)
    let imported = stage.scope.restricted(to: mentioned.names)
    var scope = stage.scope
    var draft = CreationDraft()
    try add(clause.pattern, to: &draft, &scope, before: stage.scope, user: "MERGE")
    let row = fresh()
    let found = try match(
      [clause.pattern], predicate: nil, on: Stage(plan: .argument(imported.variables, row: row), scope: imported),
      range: clause.range)
    // The pattern's variables have two makers; matching takes the names that creation gave.
    var renamed: [LogicalPlan.Binding] = []
    for name in scope.names where stage.scope[name] == nil {
      guard let created = scope[name], let matched = found.scope[name] else { continue }
      renamed.append(.init(created.variable, PlanExpression(.variable(matched.variable), range: clause.range)))
    }
    let passed = LogicalPlan.Binding(row, PlanExpression(.variable(row), range: clause.range))
    let plan = LogicalPlan.merge(
      stage.plan,
      .init(
        match: Subplan(plan: .project(found.plan, renamed + [passed]), row: row), creation: draft.creation,
        onCreate: try operations(clause.onCreate, in: scope), onMatch: try operations(clause.onMatch, in: scope),
        added: renamed.map(\.variable)))
    return Stage(plan: plan, scope: scope)
  }

  // MARK: SET and REMOVE

  func set(_ clause: SetClause, on stage: Stage) throws(QueryError) -> Stage {
    try count(operators: 1, clause.range)
    return Stage(plan: .set(stage.plan, try operations(clause.items, in: stage.scope)), scope: stage.scope)
  }

  private func operations(_ items: [SetItem], in scope: Scope) throws(QueryError) -> [LogicalPlan.SetOperation] {
    var operations: [LogicalPlan.SetOperation] = []
    for item in items {
      switch item {
      case .property(let target, let key, let value):
        let element = try resolve(target, in: scope)
        try require(element, ValueTypes.element.union(.map), target, "SET")
        let resolved = try resolve(value, in: scope)
        operations.append(.property(target: element.expression, key: key.text, value: resolved.expression))
      case .properties(let variable, let value, let replaces):
        let element = try resolve(Expression(.variable(variable.text), range: variable.range), in: scope)
        let resolved = try resolve(value, in: scope)
        try require(resolved, ValueTypes.element.union(.map), value, "SET of all properties")
        operations.append(
          .properties(target: element.expression, value: resolved.expression, replaces: replaces))
      case .labels(let variable, let labels):
        let element = try resolve(Expression(.variable(variable.text), range: variable.range), in: scope)
        operations.append(.addLabels(target: element.expression, try names(labels, in: scope)))
      case .computedProperty(let target, let key, let value):
        let (element, key) = try computedProperty(target, key, in: scope, "SET")
        operations.append(
          .computedProperty(target: element, key: key, value: try resolve(value, in: scope).expression))
      }
    }
    return operations
  }

  /// Each a string or a list of strings.
  private func names(_ labels: [LabelName], in scope: Scope) throws(QueryError) -> [PlanExpression] {
    var names: [PlanExpression] = []
    for label in labels {
      switch label {
      case .name(let name): names.append(PlanExpression(.constant(.string(name.text)), range: name.range))
      case .computed(let expression):
        let typed = try resolve(expression, in: scope)
        try require(typed, [.string, .list], expression, "a computed label")
        names.append(typed.expression)
      }
    }
    return names
  }

  private func computedProperty(
    _ target: Expression, _ key: Expression, in scope: Scope, _ user: String
  ) throws(QueryError) -> (PlanExpression, PlanExpression) {
    let element = try resolve(target, in: scope)
    try require(element, ValueTypes.element.union(.map), target, user)
    let name = try resolve(key, in: scope)
    try require(name, .string, key, "a property key")
    return (element.expression, name.expression)
  }

  func remove(_ clause: RemoveClause, on stage: Stage) throws(QueryError) -> Stage {
    try count(operators: 1, clause.range)
    var operations: [LogicalPlan.SetOperation] = []
    for item in clause.items {
      switch item {
      case .property(let target, let key):
        let element = try resolve(target, in: stage.scope)
        try require(element, ValueTypes.element.union(.map), target, "REMOVE")
        let null = PlanExpression(.constant(.null), range: key.range)
        operations.append(.property(target: element.expression, key: key.text, value: null))
      case .labels(let variable, let labels):
        let element = try resolve(Expression(.variable(variable.text), range: variable.range), in: stage.scope)
        operations.append(.removeLabels(target: element.expression, try names(labels, in: stage.scope)))
      case .computedProperty(let target, let key):
        let (element, key) = try computedProperty(target, key, in: stage.scope, "REMOVE")
        let null = PlanExpression(.constant(.null), range: key.range)
        operations.append(.computedProperty(target: element, key: key, value: null))
      }
    }
    return Stage(plan: .set(stage.plan, operations), scope: stage.scope)
  }

  // MARK: DELETE

  func delete(_ clause: DeleteClause, on stage: Stage) throws(QueryError) -> Stage {
    try count(operators: 1, clause.range)
    var targets: [PlanExpression] = []
    for target in clause.targets {
      if case .hasLabels(_, let labels) = target.kind {
        throw QueryError(
          .invalidDelete, message: "DELETE takes nodes, relationships and paths, not labels", range: target.range,
          suggestion: "write `REMOVE` to take a label away: \(labelText(labels))")
      }
      let typed = try resolve(target, in: stage.scope)
      try require(typed, ValueTypes.element.union(.path), target, "DELETE")
      targets.append(typed.expression)
    }
    return Stage(plan: .delete(stage.plan, targets, detaches: clause.detaches), scope: stage.scope)
  }

  private func labelText(_ labels: LabelExpression) -> String {
    LabelTest(labels)?.conjunction.map { "`REMOVE n:\($0.joined(separator: ":"))`" } ?? "`REMOVE n:Label`"
  }
}
