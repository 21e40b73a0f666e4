import SourceText

/// `FILTER [WHERE] predicate`: the rows for which it is true.
public struct FilterClause: Equatable, Sendable {
  public var predicate: Expression
  public var range: SourceRange

  public init(predicate: Expression, range: SourceRange) {
    self.predicate = predicate
    self.range = range
  }

  public static func == (a: Self, b: Self) -> Bool { a.predicate == b.predicate }
}

/// `LET name = value, …`: names beside those that are there. None of them can be used by another of the same LET.
public struct LetClause: Equatable, Sendable {
  public struct Definition: Equatable, Sendable {
    public var name: Name
    public var value: Expression

    public init(name: Name, value: Expression) {
      self.name = name
      self.value = value
    }
  }

  public var definitions: [Definition]
  public var range: SourceRange

  public init(definitions: [Definition], range: SourceRange) {
    self.definitions = definitions
    self.range = range
  }

  public static func == (a: Self, b: Self) -> Bool { a.definitions == b.definitions }
}

/// `FOR variable IN list [WITH ORDINALITY | OFFSET position]`
public struct ForClause: Equatable, Sendable {
  public struct Position: Equatable, Sendable {
    public var variable: Name
    /// True for `OFFSET`, which counts from 0, false for `ORDINALITY`, which counts from 1.
    public var isOffset: Bool

    public init(variable: Name, isOffset: Bool) {
      self.variable = variable
      self.isOffset = isOffset
    }
  }

  public var variable: Name
  public var list: Expression
  public var position: Position?
  public var range: SourceRange

  public init(variable: Name, list: Expression, position: Position?, range: SourceRange) {
    self.variable = variable
    self.list = list
    self.position = position
    self.range = range
  }

  public static func == (a: Self, b: Self) -> Bool {
    a.variable == b.variable && a.list == b.list && a.position == b.position
  }
}

/// `[ORDER BY …] [SKIP …] [LIMIT …]` as a clause of its own, at least one of them.
public struct PageClause: Equatable, Sendable {
  public var order: [SortItem]
  public var skip: Expression?
  public var limit: Expression?
  public var range: SourceRange

  public init(order: [SortItem], skip: Expression?, limit: Expression?, range: SourceRange) {
    self.order = order
    self.skip = skip
    self.limit = limit
    self.range = range
  }

  public static func == (a: Self, b: Self) -> Bool { a.order == b.order && a.skip == b.skip && a.limit == b.limit }
}

/// `FINISH`: ends a query that is to return nothing.
public struct FinishClause: Equatable, Sendable {
  public var range: SourceRange

  public init(range: SourceRange) { self.range = range }

  public static func == (a: Self, b: Self) -> Bool { true }
}
