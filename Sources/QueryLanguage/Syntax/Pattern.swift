import SourceText

/// A walk: a node, then edges with the nodes they lead to.
public struct PathPattern: Equatable, Sendable {
  public enum Search: Equatable, Sendable {
    /// Every walk that fits.
    case all
    /// `shortestPath(…)`: one of the shortest.
    case shortest
    /// `allShortestPaths(…)`
    case allShortest
  }

  public struct Step: Equatable, Sendable {
    public var link: PathLink
    public var node: NodePattern

    public init(_ link: PathLink, node: NodePattern) {
      self.link = link
      self.node = node
    }
  }

  /// `p` in `p = (a)-->(b)`.
  public var variable: Name?
  public var search: Search
  /// `ANY`, `SHORTEST 2 GROUPS` …: which of the walks between two nodes are kept; nil for all.
  public var selection: PathSelection?
  /// `TRAIL`, `ACYCLIC` …: what a walk may pass twice; nil where none is written.
  public var mode: PathMode?
  public var start: NodePattern
  public var steps: [Step]
  /// `WHERE` in the brackets around the pattern: decides before a selection is made.
  public var predicate: Expression?
  public var range: SourceRange

  public init(
    variable: Name? = nil, search: Search = .all, selection: PathSelection? = nil, mode: PathMode? = nil,
    start: NodePattern, steps: [Step] = [], predicate: Expression? = nil, range: SourceRange
  ) {
    self.variable = variable
    self.search = search
    self.selection = selection
    self.mode = mode
    self.start = start
    self.steps = steps
    self.predicate = predicate
    self.range = range
  }

  public static func == (a: Self, b: Self) -> Bool {
    a.variable == b.variable && a.search == b.search && a.selection == b.selection && a.mode == b.mode
      && a.start == b.start && a.steps == b.steps && a.predicate == b.predicate
  }
}

public struct NodePattern: Equatable, Sendable {
  public var variable: Name?
  public var labels: LabelExpression?
  /// A map or a parameter.
  public var properties: Expression?
  /// Inline `WHERE`.
  public var predicate: Expression?
  public var range: SourceRange

  public init(
    variable: Name? = nil, labels: LabelExpression? = nil, properties: Expression? = nil, predicate: Expression? = nil,
    range: SourceRange
  ) {
    self.variable = variable
    self.labels = labels
    self.properties = properties
    self.predicate = predicate
    self.range = range
  }

  public static func == (a: Self, b: Self) -> Bool {
    a.variable == b.variable && a.labels == b.labels && a.properties == b.properties && a.predicate == b.predicate
  }
}

extension NodePattern {
  /// Whether any node will do, under no name.
  public var isEmpty: Bool { variable == nil && labels == nil && properties == nil && predicate == nil }
}

public struct EdgePattern: Equatable, Sendable {
  public enum Direction: Equatable, Sendable {
    /// `-->`
    case outgoing
    /// `<--`
    case incoming
    /// `--` and `<-->`
    case either
  }

  /// `*`, `*2`, `*1..3`, `*..3`, `*1..`: bounds as written, nil where none is.
  public struct Length: Equatable, Sendable {
    public var minimum: Int?
    public var maximum: Int?

    public init(minimum: Int?, maximum: Int?) {
      self.minimum = minimum
      self.maximum = maximum
    }
  }

  public var variable: Name?
  public var types: LabelExpression?
  public var direction: Direction
  public var length: Length?
  /// A map or a parameter.
  public var properties: Expression?
  /// Inline `WHERE`.
  public var predicate: Expression?
  public var range: SourceRange

  public init(
    variable: Name? = nil, types: LabelExpression? = nil, direction: Direction, length: Length? = nil,
    properties: Expression? = nil, predicate: Expression? = nil, range: SourceRange
  ) {
    self.variable = variable
    self.types = types
    self.direction = direction
    self.length = length
    self.properties = properties
    self.predicate = predicate
    self.range = range
  }

  public static func == (a: Self, b: Self) -> Bool {
    a.variable == b.variable && a.types == b.types && a.direction == b.direction && a.length == b.length
      && a.properties == b.properties && a.predicate == b.predicate
  }
}

/// What is asked of a node's labels or an edge's type: `:A`, `:A:B` and `:A&B`, `:A|B` (also `:A|:B`), `:!A`, `:%`.
public indirect enum LabelExpression: Equatable, Sendable {
  case name(Name)
  case and(LabelExpression, LabelExpression)
  case or(LabelExpression, LabelExpression)
  case not(LabelExpression)
  /// `%`: at least one label.
  case any
  /// `$(expression)`, `$all(expression)`, `$any(expression)`: all or any of the names that a string or list of strings
  /// gives.
  case computed(Expression, needsAll: Bool)
}

/// A label that is given or taken away: as a name, or as what an expression yields.
public enum LabelName: Equatable, Sendable {
  case name(Name)
  /// `$(expression)`
  case computed(Expression)
}
