import SourceText

/// `{ query }` as an operand of UNION and its like, or between NEXT: the only clause of its single query.
public struct NestedQuery: Equatable, Sendable {
  public var query: Query
  public var range: SourceRange

  public init(query: Query, range: SourceRange) {
    self.query = query
    self.range = range
  }

  public static func == (a: Self, b: Self) -> Bool { a.query == b.query }
}

/// `WHEN predicate THEN query … [ELSE query]`: the only clause of its single query. Each row takes the first branch
/// whose predicate is true.
public struct ConditionalQuery: Equatable, Sendable {
  public struct Branch: Equatable, Sendable {
    public var predicate: Expression
    public var query: Query

    public init(predicate: Expression, query: Query) {
      self.predicate = predicate
      self.query = query
    }
  }

  /// At least one.
  public var branches: [Branch]
  public var otherwise: Query?
  public var range: SourceRange

  public init(branches: [Branch], otherwise: Query?, range: SourceRange) {
    self.branches = branches
    self.otherwise = otherwise
    self.range = range
  }

  public var queries: [Query] { branches.map(\.query) + [otherwise].compactMap { $0 } }

  public static func == (a: Self, b: Self) -> Bool { a.branches == b.branches && a.otherwise == b.otherwise }
}

/// `[OPTIONAL] CALL (names) { query }`
public struct CallSubqueryClause: Equatable, Sendable {
  public enum Imports: Equatable, Sendable {
    /// No brackets: each part may begin with a WITH that takes names from around it.
    case byWith
    /// `(*)`
    case all
    /// `(a, b)`, `()`
    case names([Name])
  }

  public var isOptional: Bool
  public var imports: Imports
  public var query: Query
  public var range: SourceRange

  public init(isOptional: Bool, imports: Imports, query: Query, range: SourceRange) {
    self.isOptional = isOptional
    self.imports = imports
    self.query = query
    self.range = range
  }

  public static func == (a: Self, b: Self) -> Bool {
    a.isOptional == b.isOptional && a.imports == b.imports && a.query == b.query
  }
}

/// `FOREACH (variable IN list | updating clauses)`
public struct ForeachClause: Equatable, Sendable {
  public var variable: Name
  public var list: Expression
  /// At least one; all change the graph.
  public var clauses: [Clause]
  public var range: SourceRange

  public init(variable: Name, list: Expression, clauses: [Clause], range: SourceRange) {
    self.variable = variable
    self.list = list
    self.clauses = clauses
    self.range = range
  }

  public static func == (a: Self, b: Self) -> Bool {
    a.variable == b.variable && a.list == b.list && a.clauses == b.clauses
  }
}

extension Query {
  /// Whether something in it changes the graph.
  public var isUpdating: Bool {
    parts.contains { part in part.operands.contains { $0.clauses.contains(where: \.isUpdating) } }
  }
}
