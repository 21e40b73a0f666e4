import GraphCore
import QueryPlanner

/// What the variables of a path program stand for in a walk.
struct WalkBinding {
  private let program: PathProgram
  /// Whether the search went against the pattern, so that lists are to be turned round.
  private let isReversed: Bool

  init(_ program: PathProgram, isReversed: Bool) {
    self.program = program
    self.isReversed = isReversed
  }

  /// All edges in the order of the pattern.
  func edges(of walk: FoundWalk) -> Value { list(walk.edges.map(Value.edge)) }

  func value(of export: PathProgram.Export, in walk: FoundWalk) -> Value {
    let value = plainValue(of: export, in: walk)
    guard export.isSingle, case .list(let elements) = value else { return value }
    return elements.first ?? .null
  }

  private func plainValue(of export: PathProgram.Export, in walk: FoundWalk) -> Value {
    switch export.source {
    case .gate(let gate):
      let passed = walk.places.prefix { $0.segment <= gate }.count
      return passed < walk.nodes.count ? .node(walk.nodes[passed]) : .null
    case .edge(let segment):
      return walk.places.firstIndex { $0.segment == segment }.map { .edge(walk.edges[$0]) } ?? .null
    case .edges(let segment, let hop):
      return list(indices(in: walk, PathPlace(segment: segment, hop: hop)).map { .edge(walk.edges[$0]) })
    case .nodes(let segment, let node):
      let hop = PathPlace(segment: segment, hop: max(0, node - 1))
      return list(indices(in: walk, hop).map { .node(walk.nodes[node == 0 ? $0 : $0 + 1]) })
    }
  }

  private func indices(in walk: FoundWalk, _ place: PathPlace) -> [Int] {
    walk.places.indices.filter { walk.places[$0] == place }
  }

  private func list(_ values: [Value]) -> Value { .list(isReversed ? values.reversed() : values) }
}
