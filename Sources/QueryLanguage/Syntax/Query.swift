import SourceText

/// A parsed statement: the one thing that passes from the language to the planner.
///
/// Equality of syntax ignores ranges, so that what is printed and parsed again compares equal.
public struct Query: Equatable, Sendable {
  public enum Mode: Equatable, Sendable { case run, explain, profile }

  public var mode: Mode
  /// `first UNION next UNION next` associates to the left.
  public var first: SingleQuery
  public var unions: [Union]
  /// What stands behind `NEXT`: each part works on the rows of the one before.
  public var following: [Part]
  /// `AS OF`, `WITHOUT SOURCE` and `ONLY SOURCE` at the end of the statement: they bind the whole of it.
  public var filters: [ProvenanceFilter]
  public var range: SourceRange

  public init(
    mode: Mode = .run, first: SingleQuery, unions: [Union] = [], following: [Part] = [],
    filters: [ProvenanceFilter] = [], range: SourceRange
  ) {
    self.mode = mode
    self.first = first
    self.unions = unions
    self.following = following
    self.filters = filters
    self.range = range
  }

  /// What two queries with the same columns are put together by.
  public enum SetOperation: Equatable, Sendable {
    case union, except, intersect
    /// The second's rows where the first has none.
    case otherwise
  }

  public struct Union: Equatable, Sendable {
    public var operation: SetOperation
    /// True for `UNION ALL`, false for `UNION` and `UNION DISTINCT`. Always true for OTHERWISE.
    public var keepsDuplicates: Bool
    public var query: SingleQuery

    public init(operation: SetOperation = .union, keepsDuplicates: Bool, query: SingleQuery) {
      self.operation = operation
      self.keepsDuplicates = keepsDuplicates
      self.query = query
    }
  }

  /// Queries put together by UNION or its like: what stands between two `NEXT`.
  public struct Part: Equatable, Sendable {
    public var first: SingleQuery
    public var unions: [Union]

    public init(first: SingleQuery, unions: [Union] = []) {
      self.first = first
      self.unions = unions
    }

    public var operands: [SingleQuery] { [first] + unions.map(\.query) }
  }

  /// At least one.
  public var parts: [Part] { [Part(first: first, unions: unions)] + following }

  public static func == (a: Self, b: Self) -> Bool {
    a.mode == b.mode && a.first == b.first && a.unions == b.unions && a.following == b.following
      && a.filters == b.filters
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
  /// What a day is compared with.
  public enum Clock: String, CaseIterable, Equatable, Sendable {
    /// When a report was published: what was known then.
    case report = "REPORT"
    /// When an event began: what had happened then, as far as is known now.
    case event = "EVENT"
    /// When a report came into the case (its property `ingested`): what the case knew then.
    case ingest = "INGEST"
  }

  public enum Kind: Equatable, Sendable {
    /// `AS OF [clock] expression`: only up to that day, by default of publication.
    case asOf(Clock)
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
