import GraphCore
import QueryLanguage
import SourceText

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
    /// For a list of edges that is more than one edge several times.
    var walk: Walk?
    var range: SourceRange
  }

  /// What the walks between two nodes look like, and which of them are wanted.
  struct Walk {
    var program: PathProgram
    var mode: PathMode
    var selection: LogicalPlan.PathSearch.Selection?
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
  /// Nodes between the ends of patterns that are searched as a whole: they come with the walk.
  var passed: Set<Variable> = []
  /// Nodes and edges of pieces that may be left out: null where they are.
  var optional: Set<Variable> = []
  /// Bindings of path variables, made once all is matched.
  var paths: [LogicalPlan.Binding] = []
  /// Whether one edge may stand for two of the pattern.
  var repeatsEdges = false

  mutating func add(node: Variable) {
    if !nodes.contains(node) { nodes.append(node) }
  }

  mutating func add(_ test: LabelTest, on node: Variable) {
    labels[node] = labels[node].map { .and($0, test) } ?? test
  }
}
