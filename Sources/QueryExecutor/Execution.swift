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
  /// For PROFILE.
  public let profile: Profile?

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
  let profiler = query.mode == .profile ? Profiler() : nil
  func context(_ graph: any GraphReader, _ filter: ClaimFilter) -> ExecutionContext {
    ExecutionContext(
      reading: graph, transaction: transaction, parameters: options.parameters, functions: functions,
      procedures: options.procedures, limits: options.limits, texts: options.texts, claimFilter: filter,
      views: query.views, profiler: profiler)
  }
  var running = context(snapshot, .all)
  var warnings: [Diagnostic] = []
  let filters = query.filters + query.views.flatMap { $0 }
  if let filter = filters.first, transaction != nil {
    throw QueryError(
      .unsupported, .semanticError, message: "a statement that changes the graph sees all of its claims",
      range: filter.value.range, suggestion: "leave the provenance filter out")
  }
  if !filters.isEmpty {
    warnings = try unknownSources(filters, snapshot, running) + undatedEvents(filters, snapshot)
  }
  if !query.filters.isEmpty {
    let (graph, filter) = try FilteredGraph.view(of: snapshot, query.filters, running)
    running = context(graph, filter)
  }
  let root = makeOperator(query.plan, running)
  var batches: [Batch] = []
  while let batch = try root.next() { batches.append(batch) }
  return ExecutionResult(columns: query.columns, batches: batches, warnings: warnings, profile: profiler?.profile)
}
