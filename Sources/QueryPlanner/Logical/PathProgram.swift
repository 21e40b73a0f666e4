import GraphCore

/// What a walk has to look like: segments, each walked a number of times, with a node between two of them. The nodes at
/// both ends stand in the pattern around it.
///
/// It is a finite automaton over edges whose states are the hops; the counts of a segment are kept beside the state.
public struct PathProgram: Sendable {
  /// One edge with the nodes at its ends, in the direction of the search.
  public struct Hop: Sendable {
    public var from: Variable
    public var edge: Variable
    public var to: Variable
    public var direction: EdgeDirection
    /// nil for all types.
    public var types: LabelTest?
    /// Over nothing but this hop's variables and the row.
    public var test: PlanExpression?
  }

  public struct Segment: Sendable {
    /// At least one.
    public var hops: [Hop]
    public var minimum: Int
    public var maximum: Int?
    /// Over the variables of all hops, once they are walked.
    public var test: PlanExpression?
  }

  /// The node between two segments.
  public struct Gate: Sendable {
    public var node: Variable
    /// Over nothing but the node and the row.
    public var test: PlanExpression?
  }

  /// A variable of the pattern that rows get, and where its value is found.
  public struct Export: Sendable {
    public enum Source: Sendable {
      case gate(Int)
      /// The edge of a segment that is one hop, walked once.
      case edge(segment: Int)
      /// A list with an edge for each time.
      case edges(segment: Int, hop: Int)
      /// A list with a node for each time. The first node is that before the first hop.
      case nodes(segment: Int, node: Int)
    }
    public var variable: Variable
    public var source: Source
    /// Whether the list, which then has one element at most, stands for that element, or for null.
    public var isSingle = false
  }

  public var segments: [Segment]
  /// One fewer than segments.
  public var gates: [Gate]
  public var exports: [Export]
  /// Over all variables, for whole walks.
  public var condition: PlanExpression?

  /// The same walks, searched from their other end. Lists of an export then come in the order of the search.
  var reversed: PathProgram {
    var result = self
    result.segments = segments.reversed().map { segment in
      var segment = segment
      segment.hops = segment.hops.reversed().map { hop in
        var hop = hop
        (hop.from, hop.to) = (hop.to, hop.from)
        hop.direction = hop.direction.reversed
        return hop
      }
      return segment
    }
    result.gates = gates.reversed()
    result.exports = exports.map { export in
      var export = export
      let last = segments.count - 1
      switch export.source {
      case .gate(let gate): export.source = .gate(gates.count - 1 - gate)
      case .edge(let segment): export.source = .edge(segment: last - segment)
      case .edges(let segment, let hop):
        export.source = .edges(segment: last - segment, hop: segments[segment].hops.count - 1 - hop)
      case .nodes(let segment, let node):
        export.source = .nodes(segment: last - segment, node: segments[segment].hops.count - node)
      }
      return export
    }
    return result
  }

  /// The types of its edges; nil if they can be any.
  var types: LabelTest? {
    var result: LabelTest?
    for hop in segments.flatMap(\.hops) {
      guard let types = hop.types, types.disjunction != nil else { return nil }
      result = result.map { .or($0, types) } ?? types
    }
    return result
  }
}

extension PathProgram.Segment {
  /// Puts a test where it can be decided first: at the hop that knows its variables, or once all are walked.
  mutating func add(_ test: PlanExpression) {
    let own = Set(hops.flatMap { [$0.from, $0.edge, $0.to] })
    let needed = test.freeVariables.intersection(own)
    guard let hop = hops.firstIndex(where: { needed.isSubset(of: [$0.from, $0.edge, $0.to]) }) else {
      self.test = conjunction(self.test, test)
      return
    }
    hops[hop].test = conjunction(hops[hop].test, test)
  }
}

/// Both tests, either of which may be missing.
func conjunction(_ first: PlanExpression?, _ second: PlanExpression) -> PlanExpression {
  guard let first else { return second }
  return PlanExpression(.and(first.conjuncts + second.conjuncts), range: first.range)
}
