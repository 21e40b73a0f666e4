import GraphCore
import QueryLanguage
import QueryPlanner

/// Properties that keys and arguments of an aggregation read of the same element more than once, `c.date` in `c.date.year,
/// c.date.month` say: read once for each batch.
struct SharedReads {
  private struct Read {
    let element: Variable
    let key: String
    let value: PlanExpression
    /// What holds it: none of the plan's.
    let variable: Variable
  }

  private let whole: LogicalPlan.Aggregate
  private var reads: [Read] = []
  private var shortened: LogicalPlan.Aggregate

  init(_ aggregate: LogicalPlan.Aggregate) {
    (whole, shortened) = (aggregate, aggregate)
    var found: [PlanExpression] = []
    for group in aggregate.groups { group.expression.collectReads(into: &found) }
    for (_, call) in aggregate.calls { for argument in call.arguments { argument.collectReads(into: &found) } }
    for (place, read) in found.enumerated() {
      guard let (element, key) = read.read, found[..<place].contains(where: { $0.isRead(element, key) }),
        !reads.contains(where: { $0.element == element && $0.key == key })
      else { continue }
      // The planner's numbers begin at 0.
      let variable = Variable(id: -1 - reads.count, name: "\(element.name).\(key)")
      reads.append(Read(element: element, key: key, value: read, variable: variable))
    }
    guard !reads.isEmpty else { return }
    shortened = aggregate.mapExpressions(shorten)
  }

  /// The aggregation for some rows, and the rows with what it reads. As it was where an element may be something else than
  /// a node or an edge: reading a property may then fail, and is to do so in its place.
  func made(_ rows: Rows, _ evaluator: Evaluator) throws(QueryError) -> (LogicalPlan.Aggregate, Rows) {
    guard !reads.isEmpty, evaluator.context.transaction == nil,
      reads.allSatisfy({ rows.column($0.element).isOfElements })
    else { return (whole, rows) }
    var wider = rows
    for read in reads { wider.append(read.variable, try evaluator.evaluate(read.value, on: rows)) }
    return (shortened, wider)
  }

  private func shorten(_ expression: PlanExpression) -> PlanExpression {
    if let (element, key) = expression.read {
      guard let read = reads.first(where: { $0.element == element && $0.key == key }) else { return expression }
      return PlanExpression(.variable(read.variable), range: expression.range)
    }
    switch expression.kind {
    case .property(let base, let key):
      return PlanExpression(.property(shorten(base), key: key), range: expression.range)
    case .arithmetic(let op, let a, let b):
      return PlanExpression(.arithmetic(op, shorten(a), shorten(b)), range: expression.range)
    default: return expression
    }
  }
}

extension PlanExpression {
  /// If it is a property of a variable.
  fileprivate var read: (element: Variable, key: String)? {
    guard case .property(let base, let key) = kind, case .variable(let variable) = base.kind else { return nil }
    return (variable, key)
  }

  fileprivate func isRead(_ element: Variable, _ key: String) -> Bool { read.map { $0 == (element, key) } ?? false }

  /// Those that are read whatever the rows hold.
  fileprivate func collectReads(into found: inout [PlanExpression]) {
    if read != nil { return found.append(self) }
    switch kind {
    case .property(let base, _): base.collectReads(into: &found)
    case .arithmetic(_, let a, let b):
      a.collectReads(into: &found)
      b.collectReads(into: &found)
    default: break
    }
  }
}

extension Column {
  fileprivate var isOfElements: Bool {
    switch self {
    case .nodes, .edges: true
    default: false
    }
  }
}
