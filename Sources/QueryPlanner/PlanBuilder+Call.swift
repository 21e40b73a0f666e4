import GraphCore
import QueryLanguage
import SourceText

extension PlanBuilder {
  /// `CALL procedure(arguments) YIELD …`
  func call(_ clause: CallClause, on stage: Stage, isStandalone: Bool) throws(QueryError) -> Stage {
    if clause.isOptional { return try optionalCall(clause, on: stage) }
    try count(operators: 2, clause.range)
    guard let signature = context.procedures[clause.procedure.text] else {
      throw QueryError(
        .procedureNotFound, .procedureError, message: "there is no procedure `\(clause.procedure.text)`",
        range: clause.procedure.range,
        suggestion: nearestName(to: clause.procedure.text, among: context.procedures.keys).map {
          "did you mean `\($0)`?"
        })
    }
    let arguments = try arguments(of: clause, signature, in: stage.scope, isStandalone: isStandalone)
    var scope = stage.scope
    var outputs: [(field: Int, variable: Variable)] = []
    func bind(_ field: Int, as name: Name) throws(QueryError) {
      guard scope[name.text] == nil else { throw alreadyBound(name) }
      let variable = fresh(name.text)
      scope.bind(name.text, to: .init(variable: variable, types: signature.outputs[field].types))
      outputs.append((field, variable))
    }
    var condition: PlanExpression?
    switch clause.yield {
    case .fields(let fields, let predicate):
      for field in fields {
        guard let position = signature.outputs.firstIndex(where: { $0.name == field.field.text }) else {
          throw QueryError(
            .undefinedVariable, message: "`\(signature.name)` does not yield `\(field.field.text)`",
            range: field.field.range,
            suggestion: nearestName(to: field.field.text, among: signature.outputs.map(\.name)).map {
              "did you mean `\($0)`?"
            })
        }
        try bind(position, as: field.alias ?? field.field)
      }
      if let predicate {
        let typed = try resolve(predicate, in: scope)
        try require(typed, .boolean, predicate, "WHERE")
        condition = typed.expression
      }
    case .all:
      for position in signature.outputs.indices {
        try bind(position, as: Name(signature.outputs[position].name, range: clause.range))
      }
    case nil:
      guard isStandalone || signature.outputs.isEmpty else {
        throw QueryError(
          .undefinedVariable, message: "a CALL inside a query says with YIELD what it yields", range: clause.range,
          suggestion: "write `YIELD \(signature.outputs.map(\.name).joined(separator: ", "))`")
      }
      for position in signature.outputs.indices {
        try bind(position, as: Name(signature.outputs[position].name, range: clause.range))
      }
    }
    var plan = LogicalPlan.call(
      stage.plan,
      .init(
        name: signature.name, arguments: arguments, outputs: outputs, range: clause.procedure.range,
        isVoid: signature.outputs.isEmpty))
    if let condition { plan = .filter(plan, condition) }
    return Stage(plan: plan, scope: scope)
  }

  private func arguments(
    of clause: CallClause, _ signature: ProcedureSignature, in scope: Scope, isStandalone: Bool
  ) throws(QueryError) -> [PlanExpression] {
    guard let written = clause.arguments else {
      guard isStandalone || signature.inputs.isEmpty else {
        throw QueryError(
          .invalidArgumentPassingMode, message: "a CALL inside a query needs its arguments in brackets",
          range: clause.range,
          suggestion: "write `\(signature.name)(\(signature.inputs.map(\.name).joined(separator: ", ")))`")
      }
      for input in signature.inputs { note(parameter: input.name, clause.procedure.range) }
      return signature.inputs.map { PlanExpression(.parameter($0.name), range: clause.procedure.range) }
    }
    guard written.count == signature.inputs.count else {
      throw QueryError(
        .invalidNumberOfArguments,
        message: "`\(signature.name)` takes \(signature.inputs.count) arguments, not \(written.count)",
        range: clause.procedure.range)
    }
    var arguments: [PlanExpression] = []
    for (argument, input) in zip(written, signature.inputs) {
      if argument.containsAggregate { throw misplacedAggregate(argument.range) }
      let typed = try resolve(argument, in: scope)
      // An integer will do where a float is asked for.
      try require(
        typed, input.types.contains(.float) ? input.types.union(.integer) : input.types, argument, "`\(signature.name)`"
      )
      arguments.append(typed.expression)
    }
    return arguments
  }
}
