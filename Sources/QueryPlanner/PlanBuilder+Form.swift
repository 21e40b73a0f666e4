import GraphCore
import QueryLanguage
import SourceText

extension PlanBuilder {
  // MARK: CASE

  func `case`(
    _ expression: Expression.CaseExpression, _ range: SourceRange, _ scope: Scope
  ) throws(QueryError) -> Typed {
    var branches: [(when: PlanExpression, then: PlanExpression)] = []
    var results: [Typed] = []
    let subject: Typed?
    var bound: [(Variable, PlanExpression)] = []
    if let written = expression.subject {
      var typed = try resolve(written, in: scope)
      typed.expression = once(typed.expression, &bound)
      subject = typed
    } else {
      subject = nil
    }
    for branch in expression.branches {
      let when = try condition(of: branch, subject, scope)
      let then = try resolve(branch.then, in: scope)
      results.append(then)
      branches.append((when, then.expression))
    }
    var otherwise: PlanExpression?
    if let written = expression.otherwise {
      let typed = try resolve(written, in: scope)
      results.append(typed)
      otherwise = typed.expression
    }
    let whole = PlanExpression(.case(branches, otherwise: otherwise), range: range)
    return Typed(
      expression: bind(bound, in: whole), types: results.reduce(.never) { $0.union($1.types) },
      view: commonView(results, range))
  }

  /// What a WHEN asks: a condition, or whether the subject is one of its values or passes one of its tests.
  private func condition(
    of branch: Expression.CaseExpression.Branch, _ subject: Typed?, _ scope: Scope
  ) throws(QueryError) -> PlanExpression {
    var tests: [PlanExpression] = []
    for when in branch.when {
      guard let subject else {
        let condition = try resolve(when, in: scope)
        try require(condition, .boolean, when, "WHEN")
        tests.append(condition.expression)
        continue
      }
      if when.asksCaseSubject {
        caseSubjects.append(subject)
        defer { caseSubjects.removeLast() }
        tests.append(try resolve(when, in: scope).expression)
      } else {
        let value = try resolve(when, in: scope).expression
        tests.append(PlanExpression(.compare(.equal, subject.expression, value), range: when.range))
      }
    }
    return tests.count == 1 ? tests[0] : PlanExpression(.or(tests), range: branch.when[0].range)
  }

  // MARK: Types

  /// The values that a cast to the type gives; what it can be made of is for the data to show.
  func cast(
    _ operand: Expression, _ type: TypeName, _ range: SourceRange, _ scope: Scope
  ) throws(QueryError) -> Typed {
    guard let types = type.castResult else {
      throw QueryError(
        .invalidArgumentType, message: "CAST cannot make \(type.spelling)", range: range,
        suggestion: "it makes Booleans, numbers, strings, temporal values, and lists of them")
    }
    let value = try resolve(operand, in: scope)
    return Typed(expression: PlanExpression(.cast(value.expression, type), range: range), types: types)
  }

  func propertyExists(
    _ element: Expression, _ key: Name, _ range: SourceRange, _ scope: Scope
  ) throws(QueryError) -> Typed {
    let owner = try resolve(element, in: scope)
    try require(owner, ValueTypes.element.union(.map), element, "PROPERTY_EXISTS")
    if owner.types == .node || owner.types == .edge { warnIfUnknown(key, .property) }
    func plan(_ kind: PlanExpression.Kind) -> PlanExpression { PlanExpression(kind, range: range) }
    var bound: [(Variable, PlanExpression)] = []
    let base = once(owner.expression, &bound)
    let property = reading(in: owner.view, [base], range) { .property($0[0], key: key.text) }
    let isThere = plan(.isNull(property, isNegated: true))
    let isUnknown = plan(.isNull(base, isNegated: false))
    let whole = plan(.case([(isUnknown, plan(.constant(.null)))], otherwise: isThere))
    return Typed(expression: bind(bound, in: whole), types: .boolean)
  }

  // MARK: Tests

  /// A text in a normal form is what that form makes of it.
  func normalFormTest(
    _ operand: Expression, _ form: Expression.NormalForm, _ isNegated: Bool, _ range: SourceRange, _ scope: Scope
  ) throws(QueryError) -> Typed {
    let text = try resolve(operand, in: scope)
    try require(text, .string, operand, "IS NORMALIZED")
    let call = Expression.FunctionCall(
      name: Name("normalize", range: range), isDistinct: false, arguments: [operand])
    let normalize = try signature(of: call)
    var bound: [(Variable, PlanExpression)] = []
    let value = once(text.expression, &bound)
    let named = PlanExpression(.constant(.string(form.rawValue)), range: range)
    let normalized = PlanExpression(.function(normalize, [value, named]), range: operand.range)
    let test = PlanExpression(.compare(isNegated ? .notEqual : .equal, value, normalized), range: range)
    return Typed(expression: bind(bound, in: test), types: .boolean)
  }

  /// Every edge has a direction; only what is no edge is left to be found out.
  func directionTest(
    _ operand: Expression, _ isNegated: Bool, _ range: SourceRange, _ scope: Scope
  ) throws(QueryError) -> Typed {
    let edge = try resolve(operand, in: scope)
    try require(edge, .edge, operand, "IS DIRECTED")
    let type = try signature(of: .init(name: Name("type", range: range), isDistinct: false, arguments: [operand]))
    var bound: [(Variable, PlanExpression)] = []
    let name = once(PlanExpression(.function(type, [edge.expression]), range: operand.range), &bound)
    let test = PlanExpression(.compare(isNegated ? .notEqual : .equal, name, name), range: range)
    return Typed(expression: bind(bound, in: test), types: .boolean)
  }

  // MARK: Labels

  /// A test of labels or types; where names are computed, put together of tests of its parts.
  func labelTest(
    _ labels: LabelExpression, on element: PlanExpression, _ range: SourceRange, _ scope: Scope
  ) throws(QueryError) -> PlanExpression {
    if let test = LabelTest(labels) { return PlanExpression(.hasLabels(element, test), range: range) }
    switch labels {
    case .computed(let expression, let needsAll):
      if expression.containsAggregate { throw misplacedAggregate(expression.range) }
      let names = try resolve(expression, in: scope)
      try require(names, [.string, .list], expression, "a computed label")
      return PlanExpression(
        .hasComputedLabels(element, names: names.expression, needsAll: needsAll), range: expression.range)
    case .not(let inner): return PlanExpression(.not(try labelTest(inner, on: element, range, scope)), range: range)
    case .and(let a, let b):
      let left = try labelTest(a, on: element, range, scope)
      return PlanExpression(.and([left, try labelTest(b, on: element, range, scope)]), range: range)
    case .or(let a, let b):
      let left = try labelTest(a, on: element, range, scope)
      return PlanExpression(.or([left, try labelTest(b, on: element, range, scope)]), range: range)
    case .name, .any: return PlanExpression(.constant(.boolean(true)), range: range)
    }
  }
}

extension Expression {
  /// Whether it is a test of what a CASE asks about: an operator without a left side.
  fileprivate var asksCaseSubject: Bool {
    switch kind {
    case .comparison(let left, _), .binary(_, let left, _), .isNull(let left, _), .isTyped(let left, _, _),
      .isTruth(let left, _, _), .hasLabels(let left, _), .isNormalized(let left, _, _), .isDirected(let left, _):
      left.kind == .caseSubject
    case .unary(.not, let operand): operand.asksCaseSubject
    default: false
    }
  }
}

extension TypeName {
  /// The kinds of value that a cast to the type yields; nil if there is no such cast.
  fileprivate var castResult: ValueTypes? {
    switch kind {
    case .any, .propertyValue: .any
    case .boolean: .boolean
    case .integer: .integer
    case .float: .float
    case .string: .string
    case .date: .date
    case .localTime: .localTime
    case .zonedTime: .time
    case .localDateTime: .localDateTime
    case .zonedDateTime: .dateTime
    case .duration: .duration
    case .list(let element): element.castResult == nil ? nil : .list
    case .map: .map
    case .node, .edge, .path, .nothing, .null, .union: nil
    }
  }
}
