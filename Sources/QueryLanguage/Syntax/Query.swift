import SourceText

/// A parsed statement: the one thing that passes from the language to the planner.
///
/// Equality of syntax ignores ranges, so that what is printed and parsed again compares equal.
public struct Query: Equatable, Sendable {
  public enum Mode: Equatable, Sendable { case run, explain, profile }

  public var mode: Mode
  /// At least one. `first UNION next UNION ALL next` associates to the left.
  public var first: SingleQuery
  public var unions: [Union]
  /// `AS OF`, `WITHOUT SOURCE` and `ONLY SOURCE` at the end of the statement: they bind the whole of it.
  public var filters: [ProvenanceFilter]
  public var range: SourceRange

  public init(
    mode: Mode = .run, first: SingleQuery, unions: [Union] = [], filters: [ProvenanceFilter] = [], range: SourceRange
  ) {
    self.mode = mode
    self.first = first
    self.unions = unions
    self.filters = filters
    self.range = range
  }

  public struct Union: Equatable, Sendable {
    /// True for `UNION ALL`, false for `UNION` and `UNION DISTINCT`.
    public var keepsDuplicates: Bool
    public var query: SingleQuery

    public init(keepsDuplicates: Bool, query: SingleQuery) {
      self.keepsDuplicates = keepsDuplicates
      self.query = query
    }
  }

  public static func == (a: Self, b: Self) -> Bool {
    a.mode == b.mode && a.first == b.first && a.unions == b.unions && a.filters == b.filters
  }
}

/// Clauses in the order they are written.
public struct SingleQuery: Equatable, Sendable {
  public var clauses: [Clause]
  public var range: SourceRange

  public init(clauses: [Clause], range: SourceRange) {
    self.clauses = clauses
    self.range = range
  }

  public static func == (a: Self, b: Self) -> Bool { a.clauses == b.clauses }
}

/// Which reports count: our extension, on a MATCH or on a whole query.
public struct ProvenanceFilter: Equatable, Sendable {
  public enum Kind: Equatable, Sendable {
    /// `AS OF expression`: only what was published up to that date.
    case asOf
    /// `WITHOUT SOURCE expression`: as if these speakers and reports had said nothing. A string or a list of strings.
    case withoutSource
    /// `ONLY SOURCE expression`.
    case onlySource
  }
  public var kind: Kind
  public var value: Expression
  public var range: SourceRange

  public init(kind: Kind, value: Expression, range: SourceRange) {
    self.kind = kind
    self.value = value
    self.range = range
  }

  public static func == (a: Self, b: Self) -> Bool { a.kind == b.kind && a.value == b.value }
}

/// A name as written (back quotes taken off), with its place.
public struct Name: Equatable, Sendable {
  public var text: String
  public var range: SourceRange

  public init(_ text: String, range: SourceRange) {
    self.text = text
    self.range = range
  }

  public static func == (a: Self, b: Self) -> Bool { a.text == b.text }
}
