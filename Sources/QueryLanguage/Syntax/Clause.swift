import SourceText

public indirect enum Clause: Equatable, Sendable {
  case match(MatchClause)
  case unwind(UnwindClause)
  case with(ProjectionClause)
  case `return`(ProjectionClause)
  case create(CreateClause)
  case merge(MergeClause)
  case set(SetClause)
  case remove(RemoveClause)
  case delete(DeleteClause)
  case call(CallClause)
  case filter(FilterClause)
  case `let`(LetClause)
  case `for`(ForClause)
  case page(PageClause)
  case finish(FinishClause)
  case subquery(CallSubqueryClause)
  case foreach(ForeachClause)
  case nested(NestedQuery)
  case conditional(ConditionalQuery)
  case load(LoadClause)

  public var range: SourceRange {
    switch self {
    case .match(let clause): clause.range
    case .unwind(let clause): clause.range
    case .with(let clause): clause.range
    case .return(let clause): clause.range
    case .create(let clause): clause.range
    case .merge(let clause): clause.range
    case .set(let clause): clause.range
    case .remove(let clause): clause.range
    case .delete(let clause): clause.range
    case .call(let clause): clause.range
    case .filter(let clause): clause.range
    case .let(let clause): clause.range
    case .for(let clause): clause.range
    case .page(let clause): clause.range
    case .finish(let clause): clause.range
    case .subquery(let clause): clause.range
    case .foreach(let clause): clause.range
    case .nested(let clause): clause.range
    case .conditional(let clause): clause.range
    case .load(let clause): clause.range
    }
  }

  /// Whether it changes the graph.
  public var isUpdating: Bool {
    switch self {
    case .create, .merge, .set, .remove, .delete, .foreach: true
    case .subquery(let clause): clause.query.isUpdating
    case .nested(let nested): nested.query.isUpdating
    case .conditional(let conditional): conditional.queries.contains(where: \.isUpdating)
    case .match, .unwind, .with, .return, .call, .filter, .let, .for, .page, .finish, .load: false
    }
  }
}

/// `[OPTIONAL] MATCH [mode] pattern, pattern [filters] [WHERE predicate]`
public struct MatchClause: Equatable, Sendable {
  public var isOptional: Bool
  /// nil where none is written.
  public var mode: MatchMode?
  public var patterns: [PathPattern]
  public var filters: [ProvenanceFilter]
  public var predicate: Expression?
  public var range: SourceRange

  public init(
    isOptional: Bool, mode: MatchMode? = nil, patterns: [PathPattern], filters: [ProvenanceFilter] = [],
    predicate: Expression?, range: SourceRange
  ) {
    self.isOptional = isOptional
    self.mode = mode
    self.patterns = patterns
    self.filters = filters
    self.predicate = predicate
    self.range = range
  }

  public static func == (a: Self, b: Self) -> Bool {
    a.isOptional == b.isOptional && a.mode == b.mode && a.patterns == b.patterns && a.filters == b.filters
      && a.predicate == b.predicate
  }
}

/// `UNWIND list AS variable`
public struct UnwindClause: Equatable, Sendable {
  public var list: Expression
  public var variable: Name
  public var range: SourceRange

  public init(list: Expression, variable: Name, range: SourceRange) {
    self.list = list
    self.variable = variable
    self.range = range
  }

  public static func == (a: Self, b: Self) -> Bool { a.list == b.list && a.variable == b.variable }
}

/// What RETURN and WITH share: `[DISTINCT] items [GROUP BY …] [ORDER BY …] [SKIP …] [LIMIT …] [WHERE …]`.
public struct ProjectionClause: Equatable, Sendable {
  public var isDistinct: Bool
  /// Whether `*` stands in front of the items: all variables in scope, in alphabetical order.
  public var includesAll: Bool
  public var items: [ProjectionItem]
  /// The keys of `GROUP BY`, none for `GROUP BY ()`; nil where the items without aggregates are the keys.
  public var grouping: [Expression]?
  public var order: [SortItem]
  public var skip: Expression?
  public var limit: Expression?
  /// WITH only.
  public var predicate: Expression?
  public var range: SourceRange

  public init(
    isDistinct: Bool = false, includesAll: Bool = false, items: [ProjectionItem], grouping: [Expression]? = nil,
    order: [SortItem] = [], skip: Expression? = nil, limit: Expression? = nil, predicate: Expression? = nil,
    range: SourceRange
  ) {
    self.isDistinct = isDistinct
    self.includesAll = includesAll
    self.items = items
    self.grouping = grouping
    self.order = order
    self.skip = skip
    self.limit = limit
    self.predicate = predicate
    self.range = range
  }

  public static func == (a: Self, b: Self) -> Bool {
    a.isDistinct == b.isDistinct && a.includesAll == b.includesAll && a.items == b.items
      && a.grouping == b.grouping && a.order == b.order && a.skip == b.skip && a.limit == b.limit
      && a.predicate == b.predicate
  }
}

public struct ProjectionItem: Equatable, Sendable {
  public var expression: Expression
  public var alias: Name?
  /// The expression exactly as written, the column's name where there is no alias.
  public var text: String

  public init(expression: Expression, alias: Name?, text: String) {
    self.expression = expression
    self.alias = alias
    self.text = text
  }

  public var columnName: String { alias?.text ?? text }

  public static func == (a: Self, b: Self) -> Bool { a.expression == b.expression && a.alias == b.alias }
}

public struct SortItem: Equatable, Sendable {
  public var expression: Expression
  public var isDescending: Bool
  /// `NULLS FIRST`, `NULLS LAST`; nil where nothing is said: null is then the greatest of all values.
  public var nulls: NullPlacement?

  public enum NullPlacement: Equatable, Sendable { case first, last }

  public init(expression: Expression, isDescending: Bool, nulls: NullPlacement? = nil) {
    self.expression = expression
    self.isDescending = isDescending
    self.nulls = nulls
  }
}

/// `CREATE pattern, …` or `INSERT pattern, …`
public struct CreateClause: Equatable, Sendable {
  public var patterns: [PathPattern]
  /// Whether it is written `INSERT`, GQL's word, which takes labels joined by `&` only.
  public var isInsert: Bool
  public var range: SourceRange

  public init(patterns: [PathPattern], isInsert: Bool = false, range: SourceRange) {
    self.patterns = patterns
    self.isInsert = isInsert
    self.range = range
  }

  public static func == (a: Self, b: Self) -> Bool { a.patterns == b.patterns && a.isInsert == b.isInsert }
}

/// `MERGE pattern [ON CREATE SET …] [ON MATCH SET …]`
public struct MergeClause: Equatable, Sendable {
  public var pattern: PathPattern
  public var onCreate: [SetItem]
  public var onMatch: [SetItem]
  public var range: SourceRange

  public init(pattern: PathPattern, onCreate: [SetItem], onMatch: [SetItem], range: SourceRange) {
    self.pattern = pattern
    self.onCreate = onCreate
    self.onMatch = onMatch
    self.range = range
  }

  public static func == (a: Self, b: Self) -> Bool {
    a.pattern == b.pattern && a.onCreate == b.onCreate && a.onMatch == b.onMatch
  }
}

public enum SetItem: Equatable, Sendable {
  /// `target.key = value`; the target is any expression that yields a node or edge.
  case property(target: Expression, key: Name, value: Expression)
  /// `target[key] = value`
  case computedProperty(target: Expression, key: Expression, value: Expression)
  /// `variable = map` (`replaces`) or `variable += map`.
  case properties(variable: Name, value: Expression, replaces: Bool)
  /// `variable:A:B`
  case labels(variable: Name, labels: [LabelName])
}

public struct SetClause: Equatable, Sendable {
  public var items: [SetItem]
  public var range: SourceRange

  public init(items: [SetItem], range: SourceRange) {
    self.items = items
    self.range = range
  }

  public static func == (a: Self, b: Self) -> Bool { a.items == b.items }
}

public enum RemoveItem: Equatable, Sendable {
  case property(target: Expression, key: Name)
  /// `target[key]`
  case computedProperty(target: Expression, key: Expression)
  case labels(variable: Name, labels: [LabelName])
}

public struct RemoveClause: Equatable, Sendable {
  public var items: [RemoveItem]
  public var range: SourceRange

  public init(items: [RemoveItem], range: SourceRange) {
    self.items = items
    self.range = range
  }

  public static func == (a: Self, b: Self) -> Bool { a.items == b.items }
}

public struct DeleteClause: Equatable, Sendable {
  public var detaches: Bool
  public var targets: [Expression]
  public var range: SourceRange

  public init(detaches: Bool, targets: [Expression], range: SourceRange) {
    self.detaches = detaches
    self.targets = targets
    self.range = range
  }

  public static func == (a: Self, b: Self) -> Bool { a.detaches == b.detaches && a.targets == b.targets }
}

/// `[OPTIONAL] CALL namespace.procedure(arguments) [YIELD field [AS name], … [WHERE predicate]]`
public struct CallClause: Equatable, Sendable {
  public var isOptional: Bool
  public var procedure: Name
  /// nil for the implicit form without brackets, whose arguments are parameters of the same names.
  public var arguments: [Expression]?
  public var yield: Yield?
  public var range: SourceRange

  public enum Yield: Equatable, Sendable {
    /// `YIELD *`
    case all
    case fields([YieldField], predicate: Expression?)
  }

  public struct YieldField: Equatable, Sendable {
    public var field: Name
    public var alias: Name?

    public init(field: Name, alias: Name?) {
      self.field = field
      self.alias = alias
    }
  }

  public init(
    isOptional: Bool = false, procedure: Name, arguments: [Expression]?, yield: Yield?, range: SourceRange
  ) {
    self.isOptional = isOptional
    self.procedure = procedure
    self.arguments = arguments
    self.yield = yield
    self.range = range
  }

  public static func == (a: Self, b: Self) -> Bool {
    a.isOptional == b.isOptional && a.procedure == b.procedure && a.arguments == b.arguments && a.yield == b.yield
  }
}
