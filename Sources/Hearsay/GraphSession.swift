import Foundation
public import GraphCore
public import QueryExecutor
public import QueryLanguage
public import QueryPlanner
import SourceText

/// A graph that statements are run on, one after the other. A statement that fails leaves the graph as it was.
///
/// Not safe to share between tasks: one writer.
public final class GraphSession {
  private var graph: PropertyGraph {
    didSet { plans.forgetReading() }
  }
  private var plans = PlanCache()
  public var procedures: [String: any Procedure] = [:] {
    didSet { plans = PlanCache() }
  }
  public var limits = ExecutionLimits.standard
  /// What LOAD CSV may read; nothing without it.
  public var importFolder: ImportFolder?
  /// Whether statements that change the graph are refused.
  public var isReadOnly = false
  /// Makes a statement's changes durable, before they show. If it throws, they are taken back.
  public var persist: (([GraphChange]) throws -> Void)?
  /// Throws if what was read of the graph is not to be believed. Asked before anything is shown or kept.
  var requireSound: () throws -> Void = {}
  /// Whether parts of the graph may not have been read yet.
  var isLazy: () -> Bool = { false }

  public init(_ graph: consuming PropertyGraph = PropertyGraph()) { self.graph = graph }

  /// The graph as it is now. See `QueryResult.graph`.
  public var snapshot: PropertyGraph { graph }

  /// Runs one statement.
  ///
  /// - Throws: `QueryError`, or what `persist` throws.
  public func run(_ text: String, parameters: [String: Value] = [:]) throws -> QueryResult {
    foldIfWanted()
    if let planned = plans.plan(of: text, graph.names) {
      return try run(planned, SourceRange(0, text.utf8.count), parameters: parameters)
    }
    let query = try parse(text)
    let planned = try plan(query)
    plans.keep(planned, of: text, graph.names)
    return try run(planned, query.range, parameters: parameters)
  }

  /// Runs a parsed statement.
  public func run(_ query: Query, parameters: [String: Value] = [:]) throws -> QueryResult {
    foldIfWanted()
    return try run(plan(query), query.range, parameters: parameters)
  }

  /// Not behind the statement that made it so: its result speaks of elements by their ids.
  private func foldIfWanted() {
    if graph.wantsFolding { graph.fold() }
  }

  private func run(_ planned: PlannedQuery, _ range: SourceRange, parameters: [String: Value]) throws -> QueryResult {
    if planned.mode == .explain {
      return QueryResult(
        columns: [], batches: [], graph: graph, effects: GraphEffects(), warnings: planned.warnings,
        plan: explain(planned, remark: RowEstimates(of: planned.plan, in: planningContext).remark))
    }
    if planned.isUpdating { try requireWritable(range) }
    let now = Date().timeIntervalSince1970
    let second = now.rounded(.down)
    let options = ExecutionOptions(
      parameters: parameters, procedures: procedures, limits: limits, texts: importFolder,
      time: (Int64(second), Int32((now - second) * 1_000_000_000)))
    return planned.isUpdating ? try update(planned, options) : try read(planned, options)
  }

  private func requireWritable(_ range: SourceRange) throws(QueryError) {
    guard isReadOnly else { return }
    throw QueryError(
      .readOnly, .argumentError, message: "the statement changes the graph, and the case is open for reading only",
      range: range, suggestion: "leave out `--read-only`")
  }

  /// The plan of a statement, with its warnings, without running it.
  public func plan(_ query: Query) throws(QueryError) -> PlannedQuery {
    try QueryPlanner.plan(query, in: planningContext)
  }

  /// All mistakes of a statement that can be found without running it, in the order of the text; none if it can be run.
  public func mistakes(in statement: Script.Statement, of script: Script) -> [QueryError] {
    do throws(QueryError) {
      return QueryPlanner.mistakes(in: try script.parse(statement), planningContext)
    } catch {
      return script.mistakes(in: statement)
    }
  }

  private var planningContext: PlanningContext {
    PlanningContext(
      names: graph.names, statistics: graph.statistics, procedures: procedures.mapValues(\.signature), graph: graph)
  }

  private func read(_ planned: PlannedQuery, _ options: ExecutionOptions) throws -> QueryResult {
    let result = try execute(planned, reading: graph, transaction: nil, options: options)
    // Whoever shows elements reads their properties then.
    if isLazy() { graph.load(elementsOf: result.batches) }
    try requireSound()
    return QueryResult(
      columns: result.columns, batches: result.batches, graph: graph, effects: GraphEffects(),
      warnings: planned.warnings + result.warnings, plan: nil, profile: shown(result.profile, of: planned))
  }

  private func update(_ planned: PlannedQuery, _ options: ExecutionOptions) throws -> QueryResult {
    let transaction = GraphTransaction(exchange(&graph, with: PropertyGraph()))
    do {
      let result = try execute(planned, reading: PropertyGraph(), transaction: transaction, options: options)
      let effects = transaction.effects
      try requireSound()
      if !transaction.changes.isEmpty { try persist?(transaction.changes) }
      graph = transaction.commit()
      return QueryResult(
        columns: result.columns, batches: result.batches, graph: graph, effects: effects,
        warnings: planned.warnings + result.warnings, plan: nil, profile: shown(result.profile, of: planned))
    } catch {
      graph = transaction.rollBack()
      throw error
    }
  }

  private func shown(_ profile: Profile?, of planned: PlannedQuery) -> String? {
    profile.map { profile in
      let estimates = RowEstimates(of: planned.plan, in: planningContext)
      return explain(planned) { path in profile.remark(path, expected: estimates.remark(path)) }
    }
  }

  /// Applies changes that come from elsewhere than a statement: all or none.
  public func apply(_ changes: [GraphChange]) throws {
    try apply(changes) { _ in if !changes.isEmpty { try persist?(changes) } }
  }

  /// The same.
  ///
  /// - Parameter keep: makes the changed graph durable; if it throws, the changes are taken back.
  func apply(_ changes: [GraphChange], keep: (PropertyGraph) throws -> Void) throws {
    try requireWritable(SourceRange(0, 0))
    let transaction = GraphTransaction(exchange(&graph, with: PropertyGraph()))
    do {
      for change in changes { try transaction.apply(change) }
      try requireSound()
      try keep(transaction.graph)
      graph = transaction.commit()
    } catch {
      graph = transaction.rollBack()
      throw error
    }
  }

  /// Goes on with another graph.
  func replace(by graph: PropertyGraph) { self.graph = graph }
}
