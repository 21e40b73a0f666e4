import GraphCore
import QueryLanguage
import QueryPlanner
import SourceText

/// What a statement came to.
public struct ExecutionResult: Sendable {
  public let columns: [String]
  /// All with one column per name.
  public let batches: [Batch]
  /// What the data shows to be odd: a source that nobody is called.
  public let warnings: [Diagnostic]

  public var rowCount: Int { batches.reduce(0) { $0 + $1.rowCount } }
}

/// What a statement runs with besides its plan.
public struct ExecutionOptions: Sendable {
  public var parameters: [String: Value]
  public var procedures: [String: any Procedure]
  public var limits: ExecutionLimits
  /// What LOAD CSV may read; nil for nothing.
  public var texts: (any TextLoading)?
  /// Seconds and nanoseconds since 1970: what the clock functions show. Given by the caller, since nothing in here may
  /// look at a clock.
  public var time: (seconds: Int64, nanoseconds: Int32)

  public init(
    parameters: [String: Value] = [:], procedures: [String: any Procedure] = [:], limits: ExecutionLimits = .standard,
    texts: (any TextLoading)? = nil, time: (seconds: Int64, nanoseconds: Int32) = (0, 0)
  ) {
    self.parameters = parameters
    self.procedures = procedures
    self.limits = limits
    self.texts = texts
    self.time = time
  }
}

/// Runs a plan on a graph.
///
/// - Parameter transaction: for plans that change the graph; its changes are left for the caller to commit or, if this
///   throws, to roll back. Reading plans take nil.
/// - Throws: `QueryError` of phase `runtime`; a missing parameter too is found before the first row.
public func execute(
  _ query: PlannedQuery, reading snapshot: any GraphReader, transaction: GraphTransaction?, options: ExecutionOptions
) throws(QueryError) -> ExecutionResult {
  for (name, range) in query.parameters where options.parameters[name] == nil {
    throw QueryError(
      .missingParameter, .parameterMissing, .compile, message: "the parameter `$\(name)` has no value", range: range,
      suggestion: nearestName(to: name, among: options.parameters.keys).map { "did you mean `$\($0)`?" })
  }
  for (name, range) in query.parameters {
    try options.parameters[name]?.requireShallow(at: range)
  }
  var functions = FunctionContext()
  functions.statementSecond = options.time.seconds
  functions.statementNanosecond = options.time.nanoseconds
  func context(_ graph: any GraphReader, _ filter: ClaimFilter) -> ExecutionContext {
    ExecutionContext(
      reading: graph, transaction: transaction, parameters: options.parameters, functions: functions,
      procedures: options.procedures, limits: options.limits, texts: options.texts, claimFilter: filter)
  }
  var running = context(snapshot, .all)
  var warnings: [Diagnostic] = []
  if let filter = query.filters.first, transaction != nil {
    throw QueryError(
      .unsupported, .semanticError, message: "a statement that changes the graph sees all of its claims",
      range: filter.value.range, suggestion: "leave the provenance filter out")
  }
  if !query.filters.isEmpty {
    warnings = try unknownSources(query.filters, snapshot, running)
    let filter = try claimFilter(query.filters, snapshot, running)
    running = context(FilteredGraph(snapshot, keeping: filter), filter)
  }
  let root = makeOperator(query.plan, running)
  var batches: [Batch] = []
  while let batch = try root.next() { batches.append(batch) }
  return ExecutionResult(columns: query.columns, batches: batches, warnings: warnings)
}

/// `AS OF`, `WITHOUT SOURCE` and `ONLY SOURCE` of a statement as one test on claims.
private func claimFilter(
  _ filters: [PlannedProvenanceFilter], _ graph: any GraphReader, _ context: ExecutionContext
) throws(QueryError) -> ClaimFilter {
  var result = ClaimFilter.all
  for filter in filters {
    let value = try Evaluator(context).evaluate(filter.value, on: Rows(.unit, Layout([])))[0]
    switch (filter.kind, value) {
    case (.asOf, _):
      guard let day = value.day else {
        throw QueryError(
          .invalidArgumentType, .typeError, .runtime,
          message: "AS OF takes a Date or DateTime, this is \(value.typeName)",
          range: filter.value.range, suggestion: "write `AS OF date('2024-03-24')`")
      }
      result = result.and(.asOf(day, in: graph))
    case (.withoutSource, _):
      for name in try names(value, filter) { result = result.and(.withoutSource(name, in: graph)) }
    case (.onlySource, _):
      let dropping = try names(value, filter).map { ClaimFilter.withoutSource($0, in: graph) }
      result = result.and(ClaimFilter { claim in dropping.contains { !$0.keeps(claim) } })
    }
  }
  return result
}

/// A name that no actor bears filters nothing out, which is seldom meant.
private func unknownSources(
  _ filters: [PlannedProvenanceFilter], _ graph: any GraphReader, _ context: ExecutionContext
) throws(QueryError) -> [Diagnostic] {
  var known: Set<String> = []
  var actors: [NodeID] = []
  var cursor = 0
  guard let label = graph.names.label("Actor") else { return [] }
  while graph.scanNodes(having: [label], from: &cursor, limit: Batch.preferredRowCount, into: &actors) {}
  for name in ["name", "aliases"] {
    guard let key = graph.names.propertyKey(name) else { continue }
    for case .string(let text) in graph.property(key, ofNodes: actors).flattened().elements { known.insert(text) }
  }
  var warnings: [Diagnostic] = []
  for filter in filters where filter.kind != .asOf {
    let value = try Evaluator(context).evaluate(filter.value, on: Rows(.unit, Layout([])))[0]
    for name in try names(value, filter) where !known.contains(name) {
      warnings.append(
        Diagnostic(
          .warning, code: "UnknownSource", message: "no actor is called `\(name)`", range: filter.value.range,
          suggestion: nearestName(to: name, among: known).map { "did you mean `\($0)`?" }))
    }
  }
  return warnings
}

private func names(_ value: Value, _ filter: PlannedProvenanceFilter) throws(QueryError) -> [String] {
  if case .string(let name) = value { return [name] }
  if case .list(let values) = value {
    let names = values.compactMap { if case .string(let name) = $0 { name } else { nil } }
    if names.count == values.count { return names }
  }
  throw QueryError(
    .invalidArgumentType, .typeError, .runtime, message: "a source is named by String, this is \(value.typeName)",
    range: filter.value.range)
}

extension Value {
  fileprivate var day: CalendarDate? {
    switch self {
    case .date(let date): date
    case .localDateTime(let value): value.date
    case .dateTime(let value): value.local.date
    default: nil
    }
  }
}
