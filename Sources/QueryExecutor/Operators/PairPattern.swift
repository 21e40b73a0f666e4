import GraphCore
import QueryLanguage
import QueryPlanner

/// A pattern seen as two parts that have one node in common, where rows are counted by what each part says for itself: pairs
/// of nodes by their common neighbours, or neighbours by the pairs they join.
///
/// What the parts are is known from the plan; where each row of the one is joined with each of the other, millions of rows
/// come of some ten thousand.
struct PairPattern {
  /// The rows of the part that the plan begins with, the node in common among them.
  let left: LogicalPlan
  /// The rows of the other for nodes in common, over an argument with the node and its number.
  let right: LogicalPlan
  let middle: Variable
  let row: Variable
  /// Of the aggregation's keys, whether each is the right part's.
  let isRightKey: [Bool]
  /// A node or an edge of each part that must not be the same.
  let apart: [(left: Variable, right: Variable)]
  let comparison: (op: Expression.ComparisonOperator, left: PlanExpression, right: PlanExpression)?
  /// What is counted once for each group, of the right part.
  let counted: PlanExpression?

  /// More are not looked at.
  static let mostApart = 3

  /// nil for what is no such pattern, or gains nothing from being one.
  init?(_ aggregate: LogicalPlan.Aggregate, above input: LogicalPlan) {
    guard aggregate.partition == nil, !aggregate.calls.isEmpty, let chain = PatternChain(input) else { return nil }
    let others = aggregate.calls.map(\.call).filter { !chain.countsRows($0) }
    guard others.count <= 1, others.allSatisfy(\.countsValuesOnce),
      let found = chain.splits.lazy.compactMap({ Self(aggregate, chain, $0, others.first?.arguments.first) }).first
    else { return nil }
    self = found
  }

  private init?(
    _ aggregate: LogicalPlan.Aggregate, _ chain: PatternChain, _ split: PatternChain.Split, _ counted: PlanExpression?
  ) {
    var parts = Parts(chain, split)
    for step in chain.steps { guard parts.take(step) else { return nil } }
    var isRightKey: [Bool] = []
    for group in aggregate.groups {
      guard group.expression.isReading, let isRight = parts.isRight(group.expression) else { return nil }
      isRightKey.append(isRight)
    }
    if let counted {
      // Without a key of the left part a search for what is reached tells as much, and where nothing stands between the parts
      // their rows are not many more than those of the parts (claims of events by publisher: 19 ms so, and 8 row by row).
      guard parts.isRight(counted) == true, isRightKey.contains(false), parts.comparison != nil || !parts.apart.isEmpty
      else { return nil }
    } else if isRightKey.allSatisfy({ $0 == isRightKey[0] }), parts.comparison == nil, parts.apart.isEmpty {
      // With all keys in one part and nothing between the parts degrees do.
      return nil
    }
    (left, right, middle, row) = (parts.left, parts.right, split.middle, parts.row)
    (self.isRightKey, apart, comparison) = (isRightKey, parts.apart, parts.comparison)
    self.counted = counted
  }

  /// The two plans as they are laid, step by step.
  private struct Parts {
    var left: LogicalPlan
    var right: LogicalPlan
    let row: Variable
    var apart: [(left: Variable, right: Variable)] = []
    var comparison: (op: Expression.ComparisonOperator, left: PlanExpression, right: PlanExpression)?
    private let split: PatternChain.Split
    private var hasRightSteps = false

    init(_ chain: PatternChain, _ split: PatternChain.Split) {
      self.split = split
      left = chain.base
      row = Variable(id: -1 - split.middle.id, name: "#row")
      right = .argument([split.middle], row: row)
    }

    /// False if it belongs to neither.
    mutating func take(_ step: PatternChain.Step) -> Bool {
      switch step {
      case .expand(let expand) where split.right.contains(expand.edge):
        right = .expand(right, expand)
        hasRightSteps = true
      case .expand(let expand): left = .expand(left, expand)
      case .test(let test):
        // What may fail is asked of the rows that it was asked of before.
        if hasRightSteps, !test.neverFails { return false }
        switch isRight(test) {
        case true?: right = .filter(right, test)
        case false?: left = .filter(left, test)
        case nil: return takeBetween(test)
        }
      }
      return true
    }

    /// nil for both.
    func isRight(_ expression: PlanExpression) -> Bool? {
      let variables = expression.freeVariables
      if variables.isDisjoint(with: split.right) { return false }
      return variables.isSubset(of: split.right.union([split.middle])) ? true : nil
    }

    private mutating func takeBetween(_ test: PlanExpression) -> Bool {
      switch test.kind {
      case .edgesDiffer(let a, let b):
        apart.append(split.right.contains(a) ? (b, a) : (a, b))
        return apart.count <= PairPattern.mostApart
      case .compare(let op, let a, let b):
        guard comparison == nil, op != .equal, let isRight = isRight(a), self.isRight(b) == !isRight else {
          return false
        }
        if op == .notEqual { return takeApart(isRight ? b : a, isRight ? a : b) }
        comparison = isRight ? (op.mirrored, b, a) : (op, a, b)
        return true
      default: return false
      }
    }

    /// Elements that differ; values would have to be of one kind for that.
    private mutating func takeApart(_ left: PlanExpression, _ right: PlanExpression) -> Bool {
      guard case .variable(let a) = left.kind, case .variable(let b) = right.kind else { return false }
      apart.append((a, b))
      return apart.count <= PairPattern.mostApart
    }
  }
}

/// A pattern of single edges that hangs together, from its first node on.
struct PatternChain {
  enum Step {
    case expand(LogicalPlan.Expand)
    case test(PlanExpression)
  }

  struct Split {
    let middle: Variable
    /// The nodes and edges that are found behind it.
    let right: Set<Variable>
    /// How many edges the smaller part has.
    let balance: Int
  }

  /// A scan or a seek.
  let base: LogicalPlan
  let steps: [Step]
  private let variables: Set<Variable>

  /// nil for all other plans.
  init?(_ plan: LogicalPlan) {
    var plan = plan
    var steps: [Step] = []
    var variables: Set<Variable> = []
    while true {
      switch plan {
      case .nodeScan(.unit, let node, _): variables.insert(node)
      case .nodeSeek(.unit, let seek): variables.insert(seek.node)
      case .expand(let below, let expand) where !expand.isInto && expand.from != expand.to:
        variables.formUnion([expand.edge, expand.to])
        steps.append(.expand(expand))
        plan = below
        continue
      case .filter(let below, let predicate):
        steps += predicate.conjuncts.reversed().map { .test($0) }
        plan = below
        continue
      default: return nil
      }
      break
    }
    base = plan
    self.steps = steps.reversed()
    self.variables = variables
  }

  /// Where it can be split evenly, or as evenly as can be; the last first. Where the parts are not alike one may have
  /// nearly as many rows as the whole.
  var splits: [Split] {
    let expands = steps.compactMap { if case .expand(let expand) = $0 { expand } else { nil } }
    let splits = expands.indices.reversed().map { first in
      var right: Set<Variable> = [expands[first].edge, expands[first].to]
      for expand in expands[first...] where right.contains(expand.from) { right.formUnion([expand.edge, expand.to]) }
      let count = expands.count { right.contains($0.edge) }
      return Split(middle: expands[first].from, right: right, balance: min(count, expands.count - count))
    }
    let best = splits.reduce(1) { max($0, $1.balance) }
    return splits.filter { $0.balance == best }
  }

  /// Whether a call counts rows: of what a pattern finds nothing is null.
  func countsRows(_ call: LogicalPlan.AggregateCall) -> Bool {
    guard !call.isDistinct else { return false }
    guard let function = call.function else { return true }
    guard function.name == "count", call.arguments.count == 1, case .variable(let variable) = call.arguments[0].kind
    else { return false }
    return variables.contains(variable)
  }
}

extension LogicalPlan.AggregateCall {
  /// Whether it counts the different values of what is only read.
  fileprivate var countsValuesOnce: Bool {
    isDistinct && function?.name == "count" && arguments.count == 1 && arguments[0].isReading
  }
}

extension PlanExpression {
  /// Whether it is no more than read.
  fileprivate var isReading: Bool {
    switch kind {
    case .constant, .variable: true
    case .property(let base, _):
      if case .variable = base.kind { true } else { false }
    default: false
    }
  }

  /// Whether it has a value for all nodes and edges.
  fileprivate var neverFails: Bool {
    switch kind {
    case .edgesDiffer: true
    case .hasLabels(let base, _): base.isReading
    case .compare(_, let a, let b): a.isReading && b.isReading
    case .isNull(let base, _): base.isReading
    default: false
    }
  }
}
