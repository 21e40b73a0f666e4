import GraphCore
import QueryLanguage
import QueryPlanner
import SourceText

/// One step of a running plan: yields batches until it has no more. Each operator stands in a file of its own.
protocol Operator: AnyObject {
  var layout: Layout { get }
  /// The next rows, never an empty batch; nil at the end, and then for good.
  func next() throws(QueryError) -> Batch?
}

extension Operator {
  /// All that is left, as one batch.
  func all() throws(QueryError) -> Batch {
    var batches: [Batch] = []
    while let batch = try next() { batches.append(batch) }
    return Batch.joined(batches) ?? Batch(rowCount: 0, columns: layout.variables.map { _ in .values([]) })
  }
}

/// Which column of a batch holds which variable.
struct Layout {
  private(set) var variables: [Variable]
  private var slots: [Variable: Int]

  init(_ variables: [Variable]) {
    self.variables = variables
    slots = Dictionary(variables.enumerated().map { ($1, $0) }, uniquingKeysWith: { _, last in last })
  }

  func slot(_ variable: Variable) -> Int? { slots[variable] }

  mutating func append(_ variable: Variable) {
    slots[variable] = variables.count
    variables.append(variable)
  }
}

/// A batch with the names of its columns: what expressions are evaluated on.
struct Rows {
  private(set) var layout: Layout
  private(set) var batch: Batch

  init(_ batch: Batch, _ layout: Layout) {
    self.batch = batch
    self.layout = layout
  }

  var count: Int { batch.rowCount }

  /// Null where the plan has no such variable, which no plan does.
  func column(_ variable: Variable) -> Column {
    layout.slot(variable).map { batch.columns[$0] } ?? .constant(.null, count: count)
  }

  func gathered(_ rows: [Int]) -> Rows { Rows(batch.gathered(rows), layout) }

  /// Only these variables, as far as they are there.
  func restricted(to variables: Set<Variable>) -> Rows {
    let kept = layout.variables.filter { variables.contains($0) }
    return Rows(Batch(rowCount: count, columns: kept.map { column($0) }), Layout(kept))
  }

  mutating func append(_ variable: Variable, _ column: Column) {
    layout.append(variable)
    batch.columns.append(column)
  }

  func appending(_ variable: Variable, _ column: Column) -> Rows {
    var rows = self
    rows.append(variable, column)
    return rows
  }
}

/// The rows that a subplan is run for. Shared by all `argument` leaves of the subplan.
final class ArgumentSource {
  let rows: Rows
  /// The rows that groups are made for, each by its number: those of the subplan as a whole.
  let outerRows: Rows

  init(_ rows: Rows, within enclosing: ArgumentSource? = nil) {
    self.rows = rows
    outerRows = enclosing?.outerRows ?? rows
  }
}

/// Turns a logical plan into operators, one each. `argument` is nil outside of subplans.
///
/// Plans are as deep as statements are long: the way down is a loop, so that the stack grows with subplans alone.
///
/// - Parameters:
///   - path: see `Profile`.
///   - needs: what is needed of its rows.
///   - pairsRows: whether an aggregation at its top may count pairs instead of rows.
func makeOperator(
  _ plan: LogicalPlan, _ context: ExecutionContext, _ argument: ArgumentSource? = nil, path: [Int] = [],
  needs: Needs = .all, pairsRows: Bool = true
) -> any Operator {
  var links: [OperatorLink] = []
  // Most plans are no longer, and a link is large: not to be moved each time one is added.
  links.reserveCapacity(8)
  var next: OperatorLink? = OperatorLink(plan: plan, path: path, needs: needs)
  while var link = next {
    next = link.descend(context, argument, pairsRows: pairsRows || !links.isEmpty)
    links.append(link)
  }
  var made: (any Operator)?
  for link in links.reversed() {
    let bare = link.operator(above: made ?? UnitOperator(), context, argument)
    if let profiler = context.profiler, argument == nil {
      made = ProfiledOperator(bare, link.path, profiler)
    } else {
      made = bare
    }
  }
  return made ?? UnitOperator()
}

/// An operator of a plan on the way down along first inputs.
private struct OperatorLink {
  let plan: LogicalPlan
  let path: [Int]
  let needs: Needs
  /// Of a scan, what the filter above it asks.
  private var bounds: ScanBounds?
  /// Of an aggregation whose calls are made on rows of their own.
  private var passes: AggregatePasses?
  /// Of an aggregation that several threads work on.
  private var parallel: ParallelAggregation?
  /// Of one that counts the pairs which two parts of a pattern make.
  private var pairs: PairPattern?
  /// Of a filter above a search for what can be reached, which then is the search's too: what it searches, and the tests of
  /// the end alone, and the others.
  private var reach:
    (expand: LogicalPlan.ExpandVariable, needs: Needs, endTests: [PlanExpression], others: [PlanExpression])?

  init(plan: LogicalPlan, path: [Int], needs: Needs) {
    self.plan = plan
    self.path = path
    self.needs = needs
  }

  /// Its first input; nil for a leaf.
  mutating func descend(
    _ context: ExecutionContext, _ argument: ArgumentSource?, pairsRows: Bool
  ) -> OperatorLink? {
    let isProfiled = context.profiler != nil
    if argument == nil, case .aggregate(let input, let aggregate) = plan {
      if pairsRows, !isProfiled { pairs = PairPattern(aggregate, above: input) }
      if pairs != nil { return nil }
      parallel = ParallelAggregation(aggregate, above: input, context)
      if parallel != nil { return nil }
    }
    if !isProfiled, case .filter(let input, let predicate) = plan, let (below, expand) = input.walk {
      let tests = predicate.conjuncts
      let endTests = tests.filter { $0.freeVariables == [expand.to] }
      let others = tests.filter { $0.freeVariables != [expand.to] }
      var inner = needs
      if let variables = needs.variables {
        inner.variables = others.reduce(into: variables) { $0.formUnion($1.freeVariables) }
      }
      if input.isReach(inner) {
        reach = (expand, inner, endTests, others)
        return OperatorLink(plan: below, path: path + [0, 0], needs: inner.ofInput(of: input))
      }
    }
    if !isProfiled, case .aggregate(let input, let aggregate) = plan,
      let found = AggregatePasses(aggregate, above: input), let first = found.passes.first
    {
      passes = found
      return OperatorLink(plan: input, path: path + [0], needs: first.needs)
    }
    return plan.inputs.first.map { below in
      var link = OperatorLink(plan: below, path: path + [0], needs: needs.ofInput(of: plan))
      if case .filter(.nodeScan(_, let node, _), let predicate) = plan {
        link.bounds = ScanBounds(of: node, in: predicate)
      }
      return link
    }
  }

  func `operator`(
    above input: any Operator, _ context: ExecutionContext, _ argument: ArgumentSource?
  ) -> any Operator {
    if let (expand, inner, endTests, others) = reach {
      let reach = ReachOperator(input, expand, endTests, inner, context)
      guard let first = others.first else { return reach }
      return FilterOperator(
        reach, others.count == 1 ? first : PlanExpression(.and(others), range: first.range), needs, context)
    }
    func aggregatePasses(
      _ first: any Operator, _ below: LogicalPlan, _ aggregate: LogicalPlan.Aggregate, _ context: ExecutionContext,
      _ argument: ArgumentSource?
    ) -> [AggregateOperator.Pass] {
      guard let passes else { return [.init(input: first, calls: Array(aggregate.calls.indices))] }
      return passes.passes.enumerated().map { place, pass in
        .init(
          input: place == 0 ? first : makeOperator(below, context, argument, needs: pass.needs), calls: pass.calls)
      }
    }
    if let pairs, case .aggregate(_, let aggregate) = plan {
      let plan = plan
      return PairOperator(pairs, aggregate, context) { makeOperator(plan, context, needs: needs, pairsRows: false) }
    }
    if let parallel, case .aggregate(_, let aggregate) = plan {
      return AggregateOperator(parallel, aggregate, context)
    }
    /// The second input.
    func right(_ plan: LogicalPlan) -> any Operator {
      makeOperator(plan, context, argument, path: path + [1], needs: needs.ofInput(of: self.plan))
    }
    return switch plan {
    case .unit: UnitOperator()
    case .argument(let variables, let row): ArgumentOperator(variables, row, argument)
    case .nodeScan(.unit, let node, _) where context.scannedNodes != nil:
      ListedNodesOperator(context.scannedNodes ?? [], node, context)
    case .nodeScan(_, let node, let labels):
      NodeScanOperator(input, node, labels, within: bounds, needs, context)
    case .nodeSeek(_, let seek): NodeSeekOperator(input, seek, needs, context)
    case .degree(_, let degree): DegreeOperator(input, degree, needs, context)
    case .expand(let below, let expand)
    where context.profiler == nil && ReachOperator.fits(expand, above: below, needs):
      ReachOperator(input, expand.asWalk, [], needs, context)
    case .expand(_, let expand): ExpandOperator(input, expand, needs, context)
    case .expandVariable(_, let expand) where ReachOperator.fits(expand, needs):
      ReachOperator(input, expand, [], needs, context)
    case .expandVariable(_, let expand): ExpandVariableOperator(input, expand, context)
    case .countWalks(_, let walks): CountWalksOperator(input, walks, needs, context)
    case .intersect(_, let intersect): IntersectOperator(input, intersect, needs, context)
    case .shortestPath(_, let search): ShortestPathOperator(input, search, context)
    case .pathSearch(_, let search): PathSearchOperator(input, search, context)
    case .edgeEnds(_, let ends): EdgeEndsOperator(input, ends, context)
    case .filter(_, let predicate): FilterOperator(input, predicate, needs, context)
    case .project(_, let bindings): ProjectOperator(input, bindings, keepsInput: false, context)
    case .extend(_, let bindings): ProjectOperator(input, bindings, keepsInput: true, context)
    case .aggregate(let below, let aggregate):
      AggregateOperator(aggregatePasses(input, below, aggregate, context, argument), aggregate, argument, context)
    case .distinct(_, let variables): DistinctOperator(input, variables, context)
    case .sort(_, let keys): SortOperator(input, keys, skip: nil, limit: nil, context)
    case .top(_, let keys, let skip, let limit):
      SortOperator(input, keys, skip: skip, limit: limit, context)
    case .slice(let below, let skip, let limit, let partition):
      SliceOperator(input, skip: skip, limit: limit, partition: partition, drains: below.changesGraph, context)
    case .unwind(_, let unwind): UnwindOperator(input, unwind, context)
    case .load(_, let load): LoadOperator(input, load, context)
    case .optional(_, let subplan, let added): OptionalOperator(input, subplan, added, context)
    case .union(_, let second, let columns): UnionOperator(input, right(second), columns)
    case .combine(_, let second, let combination): CombineOperator(input, right(second), combination)
    case .apply(_, let apply): ApplyOperator(input, apply, context)
    case .choose(_, let choose): ChooseOperator(input, choose, context)
    case .through(_, let subplan): ThroughOperator(input, subplan, argument, context)
    case .foreach(_, let foreach): ForeachOperator(input, foreach, context)
    case .create(_, let creation): CreateOperator(input, creation, context)
    case .merge(_, let merge): MergeOperator(input, merge, context)
    case .set(_, let operations): SetOperator(input, operations, context)
    case .delete(_, let targets, let detaches): DeleteOperator(input, targets, detaches: detaches, context)
    case .call(_, let call): CallOperator(input, call, context)
    case .discard: DiscardOperator(input)
    }
  }
}

extension LogicalPlan.Expand {
  /// As a walk of one edge.
  fileprivate var asWalk: LogicalPlan.ExpandVariable {
    .init(
      from: from, edges: edge, to: to, direction: direction, types: types, minimum: 1, maximum: 1, isInto: isInto,
      edge: edge, edgePredicate: nil, isReversed: false, range: SourceRange(0, 0))
  }
}

extension LogicalPlan {
  /// An expansion as a walk, with what it takes its rows from.
  fileprivate var walk: (below: LogicalPlan, LogicalPlan.ExpandVariable)? {
    switch self {
    case .expandVariable(let below, let expand): (below, expand)
    case .expand(let below, let expand): (below, expand.asWalk)
    default: nil
    }
  }

  fileprivate func isReach(_ needs: Needs) -> Bool {
    switch self {
    case .expandVariable(_, let expand): ReachOperator.fits(expand, needs)
    case .expand(let below, let expand): ReachOperator.fits(expand, above: below, needs)
    default: false
    }
  }
}
