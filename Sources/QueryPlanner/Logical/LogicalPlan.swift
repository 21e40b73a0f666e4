import GraphCore
import QueryLanguage
import SourceText

/// What is to be done, operator by operator, without a word on how the graph is stored: the one thing that passes from
/// the planner to whoever executes.
///
/// Each operator takes the rows of its input and yields rows with the variables of `outputs`.
public indirect enum LogicalPlan: Sendable {
  /// One row without variables.
  case unit
  /// The rows of the plan that this one is a subplan of, each with its number in `row`.
  case argument([Variable], row: Variable)
  /// Each input row with each node that passes.
  case nodeScan(LogicalPlan, Variable, LabelTest?)
  /// Each input row with each node that has a property of a value that is known before.
  case nodeSeek(LogicalPlan, NodeSeek)
  case expand(LogicalPlan, Expand)
  /// Each input row that has edges of a kind, with their number.
  case degree(LogicalPlan, Degree)
  case expandVariable(LogicalPlan, ExpandVariable)
  /// Each input row with each node that walks lead to, and the number of these walks. Rows that differ in nothing that is
  /// needed above are one, their walks counted together: see `WalkCount.count`.
  case countWalks(LogicalPlan, WalkCount)
  /// Each input row with each node that edges lead to from several of its nodes.
  case intersect(LogicalPlan, Intersect)
  case shortestPath(LogicalPlan, ShortestPath)
  /// Each input row with each walk of a pattern, or with those that a selection keeps.
  case pathSearch(LogicalPlan, PathSearch)
  /// The ends of an edge that is known already.
  case edgeEnds(LogicalPlan, EdgeEnds)
  case filter(LogicalPlan, PlanExpression)
  /// Exactly these variables.
  case project(LogicalPlan, [Binding])
  /// The input's variables and these.
  case extend(LogicalPlan, [Binding])
  case aggregate(LogicalPlan, Aggregate)
  case distinct(LogicalPlan, [Variable])
  case sort(LogicalPlan, [SortKey])
  /// `SKIP` and `LIMIT`, counted apart for each value of `partition`.
  case slice(LogicalPlan, skip: PlanExpression?, limit: PlanExpression?, partition: Variable?)
  /// `sort` and `slice` in one, keeping no more rows than are asked for.
  case top(LogicalPlan, [SortKey], skip: PlanExpression?, limit: PlanExpression)
  case unwind(LogicalPlan, Unwind)
  /// Each input row with each row of a text.
  case load(LogicalPlan, Load)
  /// Each input row with the subplan's rows for it, or with nulls in `added` where it has none.
  case optional(LogicalPlan, Subplan, added: [Variable])
  /// Rows of both, the second's variables under the first's names.
  case union(LogicalPlan, LogicalPlan, [MergedColumn])
  /// EXCEPT, INTERSECT, OTHERWISE.
  case combine(LogicalPlan, LogicalPlan, Combination)
  /// Each input row with the subplan's rows for it.
  case apply(LogicalPlan, Apply)
  /// Each input row with the rows of the first subplan whose predicate is true for it.
  case choose(LogicalPlan, Choose)
  /// The rows that the subplan makes of all input rows together.
  case through(LogicalPlan, Subplan)
  /// Each input row, once the body has run for each element of its list.
  case foreach(LogicalPlan, Foreach)
  case create(LogicalPlan, Creation)
  case merge(LogicalPlan, Merge)
  case set(LogicalPlan, [SetOperation])
  case delete(LogicalPlan, [PlanExpression], detaches: Bool)
  case call(LogicalPlan, ProcedureCall)
  /// No rows, once the input has run dry: a statement without RETURN.
  case discard(LogicalPlan)

  public struct Binding: Sendable {
    public let variable: Variable
    public let expression: PlanExpression

    public init(_ variable: Variable, _ expression: PlanExpression) {
      self.variable = variable
      self.expression = expression
    }
  }

  public struct SortKey: Sendable {
    public let expression: PlanExpression
    public let isDescending: Bool
    /// Whether null comes before all other values.
    public let putsNullsFirst: Bool

    init(expression: PlanExpression, _ item: SortItem) {
      self.expression = expression
      isDescending = item.isDescending
      // Null is the greatest of all values unless the query says where it stands.
      putsNullsFirst = item.nulls.map { $0 == .first } ?? item.isDescending
    }

    private init(_ expression: PlanExpression, like other: SortKey) {
      self.expression = expression
      isDescending = other.isDescending
      putsNullsFirst = other.putsNullsFirst
    }

    /// The same order of other values.
    func with(_ expression: PlanExpression) -> SortKey { SortKey(expression, like: self) }
  }

  public struct Load: Sendable {
    public let variable: Variable
    /// Names the text.
    public let source: PlanExpression
    public let hasHeaders: Bool
    /// The ASCII character between two fields.
    public let separator: UInt8
  }

  public typealias MergedColumn = (output: Variable, left: Variable, right: Variable)

  public struct Combination: Sendable {
    /// Anything but `union`.
    public let operation: Query.SetOperation
    public let keepsDuplicates: Bool
    public let columns: [MergedColumn]
    /// In a subplan, the number of the outer row, for each of which it is decided apart; it is among the columns.
    public let partition: Variable?
  }

  public struct Apply: Sendable {
    public enum Kind: Sendable {
      case inner
      /// Nulls for a row that the subplan has no rows for.
      case optional
      /// Each row once, whatever the subplan yields.
      case keepingRows
    }

    public let subplan: Subplan
    public let kind: Kind
    public let added: [Variable]
    /// Whether the subplan changes the graph, and so runs row by row, each run seeing what those before it have done.
    public let isUpdating: Bool
    /// The view of the graph that the subplan runs in; nil for that around it.
    public var view: Int?
  }

  public struct Choice: Sendable {
    /// nil for ELSE.
    public let predicate: PlanExpression?
    public let subplan: Subplan
    /// The subplan's variables for the columns.
    public let columns: [Variable]
  }

  public struct Choose: Sendable {
    public let choices: [Choice]
    public let added: [Variable]
    /// Whether the branches only change the graph: rows then pass unchanged.
    public let keepsRows: Bool
    public let isUpdating: Bool
  }

  public struct Foreach: Sendable {
    public let variable: Variable
    public let list: PlanExpression
    public let body: Subplan
  }

  public struct Unwind: Sendable {
    public let variable: Variable
    public let list: PlanExpression
    /// Where each element stands in its list, and the number of the first.
    public let position: (variable: Variable, first: Int64)?
    /// Whether what is no list is an error, as it is for FOR, and not its own only element.
    public let needsList: Bool
  }

  public struct NodeSeek: Sendable {
    public let node: Variable
    public let labels: LabelTest?
    public let key: String
    /// Of the input's variables.
    public let value: PlanExpression
    /// Whether the value is a list, any of whose elements will do: `n.id IN [3, 9]`.
    public let isAny: Bool
  }

  public struct Degree: Sendable {
    public let from: Variable
    public let direction: EdgeDirection
    /// nil for all types.
    public let types: LabelTest?
    /// What the nodes at the other ends must pass; nil for all.
    public let labels: LabelTest?
    /// Variables of edges that do not count.
    public let apartFrom: [Variable]
    public let result: Variable
  }

  public struct Expand: Sendable {
    public let from: Variable
    public let edge: Variable
    public let to: Variable
    public let direction: EdgeDirection
    /// nil for all types.
    public let types: LabelTest?
    /// Whether `to` is known before: then only edges between the two count.
    public let isInto: Bool
  }

  public struct Intersect: Sendable {
    public struct Leg: Sendable {
      public let from: Variable
      public let edge: Variable
      public let direction: EdgeDirection
      /// nil for all types.
      public let types: LabelTest?
    }

    public let node: Variable
    /// Two or more.
    public let legs: [Leg]
    /// Pairs of edges that must not be the same: two legs, or a leg and an edge of the input.
    public let apart: [(Variable, Variable)]
  }

  public struct ExpandVariable: Sendable {
    public let from: Variable
    /// A list of edges in the order of the pattern, whichever end the search starts from.
    public let edges: Variable
    public let to: Variable
    public let direction: EdgeDirection
    public let types: LabelTest?
    public let minimum: Int
    public let maximum: Int?
    public let isInto: Bool
    /// Tests on each single edge, over `edge`.
    public let edge: Variable
    public let edgePredicate: PlanExpression?
    /// Whether the walk is searched from the pattern's right end.
    public let isReversed: Bool
    /// Where the pattern stands in the text.
    public let range: SourceRange

    public init(
      from: Variable, edges: Variable, to: Variable, direction: EdgeDirection, types: LabelTest?, minimum: Int,
      maximum: Int?, isInto: Bool, edge: Variable, edgePredicate: PlanExpression?, isReversed: Bool, range: SourceRange
    ) {
      self.from = from
      self.edges = edges
      self.to = to
      self.direction = direction
      self.types = types
      self.minimum = minimum
      self.maximum = maximum
      self.isInto = isInto
      self.edge = edge
      self.edgePredicate = edgePredicate
      self.isReversed = isReversed
      self.range = range
    }
  }

  public struct WalkCount: Sendable {
    /// Walks that pass an edge twice are none of these; nobody asks for their edges, and no edge is tested.
    public let walk: ExpandVariable
    /// To be added up and nothing else. Where the edges would be.
    public let count: Variable
  }

  public struct ShortestPath: Sendable {
    public let from: Variable
    public let edges: Variable
    public let to: Variable
    public let direction: EdgeDirection
    public let types: LabelTest?
    public let minimum: Int
    public let maximum: Int?
    public let edge: Variable
    public let edgePredicate: PlanExpression?
    /// All of the shortest, or one.
    public let findsAll: Bool
    /// Where the pattern stands in the text.
    public let range: SourceRange
  }

  public struct PathSearch: Sendable {
    /// Which walks are kept for each pair of ends.
    public enum Selection: Sendable {
      /// The shortest ones, this many.
      case paths(PlanExpression)
      /// Those of the smallest lengths, this many lengths.
      case groups(PlanExpression)
    }

    /// Where the search begins, which is the pattern's right end if `isReversed`.
    public let from: Variable
    public let to: Variable
    /// The list of all edges, in the order of the pattern.
    public let edges: Variable
    /// In the direction of the search.
    public let program: PathProgram
    public let mode: PathMode
    /// Whether an edge may be passed twice as far as the mode allows.
    public let repeatsEdges: Bool
    /// nil for all walks.
    public let selection: Selection?
    public let isInto: Bool
    public let isReversed: Bool
    /// Where the pattern stands in the text.
    public let range: SourceRange
  }

  public struct EdgeEnds: Sendable {
    public let edge: Variable
    public let from: Variable
    public let to: Variable
    public let direction: EdgeDirection
    public let isFromKnown: Bool
    public let isToKnown: Bool
  }

  public struct Aggregate: Sendable {
    public let groups: [Binding]
    public let calls: [(variable: Variable, call: AggregateCall)]
    /// In a subplan: the number of the outer row. Every outer row then has a group of its own, even without rows, where
    /// there is no other grouping.
    public let partition: Variable?
    /// Whether a group without rows is to be made.
    public let yieldsEmptyGroup: Bool

    /// The same with other keys and arguments.
    package func mapExpressions(_ map: (PlanExpression) -> PlanExpression) -> Aggregate {
      Aggregate(
        groups: groups.map { Binding($0.variable, map($0.expression)) },
        calls: calls.map { variable, call in
          (
            variable,
            AggregateCall(
              function: call.function, isDistinct: call.isDistinct, arguments: call.arguments.map(map),
              range: call.range)
          )
        }, partition: partition, yieldsEmptyGroup: yieldsEmptyGroup)
    }
  }

  public struct AggregateCall: Sendable {
    /// nil for `count(*)`.
    public let function: FunctionSignature?
    public let isDistinct: Bool
    public let arguments: [PlanExpression]
    public let range: SourceRange

    /// Whether a value that comes again changes nothing.
    package var ignoresRepetition: Bool {
      guard let function else { return false }
      return ["min", "max"].contains(function.name) || isDistinct && ["count", "collect"].contains(function.name)
    }
  }

  public struct Creation: Sendable {
    /// In the order of the text: the properties of one may name those before it.
    public internal(set) var elements: [CreatedElement]
    /// Variables to be made after the elements: paths.
    public internal(set) var paths: [Binding]
  }

  public enum CreatedElement: Sendable {
    case node(NodeCreation)
    case edge(EdgeCreation)

    public var variable: Variable {
      switch self {
      case .node(let node): node.variable
      case .edge(let edge): edge.variable
      }
    }

    public var properties: PlanExpression? {
      switch self {
      case .node(let node): node.properties
      case .edge(let edge): edge.properties
      }
    }
  }

  public struct NodeCreation: Sendable {
    public let variable: Variable
    public let labels: [String]
    /// More of them: each a string or a list of strings.
    public let computedLabels: [PlanExpression]
    public let properties: PlanExpression?
  }

  public enum EdgeTypeSource: Sendable {
    case name(String)
    /// A string, or a list of one.
    case computed(PlanExpression)
  }

  public struct EdgeCreation: Sendable {
    public let variable: Variable
    public let type: EdgeTypeSource
    public let from: Variable
    public let to: Variable
    public let properties: PlanExpression?
    /// Where the pattern stands in the text.
    public let range: SourceRange
  }

  public struct Merge: Sendable {
    /// Finds what is there already, for one row.
    public let match: Subplan
    /// Makes what is not. Its properties are those of the pattern.
    public let creation: Creation
    public let onCreate: [SetOperation]
    public let onMatch: [SetOperation]
    /// The variables that come with it.
    public let added: [Variable]
  }

  public enum SetOperation: Sendable {
    case property(target: PlanExpression, key: String, value: PlanExpression)
    /// From a map, node or edge; `replaces` drops what is not in it.
    case properties(target: PlanExpression, value: PlanExpression, replaces: Bool)
    case computedProperty(target: PlanExpression, key: PlanExpression, value: PlanExpression)
    /// Each a string or a list of strings.
    case addLabels(target: PlanExpression, [PlanExpression])
    case removeLabels(target: PlanExpression, [PlanExpression])
  }

  public struct ProcedureCall: Sendable {
    public let name: String
    public let arguments: [PlanExpression]
    /// Positions in the procedure's outputs, with the variables they go to.
    public let outputs: [(field: Int, variable: Variable)]
    public let range: SourceRange
    /// A procedure without outputs: rows pass unchanged.
    public let isVoid: Bool
  }
}

extension LogicalPlan {
  /// The variables of its rows, in column order.
  public var outputs: [Variable] {
    switch self {
    case .unit, .discard: []
    case .argument(let variables, let row): variables + [row]
    case .nodeScan(let input, let node, _): input.outputs + [node]
    case .nodeSeek(let input, let seek): input.outputs + [seek.node]
    case .degree(let input, let degree): input.outputs + [degree.result]
    case .expand(let input, let expand):
      input.outputs + [expand.edge] + (expand.isInto ? [] : [expand.to])
    case .expandVariable(let input, let expand): input.outputs + [expand.edges] + (expand.isInto ? [] : [expand.to])
    case .countWalks(let input, let walks): input.outputs + [walks.count, walks.walk.to]
    case .intersect(let input, let intersect): input.outputs + intersect.legs.map(\.edge) + [intersect.node]
    case .shortestPath(let input, let search): input.outputs + [search.edges]
    case .pathSearch(let input, let search):
      input.outputs + [search.edges] + search.program.exports.map(\.variable) + (search.isInto ? [] : [search.to])
    case .edgeEnds(let input, let ends):
      input.outputs + (ends.isFromKnown ? [] : [ends.from]) + (ends.isToKnown || ends.from == ends.to ? [] : [ends.to])
    case .filter(let input, _), .sort(let input, _), .slice(let input, _, _, _), .top(let input, _, _, _),
      .set(let input, _), .delete(let input, _, _):
      input.outputs
    case .project(_, let bindings): bindings.map(\.variable)
    case .extend(let input, let bindings): input.outputs + bindings.map(\.variable)
    case .aggregate(_, let aggregate): aggregate.groups.map(\.variable) + aggregate.calls.map(\.variable)
    case .distinct(_, let variables): variables
    case .unwind(let input, let unwind):
      input.outputs + [unwind.variable] + (unwind.position.map { [$0.variable] } ?? [])
    case .optional(let input, _, let added): input.outputs + added
    case .load(let input, let load): input.outputs + [load.variable]
    case .union(_, _, let columns): columns.map(\.output)
    case .combine(_, _, let combination): combination.columns.map(\.output)
    case .apply(let input, let apply): input.outputs + apply.added
    case .choose(let input, let choose): input.outputs + choose.added
    case .through(_, let subplan): subplan.plan.outputs
    case .foreach(let input, _): input.outputs
    case .create(let input, let creation): input.outputs + creation.variables
    case .merge(let input, let merge): input.outputs + merge.added
    case .call(let input, let call): input.outputs + call.outputs.map(\.variable)
    }
  }
}

extension LogicalPlan {
  var isUnit: Bool {
    guard case .unit = self else { return false }
    return true
  }
}

extension LogicalPlan.Creation {
  /// What it adds to a row.
  public var variables: [Variable] { elements.map(\.variable) + paths.map(\.variable) }
}
