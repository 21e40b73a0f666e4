import GraphCore
import QueryLanguage
import QueryPlanner

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
    batch = Batch(rowCount: batch.rowCount, columns: batch.columns + [column])
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
/// - Parameter path: see `Profile`.
func makeOperator(
  _ plan: LogicalPlan, _ context: ExecutionContext, _ argument: ArgumentSource? = nil, path: [Int] = []
) -> any Operator {
  guard let profiler = context.profiler, argument == nil else { return bareOperator(plan, context, argument, path) }
  return ProfiledOperator(bareOperator(plan, context, argument, path), path, profiler)
}

private func bareOperator(
  _ plan: LogicalPlan, _ context: ExecutionContext, _ argument: ArgumentSource?, _ path: [Int]
) -> any Operator {
  var inputs = 0
  func make(_ input: LogicalPlan) -> any Operator {
    defer { inputs += 1 }
    return makeOperator(input, context, argument, path: path + [inputs])
  }
  return switch plan {
  case .unit: UnitOperator()
  case .argument(let variables, let row): ArgumentOperator(variables, row, argument)
  case .nodeScan(let input, let node, let labels): NodeScanOperator(make(input), node, labels, context)
  case .expand(let input, let expand): ExpandOperator(make(input), expand, context)
  case .expandVariable(let input, let expand): ExpandVariableOperator(make(input), expand, context)
  case .shortestPath(let input, let search): ShortestPathOperator(make(input), search, context)
  case .pathSearch(let input, let search): PathSearchOperator(make(input), search, context)
  case .edgeEnds(let input, let ends): EdgeEndsOperator(make(input), ends, context)
  case .filter(let input, let predicate): FilterOperator(make(input), predicate, context)
  case .project(let input, let bindings): ProjectOperator(make(input), bindings, keepsInput: false, context)
  case .extend(let input, let bindings): ProjectOperator(make(input), bindings, keepsInput: true, context)
  case .aggregate(let input, let aggregate): AggregateOperator(make(input), aggregate, argument, context)
  case .distinct(let input, let variables): DistinctOperator(make(input), variables, context)
  case .sort(let input, let keys): SortOperator(make(input), keys, skip: nil, limit: nil, context)
  case .top(let input, let keys, let skip, let limit):
    SortOperator(make(input), keys, skip: skip, limit: limit, context)
  case .slice(let input, let skip, let limit, let partition):
    SliceOperator(make(input), skip: skip, limit: limit, partition: partition, drains: input.changesGraph, context)
  case .unwind(let input, let unwind): UnwindOperator(make(input), unwind, context)
  case .load(let input, let load): LoadOperator(make(input), load, context)
  case .optional(let input, let subplan, let added): OptionalOperator(make(input), subplan, added, context)
  case .union(let left, let right, let columns): UnionOperator(make(left), make(right), columns)
  case .combine(let left, let right, let combination): CombineOperator(make(left), make(right), combination)
  case .apply(let input, let apply): ApplyOperator(make(input), apply, context)
  case .choose(let input, let choose): ChooseOperator(make(input), choose, context)
  case .through(let input, let subplan): ThroughOperator(make(input), subplan, argument, context)
  case .foreach(let input, let foreach): ForeachOperator(make(input), foreach, context)
  case .create(let input, let creation): CreateOperator(make(input), creation, context)
  case .merge(let input, let merge): MergeOperator(make(input), merge, context)
  case .set(let input, let operations): SetOperator(make(input), operations, context)
  case .delete(let input, let targets, let detaches): DeleteOperator(make(input), targets, detaches: detaches, context)
  case .call(let input, let call): CallOperator(make(input), call, context)
  case .discard(let input): DiscardOperator(make(input))
  }
}
