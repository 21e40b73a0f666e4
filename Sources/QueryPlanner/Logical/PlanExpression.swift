import GraphCore
import QueryLanguage
import SourceText

/// A variable of a plan: unlike its name, it means one thing in the whole plan.
public struct Variable: Hashable, Comparable, Sendable {
  public let id: Int
  /// As written, or made up (`#3`) where the query has none. For EXPLAIN only.
  public let name: String

  public init(id: Int, name: String) {
    self.id = id
    self.name = name
  }

  public static func == (a: Self, b: Self) -> Bool { a.id == b.id }
  public static func < (a: Self, b: Self) -> Bool { a.id < b.id }
  public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

/// An expression with its names resolved: variables instead of names, signatures instead of function names, plans instead
/// of subqueries. The place in the query's text stays, for errors that only data can show.
public struct PlanExpression: Sendable {
  public var kind: Kind
  public var range: SourceRange

  public init(_ kind: Kind, range: SourceRange) {
    self.kind = kind
    self.range = range
  }

  public indirect enum Kind: Sendable {
    case constant(Value)
    case parameter(String)
    case variable(Variable)
    case list([PlanExpression])
    case map([(key: String, value: PlanExpression)])
    case property(PlanExpression, key: String)
    case index(PlanExpression, PlanExpression)
    case slice(PlanExpression, from: PlanExpression?, to: PlanExpression?)
    /// `body` with the variable standing for the value: what is needed more than once is evaluated once.
    case binding(Variable, PlanExpression, body: PlanExpression)
    case hasLabels(PlanExpression, LabelTest)
    /// Whether the node or edge has all or any of the names that `names` yields, a string or a list of strings.
    case hasComputedLabels(PlanExpression, names: PlanExpression, needsAll: Bool)
    /// nil for unknown.
    case isTruth(PlanExpression, Bool?, isNegated: Bool)
    case isTyped(PlanExpression, TypeName, isNegated: Bool)
    case cast(PlanExpression, TypeName)
    case not(PlanExpression)
    case and([PlanExpression])
    case or([PlanExpression])
    case xor(PlanExpression, PlanExpression)
    case compare(Expression.ComparisonOperator, PlanExpression, PlanExpression)
    case arithmetic(Arithmetic, PlanExpression, PlanExpression)
    case negate(PlanExpression)
    case test(Test, PlanExpression, PlanExpression)
    case isNull(PlanExpression, isNegated: Bool)
    case function(FunctionSignature, [PlanExpression])
    case `case`([(when: PlanExpression, then: PlanExpression)], otherwise: PlanExpression?)
    case comprehension(Variable, list: PlanExpression, predicate: PlanExpression?, result: PlanExpression?)
    case quantified(Expression.Quantifier, Variable, list: PlanExpression, predicate: PlanExpression)
    case reduce(
      accumulator: Variable, initial: PlanExpression, Variable, list: PlanExpression, result: PlanExpression)
    /// Whether the predicate holds for the accumulator after each step.
    case allReduce(
      accumulator: Variable, initial: PlanExpression, Variable, list: PlanExpression, result: PlanExpression,
      predicate: PlanExpression)
    /// Whether the plan yields a row for the row it is evaluated on.
    case exists(Subplan)
    /// How many rows the plan yields.
    case countRows(Subplan)
    /// The values of `result` over the plan's rows.
    case collectRows(Subplan, result: Variable)
    /// The walk along these variables: node, edge or list of edges, node, …
    case path([PathElement])
    /// No edge of the first (an edge or a list of edges) is among the second's.
    case edgesDiffer(Variable, Variable)
    /// Whether the node or edge is in the graph that is looked at; null is in none.
    case isPresent(Variable)
    /// Evaluated in one of the statement's views.
    case viewed(Int, PlanExpression)
    case mapProjection(PlanExpression, [MapProjectionItem])
  }

  public enum Arithmetic: Sendable { case add, subtract, multiply, divide, modulo, power, concatenate }

  /// Tests with two sides that are not comparisons.
  public enum Test: Sendable { case `in`, startsWith, endsWith, contains, matches }

  public enum MapProjectionItem: Sendable {
    case property(String)
    case allProperties
    case entry(String, PlanExpression)
  }

  public enum PathElement: Sendable {
    case node(Variable)
    case edge(Variable)
    /// A list of edges of a variable length pattern, in walk order.
    case edges(Variable)
  }
}

/// A plan evaluated for the rows of another one. Its leaves are `argument` operators, which hand the outer rows in with
/// a number each; each of its rows carries that number on.
public struct Subplan: Sendable {
  public let plan: LogicalPlan
  /// The number of the outer row.
  public let row: Variable

  public init(plan: LogicalPlan, row: Variable) {
    self.plan = plan
    self.row = row
  }
}

/// What is asked of a node's labels or an edge's type, by name: whether a name exists in a graph is for the graph to say.
public indirect enum LabelTest: Sendable, Equatable {
  case name(String)
  case and(LabelTest, LabelTest)
  case or(LabelTest, LabelTest)
  case not(LabelTest)
  case any

  /// nil if a name in it is computed.
  init?(_ expression: LabelExpression) {
    switch expression {
    case .name(let name): self = .name(name.text)
    case .and(let a, let b):
      guard let a = LabelTest(a), let b = LabelTest(b) else { return nil }
      self = .and(a, b)
    case .or(let a, let b):
      guard let a = LabelTest(a), let b = LabelTest(b) else { return nil }
      self = .or(a, b)
    case .not(let inner):
      guard let inner = LabelTest(inner) else { return nil }
      self = .not(inner)
    case .any: self = .any
    case .computed: return nil
    }
  }

  /// Whether an element with these names passes.
  public func passes(_ names: [String]) -> Bool {
    switch self {
    case .name(let name): names.contains(name)
    case .and(let a, let b): a.passes(names) && b.passes(names)
    case .or(let a, let b): a.passes(names) || b.passes(names)
    case .not(let inner): !inner.passes(names)
    case .any: !names.isEmpty
    }
  }

  /// The names, if the test is nothing but all of them.
  public var conjunction: [String]? {
    switch self {
    case .name(let name): [name]
    case .and(let a, let b): a.conjunction.flatMap { left in b.conjunction.map { left + $0 } }
    case .or, .not, .any: nil
    }
  }

  /// The names, if the test is nothing but any of them.
  public var disjunction: [String]? {
    switch self {
    case .name(let name): [name]
    case .or(let a, let b): a.disjunction.flatMap { left in b.disjunction.map { left + $0 } }
    case .and, .not, .any: nil
    }
  }
}

extension Expression.ComparisonOperator {
  /// `a op b` is `b op.mirrored a`.
  package var mirrored: Self {
    switch self {
    case .equal, .notEqual: self
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    }
  }
}
