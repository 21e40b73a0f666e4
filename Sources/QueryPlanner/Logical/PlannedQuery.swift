import GraphCore
import QueryLanguage
import SourceText

/// A query ready to run.
public struct PlannedQuery: Sendable {
  public let plan: LogicalPlan
  /// The names of the result's columns; `plan.outputs` are their variables.
  public let columns: [String]
  /// Whether it changes the graph.
  public let isUpdating: Bool
  public let mode: Query.Mode
  /// Unknown names and the like: the query runs all the same.
  public let warnings: [Diagnostic]
  /// Parameters the text mentions, sorted, with the first place of each.
  public let parameters: [(name: String, range: SourceRange)]
  /// `AS OF`, `WITHOUT SOURCE`, `ONLY SOURCE` of the whole statement.
  public let filters: [PlannedProvenanceFilter]
  /// Those of each MATCH that has some, by the number that plans refer to them with.
  public let views: [[PlannedProvenanceFilter]]
}

public struct PlannedProvenanceFilter: Sendable {
  public let kind: ProvenanceFilter.Kind
  public let value: PlanExpression
}

/// A procedure that CALL can find.
public struct ProcedureSignature: Sendable {
  public struct Field: Sendable {
    public let name: String
    public let types: ValueTypes
    public init(_ name: String, _ types: ValueTypes) {
      self.name = name
      self.types = types
    }
  }

  public let name: String
  public let inputs: [Field]
  public let outputs: [Field]

  public init(name: String, inputs: [Field], outputs: [Field]) {
    self.name = name
    self.inputs = inputs
    self.outputs = outputs
  }
}

/// What the planner may know of the world: names and counts of the graph, procedures, parameters at hand.
public struct PlanningContext: Sendable {
  public var names: Names
  public var statistics: GraphStatistics
  public var procedures: [String: ProcedureSignature]
  /// What statements will run on that do not change it; nil if nothing is to be presumed of it.
  public var graph: (any GraphReader)?
  package var options = PlanningOptions()

  public init(
    names: Names, statistics: GraphStatistics, procedures: [String: ProcedureSignature] = [:],
    graph: (any GraphReader)? = nil
  ) {
    self.graph = graph
    self.names = names
    self.statistics = statistics
    self.procedures = procedures
  }
}

/// How a query is planned, for those who test the planner.
package struct PlanningOptions: Sendable {
  /// Whether the plan follows the text: patterns from left to right, no rewrite rule. Slow, and simple enough to be a
  /// second opinion on the rows of the usual plan.
  package var isPlain = false
}
