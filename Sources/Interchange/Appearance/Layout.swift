/// A place for each node, so that a picture can be looked at before its viewer's own layout has run.
///
/// Nodes start on a sunflower spiral, those with most edges in the middle, and are then moved by springs along edges and
/// repulsion between neighbours (Fruchterman and Reingold, "Graph Drawing by Force-directed Placement", 1991, the grid
/// variant of §4) for a fixed number of rounds in a fixed order. Only + - × ÷ and √, which IEEE 754 rounds the same way
/// everywhere: the same graph gives the same places on every machine.
struct Layout {
  struct Point: Equatable {
    var x: Double
    var y: Double
  }

  /// How far apart two nodes with an edge would like to be, in the viewer's units.
  private static let edgeLength = 60.0
  /// Work for all rounds together, in nodes and edges visited: about a second.
  private static let workLimit = 10_000_000
  private static let rounds = 10...300
  /// Neighbours that push one node in one round: what keeps a crowd in one cell from costing its square.
  private static let crowdLimit = 48

  /// One per node, none of them twice in one place unless there is nothing to tell the nodes apart.
  private(set) var points: [Point]
  private let ends: [(Int, Int)]

  /// Nodes are numbered from 0 in an order that depends on the graph's content alone, and so are the edges given.
  init(nodeCount: Int, edges: [(Int, Int)]) {
    ends = edges.filter { $0.0 != $0.1 }
    points = Self.spiral(nodeCount: nodeCount, ends)
    guard nodeCount > 1 else { return }
    let work = max(1, nodeCount * (Self.crowdLimit / 4) + ends.count)
    let rounds = min(Self.rounds.upperBound, max(Self.rounds.lowerBound, Self.workLimit / work))
    let firstStep = Self.edgeLength * 2
    for round in 0..<rounds { move(by: firstStep * Double(rounds - round) / Double(rounds)) }
  }

  private static func spiral(nodeCount: Int, _ ends: [(Int, Int)]) -> [Point] {
    var degrees = [Int](repeating: 0, count: nodeCount)
    for (a, b) in ends {
      degrees[a] += 1
      degrees[b] += 1
    }
    let byDegree = (0..<nodeCount).sorted { degrees[$0] != degrees[$1] ? degrees[$0] > degrees[$1] : $0 < $1 }
    // Turns by the golden angle (2.39996… radians), as its cosine and sine.
    let (cosine, sine) = (-0.737_368_878_078_32, 0.675_490_294_261_52)
    var direction = Point(x: 1, y: 0)
    var points = [Point](repeating: Point(x: 0, y: 0), count: nodeCount)
    for (place, node) in byDegree.enumerated() {
      let radius = edgeLength * 0.6 * (Double(place) + 0.5).squareRoot()
      points[node] = Point(x: direction.x * radius, y: direction.y * radius)
      let turned = Point(
        x: direction.x * cosine - direction.y * sine, y: direction.x * sine + direction.y * cosine)
      let length = (turned.x * turned.x + turned.y * turned.y).squareRoot()
      direction = Point(x: turned.x / length, y: turned.y / length)
    }
    return points
  }

  private mutating func move(by longestStep: Double) {
    var forces = [Point](repeating: Point(x: 0, y: 0), count: points.count)
    repel(&forces)
    attract(&forces)
    for node in points.indices {
      // A weak pull to the middle keeps unconnected parts in sight.
      let force = Point(x: forces[node].x - points[node].x * 0.02, y: forces[node].y - points[node].y * 0.02)
      let strength = (force.x * force.x + force.y * force.y).squareRoot()
      guard strength > 0 else { continue }
      let step = min(strength, longestStep) / strength
      points[node].x += force.x * step
      points[node].y += force.y * step
    }
  }

  private func attract(_ forces: inout [Point]) {
    for (a, b) in ends {
      let (dx, dy) = (points[b].x - points[a].x, points[b].y - points[a].y)
      let pull = (dx * dx + dy * dy).squareRoot() / Self.edgeLength * 0.5
      forces[a].x += dx * pull
      forces[a].y += dy * pull
      forces[b].x -= dx * pull
      forces[b].y -= dy * pull
    }
  }

  private func repel(_ forces: inout [Point]) {
    let grid = Grid(points, cellSize: Self.edgeLength * 2)
    for node in points.indices {
      var seen = 0
      for cells in grid.cellsAround(points[node]) {
        for place in cells.prefix(Self.crowdLimit + 1 - seen) {
          let other = grid.members[place]
          if other == node { continue }
          seen += 1
          let push = push(on: node, from: other)
          forces[node].x += push.x
          forces[node].y += push.y
        }
        if seen >= Self.crowdLimit { break }
      }
    }
  }

  private func push(on node: Int, from other: Int) -> Point {
    var (dx, dy) = (points[node].x - points[other].x, points[node].y - points[other].y)
    var square = dx * dx + dy * dy
    if square > 4 * Self.edgeLength * Self.edgeLength { return Point(x: 0, y: 0) }
    if square < 0.01 {
      // Two in one place part along a line that their numbers decide.
      (dx, dy) = (node < other ? -0.1 : 0.1, Double((node &+ other) % 7) * 0.01)
      square = dx * dx + dy * dy
    }
    let strength = Self.edgeLength * Self.edgeLength / square
    return Point(x: dx * strength, y: dy * strength)
  }
}

/// Nodes sorted into square cells, so that those nearby are found without looking at all.
private struct Grid {
  private let left: Double
  private let top: Double
  private let cellSize: Double
  private let columns: Int
  private let rows: Int
  /// Per cell, where its members start in `members`; one more at the end.
  private var starts: [Int]
  private(set) var members: [Int]

  init(_ points: [Layout.Point], cellSize wanted: Double) {
    let (xs, ys) = (points.map(\.x), points.map(\.y))
    left = xs.min() ?? 0
    top = ys.min() ?? 0
    let (width, height) = ((xs.max() ?? 0) - left, (ys.max() ?? 0) - top)
    // No more than some four cells a node, however far out a single one lies.
    let size = max(wanted, (width * height / Double(4 * max(1, points.count))).squareRoot())
    let most = 2_048.0
    cellSize = max(size, width / most, height / most)
    columns = Int(width / cellSize) + 1
    rows = Int(height / cellSize) + 1
    starts = [Int](repeating: 0, count: columns * rows + 1)
    members = [Int](repeating: 0, count: points.count)
    fill(points)
  }

  private mutating func fill(_ points: [Layout.Point]) {
    let cells = points.map { cell(column($0), row($0)) }
    for cell in cells { starts[cell + 1] += 1 }
    for cell in 1..<starts.count { starts[cell] += starts[cell - 1] }
    var next = starts
    for (node, cell) in cells.enumerated() {
      members[next[cell]] = node
      next[cell] += 1
    }
  }

  private func column(_ point: Layout.Point) -> Int { min(columns - 1, max(0, Int((point.x - left) / cellSize))) }
  private func row(_ point: Layout.Point) -> Int { min(rows - 1, max(0, Int((point.y - top) / cellSize))) }
  private func cell(_ column: Int, _ row: Int) -> Int { row * columns + column }

  /// Where the members of a point's cell and those beside it stand in `members`: one range per row of cells.
  func cellsAround(_ point: Layout.Point) -> [Range<Int>] {
    let (column, row) = (column(point), row(point))
    return (max(0, row - 1)...min(rows - 1, row + 1)).map { y in
      starts[cell(max(0, column - 1), y)]..<starts[cell(min(columns - 1, column + 1), y) + 1]
    }
  }
}
