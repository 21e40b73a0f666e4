import GraphCore
import QueryLanguage
import QueryPlanner
import SourceText
import Synchronization

/// How much a statement may use before it is stopped with an error that names the limit.
public struct ExecutionLimits: Sendable {
  /// Rows that all operators of a statement together may make.
  public var rows: Int
  /// Seconds from the start of the statement; nil for no limit.
  public var seconds: Double?
  /// Relationships that one path may pass. Each walk is held with all of its edges, and so is each list of them in a row:
  /// ten thousand rows of ten thousand edges are some two gigabytes.
  public var pathLength: Int
  /// Bytes of memory that the process may take beyond what it has near the start of the statement, where the system tells.
  /// One list, or one step of an operator, is made before it is looked at.
  public var memory: Int
  /// How many threads work on one statement. No result depends on it.
  public var threads: Int
  /// How many nodes of a scan one of them takes at a time.
  package var nodesPerTask = 1_024

  public init(
    rows: Int = 1_000_000_000, seconds: Double? = nil, pathLength: Int = 10_000, memory: Int = 4 << 30, threads: Int = 1
  ) {
    self.threads = threads
    self.rows = rows
    self.seconds = seconds
    self.pathLength = pathLength
    self.memory = memory
  }

  public static let standard = ExecutionLimits()

  /// nil for no limit, or for one beyond a clock's range; a number that is none leaves no time.
  var timeLeft: Duration? {
    guard let seconds, !(seconds > 1e9) else { return nil }
    return .seconds(max(0, seconds.isNaN ? 0 : seconds))
  }
}

/// What all operators of one running statement share.
final class ExecutionContext {
  let parameters: [String: Value]
  let functions: FunctionContext
  let procedures: [String: any Procedure]
  let limits: ExecutionLimits
  let texts: (any TextLoading)?
  /// For PROFILE.
  let profiler: Profiler?
  /// nil for a statement that only reads.
  let transaction: GraphTransaction?
  private let snapshot: any GraphReader
  private let usage: Usage
  private let views: Views
  /// Types of edges that this statement has deleted: they can still be asked for.
  var deletedEdgeTypes: [EdgeID: String] = [:]
  var hasDeletions = false
  /// What the scan that a task of several threads begins with yields; nil for all that it finds.
  let scannedNodes: [NodeID]?
  private var matchers: [String: RegularExpressionMatcher] = [:]
  private static let mostMatchers = 64
  /// Which claims count; nil for all. The statement's graph hides the others already.
  let claimFilter: ClaimFilter

  init(
    reading snapshot: any GraphReader, transaction: GraphTransaction?, parameters: [String: Value],
    functions: FunctionContext, procedures: [String: any Procedure], limits: ExecutionLimits,
    texts: (any TextLoading)? = nil, claimFilter: ClaimFilter = .all, views: [[PlannedProvenanceFilter]] = [],
    profiler: Profiler? = nil
  ) {
    self.snapshot = snapshot
    self.transaction = transaction
    self.parameters = parameters
    self.functions = functions
    self.procedures = procedures
    self.limits = limits
    self.texts = texts
    self.profiler = profiler
    self.claimFilter = claimFilter
    scannedNodes = nil
    usage = Usage(
      deadline: limits.timeLeft.map { ContinuousClock.now + $0 },
      // A limit that somebody chose counts from the start; the usual one is far above what a first look misses.
      memory: limits.memory < ExecutionLimits.standard.memory ? residentMemory() ?? 0 : 0)
    self.views = Views(views, of: snapshot, claimFilter)
  }

  /// What counts against the limits, whichever view of the graph is looked at.
  private final class Usage: Sendable {
    let rows = Atomic(0)
    /// Those that long texts and lists count for.
    let weight = Atomic(0)
    let deadline: ContinuousClock.Instant?
    /// What the process held when memory was first looked at: a short statement never looks, which takes as long as a tenth
    /// of one. 0 before.
    let memory: Atomic<Int>
    /// After how many more rows memory is looked at again.
    let rowsToLook = Atomic(rowsPerLook)

    init(deadline: ContinuousClock.Instant?, memory: Int) {
      self.deadline = deadline
      self.memory = Atomic(memory)
    }
  }

  /// The views that MATCHes of this statement look at the graph in, each made when it is first asked for.
  private final class Views {
    let filters: [[PlannedProvenanceFilter]]
    /// What the statement as a whole looks at.
    let graph: any GraphReader
    let claimFilter: ClaimFilter
    var made: [Int: ExecutionContext] = [:]

    init(_ filters: [[PlannedProvenanceFilter]], of graph: any GraphReader, _ claimFilter: ClaimFilter) {
      self.filters = filters
      self.graph = graph
      self.claimFilter = claimFilter
    }
  }

  /// The same statement elsewhere: what it may use and has used is shared.
  private init(
    _ other: ExecutionContext, reading snapshot: any GraphReader, _ claimFilter: ClaimFilter, _ views: Views,
    _ profiler: Profiler?, scanning scannedNodes: [NodeID]?
  ) {
    self.snapshot = snapshot
    transaction = nil
    parameters = other.parameters
    functions = other.functions
    procedures = other.procedures
    limits = other.limits
    texts = other.texts
    usage = other.usage
    self.claimFilter = claimFilter
    self.views = views
    self.profiler = profiler
    self.scannedNodes = scannedNodes
  }

  /// The same statement on another thread, which only reads. Views are made by each thread for itself.
  ///
  /// - Parameter scanned: the part of a scan that is its task; nil where it is no part of one.
  convenience init(_ other: ExecutionContext, scanning scanned: [NodeID]?) {
    let views = Views(other.views.filters, of: other.views.graph, other.views.claimFilter)
    self.init(other, reading: other.snapshot, other.claimFilter, views, nil, scanning: scanned)
  }

  /// The context of one of the statement's views: the filters of the statement and those of the view hold there.
  func viewing(_ view: Int) throws(QueryError) -> ExecutionContext {
    if let made = views.made[view] { return made }
    let filters = views.filters.indices.contains(view) ? views.filters[view] : []
    let (graph, filter) = try FilteredGraph.view(of: views.graph, filters, self)
    let made = ExecutionContext(
      self, reading: graph, views.claimFilter.and(filter), views, profiler, scanning: nil)
    views.made[view] = made
    return made
  }

  /// The graph as this statement has changed it so far. To be read and let go: see `GraphTransaction.graph`.
  var graph: any GraphReader { transaction?.graph ?? snapshot }

  /// To be called once per batch, with the rows it holds. Batches are small: whatever makes many rows at once makes them
  /// some thousands at a time.
  ///
  /// - Parameter weight: rows that long texts and lists count for besides.
  func check(rows: Int, weight: Int = 0, at range: SourceRange = SourceRange(0, 0)) throws(QueryError) {
    let rowsSoFar = usage.rows.wrappingAdd(rows, ordering: .relaxed).newValue
    let weightSoFar = usage.weight.wrappingAdd(weight, ordering: .relaxed).newValue
    guard rowsSoFar + weightSoFar <= limits.rows else {
      let isOfValues = weightSoFar > rowsSoFar
      throw QueryError(
        .rowLimit, .resourceError, .runtime,
        message: isOfValues
          ? "the statement has made more texts and lists than \(limits.rows) rows may hold"
          : "the statement has handled more than \(limits.rows) rows",
        range: range,
        suggestion: isOfValues
          ? "make shorter ones, or raise the limit" : "narrow the pattern, bound a variable length, or raise the limit")
    }
    try checkMemory(rows + weight, range)
    if let deadline = usage.deadline, ContinuousClock.now > deadline {
      throw QueryError(
        .timeLimit, .resourceError, .runtime,
        message: "the statement has run for more than \(limits.seconds ?? 0) seconds",
        range: range, suggestion: "narrow the pattern, or raise the limit")
    }
  }

  private static let rowsPerLook = 1 << 15

  private func checkMemory(_ rows: Int, _ range: SourceRange) throws(QueryError) {
    let left = usage.rowsToLook.wrappingSubtract(rows + 64, ordering: .relaxed).newValue
    guard left <= 0, let now = residentMemory() else { return }
    usage.rowsToLook.store(Self.rowsPerLook, ordering: .relaxed)
    let before = usage.memory.compareExchange(expected: 0, desired: now, ordering: .relaxed).original
    guard before > 0, now - before > limits.memory else { return }
    throw QueryError(
      .memoryLimit, .resourceError, .runtime,
      message: "the statement takes more than \(limits.memory >> 20) MB of memory", range: range,
      suggestion: "narrow the pattern, collect less at once, or raise the limit")
  }

  /// To be called once per level of a search, with the edges that its walks have passed.
  func check(pathLength length: Int, at range: SourceRange) throws(QueryError) {
    guard length > limits.pathLength else { return }
    throw QueryError(
      .pathLimit, .resourceError, .runtime,
      message: "a path here passes more than \(limits.pathLength) relationships", range: range,
      suggestion: "give the length an upper bound, or raise the limit")
  }

  /// What matches a pattern of `=~`, kept while the statement runs: it gets faster with each text.
  func matcher(of pattern: String) throws(FunctionFailure) -> RegularExpressionMatcher {
    if let known = matchers[pattern] { return known }
    let made = RegularExpressionMatcher(try RegularExpression(pattern))
    if matchers.count >= Self.mostMatchers { matchers = [:] }
    matchers[pattern] = made
    return made
  }

  func parameter(_ name: String, _ range: SourceRange) throws(QueryError) -> Value {
    guard let value = parameters[name] else {
      throw QueryError(
        .missingParameter, .parameterMissing, .runtime, message: "the parameter `$\(name)` has no value", range: range,
        suggestion: nearestName(to: name, among: parameters.keys).map { "did you mean `$\($0)`?" })
    }
    return value
  }
}

extension FunctionFailure {
  func at(_ range: SourceRange) -> QueryError { QueryError(code, category, .runtime, message: message, range: range) }
}
