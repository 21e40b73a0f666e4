import GraphCore
import QueryLanguage
import QueryPlanner

/// NEXT before several operands: the subplan, whose leaves all hand out the rows of the input, which are made once.
final class ThroughOperator: Operator {
  let layout: Layout
  private let input: any Operator
  private let subplan: Subplan
  private let argument: ArgumentSource?
  private let context: ExecutionContext
  private var root: (any Operator)?

  init(_ input: any Operator, _ subplan: Subplan, _ argument: ArgumentSource?, _ context: ExecutionContext) {
    self.input = input
    self.subplan = subplan
    self.argument = argument
    self.context = context
    layout = Layout(subplan.plan.outputs)
  }

  func next() throws(QueryError) -> Batch? {
    if let root { return try root.next() }
    let rows = Rows(try input.all(), input.layout)
    try context.check(rows: rows.count)
    let root = makeOperator(subplan.plan, context, ArgumentSource(rows, within: argument))
    self.root = root
    return try root.next()
  }
}
