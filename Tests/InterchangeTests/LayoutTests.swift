import Testing

@testable import Interchange

@Test("places are finite, apart from each other, and the same each time", arguments: [0, 1, 2, 3, 40, 700])
func places(_ count: Int) {
  let edges = (0..<count).map { ($0, ($0 * $0 + 1) % count) }
  let points = Layout(nodeCount: count, edges: edges).points
  #expect(points.count == count)
  #expect(points == Layout(nodeCount: count, edges: edges).points)
  #expect(points.allSatisfy { $0.x.isFinite && $0.y.isFinite && abs($0.x) < 1e6 && abs($0.y) < 1e6 })
  #expect(Set(points.map { [$0.x, $0.y] }).count == count)
  if let first = points.first { #expect(first.x != 0 || first.y != 0) }
}

@Test("nodes with an edge lie nearer to each other than others")
func neighboursAreNear() {
  // Two rings of ten without a connection.
  let ring = (0..<10).map { (a: Int) -> (Int, Int) in (a, (a + 1) % 10) }
  let edges = ring + ring.map { ($0.0 + 10, $0.1 + 10) }
  let points = Layout(nodeCount: 20, edges: edges).points
  func distance(_ a: Int, _ b: Int) -> Double {
    let (x, y) = (points[a].x - points[b].x, points[a].y - points[b].y)
    return (x * x + y * y).squareRoot()
  }
  let connected = edges.map { distance($0.0, $0.1) }.reduce(0, +) / 20
  let all = (0..<20).flatMap { a in (0..<20).map { distance(a, $0) } }.reduce(0, +) / 380
  #expect(connected < all / 2, "\(connected) against \(all)")
}

@Test("a hub with thousands of leaves has finite places")
func largeLayout() {
  let count = 5_000
  let points = Layout(nodeCount: count, edges: (1..<count).map { (0, $0) }).points
  #expect(points.allSatisfy { $0.x.isFinite && $0.y.isFinite })
}

@Test("size grows with the logarithm of the degree")
func sizes() {
  let sizes = [0, 1, 3, 7, 1_000].map { NodeAppearance.size(degree: $0) }
  #expect(sizes == [8, 13, 18, 23, 57.78])
}
