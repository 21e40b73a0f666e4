import GraphCore
import QueryLanguage
import QueryPlanner
import SourceText

/// Where a walk stands in its program: before a hop, or behind the last segment.
struct PathPlace: Hashable, Comparable {
  var segment: Int
  var hop: Int

  static func < (a: Self, b: Self) -> Bool { (a.segment, a.hop) < (b.segment, b.hop) }
}

/// The automaton of a path program over some input rows: where walks go on from a place, and along which edges.
struct PathSteps {
  let program: PathProgram
  let context: ExecutionContext
  /// The input's rows, which tests may read.
  let rows: Rows
  /// Where the pattern stands in the text.
  let range: SourceRange
  private let hopRows: [[Rows?]]
  private let gateRows: [Rows?]
  /// The places whose hop may stand before that of a place, and those that a walk may end with.
  let predecessors: [PathPlace: [PathPlace]]
  let lastPlaces: [PathPlace]

  init(_ program: PathProgram, on rows: Rows, _ context: ExecutionContext, at range: SourceRange) {
    self.program = program
    self.range = range
    self.context = context
    self.rows = rows
    hopRows = program.segments.map { segment in
      segment.hops.map { hop in
        hop.test.map { rows.restricted(to: $0.freeVariables.subtracting([hop.from, hop.edge, hop.to])) }
      }
    }
    gateRows = program.gates.map { gate in
      gate.test.map { rows.restricted(to: $0.freeVariables.subtracting([gate.node])) }
    }
    var predecessors: [PathPlace: [PathPlace]] = [:]
    var last: [PathPlace] = []
    for segment in program.segments.indices {
      for hop in program.segments[segment].hops.indices {
        let place = PathPlace(segment: segment, hop: hop)
        let (next, mayEnd) = Self.places(after: place, in: program)
        for following in next { predecessors[following, default: []].append(place) }
        if mayEnd { last.append(place) }
      }
    }
    self.predecessors = predecessors
    lastPlaces = last
  }

  /// Walks that wait for one hop: by position in the arrays handed in, with how often each has walked the segment.
  struct Waiting {
    let place: PathPlace
    var positions: [Int]
    var counts: [Int]
  }

  /// Where walks may go on: at hops, or nowhere since they are complete.
  struct Continuations {
    var waiting: [Waiting] = []
    var complete: [Int] = []
  }

  // MARK: between hops

  /// Walks that stand before the first segment.
  func entry(ends: [NodeID], rows: [Int]) throws(QueryError) -> Continuations {
    var result = Continuations()
    try enter(0, Array(ends.indices), ends, rows, into: &result)
    return result
  }

  /// Walks that have just walked a hop.
  ///
  /// - Parameters:
  ///   - ends: where all walks of a level stand; `positions` says which are meant.
  ///   - counts: how often each of these has walked the segment before.
  func continuations(
    after place: PathPlace, _ positions: [Int], counts: [Int], ends: [NodeID], rows: [Int]
  ) throws(QueryError) -> Continuations {
    var result = Continuations()
    let segment = program.segments[place.segment]
    guard place.hop + 1 == segment.hops.count else {
      let next = PathPlace(segment: place.segment, hop: place.hop + 1)
      result.waiting.append(Waiting(place: next, positions: positions, counts: counts))
      return result
    }
    var again = Waiting(place: PathPlace(segment: place.segment, hop: 0), positions: [], counts: [])
    var done: [Int] = []
    for (position, count) in zip(positions, counts) {
      let count = count + 1
      if count < segment.maximum ?? .max {
        again.positions.append(position)
        again.counts.append(count)
      }
      if count >= segment.minimum { done.append(position) }
    }
    if !again.positions.isEmpty { result.waiting.append(again) }
    try leave(place.segment, done, ends, rows, into: &result)
    return result
  }

  private func enter(
    _ segment: Int, _ positions: [Int], _ ends: [NodeID], _ rows: [Int], into result: inout Continuations
  ) throws(QueryError) {
    guard !positions.isEmpty else { return }
    if program.segments[segment].maximum != 0 {
      result.waiting.append(
        Waiting(
          place: PathPlace(segment: segment, hop: 0), positions: positions,
          counts: Array(repeating: 0, count: positions.count)))
    }
    if program.segments[segment].minimum == 0 { try leave(segment, positions, ends, rows, into: &result) }
  }

  private func leave(
    _ segment: Int, _ positions: [Int], _ ends: [NodeID], _ rows: [Int], into result: inout Continuations
  ) throws(QueryError) {
    guard !positions.isEmpty else { return }
    guard segment + 1 < program.segments.count else {
      result.complete += positions
      return
    }
    var passing = positions
    if let test = program.gates[segment].test, let known = gateRows[segment] {
      let inner = known.gathered(positions.map { rows[$0] })
        .appending(program.gates[segment].node, .nodes(positions.map { ends[$0] }))
      let mask = try Evaluator(context).mask(test, on: inner)
      passing = positions.indices.filter { mask[$0] }.map { positions[$0] }
    }
    try enter(segment + 1, passing, ends, rows, into: &result)
  }

  // MARK: hops

  /// The edges that a hop may take from each of `sources`, which belong to these input rows.
  func expand(_ place: PathPlace, _ sources: [NodeID], rows: [Int]) throws(QueryError) -> Expansion {
    try expand(place, sources, rows: rows, backwards: false)
  }

  /// The edges by which a hop may have come to each of `targets`: neighbours are where it came from.
  func expandBackwards(_ place: PathPlace, _ targets: [NodeID], rows: [Int]) throws(QueryError) -> Expansion {
    try expand(place, targets, rows: rows, backwards: true)
  }

  private func expand(
    _ place: PathPlace, _ nodes: [NodeID], rows: [Int], backwards: Bool
  ) throws(QueryError) -> Expansion {
    let hop = program.segments[place.segment].hops[place.hop]
    let graph = context.graph
    var expansion = Expansion()
    let direction = backwards ? hop.direction.reversed : hop.direction
    graph.expand(nodes, direction, types: LabelTest.types(hop.types, in: graph), into: &expansion)
    try context.check(rows: expansion.rows.count)
    guard let test = hop.test, let known = hopRows[place.segment][place.hop], !expansion.rows.isEmpty else {
      return expansion
    }
    let near = Column.nodes(expansion.rows.map { nodes[$0] })
    let far = Column.nodes(expansion.neighbours)
    let inner = known.gathered(expansion.rows.map { rows[$0] })
      .appending(hop.from, backwards ? far : near)
      .appending(hop.edge, .edges(expansion.edges))
      .appending(hop.to, backwards ? near : far)
    let mask = try Evaluator(context).mask(test, on: inner)
    let kept = mask.indices.filter { mask[$0] }
    guard kept.count < mask.count else { return expansion }
    var result = Expansion()
    result.rows = kept.map { expansion.rows[$0] }
    result.edges = kept.map { expansion.edges[$0] }
    result.neighbours = kept.map { expansion.neighbours[$0] }
    return result
  }

  // MARK: lengths

  /// How many hops must follow at least from a place on, that one included.
  func fewestHops(from place: PathPlace, count: Int) -> Int {
    let segment = program.segments[place.segment]
    let rest = program.segments[(place.segment + 1)...].reduce(0) { $0 + $1.minimum * $1.hops.count }
    return segment.hops.count - place.hop + max(0, segment.minimum - count - 1) * segment.hops.count + rest
  }

  /// The places that may follow a hop, and whether the walk may end there; counts and gates left out of account.
  func places(after place: PathPlace) -> (next: [PathPlace], mayEnd: Bool) { Self.places(after: place, in: program) }

  private static func places(after place: PathPlace, in program: PathProgram) -> (next: [PathPlace], mayEnd: Bool) {
    let segment = program.segments[place.segment]
    if place.hop + 1 < segment.hops.count {
      return ([PathPlace(segment: place.segment, hop: place.hop + 1)], false)
    }
    var next: [PathPlace] = []
    if segment.maximum != 1 { next.append(PathPlace(segment: place.segment, hop: 0)) }
    var following = place.segment + 1
    while following < program.segments.count {
      next.append(PathPlace(segment: following, hop: 0))
      if program.segments[following].minimum > 0 { return (next, false) }
      following += 1
    }
    return (next, true)
  }

  /// The places at which a walk may begin.
  var firstPlaces: [PathPlace] {
    var places: [PathPlace] = []
    for segment in program.segments.indices {
      places.append(PathPlace(segment: segment, hop: 0))
      if program.segments[segment].minimum > 0 { break }
    }
    return places
  }
}
