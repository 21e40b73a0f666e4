import GraphCore

extension LogicalPlan.Aggregate {
  /// The same over rows that each stand for a number of rows: what counts rows adds the numbers up.
  ///
  /// - Parameters:
  ///   - number: the variable that holds the number.
  ///   - hidden: what the rows do not have any more.
  ///   - certain: variables that are null in none of the rows they stood for: to count them is to count rows.
  ///   - countsRows: whether `count(*)` is among what the numbers tell.
  /// - Returns: nil where a call cannot be had so, a key or an argument asks for what is hidden, or nothing is counted.
  func adding(
    _ number: Variable, for hidden: Set<Variable>, certain: Set<Variable>, countsRows: Bool = true
  ) -> Self? {
    guard let sum = FunctionCatalog.signature(named: "sum"),
      groups.allSatisfy({ hidden.isDisjoint(with: $0.expression.freeVariables) })
    else { return nil }
    var calls: [(variable: Variable, call: LogicalPlan.AggregateCall)] = []
    var counts = false
    for (variable, call) in self.calls {
      if call.countsRows(where: certain, countsRows) {
        counts = true
        let argument = PlanExpression(.variable(number), range: call.range)
        calls.append((variable, .init(function: sum, isDistinct: false, arguments: [argument], range: call.range)))
      } else if call.ignoresRepetition, call.arguments.allSatisfy({ hidden.isDisjoint(with: $0.freeVariables) }) {
        calls.append((variable, call))
      } else {
        return nil
      }
    }
    guard counts else { return nil }
    return .init(groups: groups, calls: calls, partition: partition, yieldsEmptyGroup: yieldsEmptyGroup)
  }
}

extension LogicalPlan.AggregateCall {
  fileprivate func countsRows(where certain: Set<Variable>, _ countsRows: Bool) -> Bool {
    if isDistinct { return false }
    guard let function else { return countsRows }
    guard function.name == "count", arguments.count == 1, case .variable(let variable) = arguments[0].kind else {
      return false
    }
    return certain.contains(variable)
  }
}
