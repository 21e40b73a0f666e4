import SourceText

/// What stands between two nodes of a path pattern.
public enum PathLink: Equatable, Sendable {
  case edge(EdgePattern)
  /// In patterns to be matched only.
  case group(PathGroup)

  public var edge: EdgePattern? {
    if case .edge(let edge) = self { edge } else { nil }
  }
}

/// `((a)-[r]->(b) WHERE …){1,3}`: a piece of a path that is walked several times (ISO GQL, quantified path primary). Its
/// variables are lists outside of it, with an element for each time.
public struct PathGroup: Equatable, Sendable {
  /// Without variable, selection or search.
  public var pattern: PathPattern
  /// Both bounds as written; the lower one is never nil.
  public var quantifier: EdgePattern.Length
  /// `(…)?`, a piece that may be left out (ISO GQL, questioned path primary): its variables are no lists but null where it
  /// is, and its quantifier is `{0,1}`.
  public var isQuestioned: Bool
  public var range: SourceRange

  public init(
    pattern: PathPattern, quantifier: EdgePattern.Length, isQuestioned: Bool = false, range: SourceRange
  ) {
    self.pattern = pattern
    self.quantifier = quantifier
    self.isQuestioned = isQuestioned
    self.range = range
  }

  public static func == (a: Self, b: Self) -> Bool {
    a.pattern == b.pattern && a.quantifier == b.quantifier && a.isQuestioned == b.isQuestioned
  }
}

/// What a walk may pass more than once (ISO GQL, path mode).
public enum PathMode: String, CaseIterable, Equatable, Sendable {
  /// Anything.
  case walk = "WALK"
  /// No edge.
  case trail = "TRAIL"
  /// No node.
  case acyclic = "ACYCLIC"
  /// No node, but it may end where it began.
  case simple = "SIMPLE"
}

/// Which walks are kept of all that fit between two nodes (ISO GQL, path search prefix). A number is a literal or a
/// parameter.
public enum PathSelection: Equatable, Sendable {
  /// `ALL`: what holds without any prefix, too.
  case all
  /// `ANY k`; nil for one.
  case any(Expression?)
  /// `ANY SHORTEST`
  case anyShortest
  /// `ALL SHORTEST`
  case allShortest
  /// `SHORTEST k`
  case shortest(Expression)
  /// `SHORTEST k GROUPS`, all walks of the k smallest lengths; nil for one.
  case shortestGroups(Expression?)

  /// How many, where that is written.
  public var count: Expression? {
    switch self {
    case .any(let count), .shortestGroups(let count): count
    case .shortest(let count): count
    case .all, .anyShortest, .allShortest: nil
    }
  }
}

/// Whether a MATCH may pass an edge twice (ISO GQL, match mode).
public enum MatchMode: Equatable, Sendable {
  /// `DIFFERENT RELATIONSHIPS`: what holds where none is written.
  case differentEdges
  /// `REPEATABLE ELEMENTS`
  case repeatableElements
}
