import GraphCore
import QueryExecutor
import QueryLanguage
import QueryPlanner

/// The engine as it is tested: a graph in memory, and statements planned as usual or plainly.
package struct Engine {
  package let graph: PropertyGraph
  let parameters: [String: Value]

  /// What a statement came to.
  struct Answer {
    let columns: [String]
    let rows: [[Value]]
    let graph: PropertyGraph
  }

  /// - Parameter isFolded: whether the graph is settled, or all of it a recent change.
  package init(_ statement: String, parameters: [String: Value], isFolded: Bool) throws(QueryError) {
    var graph = try Engine(graph: PropertyGraph(), parameters: parameters).run(parse(statement), isPlain: false).graph
    if isFolded { graph.fold() }
    self.init(graph: graph, parameters: parameters)
  }

  private init(graph: PropertyGraph, parameters: [String: Value]) {
    self.graph = graph
    self.parameters = parameters
  }

  /// The usual plan of some queries runs on two threads, a few nodes at a time, so that small graphs are many tasks.
  private func limits(_ query: Query, isPlain: Bool) -> ExecutionLimits {
    var limits = ExecutionLimits(rows: 50_000, threads: !isPlain && query.range.end.isMultiple(of: 8) ? 2 : 1)
    limits.nodesPerTask = 3
    return limits
  }

  func run(_ query: Query, isPlain: Bool) throws(QueryError) -> Answer {
    var context = PlanningContext(names: graph.names, statistics: graph.statistics, graph: graph)
    context.options.isPlain = isPlain
    context.procedures = [FuzzingProcedure.name: FuzzingProcedure.signature]
    let planned = try plan(query, in: context)
    let options = ExecutionOptions(
      parameters: parameters, procedures: [FuzzingProcedure.name: FuzzingProcedure.procedure],
      limits: limits(query, isPlain: isPlain))
    guard planned.isUpdating else {
      return answer(try execute(planned, reading: graph, transaction: nil, options: options), graph)
    }
    let transaction = GraphTransaction(graph)
    let result = try execute(planned, reading: PropertyGraph(), transaction: transaction, options: options)
    return answer(result, transaction.commit())
  }

  private func answer(_ result: ExecutionResult, _ graph: PropertyGraph) -> Answer {
    let rows = result.batches.flatMap { batch in
      (0..<batch.rowCount).map { row in batch.columns.map { $0[row] } }
    }
    return Answer(columns: result.columns, rows: rows, graph: graph)
  }
}
