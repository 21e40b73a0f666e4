import GraphCore

/// Walks of one length, each by its last edge and the walk before it: what walks have in common is held once.
final class WalkLevel {
  let length: Int
  let shorter: WalkLevel?
  /// The hop of a program that all were lengthened by; of no meaning where there is no program.
  let place: PathPlace
  /// Row of the input.
  var rows: [Int]
  var ends: [NodeID]
  /// Empty at length 0.
  var edges: [EdgeID] = []
  /// Position in `shorter`.
  var parents: [Int] = []

  /// Walks of no edge.
  init(rows: [Int], ends: [NodeID]) {
    length = 0
    shorter = nil
    place = PathPlace(segment: 0, hop: 0)
    self.rows = rows
    self.ends = ends
  }

  /// For walks that are longer by one edge.
  init(lengthening shorter: WalkLevel, by place: PathPlace = PathPlace(segment: 0, hop: 0)) {
    length = shorter.length + 1
    self.shorter = shorter
    self.place = place
    rows = []
    ends = []
  }

  /// Adds the walk at `parent` of the shorter level, lengthened.
  func append(_ edge: EdgeID, to end: NodeID, parent: Int) {
    guard let shorter else { return }
    rows.append(shorter.rows[parent])
    ends.append(end)
    edges.append(edge)
    parents.append(parent)
  }

  func contains(_ edge: EdgeID, upTo position: Int) -> Bool {
    var (level, position) = (self, position)
    while let shorter = level.shorter {
      if level.edges[position] == edge { return true }
      (level, position) = (shorter, level.parents[position])
    }
    return false
  }

  func contains(_ node: NodeID, upTo position: Int) -> Bool {
    var (level, position) = (self, position)
    while true {
      if level.ends[position] == node { return true }
      guard let shorter = level.shorter else { return false }
      (level, position) = (shorter, level.parents[position])
    }
  }

  /// Of the walk at `position`, the last first.
  func edges(upTo position: Int) -> [Value] {
    var (level, position) = (self, position)
    var edges: [Value] = []
    while let shorter = level.shorter {
      edges.append(.edge(level.edges[position]))
      (level, position) = (shorter, level.parents[position])
    }
    return edges
  }

  func walk(upTo position: Int) -> FoundWalk {
    var walk = FoundWalk(row: rows[position], nodes: [ends[position]], edges: [], places: [])
    var (level, position) = (self, position)
    while let shorter = level.shorter {
      walk.edges.append(level.edges[position])
      walk.places.append(level.place)
      (level, position) = (shorter, level.parents[position])
      walk.nodes.append(level.ends[position])
    }
    walk.nodes.reverse()
    walk.edges.reverse()
    walk.places.reverse()
    return walk
  }
}
