import Hearsay
import Testing

@Suite("PROFILE")
struct ProfileTests {
  @Test("tells the rows that each operator yielded, beside the rows of the statement")
  func rows() throws {
    let session = GraphSession()
    _ = try session.run("UNWIND range(1, 9) AS i CREATE (:N {x: i})")
    let result = try session.run("PROFILE MATCH (n:N) WHERE n.x > 6 RETURN n.x AS x UNION ALL RETURN 0 AS x")
    #expect(result.rowCount == 4)
    #expect(result.plan == nil)
    let lines = try #require(result.profile).split(separator: "\n").map(String.init)
    func rows(_ name: String) -> [String] {
      lines.filter { $0.contains(name) }.map { line in
        line.split(separator: " ").last { Int($0) != nil }.map(String.init) ?? line
      }
    }
    #expect(rows("Union") == ["4"])
    #expect(rows("Filter") == ["3"])
    #expect(rows("NodeScan") == ["9"])
    #expect(lines.allSatisfy { $0.hasSuffix(" ms") })
    #expect(try session.run("MATCH (n:N) RETURN n").profile == nil)
  }
}
