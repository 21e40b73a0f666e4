extension Printer {
  mutating func expression(_ expression: Expression) { operand(expression, .or) }

  /// In brackets if it binds more loosely than `minimum`.
  mutating func operand(_ expression: Expression, _ minimum: Precedence) {
    guard expression.kind.precedence < minimum else { return kind(expression.kind) }
    write("(")
    let outer = endsAtBar
    endsAtBar = false
    kind(expression.kind)
    endsAtBar = outer
    write(")")
  }

  private mutating func kind(_ kind: Expression.Kind) {
    switch kind {
    case .null: write("NULL")
    case .boolean(let value): write(value ? "TRUE" : "FALSE")
    case .integer(let value): write(String(value))
    case .float(let value): float(value)
    case .string(let value): string(value)
    case .parameter(let name): parameter(name)
    case .variable(let name): variable(name)
    case .list(let elements): listLiteral(elements)
    case .map(let entries): map(entries)
    case .property(let owner, let key): property(owner, key)
    case .index(let list, let index): self.index(list, index)
    case .slice(let list, let from, let to): slice(list, from, to)
    case .hasLabels(let value, let labels): hasLabels(value, labels)
    case .unary(let unary, let operand): self.unary(unary, operand)
    case .binary(let binary, let left, let right): self.binary(kind, binary, left, right)
    case .comparison(let first, let others): comparison(first, others)
    case .isNull(let value, let isNegated): isNull(value, isNegated)
    case .isTruth(let value, let truth, let isNegated): isTruth(value, truth, isNegated)
    case .isTyped(let value, let type, let isNegated): isTyped(value, type, isNegated)
    case .isNormalized(let value, let form, let isNegated): isNormalized(value, form, isNegated)
    case .isDirected(let value, let isNegated): isDirected(value, isNegated)
    case .cast(let value, let type): cast(value, type)
    case .propertyExists(let element, let key): propertyExists(element, key)
    case .caseSubject: break
    case .allReduce(let accumulator, let initial, let variable, let list, let result, let predicate):
      allReduce(accumulator, initial, variable, list, result, predicate)
    case .call(let call): self.call(call)
    case .countAll: write("count(*)")
    case .case(let expression): self.case(expression)
    case .listComprehension(let variable, let list, let predicate, let result):
      listComprehension(variable, list, predicate, result)
    case .quantified(let quantifier, let variable, let list, let predicate):
      quantified(quantifier, variable, list, predicate)
    case .reduce(let accumulator, let initial, let variable, let list, let result):
      reduce(accumulator, initial, variable, list, result)
    case .patternComprehension(let pattern, let predicate, let result):
      patternComprehension(pattern, predicate, result)
    case .pattern(let pattern): path(pattern)
    case .subquery(let kind, let body): subquery(kind, body)
    case .mapProjection(let variable, let items): mapProjection(variable, items)
    }
  }

  // MARK: operators

  private mutating func unary(_ unary: Expression.UnaryOperator, _ value: Expression) {
    switch unary {
    case .not:
      write("NOT ")
      operand(value, .not)
    case .plus: sign("+", value)
    case .minus: sign("-", value)
    }
  }

  private mutating func sign(_ sign: String, _ value: Expression) {
    write(sign)
    switch value.kind {
    // `-3` would be a negative number and no operator on a positive one.
    case .integer, .float: sign == "-" ? inBrackets(value) : operand(value, .unary)
    // `--` reads like an edge.
    case .unary(let unary, _) where unary != .not:
      write(" ")
      operand(value, .unary)
    default: operand(value, .unary)
    }
  }

  private mutating func inBrackets(_ value: Expression) {
    write("(")
    kind(value.kind)
    write(")")
  }

  private mutating func binary(
    _ whole: Expression.Kind, _ binary: Expression.BinaryOperator, _ left: Expression, _ right: Expression
  ) {
    switch binary {
    case .or, .xor, .and: logical(whole, binary)
    default: arithmetic(binary, left, right)
    }
  }

  private mutating func arithmetic(_ binary: Expression.BinaryOperator, _ left: Expression, _ right: Expression) {
    operand(left, binary.precedence)
    write(" \(binary.spelling) ")
    operand(right, binary.precedence.tighter)
  }

  private mutating func logical(_ whole: Expression.Kind, _ binary: Expression.BinaryOperator) {
    func branches(_ kind: Expression.Kind) -> (Expression.Kind, Expression.Kind)? {
      guard case .binary(binary, let left, let right) = kind else { return nil }
      return (left.kind, right.kind)
    }
    let operands = chainOperands(of: whole, branches) ?? shallowOperands(of: whole, branches)
    list(operands, separator: " \(binary.spelling) ") { printer, kind in
      printer.operand(Expression(kind, range: .init(0, 0)), binary.precedence.tighter)
    }
  }

  private mutating func comparison(_ first: Expression, _ others: [Expression.Comparison]) {
    operand(first, .predicate)
    for other in others {
      write(" \(other.operator.spelling) ")
      operand(other.operand, .predicate)
    }
  }

  private mutating func isNull(_ value: Expression, _ isNegated: Bool) {
    operand(value, .predicate)
    write(isNegated ? " IS NOT NULL" : " IS NULL")
  }

  private mutating func isTruth(_ value: Expression, _ truth: Bool?, _ isNegated: Bool) {
    operand(value, .comparison)
    write(isNegated ? " IS NOT " : " IS ")
    write(truth.map { $0 ? "TRUE" : "FALSE" } ?? "UNKNOWN")
  }

  private mutating func isTyped(_ value: Expression, _ type: TypeName, _ isNegated: Bool) {
    operand(value, .predicate)
    write(isNegated ? " IS NOT :: " : " IS :: ")
    write(type.spelling)
  }

  private mutating func isNormalized(_ value: Expression, _ form: Expression.NormalForm, _ isNegated: Bool) {
    operand(value, .predicate)
    write(isNegated ? " IS NOT \(form.rawValue) NORMALIZED" : " IS \(form.rawValue) NORMALIZED")
  }

  private mutating func isDirected(_ value: Expression, _ isNegated: Bool) {
    operand(value, .predicate)
    write(isNegated ? " IS NOT DIRECTED" : " IS DIRECTED")
  }

  private mutating func cast(_ value: Expression, _ type: TypeName) {
    write("CAST(")
    enclosed(value)
    write(" AS \(type.spelling))")
  }

  private mutating func propertyExists(_ element: Expression, _ key: Name) {
    write("PROPERTY_EXISTS(")
    enclosed(element)
    write(", ")
    name(key.text)
    write(")")
  }

  private mutating func hasLabels(_ value: Expression, _ labels: LabelExpression) {
    operand(value, .postfix)
    write(value.kind == .caseSubject ? " :" : ":")
    self.labels(labels)
  }

  // MARK: access

  mutating func property(_ owner: Expression, _ key: Name) {
    operand(owner, .postfix)
    write(".")
    name(key.text)
  }

  private mutating func index(_ list: Expression, _ index: Expression) {
    operand(list, .postfix)
    write("[")
    enclosed(index)
    write("]")
  }

  private mutating func slice(_ list: Expression, _ from: Expression?, _ to: Expression?) {
    operand(list, .postfix)
    write("[")
    if let from { enclosed(from) }
    write("..")
    if let to { enclosed(to) }
    write("]")
  }

  /// Inside brackets of its own, where bars outside do not matter.
  mutating func enclosed(_ value: Expression) {
    let outer = endsAtBar
    endsAtBar = false
    expression(value)
    endsAtBar = outer
  }

  /// Before a bar that ends it.
  mutating func beforeBar(_ value: Expression) {
    let outer = endsAtBar
    endsAtBar = true
    expression(value)
    endsAtBar = outer
  }

  // MARK: calls

  private mutating func call(_ call: Expression.FunctionCall) {
    write(looksLikeForm(call) ? Printer.quoted(call.name.text) : Printer.spelledQualified(call.name.text))
    write(call.isDistinct ? "(DISTINCT " : "(")
    list(call.arguments) { $0.enclosed($1) }
    write(")")
  }

  /// Whether a call, written without back quotes, would be taken for a quantifier, a `reduce` or a search.
  private func looksLikeForm(_ call: Expression.FunctionCall) -> Bool {
    switch Keyword(word: call.name.text) {
    case .all, .any, .none?, .single: call.arguments.first?.beginsWithVariableIn == true
    case .reduce: call.arguments.first?.beginsWithVariableEqual == true
    case .allReduce, .cast: true
    case nil: call.name.text.uppercased() == "PROPERTY_EXISTS" || namesNormalForm(call)
    case .shortestPath, .allShortestPaths: true
    default: false
    }
  }
}

/// Whether a call of `normalize` would take a variable for the name of a form.
private func namesNormalForm(_ call: Expression.FunctionCall) -> Bool {
  guard call.name.text.uppercased() == "NORMALIZE", call.arguments.count > 1,
    case .variable(let name)? = call.arguments.last?.kind
  else { return false }
  return Expression.NormalForm(rawValue: name.uppercased()) != nil
}

extension Expression {
  /// Whether its text begins `x IN …`, which is a comprehension inside square brackets and a quantifier's in round ones.
  var beginsWithVariableIn: Bool { begins { $0.isVariableIn } }

  /// Whether its text begins `x = …`.
  fileprivate var beginsWithVariableEqual: Bool { begins { $0.isVariableEqual } }

  private var isVariableIn: Bool {
    guard case .binary(.in, let left, _) = kind, case .variable = left.kind else { return false }
    return true
  }

  private var isVariableEqual: Bool {
    guard case .comparison(let left, let others) = kind, case .variable = left.kind else { return false }
    return others.first?.operator == .equal
  }

  /// Whether something on its left spine is what `test` looks for.
  private func begins(_ test: (Expression) -> Bool) -> Bool {
    var expression = self
    while true {
      if test(expression) { return true }
      switch expression.kind {
      case .binary(_, let left, _), .comparison(let left, _), .isNull(let left, _), .isTyped(let left, _, _),
        .isTruth(let left, _, _), .isNormalized(let left, _, _), .isDirected(let left, _):
        expression = left
      default: return false
      }
    }
  }
}

extension Expression.Kind {
  /// How tightly its outermost operator binds.
  var precedence: Precedence {
    switch self {
    case .unary(.not, _): .not
    case .unary, .hasLabels: .unary
    case .integer(let value): value < 0 ? .unary : .primary
    case .float(let value): value.sign == .minus || !value.isFinite ? .unary : .primary
    case .binary(let binary, _, _): binary.precedence
    case .comparison: .comparison
    case .isTruth: .comparison
    case .isNull, .isTyped, .isNormalized, .isDirected: .predicate
    case .property, .index, .slice: .postfix
    default: .primary
    }
  }
}

extension Expression.BinaryOperator {
  var precedence: Precedence {
    switch self {
    case .or: .or
    case .xor: .xor
    case .and: .and
    case .in, .startsWith, .endsWith, .contains, .matches: .predicate
    case .add, .subtract, .concatenate: .additive
    case .multiply, .divide, .modulo: .multiplicative
    case .power: .power
    }
  }

  var spelling: String {
    switch self {
    case .or: "OR"
    case .xor: "XOR"
    case .and: "AND"
    case .in: "IN"
    case .startsWith: "STARTS WITH"
    case .endsWith: "ENDS WITH"
    case .contains: "CONTAINS"
    case .matches: "=~"
    case .add: "+"
    case .subtract: "-"
    case .concatenate: "||"
    case .multiply: "*"
    case .divide: "/"
    case .modulo: "%"
    case .power: "^"
    }
  }
}

extension Expression.ComparisonOperator {
  var spelling: String {
    switch self {
    case .equal: "="
    case .notEqual: "<>"
    case .less: "<"
    case .lessOrEqual: "<="
    case .greater: ">"
    case .greaterOrEqual: ">="
    }
  }
}
