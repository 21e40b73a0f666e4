import GraphCore
import QueryLanguage
import SourceText

extension PlanBuilder {
  // MARK: Functions

  func functionCall(_ call: Expression.FunctionCall, _ range: SourceRange, _ scope: Scope) throws(QueryError)
    -> Typed
  {
    let signature = try signature(of: call)
    guard signature.kind != .aggregate else { throw misplacedAggregate(range) }
    if signature.kind == .figure, call.arguments.count == 1 {
      return try figureCall(signature, call.arguments[0], range, scope)
    }
    var arguments: [Typed] = []
    for (position, argument) in call.arguments.enumerated() {
      if case .pattern(let pattern) = argument.kind, pattern.search == .all, signature.name != "exists" {
        throw QueryError(
          .unexpectedSyntax, message: "a pattern cannot be an argument of `\(signature.name)`", range: argument.range,
          suggestion: "use a pattern comprehension `[pattern | value]` or a COUNT subquery")
      }
      let typed = try resolve(argument, in: scope)
      let parameter = signature.parameters[min(position, signature.parameters.count - 1)]
      try require(typed, parameter.types, argument, "`\(signature.name)`")
      arguments.append(typed)
    }
    if signature.name == "exists", let only = arguments.first?.expression {
      if case .exists = only.kind { return Typed(expression: only, types: .boolean) }
      return Typed(expression: PlanExpression(.isNull(only, isNegated: true), range: range), types: .boolean)
    }
    let first = arguments.first
    let readsGraph = signature.kind == .graph || signature.kind == .figure
    let value = reading(in: readsGraph ? first?.view : nil, arguments.map(\.expression), range) {
      .function(signature, $0)
    }
    var result = Typed(expression: value, types: signature.result, elements: elements(of: signature, first))
    // What is found by way of an element is read where the element is.
    let holds: ValueTypes = [.node, .edge, .path, .map]
    let kinds = result.types == .list ? result.elements : result.types
    if !kinds.isDisjoint(with: holds) {
      result.view = readsGraph ? first?.view : commonView(arguments, range)
    }
    return result
  }

  /// `latest(e.killed)`
  private func figureCall(
    _ signature: FunctionSignature, _ argument: Expression, _ range: SourceRange, _ scope: Scope
  ) throws(QueryError) -> Typed {
    guard case .property(let base, let key) = argument.kind else {
      throw QueryError(
        .invalidArgumentType, message: "`\(signature.name)` takes a figure of an event", range: argument.range,
        suggestion: "write `\(signature.name)(e.killed)` or `\(signature.name)(e, 'killed')`")
    }
    let element = try resolve(base, in: scope)
    try require(element, .node, base, "`\(signature.name)`")
    warnIfUnknown(key, .property)
    let name = PlanExpression(.constant(.string(key.text)), range: key.range)
    let value = reading(in: element.view, [element.expression, name], range) { .function(signature, $0) }
    return Typed(
      expression: value, types: signature.result, elements: .map,
      view: signature.result.contains(.list) ? element.view : nil)
  }

  private func elements(of signature: FunctionSignature, _ argument: Typed?) -> ValueTypes {
    switch signature.name {
    case "nodes", "claims", "roots", "speakers": .node
    case "relationships": .edge
    case "labels", "keys", "split": .string
    case "range": .integer
    case "why", "history", "conflicts", "evidence": .map
    case "tail", "reverse": argument?.elements ?? .any
    default: .any
    }
  }

  /// Finds the function and checks the number of its arguments.
  func signature(of call: Expression.FunctionCall) throws(QueryError) -> FunctionSignature {
    guard let signature = FunctionCatalog.signature(named: call.name.text) else {
      throw QueryError(
        .unknownFunction, message: "there is no function `\(call.name.text)`", range: call.name.range,
        suggestion: nearestName(to: call.name.text, among: FunctionCatalog.all.map(\.name)).map {
          "did you mean `\($0)`?"
        })
    }
    guard signature.argumentCounts.contains(call.arguments.count) else {
      throw QueryError(
        .invalidNumberOfArguments,
        message: "`\(signature.name)` takes \(argumentCountText(signature)), not \(call.arguments.count)",
        range: call.name.range)
    }
    if call.isDistinct, signature.kind != .aggregate {
      throw QueryError(
        .unexpectedSyntax, message: "DISTINCT belongs to aggregate functions, `\(signature.name)` is none",
        range: call.name.range)
    }
    return signature
  }

  private func argumentCountText(_ signature: FunctionSignature) -> String {
    let counts = signature.argumentCounts
    let lower = counts.lowerBound
    if counts.upperBound == .max { return "at least \(lower) \(lower == 1 ? "argument" : "arguments")" }
    if lower == counts.upperBound {
      return lower == 0 ? "no arguments" : "\(lower) \(lower == 1 ? "argument" : "arguments")"
    }
    return "\(lower) to \(counts.upperBound) arguments"
  }
}
