import GraphCore
import QueryLanguage

/// The patterns of one MATCH as a graph of variables, before an order of joins is chosen.
struct PatternGraph {
  struct Edge {
    /// For a variable length edge: the list of edges.
    var variable: Variable
    var from: Variable
    var to: Variable
    var direction: EdgeDirection
    var types: LabelTest?
    var length: Length?
    var search: PathPattern.Search = .all
    /// Whether the edge itself is known from before.
    var isBound = false
  }

  struct Length {
    var minimum: Int
    var maximum: Int?
    /// One edge of the list, for tests on each.
    var edge: Variable
    var predicate: PlanExpression?
  }

  /// In the order of the text; the position decides between equally good orders.
  var nodes: [Variable] = []
  var edges: [Edge] = []
  /// All tests: labels, properties, WHERE.
  var predicates: [PlanExpression] = []
  /// Label tests by node, also among `predicates` unless the scan takes them over.
  var labels: [Variable: LabelTest] = [:]
  /// Bindings of path variables, made once all is matched.
  var paths: [LogicalPlan.Binding] = []

  mutating func add(node: Variable) {
    if !nodes.contains(node) { nodes.append(node) }
  }

  mutating func add(_ test: LabelTest, on node: Variable) {
    labels[node] = labels[node].map { .and($0, test) } ?? test
  }
}
