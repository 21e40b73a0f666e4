import GraphCore

/// How each node is drawn, by its position among the nodes ascending by key.
struct NodeAppearance {
  private let places: Layout
  private let sizes: [Double]
  private let palette: Palette

  init(of graph: any GraphReader, _ nodes: [NodeID], _ edges: [EdgeID]) {
    var positions = [Int](repeating: 0, count: graph.nodeCapacity)
    for (position, node) in nodes.enumerated() { positions[Int(node.rawValue)] = position }
    let ends = edges.map { edge in
      (positions[Int(graph.source(of: edge).rawValue)], positions[Int(graph.target(of: edge).rawValue)])
    }
    places = Layout(nodeCount: nodes.count, edges: ends)
    var degrees = [Int](repeating: 0, count: nodes.count)
    for (source, target) in ends {
      degrees[source] += 1
      degrees[target] += 1
    }
    sizes = degrees.map { Self.size(degree: $0) }
    palette = Palette(for: graph, nodes)
  }

  /// In hundredths of the viewer's unit, which is finer than a screen.
  func place(_ position: Int) -> (x: Double, y: Double) {
    let point = places.points[position]
    return ((point.x * 100).rounded() / 100, (point.y * 100).rounded() / 100)
  }

  func size(_ position: Int) -> Double { sizes[position] }

  func color(of node: NodeID, in graph: any GraphReader) -> Color { palette.color(of: node, in: graph) }

  /// 8 for a node alone, 5 more each time its edges double. Between powers of two on a line instead of the logarithm,
  /// whose last digits differ from one system's library to the next.
  static func size(degree: Int) -> Double {
    let count = max(1, degree &+ 1)
    let whole = Int.bitWidth - 1 - count.leadingZeroBitCount
    let rest = Double(count) / Double(1 << whole) - 1
    return ((8 + 5 * (Double(whole) + rest)) * 100).rounded() / 100
  }
}
