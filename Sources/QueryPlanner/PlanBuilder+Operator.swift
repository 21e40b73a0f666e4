import GraphCore
import QueryLanguage
import SourceText

extension PlanBuilder {
  // MARK: Operators

  func unary(
    _ op: Expression.UnaryOperator, _ operand: Expression, _ range: SourceRange, _ scope: Scope
  ) throws(QueryError) -> Typed {
    let typed = try resolve(operand, in: scope)
    switch op {
    case .not:
      try require(typed, .boolean, operand, "NOT")
      return Typed(expression: PlanExpression(.not(typed.expression), range: range), types: .boolean)
    case .minus:
      try require(typed, [.integer, .float, .duration], operand, "`-`")
      return Typed(expression: PlanExpression(.negate(typed.expression), range: range), types: typed.types)
    case .plus:
      try require(typed, [.integer, .float, .duration], operand, "`+`")
      return typed
    }
  }

  func binary(
    _ op: Expression.BinaryOperator, _ left: Expression, _ right: Expression, _ range: SourceRange, _ scope: Scope
  ) throws(QueryError) -> Typed {
    let a = try resolve(left, in: scope)
    let b = try resolve(right, in: scope)
    func typed(_ kind: PlanExpression.Kind, _ types: ValueTypes) -> Typed {
      Typed(expression: PlanExpression(kind, range: range), types: types)
    }
    func arithmetic(_ op: PlanExpression.Arithmetic, _ types: ValueTypes) -> Typed {
      typed(.arithmetic(op, a.expression, b.expression), types)
    }
    func joined(_ result: Typed) -> Typed {
      var result = result
      result.view = commonView([a, b], range)
      return result
    }
    func test(_ test: PlanExpression.Test) -> Typed { typed(.test(test, a.expression, b.expression), .boolean) }
    switch op {
    case .and, .or, .xor:
      try require(a, .boolean, left, "`\(op)`".uppercased())
      try require(b, .boolean, right, "`\(op)`".uppercased())
      switch op {
      case .and: return typed(.and([a.expression, b.expression]), .boolean)
      case .or: return typed(.or([a.expression, b.expression]), .boolean)
      default: return typed(.xor(a.expression, b.expression), .boolean)
      }
    case .in:
      try require(b, .list, right, "IN")
      return test(.in)
    case .startsWith: return test(.startsWith)
    case .endsWith: return test(.endsWith)
    case .contains: return test(.contains)
    case .matches: return test(.matches)
    case .concatenate:
      try require(a, [.string, .list], left, "`||`", suggestion: "either of two conditions is written `OR`")
      try require(b, [.string, .list], right, "`||`", suggestion: "either of two conditions is written `OR`")
      return joined(arithmetic(.concatenate, [.string, .list]))
    case .add: return joined(arithmetic(.add, numericResult(a, b) ?? .any))
    case .subtract:
      try require(a, ValueTypes.temporal.union([.integer, .float, .duration]), left, "`-`")
      try require(b, ValueTypes.temporal.union([.integer, .float, .duration]), right, "`-`")
      return arithmetic(.subtract, numericResult(a, b) ?? .any)
    case .multiply:
      try require(a, [.integer, .float, .duration], left, "`*`")
      try require(b, [.integer, .float, .duration], right, "`*`")
      return arithmetic(.multiply, numericResult(a, b) ?? .any)
    case .divide:
      try require(a, [.integer, .float, .duration], left, "`/`")
      try require(b, .number, right, "`/`")
      return arithmetic(.divide, numericResult(a, b) ?? .any)
    case .modulo:
      try require(a, .number, left, "`%`")
      try require(b, .number, right, "`%`")
      return arithmetic(.modulo, numericResult(a, b) ?? .number)
    case .power:
      try require(a, .number, left, "`^`")
      try require(b, .number, right, "`^`")
      return arithmetic(.power, .float)
    }
  }

  /// Integer with integer gives an integer, with a float a float; nil where the kinds are not both known to be numbers.
  private func numericResult(_ a: Typed, _ b: Typed) -> ValueTypes? {
    guard a.types.isSubset(of: .number), b.types.isSubset(of: .number), a.types != .never, b.types != .never else {
      return nil
    }
    return a.types == .integer && b.types == .integer
      ? .integer : (a.types == .float || b.types == .float ? .float : .number)
  }

  /// `a < b < c` holds if each neighbouring pair does.
  func comparison(
    _ first: Expression, _ rest: [Expression.Comparison], _ range: SourceRange, _ scope: Scope
  ) throws(QueryError) -> Typed {
    var left = try resolve(first, in: scope).expression
    var pairs: [PlanExpression] = []
    var bound: [(Variable, PlanExpression)] = []
    for (position, comparison) in rest.enumerated() {
      var right = try resolve(comparison.operand, in: scope).expression
      let pairRange = left.range.union(right.range)
      // What stands between two operators is evaluated once.
      if position + 1 < rest.count { right = once(right, &bound) }
      pairs.append(PlanExpression(.compare(comparison.operator, left, right), range: pairRange))
      left = right
    }
    let whole = pairs.count == 1 ? pairs[0] : PlanExpression(.and(pairs), range: range)
    return Typed(expression: bind(bound, in: whole), types: .boolean)
  }

  /// The expression, or, if it costs more than a look, a variable for it.
  func once(_ expression: PlanExpression, _ bound: inout [(Variable, PlanExpression)]) -> PlanExpression {
    switch expression.kind {
    case .constant, .parameter, .variable: return expression
    case .property(let base, _):
      if case .variable = base.kind { return expression }
    default: break
    }
    let variable = fresh()
    bound.append((variable, expression))
    return PlanExpression(.variable(variable), range: expression.range)
  }

  func bind(_ bound: [(Variable, PlanExpression)], in body: PlanExpression) -> PlanExpression {
    bound.reduce(body) { PlanExpression(.binding($1.0, $1.1, body: $0), range: body.range) }
  }
}
